//! What a page shows of an execution between two steps.

use super::execution::{Execution, Status};
use super::signal::Callback;
use super::token::{Action, InstanceId, Token, Turn};
use crate::asl::StateId;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// What a state is doing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Phase {
    /// It comes next.
    Arriving,
    /// It works: its service is called, its branches run.
    Working,
    /// It waits until this time, in milliseconds since 1970.
    Waiting(i64),
    /// It will be tried again at this time.
    Retrying(i64),
}

/// A state at which the execution is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ActiveState {
    /// Which state.
    pub state: StateId,
    /// Branch and iteration numbers from the outermost scope to its own, from 0.
    pub path: Vec<usize>,
    /// What it is doing.
    pub phase: Phase,
}

/// The variables of one scope that is being run.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ScopeVariables {
    /// Branch and iteration numbers from the outermost scope to this one; none for the machine.
    pub path: Vec<usize>,
    /// The Parallel or Map state around it; none for the machine.
    pub owner: Option<StateId>,
    /// Its own variables, as a JSON object in text.
    pub variables: String,
}

/// An execution between two steps.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Snapshot {
    /// Where it stands.
    pub status: Status,
    /// The virtual clock, in milliseconds since 1970.
    pub clock: i64,
    /// The states at which it is, at most [`Snapshot::MAX_ACTIVE`] of them, the next to move first.
    pub active: Vec<ActiveState>,
    /// The state whose turn it is; of another machine, the state that started it.
    pub next: Option<StateId>,
    /// The variables of the machine and of the scopes around the active states, where there are any.
    pub scopes: Vec<ScopeVariables>,
    /// Tasks that wait for a person to send their token back.
    pub callbacks: Vec<Callback>,
    /// Whether nothing happens before time passes or a person sends a token.
    pub waits_for_person: bool,
    /// Whether it failed in a way that a redrive can take up.
    pub can_redrive: bool,
}

impl Snapshot {
    /// A Map over thousands of items has thousands of active states; no one reads that many.
    pub const MAX_ACTIVE: usize = 60;

    /// Looks at an execution.
    pub fn of(execution: &Execution) -> Self {
        let mut snapshot = Self {
            status: execution.status,
            clock: execution.clock,
            active: Vec::new(),
            next: next_state(execution),
            scopes: Vec::new(),
            callbacks: execution.callbacks(),
            waits_for_person: execution.is_waiting_for_person(),
            can_redrive: execution.can_redrive(),
        };
        let root = execution.instances.iter().find(|(_, instance)| instance.parent.is_none());
        if let Some((id, _)) = root {
            snapshot.add_scopes(execution, *id, &[]);
        }
        snapshot.add(execution, &[]);
        snapshot
    }

    /// Adds what an execution is at; `before` is the path to it. Recurses as deep as distributed Maps nest, which the JSON
    /// reader bounds.
    fn add(&mut self, execution: &Execution, before: &[usize]) {
        for turn in execution.agenda.values() {
            if self.active.len() >= Self::MAX_ACTIVE {
                return;
            }
            match turn {
                Turn::Token(id) => self.add_token(execution, *id, before),
                Turn::Child(id) => {
                    // The states of another machine are not in this drawing.
                    if let Some(child) = execution.children.get(id).filter(|child| child.machine.is_none()) {
                        self.add(&child.execution, &joined(before, &[child.index]));
                    }
                }
            }
        }
        let idle = execution.tokens.iter().filter(|(_, token)| token.action == Action::Nothing);
        for (id, _) in idle.take(Self::MAX_ACTIVE.saturating_sub(self.active.len())) {
            self.add_token(execution, *id, before);
        }
    }

    fn add_token(&mut self, execution: &Execution, id: u64, before: &[usize]) {
        let Some(token) = execution.tokens.get(&id) else { return };
        let path = joined(before, &path(execution, token.instance));
        self.add_scopes(execution, token.instance, &path);
        self.active.push(ActiveState { state: token.state, path, phase: phase(execution, token) });
    }

    /// Adds the variables of a scope and of those around it.
    fn add_scopes(&mut self, execution: &Execution, instance: InstanceId, path: &[usize]) {
        let mut path = path.to_vec();
        let mut next = Some(instance);
        while let Some(instance) = next.and_then(|id| execution.instances.get(&id)) {
            let owner = instance.parent.and_then(|parent| execution.tokens.get(&parent));
            let is_known = self.scopes.iter().any(|scope| scope.path == path);
            if !is_known && !instance.variables.is_empty() {
                self.scopes.push(ScopeVariables {
                    path: path.clone(),
                    owner: owner.map(|token| token.state),
                    variables: Value::Object(instance.variables.clone()).to_string(),
                });
            }
            path.pop();
            next = owner.map(|token| token.instance);
        }
    }
}

/// The state whose turn it is, in the machine that is drawn.
fn next_state(execution: &Execution) -> Option<StateId> {
    let mut inner = execution;
    loop {
        match inner.agenda.values().next()? {
            Turn::Token(id) => return inner.tokens.get(id).map(|token| token.state),
            Turn::Child(id) => match inner.children.get(id)? {
                child if child.machine.is_some() => return Some(child.state),
                child => inner = &child.execution,
            },
        }
    }
}

fn joined(before: &[usize], path: &[usize]) -> Vec<usize> {
    [before, path].concat()
}

fn phase(execution: &Execution, token: &Token) -> Phase {
    match token.action {
        Action::Enter => Phase::Arriving,
        Action::Retry => Phase::Retrying(token.due),
        Action::Exit | Action::Answer | Action::TimeOut if token.due > execution.clock => Phase::Waiting(token.due),
        Action::Exit | Action::Answer | Action::TimeOut | Action::Prepare | Action::Nothing => Phase::Working,
    }
}

/// Branch and iteration numbers around an instance, the outermost first.
pub(super) fn path(execution: &Execution, instance: InstanceId) -> Vec<usize> {
    let mut path = Vec::new();
    let mut next = execution.instances.get(&instance);
    while let Some(instance) = next {
        let Some(owner) = instance.parent.and_then(|parent| execution.tokens.get(&parent)) else { break };
        path.push(instance.index);
        next = execution.instances.get(&owner.instance);
    }
    path.reverse();
    path
}
