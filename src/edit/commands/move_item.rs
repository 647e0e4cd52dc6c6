//! Move an item of a list to another place in it.

use crate::asl::Document;
use crate::edit::members::replace_value;
use crate::edit::{Label, Plan, Refusal, StepKind, Transaction};
use crate::text::Pointer;
use crate::text::json::NodeKind;

/// Move an item of a list to another place in it.
#[derive(Clone, Debug, PartialEq)]
pub struct MoveItem {
    /// The list.
    pub list: Pointer,
    /// Which item, from 0.
    pub from: usize,
    /// Its place afterwards, from 0.
    pub to: usize,
}

impl Plan for MoveItem {
    fn plan(&self, document: &Document) -> Result<Transaction, Refusal> {
        let Self { ref list, from, to } = *self;
        let node = document.tree().at(list).ok_or(Refusal::NotFound)?;
        let NodeKind::Array(items) = document.tree().kind(node) else { return Err(Refusal::NotFound) };
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
        let field = list.parts().last().unwrap_or_default();
        Transaction::of(Label::new(StepKind::MoveItem, field), edits, None)
    }
}
