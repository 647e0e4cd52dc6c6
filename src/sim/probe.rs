//! A single state run by itself, as `TestState` runs it: what it gets, makes of it and gives, stage by stage
//! (API reference, `TestState`).

use super::environment::Environment;
use super::execution::{Stage, StartOptions, Status};
use super::program::Program;
use super::runner::Runner;
use super::start::start_scope;
use super::token::{Action, Token};
use crate::asl::{ScopeId, StateId};
use crate::mock::Outcome;
use serde_json::{Map, Value};
use std::sync::Arc;

/// How a test of a state ended (API `TestExecutionStatus`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ProbeStatus {
    /// The state was left.
    Succeeded,
    /// It failed, and nothing handles that.
    #[default]
    Failed,
    /// It failed and would be tried again.
    Retriable,
    /// It failed and a catcher handles that.
    CaughtError,
}

impl ProbeStatus {
    /// As the API writes it.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Succeeded => "SUCCEEDED",
            Self::Failed => "FAILED",
            Self::Retriable => "RETRIABLE",
            Self::CaughtError => "CAUGHT_ERROR",
        }
    }
}

/// What is given to the state.
#[derive(Clone, Debug, Default)]
pub struct ProbeOptions {
    /// How the execution around it was started; its input is the state's.
    pub start: StartOptions,
    /// The variables that it sees.
    pub variables: Map<String, Value>,
    /// How often each retrier has been used before.
    pub retry_count: u32,
    /// How the iterations of a Map, or the branches of a Parallel, end: they are not run.
    pub children: Option<Outcome>,
    /// How many iterations of a Map failed.
    pub n_failed: Option<usize>,
    /// What the reader of a Map reads.
    pub read_items: Option<Value>,
}

/// What the state did.
#[derive(Clone, Debug, Default)]
pub struct Probed {
    /// How it ended.
    pub status: ProbeStatus,
    /// What it gave.
    pub output: Option<Value>,
    /// The error's name.
    pub error: Option<String>,
    /// The error's text.
    pub cause: Option<String>,
    /// Where it leads.
    pub next_state: Option<String>,
    /// The data inside it, stage by stage.
    pub stages: Vec<Stage>,
    /// What it assigns.
    pub assigned: Map<String, Value>,
    /// The retrier that is for the error, from 0.
    pub retry_index: Option<usize>,
    /// When it would be tried again, in seconds.
    pub retry_backoff_seconds: Option<f64>,
    /// The catcher that is for the error, from 0.
    pub catch_index: Option<usize>,
    /// How many items a Map has.
    pub n_items: Option<usize>,
    /// `MaxConcurrency`, of a Map.
    pub max_concurrency: Option<u64>,
    /// `ToleratedFailureCount`, of a Map that has it.
    pub tolerated_failure_count: Option<u64>,
    /// `ToleratedFailurePercentage`, of a Map that has it.
    pub tolerated_failure_percentage: Option<f64>,
}

/// What a runner notes while a state is tested.
#[derive(Debug, Default)]
pub(super) struct Probe {
    pub(super) children: Option<Outcome>,
    pub(super) n_failed: Option<usize>,
    pub(super) read_items: Option<Value>,
    pub(super) found: Probed,
    pub(super) is_done: bool,
}

/// Runs one state until it is left, retried or has failed. The clock of the virtual time goes on by itself.
pub fn probe(program: &Program, state: StateId, options: ProbeOptions, environment: &Environment) -> Probed {
    let ProbeOptions { start, variables, retry_count, children, n_failed, read_items } = options;
    let input = Arc::new(start.input.clone());
    let begun = start_scope(program, start, ScopeId::ROOT, 0);
    let mut runner = Runner::new(program, environment, &environment.mocks, begun.next);
    runner.probe = Some(Box::new(Probe { children, n_failed, read_items, ..Probe::default() }));
    // The token that would enter the first state enters the one that is tested.
    let Some((_, id)) = runner.execution.tokens.iter().next().map(|(id, token)| (token.instance, *id)) else {
        return Probed { error: runner.execution.error, cause: runner.execution.cause, ..Probed::default() };
    };
    if let Some(mut token) = runner.take_token(id) {
        if let Some(instance) = runner.execution.instances.get_mut(&token.instance) {
            instance.variables = variables;
        }
        token.state = state;
        token.input = input;
        let n_retriers = runner.definition(&token).field("Retry").and_then(Value::as_array).map_or(0, Vec::len);
        token.retries = vec![retry_count; n_retriers];
        token.retry_count = retry_count;
        let now = runner.execution.clock;
        runner.schedule(id, token, Action::Enter, now);
    }
    while runner.execution.status == Status::Running && runner.probe.as_ref().is_some_and(|probe| !probe.is_done) {
        runner.advance();
    }
    let mut found = runner.probe.map(|probe| probe.found).unwrap_or_default();
    found.stages = runner.stages;
    if runner.execution.status != Status::Running && found.error.is_none() {
        found.error = runner.execution.error;
        found.cause = runner.execution.cause;
    }
    found
}

impl Runner<'_> {
    /// Notes in a test what is found; says whether there is a test.
    pub(super) fn note(&mut self, notes: impl FnOnce(&mut Probe)) -> bool {
        match &mut self.probe {
            Some(probe) => {
                notes(probe);
                true
            }
            None => false,
        }
    }

    /// What a test says of a Map's or Parallel's inner work, in place of doing it.
    pub(super) fn probed_children(&mut self, token: &Token) -> Option<Outcome> {
        let name = &self.definition(token).name;
        self.probe.as_ref()?;
        let outcome = self.probe.as_ref().and_then(|probe| probe.children.clone());
        Some(outcome.unwrap_or_else(|| Outcome::Throw {
            error: Some(crate::asl::error_name::RUNTIME.to_owned()),
            cause: Some(format!("The inner states of '{name}' are not run in the test of a single state.")),
        }))
    }
}
