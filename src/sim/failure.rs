//! Errors: what fails, what is tried again, what is caught, and what ends the execution
//! (specification, "Errors"; developer guide, "Handling errors").

use super::data_flow::Assigned;
use super::execution::Status;
use super::probe::ProbeStatus;
use super::runner::Runner;
use super::token::{Action, InstanceId, Token, TokenId};
use crate::asl::error_name;
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// What kind of failure it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// The work itself failed: it may be retried and caught.
    Work,
    /// The execution cannot go on: never retried, never caught.
    Runtime,
    /// A JSONata expression failed, at this place; the history has an event for it.
    Evaluation(Option<String>),
}

/// A failure of one state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Failure {
    /// The name; none where a service gave none.
    pub(super) error: Option<String>,
    pub(super) cause: Option<String>,
    pub(super) kind: Kind,
    /// Another name by which it may be caught: a missed heartbeat is recorded as a timeout.
    pub(super) also: Option<&'static str>,
}

impl Failure {
    pub(super) fn new(error: &str, cause: impl Into<String>) -> Self {
        Self { error: Some(error.to_owned()), cause: Some(cause.into()), kind: Kind::Work, also: None }
    }
}

/// `error` and `cause` as event details, each where there is one.
pub(super) fn details(error: Option<&str>, cause: Option<&str>) -> Map<String, Value> {
    let pairs = [("error", error), ("cause", cause)];
    pairs.into_iter().filter_map(|(name, text)| Some((name.to_owned(), Value::from(text?)))).collect()
}

