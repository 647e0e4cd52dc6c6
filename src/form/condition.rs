//! A condition of a Choice rule in JSONPath, one level of it: a comparison, or other conditions joined.

use crate::asl::choice;
use serde_json::Value;

/// How conditions are joined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Junction {
    /// All hold.
    And,
    /// At least one holds.
    Or,
    /// The one does not hold.
    Not,
}

impl Junction {
    /// The field's name.
    pub fn field(self) -> &'static str {
        match self {
            Self::And => "And",
            Self::Or => "Or",
            Self::Not => "Not",
        }
    }

    /// Reads the name of a field.
    pub fn parse(field: &str) -> Option<Self> {
        [Self::And, Self::Or, Self::Not].into_iter().find(|junction| junction.field() == field)
    }
}

/// One level of a condition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Condition {
    /// Conditions inside it; their number is 1 for `Not`.
    Joined(Junction, usize),
    /// A comparison. Its comparator is the field of that name; none while it has none.
    Comparison(Option<String>),
    /// Something that is no condition.
    Foreign,
}

impl Condition {
    /// Whether a field of the object belongs to the condition, as the page shows it.
    pub fn has(&self, field: &str) -> bool {
        match self {
            Self::Joined(junction, _) => junction.field() == field,
            Self::Comparison(comparator) => field == "Variable" || comparator.as_deref() == Some(field),
            Self::Foreign => false,
        }
    }
}

/// Reads one level.
pub fn condition(rule: &Value) -> Condition {
    let Some(fields) = rule.as_object() else { return Condition::Foreign };
    let joined = fields.iter().find_map(|(name, value)| {
        let junction = Junction::parse(name)?;
        match (junction, value) {
            (Junction::Not, Value::Object(_)) => Some((junction, 1)),
            (Junction::And | Junction::Or, Value::Array(items)) => Some((junction, items.len())),
            _ => None,
        }
    });
    match joined {
        Some((junction, n_inner)) => Condition::Joined(junction, n_inner),
        None => Condition::Comparison(fields.keys().find(|name| choice::find(name).is_some()).cloned()),
    }
}
