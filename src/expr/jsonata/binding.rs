//! Values of variables, as JSON or made ready for many evaluations: turning a large value into what the library works on
//! costs more than most expressions.

#[cfg(feature = "jsonata")]
use jsonata_core::value::JValue;
#[cfg(feature = "jsonata")]
use serde::Deserialize as _;
use serde_json::Value;

/// A value that has been made ready. Cheap to copy.
#[derive(Clone, Debug)]
pub struct Prepared {
    #[cfg(feature = "jsonata")]
    value: Result<JValue, String>,
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
        let members: Result<_, String> = members.map(|(name, member)| Ok((name.to_owned(), member.value?))).collect();
        Self { value: members.map(JValue::object) }
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
    pub(super) fn value(&self) -> Result<JValue, String> {
        match self {
            Self::Json(value) => from_json(value),
            Self::Ready(prepared) => prepared.value.clone(),
        }
    }
}

/// A value as the library has it, without a copy in between.
#[cfg(feature = "jsonata")]
pub(super) fn from_json(value: &Value) -> Result<JValue, String> {
    JValue::deserialize(value).map_err(|error| error.to_string())
}
