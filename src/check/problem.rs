//! What can be wrong with a definition, as codes with arguments. The words for people are in `i18n`.

use crate::text::json::SyntaxProblem;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A finding whose words stand in the documentation of its rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lint {
    /// Which message of the rule; empty for its first.
    pub key: String,
    /// What fills the places of the message, by their names.
    pub arguments: BTreeMap<String, String>,
}

impl Lint {
    pub(super) fn new(key: &str, arguments: &[(&str, &str)]) -> Self {
        let arguments = arguments.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Self { key: key.to_owned(), arguments }
    }

    /// A text with its places filled.
    pub fn fill(&self, text: &str) -> String {
        let mut filled = text.to_owned();
        for (name, value) in &self.arguments {
            filled = filled.replace(&format!("{{{name}}}"), value);
        }
        filled
    }
}

/// A kind of fault with its arguments.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Problem {
    /// The text is not JSON.
    Syntax(SyntaxProblem),
    /// The text is JSON, but not an object.
    NotAnObject,
    /// Fields are missing.
    MissingFields {
        /// Their names.
        fields: Vec<String>,
    },
    /// A name that no state has.
    MissingTarget {
        /// The name.
        name: String,
        /// A state whose name is much like it.
        suggestion: Option<String>,
    },
    /// A state that is there, but in another branch or iteration, or outside of this one.
    CrossScopeTarget {
        /// Its name.
        name: String,
    },
    /// Nothing leads to a state.
    UnreachableState {
        /// Its name.
        name: String,
    },
    /// No state ends the machine, branch or iteration.
    NoTerminalState,
    /// A field that the language does not know here.
    UnknownField {
        /// Its name.
        field: String,
        /// A field whose name is much like it.
        suggestion: Option<String>,
    },
    /// A field of the other query language.
    WrongLanguage {
        /// Its name.
        field: String,
        /// The state's language.
        language: String,
        /// The field's language.
        needed: String,
    },
    /// A value of the wrong JSON type.
    WrongType {
        /// The field.
        field: String,
        /// What it must be: `string`, `integer`, …
        expected: String,
    },
    /// A number outside of its range.
    OutOfRange {
        /// The field.
        field: String,
        /// The least value.
        least: i64,
        /// The greatest value.
        greatest: i64,
    },
    /// A text that is none of those allowed.
    NotOneOf {
        /// The field.
        field: String,
        /// What is allowed.
        allowed: Vec<String>,
    },
    /// Two states with one name.
    DuplicateState {
        /// The name.
        name: String,
    },
    /// A state that says both where it goes and that it ends.
    NextAndEnd,
    /// A state that says neither.
    NoNextOrEnd,
    /// A list or object that must not be empty.
    Empty {
        /// The field.
        field: String,
    },
    /// A name of more than 80 characters.
    NameTooLong {
        /// The name.
        name: String,
    },
    /// Two fields of which only one may be there.
    Both {
        /// One.
        first: String,
        /// The other.
        second: String,
    },
    /// None of some fields, of which one must be there.
    OneOfNeeded {
        /// Their names.
        fields: Vec<String>,
    },
    /// A rule with no comparator or with several.
    ComparatorCount {
        /// How many it has.
        count: usize,
    },
    /// A state set to JSONPath in a machine set to JSONata.
    LanguageConflict,
    /// A timestamp that is none.
    InvalidTimestamp,
    /// A rule that gave up: what it would have found is not known.
    RuleFailed {
        /// Its name.
        rule: String,
    },
    /// What a rule of Pasos finds beyond AWS.
    Lint(Lint),
}

impl Problem {
    /// AWS's code (API `ValidateStateMachineDefinition`).
    pub fn code(&self) -> &'static str {
        match self {
            Self::Syntax(SyntaxProblem::Empty) => "SCHEMA_VALIDATION_FAILED",
            Self::Syntax(_) => "INVALID_JSON_DESCRIPTION",
            Self::MissingTarget { .. } | Self::CrossScopeTarget { .. } | Self::UnreachableState { .. } => {
                "MISSING_TRANSITION_TARGET"
            }
            Self::NoTerminalState => "MISSING_END_STATE",
            Self::DuplicateState { .. } => "DUPLICATE_STATE_NAME",
            Self::Lint(_) | Self::RuleFailed { .. } => "PASOS_LINT",
            _ => "SCHEMA_VALIDATION_FAILED",
        }
    }

    /// AWS's own words where they are known, and words in their manner elsewhere.
    pub fn aws_message(&self, location: &str) -> String {
        match self {
            Self::Syntax(SyntaxProblem::Empty) | Self::NotAnObject => {
                "Definition must be a valid JSON object".to_owned()
            }
            Self::Syntax(SyntaxProblem::DuplicateKey(key)) => format!("Duplicate field '{key}'"),
            Self::Syntax(problem) => format!("The definition is not valid JSON: {problem:?}"),
            Self::MissingFields { fields } => format!("These fields are required: [{}]", fields.join(", ")),
            Self::MissingTarget { name, .. } | Self::CrossScopeTarget { name } => {
                format!("Missing 'Next' target: {name}")
            }
            Self::UnreachableState { name } => format!("State \"{name}\" is not reachable."),
            Self::NoTerminalState => "Workflow has no terminal state".to_owned(),
            Self::UnknownField { field, .. } => format!("Field '{field}' is not supported"),
            Self::WrongLanguage { field, language, needed } => format!(
                "The QueryLanguage is set to '{language}', but field '{field}' is only supported for the '{needed}' QueryLanguage"
            ),
            Self::WrongType { expected, .. } => format!("Expected value of type {expected} at {location}"),
            Self::OutOfRange { least, greatest, .. } => {
                format!("Value must be between {least} and {greatest} at {location}")
            }
            Self::NotOneOf { field, allowed } => {
                format!("The field '{field}' should have one of these values: [{}]", allowed.join(", "))
            }
            Self::DuplicateState { name } => format!("Duplicate state name: {name}"),
            Self::NextAndEnd => "Only one of these fields is allowed: [Next, End]".to_owned(),
            Self::NoNextOrEnd => "One of these fields is required: [Next, End]".to_owned(),
            Self::Empty { .. } => format!("Value cannot be empty at {location}"),
            Self::NameTooLong { name } => format!("State name '{name}' is longer than 80 characters"),
            Self::Both { first, second } => format!("Only one of these fields is allowed: [{first}, {second}]"),
            Self::OneOfNeeded { fields } => format!("One of these fields is required: [{}]", fields.join(", ")),
            Self::ComparatorCount { .. } => "A rule must have exactly one comparator".to_owned(),
            Self::LanguageConflict => {
                "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine".to_owned()
            }
            Self::RuleFailed { rule } => format!("The rule {rule} failed"),
            // The words are in the rule's documentation: `i18n::diagnostic_words`.
            Self::Lint(lint) => lint.key.clone(),
            Self::InvalidTimestamp => "String does not match RFC3339 timestamp".to_owned(),
        }
    }
}