impl Runner<'_> {
    /// A failure of the execution itself, in the words that AWS puts before its reason.
    pub(super) fn runtime(&self, token: &Token, reason: impl std::fmt::Display) -> Failure {
        Failure { kind: Kind::Runtime, ..self.error_in(token, error_name::RUNTIME, reason) }
    }

    /// A failure with the words "An error occurred while executing the state …", which a test of one state leaves out
    /// (measured: floci-io/floci pull request 2689).
    pub(super) fn error_in(&self, token: &Token, error: &str, reason: impl std::fmt::Display) -> Failure {
        if self.probe.is_some() {
            return Failure::new(error, reason.to_string());
        }
        let name = &self.definition(token).name;
        let cause = format!(
            "An error occurred while executing the state '{name}' (entered at the event id #{}). {reason}",
            token.entered_event
        );
        Failure::new(error, cause)
    }

    /// Retries, catches or passes on a failure of a state.
    pub(super) fn fail_state(&mut self, id: TokenId, mut token: Token, failure: Failure) {
        let definition = self.definition(&token);
        self.evaluation_event(&mut token, &failure);
        self.note(|probe| {
            probe.found.error.clone_from(&failure.error);
            probe.found.cause.clone_from(&failure.cause);
        });
        let can_recover = definition.state_type.can_catch() && failure.kind != Kind::Runtime;
        if can_recover && let Some(delay) = self.retry_delay(&mut token, &failure) {
            let is_probed = self.note(|probe| {
                probe.found.status = ProbeStatus::Retriable;
                probe.found.retry_backoff_seconds = Some(delay as f64 / 1000.0);
                probe.is_done = true;
            });
            if is_probed {
                return;
            }
            token.children = None;
            let due = self.execution.clock.saturating_add(delay);
            return self.schedule(id, token, Action::Retry, due);
        }
        let before = token.clone();
        if token.children.take().is_some() {
            let event_type = format!("{}StateFailed", definition.state_type.as_str());
            self.event(&mut token, event_type, Map::new());
        }
        let failure = match can_recover.then(|| self.caught(&token, &failure)) {
            Some(Ok(Some((output, assigned, next)))) => return self.leave(id, token, output, assigned, Some(&next)),
            Some(Err(second)) => {
                self.evaluation_event(&mut token, &second);
                second
            }
            Some(Ok(None)) | None => failure,
        };
        if self.note(|probe| probe.is_done = true) {
            return;
        }
        let (instance, previous) = (token.instance, token.previous_event);
        self.removed.tokens.insert(id, before);
        // The states around it do not fail: the execution does, at once (measured: floci-io/floci issue 2868).
        if failure.kind == Kind::Runtime && failure.error.as_deref() == Some(error_name::RUNTIME) {
            return self.end(Status::Failed, None, failure.error, failure.cause, previous);
        }
        self.fail_instance(instance, failure.error.as_deref(), failure.cause, previous);
    }

    /// Writes the event of an expression that failed. Where the state has done nothing yet, it hangs on the event before
    /// the state (measured).
    fn evaluation_event(&mut self, token: &mut Token, failure: &Failure) {
        let Kind::Evaluation(location) = &failure.kind else { return };
        let mut event = details(failure.error.as_deref(), failure.cause.as_deref());
        if let Some(location) = location {
            event.insert("location".into(), location.as_str().into());
        }
        event.insert("state".into(), (*self.definition(token).name).into());
        if token.previous_event == token.entered_event {
            token.previous_event = token.arrived_from;
        }
        self.event(token, "EvaluationFailed", event);
    }

    /// The delay in milliseconds before the next attempt, if a retrier has one left.
    fn retry_delay(&mut self, token: &mut Token, failure: &Failure) -> Option<i64> {
        let retriers = self.definition(token).field("Retry")?.as_array()?;
        let (index, retrier) = retriers.iter().enumerate().find(|(_, retrier)| matches(retrier, failure))?;
        self.note(|probe| probe.found.retry_index = Some(index));
        token.retries.resize(retriers.len(), 0);
        let used = token.retries[index];
        let number = |field: &str, default: f64| retrier.get(field).and_then(Value::as_f64).unwrap_or(default);
        if f64::from(used) >= number("MaxAttempts", 3.0) {
            return None;
        }
        token.retries[index] += 1;
        token.retry_count += 1;
        let longest = number("MaxDelaySeconds", 31_622_400.0);
        let mut delay = number("IntervalSeconds", 1.0);
        for _ in 0..used {
            delay *= number("BackoffRate", 2.0);
            if delay >= longest {
                break;
            }
        }
        delay = delay.min(longest);
        if retrier.get("JitterStrategy").and_then(Value::as_str) == Some("FULL") {
            delay *= self.execution.shared.random.fraction();
        }
        Some((delay * 1000.0) as i64)
    }

    /// How the state is left through the first catcher that matches, if there is one: output, variables, next state.
    fn caught(&mut self, token: &Token, failure: &Failure) -> Result<Option<(Arc<Value>, Assigned, String)>, Failure> {
        let definition = self.definition(token);
        let Some(catchers) = definition.field("Catch").and_then(Value::as_array) else { return Ok(None) };
        let found = catchers.iter().enumerate().find(|(_, catcher)| matches(catcher, failure));
        let Some((index, catcher)) = found else { return Ok(None) };
        self.note(|probe| {
            probe.found.status = ProbeStatus::CaughtError;
            probe.found.catch_index = Some(index);
        });
        let error_output = Arc::new(json!({
            // What a service left out is null; a timeout has an empty cause (both measured).
            "Error": failure.error,
            "Cause": if failure.error.as_deref() == Some(error_name::TIMEOUT) {
                Some(failure.cause.clone().unwrap_or_default())
            } else {
                failure.cause.clone()
            }
        }));
        let (output, assigned) = if definition.is_jsonata() {
            let states = self.states_of(token, None, Some(&error_output));
            let place = format!("Catch[{index}]/");
            let output = match catcher.get("Output") {
                Some(output) => Arc::new(self.jsonata(token, output, &format!("{place}Output"), &states)?),
                None => Arc::clone(&error_output),
            };
            (output, self.jsonata_assign(token, catcher.get("Assign"), &format!("{place}Assign"), &states)?)
        } else {
            let assigned = self.path_assign(token, catcher.get("Assign"), &error_output)?;
            let input = Arc::clone(&token.input);
            (self.result_path(token, catcher.get("ResultPath"), &input, &error_output)?, assigned)
        };
        let next = catcher.get("Next").and_then(Value::as_str).unwrap_or_default().to_owned();
        Ok(Some((output, assigned, next)))
    }

    /// Ends a scope with an error: the execution, or the branch or iteration, and with it the state around it.
    pub(super) fn fail_instance(
        &mut self,
        instance: InstanceId,
        error: Option<&str>,
        cause: Option<String>,
        previous: u64,
    ) {
        match self.execution.instances.get(&instance).and_then(|instance| instance.parent) {
            Some(owner) => self.child_failed(owner, instance, error, cause, previous),
            None => self.end(Status::Failed, None, error.map(str::to_owned), cause, previous),
        }
    }
}

/// Whether a retrier or catcher is for this failure. `States.TaskFailed` is a wildcard for all but a timeout
/// (developer guide, "Handling errors"), in a Map or Parallel state too.
fn matches(handler: &Value, failure: &Failure) -> bool {
    let error = failure.error.as_deref().unwrap_or_default();
    let names = handler.get("ErrorEquals").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    names.iter().filter_map(Value::as_str).any(|name| {
        name == error
            || failure.also == Some(name)
            || name == error_name::ALL
            || (name == error_name::TASK_FAILED && error != error_name::TIMEOUT)
    })
}
