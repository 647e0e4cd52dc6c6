//! Move an item of a list behind all others.

use crate::asl::Document;
use crate::edit::members::replace_value;
use crate::edit::{Label, Refusal, Transaction};
use crate::text::Pointer;
use crate::text::json::NodeKind;

pub(in crate::edit) fn plan(document: &Document, list: &Pointer, index: usize) -> Result<Transaction, Refusal> {
    let tree = document.tree();
    let node = tree.at(list).ok_or(Refusal::NotFound)?;
    let NodeKind::Array(items) = tree.kind(node) else { return Err(Refusal::NotFound) };
    if index >= items.len() {
        return Err(Refusal::NotFound);
    }
    // Each place from there on takes what stood in the next one, the last what stood in the first: commas, line breaks
    // and the spelling of every item stay.
    let moved = &items[index..];
    let edits = moved
        .iter()
        .enumerate()
        .map(|(at, place)| replace_value(document, *place, document.source(moved[(at + 1) % moved.len()])))
        .collect();
    Transaction::of(label(list), edits, None)
}

/// A change of a list is one of the field that holds it.
pub(super) fn label(list: &Pointer) -> Label {
    Label::SetField { field: list.parts().last().unwrap_or_default().to_owned() }
}
