//! An execution as plain data: everything that a step needs and changes.

use crate::asl::{ScopeId, StateId};
use crate::expr::Random;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Where an execution stands (API `ExecutionStatus`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Status {
    /// It goes on.
    Running,
    /// It ended well.
    Succeeded,
    /// It ended with an error.
    Failed,
    /// The machine's `TimeoutSeconds` ran out.
    TimedOut,
    /// Someone stopped it.
    Aborted,
}

impl Status {
    /// As the API writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Running => "RUNNING",
            Self::Succeeded => "SUCCEEDED",
            Self::Failed => "FAILED",
            Self::TimedOut => "TIMED_OUT",
            Self::Aborted => "ABORTED",
        }
    }
}

/// The type of the state machine (API `StateMachineType`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ExecutionType {
    /// Runs for up to a year.
    #[default]
    Standard,
    /// Runs for up to five minutes.
    Express,
}

/// How to start.
#[derive(Clone, Debug)]
pub struct StartOptions {
    /// The input.
    pub input: Value,
    /// Standard or Express.
    pub execution_type: ExecutionType,
    /// Where the virtual clock starts, in milliseconds since 1970.
    pub start_time: i64,
    /// The seed of ids and random numbers.
    pub seed: u64,
    /// `Execution.Id`; invented when empty.
    pub execution_arn: Option<String>,
    /// `StateMachine.Id`; invented when empty.
    pub state_machine_arn: Option<String>,
    /// `Execution.RoleArn`; invented when empty.
    pub role_arn: Option<String>,
}

impl Default for StartOptions {
    fn default() -> Self {
        Self {
            input: Value::Object(Map::new()),
            execution_type: ExecutionType::Standard,
            start_time: 1_735_689_600_000,
            seed: 0,
            execution_arn: None,
            state_machine_arn: None,
            role_arn: None,
        }
    }
}

/// One stage of the data inside a state, named as TestState's inspection data names it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Stage {
    /// Whose data it is.
    pub state: StateId,
    /// `afterInputPath`, `afterParameters`, `result`, …
    pub name: String,
    /// The data.
    pub value: Arc<Value>,
}

pub(super) type TokenId = u64;
pub(super) type InstanceId = u64;

/// A scope that is being run: the machine, a branch, an iteration.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Instance {
    pub(super) scope: ScopeId,
    /// The token of the Parallel or Map state around it; none for the machine.
    pub(super) parent: Option<TokenId>,
    /// Which branch or iteration it is, from 0.
    pub(super) index: usize,
    pub(super) variables: Map<String, Value>,
    /// The item of a Map iteration.
    pub(super) item: Option<Arc<Value>>,
    /// Whether its events belong to another execution's history: a child of a distributed Map.
    pub(super) is_child_execution: bool,
}

/// What a token does next.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum Action {
    /// Enters its state.
    Enter,
    /// Calls the task's service, or starts branches or iterations, again.
    Retry,
    /// The service answers.
    Answer,
    /// Leaves a state that has done its work.
    Exit,
    /// The task's time is up.
    TimeOut,
    /// Waits for branches or iterations.
    Nothing,
}

/// One strand of the execution.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Token {
    pub(super) instance: InstanceId,
    pub(super) state: StateId,
    pub(super) action: Action,
    /// When the action comes, on the virtual clock.
    pub(super) due: i64,
    /// Its place in the agenda among those that are due at the same time.
    pub(super) sequence: u64,
    /// The state's input.
    pub(super) input: Arc<Value>,
    /// Id of its `…StateEntered` event.
    pub(super) entered_event: u64,
    /// Id of the event before that one.
    pub(super) arrived_from: u64,
    /// Id of its last event.
    pub(super) previous_event: u64,
    pub(super) entered_at: i64,
    /// Attempts used, one counter for each retrier.
    pub(super) retries: Vec<u32>,
    /// Attempts used in all.
    pub(super) retry_count: u32,
    /// The result of a task that will answer, or of a wait.
    pub(super) pending: Option<Pending>,
    /// Branches or iterations at work.
    pub(super) children: Option<Children>,
}

/// An answer that is on its way.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Pending {
    pub(super) answer: crate::mock::Outcome,
    pub(super) task_token: Option<String>,
}

/// The branches or iterations of one attempt of a Parallel or Map state.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Children {
    /// Inputs of iterations that have not started.
    pub(super) waiting: Vec<(usize, Arc<Value>)>,
    pub(super) running: usize,
    pub(super) results: Vec<Option<Arc<Value>>>,
    pub(super) n_failed: usize,
    pub(super) tolerated: usize,
    pub(super) is_distributed: bool,
    /// Id of the event on which the next iteration hangs.
    pub(super) last_event: u64,
}

/// A run of a machine, between two steps.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Execution {
    pub(super) status: Status,
    pub(super) output: Option<Arc<Value>>,
    pub(super) error: Option<String>,
    pub(super) cause: Option<String>,
    pub(super) clock: i64,
    pub(super) started_at: i64,
    pub(super) deadline: Option<i64>,
    pub(super) execution_type: ExecutionType,
    pub(super) random: Random,
    pub(super) next_event: u64,
    pub(super) next_id: u64,
    pub(super) instances: BTreeMap<InstanceId, Instance>,
    pub(super) tokens: BTreeMap<TokenId, Token>,
    /// Whose turn it is: time, then order of arrival. Kept as text keys would be slow; saved as a list.
    #[serde(with = "agenda")]
    pub(super) agenda: BTreeMap<(i64, u64), TokenId>,
    /// Calls of each state so far, for the mocks.
    pub(super) calls: BTreeMap<String, u32>,
    /// What the simulated services remember.
    pub(super) memory: crate::mock::services::Memory,
    pub(super) input: Arc<Value>,
    pub(super) execution_arn: String,
    pub(super) state_machine_arn: String,
    pub(super) role_arn: String,
}

impl Execution {
    /// Where it stands.
    pub fn status(&self) -> Status {
        self.status
    }

    /// The output of one that succeeded.
    pub fn output(&self) -> Option<&Value> {
        self.output.as_deref()
    }

    /// The error's name, of one that failed with one.
    pub fn error(&self) -> Option<&str> {
        self.error.as_deref()
    }

    /// The error's text.
    pub fn cause(&self) -> Option<&str> {
        self.cause.as_deref()
    }

    /// The virtual clock, in milliseconds since 1970.
    pub fn clock(&self) -> i64 {
        self.clock
    }
}

mod agenda {
    //! A map whose keys are pairs, saved as a list: JSON has text keys only.

    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};
    use std::collections::BTreeMap;

    pub(super) fn serialize<S: Serializer>(
        agenda: &BTreeMap<(i64, u64), u64>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        agenda.iter().collect::<Vec<_>>().serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<BTreeMap<(i64, u64), u64>, D::Error> {
        Ok(Vec::deserialize(deserializer)?.into_iter().collect())
    }
}
