//! What the page sees of a run at one step.

use crate::asl::StateId;
use crate::sim::{HistoryEvent, Snapshot, Status};
use serde::{Deserialize, Serialize};

/// A run at one step. Lists hold what is latest, and say of how many that is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct View {
    /// Which step, from 0.
    pub step: usize,
    /// How many steps the run has so far.
    pub n_steps: usize,
    /// Where the execution stands after the step.
    pub snapshot: Snapshot,
    /// When it was started, in milliseconds since 1970.
    pub started_at: i64,
    /// How many events its history has.
    pub n_events: usize,
    /// The latest of them.
    pub events: Vec<EventRow>,
    /// How many visits of states have begun, those in the children of a distributed Map too.
    pub n_visits: usize,
    /// The latest of them, in the order in which they began.
    pub visits: Vec<Visit>,
    /// How often each state was visited that was.
    pub states: Vec<StateCount>,
    /// The ways that were taken, from state to state.
    pub ways: Vec<(StateId, StateId)>,
    /// The states with which the machine, a branch or an iteration began.
    pub starts: Vec<StateId>,
    /// How many executions it has started.
    pub n_children: usize,
    /// The first of them.
    pub children: Vec<ChildRow>,
}

/// An event without its data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EventRow {
    /// Its number, from 1.
    pub id: u64,
    /// The event that led to it; 0 for none.
    pub previous_event_id: u64,
    /// Virtual time in milliseconds since 1970.
    pub timestamp: i64,
    /// AWS's name of the type.
    pub event_type: String,
    /// The state's name, or the error's; empty for none.
    pub name: String,
}

impl From<&HistoryEvent> for EventRow {
    fn from(event: &HistoryEvent) -> Self {
        let name = event.detail("name").or_else(|| event.detail("error")).unwrap_or_default();
        Self {
            id: event.id,
            previous_event_id: event.previous_event_id,
            timestamp: event.timestamp,
            event_type: event.event_type.clone().into_owned(),
            name: name.to_owned(),
        }
    }
}

/// How often a state was visited. In a message it is a list of the three: names would take most of the bytes of a view.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "(StateId, usize, bool)", into = "(StateId, usize, bool)")]
pub struct StateCount {
    /// Which state.
    pub state: StateId,
    /// How often.
    pub n_visits: usize,
    /// Whether the last visit ended with an error.
    pub is_failed: bool,
}

impl From<(StateId, usize, bool)> for StateCount {
    fn from((state, n_visits, is_failed): (StateId, usize, bool)) -> Self {
        Self { state, n_visits, is_failed }
    }
}

impl From<StateCount> for (StateId, usize, bool) {
    fn from(count: StateCount) -> Self {
        (count.state, count.n_visits, count.is_failed)
    }
}

/// How a visit stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum VisitStatus {
    /// The state is still at work.
    Open,
    /// It was left.
    Done,
    /// It ended the execution, or its branch, with an error.
    Failed,
}

/// One stay in a state.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Visit {
    /// Its place among all visits of the run.
    pub number: usize,
    /// Which state.
    pub state: StateId,
    /// How it stands.
    pub status: VisitStatus,
    /// Whether its service answered with a simulated default.
    pub is_simulated: bool,
    /// Its data, where it is small or likely to be looked at; else it can be asked for.
    pub data: Option<VisitData>,
}

/// What a state got, made of it and gave.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct VisitData {
    /// Its input as JSON text.
    pub input: String,
    /// Its output as JSON text, once it was left.
    pub output: Option<String>,
    /// The last error in it: name and text. One that was retried or caught stays to be seen.
    pub error: Option<(String, String)>,
    /// The data inside it, stage by stage: TestState's name and JSON text.
    pub stages: Vec<(String, String)>,
}

impl VisitData {
    /// Bytes of all its texts.
    pub(super) fn bytes(&self) -> usize {
        let stages: usize = self.stages.iter().map(|(_, json)| json.len()).sum();
        self.input.len() + self.output.as_ref().map_or(0, String::len) + stages
    }
}

/// An execution that the run has started.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChildRow {
    /// Its number and those of the executions around it, the outermost first.
    pub path: Vec<u64>,
    /// Its ARN.
    pub arn: String,
    /// The state that started it.
    pub state: StateId,
    /// Which iteration of a distributed Map it is, from 0.
    pub index: usize,
    /// The machine of the workspace that it runs; none for one of a distributed Map.
    pub machine: Option<String>,
    /// How it stands.
    pub status: Status,
    /// When it was started, in milliseconds since 1970.
    pub started_at: i64,
    /// How many events its history has.
    pub n_events: usize,
}
