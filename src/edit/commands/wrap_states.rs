//! Put states into a branch of a new Parallel state, or into a new Map state.

use crate::asl::{Document, StateId, StateType};
use crate::edit::enclose::Enclosed;
use crate::edit::members::quoted;
use crate::edit::{Label, Plan, Refusal, StepKind, Transaction, raw};

/// Put states that have one entry and one exit into a branch of a new Parallel state, or into a new Map state.
#[derive(Clone, Debug, PartialEq)]
pub struct WrapStates {
    /// The states.
    pub states: Vec<StateId>,
    /// `Parallel` or `Map`.
    pub state_type: StateType,
}

impl Plan for WrapStates {
    fn plan(&self, document: &Document) -> Result<Transaction, Refusal> {
        let Self { ref states, state_type } = *self;
        if !matches!(state_type, StateType::Parallel | StateType::Map) {
            return Err(Refusal::NotAFrame);
        }
        let mut enclosed = Enclosed::find(document, states)?;
        let name = enclosed.names.take(state_type.as_str());
        let style = document.style();
        let [outer, field, item, scope, state] = enclosed.indentations(document);

        let mut fields = vec![("Type".to_owned(), quoted(state_type.as_str()))];
        if !enclosed.catchers.is_empty() && enclosed.language != document.machine().query_language() {
            fields.push(("QueryLanguage".to_owned(), quoted(enclosed.language.as_str())));
        }
        fields.push(if state_type == StateType::Map {
            let states = enclosed.states(document, &scope);
            let mode = [("Mode".to_owned(), quoted("INLINE"))];
            let mut processor = vec![("ProcessorConfig".to_owned(), raw::object(&style, &item, &mode))];
            processor.extend(written_scope(document, &states, &item));
            ("ItemProcessor".to_owned(), raw::object(&style, &field, &processor))
        } else {
            let states = enclosed.states(document, &state);
            let branch = raw::object(&style, &item, &written_scope(document, &states, &scope));
            ("Branches".to_owned(), raw::array(&style, &field, &[branch]))
        });
        fields.extend(enclosed.ways_out(document, &field));

        let json = raw::object(&style, &outer, &fields);
        let label = Label::new(StepKind::WrapStates, &name).with(state_type.as_str()).times(enclosed.part.states.len());
        let transaction = Transaction::of(label, enclosed.replaced(document, &name, &json)?, Some(name.clone()))?;
        Transaction { placed: vec![name], ..transaction }.within_depth(document)
    }
}

/// `StartAt` and `States`; the states are indented one level deeper than `indentation`.
fn written_scope(document: &Document, states: &[(String, String)], indentation: &str) -> Vec<(String, String)> {
    let start = states.first().map(|(name, _)| ("StartAt".to_owned(), quoted(name)));
    let states = ("States".to_owned(), raw::object(&document.style(), indentation, states));
    start.into_iter().chain([states]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::tests::{LINE, check, id, refuses};

    #[test]
    fn a_state_is_wrapped_in_a_map_and_in_nothing_that_holds_no_states() {
        check(
            LINE,
            |editor| WrapStates { states: vec![id(editor, "A")], state_type: StateType::Map },
            r#"{
  "StartAt": "Map",
  "States": {
    "Map": {
      "Type": "Map",
      "ItemProcessor": {
        "ProcessorConfig": {
          "Mode": "INLINE"
        },
        "StartAt": "A",
        "States": {
          "A": { "Type": "Pass", "End": true }
        }
      },
      "Next": "B"
    },
    "B": { "Type": "Pass", "End": true }
  }
}"#,
        );
        refuses(
            LINE,
            |editor| WrapStates { states: vec![id(editor, "A")], state_type: StateType::Task },
            Refusal::NotAFrame,
        );
    }
}
