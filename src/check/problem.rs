//! What can be wrong with a definition, as codes with arguments. The words for people are in `i18n`.

use super::PathKind;
use crate::services;
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

/// What is wrong with a path.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PathReason {
    /// It does not start with `$`.
    NoDollar,
    /// It may name several values where one place is wanted.
    SeveralValues,
    /// A result cannot be written into a variable.
    IntoVariable,
    /// It names the context object where data is wanted.
    ContextObject,
    /// AWS's engine cannot read it; its words.
    Refused(String),
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
        /// Whether it lies below the range; else above.
        is_below: bool,
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
    /// A state whose name has no character.
    NameEmpty,
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
    /// A text that is no path, or not of the kind that its field takes.
    InvalidPath {
        /// The field.
        field: String,
        /// What the field takes.
        wanted: PathKind,
        /// What is wrong.
        reason: PathReason,
    },
    /// A call of an intrinsic function that cannot be read.
    InvalidCall {
        /// The field.
        field: String,
        /// What is wrong.
        reason: String,
    },
    /// A field of a payload template that ends in `.$` and holds no text.
    TemplateNotText {
        /// The field.
        field: String,
    },
    /// Two fields of a payload template that become one without `.$`.
    TemplateDuplicate {
        /// The field without `.$`.
        key: String,
    },
    /// A JSONata expression that cannot be read, or refers to data where there are none.
    InvalidExpression {
        /// Whether it can be read, but refers to what is not there.
        is_unsupported: bool,
        /// AWS's words.
        message: String,
    },
    /// A text that is nearly a JSONata expression.
    JsonataDelimiters,
    /// `$states.result` or `$states.errorOutput` where there is none.
    MisplacedStates {
        /// Which.
        name: String,
    },
    /// `States.ALL` beside other names, or not in the last place.
    AllNotAlone,
    /// A `Resource` that is no ARN.
    InvalidResource {
        /// The text.
        resource: String,
    },
    /// An ARN that names nothing a Task can call.
    UnknownResource {
        /// The ARN.
        resource: String,
        /// The ARN that is meant, where one is much like it.
        suggestion: Option<String>,
    },
    /// A call without its parameters.
    ArgumentsRequired {
        /// `Parameters` or `Arguments`.
        field: String,
        /// The ARN.
        resource: String,
    },
    /// A field of the parameters or of the credentials that is missing.
    FieldRequired {
        /// The field.
        field: String,
    },
    /// A parameter that the service does not take.
    UnknownArgument {
        /// Its name.
        field: String,
        /// A parameter whose name is much like it.
        suggestion: Option<String>,
    },
    /// A parameter of another type than the service takes.
    ArgumentType {
        /// Its name.
        field: String,
        /// What it must be: `STRING`, `NUMBER`, …
        expected: String,
    },
    /// What an Express state machine cannot do.
    NotInExpress {
        /// `.sync`, `.waitForTaskToken`, `Activity` or `DISTRIBUTED`.
        limit: String,
    },
    /// `Credentials` on a call of an activity.
    CredentialsOnActivity,
    /// A `Label` that is too long or has a character that it cannot have.
    InvalidLabel {
        /// The label.
        label: String,
        /// The character; none where it is too long.
        character: Option<String>,
    },
    /// A `Label` that two Map states have.
    DuplicateLabel {
        /// The label.
        label: String,
    },
    /// The variable `states` assigned.
    ReservedVariable,
    /// A variable whose name is no identifier, or too long.
    InvalidVariableName {
        /// The name.
        name: String,
    },
    /// A variable of a branch or iteration with the name of one outside.
    OuterVariable {
        /// The name.
        name: String,
    },
    /// More than 1 MB.
    DefinitionTooLarge {
        /// Its size in bytes.
        bytes: usize,
    },
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
            Self::NameTooLong { .. } | Self::NameEmpty => "INVALID_STATE_NAME",
            Self::InvalidExpression { is_unsupported: false, .. } => "INVALID_JSONATA_EXPRESSION",
            Self::InvalidExpression { .. } | Self::MisplacedStates { .. } => "UNSUPPORTED_JSONATA_EXPRESSION",
            Self::ReservedVariable => "RESERVED_VARIABLE_NAME",
            Self::InvalidVariableName { .. } => "INVALID_VARIABLE_NAME",
            Self::InvalidLabel { .. } => "INVALID_LABEL_NAME",
            Self::DuplicateLabel { .. } => "DUPLICATE_LABEL_NAME",
            Self::Lint(_) | Self::RuleFailed { .. } => "PASOS_LINT",
            _ => "SCHEMA_VALIDATION_FAILED",
        }
    }

    /// AWS's own words where they are known (recordings, and measurements with `ValidateStateMachineDefinition` that were
    /// published in September 2026), and words in their manner elsewhere.
    pub fn aws_message(&self, location: &str) -> String {
        match self {
            Self::Syntax(SyntaxProblem::Empty) | Self::NotAnObject => {
                "Definition must be a valid JSON object".to_owned()
            }
            Self::Syntax(SyntaxProblem::DuplicateKey(key)) => format!("Duplicate field '{key}'"),
            Self::Syntax(SyntaxProblem::UnexpectedText(text)) => {
                let first = text.chars().next().unwrap_or_default();
                let said = if first.is_alphanumeric() || "_$".contains(first) {
                    format!("Unrecognized token '{text}': was expecting")
                } else {
                    format!("Unexpected character ('{first}' (code {})): expected a valid value", u32::from(first))
                };
                format!(
                    "{said} (JSON String, Number, Array, Object or token 'null', 'true' or 'false')\n at {location}"
                )
            }
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
            Self::WrongType { expected, .. } => {
                let (first, rest) = expected.split_at(expected.chars().next().map_or(0, char::len_utf8));
                format!("Expected value of type {}{rest}", first.to_uppercase())
            }
            Self::OutOfRange { least, is_below: true, .. } => format!("Minimum value is {least}"),
            Self::OutOfRange { greatest, .. } => format!("Maximum value is {greatest}"),
            Self::NotOneOf { field, allowed } if field == "Type" => {
                format!("The field 'Type' should have one of these values: [{}]", allowed.join(", "))
            }
            Self::NotOneOf { field, .. } if field == "Resource" => {
                "The field 'Resource' does not match any of the allowed values".to_owned()
            }
            Self::NotOneOf { allowed, .. } => {
                format!("Value should be one of the following: [{}]", allowed.join(", "))
            }
            Self::DuplicateState { name } => format!("Duplicate State name: {name}"),
            Self::NextAndEnd => "There should only be one of the following fields: [Next, End]".to_owned(),
            Self::NoNextOrEnd => "This object should have only one of the following fields: [Next, End]".to_owned(),
            Self::Empty { .. } => "Value cannot be empty".to_owned(),
            Self::NameTooLong { name } => {
                format!("State name '{name}' exceeds the 80-character limit allowed by the service")
            }
            Self::NameEmpty => "State name '' is empty".to_owned(),
            Self::Both { first, second } => {
                format!("There should only be one of the following fields: [{first}, {second}]")
            }
            Self::OneOfNeeded { fields } => {
                format!("This object should have only one of the following fields: [{}]", fields.join(", "))
            }
            Self::ComparatorCount { .. } => "A rule must have exactly one comparator".to_owned(),
            Self::LanguageConflict => {
                "'QueryLanguage' can not be 'JSONPath' if set to 'JSONata' for whole state machine".to_owned()
            }
            Self::InvalidPath { wanted: PathKind::Path, .. } => "Value must be a valid JSONPath.".to_owned(),
            Self::InvalidPath { wanted: PathKind::Template, field, .. } | Self::InvalidCall { field, .. } => {
                format!("The value for the field '{field}' must be a valid JSONPath or a valid intrinsic function call")
            }
            Self::InvalidPath { reason: PathReason::Refused(reason), .. } if reason.starts_with("Path must start") => {
                "Value is not a Reference Path: Reference path didn't start with '$'".to_owned()
            }
            Self::InvalidPath { .. } => "Value is not a Reference Path".to_owned(),
            Self::TemplateNotText { field } => {
                format!("The value for the field '{field}' must be a STRING that contains a JSONPath")
            }
            Self::TemplateDuplicate { key } => format!("Duplicate field '{key}' in the payload template"),
            Self::InvalidExpression { message, .. } => message.clone(),
            Self::JsonataDelimiters => "JSONata string must start with {% and end with %}".to_owned(),
            Self::MisplacedStates { name } => format!("Reference to '{name}' is not supported in this field."),
            Self::AllNotAlone => "States.ALL must appear alone and at end of list".to_owned(),
            Self::InvalidResource { .. } => "Value is not a valid resource ARN".to_owned(),
            Self::UnknownResource { resource, .. } => format!(
                "The resource provided {resource} is not recognized. The value is not a valid resource ARN, or the resource is not available in this region."
            ),
            Self::ArgumentsRequired { field, resource } => {
                format!("{field} field is required for resource ARN: {resource}")
            }
            Self::FieldRequired { field } => services::required(field),
            Self::UnknownArgument { field, .. } => services::not_supported(field),
            Self::ArgumentType { field, expected } => services::must_be(field, expected),
            Self::NotInExpress { limit } => match limit.as_str() {
                "Activity" => "Express state machine does not support Activity ARN".to_owned(),
                "DISTRIBUTED" => {
                    "The field 'Mode' with value 'DISTRIBUTED' is not supported inside 'EXPRESS' state machines"
                        .to_owned()
                }
                // The blank at the end is AWS's (measured).
                pattern => format!("Express state machine does not support '{pattern}' service integration "),
            },
            Self::CredentialsOnActivity => "The field 'Credentials' is not supported for activities".to_owned(),
            Self::InvalidLabel { label, character: Some(character) } => {
                format!("Label '{label}' contains an invalid character: '{character}'")
            }
            Self::InvalidLabel { label, character: None } => {
                format!("Label '{label}' exceeds the 40-character limit allowed by the service")
            }
            Self::DuplicateLabel { label } => format!("Duplicate Label name: {label}"),
            Self::ReservedVariable => "Cannot assign to reserved variable '$states'.".to_owned(),
            Self::InvalidVariableName { name } => {
                format!("Invalid variable name '{name}': the variable name contains invalid characters.")
            }
            Self::OuterVariable { name } => {
                format!("Cannot assign to variable '${name}': a variable of this name exists in an outer scope.")
            }
            Self::DefinitionTooLarge { .. } => "The definition exceeds the maximum size of 1048576 bytes".to_owned(),
            Self::RuleFailed { rule } => format!("The rule {rule} failed"),
            // The words are in the rule's documentation: `i18n::diagnostic_words`.
            Self::Lint(lint) => lint.key.clone(),
            Self::InvalidTimestamp => "String does not match RFC3339 timestamp".to_owned(),
        }
    }
}
