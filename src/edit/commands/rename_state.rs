//! Give a state another name; all that refers to it follows.

use crate::asl::{Document, StateId};
use crate::edit::members::{quoted, replace_value};
use crate::edit::{Label, Refusal, Transaction, names};
use crate::text::Edit;

pub(in crate::edit) fn plan(document: &Document, id: StateId, name: &str) -> Result<Transaction, Refusal> {
    let machine = document.machine();
    if id.0 as usize >= machine.n_states() {
        return Err(Refusal::NotFound);
    }
    names::validate(machine, Some(id), name)?;
    let state = machine.state(id);
    let scope = machine.scope(state.scope);
    let transitions = scope.states.iter().flat_map(|other| &machine.state(*other).transitions);
    let targets = scope.start_at.iter().chain(transitions.map(|transition| &transition.target));
    let mut edits = vec![Edit { span: state.name_span, insert: quoted(name) }];
    edits.extend(
        targets
            .filter(|target| target.state == Some(id))
            .map(|target| replace_value(document, target.node, quoted(name))),
    );
    Transaction::of(Label::RenameState { name: name.to_owned() }, edits, Some(name.to_owned()))
}
