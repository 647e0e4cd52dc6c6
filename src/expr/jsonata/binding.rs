//! Values of variables, as JSON or made ready for many evaluations: turning a large value into what is evaluated
//! costs more than most expressions.

#[cfg(feature = "jsonata")]
use super::{json::from_json, members::Members, value::Value as Own};
use serde_json::Value;

/// A value that has been made ready. Cheap to copy.
#[derive(Clone, Debug)]
pub struct Prepared {
    #[cfg(feature = "jsonata")]
    value: Own,
}

/// The value of a variable.
#[derive(Clone, Debug)]
pub enum Binding<'a> {
    /// As JSON; made ready when an expression names it.
    Json(&'a Value),
    /// Made ready before.
    Ready(Prepared),
}

#[cfg(feature = "jsonata")]
impl Prepared {
    /// Makes a value ready.
    pub fn of(value: &Value) -> Self {
        Self { value: from_json(value) }
    }

    /// An object of values that are ready.
    pub fn object<'a>(members: impl Iterator<Item = (&'a str, Self)>) -> Self {
        let mut object = Members::default();
        members.for_each(|(name, member)| object.insert(name.into(), member.value));
        Self { value: Own::object(object) }
    }
}

#[cfg(not(feature = "jsonata"))]
impl Prepared {
    /// Nothing: this build has no JSONata.
    pub fn of(_value: &Value) -> Self {
        Self {}
    }

    /// Nothing: this build has no JSONata.
    pub fn object<'a>(_members: impl Iterator<Item = (&'a str, Self)>) -> Self {
        Self {}
    }
}

#[cfg(feature = "jsonata")]
impl Binding<'_> {
    pub(super) fn value(&self) -> Own {
        match self {
            Self::Json(value) => from_json(value),
            Self::Ready(prepared) => prepared.value.clone(),
        }
    }
}
