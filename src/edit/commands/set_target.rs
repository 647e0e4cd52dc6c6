//! Lead a transition to another state of the same scope, or end the scope there.

use crate::asl::{Document, EdgeRef, StateId};
use crate::edit::edge_text::{can_end, lead_to};
use crate::edit::members::{index_of, remove_member, rename_member_to};
use crate::edit::{Label, Plan, Refusal, StepKind, Transaction, allow};
use crate::text::Edits;

/// Lead a transition to another state of the same scope; none ends the scope there (`Next` only).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct SetTarget {
    /// The transition.
    pub edge: EdgeRef,
    /// Where it shall lead.
    pub target: Option<StateId>,
}

impl Plan for SetTarget {
    fn plan(&self, document: &Document) -> Result<Transaction, Refusal> {
        let Self { edge, target } = *self;
        let machine = document.machine();
        if !allow::exists(machine, edge) {
            return Err(Refusal::NotFound);
        }
        let (scope, from) = match edge {
            EdgeRef::Start(scope) => (scope, "StartAt".to_owned()),
            EdgeRef::End(state) | EdgeRef::Transition(state, _) => {
                (machine.state(state).scope, machine.state(state).name.to_string())
            }
        };
        let edit = match (target, edge) {
            (Some(target), _) => {
                let target = machine.get(target).ok_or(Refusal::NotFound)?;
                if target.scope != scope {
                    return Err(Refusal::OtherScope);
                }
                lead_to(document, edge, &target.name)?
            }
            (None, EdgeRef::End(_)) => {
                return Ok(Transaction::new(Label::new(StepKind::SetTarget, from), Edits::none(), None));
            }
            (None, EdgeRef::Transition(state, kind)) if can_end(kind) => {
                let node = machine.state(state).node;
                match index_of(document, node, "End") {
                    // `"End": true` stands there already beside `Next`: only `Next` has to go.
                    Some(_) if machine.state(state).is_end => {
                        let index = index_of(document, node, "Next").ok_or(Refusal::NotFound)?;
                        remove_member(document, node, index)?
                    }
                    _ => rename_member_to(document, node, "Next", "End", "true")?,
                }
            }
            (None, _) => return Err(Refusal::CannotEnd),
        };
        Transaction::of(Label::new(StepKind::SetTarget, from), vec![edit], None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asl::TransitionKind;
    use crate::edit::tests::{CHOICE, LINE, check, id};

    #[test]
    fn a_transition_is_led_elsewhere() {
        check(
            CHOICE,
            |editor| SetTarget {
                edge: EdgeRef::Transition(id(editor, "Pick"), TransitionKind::Default),
                target: Some(id(editor, "Done")),
            },
            &CHOICE.replace("\"Default\": \"Work\"", "\"Default\": \"Done\""),
        );
        check(
            LINE,
            |editor| SetTarget { edge: EdgeRef::Transition(id(editor, "A"), TransitionKind::Next), target: None },
            &LINE.replace("\"Next\": \"B\"", "\"End\": true"),
        );
    }
}
