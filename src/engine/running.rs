//! The run that the worker has at hand: started, moved on, and looked at.

use super::host::Host;
use super::progress;
use super::protocol::{Callback, Outcome, Response, Surroundings};
use super::timeline::{Move, Timeline};
use crate::asl::Document;
use crate::services::Services;
use crate::sim::{self, Environment, Execution, Machine, Program, StartOptions, Status, Step, TaskSignal};
use crate::text::json;
use serde_json::Value;
use std::cell::Cell;
use std::sync::Arc;

/// How long the worker makes steps before it lets the page speak, in milliseconds: soon enough for Stop to be felt.
const SLICE_TIME: f64 = 200.0;

/// A run with all its steps.
#[derive(Debug)]
pub(super) struct Run {
    number: u64,
    program: Arc<Program>,
    /// None only while it is moved.
    execution: Option<Execution>,
    environment: Environment,
    timeline: Timeline,
}

impl Run {
    /// Starts a run.
    ///
    /// # Errors
    /// The answer that says which other machine cannot run.
    pub(super) fn start(
        number: u64,
        program: Arc<Program>,
        input: Value,
        surroundings: Surroundings,
        services: Services,
        host: Host<'_>,
    ) -> Result<Self, Response> {
        let Surroundings { mocks, files, data_files, machines, execution_type, start_time, seed, is_interactive } =
            surroundings;
        let mut environment =
            Environment { mocks, files, data_files, is_interactive, services, ..Environment::default() };
        for (name, neighbour) in machines {
            let Ok(program) = Program::compile(&Document::new(neighbour.text)) else {
                return Err(Response::MachineNotRunnable { run: number, name });
            };
            environment.machines.insert(name, Machine { program, mocks: neighbour.mocks });
        }
        let mut options = StartOptions { input, seed, execution_type, ..StartOptions::default() };
        options.start_time = start_time.unwrap_or(options.start_time);
        let mut first = sim::start(&program, options);
        let timeline = Timeline::begin(&mut first, &program, (host.now)());
        Ok(Self { number, program, execution: Some(first.next), environment, timeline })
    }

    /// The page's number for it.
    pub(super) fn number(&self) -> u64 {
        self.number
    }

    /// Moves it on by up to so many steps.
    pub(super) fn advance(&mut self, steps: usize, lets_time_pass: bool, host: Host<'_>) -> Response {
        let begun = (host.now)();
        let mut pace = Pace::default();
        for step in 0..steps {
            let Some(execution) = self.execution.as_ref() else { break };
            let waits = execution.is_waiting_for_person() && !(lets_time_pass && step == 0);
            if execution.status() != Status::Running || waits || pace.is_over(host, begun) {
                break;
            }
            progress::note(self.number, self.timeline.n_steps());
            let n_questions = Cell::new(0);
            let has_let_go = Cell::new(false);
            let is_time_up = || {
                n_questions.set(n_questions.get() + 1);
                let is_up = (host.now)() >= begun + SLICE_TIME;
                has_let_go.set(is_up);
                is_up
            };
            let program = &self.program;
            let environment = &self.environment;
            let Some(execution) = self.execution.take() else { break };
            let moved = sim::step_in_time(program, execution, environment, &is_time_up);
            let how = if has_let_go.get() { Move::PartOfStep(n_questions.get()) } else { Move::Step };
            self.take_up(moved, how, host);
        }
        self.stand()
    }

    fn take_up(&mut self, mut step: Step, how: Move, host: Host<'_>) {
        self.timeline.add(&mut step);
        self.timeline.note(how, &step.next, host.now);
        self.execution = Some(step.next);
    }

