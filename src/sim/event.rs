//! History events, exactly as `GetExecutionHistory` returns them (API `HistoryEvent`).

use super::event_details::EventDetails;
use crate::asl::{StateType, timestamp};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::borrow::Cow;

/// One entry of an execution's history.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HistoryEvent {
    /// Number, from 1.
    pub id: u64,
    /// The event that led to this one; 0 for none.
    pub previous_event_id: u64,
    /// Virtual time in milliseconds since 1970.
    pub timestamp: i64,
    /// AWS's name of the type: `PassStateEntered`.
    pub event_type: Cow<'static, str>,
    /// The details; inputs and outputs are JSON text.
    pub details: EventDetails,
}

impl HistoryEvent {
    /// The event in AWS's form.
    pub fn to_json(&self) -> Value {
        let mut event = Map::new();
        event.insert("timestamp".into(), timestamp::format(self.timestamp).into());
        event.insert("type".into(), (*self.event_type).into());
        event.insert("id".into(), self.id.into());
        event.insert("previousEventId".into(), self.previous_event_id.into());
        if let Some(name) = details_name(&self.event_type) {
            event.insert(name, Value::Object(self.details.to_map()));
        }
        Value::Object(event)
    }

    /// A text among the details.
    pub fn detail(&self, name: &str) -> Option<&str> {
        self.details.text(name)
    }
}

/// The type of the event of a state that is entered.
pub(super) fn entered(state_type: StateType) -> &'static str {
    match state_type {
        StateType::Task => "TaskStateEntered",
        StateType::Pass => "PassStateEntered",
        StateType::Choice => "ChoiceStateEntered",
        StateType::Wait => "WaitStateEntered",
        StateType::Succeed => "SucceedStateEntered",
        StateType::Fail => "FailStateEntered",
        StateType::Parallel => "ParallelStateEntered",
        StateType::Map => "MapStateEntered",
    }
}

/// The type of the event of a state that is left.
pub(super) fn exited(state_type: StateType) -> &'static str {
    match state_type {
        StateType::Task => "TaskStateExited",
        StateType::Pass => "PassStateExited",
        StateType::Choice => "ChoiceStateExited",
        StateType::Wait => "WaitStateExited",
        StateType::Succeed => "SucceedStateExited",
        StateType::Fail => "FailStateExited",
        StateType::Parallel => "ParallelStateExited",
        StateType::Map => "MapStateExited",
    }
}

/// The beginnings of the types of events that have no details in the API, unless they are of the entry or exit of a state
/// (API `HistoryEvent`).
const WITHOUT_DETAILS: [&str; 9] = [
    "LambdaFunctionStarted",
    "Parallel",
    "MapStateSucceeded",
    "MapStateFailed",
    "MapStateAborted",
    "MapRunSucceeded",
    "MapRunAborted",
    "TaskStateAborted",
    "WaitStateAborted",
];

/// The member that holds the details of a type of event; none for a type that has no details.
fn details_name(event_type: &str) -> Option<String> {
    if event_type.ends_with("StateEntered") {
        return Some("stateEnteredEventDetails".to_owned());
    }
    if event_type.ends_with("StateExited") {
        return Some("stateExitedEventDetails".to_owned());
    }
    if WITHOUT_DETAILS.iter().any(|start| event_type.starts_with(start)) {
        return None;
    }
    let mut name = event_type.to_owned();
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_lowercase();
    }
    Some(name + "EventDetails")
}
