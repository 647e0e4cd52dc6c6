//! The objects that have a form, and their entries.

use super::{Editor, Entry, Offer, condition, map_parts, state_entries};
use crate::asl::field::Group;
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
    use Group::{Configuration, ErrorHandling, Output, Variables};
    use Offer::{Always, OnRequest};
    let is_jsonata = language == QueryLanguage::JSONata;
    let seconds = |least| Editor::Integer { least, most: 99_999_999 };
    let comment = |group| Entry::new("Comment", Editor::Lines, group, OnRequest);
    let output = |group| {
        is_jsonata.then(|| Entry::new("Output", Editor::Expression, group, OnRequest).or("Output", Editor::Json))
    };
    let assign = |group| Entry::new("Assign", Editor::Json, group, OnRequest);
    let start_at = || Entry::new("StartAt", Editor::Target, Configuration, Always).required();
    let mut list = match part {
        Part::Machine => vec![
            Entry::new("Comment", Editor::Lines, Configuration, Always),
            start_at(),
            Entry::new("QueryLanguage", Editor::OneOf(&["JSONPath", "JSONata"]), Configuration, Always)
                .otherwise("JSONPath"),
            Entry::new("TimeoutSeconds", seconds(0), Configuration, OnRequest),
            Entry::new("Version", Editor::OneOf(&["1.0"]), Configuration, OnRequest).otherwise("1.0"),
        ],
        Part::State(state_type) => state_entries::entries(state_type, language, present),
        Part::Unknown | Part::Call => Vec::new(),
        Part::Retrier => vec![
            Entry::new("ErrorEquals", Editor::Errors, ErrorHandling, Always).required(),
            Entry::new("IntervalSeconds", seconds(0), ErrorHandling, Always).otherwise("1"),
            Entry::new("MaxAttempts", seconds(0), ErrorHandling, Always).otherwise("3"),
            Entry::new("BackoffRate", Editor::Decimal { least: 1.0 }, ErrorHandling, Always).otherwise("2.0"),
            Entry::new("MaxDelaySeconds", Editor::Integer { least: 1, most: 31_622_400 }, ErrorHandling, Always),
            Entry::new("JitterStrategy", Editor::OneOf(&["NONE", "FULL"]), ErrorHandling, Always).otherwise("NONE"),
            comment(ErrorHandling),
        ],
        Part::Catcher => {
            let mut list = vec![
                Entry::new("ErrorEquals", Editor::Errors, ErrorHandling, Always).required(),
                Entry::new("Next", Editor::Target, ErrorHandling, Always).required(),
            ];
            if !is_jsonata {
                let path = Entry::new("ResultPath", Editor::Path, ErrorHandling, Always).otherwise("$");
                list.push(path.or("ResultPath", Editor::Null));
            }
            list.extend(output(ErrorHandling));
            list.push(assign(ErrorHandling));
            list.push(comment(ErrorHandling));
            list
        }
        Part::Rule => {
            let mut list = Vec::new();
            if is_jsonata {
                let condition = Entry::new("Condition", Editor::Expression, Configuration, Always).required();
                list.push(condition.or("Condition", Editor::Switch));
            }
            list.push(Entry::new("Next", Editor::Target, Configuration, Always).required());
            list.extend(output(Output));
            list.push(assign(Variables));
            list.push(comment(Configuration));
            list
        }
        Part::Condition => vec![Entry { offer: Offer::WhenSet, ..comment(Configuration) }],
        Part::Branch => vec![start_at(), comment(Configuration)],
        Part::ItemProcessor => vec![
            Entry::new("ProcessorConfig", Editor::Object(Part::ProcessorConfig), Configuration, Always),
            start_at(),
            comment(Configuration),
        ],
        Part::Credentials if is_jsonata => vec![
            Entry::new("RoleArn", Editor::Line, Configuration, Always).or("RoleArn", Editor::Expression).required(),
        ],
        Part::Credentials => vec![
            Entry::new("RoleArn", Editor::Line, Configuration, Always).or("RoleArn.$", Editor::PathOrCall).required(),
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
