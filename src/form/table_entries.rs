//! The entries of an object that has a table of fields: what each is edited with follows from what it takes.

use super::{Editor, Entry, List, Offer, Part, Variant};
use crate::asl::QueryLanguage;
use crate::asl::field::{Alternatives, Field, Kind, PathUse};

/// The entries of all fields of a query language, in the order of the table. A value, the path that gives it and what else
/// stands for it are ways of one entry.
pub(super) fn of_table(
    fields: &[Field],
    alternatives: &[Alternatives],
    language: QueryLanguage,
    editors: impl Fn(&Field) -> Vec<Editor>,
    offer: impl Fn(&Field) -> Offer,
) -> Vec<Entry> {
    let mut list: Vec<Entry> = Vec::new();
    for field in fields.iter().filter(|field| field.is_of(language)) {
        // What needs one of several is one entry: a Wait state waits for one thing.
        let group = alternatives.iter().find(|group| group.needs_one && group.fields.contains(&field.name));
        let first = group.map(|group| group.fields[0]);
        let stem = first.or_else(|| field.stem(fields)).filter(|stem| *stem != field.name);
        let mut editors = editors(field).into_iter();
        match stem.and_then(|stem| list.iter_mut().find(|entry| entry.name() == stem)) {
            Some(entry) => entry.variants.extend(editors.map(|editor| Variant { field: field.name, editor })),
            None => {
                let Some(editor) = editors.next() else { continue };
                let mut entry = Entry::new(field.name, editor, field.group, offer(field));
                entry.default = field.absent;
                entry.is_required = field.is_required || group.is_some();
                list.push(editors.fold(entry, |entry, editor| entry.or(field.name, editor)));
            }
        }
    }
    list
}

/// What a field is edited with, wherever it stands.
pub(super) fn editors(field: &Field, language: QueryLanguage) -> Vec<Editor> {
    let is_jsonata = language == QueryLanguage::JSONata;
    match field.name {
        "Comment" => return vec![Editor::Lines],
        "Credentials" => return vec![Editor::Object(Part::Credentials)],
        "ErrorEquals" => return vec![Editor::Errors],
        "Choices" => return vec![Editor::List(List::Choices)],
        "Retry" => return vec![Editor::List(List::Retry)],
        "Catch" => return vec![Editor::List(List::Catch)],
        "Branches" => return vec![Editor::List(List::Branches)],
        "ItemProcessor" | "Iterator" => return vec![Editor::Object(Part::ItemProcessor)],
        "ProcessorConfig" => return vec![Editor::Object(Part::ProcessorConfig)],
        "ItemReader" => return vec![Editor::Object(Part::ItemReader)],
        "ItemBatcher" => return vec![Editor::Object(Part::ItemBatcher)],
        "ResultWriter" => return vec![Editor::Object(Part::ResultWriter)],
        "WriterConfig" => return vec![Editor::Object(Part::WriterConfig)],
        "Timestamp" if is_jsonata => return vec![Editor::Timestamp, Editor::Expression],
        "Timestamp" => return vec![Editor::Timestamp],
        "Condition" => return vec![Editor::Expression, Editor::Switch],
        "Output" | "Items" => return vec![Editor::Expression, Editor::Json],
        _ => {}
    }
    let editor = match field.kind {
        Kind::Plain => Editor::Line,
        Kind::Text => Editor::Lines,
        Kind::OneOf(words) => Editor::OneOf(words),
        Kind::StateName => Editor::Target,
        Kind::Path(PathUse::Filter | PathUse::Result) => return vec![Editor::Path, Editor::Null],
        Kind::Path(PathUse::Text) => Editor::PathOrCall,
        Kind::Path(PathUse::Reference | PathUse::Data) => Editor::Path,
        Kind::Integer(least, most) => Editor::Integer { least, most },
        Kind::Number(least, _) => Editor::Decimal { least },
        Kind::Boolean => Editor::Switch,
        Kind::Texts => Editor::Texts,
        Kind::Object | Kind::Values | Kind::Template | Kind::Array | Kind::Items | Kind::Payload | Kind::Data => {
            Editor::Json
        }
    };
    if is_jsonata && field.kind.takes_expression() { vec![editor, Editor::Expression] } else { vec![editor] }
}
