//! Lead a state to another one, as a line that is drawn from one to the other means it.

use super::add_choice_rule;
use crate::asl::{Document, StateId, StateType};
use crate::edit::members::{MemberPlace, index_of, insert_member, quoted, rename_member_to, replace_value, set_member};
use crate::edit::{Label, Plan, Refusal, StepKind, Transaction, allow};
use crate::text::Edit;

/// Lead a state to another one, as a line drawn from one to the other means it: by `Next`; a Choice state by its
/// default, if it has none yet, else by a new rule.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ConnectStates {
    /// Where the line starts.
    pub from: StateId,
    /// A state of the same scope.
    pub to: StateId,
}

impl Plan for ConnectStates {
    fn plan(&self, document: &Document) -> Result<Transaction, Refusal> {
        let Self { from, to } = *self;
        let machine = document.machine();
        allow::connect(machine, from, to)?;
        let (from_name, to_name) = (machine.state(from).name.to_string(), machine.state(to).name.to_string());
        let edits = vec![connected(document, from, &to_name)?];
        Transaction::of(Label::new(StepKind::ConnectStates, from_name).with(to_name), edits, None)
    }
}

/// Leads a state to the one called `name`.
pub(super) fn connected(document: &Document, from: StateId, name: &str) -> Result<Edit, Refusal> {
    let state = document.machine().state(from);
    let node = state.node;
    if state.state_type == Some(StateType::Choice) {
        if index_of(document, node, "Default").is_some() {
            return add_choice_rule::added(document, from, None, name);
        }
        return set_member(document, node, "Default", &quoted(name), &["Choices"]);
    }
    match (document.tree().get(node, "Next"), index_of(document, node, "End")) {
        (Some(next), _) => Ok(replace_value(document, next, quoted(name))),
        (None, Some(_)) => rename_member_to(document, node, "End", "Next", &quoted(name)),
        (None, None) => insert_member(document, node, MemberPlace::Last, &[("Next".to_owned(), quoted(name))]),
    }
}
