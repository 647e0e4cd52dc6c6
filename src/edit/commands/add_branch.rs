//! Give a Parallel state one more branch, with a Pass state to begin with.

use super::insert_item::item_inserted;
use crate::asl::{Document, StateId, StateType};
use crate::edit::members::{MemberPlace, index_of, insert_member, member_indentation};
use crate::edit::{Label, Plan, Refusal, StepKind, Transaction, names};
use crate::text::json::NodeKind;
use serde_json::json;

/// Give a Parallel state one more branch, with a Pass state to begin with.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AddBranch {
    /// The Parallel state.
    pub state: StateId,
}

impl Plan for AddBranch {
    fn plan(&self, document: &Document) -> Result<Transaction, Refusal> {
        let Self { state: id } = *self;
        let machine = document.machine();
        let state = machine.get(id).ok_or(Refusal::NotFound)?;
        if state.state_type != Some(StateType::Parallel) {
            return Err(Refusal::WrongType { state_type: StateType::Parallel.as_str() });
        }
        let name = names::unique(machine, StateType::Pass.as_str());
        let branch = json!({ "StartAt": name, "States": { &name: { "Type": "Pass", "End": true } } });
        let edit = match document.tree().get(state.node, "Branches") {
            Some(list) => {
                let NodeKind::Array(items) = document.tree().kind(list) else { return Err(Refusal::BrokenText) };
                item_inserted(document, list, items.len(), &branch)?
            }
            None => {
                let place = index_of(document, state.node, "Type").map_or(MemberPlace::First, MemberPlace::After);
                let written = document.style().write(&json!([branch]), &member_indentation(document, state.node));
                insert_member(document, state.node, place, &[("Branches".to_owned(), written)])?
            }
        };
        let transaction =
            Transaction::of(Label::new(StepKind::AddBranch, &*state.name), vec![edit], Some(name.clone()))?;
        Transaction { placed: vec![name], ..transaction }.within_depth(document)
    }
}
