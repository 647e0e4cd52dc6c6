//! Convert states to the JSONata language.

use crate::asl::Document;
use crate::edit::{Label, Plan, Refusal, StepKind, Transaction};
use crate::text::Edits;

/// Convert states to the JSONata language, as worked out by `convert`.
#[derive(Clone, Debug, PartialEq)]
pub struct ConvertToJsonata {
    /// What changes.
    pub edits: Edits,
    /// How many states that converts.
    pub n_states: usize,
}

impl Plan for ConvertToJsonata {
    fn plan(&self, _: &Document) -> Result<Transaction, Refusal> {
        let label = Label::new(StepKind::ConvertToJsonata, "").times(self.n_states);
        Ok(Transaction::new(label, self.edits.clone(), None))
    }
}
