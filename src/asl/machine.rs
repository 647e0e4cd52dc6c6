//! A state machine as its scopes and states. Made from any tree, also of a half-typed definition.

use super::{QueryLanguage, StateKey, StateType};
use crate::text::Span;
use crate::text::json::NodeId;
use foldhash::HashMap;
use serde::{Deserialize, Serialize};

/// The most characters a state's name may have (developer guide, "Quotas").
pub const MAX_NAME_LENGTH: usize = 80;

/// Names a state of a [`Machine`]; states are numbered in the order of the text, an outer one before its inner ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct StateId(pub u32);

/// Names a scope of a [`Machine`]; scope 0 is the machine itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ScopeId(pub u32);

impl ScopeId {
    /// The machine's own states.
    pub const ROOT: Self = Self(0);
}

/// The machine, a branch of a Parallel state or the iterator of a Map state: one `StartAt` with its `States`.
#[derive(Clone, Debug, PartialEq)]
pub struct Scope {
    /// The object that holds `StartAt` and `States`.
    pub node: NodeId,
    /// The Parallel or Map state around it; none for the machine.
    pub owner: Option<StateId>,
    /// What it is to its owner.
    pub role: ScopeRole,
    /// Where it starts, if that is said with a string.
    pub start_at: Option<Target>,
    /// The object under `States`, if there is one.
    pub states_node: Option<NodeId>,
    /// Its states in the order of the text, without those of inner scopes.
    pub states: Vec<StateId>,
}

/// What a scope is to the state that owns it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScopeRole {
    /// The whole machine.
    Machine,
    /// `Branches[index]` of a Parallel state.
    Branch(usize),
    /// `ItemProcessor` (or the older `Iterator`) of a Map state.
    ItemProcessor,
}

/// One state.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// Its name: the key under `States`.
    pub name: Box<str>,
    /// The name with its quotes.
    pub name_span: Span,
    /// The state's object (or whatever stands there).
    pub node: NodeId,
    /// Where it belongs.
    pub scope: ScopeId,
    /// Its type, if it is one of the eight.
    pub state_type: Option<StateType>,
    /// Its language: its own, or the machine's.
    pub query_language: QueryLanguage,
    /// Its branches, or its one iterator.
    pub inner: Vec<ScopeId>,
    /// Where it may go, in the order in which it is tried: rules, default, next, catchers.
    pub transitions: Vec<Transition>,
    /// Whether it says `"End": true`.
    pub is_end: bool,
}

impl State {
    /// Whether nothing of the same scope follows it: `End`, Succeed or Fail.
    pub fn is_terminal(&self) -> bool {
        self.is_end || self.state_type.is_some_and(StateType::is_terminal)
    }
}

/// A reference to a state by name.
#[derive(Clone, Debug, PartialEq)]
pub struct Target {
    /// The name as written.
    pub name: Box<str>,
    /// The string that holds it.
    pub node: NodeId,
    /// The state of that name in the same scope.
    pub state: Option<StateId>,
}

/// One way out of a state.
#[derive(Clone, Debug, PartialEq)]
pub struct Transition {
    /// Which field it is.
    pub kind: TransitionKind,
    /// Where it goes.
    pub target: Target,
}

/// Which field a transition comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum TransitionKind {
    /// `Choices[index].Next`.
    Choice(usize),
    /// `Default`.
    Default,
    /// `Next`.
    Next,
    /// `Catch[index].Next`.
    Catch(usize),
}

/// A state machine.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Machine {
    pub(super) scopes: Vec<Scope>,
    pub(super) states: Vec<State>,
    pub(super) query_language: QueryLanguage,
    /// The first state of each name.
    pub(super) by_name: HashMap<Box<str>, StateId>,
    /// All states of each name that several have, in the order of the text.
    pub(super) of_one_name: HashMap<Box<str>, Vec<StateId>>,
}

impl Machine {
    /// Its own query language.
    pub fn query_language(&self) -> QueryLanguage {
        self.query_language
    }

    /// The outermost scope; none when the text holds no object.
    pub fn root(&self) -> Option<&Scope> {
        self.scopes.first()
    }

    /// One scope.
    pub fn scope(&self, scope: ScopeId) -> &Scope {
        &self.scopes[scope.0 as usize]
    }

    /// One state.
    pub fn state(&self, state: StateId) -> &State {
        &self.states[state.0 as usize]
    }

    /// One state, if the machine (still) has that many.
    pub fn get(&self, state: StateId) -> Option<&State> {
        self.states.get(state.0 as usize)
    }

    /// All scopes, an outer one before its inner ones.
    pub fn scopes(&self) -> impl Iterator<Item = (ScopeId, &Scope)> {
        self.scopes.iter().enumerate().map(|(index, scope)| (ScopeId(index as u32), scope))
    }

    /// All states of all scopes.
    pub fn states(&self) -> impl Iterator<Item = (StateId, &State)> {
        self.states.iter().enumerate().map(|(index, state)| (StateId(index as u32), state))
    }

    /// Number of states in all scopes.
    pub fn n_states(&self) -> usize {
        self.states.len()
    }

    /// The first state with that name anywhere. Names are unique in a right machine.
    pub fn find(&self, name: &str) -> Option<StateId> {
        self.by_name.get(name).copied()
    }

    /// What a state stays when the document changes.
    pub fn key(&self, state: StateId) -> StateKey {
        let name = &self.state(state).name;
        let position = self.of_one_name.get(name).and_then(|states| states.binary_search(&state).ok());
        StateKey { name: name.to_string(), nth: position.unwrap_or_default() as u32 }
    }

    /// The state of a key, if there is (still) one.
    pub fn find_key(&self, key: &StateKey) -> Option<StateId> {
        match self.of_one_name.get(&*key.name) {
            Some(states) => states.get(key.nth as usize).copied(),
            None => self.find(&key.name).filter(|_| key.nth == 0),
        }
    }

    /// The innermost state whose name or object touches a byte offset.
    pub fn state_at(&self, tree: &crate::text::json::Tree, offset: usize) -> Option<StateId> {
        self.states()
            .filter(|(_, state)| {
                Span::new(state.name_span.start, tree.span(state.node).end.max(state.name_span.end)).touches(offset)
            })
            .map(|(id, _)| id)
            .last()
    }

    /// How many frames lie around a scope; 0 for the machine.
    pub fn depth(&self, scope: ScopeId) -> usize {
        let mut depth = 0;
        let mut scope = self.scope(scope);
        while let Some(owner) = scope.owner {
            depth += 1;
            scope = self.scope(self.state(owner).scope);
        }
        depth
    }
}
