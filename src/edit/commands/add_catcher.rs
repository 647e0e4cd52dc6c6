//! Let a state go on elsewhere when it fails.

use super::insert_item::item_inserted;
use crate::asl::{Document, StateId, error_name};
use crate::edit::members::{MemberPlace, index_of, insert_member, member_indentation};
use crate::edit::{Label, Plan, Refusal, StepKind, Transaction, allow};
use crate::text::Edit;
use crate::text::json::{NodeId, NodeKind};
use serde_json::json;

/// Let a state go on elsewhere when it fails.
#[derive(Clone, Debug, PartialEq)]
pub struct AddCatcher {
    /// A Task, Parallel or Map state.
    pub state: StateId,
    /// A state of the same scope.
    pub target: StateId,
    /// The names of the errors; none for `States.ALL`.
    pub errors: Vec<String>,
}

impl Plan for AddCatcher {
    fn plan(&self, document: &Document) -> Result<Transaction, Refusal> {
        let Self { state: id, target, ref errors } = *self;
        let machine = document.machine();
        allow::catch(machine, id, target)?;
        let errors: Vec<&str> = errors.iter().map(String::as_str).collect();
        let errors = if errors.is_empty() { &[error_name::ALL][..] } else { &errors };
        let edit = added(document, id, errors, &machine.state(target).name)?;
        Transaction::of(Label::new(StepKind::AddCatcher, &*machine.state(id).name), vec![edit], None)
    }
}

/// Adds a catcher that leads to the state called `target`.
pub(in crate::edit) fn added(document: &Document, id: StateId, errors: &[&str], target: &str) -> Result<Edit, Refusal> {
    let state = document.machine().state(id);
    let catcher = json!({ "ErrorEquals": errors, "Next": target });
    match document.tree().get(state.node, "Catch") {
        Some(list) => {
            let NodeKind::Array(items) = document.tree().kind(list) else { return Err(Refusal::BrokenText) };
            item_inserted(document, list, place(document, items), &catcher)
        }
        None => {
            // Behind what the state does, in front of where it goes.
            let before = ["Next", "End"].iter().find_map(|field| index_of(document, state.node, field));
            let place = match before {
                Some(0) => MemberPlace::First,
                Some(index) => MemberPlace::After(index - 1),
                None => MemberPlace::Last,
            };
            let written = document.style().write(&json!([catcher]), &member_indentation(document, state.node));
            insert_member(document, state.node, place, &[("Catch".to_owned(), written)])
        }
    }
}

/// In front of a last catcher for all errors, as AWS wants that one last and nothing behind it would be reached.
fn place(document: &Document, items: &[NodeId]) -> usize {
    let tree = document.tree();
    let catches_all = |item: &NodeId| {
        tree.get(*item, "ErrorEquals")
            .is_some_and(|names| tree.items(names).iter().any(|name| tree.as_str(*name) == Some(error_name::ALL)))
    };
    match items.last() {
        Some(last) if catches_all(last) => items.len() - 1,
        _ => items.len(),
    }
}
