//! Mend several problems at once.

use crate::asl::Document;
use crate::edit::{Label, Plan, Refusal, StepKind, Transaction};
use crate::text::Edits;

/// Mend several problems at once, as worked out by `fix::fix_all`.
#[derive(Clone, Debug, PartialEq)]
pub struct ApplyFixes {
    /// What changes.
    pub edits: Edits,
    /// How many problems that mends.
    pub n_fixes: usize,
}

impl Plan for ApplyFixes {
    fn plan(&self, _: &Document) -> Result<Transaction, Refusal> {
        let label = Label::new(StepKind::ApplyFixes, "").times(self.n_fixes);
        Ok(Transaction::new(label, self.edits.clone(), None))
    }
}
