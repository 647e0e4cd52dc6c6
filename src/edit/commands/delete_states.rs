//! Remove states; what led to them leads to what followed them.

use super::move_states::removed;
use crate::asl::{Document, StateId};
use crate::edit::heal::{heal, heir};
use crate::edit::part::Part;
use crate::edit::{Label, Plan, Refusal, StepKind, Transaction};

/// Remove states; what led to them leads to what followed them.
#[derive(Clone, Debug, PartialEq)]
pub struct DeleteStates {
    /// The states, of any scopes.
    pub states: Vec<StateId>,
}

impl Plan for DeleteStates {
    fn plan(&self, document: &Document) -> Result<Transaction, Refusal> {
        let Self { states } = self;
        let machine = document.machine();
        let parts = Part::all(machine, states)?;
        let mut edits = Vec::new();
        for part in &parts {
            edits.extend(heal(document, part)?);
            edits.extend(removed(document, part)?);
        }
        let all: Vec<(&Part, StateId)> =
            parts.iter().flat_map(|part| part.states.iter().map(move |state| (part, *state))).collect();
        let (part, first) = *all.first().ok_or(Refusal::NotFound)?;
        let select = heir(machine, part, first).map(|state| machine.state(state).name.to_string());
        let label = Label::new(StepKind::DeleteStates, &*machine.state(first).name).times(all.len());
        Transaction::of(label, edits, select)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::tests::{CHOICE, LINE, check, id};
    use crate::project::Editor;
    use serde_json::json;

    #[test]
    fn delete_heals_the_chain() {
        check(
            LINE,
            |editor| DeleteStates { states: vec![id(editor, "B")] },
            "{\n  \"StartAt\": \"A\",\n  \"States\": {\n    \"A\": { \"Type\": \"Pass\", \"End\": true }\n  }\n}",
        );
        check(
            LINE,
            |editor| DeleteStates { states: vec![id(editor, "A")] },
            "{\n  \"StartAt\": \"B\",\n  \"States\": {\n    \"B\": { \"Type\": \"Pass\", \"End\": true }\n  }\n}",
        );
    }

    #[test]
    fn deleting_an_end_removes_the_rules_and_catchers_that_led_to_it() {
        let mut editor = Editor::new(CHOICE);
        editor.apply(&DeleteStates { states: vec![id(&editor, "Done")] }.into(), None).unwrap();
        let value: serde_json::Value = serde_json::from_str(editor.document().text()).unwrap();
        assert_eq!(
            value["States"]["Pick"]["Choices"],
            json!([{"Variable": "$.x", "NumericEquals": 1.0, "Next": "Work"}])
        );
        assert_eq!(value["States"]["Work"].get("Catch"), None);
        assert_eq!(value["States"]["Work"]["End"], json!(true));
        assert!(editor.document().text().contains("1.0"), "numbers keep their spelling");
        editor.undo();
        assert_eq!(editor.document().text(), CHOICE);
    }
}
