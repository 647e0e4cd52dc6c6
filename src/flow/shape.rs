//! The shape of data: which kinds of values may stand at a place, and what is known of their parts.

use super::source::Source;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

/// How deep shapes nest; below it, everything is unknown.
pub(super) const MAX_DEPTH: usize = 24;

/// How many members of one object are known; an object with more is open.
const MAX_MEMBERS: usize = 500;

/// How many items of a list are known one by one.
const MAX_TUPLE: usize = 16;

/// What may stand at a place: any of the kinds that it names. A shape that names none is that of a place which nothing
/// reaches.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shape {
    /// Anything: nothing is known.
    pub is_any: bool,
    /// Where in the machine's input a value of which nothing is known is from; none where that is not known either.
    pub source: Option<Source>,
    /// `null`.
    pub null: bool,
    /// `true` or `false`.
    pub boolean: bool,
    /// A number.
    pub number: bool,
    /// A string.
    pub string: bool,
    /// The value, where it is a single one that is no list and no object.
    pub constant: Option<Value>,
    /// A list.
    pub array: Option<Arc<ArrayShape>>,
    /// An object.
    pub object: Option<Arc<ObjectShape>>,
}

/// What is known of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ArrayShape {
    /// What any of its items is.
    pub items: Shape,
    /// What each of its items is, where it always has just these.
    pub tuple: Option<Vec<Shape>>,
    /// It has at least so many items.
    pub least: usize,
    /// It has at most so many items, if that is known.
    pub most: Option<usize>,
}

/// What is known of an object.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ObjectShape {
    /// Its known members.
    pub members: BTreeMap<String, MemberShape>,
    /// Whether it may have others.
    pub is_open: bool,
    /// Where in the machine's input those others are from; none where that is not known.
    pub source: Option<Source>,
}

/// One member of an object.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MemberShape {
    /// What it is.
    pub shape: Shape,
    /// Whether it is always there.
    pub is_always: bool,
}

impl Shape {
    /// Anything.
    pub fn any() -> Self {
        Self { is_any: true, ..Self::default() }
    }

    /// A string of which nothing is known.
    pub fn string() -> Self {
        Self { string: true, ..Self::default() }
    }

    /// A number of which nothing is known.
    pub fn number() -> Self {
        Self { number: true, ..Self::default() }
    }

    /// A truth value of which nothing is known.
    pub fn boolean() -> Self {
        Self { boolean: true, ..Self::default() }
    }

    /// A list with items of one shape.
    pub fn list(items: Self, least: usize, most: Option<usize>) -> Self {
        let array = ArrayShape { items, tuple: None, least, most };
        Self { array: Some(Arc::new(array)), ..Self::default() }
    }

    /// A list of just these items.
    pub fn tuple(items: Vec<Self>) -> Self {
        let all = items.iter().fold(Self::default(), |all, item| all.join(item));
        let (least, most) = (items.len(), Some(items.len()));
        let tuple = (items.len() <= MAX_TUPLE).then_some(items);
        Self { array: Some(Arc::new(ArrayShape { items: all, tuple, least, most })), ..Self::default() }
    }

    /// An object with just these members.
    pub fn closed(members: impl IntoIterator<Item = (String, Self)>) -> Self {
        let members = members.into_iter().map(|(name, shape)| (name, MemberShape { shape, is_always: true })).collect();
        Self::of_object(ObjectShape { members, ..ObjectShape::default() })
    }

    pub(super) fn of_object(mut object: ObjectShape) -> Self {
        if object.members.len() > MAX_MEMBERS {
            object.members.clear();
            object.is_open = true;
        }
        Self { object: Some(Arc::new(object)), ..Self::default() }
    }

    /// The shape of one value.
    pub fn of(value: &Value) -> Self {
        Self::of_at(value, 0)
    }

    fn of_at(value: &Value, depth: usize) -> Self {
        if depth > MAX_DEPTH {
            return Self::any();
        }
        match value {
            Value::Array(items) => Self::tuple(items.iter().map(|item| Self::of_at(item, depth + 1)).collect()),
            Value::Object(map) => {
                Self::closed(map.iter().map(|(name, member)| (name.clone(), Self::of_at(member, depth + 1))))
            }
            scalar => Self {
                null: scalar.is_null(),
                boolean: scalar.is_boolean(),
                number: scalar.is_number(),
                string: scalar.is_string(),
                constant: Some(scalar.clone()),
                ..Self::default()
            },
        }
    }

