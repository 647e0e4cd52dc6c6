//! Reading what `GetExecutionHistory` returns, as the AWS CLI and the SDKs write it down.

use serde_json::{Map, Value};
use std::fmt::{self, Display, Formatter};

/// An event of a recorded history.
#[derive(Clone, Debug, PartialEq)]
pub struct Recorded {
    /// Its number, from 1.
    pub id: u64,
    /// The event that led to it; 0 for none.
    pub previous: u64,
    /// AWS's name of its type.
    pub event_type: String,
    /// What it tells.
    pub details: Map<String, Value>,
}

impl Recorded {
    /// A text among the details.
    pub fn text(&self, name: &str) -> Option<&str> {
        self.details.get(name).and_then(Value::as_str)
    }

    /// The type of the state that it enters, such as `Pass`.
    pub(super) fn enters(&self) -> Option<&str> {
        self.event_type.strip_suffix("StateEntered")
    }

    /// The type of the state that it leaves.
    pub(super) fn exits(&self) -> Option<&str> {
        self.event_type.strip_suffix("StateExited")
    }
}

/// Why something is no history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// There is no list of events.
    NoEvents,
    /// An event has no number of its own, or no type.
    BadEvent {
        /// Its place in the list, from 0.
        index: usize,
    },
    /// Two events have one number.
    SameId {
        /// The number.
        id: u64,
    },
}

impl Display for Unreadable {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoEvents => formatter.write_str(
                "no \"events\" in it: what is wanted is the answer of GetExecutionHistory (aws stepfunctions \
                 get-execution-history)",
            ),
            Self::BadEvent { index } => write!(formatter, "events[{index}] has no id or no type"),
            Self::SameId { id } => write!(formatter, "two events have the id {id}"),
        }
    }
}

/// Reads a history: `{"events": […]}` or the list alone, the newest first or last.
///
/// # Errors
/// Where that is no list of events.
pub fn read_history(history: &Value) -> Result<Vec<Recorded>, Unreadable> {
    let list = history.get("events").unwrap_or(history).as_array().ok_or(Unreadable::NoEvents)?;
    let read = |(index, event)| recorded(event).ok_or(Unreadable::BadEvent { index });
    let events: Vec<Recorded> = list.iter().enumerate().map(read).collect::<Result<_, _>>()?;
    let mut ids: Vec<u64> = events.iter().map(|event| event.id).collect();
    ids.sort_unstable();
    match ids.windows(2).find(|pair| pair[0] == pair[1]) {
        Some(pair) => Err(Unreadable::SameId { id: pair[0] }),
        None => Ok(events),
    }
}

fn recorded(event: &Value) -> Option<Recorded> {
    let id = event.get("id")?.as_u64().filter(|id| *id > 0)?;
    let event_type = event.get("type")?.as_str()?.to_owned();
    let previous = event.get("previousEventId").and_then(Value::as_u64).unwrap_or_default();
    // The details stand under a name that the type has, with exceptions (`lambdaFunctionFailedEventDetails` and others).
    let details = event
        .as_object()?
        .iter()
        .find_map(|(name, details)| name.ends_with("EventDetails").then(|| details.as_object().cloned()).flatten());
    Some(Recorded { id, previous, event_type, details: details.unwrap_or_default() })
}