    /// Sends a task token back.
    pub(super) fn send(&mut self, task_token: &str, callback: Callback, host: Host<'_>) -> Response {
        let text = |text: String| (!text.is_empty()).then_some(text);
        let signal = match callback {
            Callback::Success(output) => match json_value(&output) {
                Some(output) => TaskSignal::Success(output),
                None => return Response::InputNotJson { run: self.number },
            },
            Callback::Failure { error, cause } => TaskSignal::Failure { error: text(error), cause: text(cause) },
            Callback::Heartbeat => TaskSignal::Heartbeat,
        };
        if let Some(execution) = self.execution.take() {
            let moved = sim::signal(&self.program, execution, &self.environment, task_token, &signal);
            self.take_up(moved, Move::FromOutside, host);
        }
        self.stand()
    }

    /// Starts it again where it failed.
    pub(super) fn redrive(&mut self, host: Host<'_>) -> Response {
        if let Some(execution) = self.execution.take() {
            let moved = sim::redrive(&self.program, execution, &self.environment);
            self.take_up(moved, Move::FromOutside, host);
        }
        self.stand()
    }

    /// Tells where it stands.
    pub(super) fn stand(&self) -> Response {
        let Some(execution) = &self.execution else { return Response::Refused };
        let is_running = execution.status() == Status::Running;
        let goes_on = is_running && !execution.is_waiting_for_person();
        let last = self.timeline.n_steps().saturating_sub(1);
        let view = Box::new(self.timeline.view(last, execution, &self.program, &self.environment));
        Response::Advanced { run: self.number, outcome: outcome(execution), goes_on, view }
    }

    /// Shows it at a step.
    pub(super) fn look(&self, step: usize) -> Response {
        let Some(execution) = &self.execution else { return Response::Refused };
        let view = Box::new(self.timeline.view(step, execution, &self.program, &self.environment));
        Response::Seen { run: self.number, view }
    }

    /// Tells the data of a visit, as it was known at a step.
    pub(super) fn visit(&self, number: usize, step: usize) -> Response {
        self.timeline.visit_data(number, step).map_or(Response::Refused, Response::VisitData)
    }

    /// Tells a part of a history.
    pub(super) fn events(&self, path: &[u64], from: usize, to: usize) -> Response {
        Response::Events(self.timeline.events(path, from, to).to_vec())
    }
}

/// Asks for the time rarely while steps are fast, and at each step while they are slow: asking takes as long as a simple step.
#[derive(Debug, Default)]
struct Pace {
    /// Steps until the next question.
    left: u32,
    /// Steps between two questions.
    stride: u32,
    asked_at: f64,
}

impl Pace {
    const MAX_STRIDE: u32 = 64;

    /// Whether the time is over that began at a moment. Never before the first step.
    fn is_over(&mut self, host: Host<'_>, begun: f64) -> bool {
        if self.stride == 0 {
            (self.stride, self.left, self.asked_at) = (1, 1, begun);
            return false;
        }
        self.left = self.left.saturating_sub(1);
        if self.left > 0 {
            return false;
        }
        let now = (host.now)();
        self.stride = if now - self.asked_at > 1.0 { 1 } else { (self.stride * 2).min(Self::MAX_STRIDE) };
        (self.left, self.asked_at) = (self.stride, now);
        now >= begun + SLICE_TIME
    }
}

/// The input of a run, as a person gave it: without one it is `{}` (API `StartExecution`); none where it is not JSON.
pub(super) fn given_input(text: &str) -> Option<Value> {
    json_value(if text.trim().is_empty() { "{}" } else { text })
}

fn json_value(text: &str) -> Option<Value> {
    let parsed = json::parse(text);
    let root = parsed.tree.root().filter(|_| parsed.errors.is_empty())?;
    Some(parsed.tree.value(text, root))
}

/// How an execution ended, if it has.
fn outcome(execution: &Execution) -> Option<Outcome> {
    (execution.status() != Status::Running).then(|| Outcome {
        status: execution.status(),
        output: execution.output().map(|output| format!("{output:#}")),
        error: execution.error().map(str::to_owned),
        cause: execution.cause().map(str::to_owned),
    })
}
