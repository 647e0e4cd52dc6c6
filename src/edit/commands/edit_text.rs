//! Change the text directly.

use crate::asl::Document;
use crate::edit::{Label, Plan, Refusal, StepKind, Transaction};
use crate::text::Edits;

/// Change the text directly, as typing in the JSON panel does.
#[derive(Clone, Debug, PartialEq)]
pub struct EditText {
    /// What changes.
    pub edits: Edits,
}

impl Plan for EditText {
    fn plan(&self, _: &Document) -> Result<Transaction, Refusal> {
        Ok(Transaction::new(Label::new(StepKind::EditText, ""), self.edits.clone(), None))
    }
}
