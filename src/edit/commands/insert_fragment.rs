//! Put a part of a machine, given as text, into a place.

use crate::asl::Document;
use crate::edit::fragment::Fragment;
use crate::edit::place::Gap;
use crate::edit::{Label, Place, Refusal, Transaction, insertion};

pub(in crate::edit) fn plan(document: &Document, place: Place, fragment: &str) -> Result<Transaction, Refusal> {
    let fragment = Fragment::read(fragment)?.in_language(document.machine().query_language())?;
    let gap = Gap::find(document, place)?;
    let inserted = insertion::insert(document, &gap, &fragment, |_| false)?;
    let name = inserted.names.first().cloned().unwrap_or_default();
    let label = Label::InsertStates { name, n_states: inserted.names.len() };
    let transaction = Transaction::of(label, inserted.edits, inserted.names.first().cloned())?;
    Transaction { placed: inserted.names, ..transaction }.within_depth(document)
}
