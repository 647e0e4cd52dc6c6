//! Moving an execution on by one visible change.

use super::child::ChildStep;
use super::environment::Environment;
use super::event::HistoryEvent;
use super::execution::{Execution, Stage, Status};
use super::program::Program;
use super::quota::MAX_EVENTS;
use super::runner::{Runner, payload};
use super::token::{Action, Turn};
use crate::asl::{ExecutionType, StateId, error_name};
use serde_json::{Map, Value};
use std::sync::Arc;

/// What one step gives.
#[derive(Clone, Debug)]
pub struct Step {
    /// The execution after it.
    pub next: Execution,
    /// What the history gains.
    pub events: Vec<HistoryEvent>,
    /// The data inside the state that moved, stage by stage.
    pub stages: Vec<Stage>,
    /// The states whose service answered with a simulated default.
    pub simulated: Vec<StateId>,
    /// What happened in executions that this one has started.
    pub child_steps: Vec<ChildStep>,
}

impl Step {
    /// Whether nothing can be seen of it: it got on with the items of a Map.
    pub fn is_empty(&self) -> bool {
        self.events.is_empty() && self.stages.is_empty() && self.child_steps.is_empty()
    }
}

/// Moves an execution on by one visible change: a state entered, an answer, a wait that ends, a retry, a state left.
/// An execution that has ended stays as it is.
pub fn step(program: &Program, execution: Execution, environment: &Environment) -> Step {
    step_in_time(program, execution, environment, &|| false)
}

/// The same, but a step that works on many items lets go between two of them when `is_time_up` says so. The next step goes
/// on with them; what the execution comes to does not depend on where it let go. Such a step may have nothing to be seen.
pub fn step_in_time(
    program: &Program,
    execution: Execution,
    environment: &Environment,
    is_time_up: &dyn Fn() -> bool,
) -> Step {
    let mut runner = Runner::new(program, environment, &environment.mocks, execution);
    runner.is_time_up = is_time_up;
    if runner.execution.status == Status::Running {
        runner.advance();
    }
    runner.finish()
}

impl Runner<'_> {
    pub(super) fn finish(self) -> Step {
        let Self { execution, events, stages, simulated, child_steps, .. } = self;
        Step { next: execution, events, stages, simulated, child_steps }
    }

    pub(super) fn advance(&mut self) {
        // Express executions have no history on AWS, and no limit for it.
        let has_limit = self.execution.execution_type == ExecutionType::Standard;
        if has_limit && self.execution.next_event > MAX_EVENTS - 1 {
            return self.end_at_event_limit();
        }
        let Some(((due, _), turn)) = self.execution.agenda.pop_first() else {
            // Only a token that waits for an answer that never comes and that has no end of its own is left.
            return self.time_out_execution();
        };
        if let Some(deadline) = self.execution.deadline.filter(|deadline| due > *deadline) {
            self.execution.clock = deadline;
            return self.time_out_execution();
        }
        self.execution.clock = self.execution.clock.max(due);
        let id = match turn {
            Turn::Token(id) => id,
            Turn::Child(id) => return self.step_child(id),
        };
        let Some(token) = self.execution.tokens.remove(&id) else { return };
        match token.action {
            Action::Enter => self.enter_state(id, token),
            Action::Retry => self.work(id, token),
            Action::Answer => self.task_answer(id, token),
            Action::TimeOut => self.task_timed_out(id, token),
            Action::Exit => self.finish_work(id, token),
            Action::Prepare => self.prepare_items(id, token),
            Action::Nothing => {}
        }
    }

    fn time_out_execution(&mut self) {
        self.execution.clock = self.execution.deadline.unwrap_or(self.execution.clock);
        let mut details = Map::new();
        details.insert("error".into(), error_name::TIMEOUT.into());
        self.keep_for_redrive();
        self.event_after(0, "ExecutionTimedOut", details);
        self.execution.status = Status::TimedOut;
        self.clear();
    }

    /// Ends the execution with its last event.
    pub(super) fn end(
        &mut self,
        status: Status,
        output: Option<Arc<Value>>,
        error: Option<String>,
        cause: Option<String>,
        previous: u64,
    ) {
        let details = match &output {
            Some(output) => payload("output", output),
            None => super::failure::details(error.as_deref(), cause.as_deref()),
        };
        if status == Status::Failed {
            self.keep_for_redrive();
        }
        let event_type = if status == Status::Succeeded { "ExecutionSucceeded" } else { "ExecutionFailed" };
        self.event_after(previous, event_type, details);
        self.execution.status = status;
        self.execution.output = output;
        self.execution.error = error;
        self.execution.cause = cause;
        self.clear();
    }

    /// Takes away all that is still at work.
    pub(super) fn clear(&mut self) {
        let by_hand = self.execution.tokens.values().filter(|token| token.is_by_hand()).count();
        self.execution.shared.n_by_hand = self.execution.shared.n_by_hand.saturating_sub(by_hand);
        self.execution.tokens.clear();
        self.execution.agenda.clear();
        // An execution that no state waits for goes on by itself on AWS; here it ends unseen.
        self.execution.children.retain(|_, child| child.owner.is_some());
        let children: Vec<u64> = self.execution.children.keys().copied().collect();
        for id in children {
            self.abort_child(id);
        }
    }
}
