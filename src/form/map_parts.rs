//! The parts of a Map state: what it reads, how it groups items, where it writes (developer guide, "ItemReader",
//! "ItemBatcher", "ResultWriter", "Map state in Distributed mode"). Their fields are those of `asl::map_part`; here stands
//! when each is offered.

use super::table_entries::{editors, of_table};
use super::{Editor, Entry, Offer, Part};
use crate::asl::QueryLanguage;
use crate::asl::field::Group;
use crate::asl::map_argument;
use crate::asl::map_part::MapPart;
pub(super) use crate::asl::map_part::{GET_OBJECT, LIST_OBJECTS, PUT_OBJECT};
use serde_json::Value;

pub(super) fn entries(part: Part, language: QueryLanguage, present: &Value) -> Vec<Entry> {
    match part {
        Part::ProcessorConfig => {
            let mut list = of_part(MapPart::ProcessorConfig, part, language, present);
            let needs_type = text(present, "Mode") == Some("DISTRIBUTED");
            list.iter_mut().filter(|entry| entry.name() == "ExecutionType").for_each(|e| e.is_required = needs_type);
            list
        }
        Part::ItemReader => of_part(MapPart::ItemReader, part, language, present),
        Part::ReaderConfig { .. } => of_part(MapPart::ReaderConfig, part, language, present),
        Part::ItemBatcher => of_part(MapPart::ItemBatcher, part, language, present),
        Part::ResultWriter => of_part(MapPart::ResultWriter, part, language, present),
        Part::WriterConfig => of_part(MapPart::WriterConfig, part, language, present),
        Part::ReaderArguments { lists: true } => arguments(LIST_OBJECTS, language),
        Part::ReaderArguments { lists: false } => arguments(GET_OBJECT, language),
        Part::WriterArguments => arguments(PUT_OBJECT, language),
        _ => Vec::new(),
    }
}

fn text<'v>(present: &'v Value, field: &str) -> Option<&'v str> {
    present.get(field).and_then(Value::as_str)
}

fn of_part(of: MapPart, part: Part, language: QueryLanguage, present: &Value) -> Vec<Entry> {
    let lists = match part {
        Part::ReaderConfig { lists } => lists,
        _ => text(present, "Resource") == Some(LIST_OBJECTS),
    };
    let arguments = if of == MapPart::ResultWriter { Part::WriterArguments } else { Part::ReaderArguments { lists } };
    let is_needed = |name: &str| of.needs().iter().any(|need| need.when.is_none() && need.fields.contains(&name));
    let mut list = of_table(
        of.fields(),
        &[],
        language,
        |field| match field.name {
            "Resource" => vec![Editor::OneOf(of.resources())],
            "Parameters" => vec![Editor::Object(arguments)],
            "Arguments" => vec![Editor::Object(arguments), Editor::Expression],
            "ReaderConfig" => vec![Editor::Object(Part::ReaderConfig { lists })],
            _ => editors(field, language),
        },
        |field| offer(of, field.name, lists, present),
    );
    list.iter_mut().for_each(|entry| entry.is_required = entry.name() == "Resource" && is_needed("Resource"));
    list
}

fn offer(of: MapPart, field: &str, lists: bool, present: &Value) -> Offer {
    use Offer::{Always, OnRequest, WhenSet};
    let when = |holds: bool, offer: Offer| if holds { offer } else { WhenSet };
    let input_type = text(present, "InputType");
    let is_csv = input_type == Some("CSV");
    match (of, field) {
        (MapPart::ProcessorConfig, "ExecutionType") => when(text(present, "Mode") == Some("DISTRIBUTED"), Always),
        (MapPart::ReaderConfig, "Transformation") => when(lists || present.get(field).is_some(), Always),
        (MapPart::ReaderConfig, "InputType") => {
            when(!lists || text(present, "Transformation") == Some("LOAD_AND_FLATTEN"), Always)
        }
        (MapPart::ReaderConfig, "CSVHeaderLocation" | "CSVDelimiter") => when(is_csv, Always),
        (MapPart::ReaderConfig, "CSVHeaders") => {
            when(is_csv && text(present, "CSVHeaderLocation") == Some("GIVEN"), Always)
        }
        (MapPart::ReaderConfig, "ManifestType") if input_type == Some("MANIFEST") => Always,
        // AWS's inventory has no input type beside it.
        (MapPart::ReaderConfig, "ManifestType") => when(!lists && input_type.is_none(), OnRequest),
        (MapPart::ReaderConfig, "ItemsPointer") => when(input_type == Some("JSON"), OnRequest),
        (MapPart::ReaderConfig, _) | (MapPart::ResultWriter, "WriterConfig") => OnRequest,
        (MapPart::ItemBatcher, "MaxItemsPerBatch") => Always,
        (MapPart::ItemBatcher, _) => OnRequest,
        _ => Always,
    }
}

/// What the call of a reader or writer is told: a text, or what works it out.
fn arguments(resource: &str, language: QueryLanguage) -> Vec<Entry> {
    let entry = |argument: &map_argument::Argument| {
        let is_usual = argument.is_required || argument.name == "Prefix";
        let offer = if is_usual { Offer::Always } else { Offer::OnRequest };
        let entry = Entry::new(argument.name, Editor::Line, Group::Configuration, offer);
        let entry = match language {
            QueryLanguage::JSONata => entry.or(argument.name, Editor::Expression),
            QueryLanguage::JSONPath => entry.or(argument.computed, Editor::PathOrCall),
        };
        if argument.is_required { entry.required() } else { entry }
    };
    map_argument::arguments(resource).iter().map(entry).collect()
}
