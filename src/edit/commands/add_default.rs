//! Say where a Choice state goes when none of its rules matches.

use crate::asl::{Document, StateId, StateType};
use crate::edit::members::{MemberPlace, insert_member, member_indentation, quoted, set_member};
use crate::edit::{Label, Plan, Refusal, StepKind, Transaction, names};
use serde_json::json;

/// Say where a Choice state goes when none of its rules matches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AddDefault {
    /// The Choice state.
    pub choice: StateId,
    /// A state of its scope; none for a new Fail state.
    pub target: Option<StateId>,
}

impl Plan for AddDefault {
    fn plan(&self, document: &Document) -> Result<Transaction, Refusal> {
        let Self { choice, target } = *self;
        let machine = document.machine();
        let state = machine.get(choice).ok_or(Refusal::NotFound)?;
        if state.state_type != Some(StateType::Choice) {
            return Err(Refusal::NotFound);
        }
        let set = |name: &str| set_member(document, state.node, "Default", &quoted(name), &["Choices"]);
        let (edits, select) = match target {
            Some(target) => {
                let target =
                    machine.get(target).filter(|target| target.scope == state.scope).ok_or(Refusal::NotFound)?;
                (vec![set(&target.name)?], None)
            }
            None => {
                // Without a default an execution that no rule matches fails: a Fail state says so where it is seen.
                let name = names::unique(machine, StateType::Fail.as_str());
                let fields = json!({ "Type": "Fail", "Error": "NoChoiceMatched", "Cause": "No rule of the Choice state matched" });
                let states_node = machine.scope(state.scope).states_node.ok_or(Refusal::BrokenText)?;
                let members = document.tree().members(states_node);
                let index = members.iter().position(|member| member.value == state.node).ok_or(Refusal::NotFound)?;
                let written = document.style().write(&fields, &member_indentation(document, states_node));
                let added =
                    insert_member(document, states_node, MemberPlace::After(index), &[(name.clone(), written)])?;
                (vec![set(&name)?, added], Some(name))
            }
        };
        Transaction::of(Label::new(StepKind::AddDefault, &*state.name), edits, select)
    }
}
