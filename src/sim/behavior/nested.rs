//! `states:startExecution` of a machine that the workspace has: it runs inside this execution
//! (developer guide, "Start a new AWS Step Functions state machine from a running execution").

use super::super::child::{ChildOpening, MAX_DEPTH};
use super::super::execution::{Execution, Status};
use super::super::failure::Failure;
use super::super::runner::Runner;
use super::super::token::{Action, Token, TokenId};
use crate::asl::resource::{Pattern, Resource};
use crate::asl::{ExecutionType, ScopeId};
use crate::mock::services::{self, NestedEnding, NestedRun};
use crate::mock::{Answer, Outcome};
use crate::text::json as json_text;
use serde_json::{Map, Value};

impl Runner<'_> {
    /// What `states:startExecution` answers, if the workspace has the machine. The execution itself is started once the
    /// task is scheduled.
    pub(super) fn nested_answer(
        &mut self,
        token: &Token,
        resource: &Resource,
        request: &Value,
    ) -> Result<Option<Answer>, Failure> {
        let Resource::Service { service, action, pattern } = resource else { return Ok(None) };
        if service != "states" || action != "startExecution" {
            return Ok(None);
        }
        let arn = request.get("StateMachineArn").and_then(Value::as_str).unwrap_or_default();
        let name = arn.rsplit(':').next().unwrap_or_default();
        if !self.environment.machines.contains_key(name) {
            return Ok(None);
        }
        if self.execution.depth >= MAX_DEPTH {
            let reason = format!("Pasos runs at most {MAX_DEPTH} executions inside one another.");
            return Err(self.runtime(token, reason));
        }
        let Execution { shared, clock, .. } = &mut self.execution;
        let started = services::start_execution_submitted(request, &mut shared.random, *clock);
        let execution_arn = started["ExecutionArn"].as_str().unwrap_or_default().to_owned();
        // A text that is JSON is the input itself, as in StartExecution; anything else is taken as it is.
        let input = match request.get("Input") {
            Some(Value::String(text)) => {
                let parsed = json_text::parse(text);
                let root = parsed.tree.root().filter(|_| parsed.errors.is_empty());
                root.map_or_else(|| Value::from(text.as_str()), |root| parsed.tree.value(text, root))
            }
            Some(Value::Null) | None => Value::Object(Map::new()),
            Some(input) => input.clone(),
        };
        let waits = *pattern != Pattern::RequestResponse;
        // The token is not on the agenda yet: only a child that it waits for has to find it.
        let child = self.start_child(ChildOpening {
            owner: None,
            state: token.state,
            index: 0,
            machine: Some(name.to_owned()),
            root: ScopeId::ROOT,
            input,
            execution_type: ExecutionType::Standard,
            execution_arn,
            state_machine_arn: arn.to_owned(),
        });
        let outcome = if waits {
            Outcome::Nested(child)
        } else {
            let Execution { shared, clock, .. } = &mut self.execution;
            Outcome::Return(services::complete(service, action, started.clone(), &mut shared.random, *clock))
        };
        Ok(Some(Answer { submitted: waits.then_some(started), ..Answer::from(outcome) }))
    }

    /// Tells a nested execution whose task it answers, now that the task is on the agenda.
    pub(super) fn start_nested(&mut self, id: TokenId) {
        let pending = self.execution.tokens.get(&id).and_then(|token| token.pending.as_ref());
        let Some(Outcome::Nested(child)) = pending.map(|pending| &pending.answer) else { return };
        if let Some(child) = self.execution.children.get_mut(child) {
            child.owner = Some(id);
        }
    }

    /// A nested execution has ended: its task gets the answer.
    pub(in crate::sim) fn nested_ended(&mut self, owner: TokenId, ended: &Execution) {
        let Some(mut token) = self.take_token(owner) else { return };
        let pattern = match self.definition(&token).resource {
            Resource::Service { pattern, .. } => pattern,
            _ => Pattern::Sync,
        };
        let ending = match &ended.output {
            Some(output) if ended.status == Status::Succeeded => NestedEnding::Succeeded(output),
            _ => NestedEnding::Failed {
                status: ended.status.as_str(),
                error: ended.error.as_deref(),
                cause: ended.cause.as_deref(),
            },
        };
        let run = NestedRun {
            execution_arn: &ended.execution_arn,
            state_machine_arn: &ended.state_machine_arn,
            started: ended.started_at,
            stopped: ended.clock,
            input: &ended.input,
            ending,
        };
        let answer = services::start_execution_result(&run, pattern);
        if let Some(pending) = &mut token.pending {
            pending.answer = answer;
        }
        let now = self.execution.clock;
        self.schedule(owner, token, Action::Answer, now);
    }
}
