//! Put a part of a machine, given as text, into a place.

use crate::asl::Document;
use crate::edit::fragment::Fragment;
use crate::edit::place::Gap;
use crate::edit::{Label, Place, Plan, Refusal, StepKind, Transaction, insertion};

/// Put a part of a machine into a place. Its states get names that are free; its ends lead to what followed there.
#[derive(Clone, Debug, PartialEq)]
pub struct InsertFragment {
    /// Where to.
    pub place: Place,
    /// A machine, `{"StartAt", "States"}`, a map of states or one state, as JSON text.
    pub fragment: String,
}

impl Plan for InsertFragment {
    fn plan(&self, document: &Document) -> Result<Transaction, Refusal> {
        let Self { place, ref fragment } = *self;
        let fragment = Fragment::read(fragment)?.in_language(document.machine().query_language())?;
        let gap = Gap::find(document, place)?;
        let inserted = insertion::insert(document, &gap, &fragment, |_| false)?;
        let name = inserted.names.first().cloned().unwrap_or_default();
        let label = Label::new(StepKind::InsertFragment, name).times(inserted.names.len());
        let transaction = Transaction::of(label, inserted.edits, inserted.names.first().cloned())?;
        Transaction { placed: inserted.names, ..transaction }.within_depth(document)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asl::{EdgeRef, ScopeId, StateType, TransitionKind};
    use crate::edit::tests::{LINE, check, id, insertion, refuses};
    use crate::project::Editor;

    #[test]
    fn insert_between_two_states_changes_two_places() {
        check(
            LINE,
            |editor| {
                insertion(Place::Edge(EdgeRef::Transition(id(editor, "A"), TransitionKind::Next)), StateType::Wait)
            },
            r#"{
  "StartAt": "A",
  "States": {
    "A": { "Type": "Pass", "Next": "Wait" },
    "Wait": {
      "Type": "Wait",
      "Seconds": 5,
      "Next": "B"
    },
    "B": { "Type": "Pass", "End": true }
  }
}"#,
        );
    }

    #[test]
    fn insert_at_the_start_and_at_the_end() {
        check(
            LINE,
            |_| insertion(Place::Edge(EdgeRef::Start(ScopeId::ROOT)), StateType::Pass),
            &LINE.replace("\"StartAt\": \"A\"", "\"StartAt\": \"Pass\"").replace(
                "    \"A\": {",
                "    \"Pass\": {\n      \"Type\": \"Pass\",\n      \"Next\": \"A\"\n    },\n    \"A\": {",
            ),
        );
        check(
            LINE,
            |editor| insertion(Place::Edge(EdgeRef::End(id(editor, "B"))), StateType::Succeed),
            &LINE.replace(
                r#"{ "Type": "Pass", "End": true }"#,
                "{ \"Type\": \"Pass\", \"Next\": \"Succeed\" },\n    \"Succeed\": {\n      \"Type\": \"Succeed\"\n    }",
            ),
        );
    }

    #[test]
    fn a_state_that_ends_cannot_stand_between_two() {
        refuses(
            LINE,
            |editor| {
                insertion(Place::Edge(EdgeRef::Transition(id(editor, "A"), TransitionKind::Next)), StateType::Fail)
            },
            Refusal::CutsOff,
        );
    }

    #[test]
    fn the_first_state_of_an_empty_machine() {
        check(
            "{}",
            |_| insertion(Place::Empty(ScopeId::ROOT), StateType::Pass),
            "{\n  \"StartAt\": \"Pass\",\n  \"States\": {\n    \"Pass\": {\n      \"Type\": \"Pass\",\n      \"End\": true\n    }\n  }\n}",
        );
    }

    #[test]
    fn windows_line_ends_and_single_lines_stay() {
        let windows = LINE.replace('\n', "\r\n");
        let mut editor = Editor::new(windows.as_str());
        let edge = EdgeRef::Transition(id(&editor, "A"), TransitionKind::Next);
        editor.apply(&insertion(Place::Edge(edge), StateType::Pass), None).unwrap();
        assert!(!editor.document().text().replace("\r\n", "").contains('\n'));
        check(
            r#"{"StartAt":"A","States":{"A":{"Type":"Succeed"}}}"#,
            |_| insertion(Place::Edge(EdgeRef::Start(ScopeId::ROOT)), StateType::Pass),
            r#"{"StartAt":"Pass","States":{"Pass": { "Type": "Pass", "Next": "A" }, "A":{"Type":"Succeed"}}}"#,
        );
    }
}