    /// Whether nothing reaches the place.
    pub fn is_never(&self) -> bool {
        !(self.is_any || self.null || self.boolean || self.number || self.string)
            && self.array.is_none()
            && self.object.is_none()
    }

    /// What is of one shape or of the other.
    #[must_use]
    pub fn join(&self, other: &Self) -> Self {
        self.join_at(other, 0)
    }

    fn join_at(&self, other: &Self, depth: usize) -> Self {
        if self.is_never() {
            return other.clone();
        }
        if other.is_never() {
            return self.clone();
        }
        if self.is_any || other.is_any || depth > MAX_DEPTH {
            return Self::any_from(self.origin().or(other.origin()).cloned());
        }
        let object = match (&self.object, &other.object) {
            (Some(a), Some(b)) if Arc::ptr_eq(a, b) => Some(Arc::clone(a)),
            (Some(a), Some(b)) => a.join_at(b, depth + 1).object,
            (a, b) => a.clone().or_else(|| b.clone()),
        };
        let array = match (&self.array, &other.array) {
            (Some(a), Some(b)) if Arc::ptr_eq(a, b) => Some(Arc::clone(a)),
            (Some(a), Some(b)) => Some(Arc::new(a.join_at(b, depth + 1))),
            (a, b) => a.clone().or_else(|| b.clone()),
        };
        Self {
            is_any: false,
            source: None,
            null: self.null || other.null,
            boolean: self.boolean || other.boolean,
            number: self.number || other.number,
            string: self.string || other.string,
            constant: self.constant.clone().filter(|constant| other.constant.as_ref() == Some(constant)),
            array,
            object,
        }
    }

    /// A shape that has `new` in it and cannot grow for ever: `self` is what was known before, and what changes is given
    /// up. New members make an object open, and lists have any length.
    #[must_use]
    pub fn widen(&self, new: &Self) -> Self {
        let joined = self.join(new);
        if joined == *self || joined.is_any {
            return joined;
        }
        let object = match (&self.object, joined.object) {
            (Some(old), Some(object)) => {
                let mut members = BTreeMap::new();
                for (name, member) in &object.members {
                    if let Some(known) = old.members.get(name) {
                        let shape = known.shape.widen(&member.shape);
                        members.insert(name.clone(), MemberShape { shape, is_always: member.is_always });
                    }
                }
                let is_open = object.is_open || members.len() < object.members.len();
                Some(Arc::new(ObjectShape { members, is_open, source: object.source.clone() }))
            }
            (_, object) => object,
        };
        let array = match (&self.array, joined.array) {
            (Some(old), Some(array)) => {
                let items = old.items.widen(&array.items);
                Some(Arc::new(ArrayShape { items, tuple: None, least: 0, most: None }))
            }
            (_, array) => array,
        };
        Self { object, array, ..joined }
    }

    /// Whether a value is of this shape.
    pub fn fits(&self, value: &Value) -> bool {
        if self.is_any {
            return true;
        }
        match value {
            Value::Array(items) => self.array.as_ref().is_some_and(|array| {
                let is_long_enough = items.len() >= array.least && array.most.is_none_or(|most| items.len() <= most);
                let fits_tuple = array
                    .tuple
                    .as_ref()
                    .is_none_or(|tuple| tuple.len() == items.len() && tuple.iter().zip(items).all(|(a, b)| a.fits(b)));
                is_long_enough && fits_tuple && items.iter().all(|item| array.items.fits(item))
            }),
            Value::Object(map) => self.object.as_ref().is_some_and(|object| {
                let known = |(name, value): (&String, &Value)| match object.members.get(name) {
                    Some(member) => member.shape.fits(value),
                    None => object.is_open,
                };
                let is_complete =
                    object.members.iter().all(|(name, member)| !member.is_always || map.contains_key(name));
                is_complete && map.iter().all(known)
            }),
            scalar => {
                let is_kind = match scalar {
                    Value::Null => self.null,
                    Value::Bool(_) => self.boolean,
                    Value::Number(_) => self.number,
                    _ => self.string,
                };
                is_kind && self.constant.as_ref().is_none_or(|constant| constant == scalar)
            }
        }
    }
}

