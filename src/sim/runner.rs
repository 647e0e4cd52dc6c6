//! What all behaviours work with: the execution being moved on, and what the step has yielded so far.

use super::child::ChildStep;
use super::environment::Environment;
use super::event::HistoryEvent;
use super::event_details::EventDetails;
use super::execution::{Execution, Stage};
use super::probe::Probe;
use super::program::{Program, StateDefinition};
use super::redrive::Failed;
use super::token::{Action, Instance, InstanceId, Item, Token, TokenId, Turn};
use crate::asl::{ScopeId, StateId};
use crate::expr::Variables;
use crate::mock::Mocks;
use crate::text::json::written;
use serde_json::{Map, Value, json};
use std::borrow::Cow;
use std::sync::Arc;

pub(super) struct Runner<'a> {
    pub(super) program: &'a Program,
    pub(super) environment: &'a Environment,
    /// What the services of this machine answer.
    pub(super) mocks: &'a Mocks,
    pub(super) execution: Execution,
    pub(super) events: Vec<HistoryEvent>,
    pub(super) stages: Vec<Stage>,
    pub(super) simulated: Vec<StateId>,
    pub(super) child_steps: Vec<ChildStep>,
    /// What a failure has taken out of the execution during this step.
    pub(super) removed: Failed,
    /// Whether a step that works on many items is to let go.
    pub(super) is_time_up: &'a dyn Fn() -> bool,
    /// Whether it did.
    pub(super) is_interrupted: bool,
    /// Notes of the test of a single state, while there is one.
    pub(super) probe: Option<Box<Probe>>,
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
    pub(super) item: Option<Item>,
    /// The event on which its first state hangs.
    pub(super) previous_event: u64,
}

/// A payload as the history has it: text, and whether it was cut.
pub(super) fn payload(name: &str, value: &Value) -> Map<String, Value> {
    let mut details = Map::new();
    details.insert(name.to_owned(), written(value).into());
    details.insert(format!("{name}Details"), json!({ "truncated": false }));
    details
}

impl<'a> Runner<'a> {
    pub(super) fn new(
        program: &'a Program,
        environment: &'a Environment,
        mocks: &'a Mocks,
        execution: Execution,
    ) -> Self {
        Self {
            program,
            environment,
            mocks,
            execution,
            events: Vec::new(),
            stages: Vec::new(),
            simulated: Vec::new(),
            child_steps: Vec::new(),
            removed: Failed::default(),
            is_time_up: &|| false,
            is_interrupted: false,
            probe: None,
        }
    }

