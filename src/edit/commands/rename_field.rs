//! Give a field another name; its value and its place stay.

use crate::asl::Document;
use crate::edit::members::quoted;
use crate::edit::{Label, Refusal, Transaction};
use crate::text::{Edits, Pointer};

pub(in crate::edit) fn plan(
    document: &Document,
    object: &Pointer,
    field: &str,
    to: &str,
) -> Result<Transaction, Refusal> {
    let tree = document.tree();
    let node = tree.at(object).ok_or(Refusal::NotFound)?;
    let member = tree.member(node, field).ok_or(Refusal::NotFound)?;
    if tree.member(node, to).is_some() {
        return Err(Refusal::FieldTaken { field: to.to_owned() });
    }
    Ok(Transaction::new(Label::RenameField { field: to.to_owned() }, Edits::replace(member.key_span, quoted(to)), None))
}
