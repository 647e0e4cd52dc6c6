//! The words for diagnostics in English.

use super::DiagnosticMessages;
use crate::check::{PathKind, PathReason, Problem};
use crate::i18n::En;
use crate::text::json::{MAX_DEPTH, SyntaxProblem};

fn list(words: &[String], last: &str) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [rest @ .., end] => format!("{} {last} {end}", rest.join(", ")),
    }
}

fn syntax(problem: &SyntaxProblem) -> (String, &'static str) {
    match problem {
        SyntaxProblem::Empty => {
            ("There is no definition".to_owned(), "Paste or open one, or add the first state in the graph.")
        }
        SyntaxProblem::ExpectedValue => {
            ("A value is missing here".to_owned(), "Write a text, number, object, array, true, false or null.")
        }
        SyntaxProblem::ExpectedKey => {
            ("A field name is missing here".to_owned(), "Names stand in double quotes, before a colon.")
        }
        SyntaxProblem::ExpectedColon => ("A colon is missing".to_owned(), "Put : between the name and its value."),
        SyntaxProblem::ExpectedComma => ("A comma is missing".to_owned(), "Put , between the two values."),
        SyntaxProblem::TrailingComma => {
            ("Nothing follows this comma".to_owned(), "Remove it: JSON has no comma after the last value.")
        }
        SyntaxProblem::Unclosed { bracket, line } => {
            (format!("The {bracket} of line {line} is not closed"), "Add the closing bracket where it belongs.")
        }
        SyntaxProblem::UnexpectedBracket(bracket) => {
            (format!("This {bracket} closes nothing"), "Remove it, or add the bracket that it should close.")
        }
        SyntaxProblem::UnterminatedString => {
            ("This text is not closed".to_owned(), "Add the closing double quote on the same line.")
        }
        SyntaxProblem::InvalidEscape => {
            ("This escape is not valid".to_owned(), r#"JSON knows \" \\ \/ \b \f \n \r \t and \u with four digits."#)
        }
        SyntaxProblem::ControlCharacter => {
            ("A control character stands in a text".to_owned(), r"Write it as an escape, such as \t for a tab.")
        }
        SyntaxProblem::InvalidNumber => {
            ("This is not a number".to_owned(), "Numbers look like 12, -0.5 or 6e3, without leading zeros.")
        }
        SyntaxProblem::NumberTooLarge => {
            ("This number is too large".to_owned(), "Write it as a text if it has to stay exact.")
        }
        SyntaxProblem::UnexpectedText(text) => {
            (format!("JSON does not know {text}"), "Texts stand in double quotes; true, false and null in lower case.")
        }
        SyntaxProblem::Comment => {
            ("JSON has no comments".to_owned(), "Use the Comment field of the machine or of the state.")
        }
        SyntaxProblem::TrailingText => {
            ("Something follows the end of the definition".to_owned(), "Remove it, or check the brackets before it.")
        }
        SyntaxProblem::DuplicateKey(key) => {
            (format!("The name {key} appears twice in this object"), "AWS refuses this. Rename or remove one of them.")
        }
        SyntaxProblem::TooDeep => (
            format!("Brackets nest deeper than {MAX_DEPTH} levels"),
            "What lies deeper is not read. The text itself is kept as it is.",
        ),
    }
}

/// What is wrong with a path, behind a colon.
fn path_reason(reason: &PathReason) -> String {
    match reason {
        PathReason::NoDollar => "a path starts with $".to_owned(),
        PathReason::SeveralValues => "it may name several values".to_owned(),
        PathReason::IntoVariable => "a result is not written to a variable".to_owned(),
        PathReason::ContextObject => "it names the context object".to_owned(),
        PathReason::Refused(reason) => reason.clone(),
    }
}

impl DiagnosticMessages for En {
    fn problem(&self, problem: &Problem) -> String {
        match problem {
            Problem::Syntax(problem) => syntax(problem).0,
            Problem::NotAnObject => "A definition is a JSON object".to_owned(),
            Problem::MissingFields { fields } => match fields.len() {
                1 => format!("The field {} is missing", fields[0]),
                _ => format!("The fields {} are missing", list(fields, "and")),
            },
            Problem::MissingTarget { name, .. } if name.is_empty() => "The name of the state is missing".to_owned(),
            Problem::MissingTarget { name, .. } => format!("There is no state called {name}"),
            Problem::CrossScopeTarget { name } => format!("{name} is in another branch or iteration"),
            Problem::UnreachableState { name } => format!("No way from StartAt leads to {name}"),
            Problem::NoTerminalState => "No state ends here".to_owned(),
            Problem::UnknownField { field, .. } => format!("The field {field} is not supported here"),
            Problem::WrongLanguage { field, needed, .. } => format!("{field} exists only in the {needed} language"),
            Problem::WrongType { field, expected } => format!("{field} must be of type {expected}"),
            Problem::OutOfRange { field, least, greatest, .. } => {
                format!("{field} must be between {least} and {greatest}")
            }
            Problem::NotOneOf { field, allowed } => format!("{field} must be {}", list(allowed, "or")),
            Problem::DuplicateState { name } => format!("Two states are called {name}"),
            Problem::NextAndEnd => "The state has both Next and End".to_owned(),
            Problem::NoNextOrEnd => "The state has neither Next nor End".to_owned(),
            Problem::NameEmpty => "The state has no name".to_owned(),
            Problem::Empty { field } => format!("{field} must not be empty"),
            Problem::NameTooLong { .. } => "The name has more than 80 characters".to_owned(),
            Problem::Both { first, second } => format!("{first} and {second} exclude each other"),
            Problem::OneOfNeeded { fields } => format!("One of {} is needed", list(fields, "or")),
            Problem::ComparatorCount { count } => match count {
                0 => "The rule compares nothing".to_owned(),
                _ => format!("The rule has {count} comparators"),
            },
            Problem::LanguageConflict => "A state cannot go back to JSONPath in a JSONata machine".to_owned(),
            Problem::InvalidPath { field, wanted: PathKind::Path | PathKind::Template, reason } => {
                format!("{field} is not a path: {}", path_reason(reason))
            }
            Problem::InvalidPath { field, reason, .. } => {
                format!("{field} is not a reference path: {}", path_reason(reason))
            }
            Problem::InvalidCall { field, reason } => format!("The call in {field} is not valid: {reason}"),
            Problem::TemplateNotText { field } => format!("{field} must hold a text with a path or a call"),
            Problem::TemplateDuplicate { key } => format!("{key} appears twice once .$ is taken off"),
            Problem::InvalidExpression { message, .. } => message.clone(),
            Problem::JsonataDelimiters => "This is not quite a JSONata expression".to_owned(),
            Problem::MisplacedStates { name } => format!("{name} does not exist here"),
            Problem::AllNotAlone => "States.ALL must be alone, and in the last entry".to_owned(),
            Problem::InvalidResource { .. } => "The Resource is not an ARN".to_owned(),
            Problem::UnknownResource { .. } => "The Resource names nothing that a Task can call".to_owned(),
            Problem::ArgumentsRequired { field, .. } => format!("This call needs {field}"),
            Problem::FieldRequired { field } => format!("The field {field} is missing"),
            Problem::UnknownArgument { field, .. } if field.is_empty() => "A parameter has no name".to_owned(),
            Problem::UnknownArgument { field, .. } => format!("The service does not take the parameter {field}"),
            Problem::ArgumentType { field, expected } => format!("The parameter {field} must be of type {expected}"),
            Problem::NotInExpress { limit } => format!("Express state machines do not support {limit}"),
            Problem::CredentialsOnActivity => "An activity takes no Credentials".to_owned(),
            Problem::InvalidLabel { character: Some(character), .. } => {
                format!("A Label cannot have the character {character}")
            }
            Problem::InvalidLabel { character: None, .. } => "The Label has more than 40 characters".to_owned(),
            Problem::DuplicateLabel { label } => format!("Two Map states have the Label {label}"),
            Problem::ReservedVariable => "The variable states is reserved".to_owned(),
            Problem::InvalidVariableName { name } => format!("{name} cannot be the name of a variable"),
            Problem::OuterVariable { name } => format!("The variable {name} already exists outside of this scope"),
            Problem::DefinitionTooLarge { bytes } => format!("The definition has {bytes} bytes"),
            Problem::RuleFailed { rule } => format!("The rule {rule} failed, so what it looks for was not checked"),
            // Its words are in its rule's documentation: `diagnostic_words`.
            Problem::Lint(lint) => lint.key.clone(),
            Problem::InvalidTimestamp => "This is not a timestamp".to_owned(),
        }
    }

    fn advice(&self, problem: &Problem) -> String {
        let text = match problem {
            Problem::Syntax(problem) => syntax(problem).1,
            Problem::NotAnObject => "Begin with { and give it StartAt and States.",
            Problem::MissingFields { .. } => "Add it: the definition cannot run without.",
            Problem::MissingTarget { suggestion: Some(name), .. } => return format!("Did you mean {name}?"),
            Problem::MissingTarget { suggestion: None, .. } => "Correct the name, or add the state.",
            Problem::CrossScopeTarget { .. } => {
                "A transition stays within its branch or iteration. Lead to a state beside this one, or end here."
            }
            Problem::UnreachableState { .. } => "Lead a state to it with Next, or remove it.",
            Problem::NoTerminalState => r#"Give a state "End": true, or add a Succeed or Fail state."#,
            Problem::UnknownField { suggestion: Some(name), .. } => return format!("Did you mean {name}?"),
            Problem::UnknownField { suggestion: None, .. } => "Remove it: AWS refuses fields that it does not know.",
            Problem::WrongLanguage { needed, .. } => {
                return format!("Remove it, or set the state's QueryLanguage to {needed}.");
            }
            Problem::WrongType { .. } => "Write a value of that type.",
            Problem::OutOfRange { .. } => "Choose a number of that range.",
            Problem::NotOneOf { .. } => "Write it exactly like that; upper and lower case count.",
            Problem::DuplicateState { .. } => "Names are unique in the whole machine, branches included. Rename one.",
            Problem::NextAndEnd => "Keep Next to go on, or End to stop here.",
            Problem::NoNextOrEnd => r#"Add Next with the name of a state, or "End": true."#,
            Problem::NameEmpty => "Give it one: AWS takes 1 to 80 characters.",
            Problem::Empty { .. } => "Write something there.",
            Problem::NameTooLong { .. } => "Shorten it: AWS allows 80.",
            Problem::Both { .. } => "Keep one of them.",
            Problem::OneOfNeeded { .. } => "Add one of them.",
            Problem::ComparatorCount { .. } => "Give it exactly one, such as NumericEquals, And or Not.",
            Problem::LanguageConflict => "Remove QueryLanguage from the state.",
            Problem::InvalidPath { wanted: PathKind::Path, .. } => "Write a path such as $.order.items[0].",
            Problem::InvalidPath { wanted: PathKind::Template, .. } => {
                "Write a path such as $.order.id, or a call such as States.UUID(); plain values need no .$"
            }
            Problem::InvalidPath { .. } => "Name one place, such as $.order.id: no *, no filter, no range, no ..",
            Problem::InvalidCall { .. } => "Check the name, the brackets, the commas and the number of arguments.",
            Problem::TemplateNotText { .. } => "Take .$ off the name to keep the value as it is.",
            Problem::TemplateDuplicate { .. } => "Keep one of them.",
            Problem::InvalidExpression { is_unsupported: true, .. } => {
                "Begin with $states.input, another part of $states, or a variable."
            }
            Problem::InvalidExpression { .. } => "Correct the expression here.",
            Problem::JsonataDelimiters => "Begin exactly with {% and end exactly with %}, with no blanks outside.",
            Problem::MisplacedStates { .. } => {
                "$states.result is in Output and Assign of Task, Parallel and Map; $states.errorOutput in their Catch."
            }
            Problem::AllNotAlone => "Move it to an entry of its own at the end.",
            Problem::InvalidResource { .. } => "Write an ARN such as arn:aws:states:::lambda:invoke.",
            Problem::UnknownResource { suggestion: Some(resource), .. } => return format!("Did you mean {resource}?"),
            Problem::UnknownResource { suggestion: None, .. } => {
                "Check the service, its action and the ending .sync or .waitForTaskToken."
            }
            Problem::ArgumentsRequired { .. } | Problem::FieldRequired { .. } => {
                "Add it: AWS refuses the call without."
            }
            Problem::UnknownArgument { suggestion: Some(name), .. } => return format!("Did you mean {name}?"),
            Problem::UnknownArgument { suggestion: None, .. } => {
                "Remove it, or write the name as Step Functions has it: in PascalCase, lists in the plural."
            }
            Problem::ArgumentType { .. } => "Write a value of that type: AWS does not start the call otherwise.",
            Problem::NotInExpress { .. } => {
                "Use a request-response call or an inline Map, or make the machine Standard."
            }
            Problem::CredentialsOnActivity => "Remove Credentials.",
            Problem::InvalidLabel { .. } => "Use up to 40 letters, digits, - and _.",
            Problem::DuplicateLabel { .. } => "Give each Map a Label of its own.",
            Problem::ReservedVariable => "Choose another name.",
            Problem::InvalidVariableName { .. } => "Begin with a letter; then letters, digits and _, 80 at most.",
            Problem::OuterVariable { .. } => {
                "Choose another name: an inner state reads outer variables, but assigns none."
            }
            Problem::DefinitionTooLarge { .. } => {
                "AWS takes 1 MB (1048576 bytes). Move parts into machines of their own."
            }
            Problem::RuleFailed { .. } => {
                "This is a fault of Pasos, not of the definition. All other rules were applied."
            }
            Problem::Lint(_) => "",
            Problem::InvalidTimestamp => "Write it like 2026-03-14T01:59:00Z, with T and an offset.",
        };
        text.to_owned()
    }
}