    pub(super) fn definition(&self, token: &Token) -> &'a StateDefinition {
        self.program.state(token.state)
    }

    /// Writes an event into the history and makes it the token's last one.
    pub(super) fn event(
        &mut self,
        token: &mut Token,
        event_type: impl Into<Cow<'static, str>>,
        details: impl Into<EventDetails>,
    ) -> u64 {
        let id = self.event_after(token.previous_event, event_type, details);
        token.previous_event = id;
        id
    }

    /// Writes an event that hangs on another than the token's last one.
    pub(super) fn event_after(
        &mut self,
        previous: u64,
        event_type: impl Into<Cow<'static, str>>,
        details: impl Into<EventDetails>,
    ) -> u64 {
        let id = self.execution.next_event;
        self.execution.next_event += 1;
        self.events.push(HistoryEvent {
            id,
            previous_event_id: previous,
            timestamp: self.execution.clock,
            event_type: event_type.into(),
            details: details.into(),
        });
        id
    }

    pub(super) fn stage(&mut self, token: &Token, name: &'static str, value: &Arc<Value>) {
        self.stages.push(Stage { state: token.state, name, value: Arc::clone(value) });
    }

    pub(super) fn new_id(&mut self) -> u64 {
        self.execution.next_id += 1;
        self.execution.next_id
    }

    /// Puts a token on the agenda: `action` at the time `due`.
    pub(super) fn schedule(&mut self, id: TokenId, mut token: Token, action: Action, due: i64) {
        token.action = action;
        token.due = due;
        token.sequence = self.new_id();
        if token.action != Action::Nothing {
            self.execution.agenda.insert((due, token.sequence), Turn::Token(id));
        }
        if let Some(instance) = self.execution.instances.get_mut(&token.instance) {
            instance.token = id;
        }
        self.execution.tokens.insert(id, token);
    }

    /// Puts a token back to where it was on the agenda: the next step goes on with it.
    pub(super) fn interrupt(&mut self, id: TokenId, mut token: Token, action: Action) {
        token.action = action;
        self.execution.agenda.insert((token.due, token.sequence), Turn::Token(id));
        self.execution.tokens.insert(id, token);
        self.is_interrupted = true;
    }

    /// Starts a scope: a new instance and a token that enters its first state.
    pub(super) fn open_scope(&mut self, opening: Opening) -> InstanceId {
        let Opening { scope, parent, index, input, item, previous_event } = opening;
        let id = self.new_id();
        let instance = Instance { scope, parent, index, variables: Map::new(), item, token: 0 };
        self.execution.instances.insert(id, instance);
        if let Some(children) = parent.and_then(|owner| self.execution.tokens.get_mut(&owner)?.children.as_mut()) {
            children.instances.insert(id);
        }
        let start = self.program.scope(scope).start_at.clone();
        self.enter(id, &start, input, None, previous_event);
        id
    }

    /// Makes a token that will enter the state called `name`; `text` is its input as JSON text, where that was written.
    pub(super) fn enter(
        &mut self,
        instance: InstanceId,
        name: &str,
        input: Arc<Value>,
        text: Option<Arc<str>>,
        previous_event: u64,
    ) {
        let scope = self.execution.instances.get(&instance).map_or(self.execution.root, |instance| instance.scope);
        let Some(state) = self.program.scope(scope).states.get(name).copied() else {
            let cause = format!("The state machine has no state '{name}' in this scope.");
            self.fail_instance(instance, Some(crate::asl::error_name::RUNTIME), Some(cause), previous_event);
            return;
        };
        let id = self.new_id();
        let now = self.execution.clock;
        let token = Token {
            instance,
            state,
            action: Action::Enter,
            due: now,
            sequence: 0,
            input,
            input_text: text,
            entered_event: 0,
            arrived_from: previous_event,
            previous_event,
            entered_at: now,
            retries: Vec::new(),
            retry_count: 0,
            pending: None,
            preparing: None,
            children: None,
        };
        self.schedule(id, token, Action::Enter, now);
    }

    /// Takes a token off the agenda and out of the execution.
    pub(super) fn take_token(&mut self, id: TokenId) -> Option<Token> {
        let token = self.execution.tokens.remove(&id)?;
        self.execution.agenda.remove(&(token.due, token.sequence));
        if token.is_by_hand() {
            self.execution.shared.n_by_hand = self.execution.shared.n_by_hand.saturating_sub(1);
        }
        Some(token)
    }

    /// The variables that an instance sees: its own and those of the scopes around it.
    pub(super) fn variables(&self, instance: InstanceId) -> Visible<'_> {
        let mut scopes = Vec::new();
        let mut next = Some(instance);
        while let Some(instance) = next.and_then(|id| self.execution.instances.get(&id)) {
            scopes.push(&instance.variables);
            next = instance.parent.and_then(|parent| self.execution.tokens.get(&parent)).map(|token| token.instance);
        }
        Visible { scopes }
    }
}

/// Variables of nested scopes, the innermost first.
pub(super) struct Visible<'a> {
    scopes: Vec<&'a Map<String, Value>>,
}

impl Visible<'_> {
    /// All names with their values, the outermost first: an inner one hides an outer one of the same name.
    pub(super) fn all(&self) -> Vec<(&str, &Value)> {
        self.scopes.iter().rev().flat_map(|scope| scope.iter().map(|(name, value)| (name.as_str(), value))).collect()
    }
}

impl Variables for Visible<'_> {
    fn get(&self, name: &str) -> Option<&Value> {
        self.scopes.iter().find_map(|scope| scope.get(name))
    }
}
