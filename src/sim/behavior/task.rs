//! Task: calls a service, which a mock or a simulated service answers, or a person.

use super::super::execution::Execution;
use super::super::failure::{Failure, Kind, details};
use super::super::quota;
use super::super::runner::{Runner, payload};
use super::super::token::{Action, Pending, Token, TokenId};
use super::request_format;
use crate::asl::error_name;
use crate::asl::resource::{Pattern, Resource, partition};
use crate::mock::services::{self, Call};
use crate::mock::{Answer, Outcome};
use serde_json::{Map, Value};
use std::sync::Arc;

/// How long a task may take when nothing is said, in seconds (developer guide, "Task").
const DEFAULT_TIMEOUT: i64 = 99_999_999;

impl Runner<'_> {
    /// Sends the request, and waits for the answer or the end of the task's time.
    pub(super) fn call_service(&mut self, id: TokenId, mut token: Token) {
        match self.send(&mut token) {
            Ok((action, due)) => {
                self.schedule(id, token, action, due);
                self.start_nested(id);
            }
            Err(failure) => {
                token.pending = None;
                self.fail_state(id, token, failure);
            }
        }
    }

    /// Sends the request; gives what happens next and when.
    fn send(&mut self, token: &mut Token) -> Result<(Action, i64), Failure> {
        let definition = self.definition(token);
        let resource = &definition.resource;
        let task_token = resource.has_task_token().then(|| self.execution.shared.random.uuid());
        token.pending = Some(Pending {
            answer: Outcome::NoAnswer(true),
            task_token,
            is_by_hand: false,
            timeout_at: i64::MAX,
            heartbeat: None,
        });

        // AWS takes the definition, and the execution fails (aws/aws-cdk issue 4597).
        let own = partition(&self.execution.execution_arn);
        let called = partition(definition.text("Resource").unwrap_or_default());
        if own.zip(called).is_some_and(|(own, called)| own != called) {
            let reason = "The resource belongs to a different partition from the running execution.";
            return Err(self.runtime(token, reason));
        }
        let request = self.request(token)?;
        let sent = if definition.is_jsonata() { "Arguments" } else { "Parameters" };
        // Without them, the service gets the input, of which it takes what it knows.
        if definition.field(sent).is_some() {
            let wrong = request_format::wrong_fields(&self.environment.services, resource, &request);
            if !wrong.is_empty() {
                let wrong = wrong.join(", ");
                let reason = format!("The {sent} '{request}' could not be used to start the Task: [{wrong}]");
                return Err(self.runtime(token, reason));
            }
        }
        let timeout = self.seconds(token, "TimeoutSeconds")?;
        let heartbeat = self.seconds(token, "HeartbeatSeconds")?;
        self.schedule_events(token, &request, timeout, heartbeat)?;

        let (answer, is_mocked) = self.answer(token, resource, &request)?;
        if let Resource::Service { service, action, pattern } = resource
            && *pattern != Pattern::RequestResponse
        {
            if let (None, Outcome::Throw { error, cause }, false) = (&answer.submitted, &answer.outcome, is_mocked) {
                return Err(self.submit_failed(token, error.clone(), cause.clone()));
            }
            let submitted = answer.submitted.or_else(|| self.simulated_answer(resource, &request).submitted);
            let submitted = submitted.unwrap_or_else(|| Value::Object(Map::new()));
            let Execution { shared, clock, .. } = &mut self.execution;
            let submitted = services::complete(service, action, submitted, &mut shared.random, *clock);
            let mut event = payload("output", &submitted);
            definition.name_resource(&mut event);
            self.event(token, "TaskSubmitted", event);
        }
        let now = self.execution.clock;
        let later = |seconds: i64| now.saturating_add(seconds.saturating_mul(1000));
        let timeout_at = later(timeout.unwrap_or(DEFAULT_TIMEOUT));
        let limit = timeout_at.min(heartbeat.map_or(i64::MAX, later));
        let is_by_hand = matches!(answer.outcome, Outcome::ByHand(_));
        let never = is_by_hand || matches!(answer.outcome, Outcome::NoAnswer(_) | Outcome::Nested(_));
        let due = now.saturating_add(i64::from(answer.latency.unwrap_or(0)));
        if let Some(pending) = &mut token.pending {
            pending.answer = answer.outcome;
            pending.timeout_at = timeout_at;
            pending.heartbeat = heartbeat;
            pending.is_by_hand = is_by_hand;
        }
        self.execution.shared.n_by_hand += usize::from(is_by_hand);
        Ok(if never || limit < due { (Action::TimeOut, limit) } else { (Action::Answer, due) })
    }

    /// What comes back: from the mock, the person, another machine of the workspace, or the simulated service.
    /// Says whether it is a mock's.
    fn answer(&mut self, token: &Token, resource: &Resource, request: &Value) -> Result<(Answer, bool), Failure> {
        let name = &self.definition(token).name;
        let number = match self.execution.calls.get_mut(&**name) {
            Some(number) => number,
            None => self.execution.calls.entry(name.to_string()).or_default(),
        };
        let call = *number;
        *number += 1;
        if let Some(mocked) = self.mocks.answer(name, call) {
            let answer = mocked.clone();
            return Ok((self.completed(token, resource, request, answer)?, true));
        }
        if let Some(nested) = self.nested_answer(token, resource, request)? {
            return Ok((nested, false));
        }
        self.simulated.push(token.state);
        let waits = matches!(
            resource,
            Resource::Activity { .. } | Resource::Service { pattern: Pattern::WaitForTaskToken, .. }
        );
        let mut answer = self.simulated_answer(resource, request);
        if waits && self.environment.is_interactive {
            answer.outcome = Outcome::ByHand(true);
        }
        Ok((answer, false))
    }

    /// A mocked answer as the service would give it: computed, and with the metadata that the service adds.
    fn completed(
        &mut self,
        token: &Token,
        resource: &Resource,
        request: &Value,
        mut answer: Answer,
    ) -> Result<Answer, Failure> {
        if let Outcome::Compute(expression) = &answer.outcome {
            let value = self.computed(token, expression, request)?;
            answer.outcome = Outcome::Return(value);
        }
        if self.mocks.are_complete {
            return Ok(answer);
        }
        if let Outcome::Return(value) = answer.outcome {
            answer.outcome = Outcome::Return(match resource {
                Resource::Service { service, action, pattern: Pattern::RequestResponse } => {
                    let Execution { shared, clock, .. } = &mut self.execution;
                    services::complete(service, action, value, &mut shared.random, *clock)
                }
                // Mock files write a function's response as `lambda:invoke` gives it; a function by its ARN gives its
                // payload alone (measured).
                Resource::LambdaFunction { .. } => payload_of(value),
                _ => value,
            });
        }
        Ok(answer)
    }

    /// What a service answers that is not mocked. A Lambda function and an activity give back what they get.
    fn simulated_answer(&mut self, resource: &Resource, request: &Value) -> Answer {
        let Resource::Service { service, action, pattern } = resource else {
            return Answer::of(request.clone());
        };
        let Execution { shared, clock, .. } = &mut self.execution;
        let (files, models) = (&self.environment.files, &self.environment.services);
        let random = &mut shared.random;
        let mut call =
            Call { service, action, pattern: *pattern, request, files, services: models, clock: *clock, random };
        services::respond(&mut shared.memory, &mut call)
    }

    /// What is sent: the input after `InputPath` and `Parameters`, or `Arguments`.
    fn request(&mut self, token: &Token) -> Result<Arc<Value>, Failure> {
        let definition = self.definition(token);
        if !definition.is_jsonata() {
            let input = self.effective_input(token)?;
            return self.template(token, definition.field("Parameters"), &input, "afterParameters");
        }
        let Some(arguments) = definition.field("Arguments") else { return Ok(Arc::clone(&token.input)) };
        let request = Arc::new(self.evaluated(token, arguments, "Arguments")?);
        self.stage(token, "afterArguments", &request);
        Ok(request)
    }

    /// A time in seconds: the field itself, an expression, or what its `…Path` names.
    fn seconds(&mut self, token: &Token, field: &str) -> Result<Option<i64>, Failure> {
        let definition = self.definition(token);
        let Some(value) = self.field_or_path(token, field)? else { return Ok(None) };
        match value.as_i64().filter(|seconds| *seconds > 0) {
            Some(seconds) => Ok(Some(seconds)),
            None if definition.is_jsonata() => {
                let source = definition.field(field).unwrap_or(&Value::Null);
                let expected = if value.is_number() { "positive integer" } else { "number" };
                Err(self.type_failure(token, source, field, expected, &value))
            }
            None => {
                Err(self.runtime(token, format!("The {field} parameter must be a positive integer but was {value}")))
            }
        }
    }

    /// The service answers: with a result or an error.
    pub(in crate::sim) fn task_answer(&mut self, id: TokenId, mut token: Token) {
        let Some(pending) = token.pending.take() else { return };
        if pending.is_by_hand {
            self.execution.shared.n_by_hand = self.execution.shared.n_by_hand.saturating_sub(1);
        }
        match pending.answer {
            Outcome::Return(value) if quota::is_too_large(&value) => {
                let definition = self.definition(&token);
                let what = match &definition.resource {
                    Resource::Service { service, .. } => service,
                    _ => definition.text("Resource").unwrap_or_default(),
                };
                let failure = self.result_too_large(what);
                self.answer_event(&mut token, "Failed", details(failure.error.as_deref(), failure.cause.as_deref()));
                self.fail_state(id, token, failure);
            }
            Outcome::Return(value) => {
                let result = Arc::new(value);
                self.answer_event(&mut token, "Succeeded", payload("output", &result));
                match self.output_of_result(&token, &result) {
                    Ok((output, assigned)) => self.leave(id, token, output, assigned, None),
                    Err(failure) => self.fail_state(id, token, failure),
                }
            }
            Outcome::Throw { error, cause } => {
                self.answer_event(&mut token, "Failed", details(error.as_deref(), cause.as_deref()));
                self.fail_state(id, token, Failure { error, cause, kind: Kind::Work, also: None });
            }
            // None of them is ever scheduled as an answer.
            Outcome::Compute(_) | Outcome::NoAnswer(_) | Outcome::ByHand(_) | Outcome::Nested(_) => {}
        }
    }

    /// The task's `TimeoutSeconds` or `HeartbeatSeconds` ran out. AWS records both as a timeout (measured).
    pub(in crate::sim) fn task_timed_out(&mut self, id: TokenId, mut token: Token) {
        let pending = token.pending.take();
        let missed_heartbeat = pending.as_ref().is_some_and(|pending| self.execution.clock < pending.timeout_at);
        if pending.as_ref().is_some_and(|pending| pending.is_by_hand) {
            self.execution.shared.n_by_hand = self.execution.shared.n_by_hand.saturating_sub(1);
        }
        if let Some(Outcome::Nested(child)) = pending.map(|pending| pending.answer) {
            self.abort_child(child);
        }
        self.answer_event(&mut token, "TimedOut", details(Some(error_name::TIMEOUT), None));
        let failure = Failure {
            error: Some(error_name::TIMEOUT.to_owned()),
            cause: None,
            kind: Kind::Work,
            also: missed_heartbeat.then_some(error_name::HEARTBEAT_TIMEOUT),
        };
        self.fail_state(id, token, failure);
    }
}

/// The payload of a response that was written as `lambda:invoke` gives it.
fn payload_of(response: Value) -> Value {
    match response {
        Value::Object(mut map) if map.contains_key("StatusCode") && map.contains_key("Payload") => {
            map.swap_remove("Payload").unwrap_or_default()
        }
        other => other,
    }
}
