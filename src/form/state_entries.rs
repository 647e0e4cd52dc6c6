//! The entries of a state: the table of fields, with the fields that exclude each other as ways of one entry.

use super::{Editor, Entry, List, Offer, Part};
use crate::asl::field::{self, Field, Group, Kind};
use crate::asl::{QueryLanguage, StateType};
use serde_json::Value;

pub(super) fn entries(state_type: StateType, language: QueryLanguage, present: &Value) -> Vec<Entry> {
    let fields: Vec<&Field> = field::of_state(state_type)
        .iter()
        .filter(|field| field.language.is_none_or(|own| own == language))
        .filter(|field| !matches!(field.name, "Type" | "End"))
        .collect();
    let mut list: Vec<Entry> = Vec::new();
    for field in &fields {
        let stem = field.name.strip_suffix("Path").filter(|stem| fields.iter().any(|other| other.name == *stem));
        // A Wait state waits for one thing: its four fields are one entry.
        let stem = match (state_type, field.name) {
            (StateType::Wait, "Timestamp" | "SecondsPath" | "TimestampPath") => Some("Seconds"),
            // Where the result goes, not another way to write it.
            (_, "ResultPath") => None,
            _ => stem,
        };
        let editors = editors(state_type, field, language);
        match stem.and_then(|stem| list.iter_mut().find(|entry| entry.name() == stem)) {
            Some(entry) => {
                entry.variants.extend(editors.into_iter().map(|editor| super::Variant { field: field.name, editor }));
            }
            None => {
                let mut editors = editors.into_iter();
                let Some(first) = editors.next() else { continue };
                let offer = offer(state_type, field.name, language, present);
                let mut entry = Entry::new(field.name, first, field.group, offer);
                entry.default = default(state_type, field.name, language);
                entry.is_required = is_required(state_type, field.name);
                list.push(editors.fold(entry, |entry, editor| entry.or(field.name, editor)));
            }
        }
    }
    // Arguments come before input in the table of a Map; what is read comes first in its form.
    list.sort_by_key(|entry| rank(entry.name()));
    list
}

/// The order inside a group, where it is not that of the table.
fn rank(name: &str) -> usize {
    match name {
        "Resource" | "Choices" | "Branches" | "ItemProcessor" | "Iterator" | "Seconds" | "Error" => 0,
        "Cause" | "Default" | "Next" => 1,
        "Comment" | "QueryLanguage" => 3,
        _ => 2,
    }
}

fn is_required(state_type: StateType, name: &str) -> bool {
    name == "Next" || name == "Seconds" || field::required(state_type).contains(&name) || name == "ItemProcessor"
}

fn editors(state_type: StateType, field: &Field, language: QueryLanguage) -> Vec<Editor> {
    let is_jsonata = language == QueryLanguage::JSONata;
    match field.name {
        "Next" => return vec![Editor::Following],
        "QueryLanguage" => return vec![Editor::OneOf(&["JSONPath", "JSONata"])],
        "Comment" => return vec![Editor::Lines],
        "Resource" => return vec![Editor::Resource],
        "Label" => return vec![Editor::Line],
        "Credentials" => return vec![Editor::Object(Part::Credentials)],
        "Choices" => return vec![Editor::List(List::Choices)],
        "Retry" => return vec![Editor::List(List::Retry)],
        "Catch" => return vec![Editor::List(List::Catch)],
        "Branches" => return vec![Editor::List(List::Branches)],
        "ItemProcessor" | "Iterator" => return vec![Editor::Object(Part::ItemProcessor)],
        "ItemReader" => return vec![Editor::Object(Part::ItemReader)],
        "ItemBatcher" => return vec![Editor::Object(Part::ItemBatcher)],
        "ResultWriter" => return vec![Editor::Object(Part::ResultWriter)],
        "ErrorPath" | "CausePath" => return vec![Editor::PathOrCall],
        "Assign" | "RateControl" => return vec![Editor::Json],
        "Timestamp" if is_jsonata => return vec![Editor::Timestamp, Editor::Expression],
        "Timestamp" => return vec![Editor::Timestamp],
        // A short text can be an expression; what is written last is what people mean most often.
        "Error" | "Cause" if is_jsonata => return vec![Editor::Lines, Editor::Expression],
        "Output" | "Items" => return vec![Editor::Expression, Editor::Json],
        _ => {}
    }
    let editor = match field.kind {
        Kind::Text => Editor::Lines,
        Kind::OneOf(words) => Editor::OneOf(words),
        Kind::StateName => Editor::Target,
        Kind::PathOrNull => return vec![Editor::Path, Editor::Null],
        Kind::Path => Editor::Path,
        Kind::Integer(least, most) => Editor::Integer { least, most },
        Kind::Number(least, _) => Editor::Decimal { least },
        Kind::Boolean => Editor::Switch,
        _ if state_type == StateType::Task && field.group == Group::Arguments => Editor::Arguments,
        Kind::Texts => Editor::Texts,
        Kind::Object | Kind::Template | Kind::Array | Kind::Items | Kind::Any => Editor::Json,
    };
    // A text of several lines can hold an expression itself.
    if is_jsonata && field.kind.takes_expression() && field.kind != Kind::Text {
        return vec![editor, Editor::Expression];
    }
    vec![editor]
}

fn is_distributed(present: &Value) -> bool {
    present.pointer("/ItemProcessor/ProcessorConfig/Mode").and_then(Value::as_str) == Some("DISTRIBUTED")
}

fn offer(state_type: StateType, name: &str, language: QueryLanguage, present: &Value) -> Offer {
    let always = match name {
        "Next" | "Resource" | "Choices" | "Default" | "Branches" | "Seconds" | "Error" | "Cause" => true,
        "ItemProcessor" => present.get("Iterator").is_none(),
        "Parameters" | "Arguments" => state_type == StateType::Task,
        "Output" => state_type == StateType::Pass && language == QueryLanguage::JSONata,
        "ItemsPath" | "Items" => state_type == StateType::Map && present.get("ItemReader").is_none(),
        "MaxConcurrency" => true,
        "ItemReader" => is_distributed(present),
        _ => false,
    };
    let older = match name {
        "RateControl" | "Iterator" => true,
        // AWS takes these for a distributed Map only (developer guide, "Map state in Distributed mode").
        "ToleratedFailureCount"
        | "ToleratedFailurePercentage"
        | "Label"
        | "ItemReader"
        | "ItemBatcher"
        | "ResultWriter" => !is_distributed(present),
        "Parameters" => state_type == StateType::Map,
        _ => false,
    };
    match (always, older) {
        (true, _) => Offer::Always,
        (false, true) => Offer::WhenSet,
        (false, false) => Offer::OnRequest,
    }
}

fn default(state_type: StateType, name: &str, language: QueryLanguage) -> Option<&'static str> {
    Some(match name {
        "InputPath" | "OutputPath" | "ResultPath" | "ItemsPath" => "$",
        "MaxConcurrency" | "ToleratedFailureCount" | "ToleratedFailurePercentage" => "0",
        "TimeoutSeconds" if state_type == StateType::Task => "99999999",
        "Items" if language == QueryLanguage::JSONata => "$states.input",
        _ => return None,
    })
}
