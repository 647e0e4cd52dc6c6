//! The values that an ordering comparator with a literal lets through: an interval of one kind.

use crate::asl::choice::Operand;
use crate::asl::timestamp;
use serde_json::Value;
use std::cmp::Ordering;

/// A literal in the order of its kind. Only values of one kind are compared.
#[derive(Clone, Debug, PartialEq, PartialOrd)]
enum Ordered {
    Bool(bool),
    Number(f64),
    /// UTF-16 units, as Java compares strings.
    Text(Vec<u16>),
    /// Milliseconds since 1970.
    Time(i64),
}

/// An interval.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Range {
    pub(super) kind: Operand,
    /// The literal itself.
    literal: Value,
    at: Ordered,
    below: bool,
    equal: bool,
    above: bool,
}

impl Range {
    /// What `accepts` lets through of the values of a kind, next to a literal; none for a literal of another kind.
    pub(super) fn new(kind: Operand, accepts: fn(Ordering) -> bool, literal: &Value) -> Option<Self> {
        let at = match kind {
            Operand::Boolean => Ordered::Bool(literal.as_bool()?),
            Operand::Numeric => Ordered::Number(literal.as_f64()?),
            Operand::String => Ordered::Text(literal.as_str()?.encode_utf16().collect()),
            Operand::Timestamp => Ordered::Time(timestamp::parse(literal.as_str()?)?),
        };
        Some(Self {
            kind,
            literal: literal.clone(),
            at,
            below: accepts(Ordering::Less),
            equal: accepts(Ordering::Equal),
            above: accepts(Ordering::Greater),
        })
    }

    /// The only value that passes, if there is only one.
    pub(super) fn only(&self) -> Option<&Value> {
        (self.equal && !self.below && !self.above).then_some(&self.literal)
    }

    fn accepts(&self, value: &Ordered) -> bool {
        match value.partial_cmp(&self.at) {
            Some(Ordering::Less) => self.below,
            Some(Ordering::Equal) => self.equal,
            Some(Ordering::Greater) => self.above,
            None => false,
        }
    }

    /// Whether no value is in both. Between two different literals lies another value as far as this is concerned: of
    /// two intervals that face each other one is never told to be apart without need.
    pub(super) fn is_apart_from(&self, other: &Self) -> bool {
        match self.at.partial_cmp(&other.at) {
            Some(Ordering::Equal) => {
                !((self.equal && other.equal) || (self.below && other.below) || (self.above && other.above))
            }
            Some(Ordering::Greater) => other.is_apart_from(self),
            Some(Ordering::Less) => {
                let reach_down = self.below && other.below;
                let reach_up = self.above && other.above;
                let between = self.above && other.below;
                !(reach_down || reach_up || between || self.accepts(&other.at) && other.equal)
                    && !(other.accepts(&self.at) && self.equal)
            }
            None => false,
        }
    }

    /// Whether all of it is also in the other.
    pub(super) fn is_inside(&self, other: &Self) -> bool {
        let literal_fits = !self.equal || other.accepts(&self.at);
        match self.at.partial_cmp(&other.at) {
            Some(Ordering::Equal) => literal_fits && (!self.below || other.below) && (!self.above || other.above),
            Some(Ordering::Less) => literal_fits && (!self.below || other.below) && !self.above,
            Some(Ordering::Greater) => literal_fits && (!self.above || other.above) && !self.below,
            None => false,
        }
    }
}

/// Whether intervals, those of one kind among them, leave no value of the kind over.
pub(super) fn cover_everything(ranges: &[&Range]) -> bool {
    ranges.iter().any(|down| {
        let same = || ranges.iter().filter(|other| other.kind == down.kind);
        if down.kind == Operand::Boolean {
            return same().any(|other| other.at != down.at);
        }
        // One that goes down without end and one that goes up without end, which meet.
        down.below
            && same().any(|up| {
                up.above
                    && match down.at.partial_cmp(&up.at) {
                        Some(Ordering::Greater) => true,
                        Some(Ordering::Equal) => same().any(|other| other.accepts(&down.at)),
                        _ => false,
                    }
            })
    })
}
