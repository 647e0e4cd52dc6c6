//! What each type of state does: one file per type, and how a state is entered and left.

mod children;
mod choice;
mod items;
mod map;
mod map_numbers;
mod map_run;
mod nested;
mod parallel;
mod probed;
mod request_format;
mod task;
mod task_events;
mod wait;

pub(super) use items::iterable;

use super::data_flow::Assigned;
use super::event::{entered, exited};
use super::event_details::EventDetails;
use super::execution::Status;
use super::failure::Failure;
use super::probe::ProbeStatus;
use super::runner::Runner;
use super::token::{Action, InstanceId, Token, TokenId};
use crate::asl::StateType;
use crate::text::json::written;
use serde_json::{Map, Value};
use std::sync::Arc;

impl Runner<'_> {
    /// Enters a state: its event, and the start of its work.
    pub(super) fn enter_state(&mut self, id: TokenId, mut token: Token) {
        let definition = self.definition(&token);
        let text = token.input_text.get_or_insert_with(|| written(&token.input).into());
        let details = EventDetails::Entered { name: Arc::clone(&definition.name), input: Arc::clone(text) };
        token.entered_event = self.event(&mut token, entered(definition.state_type), details);
        token.entered_at = self.execution.clock;
        let input = Arc::clone(&token.input);
        self.stage(&token, "input", &input);
        self.work(id, token);
    }

    /// Does a state's work, for the first time or again.
    pub(super) fn work(&mut self, id: TokenId, mut token: Token) {
        let now = self.execution.clock;
        let begun = match self.definition(&token).state_type {
            StateType::Task => return self.call_service(id, token),
            StateType::Wait => self.wait_until(&mut token).map(|due| (Action::Exit, due)),
            StateType::Parallel => return self.start_branches(id, token),
            StateType::Map => return self.start_map(id, token),
            StateType::Pass | StateType::Choice | StateType::Succeed | StateType::Fail => Ok((Action::Exit, now)),
        };
        match begun {
            Ok((action, due)) => self.schedule(id, token, action, due),
            Err(failure) => self.fail_state(id, token, failure),
        }
    }

    /// Leaves a state whose work is done.
    pub(super) fn finish_work(&mut self, id: TokenId, token: Token) {
        let done = match self.definition(&token).state_type {
            StateType::Pass => self.pass(&token),
            StateType::Wait | StateType::Succeed => self.pass_through(&token),
            StateType::Choice => return self.choose(id, token),
            StateType::Fail => {
                let failure = self.fail(&token);
                return self.fail_state(id, token, failure);
            }
            StateType::Parallel | StateType::Map => return self.finish_children(id, token),
            // A task is left by its answer.
            StateType::Task => return,
        };
        match done {
            Ok((output, assigned)) => self.leave(id, token, output, assigned, None),
            Err(failure) => self.fail_state(id, token, failure),
        }
    }

    /// Pass: its result, or its input.
    fn pass(&mut self, token: &Token) -> Result<(Arc<Value>, Assigned), Failure> {
        let definition = self.definition(token);
        if definition.is_jsonata() {
            return self.pass_through(token);
        }
        let input = self.effective_input(token)?;
        let input = self.template(token, definition.field("Parameters"), &input, "afterParameters")?;
        let result = definition.field("Result").map_or(input, |result| Arc::new(result.clone()));
        self.stage(token, "result", &result);
        let assigned = self.path_assign(token, definition.field("Assign"), &result)?;
        let raw = Arc::clone(&token.input);
        let output = self.result_path(token, definition.field("ResultPath"), &raw, &result)?;
        Ok((self.filtered_output(token, output)?, assigned))
    }

    /// States that pass their input on: what `InputPath` and `OutputPath`, or `Output`, leave of it.
    fn pass_through(&mut self, token: &Token) -> Result<(Arc<Value>, Assigned), Failure> {
        let definition = self.definition(token);
        if definition.is_jsonata() {
            let states = self.states_of(token, None, None);
            let output = match definition.field("Output") {
                Some(output) => Arc::new(self.jsonata(token, output, "Output", &states)?),
                None => Arc::clone(&token.input),
            };
            let assigned = self.jsonata_assign(token, definition.field("Assign"), "Assign", &states)?;
            return Ok((output, assigned));
        }
        let input = self.effective_input(token)?;
        let assigned = self.path_assign(token, definition.field("Assign"), &input)?;
        Ok((self.filtered_output(token, input)?, assigned))
    }

    /// Fail: its error and cause.
    fn fail(&mut self, token: &Token) -> Failure {
        match self.fail_texts(token) {
            Ok((error, cause)) => Failure { error, cause, kind: super::failure::Kind::Work, also: None },
            Err(failure) => failure,
        }
    }

    fn fail_texts(&mut self, token: &Token) -> Result<(Option<String>, Option<String>), Failure> {
        let definition = self.definition(token);
        let mut texts = [None, None];
        for (text, field) in texts.iter_mut().zip(["Error", "Cause"]) {
            let value = if let Some(value) = definition.field(field) {
                if definition.is_jsonata() {
                    let evaluated = self.evaluated(token, value, field)?;
                    if !evaluated.is_string() {
                        return Err(self.type_failure(token, value, field, "string", &evaluated));
                    }
                    Some(evaluated)
                } else {
                    Some(value.clone())
                }
            } else if let Some(path) = definition.text(&format!("{field}Path")) {
                let input = Arc::clone(&token.input);
                let template = Value::Object(Map::from_iter([(format!("{field}Path.$"), Value::from(path))]));
                let found = self.evaluate_template(token, &template, &input, None).map_err(|mut failure| {
                    // The field is called `ErrorPath`, not `ErrorPath.$`, in AWS's words.
                    failure.cause = failure
                        .cause
                        .map(|cause| cause.replace(&format!("'{field}Path.$'"), &format!("'{field}Path'")));
                    failure
                })?;
                found.get(format!("{field}Path")).cloned()
            } else {
                None
            };
            *text = value.map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned));
        }
        let [error, cause] = texts;
        Ok((error, cause))
    }

    /// What a state with a result puts out: `ResultSelector`, `ResultPath`, `OutputPath`, or `Output`.
    pub(super) fn output_of_result(
        &mut self,
        token: &Token,
        result: &Arc<Value>,
    ) -> Result<(Arc<Value>, Assigned), Failure> {
        let definition = self.definition(token);
        self.stage(token, "result", result);
        if definition.is_jsonata() {
            let states = self.states_of(token, Some(result), None);
            let output = match definition.field("Output") {
                Some(output) => Arc::new(self.jsonata(token, output, "Output", &states)?),
                None => Arc::clone(result),
            };
            return Ok((output, self.jsonata_assign(token, definition.field("Assign"), "Assign", &states)?));
        }
        let assigned = self.path_assign(token, definition.field("Assign"), result)?;
        let selected = self.template(token, definition.field("ResultSelector"), result, "afterResultSelector")?;
        let input = Arc::clone(&token.input);
        let output = self.result_path(token, definition.field("ResultPath"), &input, &selected)?;
        Ok((self.filtered_output(token, output)?, assigned))
    }

    /// Leaves a state: its event, its variables, and the way on. `next` overrides the state's own `Next`.
    pub(super) fn leave(
        &mut self,
        id: TokenId,
        mut token: Token,
        output: Arc<Value>,
        assigned: Assigned,
        next: Option<&str>,
    ) {
        let known = token.input_text.clone().filter(|_| Arc::ptr_eq(&output, &token.input));
        let text = known.unwrap_or_else(|| written(&output).into());
        if let Err(failure) = self.within_limits(&token, &text, &assigned) {
            return self.fail_state(id, token, failure);
        }
        let definition = self.definition(&token);
        let next = next.or(definition.text("Next").filter(|_| definition.state_type.has_next()));
        let is_probed = self.note(|probe| {
            if probe.found.status != ProbeStatus::CaughtError {
                probe.found.status = ProbeStatus::Succeeded;
            }
            probe.found.output = Some((*output).clone());
            probe.found.assigned.clone_from(&assigned);
            probe.found.next_state = next.map(str::to_owned);
            probe.is_done = true;
        });
        if is_probed {
            return;
        }
        let texts = (!assigned.is_empty()).then(|| {
            let text = |(name, value): (&String, &Value)| (name.clone(), written(value).into());
            Box::new(assigned.iter().map(text).collect())
        });
        let details =
            EventDetails::Exited { name: Arc::clone(&definition.name), output: Arc::clone(&text), assigned: texts };
        self.event(&mut token, exited(definition.state_type), details);
        self.stage(&token, "output", &output);
        if let Some(instance) = self.execution.instances.get_mut(&token.instance) {
            instance.variables.extend(assigned);
        }
        match next {
            Some(next) => self.enter(token.instance, next, output, Some(text), token.previous_event),
            None => self.finish_scope(token.instance, output, token.previous_event),
        }
    }

    /// Ends a scope well: the execution, or a branch or iteration.
    fn finish_scope(&mut self, instance: InstanceId, output: Arc<Value>, previous: u64) {
        let Some(ended) = self.execution.instances.get(&instance) else { return };
        match (ended.parent, ended.index) {
            (None, _) => self.end(Status::Succeeded, Some(output), None, None, previous),
            (Some(owner), index) => {
                self.execution.instances.remove(&instance);
                self.child_succeeded(owner, instance, index, output, previous);
            }
        }
    }
}
