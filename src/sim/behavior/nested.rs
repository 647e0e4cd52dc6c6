//! `states:startExecution` of a machine that the workspace has: it runs inside this execution
//! (developer guide, "Start a new AWS Step Functions state machine from a running execution").

use super::super::child::{ChildOpening, MAX_DEPTH};
use super::super::execution::{Execution, ExecutionType, Status};
use super::super::failure::Failure;
use super::super::runner::Runner;
use super::super::token::{Action, Token, TokenId};
use crate::asl::resource::{Pattern, Resource};
use crate::asl::{ScopeId, error_name, timestamp};
use crate::mock::{Answer, Outcome};
use crate::text::json as json_text;
use serde_json::{Map, Value, json};

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
        let execution_name = request.get("Name").and_then(Value::as_str).map(str::to_owned);
        let execution_name = execution_name.unwrap_or_else(|| self.execution.shared.random.uuid());
        let execution_arn = format!("{}:{execution_name}", arn.replacen(":stateMachine:", ":execution:", 1));
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
        let started = json!({ "ExecutionArn": execution_arn, "StartDate": timestamp::format(self.execution.clock) });
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
            let completed =
                crate::mock::services::complete(service, action, started.clone(), &mut shared.random, *clock);
            Outcome::Return(completed)
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
        let text = self.definition(&token).text("Resource").unwrap_or_default();
        let parses = matches!(Resource::parse(text), Resource::Service { pattern: Pattern::Sync2, .. });
        let description = description(ended, parses);
        let answer = if ended.status == Status::Succeeded {
            Outcome::Return(description)
        } else {
            Outcome::Throw { error: Some(error_name::TASK_FAILED.to_owned()), cause: Some(description.to_string()) }
        };
        if let Some(pending) = &mut token.pending {
            pending.answer = answer;
        }
        let now = self.execution.clock;
        self.schedule(owner, token, Action::Answer, now);
    }
}

/// An execution as `.sync` (input and output as text) and `.sync:2` (as JSON) give it (measured).
fn description(ended: &Execution, parses: bool) -> Value {
    let data = |value: &Value| if parses { value.clone() } else { Value::from(value.to_string()) };
    let included = json!({ "Included": true });
    let mut map = Map::new();
    for (field, text) in [("Cause", &ended.cause), ("Error", &ended.error)] {
        if let Some(text) = text {
            map.insert(field.into(), text.as_str().into());
        }
    }
    map.insert("ExecutionArn".into(), ended.execution_arn.as_str().into());
    map.insert("Input".into(), data(&ended.input));
    map.insert("InputDetails".into(), included.clone());
    map.insert("Name".into(), ended.execution_arn.rsplit(':').next().unwrap_or_default().into());
    if let Some(output) = &ended.output {
        map.insert("Output".into(), data(output));
        map.insert("OutputDetails".into(), included);
    }
    map.insert("StartDate".into(), ended.started_at.into());
    map.insert("StateMachineArn".into(), ended.state_machine_arn.as_str().into());
    map.insert("Status".into(), ended.status.as_str().into());
    map.insert("StopDate".into(), ended.clock.into());
    Value::Object(map)
}
