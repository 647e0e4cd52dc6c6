//! How what is being typed in a Task may go on: what it calls, the parameters of that, and their values.

use super::arguments::arguments;
use super::place::{Place, Spot};
use super::resources::resources;
use crate::asl::{Document, QueryLanguage, StateType};
use crate::services::Services;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// How many proposals are made at once.
const MAX_PROPOSED: usize = 200;

/// One way to go on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completion {
    /// What it is called.
    pub label: String,
    /// The type of what it leads to, in every language alike; empty where there is none.
    pub shape: String,
    /// Whether a call is refused without it.
    pub is_required: bool,
    /// What is written.
    pub insert: String,
    /// What of it is selected then, to be replaced: from and to in UTF-16 units.
    pub selected: (usize, usize),
}

/// The ways to go on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Completions {
    /// What they take the place of.
    pub span: Span,
    /// They, the best first.
    pub list: Vec<Completion>,
    /// Whether all are there. Else parts of the table are missing and were asked for.
    pub is_whole: bool,
}

/// Finds how what is typed at an offset in bytes may go on. None where nothing is known of that place.
pub fn complete(document: &Document, services: &Services, offset: usize) -> Option<Completions> {
    let machine = document.machine();
    let state = machine.state(machine.state_at(document.tree(), offset)?);
    if state.state_type != Some(StateType::Task) {
        return None;
    }
    let place = Place::find(document, state, offset)?;
    let (field, path) = place.path.split_first()?;
    let holds_arguments = if state.query_language == QueryLanguage::JSONata { "Arguments" } else { "Parameters" };
    let mut found = match field.as_str() {
        "Resource" if path.is_empty() && place.spot == Spot::Value => resources(services, &place),
        field if field == holds_arguments => arguments(document, services, state, &place, path)?,
        _ => return None,
    };
    found.list.truncate(MAX_PROPOSED);
    (!found.list.is_empty() || !found.is_whole).then_some(found)
}
