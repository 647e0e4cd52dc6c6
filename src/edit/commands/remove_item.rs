//! Remove an item of a list. The last retrier or catcher takes its list along; a last branch or rule has to stay.

use crate::asl::Document;
use crate::edit::members::{index_of, remove_items, remove_member};
use crate::edit::{Label, Plan, Refusal, StepKind, Transaction};
use crate::text::Pointer;
use crate::text::json::NodeKind;

/// Remove an item of a list: a branch, a rule, a retrier, a catcher.
#[derive(Clone, Debug, PartialEq)]
pub struct RemoveItem {
    /// The list.
    pub list: Pointer,
    /// Which item, from 0.
    pub index: usize,
}

impl Plan for RemoveItem {
    fn plan(&self, document: &Document) -> Result<Transaction, Refusal> {
        let Self { ref list, index } = *self;
        let tree = document.tree();
        let node = tree.at(list).ok_or(Refusal::NotFound)?;
        let NodeKind::Array(items) = tree.kind(node) else { return Err(Refusal::NotFound) };
        if index >= items.len() {
            return Err(Refusal::NotFound);
        }
        let field = list.parts().last().unwrap_or_default().to_owned();
        let is_last = items.len() == 1;
        if is_last && matches!(field.as_str(), "Branches" | "Choices") {
            return Err(Refusal::LastItem { field });
        }
        let object = tree.parent(node).filter(|_| is_last && matches!(field.as_str(), "Retry" | "Catch"));
        let edits = match object.and_then(|object| Some((object, index_of(document, object, &field)?))) {
            Some((object, member)) => vec![remove_member(document, object, member)?],
            None => remove_items(document, node, &[index])?,
        };
        Transaction::of(Label::new(StepKind::RemoveItem, field), edits, None)
    }
}
