//! The objects that have a form, and their entries.

use super::table_entries::{editors, of_table};
use super::{Editor, Entry, Offer, condition, map_parts, state_entries};
use crate::asl::field::{self, Field, Group};
use crate::asl::{QueryLanguage, StateType};
use serde_json::Value;

/// An object with a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The machine.
    Machine,
    /// A state.
    State(StateType),
    /// A state without a type: nothing is known of its fields.
    Unknown,
    /// An entry of `Retry`.
    Retrier,
    /// An entry of `Catch`.
    Catcher,
    /// An entry of `Choices`, apart from its condition in JSONPath.
    Rule,
    /// A condition inside `And`, `Or` or `Not`.
    Condition,
    /// A branch of a Parallel state.
    Branch,
    /// What a Map state does with each item.
    ItemProcessor,
    /// How it does that.
    ProcessorConfig,
    /// Where a Map state reads its items.
    ItemReader,
    /// What is read.
    ReaderArguments {
        /// Whether the objects of a bucket are listed, instead of one being read.
        lists: bool,
    },
    /// How it is read.
    ReaderConfig {
        /// Whether the objects of a bucket are listed, instead of one being read.
        lists: bool,
    },
    /// How items are grouped.
    ItemBatcher,
    /// Where results are written.
    ResultWriter,
    /// The place to write to.
    WriterArguments,
    /// How they are written.
    WriterConfig,
    /// The role of a Task.
    Credentials,
    /// The parameters of a call: [`call_entries`](super::call_entries) has their entries.
    Call,
}

/// The entries of a part in a query language. `present` is the object as it is: what else can be said depends on it.
pub fn entries(part: Part, language: QueryLanguage, present: &Value) -> Vec<Entry> {
    use Offer::{Always, OnRequest};
    let is_jsonata = language == QueryLanguage::JSONata;
    let of = |fields: &[Field], language, offer: &dyn Fn(&str) -> Offer| {
        of_table(fields, &[], language, |field| editors(field, language), |field| offer(field.name))
    };
    // What scopes and retriers hold is never worked out.
    let fixed = QueryLanguage::JSONPath;
    let comments_on_request = |name: &str| if name == "Comment" { OnRequest } else { Always };
    let mut list = match part {
        Part::Machine => of(&field::MACHINE, fixed, &|name| match name {
            "TimeoutSeconds" | "Version" => OnRequest,
            _ => Always,
        }),
        Part::State(state_type) => state_entries::entries(state_type, language, present),
        Part::Unknown | Part::Call => Vec::new(),
        Part::Retrier => of(&field::RETRIER, fixed, &comments_on_request),
        Part::Catcher => of(&field::CATCHER, language, &|name| match name {
            "Output" | "Assign" | "Comment" => OnRequest,
            _ => Always,
        }),
        Part::Rule => of(&field::CHOICE_RULE, language, &|name| match name {
            "Output" | "Assign" | "Comment" => OnRequest,
            _ => Always,
        }),
        Part::Condition => {
            vec![Entry::new("Comment", Editor::Lines, Group::Configuration, Offer::WhenSet)]
        }
        Part::Branch => of(&field::BRANCH, fixed, &comments_on_request),
        Part::ItemProcessor => of(&field::ITEM_PROCESSOR, fixed, &comments_on_request),
        Part::Credentials if is_jsonata => vec![
            Entry::new("RoleArn", Editor::Line, Group::Configuration, Always)
                .or("RoleArn", Editor::Expression)
                .required(),
        ],
        Part::Credentials => vec![
            Entry::new("RoleArn", Editor::Line, Group::Configuration, Always)
                .or("RoleArn.$", Editor::PathOrCall)
                .required(),
        ],
        Part::ProcessorConfig
        | Part::ItemReader
        | Part::ReaderArguments { .. }
        | Part::ReaderConfig { .. }
        | Part::ItemBatcher
        | Part::ResultWriter
        | Part::WriterArguments
        | Part::WriterConfig => map_parts::entries(part, language, present),
    };
    list.retain(|entry| !is_elsewhere(part, language, present, entry.name()) && !is_condition(part, entry.name()));
    // What is set stands in the order of the form, not in that of the text: people learn where to look.
    list.sort_by_key(|entry| entry.group);
    list
}

/// Whether a field of a part is edited elsewhere: in the graph, in the head of the form, by the tree of conditions.
pub fn is_elsewhere(part: Part, language: QueryLanguage, present: &Value, name: &str) -> bool {
    match part {
        Part::Machine | Part::Branch | Part::ItemProcessor => name == "States",
        Part::State(_) => name == "Type",
        Part::Condition => condition(present).has(name),
        Part::Rule => language == QueryLanguage::JSONPath && condition(present).has(name),
        _ => false,
    }
}

/// Whether a field of a rule belongs to its condition in the JSONPath language, which has a tree of its own.
fn is_condition(part: Part, name: &str) -> bool {
    part == Part::Rule && matches!(name, "Variable" | "And" | "Or" | "Not")
}
