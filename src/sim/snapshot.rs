//! What a page shows of an execution between two steps.

use super::execution::{Action, Execution, InstanceId, Status, Token};
use crate::asl::StateId;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What a state is doing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Phase {
    /// It comes next.
    Arriving,
    /// It works: its service is called, its branches run.
    Working,
    /// It waits until this time, in milliseconds since 1970.
    Waiting(i64),
    /// It will be tried again at this time.
    Retrying(i64),
}

/// A state at which the execution is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ActiveState {
    /// Which state.
    pub state: StateId,
    /// Branch and iteration numbers from the outermost scope to its own, from 0.
    pub path: Vec<usize>,
    /// What it is doing.
    pub phase: Phase,
}

/// An execution between two steps.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    /// Where it stands.
    pub status: Status,
    /// The virtual clock, in milliseconds since 1970.
    pub clock: i64,
    /// The states at which it is, at most [`Snapshot::MAX_ACTIVE`] of them, the next to move first.
    pub active: Vec<ActiveState>,
    /// The machine's own variables, as a JSON object in text.
    pub variables: String,
}

impl Snapshot {
    /// A Map over thousands of items has thousands of active states; no one reads that many.
    pub const MAX_ACTIVE: usize = 200;

    /// Looks at an execution.
    pub fn of(execution: &Execution) -> Self {
        let due = execution.agenda.values().filter_map(|id| execution.tokens.get(id));
        let idle = execution.tokens.values().filter(|token| token.action == Action::Nothing);
        let variables = execution
            .instances
            .values()
            .find(|instance| instance.parent.is_none())
            .map(|instance| Value::Object(instance.variables.clone()).to_string())
            .unwrap_or_default();
        Self {
            status: execution.status,
            clock: execution.clock,
            active: due.chain(idle).take(Self::MAX_ACTIVE).map(|token| active(execution, token)).collect(),
            variables,
        }
    }
}

fn active(execution: &Execution, token: &Token) -> ActiveState {
    let phase = match token.action {
        Action::Enter => Phase::Arriving,
        Action::Retry => Phase::Retrying(token.due),
        Action::Exit | Action::TimeOut if token.due > execution.clock => Phase::Waiting(token.due),
        Action::Exit | Action::Answer | Action::TimeOut | Action::Nothing => Phase::Working,
    };
    ActiveState { state: token.state, path: path(execution, token.instance), phase }
}

fn path(execution: &Execution, instance: InstanceId) -> Vec<usize> {
    let mut path = Vec::new();
    let mut next = execution.instances.get(&instance);
    while let Some(instance) = next {
        let Some(owner) = instance.parent.and_then(|parent| execution.tokens.get(&parent)) else { break };
        path.push(instance.index);
        next = execution.instances.get(&owner.instance);
    }
    path.reverse();
    path
}
