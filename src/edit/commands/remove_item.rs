//! Remove an item of a list. The last retrier or catcher takes its list along; a last branch or rule has to stay.

use crate::asl::Document;
use crate::edit::members::{index_of, remove_items, remove_member};
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
    Transaction::of(Label::RemoveItem { field }, edits, None)
}
