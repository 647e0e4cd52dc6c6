//! A whole machine, or one state of it.

use super::change::{Change, Conversion, Missing};
use super::convert_state::{Marking, convert};
use super::fields::Fields;
use super::members::Members;
use super::obstacle::{Obstacle, Reason};
use crate::asl::{Document, QueryLanguage, StateId};
use crate::text::{Edit, Edits};

/// [`convert_machine_with`], as people write JSONata.
pub fn convert_machine(document: &Document) -> Conversion {
    convert_machine_with(document, Missing::default())
}

/// [`convert_state_with`], as people write JSONata.
pub fn convert_state(document: &Document, state: StateId) -> Conversion {
    convert_state_with(document, state, Missing::default())
}

/// Converts a machine. Where all its states can be converted, the machine itself says so; else each converted state
/// does, and the others stay as they are.
pub fn convert_machine_with(document: &Document, missing: Missing) -> Conversion {
    let Some(root) = document.machine().root().filter(|_| document.syntax_errors().is_empty()) else {
        return refused(None, "");
    };
    if document.machine().query_language() == QueryLanguage::JSONata {
        return Conversion::default();
    }
    let states: Vec<StateId> =
        document.machine().states().filter(|(_, state)| is_jsonpath(state.query_language)).map(|(id, _)| id).collect();
    let whole: Vec<Fields<'_>> = states.iter().map(|id| convert(document, *id, Marking::Never, missing)).collect();
    if whole.iter().any(|fields| !fields.obstacles.is_empty()) {
        return gathered(states.iter().map(|id| convert(document, *id, Marking::WhereChanged, missing)), None);
    }
    let mut members = Members::new(document, root.node);
    let written = r#""QueryLanguage": "JSONata""#.to_owned();
    let before = members.source("QueryLanguage").unwrap_or_default().to_owned();
    match before.is_empty() {
        false => members.put(&["QueryLanguage"], written.clone()),
        // Where people look for it: with what is said of the machine, before what it does.
        true => members.add_before("StartAt", written.clone()),
    }
    let change = Change {
        state: None,
        name: String::new(),
        field: "QueryLanguage".to_owned(),
        before,
        after: written,
        notes: Vec::new(),
    };
    gathered(whole.into_iter(), Some((change, members.edits())))
}

/// Converts one state, and marks it as written in JSONata. The other states stay as they are; a state that is JSONata
/// already, or that is not there, gives an empty conversion.
pub fn convert_state_with(document: &Document, state: StateId, missing: Missing) -> Conversion {
    let Some(found) = document.machine().get(state) else { return Conversion::default() };
    if !document.syntax_errors().is_empty() {
        return refused(Some(state), &found.name);
    }
    if !is_jsonpath(found.query_language) {
        return Conversion::default();
    }
    gathered(std::iter::once(convert(document, state, Marking::Always, missing)), None)
}

fn is_jsonpath(language: QueryLanguage) -> bool {
    language == QueryLanguage::JSONPath
}

fn refused(state: Option<StateId>, name: &str) -> Conversion {
    let obstacle = Obstacle { state, name: name.to_owned(), field: String::new(), reason: Reason::BrokenText };
    Conversion { obstacles: vec![obstacle], ..Conversion::default() }
}

/// Puts the states together, and leaves out those that something stands in the way of.
fn gathered<'d>(states: impl Iterator<Item = Fields<'d>>, of_machine: Option<(Change, Vec<Edit>)>) -> Conversion {
    let mut conversion = Conversion::default();
    let mut edits = Vec::new();
    if let Some((change, own)) = of_machine {
        conversion.changes.push(change);
        edits.extend(own);
    }
    for fields in states {
        if fields.obstacles.is_empty() {
            conversion.n_converted += 1;
            edits.extend(fields.edits);
            conversion.changes.extend(fields.changes);
        } else {
            conversion.obstacles.extend(fields.obstacles);
        }
    }
    // Members of different objects never overlap.
    conversion.edits = Edits::new(edits).unwrap_or_default();
    conversion
}
