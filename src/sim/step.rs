//! Starting an execution and moving it on.

use super::environment::Environment;
use super::event::HistoryEvent;
use super::execution::{Action, Execution, ExecutionType, Stage, StartOptions, Status};
use super::program::Program;
use super::runner::{Opening, Runner, payload};
use crate::asl::{ScopeId, StateId, error_name};
use crate::expr::Random;
use crate::mock::services::Memory;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many events a Standard execution may have (developer guide, "Quotas").
const MAX_EVENTS: u64 = 25_000;

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
}

/// Makes an execution of a program, with its first event.
pub fn start(program: &Program, options: StartOptions) -> Step {
    let mut random = Random::new(options.seed);
    let region = "arn:aws:states:us-east-1:123456789012";
    let state_machine_arn = options.state_machine_arn.unwrap_or_else(|| format!("{region}:stateMachine:Pasos"));
    let execution_arn = options.execution_arn.unwrap_or_else(|| format!("{region}:execution:Pasos:{}", random.uuid()));
    let input = Arc::new(options.input);
    let role_arn = options.role_arn.unwrap_or_else(|| "arn:aws:iam::123456789012:role/Pasos".to_owned());
    let longest = match options.execution_type {
        ExecutionType::Standard => None,
        ExecutionType::Express => Some(300),
    };
    let seconds = program.timeout_seconds.into_iter().chain(longest).min();
    let execution = Execution {
        status: Status::Running,
        output: None,
        error: None,
        cause: None,
        clock: options.start_time,
        started_at: options.start_time,
        deadline: seconds.map(|seconds| options.start_time.saturating_add(seconds.saturating_mul(1000))),
        execution_type: options.execution_type,
        random,
        next_event: 1,
        next_id: 0,
        instances: BTreeMap::new(),
        tokens: BTreeMap::new(),
        agenda: BTreeMap::new(),
        calls: BTreeMap::new(),
        memory: Memory::default(),
        input: Arc::clone(&input),
        execution_arn,
        state_machine_arn,
        role_arn: role_arn.clone(),
    };
    let environment = Environment::default();
    let mut runner = Runner {
        program,
        environment: &environment,
        execution,
        events: Vec::new(),
        stages: Vec::new(),
        simulated: Vec::new(),
    };
    let mut details = payload("input", &input);
    details.insert("roleArn".into(), role_arn.into());
    runner.event_after(0, 0, "ExecutionStarted", details);
    // The first state hangs on no event (measured).
    runner.open_scope(Opening {
        scope: ScopeId::ROOT,
        parent: None,
        index: 0,
        input,
        item: None,
        previous_event: 0,
        is_child_execution: false,
    });
    runner.finish()
}

/// Moves an execution on by one visible change: a state entered, an answer, a wait that ends, a retry, a state left.
/// An execution that has ended stays as it is.
pub fn step(program: &Program, execution: Execution, environment: &Environment) -> Step {
    let mut runner =
        Runner { program, environment, execution, events: Vec::new(), stages: Vec::new(), simulated: Vec::new() };
    if runner.execution.status == Status::Running {
        runner.advance();
    }
    runner.finish()
}

impl Runner<'_> {
    fn finish(self) -> Step {
        Step { next: self.execution, events: self.events, stages: self.stages, simulated: self.simulated }
    }

    fn advance(&mut self) {
        if self.execution.next_event > MAX_EVENTS - 1 {
            return self.end_at_event_limit();
        }
        let Some(((due, _), id)) = self.execution.agenda.pop_first() else {
            // Cannot happen while a token lives; an execution without one would otherwise run forever.
            let cause = Some("The execution has nothing left to do.".to_owned());
            return self.end(Status::Failed, None, Some(error_name::RUNTIME.to_owned()), cause, 0);
        };
        if let Some(deadline) = self.execution.deadline.filter(|deadline| due > *deadline) {
            self.execution.clock = deadline;
            return self.time_out_execution();
        }
        self.execution.clock = self.execution.clock.max(due);
        let Some(token) = self.execution.tokens.remove(&id) else { return };
        match token.action {
            Action::Enter => self.enter_state(id, token),
            Action::Retry => self.work(id, token),
            Action::Answer => self.task_answer(id, token),
            Action::TimeOut => self.task_timed_out(id, token),
            Action::Exit => self.finish_work(id, token),
            Action::Nothing => {}
        }
    }

    fn time_out_execution(&mut self) {
        let mut details = Map::new();
        details.insert("error".into(), error_name::TIMEOUT.into());
        self.event_after(0, 0, "ExecutionTimedOut", details);
        self.execution.status = Status::TimedOut;
        self.clear();
    }

    fn end_at_event_limit(&mut self) {
        let cause = format!("The execution reached the maximum number of history events ({MAX_EVENTS}).");
        self.end(Status::Failed, None, Some(error_name::RUNTIME.to_owned()), Some(cause), MAX_EVENTS - 1);
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
        let event_type = if status == Status::Succeeded { "ExecutionSucceeded" } else { "ExecutionFailed" };
        self.event_after(0, previous, event_type, details);
        self.execution.status = status;
        self.execution.output = output;
        self.execution.error = error;
        self.execution.cause = cause;
        self.clear();
    }

    fn clear(&mut self) {
        self.execution.tokens.clear();
        self.execution.agenda.clear();
    }
}
