//! Give a field another name; its value and its place stay.

use crate::asl::Document;
use crate::edit::members::quoted;
use crate::edit::{Label, Plan, Refusal, StepKind, Transaction};
use crate::text::{Edits, Pointer};

/// Give a field another name; its value and its place stay.
#[derive(Clone, Debug, PartialEq)]
pub struct RenameField {
    /// The object that has the field.
    pub object: Pointer,
    /// Its present name.
    pub field: String,
    /// Its new name.
    pub to: String,
}

impl Plan for RenameField {
    fn plan(&self, document: &Document) -> Result<Transaction, Refusal> {
        let Self { object, field, to } = self;
        let tree = document.tree();
        let node = tree.at(object).ok_or(Refusal::NotFound)?;
        let member = tree.member(node, field).ok_or(Refusal::NotFound)?;
        if tree.member(node, to).is_some() {
            return Err(Refusal::FieldTaken { field: to.clone() });
        }
        Ok(Transaction::new(Label::new(StepKind::RenameField, to), Edits::replace(member.key_span, quoted(to)), None))
    }
}
