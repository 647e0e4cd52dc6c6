//! Task: calls a service, which a mock answers.

use super::super::execution::{Action, Execution, Pending, Token, TokenId};
use super::super::failure::{Failure, Kind, details};
use super::super::runner::{Runner, payload};
use crate::asl::error_name;
use crate::asl::resource::{Pattern, Resource};
use crate::mock::services::{self, Call};
use crate::mock::{Answer, Outcome};
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// How long a task may take when nothing is said, in seconds (developer guide, "Task").
const DEFAULT_TIMEOUT: i64 = 99_999_999;

impl Runner<'_> {
    /// Sends the request; gives what happens next and when.
    pub(super) fn call_service(&mut self, token: &mut Token) -> Result<(Action, i64), Failure> {
        let definition = self.definition(token);
        let text = definition.text("Resource").unwrap_or_default();
        let resource = Resource::parse(text);
        let waits_for_token = matches!(&resource, Resource::Service { pattern: Pattern::WaitForTaskToken, .. });
        let task_token = waits_for_token.then(|| self.execution.random.uuid());
        token.pending = Some(Pending { answer: Outcome::NoAnswer(true), task_token });

        let request = self.request(token)?;
        let timeout = self.seconds(token, "TimeoutSeconds")?;
        let heartbeat = self.seconds(token, "HeartbeatSeconds")?;
        self.schedule_events(token, &resource, text, &request, timeout, heartbeat)?;

        let number = self.execution.calls.entry(definition.name.clone()).or_default();
        let call = *number;
        *number += 1;
        let answer = match self.environment.mocks.answer(&definition.name, call) {
            Some(answer) => answer.clone(),
            None => {
                self.simulated.push(token.state);
                self.simulated_answer(&resource, &request)
            }
        };
        let is_job = matches!(&resource, Resource::Service { pattern, .. } if *pattern != Pattern::RequestResponse);
        if is_job {
            let submitted = answer.submitted.unwrap_or_else(|| Value::Object(Map::new()));
            let mut event = payload("output", &submitted);
            self.name_resource(&resource, text, &mut event);
            self.event(token, "TaskSubmitted", event);
        }
        let never = matches!(answer.outcome, Outcome::NoAnswer(_));
        if let Some(pending) = &mut token.pending {
            pending.answer = answer.outcome;
        }
        let now = self.execution.clock;
        if never {
            let limit = timeout.unwrap_or(DEFAULT_TIMEOUT).min(heartbeat.unwrap_or(DEFAULT_TIMEOUT));
            return Ok((Action::TimeOut, now.saturating_add(limit.saturating_mul(1000))));
        }
        Ok((Action::Answer, now))
    }

    /// What a service answers that is not mocked. A Lambda function and an activity give back what they get.
    fn simulated_answer(&mut self, resource: &Resource, request: &Value) -> Answer {
        let Resource::Service { service, action, pattern } = resource else {
            return Answer::of(request.clone());
        };
        let Execution { memory, random, clock, .. } = &mut self.execution;
        let files = &self.environment.files;
        let mut call = Call { service, action, pattern: *pattern, request, files, clock: *clock, random };
        services::respond(memory, &mut call)
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
        let value = if let Some(value) = definition.field(field) {
            self.evaluated(token, value, field)?
        } else if let Some(path) = definition.text(&format!("{field}Path")) {
            let input = self.effective_input(token)?;
            self.select_field(token, path, &input)?
        } else {
            return Ok(None);
        };
        match value.as_i64().filter(|seconds| *seconds > 0) {
            Some(seconds) => Ok(Some(seconds)),
            None if definition.is_jsonata() => {
                let source = definition.field(field).unwrap_or(&Value::Null);
                Err(self.type_failure(token, source, field, "number", &value))
            }
            None => {
                Err(self.runtime(token, format!("The {field} parameter must be a positive integer but was {value}")))
            }
        }
    }

    fn schedule_events(
        &mut self,
        token: &mut Token,
        resource: &Resource,
        text: &str,
        request: &Value,
        timeout: Option<i64>,
        heartbeat: Option<i64>,
    ) -> Result<(), Failure> {
        let limits = [("timeoutInSeconds", timeout), ("heartbeatInSeconds", heartbeat)];
        let credentials = match self.definition(token).field("Credentials") {
            None => None,
            Some(credentials) if self.definition(token).is_jsonata() => {
                Some(self.evaluated(token, credentials, "Credentials")?)
            }
            Some(credentials) => {
                let input = Arc::clone(&token.input);
                Some(self.evaluate_template(token, credentials, &input, None)?)
            }
        };
        let mut event = match resource {
            Resource::Service { .. } => {
                let mut event = Map::new();
                event.insert("parameters".into(), request.to_string().into());
                event.insert("region".into(), "us-east-1".into());
                event
            }
            _ => payload("input", request),
        };
        for (name, seconds) in limits {
            if let Some(seconds) = seconds {
                event.insert(name.into(), seconds.into());
            }
        }
        if let Some(role) = credentials.as_ref().and_then(|credentials| credentials.get("RoleArn")) {
            event.insert("taskCredentials".into(), json!({ "roleArn": role }));
        }
        self.name_resource(resource, text, &mut event);
        let (scheduled, started) = match resource {
            Resource::Service { .. } => ("TaskScheduled", "TaskStarted"),
            Resource::Activity { .. } => ("ActivityScheduled", "ActivityStarted"),
            _ => ("LambdaFunctionScheduled", "LambdaFunctionStarted"),
        };
        self.event(token, scheduled, event);
        let mut event = Map::new();
        if matches!(resource, Resource::Service { .. }) {
            self.name_resource(resource, text, &mut event);
        }
        self.event(token, started, event);
        Ok(())
    }

    fn name_resource(&self, resource: &Resource, text: &str, event: &mut Map<String, Value>) {
        let (service, call) = resource.event_names(text);
        event.insert("resource".into(), call.into());
        if !service.is_empty() {
            event.insert("resourceType".into(), service.into());
        }
    }

    /// Writes the event of an answer, with the names that its kind of task has.
    fn answer_event(&mut self, token: &mut Token, how: &str, mut event: Map<String, Value>) {
        let text = self.definition(token).text("Resource").unwrap_or_default();
        let resource = Resource::parse(text);
        let kind = match resource {
            Resource::Service { .. } => {
                self.name_resource(&resource, text, &mut event);
                "Task"
            }
            Resource::Activity { .. } => "Activity",
            _ => "LambdaFunction",
        };
        self.event(token, &format!("{kind}{how}"), event);
    }

    /// The service answers: with a result or an error.
    pub(in crate::sim) fn task_answer(&mut self, id: TokenId, mut token: Token) {
        let Some(pending) = token.pending.take() else { return };
        match pending.answer {
            Outcome::Return(value) => {
                let result = Arc::new(value);
                self.answer_event(&mut token, "Succeeded", payload("output", &result));
                match self.output_of_result(&token, &result) {
                    Ok((output, assigned)) => self.leave(token, output, assigned, None),
                    Err(failure) => self.fail_state(id, token, failure),
                }
            }
            Outcome::Throw { error, cause } => {
                self.answer_event(&mut token, "Failed", details(error.as_deref(), cause.as_deref()));
                self.fail_state(id, token, Failure { error, cause, kind: Kind::Work, also: None });
            }
            Outcome::Compute(_) | Outcome::NoAnswer(_) => self.schedule(id, token, Action::Nothing, 0),
        }
    }

    /// The task's `TimeoutSeconds` or `HeartbeatSeconds` ran out. AWS records both as a timeout (measured).
    pub(in crate::sim) fn task_timed_out(&mut self, id: TokenId, mut token: Token) {
        token.pending = None;
        self.answer_event(&mut token, "TimedOut", details(Some(error_name::TIMEOUT), None));
        let failure = Failure {
            error: Some(error_name::TIMEOUT.to_owned()),
            cause: None,
            kind: Kind::Work,
            also: Some(error_name::HEARTBEAT_TIMEOUT),
        };
        self.fail_state(id, token, failure);
    }
}