impl ObjectShape {
    fn join_at(&self, other: &Self, depth: usize) -> Shape {
        let mut members = BTreeMap::new();
        for (name, member) in &self.members {
            let joined = match other.members.get(name) {
                Some(known) => MemberShape {
                    shape: member.shape.join_at(&known.shape, depth),
                    is_always: member.is_always && known.is_always,
                },
                // An open object may have it in any shape.
                None if other.is_open => MemberShape { shape: other.unknown(name), is_always: false },
                None => MemberShape { shape: member.shape.clone(), is_always: false },
            };
            members.insert(name.clone(), joined);
        }
        for (name, member) in &other.members {
            let shape = if self.is_open { self.unknown(name) } else { member.shape.clone() };
            members.entry(name.clone()).or_insert(MemberShape { shape, is_always: false });
        }
        let source = self.source.clone().or_else(|| other.source.clone());
        Shape::of_object(Self { members, is_open: self.is_open || other.is_open, source })
    }
}

impl ArrayShape {
    fn join_at(&self, other: &Self, depth: usize) -> Self {
        let tuple = match (&self.tuple, &other.tuple) {
            (Some(a), Some(b)) if a.len() == b.len() => {
                Some(a.iter().zip(b).map(|(a, b)| a.join_at(b, depth)).collect())
            }
            _ => None,
        };
        Self {
            items: self.items.join_at(&other.items, depth),
            tuple,
            least: self.least.min(other.least),
            most: self.most.zip(other.most).map(|(a, b)| a.max(b)),
        }
    }
}

/// How much of a shape is written.
const MAX_WRITTEN_DEPTH: usize = 4;
const MAX_WRITTEN_MEMBERS: usize = 12;

impl fmt::Display for Shape {
    /// `{lines: [{price: number}], note?: string, ..}`: `?` after a member that may be missing, `..` for others.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.written(0))
    }
}

impl Shape {
    fn written(&self, depth: usize) -> String {
        if self.is_any {
            return "any".to_owned();
        }
        let scalars =
            [(self.null, "null"), (self.boolean, "boolean"), (self.number, "number"), (self.string, "string")];
        let mut kinds: Vec<String> =
            scalars.into_iter().filter(|(is_it, _)| *is_it).map(|(_, name)| name.to_owned()).collect();
        if let Some(array) = &self.array {
            let tuple = array.tuple.as_ref().filter(|tuple| tuple.iter().any(|item| *item != array.items));
            kinds.push(match tuple {
                _ if depth == MAX_WRITTEN_DEPTH => "[…]".to_owned(),
                _ if array.most == Some(0) => "[]".to_owned(),
                Some(tuple)
                    if tuple.windows(2).any(|pair| pair[0].written(depth + 1) != pair[1].written(depth + 1)) =>
                {
                    let items: Vec<String> = tuple.iter().map(|item| item.written(depth + 1)).collect();
                    format!("[{}]", items.join(", "))
                }
                _ => format!("[{}..]", array.items.written(depth + 1)),
            });
        }
        if let Some(object) = &self.object {
            kinds.push(object.written(depth));
        }
        if kinds.is_empty() { "never".to_owned() } else { kinds.join(" | ") }
    }
}

impl ObjectShape {
    fn written(&self, depth: usize) -> String {
        if depth == MAX_WRITTEN_DEPTH && !self.members.is_empty() {
            return "{…}".to_owned();
        }
        let mut parts: Vec<String> = self
            .members
            .iter()
            .take(MAX_WRITTEN_MEMBERS)
            .map(|(name, member)| {
                let mark = if member.is_always { "" } else { "?" };
                format!("{name}{mark}: {}", member.shape.written(depth + 1))
            })
            .collect();
        if self.members.len() > MAX_WRITTEN_MEMBERS {
            parts.push("…".to_owned());
        }
        if self.is_open {
            parts.push("..".to_owned());
        }
        format!("{{{}}}", parts.join(", "))
    }
}
