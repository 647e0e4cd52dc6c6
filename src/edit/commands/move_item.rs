//! Move an item of a list to another place in it, or behind all others.

use crate::asl::Document;
use crate::edit::members::replace_value;
use crate::edit::{Label, Refusal, Transaction};
use crate::text::Pointer;
use crate::text::json::{NodeId, NodeKind};

pub(in crate::edit) fn plan(
    document: &Document,
    list: &Pointer,
    from: usize,
    to: usize,
) -> Result<Transaction, Refusal> {
    let items = items(document, list)?;
    if from >= items.len() || to >= items.len() {
        return Err(Refusal::NotFound);
    }
    let (low, high) = (from.min(to), from.max(to));
    let mut order: Vec<usize> = (low..=high).collect();
    if from < to {
        order.rotate_left(1);
    } else {
        order.rotate_right(1);
    }
    // Each place takes the text of another item: commas, line breaks and the spelling of every item stay.
    let edits = (low..=high)
        .zip(order)
        .filter(|(place, item)| place != item)
        .map(|(place, item)| replace_value(document, items[place], document.source(items[item])))
        .collect();
    let field = list.parts().last().unwrap_or_default().to_owned();
    Transaction::of(Label::MoveItem { field }, edits, None)
}

pub(in crate::edit) fn plan_last(document: &Document, list: &Pointer, index: usize) -> Result<Transaction, Refusal> {
    let last = items(document, list)?.len().checked_sub(1).ok_or(Refusal::NotFound)?;
    plan(document, list, index, last)
}

fn items<'a>(document: &'a Document, list: &Pointer) -> Result<&'a [NodeId], Refusal> {
    let node = document.tree().at(list).ok_or(Refusal::NotFound)?;
    match document.tree().kind(node) {
        NodeKind::Array(items) => Ok(items),
        _ => Err(Refusal::NotFound),
    }
}
