//! Quick fixes: what mends a problem, as commands of the editor. One fix per file.

mod add_default;
mod add_end;
mod add_lambda_retrier;
mod all;
mod correct_field;
mod correct_resource;
mod correct_target;
mod correct_value;
mod keep_one_field;
mod modern_map_field;
mod move_states_all_last;
mod place;
mod remove_unreachable;
mod rename_duplicate;
mod shorten_name;
mod slip;
mod stays_text;
mod title;

pub use all::{FixedAll, fix_all};
pub use title::FixTitle;

use crate::asl::Document;
use crate::check::{Diagnostic, Problem};
use crate::edit::Command;
use crate::text::json::SyntaxProblem;

/// One way to mend a problem.
#[derive(Clone, Debug, PartialEq)]
pub struct Fix {
    /// What it does, for people.
    pub title: FixTitle,
    /// What it does, for the editor.
    pub command: Command,
    /// Whether it can be done without asking: the definition means after it what it was meant to mean before.
    pub is_safe: bool,
}

/// What mends a problem, the likeliest first; nothing where only a person can know. The diagnostic must be one of this
/// very document; one of another gives nothing or a command that the editor refuses, never a panic.
pub fn fixes(document: &Document, diagnostic: &Diagnostic) -> Vec<Fix> {
    match &diagnostic.problem {
        Problem::MissingTarget { name, suggestion: Some(meant) } => {
            correct_target::fixes(document, diagnostic, name, meant)
        }
        Problem::UnknownField { field, suggestion } => {
            correct_field::fixes(document, diagnostic, field, suggestion.as_deref())
        }
        Problem::UnknownArgument { field, suggestion } => {
            correct_field::argument_fixes(document, diagnostic, field, suggestion.as_deref())
        }
        Problem::UnknownResource { suggestion: Some(meant), .. } => {
            correct_resource::fixes(document, diagnostic, meant)
        }
        Problem::WrongLanguage { field, .. } => correct_field::fixes(document, diagnostic, field, None),
        Problem::LanguageConflict => correct_field::fixes(document, diagnostic, "QueryLanguage", None),
        Problem::UnreachableState { .. } => remove_unreachable::fixes(document, diagnostic),
        Problem::DuplicateState { .. } | Problem::Syntax(SyntaxProblem::DuplicateKey(_)) => {
            rename_duplicate::fixes(document, diagnostic)
        }
        Problem::NextAndEnd => keep_one_field::fixes(document, diagnostic, "End", "Next"),
        Problem::Both { first, second } => keep_one_field::fixes(document, diagnostic, first, second),
        Problem::NoNextOrEnd => add_end::fixes(document, diagnostic),
        Problem::NameTooLong { .. } => shorten_name::fixes(document, diagnostic),
        _ => by_rule(document, diagnostic),
    }
}

/// Findings beyond AWS's own are known by the name of their rule.
fn by_rule(document: &Document, diagnostic: &Diagnostic) -> Vec<Fix> {
    match diagnostic.rule.as_str() {
        "argument-value" => correct_value::fixes(document, diagnostic),
        "choice-without-default" => add_default::fixes(document, diagnostic),
        "lambda-without-retrier" => add_lambda_retrier::fixes(document, diagnostic),
        // A rule for both marks the field that it means.
        "deprecated-field" => [("Iterator", "ItemProcessor"), ("Parameters", "ItemSelector")]
            .into_iter()
            .filter(|(from, _)| place::marked_object(document, diagnostic, from).is_some())
            .flat_map(|(from, to)| modern_map_field::fixes(document, diagnostic, from, to))
            .collect(),
        "deprecated-iterator" => modern_map_field::fixes(document, diagnostic, "Iterator", "ItemProcessor"),
        "deprecated-map-parameters" => modern_map_field::fixes(document, diagnostic, "Parameters", "ItemSelector"),
        "stays-text" => stays_text::fixes(document, diagnostic),
        "states-all" => move_states_all_last::fixes(document, diagnostic),
        _ => Vec::new(),
    }
}
