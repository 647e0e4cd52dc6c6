//! The parts of a Map state: what it reads, how it groups items, where it writes (developer guide, "ItemReader",
//! "ItemBatcher", "ResultWriter", "Map state in Distributed mode").

use super::{Editor, Entry, Offer, Part};
use crate::asl::QueryLanguage;
use crate::asl::field::Group;
use crate::asl::map_part::MapPart;
pub(super) use crate::asl::map_part::{GET_OBJECT, LIST_OBJECTS, PUT_OBJECT};
use serde_json::Value;

pub(super) fn entries(part: Part, language: QueryLanguage, present: &Value) -> Vec<Entry> {
    use Offer::{Always, OnRequest};
    let is_jsonata = language == QueryLanguage::JSONata;
    let entry = |field, editor, offer| Entry::new(field, editor, Group::Configuration, offer);
    let text = |field: &'static str| present.get(field).and_then(Value::as_str);
    // A number that can also be worked out: by a path beside it, or by an expression in its place.
    let number = |of: MapPart, field, path: &'static str| {
        let entry = entry(field, Editor::Integer { least: 1, most: of.most(field) }, OnRequest);
        if is_jsonata { entry.or(field, Editor::Expression) } else { entry.or(path, Editor::Path) }
    };
    let member = |field: &'static str, path: &'static str, offer| {
        let entry = entry(field, Editor::Line, offer);
        if is_jsonata { entry.or(field, Editor::Expression) } else { entry.or(path, Editor::PathOrCall) }
    };
    let arguments = |part| {
        if is_jsonata {
            entry("Arguments", Editor::Object(part), Always).or("Arguments", Editor::Expression)
        } else {
            entry("Parameters", Editor::Object(part), Always)
        }
    };
    match part {
        Part::ProcessorConfig => {
            let is_distributed = text("Mode") == Some("DISTRIBUTED");
            let mut list =
                vec![entry("Mode", Editor::OneOf(MapPart::ProcessorConfig.words("Mode")), Always).otherwise("INLINE")];
            let execution_type = entry(
                "ExecutionType",
                Editor::OneOf(MapPart::ProcessorConfig.words("ExecutionType")),
                if is_distributed { Always } else { Offer::WhenSet },
            );
            list.push(if is_distributed { execution_type.required() } else { execution_type });
            list
        }
        Part::ItemReader => {
            let lists = text("Resource") == Some(LIST_OBJECTS);
            vec![
                entry("Resource", Editor::OneOf(MapPart::ItemReader.resources()), Always).required(),
                arguments(Part::ReaderArguments { lists }),
                entry("ReaderConfig", Editor::Object(Part::ReaderConfig { lists }), Always),
            ]
        }
        Part::ReaderArguments { lists } => vec![
            member("Bucket", "Bucket.$", Always).required(),
            if lists { member("Prefix", "Prefix.$", Always) } else { member("Key", "Key.$", Always).required() },
            member("VersionId", "VersionId.$", if lists { Offer::WhenSet } else { OnRequest }),
            member("ExpectedBucketOwner", "ExpectedBucketOwner.$", OnRequest),
        ],
        Part::ReaderConfig { lists } => reader_config(lists, present, entry, number),
        Part::ItemBatcher => vec![
            number(MapPart::ItemBatcher, "MaxItemsPerBatch", "MaxItemsPerBatchPath"),
            number(MapPart::ItemBatcher, "MaxInputBytesPerBatch", "MaxInputBytesPerBatchPath"),
            entry("BatchInput", Editor::Json, OnRequest),
        ]
        .into_iter()
        .enumerate()
        .map(|(index, entry)| Entry { offer: if index == 0 { Always } else { entry.offer }, ..entry })
        .collect(),
        Part::ResultWriter => vec![
            entry("Resource", Editor::OneOf(MapPart::ResultWriter.resources()), Always),
            arguments(Part::WriterArguments),
            entry("WriterConfig", Editor::Object(Part::WriterConfig), OnRequest),
        ],
        Part::WriterArguments => vec![
            member("Bucket", "Bucket.$", Always).required(),
            member("Prefix", "Prefix.$", Always),
            member("ExpectedBucketOwner", "ExpectedBucketOwner.$", OnRequest),
        ],
        Part::WriterConfig => vec![
            entry("Transformation", Editor::OneOf(MapPart::WriterConfig.words("Transformation")), Always),
            entry("OutputType", Editor::OneOf(MapPart::WriterConfig.words("OutputType")), Always),
        ],
        _ => Vec::new(),
    }
}

fn reader_config(
    lists: bool,
    present: &Value,
    entry: impl Fn(&'static str, Editor, Offer) -> Entry,
    number: impl Fn(MapPart, &'static str, &'static str) -> Entry,
) -> Vec<Entry> {
    use Offer::{Always, OnRequest, WhenSet};
    let text = |field: &'static str| present.get(field).and_then(Value::as_str);
    let words = |field| Editor::OneOf(MapPart::ReaderConfig.words(field));
    let when = |holds: bool, offer: Offer| if holds { offer } else { WhenSet };
    let input_type = text("InputType");
    let is_csv = input_type == Some("CSV");
    let loads = text("Transformation") == Some("LOAD_AND_FLATTEN");
    let mut list = Vec::new();
    if lists || present.get("Transformation").is_some() {
        list.push(entry("Transformation", words("Transformation"), Always).otherwise("NONE"));
    }
    list.push(entry("InputType", words("InputType"), when(!lists || loads, Always)));
    list.push(entry("CSVHeaderLocation", words("CSVHeaderLocation"), when(is_csv, Always)));
    list.push(entry("CSVHeaders", Editor::Texts, when(is_csv && text("CSVHeaderLocation") == Some("GIVEN"), Always)));
    list.push(entry("CSVDelimiter", words("CSVDelimiter"), when(is_csv, Always)).otherwise("COMMA"));
    let is_manifest = input_type == Some("MANIFEST");
    list.push(entry(
        "ManifestType",
        words("ManifestType"),
        // AWS's inventory has no input type beside it.
        when(is_manifest || (!lists && input_type.is_none()), if is_manifest { Always } else { OnRequest }),
    ));
    list.push(entry("ItemsPointer", Editor::Line, when(input_type == Some("JSON"), OnRequest)));
    list.push(number(MapPart::ReaderConfig, "MaxItems", "MaxItemsPath"));
    list
}
