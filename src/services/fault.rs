//! What can be wrong with a parameter of a call, with AWS's words for it.

/// A step from a value to one inside it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// The member of an object, by its name as it is written.
    Member(String),
    /// The item of a list.
    Item(usize),
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where: the object that has or lacks a field, or the value itself.
    pub place: Vec<Place>,
    /// What.
    pub kind: FaultKind,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// A field that the service does not take.
    Unknown {
        /// Its name as it is written.
        field: String,
        /// Those that it takes there.
        known: Vec<String>,
    },
    /// A field that the service needs.
    Missing {
        /// Its name.
        field: String,
    },
    /// A value of the wrong JSON type.
    WrongType {
        /// The name of the field that has it.
        field: String,
        /// What it must be: `STRING`, `INTEGER`, `NUMBER`, `BOOLEAN`, `ARRAY`, `OBJECT`.
        wanted: &'static str,
    },
    /// A text that is none of those that the API knows.
    NotListed {
        /// The name of the field that has it.
        field: String,
        /// The text.
        value: String,
        /// Those that the API knows.
        known: Vec<String>,
    },
    /// More than one member of a union.
    Several {
        /// Those that are there.
        fields: Vec<String>,
    },
}

impl FaultKind {
    /// AWS's words for it. None for a text that is not listed and for a union of several: they are sent, and the service
    /// decides.
    pub fn aws_message(&self) -> Option<String> {
        match self {
            Self::Unknown { field, .. } => Some(not_supported(field)),
            Self::Missing { field } => Some(required(field)),
            Self::WrongType { field, wanted } => Some(must_be(field, wanted)),
            Self::NotListed { .. } | Self::Several { .. } => None,
        }
    }
}

/// AWS's words for a field that a service does not take (aws-cdk issue 10014, aws-step-functions-data-science-sdk-python
/// issue 198).
pub fn not_supported(field: &str) -> String {
    format!("The field \"{field}\" is not supported by Step Functions")
}

/// AWS's words for a field that is missing (measured with `ValidateStateMachineDefinition` in September 2026).
pub fn required(field: &str) -> String {
    format!("The field '{field}' is required but was missing")
}

/// AWS's words for a value of the wrong type: `must be a STRING` (aws-cdk issue 9181), `must be an INTEGER` (aws-cdk issue
/// 12284). Those for the other types are in the same manner; nobody has published them.
pub fn must_be(field: &str, wanted: &str) -> String {
    let article = if wanted.starts_with(['A', 'I', 'O']) { "an" } else { "a" };
    format!("The value for the field '{field}' must be {article} {wanted}")
}
