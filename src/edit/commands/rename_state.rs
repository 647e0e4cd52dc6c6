//! Give a state another name; all that refers to it follows.

use crate::asl::{Document, StateId};
use crate::edit::members::{quoted, replace_value};
use crate::edit::{Label, Plan, Refusal, StepKind, Transaction, names};
use crate::text::Edit;

/// Give a state another name; all that refers to it follows.
#[derive(Clone, Debug, PartialEq)]
pub struct RenameState {
    /// Which state.
    pub state: StateId,
    /// The new name.
    pub name: String,
}

impl Plan for RenameState {
    fn plan(&self, document: &Document) -> Result<Transaction, Refusal> {
        let Self { state: id, ref name } = *self;
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
        Transaction::of(Label::new(StepKind::RenameState, name), edits, Some(name.clone()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::tests::{CHOICE, LINE, check, id, refuses};
    use crate::project::Editor;

    #[test]
    fn rename_takes_every_reference_along() {
        check(
            CHOICE,
            |editor| RenameState { state: id(editor, "Done"), name: "Finished \"now\"".into() },
            &CHOICE.replace("\"Done\"", r#""Finished \"now\"""#),
        );
        check(LINE, |editor| RenameState { state: id(editor, "A"), name: "Z".into() }, &LINE.replace("\"A\"", "\"Z\""));
    }

    #[test]
    fn rename_refuses_names_that_aws_refuses() {
        let rename = |name: String| move |editor: &Editor| RenameState { state: id(editor, "A"), name: name.clone() };
        refuses(LINE, rename(" ".into()), Refusal::EmptyName);
        refuses(LINE, rename("B".into()), Refusal::NameTaken { name: "B".into() });
        refuses(LINE, rename("é".repeat(81)), Refusal::NameTooLong { length: 81 });
    }
}
