//! What all behaviours work with: the execution being moved on, and what the step has yielded so far.

use super::environment::Environment;
use super::event::HistoryEvent;
use super::execution::{Action, Execution, Instance, InstanceId, Stage, Token, TokenId};
use super::program::{Program, StateDefinition};
use crate::asl::{ScopeId, StateId};
use crate::expr::Variables;
use serde_json::{Map, Value, json};
use std::sync::Arc;

pub(super) struct Runner<'a> {
    pub(super) program: &'a Program,
    pub(super) environment: &'a Environment,
    pub(super) execution: Execution,
    pub(super) events: Vec<HistoryEvent>,
    pub(super) stages: Vec<Stage>,
    pub(super) simulated: Vec<StateId>,
}

/// A scope that is about to be run.
pub(super) struct Opening {
    pub(super) scope: ScopeId,
    /// The token of the Parallel or Map state around it.
    pub(super) parent: Option<TokenId>,
    /// Which branch or iteration it is, from 0.
    pub(super) index: usize,
    pub(super) input: Arc<Value>,
    /// The item of a Map iteration.
    pub(super) item: Option<Arc<Value>>,
    /// The event on which its first state hangs.
    pub(super) previous_event: u64,
    /// Whether its events belong to a history of its own.
    pub(super) is_child_execution: bool,
}

/// A payload as the history has it: text, and whether it was cut.
pub(super) fn payload(name: &str, value: &Value) -> Map<String, Value> {
    let mut details = Map::new();
    details.insert(name.to_owned(), value.to_string().into());
    details.insert(format!("{name}Details"), json!({ "truncated": false }));
    details
}

impl<'a> Runner<'a> {
    pub(super) fn definition(&self, token: &Token) -> &'a StateDefinition {
        self.program.state(token.state)
    }

    /// Writes an event into the history and makes it the token's last one.
    pub(super) fn event(&mut self, token: &mut Token, event_type: &str, details: Map<String, Value>) -> u64 {
        let previous = token.previous_event;
        let id = self.event_after(token.instance, previous, event_type, details);
        token.previous_event = id;
        id
    }

    /// Writes an event that hangs on another than the token's last one. Events of a child execution go to a history of
    /// their own, which is not kept: they get no number.
    pub(super) fn event_after(
        &mut self,
        instance: InstanceId,
        previous: u64,
        event_type: &str,
        details: Map<String, Value>,
    ) -> u64 {
        if self.execution.instances.get(&instance).is_some_and(|instance| instance.is_child_execution) {
            return previous;
        }
        let id = self.execution.next_event;
        self.execution.next_event += 1;
        self.events.push(HistoryEvent {
            id,
            previous_event_id: previous,
            timestamp: self.execution.clock,
            event_type: event_type.to_owned(),
            details,
        });
        id
    }

    pub(super) fn stage(&mut self, token: &Token, name: &str, value: &Arc<Value>) {
        self.stages.push(Stage { state: token.state, name: name.to_owned(), value: Arc::clone(value) });
    }

    fn new_id(&mut self) -> u64 {
        self.execution.next_id += 1;
        self.execution.next_id
    }

    /// Puts a token on the agenda: `action` at the time `due`.
    pub(super) fn schedule(&mut self, id: TokenId, mut token: Token, action: Action, due: i64) {
        token.action = action;
        token.due = due;
        token.sequence = self.new_id();
        if token.action != Action::Nothing {
            self.execution.agenda.insert((due, token.sequence), id);
        }
        self.execution.tokens.insert(id, token);
    }

    /// Starts a scope: a new instance and a token that enters its first state.
    pub(super) fn open_scope(&mut self, opening: Opening) {
        let Opening { scope, parent, index, input, item, previous_event, is_child_execution } = opening;
        let inherited = parent
            .and_then(|parent| self.execution.tokens.get(&parent))
            .and_then(|token| self.execution.instances.get(&token.instance))
            .is_some_and(|instance| instance.is_child_execution);
        let instance = self.new_id();
        self.execution.instances.insert(
            instance,
            Instance {
                scope,
                parent,
                index,
                variables: Map::new(),
                item,
                is_child_execution: is_child_execution || inherited,
            },
        );
        let start = self.program.scope(scope).start_at.clone();
        self.enter(instance, &start, input, previous_event);
    }

    /// Makes a token that will enter the state called `name`.
    pub(super) fn enter(&mut self, instance: InstanceId, name: &str, input: Arc<Value>, previous_event: u64) {
        let scope = self.execution.instances.get(&instance).map_or(ScopeId::ROOT, |instance| instance.scope);
        let Some(state) = self.program.scope(scope).states.get(name).copied() else {
            let cause = format!("The state machine has no state '{name}' in this scope.");
            self.fail_instance(instance, crate::asl::error_name::RUNTIME, Some(cause), previous_event);
            return;
        };
        let id = self.new_id();
        let token = Token {
            instance,
            state,
            action: Action::Enter,
            due: self.execution.clock,
            sequence: 0,
            input,
            entered_event: 0,
            arrived_from: previous_event,
            previous_event,
            entered_at: self.execution.clock,
            retries: Vec::new(),
            retry_count: 0,
            pending: None,
            children: None,
        };
        let now = self.execution.clock;
        self.schedule(id, token, Action::Enter, now);
    }

    /// Takes a token, and all that runs inside it, out of the execution. `aborted` says whether the history tells.
    pub(super) fn remove_inner(&mut self, owner: TokenId) {
        let inner: Vec<InstanceId> = self
            .execution
            .instances
            .iter()
            .filter(|(_, instance)| instance.parent == Some(owner))
            .map(|(id, _)| *id)
            .collect();
        for instance in inner {
            let tokens: Vec<TokenId> = self
                .execution
                .tokens
                .iter()
                .filter(|(_, token)| token.instance == instance)
                .map(|(id, _)| *id)
                .collect();
            for id in tokens {
                if let Some(token) = self.execution.tokens.remove(&id) {
                    self.execution.agenda.remove(&(token.due, token.sequence));
                    self.remove_inner(id);
                }
            }
            self.execution.instances.remove(&instance);
        }
    }

    /// The variables that an instance sees: its own and those of the scopes around it.
    pub(super) fn variables(&self, instance: InstanceId) -> Visible<'_> {
        let mut scopes = Vec::new();
        let mut next = Some(instance);
        while let Some(instance) = next.and_then(|id| self.execution.instances.get(&id)) {
            scopes.push(&instance.variables);
            // A child execution sees nothing of what is around it (developer guide, "Variable scope").
            let parent = instance.parent.filter(|_| !(instance.is_child_execution && instance.item.is_some()));
            next = parent.and_then(|parent| self.execution.tokens.get(&parent)).map(|token| token.instance);
        }
        Visible { scopes }
    }
}

/// Variables of nested scopes, the innermost first.
pub(super) struct Visible<'a> {
    scopes: Vec<&'a Map<String, Value>>,
}

impl Visible<'_> {
    /// All names with their values; an inner one hides an outer one of the same name.
    pub(super) fn all(&self) -> Map<String, Value> {
        let mut all = Map::new();
        for scope in self.scopes.iter().rev() {
            all.extend(scope.iter().map(|(name, value)| (name.clone(), value.clone())));
        }
        all
    }
}

impl Variables for Visible<'_> {
    fn get(&self, name: &str) -> Option<&Value> {
        self.scopes.iter().find_map(|scope| scope.get(name))
    }
}
