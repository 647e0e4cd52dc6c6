//! The entries of a state: the table of fields, with the fields that exclude each other as ways of one entry.

use super::table_entries::{editors, of_table};
use super::{Editor, Entry, Offer};
use crate::asl::field::{self, Field};
use crate::asl::{QueryLanguage, StateType};
use serde_json::Value;

pub(super) fn entries(state_type: StateType, language: QueryLanguage, present: &Value) -> Vec<Entry> {
    let mut list = of_table(
        field::of_state(state_type),
        field::alternatives(state_type),
        language,
        |field| state_editors(state_type, field, language),
        |field| offer(state_type, field.name, language, present),
    );
    list.iter_mut().filter(|entry| entry.name() == "Next").for_each(|entry| entry.is_required = true);
    // Arguments come before input in the table of a Map; what is read comes first in its form.
    list.sort_by_key(|entry| rank(entry.name()));
    list
}

fn state_editors(state_type: StateType, field: &Field, language: QueryLanguage) -> Vec<Editor> {
    match field.name {
        // Edited in the head of the form.
        "Type" | "End" => Vec::new(),
        "Next" => vec![Editor::Following],
        "Resource" => vec![Editor::Resource],
        "Arguments" if state_type == StateType::Task => vec![Editor::Arguments, Editor::Expression],
        "Parameters" if state_type == StateType::Task => vec![Editor::Arguments],
        _ => editors(field, language),
    }
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
