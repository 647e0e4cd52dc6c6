//! The common end of Map and Parallel: branches and iterations come in, fail, and end the state.

use super::super::event_details::EventDetails;
use super::super::failure::{Failure, Kind};
use super::super::runner::Runner;
use super::super::token::{Action, InstanceId, Token, TokenId};
use crate::asl::{StateType, error_name};
use serde_json::{Map, Value};
use std::sync::Arc;

pub(super) fn iteration(name: &Arc<str>, index: usize) -> EventDetails {
    EventDetails::Iteration { name: Arc::clone(name), index }
}

impl Runner<'_> {
    /// A branch or an iteration ended well.
    pub(super) fn child_succeeded(
        &mut self,
        owner: TokenId,
        instance: InstanceId,
        index: usize,
        output: Arc<Value>,
        previous: u64,
    ) {
        let Some(token) = self.execution.tokens.get_mut(&owner) else { return };
        let state = token.state;
        let Some(children) = token.children.as_mut() else { return };
        children.instances.remove(&instance);
        if let Some(result) = children.results.get_mut(index) {
            *result = Some(output);
        }
        let definition = self.program.state(state);
        let last = match definition.state_type {
            StateType::Map => self.event_after(previous, "MapIterationSucceeded", iteration(&definition.name, index)),
            _ => previous,
        };
        self.child_done(owner, last, previous);
    }

    /// Goes on with the next iteration, or ends the state when the last has come in.
    pub(super) fn child_done(&mut self, owner: TokenId, last: u64, previous: u64) {
        let Some(token) = self.execution.tokens.get_mut(&owner) else { return };
        let Some(children) = token.children.as_mut() else { return };
        children.running = children.running.saturating_sub(1);
        children.last_event = last;
        if !children.waiting.is_empty() {
            return self.start_next_iteration(owner, previous);
        }
        if children.running == 0
            && let Some(mut token) = self.execution.tokens.remove(&owner)
        {
            token.previous_event = last;
            let now = self.execution.clock;
            self.schedule(owner, token, Action::Exit, now);
        }
    }

    /// A branch or an iteration of an inline Map failed, and with it the state.
    pub(in crate::sim) fn child_failed(
        &mut self,
        owner: TokenId,
        instance: InstanceId,
        error: Option<&str>,
        cause: Option<String>,
        previous: u64,
    ) {
        let Some(token) = self.execution.tokens.get(&owner) else { return };
        let definition = self.program.state(token.state);
        if let Some(ended) = self.execution.instances.remove(&instance) {
            let failed = self.removed.tokens.get(&ended.token).map(|token| self.definition(token).state_type);
            if definition.state_type == StateType::Map {
                self.event_after(previous, "MapIterationFailed", iteration(&definition.name, ended.index));
            } else if failed == Some(StateType::Task) {
                // The failing task itself counts as aborted in a branch (measured), which a Fail state does not.
                self.event_after(previous, "TaskStateAborted", Map::new());
            }
            self.removed.instances.insert(instance, ended);
        }
        self.abort_inner(owner);
        let Some(mut token) = self.take_token(owner) else { return };
        token.previous_event = previous;
        let kind = if error == Some(error_name::RUNTIME) { Kind::Runtime } else { Kind::Work };
        let failure = Failure { error: error.map(str::to_owned), cause, kind, also: None };
        self.fail_state(owner, token, failure);
    }

    /// Leaves a Parallel or Map state with the outputs of its branches or iterations.
    pub(super) fn finish_children(&mut self, id: TokenId, mut token: Token) {
        let Some(children) = token.children.take() else { return };
        if children.map_run.is_some() {
            return self.finish_map_run(id, token, children);
        }
        let results: Value =
            children.results.into_iter().map(|result| result.map_or(Value::Null, Arc::unwrap_or_clone)).collect();
        let name = self.definition(&token).state_type.as_str();
        // The state's own success and its exit both hang on what came before (measured).
        self.event_after(token.previous_event, format!("{name}StateSucceeded"), Map::new());
        self.leave_with_result(id, token, results);
    }

    /// Leaves a state with a result, or fails it.
    pub(super) fn leave_with_result(&mut self, id: TokenId, token: Token, result: Value) {
        match self.output_of_result(&token, &Arc::new(result)) {
            Ok((output, assigned)) => self.leave(id, token, output, assigned, None),
            Err(failure) => self.fail_state(id, token, failure),
        }
    }

    /// Takes away what still runs inside a state that failed; the history tells of it.
    fn abort_inner(&mut self, owner: TokenId) {
        // Depth is that of the nesting of Map and Parallel states, which the JSON reader bounds.
        let Some(children) = self.execution.tokens.get(&owner).and_then(|token| token.children.as_ref()) else {
            return;
        };
        let instances: Vec<InstanceId> = children.instances.iter().copied().collect();
        if let Some(run) = &children.map_run {
            let (executions, started) = (run.children.clone(), run.started_event);
            for child in executions {
                self.abort_child(child);
            }
            self.event_after(started, "MapRunAborted", Map::new());
        }
        let map = self.execution.tokens.get(&owner).map(|token| self.definition(token));
        let map = map.filter(|definition| definition.state_type == StateType::Map);
        for instance in instances {
            let Some(aborted) = self.execution.instances.get(&instance) else { continue };
            let (id, index) = (aborted.token, aborted.index);
            self.abort_inner(id);
            if let Some(token) = self.take_token(id) {
                let state_type = self.definition(&token).state_type;
                let tells =
                    matches!(state_type, StateType::Task | StateType::Wait | StateType::Parallel | StateType::Map);
                let previous = token.previous_event;
                if tells && token.entered_event > 0 {
                    self.event_after(previous, format!("{}StateAborted", state_type.as_str()), Map::new());
                }
                if let Some(map) = map {
                    self.event_after(previous, "MapIterationAborted", iteration(&map.name, index));
                }
                self.removed.tokens.insert(id, token);
            }
            if let Some(aborted) = self.execution.instances.remove(&instance) {
                self.removed.instances.insert(instance, aborted);
            }
        }
    }
}
