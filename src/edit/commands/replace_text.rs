//! Replace the whole text.

use crate::asl::Document;
use crate::edit::{Label, Plan, Refusal, StepKind, Transaction};
use crate::text::Edits;

/// Replace the whole text, as opening a file does.
#[derive(Clone, Debug, PartialEq)]
pub struct ReplaceText {
    /// The new text.
    pub text: String,
}

impl Plan for ReplaceText {
    fn plan(&self, document: &Document) -> Result<Transaction, Refusal> {
        let edits = Edits::between(document.text(), &self.text);
        Ok(Transaction::new(Label::new(StepKind::ReplaceText, ""), edits, None))
    }
}
