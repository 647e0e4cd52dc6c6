//! What a history event tells beside its type. A run has tens of thousands of events, most of them of states that are entered
//! and left: those share their texts with the execution in place of holding a copy as a JSON object each.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// The details of an event, under AWS's names (API `HistoryEvent`).
#[derive(Clone, Debug)]
pub enum EventDetails {
    /// Of a state that was entered (API `StateEnteredEventDetails`).
    Entered {
        /// The state's name.
        name: Arc<str>,
        /// Its input as JSON text.
        input: Arc<str>,
    },
    /// Of a state that was left (API `StateExitedEventDetails`).
    Exited {
        /// The state's name.
        name: Arc<str>,
        /// Its output as JSON text.
        output: Arc<str>,
        /// The variables that it has assigned, each as JSON text; none where it assigns nothing.
        assigned: Option<Box<Map<String, Value>>>,
    },
    /// Of an iteration of a Map (API `MapIterationEventDetails`).
    Iteration {
        /// The name of the Map state.
        name: Arc<str>,
        /// Which iteration, from 0.
        index: usize,
    },
    /// Of all others.
    Other(Map<String, Value>),
}

impl EventDetails {
    /// The details as a JSON object, in AWS's order.
    pub fn to_map(&self) -> Map<String, Value> {
        let text = |text: &Arc<str>| Value::from(&**text);
        let whole = || json!({ "truncated": false });
        let members = match self {
            Self::Entered { name, input } => {
                vec![("input", text(input)), ("inputDetails", whole()), ("name", text(name))]
            }
            Self::Exited { name, output, assigned } => {
                let assigned =
                    assigned.as_ref().map(|assigned| ("assignedVariables", Value::Object((**assigned).clone())));
                let members = [("output", text(output)), ("outputDetails", whole()), ("name", text(name))];
                members.into_iter().chain(assigned).collect()
            }
            Self::Iteration { name, index } => vec![("name", text(name)), ("index", (*index).into())],
            Self::Other(details) => return details.clone(),
        };
        members.into_iter().map(|(name, value)| (name.to_owned(), value)).collect()
    }

    /// A text among them.
    pub fn text(&self, member: &str) -> Option<&str> {
        match (self, member) {
            (Self::Entered { name, .. } | Self::Exited { name, .. } | Self::Iteration { name, .. }, "name") => {
                Some(name)
            }
            (Self::Entered { input, .. }, "input") => Some(input),
            (Self::Exited { output, .. }, "output") => Some(output),
            (Self::Other(details), _) => details.get(member).and_then(Value::as_str),
            _ => None,
        }
    }
}

impl From<Map<String, Value>> for EventDetails {
    fn from(details: Map<String, Value>) -> Self {
        Self::Other(details)
    }
}

impl PartialEq for EventDetails {
    fn eq(&self, other: &Self) -> bool {
        self.to_map() == other.to_map()
    }
}

impl Serialize for EventDetails {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Other(details) => details.serialize(serializer),
            ready => ready.to_map().serialize(serializer),
        }
    }
}

impl<'de> Deserialize<'de> for EventDetails {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Map::deserialize(deserializer).map(Self::Other)
    }
}
