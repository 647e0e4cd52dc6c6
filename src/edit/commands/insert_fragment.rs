//! Put a part of a machine, given as text, into a place.

use crate::asl::Document;
use crate::edit::fragment::Fragment;
use crate::edit::place::Gap;
use crate::edit::{Label, Place, Plan, Refusal, StepKind, Transaction, insertion};

/// Put a part of a machine into a place. Its states get names that are free; its ends lead to what followed there.
#[derive(Clone, Debug, PartialEq)]
pub struct InsertFragment {
    /// Where to.
    pub place: Place,
    /// A machine, `{"StartAt", "States"}`, a map of states or one state, as JSON text.
    pub fragment: String,
}

impl Plan for InsertFragment {
    fn plan(&self, document: &Document) -> Result<Transaction, Refusal> {
        let Self { place, ref fragment } = *self;
        let fragment = Fragment::read(fragment)?.in_language(document.machine().query_language())?;
        let gap = Gap::find(document, place)?;
        let inserted = insertion::insert(document, &gap, &fragment, |_| false)?;
        let name = inserted.names.first().cloned().unwrap_or_default();
        let label = Label::new(StepKind::InsertFragment, name).times(inserted.names.len());
        let transaction = Transaction::of(label, inserted.edits, inserted.names.first().cloned())?;
        Transaction { placed: inserted.names, ..transaction }.within_depth(document)
    }
}
