//! Redrive: an execution that failed goes on from where it failed, with what had succeeded
//! (developer guide, "Restarting state machine executions with redrive").

use super::environment::Environment;
use super::execution::{Execution, Status};
use super::program::Program;
use super::runner::Runner;
use super::step::Step;
use super::token::{Action, Instance, InstanceId, Token, TokenId};
use crate::asl::{ExecutionType, StateType};
use crate::mock::Mocks;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// The strands that a failure ended, as they were just before.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Failed {
    pub(super) instances: BTreeMap<InstanceId, Instance>,
    pub(super) tokens: BTreeMap<TokenId, Token>,
}

impl Execution {
    /// Whether it can be redriven: a Standard execution that did not succeed.
    pub fn can_redrive(&self) -> bool {
        self.execution_type == ExecutionType::Standard
            && !matches!(self.status, Status::Running | Status::Succeeded)
            && self.failed.is_some()
    }
}

/// Starts a failed execution again at the states that failed. One that cannot be redriven stays as it is.
pub fn redrive(program: &Program, execution: Execution, environment: &Environment) -> Step {
    redrive_with(program, execution, environment, &environment.mocks)
}

pub(super) fn redrive_with(program: &Program, execution: Execution, environment: &Environment, mocks: &Mocks) -> Step {
    let mut runner = Runner::new(program, environment, mocks, execution);
    runner.redrive();
    runner.finish()
}

impl Runner<'_> {
    /// Keeps what a redrive needs, when an execution ends without success.
    pub(super) fn keep_for_redrive(&mut self) {
        let mut failed = std::mem::take(&mut self.removed);
        for (id, token) in &self.execution.tokens {
            failed.tokens.entry(*id).or_insert_with(|| token.clone());
        }
        for (id, instance) in &self.execution.instances {
            failed.instances.entry(*id).or_insert_with(|| instance.clone());
        }
        // Branches that ended well are not run again.
        failed.instances.retain(|_, instance| failed.tokens.contains_key(&instance.token));
        self.execution.failed = Some(failed);
    }

    pub(super) fn redrive(&mut self) {
        if !self.execution.can_redrive() {
            return;
        }
        let Some(failed) = self.execution.failed.take() else { return };
        let execution = &mut self.execution;
        execution.redrives += 1;
        execution.redriven_at = Some(execution.clock);
        // The machine's own time starts anew.
        if let Some(deadline) = &mut execution.deadline {
            *deadline = execution.clock.saturating_add(*deadline - execution.started_at);
        }
        execution.status = Status::Running;
        (execution.output, execution.error, execution.cause) = (None, None, None);
        execution.instances = failed.instances;
        let last = execution.next_event - 1;
        let mut details = Map::new();
        details.insert("redriveCount".into(), execution.redrives.into());
        let redriven = self.event_after(last, "ExecutionRedriven", details);
        for (id, mut token) in failed.tokens {
            token.retries.clear();
            token.retry_count = 0;
            token.pending = None;
            token.preparing = None;
            token.previous_event = redriven;
            self.restart(id, token);
        }
    }

    /// Puts a strand back to work: a task is scheduled again, a Map or Parallel goes on with what had not succeeded, any
    /// other state is entered again.
    fn restart(&mut self, id: TokenId, mut token: Token) {
        let now = self.execution.clock;
        let state_type = self.definition(&token).state_type;
        let Some(mut children) = token.children.take() else {
            let was_entered = token.entered_event > 0;
            let action = match state_type {
                StateType::Task | StateType::Map | StateType::Parallel if was_entered => Action::Retry,
                _ => Action::Enter,
            };
            return self.schedule(id, token, action, now);
        };
        children.last_event = token.previous_event;
        children.instances.retain(|instance| self.execution.instances.contains_key(instance));
        children.running = children.instances.len();
        if let Some(run) = &mut children.map_run {
            let mut details = Map::new();
            details.insert("mapRunArn".into(), Value::from(run.arn.as_str()));
            details.insert("redriveCount".into(), self.execution.redrives.into());
            run.n_failed = 0;
            run.children.clear();
            let redriven = self.event_after(token.previous_event, "MapRunRedriven", details);
            run.started_event = redriven;
            children.last_event = redriven;
            token.previous_event = redriven;
        }
        let unsuccessful =
            children.map_run.as_mut().map(|run| std::mem::take(&mut run.unsuccessful)).unwrap_or_default();
        token.children = Some(children);
        self.schedule(id, token, Action::Nothing, now);
        for child in unsuccessful {
            self.redrive_map_child(id, child);
        }
        self.start_waiting_iterations(id);
    }
}
