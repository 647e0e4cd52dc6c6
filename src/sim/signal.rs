//! Task tokens that a person sends back: `SendTaskSuccess`, `SendTaskFailure`, `SendTaskHeartbeat`
//! (API reference of these actions).

use super::environment::Environment;
use super::execution::{Execution, Status};
use super::program::Program;
use super::runner::Runner;
use super::snapshot::path;
use super::step::Step;
use super::token::{Action, TokenId};
use crate::asl::StateId;
use crate::mock::Outcome;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What is sent with a task token.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum TaskSignal {
    /// The task is done, with this output.
    Success(Value),
    /// The task failed.
    Failure {
        /// The error's name.
        error: Option<String>,
        /// The error's text.
        cause: Option<String>,
    },
    /// The work goes on.
    Heartbeat,
}

/// A task that waits for its token.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Callback {
    /// Its state.
    pub state: StateId,
    /// Branch and iteration numbers around it, from 0.
    pub path: Vec<usize>,
    /// The token.
    pub task_token: String,
    /// When its time is up, in milliseconds since 1970.
    pub due: i64,
    /// Whether a heartbeat puts that off.
    pub has_heartbeat: bool,
}

impl Execution {
    /// How many callbacks are listed.
    pub const MAX_CALLBACKS: usize = 50;

    /// Whether nothing happens until time passes or a person sends a task token.
    pub fn is_waiting_for_person(&self) -> bool {
        self.status == Status::Running
            && self.shared.n_by_hand > 0
            && self.next_due().is_none_or(|due| due > self.clock)
    }

    /// The tasks that wait for a person, at most [`Execution::MAX_CALLBACKS`] of them.
    pub fn callbacks(&self) -> Vec<Callback> {
        if self.shared.n_by_hand == 0 {
            return Vec::new();
        }
        let mut found = Vec::new();
        let mut open = vec![(self, Vec::new())];
        while let Some((execution, before)) = open.pop() {
            for token in execution.tokens.values() {
                let Some(pending) = token.pending.as_ref().filter(|pending| pending.is_by_hand) else { continue };
                let mut whole = before.clone();
                whole.extend(path(execution, token.instance));
                found.push(Callback {
                    state: token.state,
                    path: whole,
                    task_token: pending.task_token.clone().unwrap_or_default(),
                    due: token.due,
                    has_heartbeat: pending.heartbeat.is_some(),
                });
                if found.len() >= Self::MAX_CALLBACKS {
                    return found;
                }
            }
            // States of another machine are not those of this one.
            for child in execution.children.values().filter(|child| child.machine.is_none()) {
                let mut whole = before.clone();
                whole.push(child.index);
                open.push((&child.execution, whole));
            }
        }
        found
    }

    fn token_with(&self, task_token: &str) -> Option<TokenId> {
        let is_it = |(id, token): (&TokenId, &super::token::Token)| {
            let pending = token.pending.as_ref()?;
            (pending.task_token.as_deref() == Some(task_token)).then_some(*id)
        };
        self.tokens.iter().find_map(is_it)
    }
}

/// Sends a task token back. A token that no task waits for changes nothing, as AWS answers `TaskDoesNotExist`.
pub fn signal(
    program: &Program,
    execution: Execution,
    environment: &Environment,
    task_token: &str,
    signal: &TaskSignal,
) -> Step {
    let mut runner = Runner::new(program, environment, &environment.mocks, execution);
    runner.send_task(task_token, signal);
    runner.finish()
}

impl Runner<'_> {
    fn send_task(&mut self, task_token: &str, signal: &TaskSignal) {
        let Some(id) = self.execution.token_with(task_token) else { return self.send_to_child(task_token, signal) };
        let Some(mut token) = self.take_token(id) else { return };
        let now = self.execution.clock;
        let Some(pending) = &mut token.pending else { return };
        if *signal == TaskSignal::Heartbeat {
            let beat = pending.heartbeat.map_or(i64::MAX, |seconds| now.saturating_add(seconds * 1000));
            let due = beat.min(pending.timeout_at);
            self.execution.shared.n_by_hand += usize::from(pending.is_by_hand);
            return self.schedule(id, token, Action::TimeOut, due);
        }
        pending.is_by_hand = false;
        pending.answer = match signal {
            TaskSignal::Success(output) => Outcome::Return(output.clone()),
            TaskSignal::Failure { error, cause } => Outcome::Throw { error: error.clone(), cause: cause.clone() },
            TaskSignal::Heartbeat => return,
        };
        self.task_answer(id, token);
    }

    /// Looks for the token in the executions inside this one.
    fn send_to_child(&mut self, task_token: &str, signal: &TaskSignal) {
        let ids: Vec<u64> = self.execution.children.keys().copied().collect();
        for id in ids {
            let waits = self.execution.children.get(&id).is_some_and(|child| child.execution.waits_for(task_token));
            if waits {
                return self.with_child(id, |inner| inner.send_task(task_token, signal));
            }
        }
    }
}

impl Execution {
    fn waits_for(&self, task_token: &str) -> bool {
        let mut open = vec![self];
        while let Some(execution) = open.pop() {
            if execution.token_with(task_token).is_some() {
                return true;
            }
            open.extend(execution.children.values().map(|child| &*child.execution));
        }
        false
    }
}
