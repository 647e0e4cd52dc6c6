//! An execution as plain data: everything that a step needs and changes.

use super::child::Child;
use super::redrive::Failed;
use super::token::{ChildId, Instance, InstanceId, Token, TokenId, Turn};
use crate::asl::{ExecutionType, ScopeId, StateId};
use crate::expr::Random;
use crate::mock::services::Memory;
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
    /// `Execution.Id`; invented when empty. Of an Express execution it is known beforehand when `StartExecution` begins it;
    /// `StartSyncExecution` tells it at the end.
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
#[derive(Clone, Debug, PartialEq)]
pub struct Stage {
    /// Whose data it is.
    pub state: StateId,
    /// `afterInputPath`, `afterParameters`, `result`, …
    pub name: &'static str,
    /// The data.
    pub value: Arc<Value>,
}

/// What an execution shares with those that it starts.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Shared {
    pub(super) random: Random,
    /// What the simulated services remember.
    pub(super) memory: Memory,
    /// Tasks that wait for a person to send their token back.
    pub(super) n_by_hand: usize,
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
    /// Whether `StartSyncExecution` waits for its end.
    pub(super) is_awaited: bool,
    /// The scope that it runs: the machine, or the processor of a distributed Map.
    pub(super) root: ScopeId,
    /// How many executions are around this one.
    pub(super) depth: u8,
    pub(super) shared: Shared,
    pub(super) next_event: u64,
    pub(super) next_id: u64,
    pub(super) instances: BTreeMap<InstanceId, Instance>,
    pub(super) tokens: BTreeMap<TokenId, Token>,
    /// Executions that this one has started and not seen end.
    pub(super) children: BTreeMap<ChildId, Child>,
    /// Whose turn it is: time, then order of arrival. Saved as a list, as JSON has text keys only.
    #[serde(with = "agenda")]
    pub(super) agenda: BTreeMap<(i64, u64), Turn>,
    /// Calls of each state so far, for the mocks.
    pub(super) calls: BTreeMap<String, u32>,
    pub(super) input: Arc<Value>,
    pub(super) execution_arn: String,
    pub(super) state_machine_arn: String,
    pub(super) role_arn: String,
    pub(super) redrives: u32,
    /// When it was last redriven.
    pub(super) redriven_at: Option<i64>,
    /// What a redrive starts from, once it has failed.
    pub(super) failed: Option<Failed>,
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

    /// Its ARN.
    pub fn arn(&self) -> &str {
        &self.execution_arn
    }

    /// The region in which it runs, which its ARN says.
    pub(super) fn region(&self) -> &str {
        self.execution_arn.split(':').nth(3).unwrap_or_default()
    }

    /// When something happens next, on the virtual clock: its own next turn, or the end of its time.
    pub(super) fn next_due(&self) -> Option<i64> {
        let turn = self.agenda.first_key_value().map(|((due, _), _)| *due);
        match (turn, self.deadline) {
            (Some(turn), Some(deadline)) => Some(turn.min(deadline)),
            (turn, deadline) => turn.or(deadline),
        }
    }
}

mod agenda {
    //! A map whose keys are pairs, saved as a list: JSON has text keys only.

    use super::Turn;
    use serde::{Deserialize as _, Deserializer, Serialize as _, Serializer};
    use std::collections::BTreeMap;

    pub(super) fn serialize<S: Serializer>(
        agenda: &BTreeMap<(i64, u64), Turn>,
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        agenda.iter().collect::<Vec<_>>().serialize(serializer)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<BTreeMap<(i64, u64), Turn>, D::Error> {
        Ok(Vec::deserialize(deserializer)?.into_iter().collect())
    }
}
