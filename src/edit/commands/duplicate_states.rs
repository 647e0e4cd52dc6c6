//! Put a copy of states behind them.

use crate::asl::{Document, StateId, TransitionKind};
use crate::edit::clipboard::written;
use crate::edit::fragment::Fragment;
use crate::edit::members::{MemberPlace, insert_member, quoted, rename_member_to, replace_value};
use crate::edit::names::Names;
use crate::edit::part::Part;
use crate::edit::{Label, Plan, Refusal, StepKind, Transaction, put_states};
use crate::text::Edit;

/// Put a copy of states behind them; the copies lead to each other as the originals do.
#[derive(Clone, Debug, PartialEq)]
pub struct DuplicateStates {
    /// The states, of any scopes.
    pub states: Vec<StateId>,
}

impl Plan for DuplicateStates {
    fn plan(&self, document: &Document) -> Result<Transaction, Refusal> {
        let Self { states } = self;
        let machine = document.machine();
        let parts = Part::all(machine, states)?;
        let mut free = Names::of(machine);
        let (mut edits, mut placed) = (Vec::new(), Vec::new());
        for part in &parts {
            // Copied as they are: what leads out of them leads out of their copies too.
            let text = written(document, &part.states, &[], &document.style());
            let fragment = Fragment::read(&text).map_err(|_| Refusal::BrokenText)?.with_free_names(&mut free)?;
            let copies = fragment.states();
            let name_of = |copy: StateId| fragment.machine().state(copy).name.to_string();
            let names: Vec<String> = copies.iter().map(|copy| name_of(*copy)).collect();
            edits.extend(copied(document, part, &fragment)?);
            if part.chains(machine).len() == 1 && part.entries(machine).len() <= 1 {
                for state in &part.states {
                    edits.extend(led_to_copy(document, part, *state, names.first().ok_or(Refusal::NotFound)?)?);
                }
            }
            placed.extend(names);
        }
        let first = parts.first().and_then(|part| part.states.first()).ok_or(Refusal::NotFound)?;
        let label = Label::new(StepKind::DuplicateStates, &*machine.state(*first).name).times(placed.len());
        let transaction = Transaction::of(label, edits, placed.first().cloned())?;
        Ok(Transaction { placed, ..transaction })
    }
}

/// Writes the copies behind the last of the originals.
fn copied(document: &Document, part: &Part, fragment: &Fragment) -> Result<Vec<Edit>, Refusal> {
    let machine = document.machine();
    let indentation = put_states::indentation(document, part.scope);
    let members = fragment.members(&document.style(), &indentation);
    let scope = machine.scope(part.scope);
    let states_node = scope.states_node.ok_or(Refusal::BrokenText)?;
    let last = scope.states.iter().rposition(|state| part.contains(*state));
    let place = MemberPlace::After(last.ok_or(Refusal::NotFound)?);
    Ok(vec![insert_member(document, states_node, place, &members)?])
}

/// A state that leads on leads to the copies; a Choice, Succeed or Fail has no one place to lead to.
fn led_to_copy(document: &Document, part: &Part, id: StateId, copy: &str) -> Result<Option<Edit>, Refusal> {
    let state = document.machine().state(id);
    let next = state.transitions.iter().find(|transition| transition.kind == TransitionKind::Next);
    match next {
        Some(next) if next.target.state.is_some_and(|target| part.contains(target) && target != id) => Ok(None),
        Some(next) => Ok(Some(replace_value(document, next.target.node, quoted(copy)))),
        None if state.is_end && state.state_type.is_none_or(crate::asl::StateType::has_next) => {
            rename_member_to(document, state.node, "End", "Next", &quoted(copy)).map(Some)
        }
        None => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::tests::id;
    use crate::project::Editor;

    #[test]
    fn a_copy_gets_names_of_its_own() {
        let text = r#"{"StartAt": "M", "States": {"M": {"Type": "Map", "ItemProcessor": {"StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}, "End": true}}}"#;
        let mut editor = Editor::new(text);
        let select = editor.apply(&DuplicateStates { states: vec![id(&editor, "M")] }.into(), None).unwrap();
        assert_eq!(select.as_deref(), Some("M (2)"));
        let names: Vec<_> = editor.document().machine().states().map(|(_, state)| state.name.to_string()).collect();
        assert_eq!(names, ["M", "P", "M (2)", "P (2)"]);
        editor.undo();
        assert_eq!(editor.document().text(), text);
    }
}
