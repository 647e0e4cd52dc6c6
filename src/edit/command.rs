//! The closed list of what can be done to a document.

use super::Place;
use crate::asl::{EdgeRef, StateId, StateType, TransitionKind};
use crate::text::{Edits, Pointer};
use serde_json::Value;

/// A new value for a field.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldValue {
    /// Plain data, written in the style of the document.
    Value(Value),
    /// JSON text, kept as it is written, so that `1.0` stays `1.0`.
    Json(String),
}

/// A change that a person asks for.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Change the text directly, as typing in the JSON panel does.
    EditText(Edits),
    /// Replace the whole text, as opening a file does.
    ReplaceText(String),
    /// Give a state another name; all that refers to it follows.
    RenameState {
        /// Which state.
        state: StateId,
        /// The new name.
        name: String,
    },
    /// Put a part of a machine into a place. Its states get names that are free; its ends lead to what followed there.
    InsertFragment {
        /// Where to.
        place: Place,
        /// A machine, `{"StartAt", "States"}`, a map of states or one state, as JSON text.
        fragment: String,
    },
    /// Move states, with all inside them, to another place. What led to them leads to what followed them.
    MoveStates {
        /// States of one scope; those that hang together keep their ways among each other.
        states: Vec<StateId>,
        /// Where to.
        place: Place,
    },
    /// Remove a state; what led to it leads to what followed it.
    DeleteState(StateId),
    /// Remove several states at once.
    DeleteStates(Vec<StateId>),
    /// Put a copy of a state behind it.
    DuplicateState(StateId),
    /// Put a copy of several states behind them; the copies lead to each other as the originals do.
    DuplicateStates(Vec<StateId>),
    /// Lead a state to another one, as a line drawn from one to the other means it: by `Next`; a Choice state by its
    /// default, if it has none yet, else by a new rule.
    ConnectStates {
        /// Where the line starts.
        from: StateId,
        /// A state of the same scope.
        to: StateId,
    },
    /// Let a state go on elsewhere when it fails.
    AddCatcher {
        /// A Task, Parallel or Map state.
        state: StateId,
        /// A state of the same scope.
        target: StateId,
        /// The names of the errors; none for `States.ALL`.
        errors: Vec<String>,
    },
    /// Let a transition start from another state of the same scope.
    Reconnect {
        /// The transition: `Next`, a rule, a default or a catcher.
        edge: EdgeRef,
        /// The state that it shall start from.
        from: StateId,
    },
    /// Put states that have one entry and one exit into a branch of a new Parallel state.
    WrapInParallel(Vec<StateId>),
    /// Put states that have one entry and one exit into a new Map state.
    WrapInMap(Vec<StateId>),
    /// Replace a Map state, or a Parallel state with one branch, by the states inside it.
    Unwrap(StateId),
    /// Make states that have one entry and one exit a machine of their own, and a Task that runs it.
    ExtractToMachine {
        /// The states.
        states: Vec<StateId>,
        /// The name of the new machine.
        name: String,
    },
    /// Give a Parallel state one more branch, with a Pass state to begin with.
    AddBranch(StateId),
    /// Remove an item of a list: a branch, a rule, a retrier, a catcher.
    RemoveItem {
        /// The list.
        list: Pointer,
        /// Which item, from 0.
        index: usize,
    },
    /// Move an item of a list to another place in it.
    MoveItem {
        /// The list.
        list: Pointer,
        /// Which item, from 0.
        from: usize,
        /// Its place afterwards, from 0.
        to: usize,
    },
    /// Give a Choice state one more rule, behind the others.
    AddChoiceRule {
        /// The Choice state.
        state: StateId,
        /// An object with the fields of the condition, or a JSONata expression as text; none for one to be filled in.
        condition: Option<Value>,
        /// A state of the same scope.
        target: StateId,
    },
    /// Let a scope start at one of its states.
    SetStartAt(StateId),
    /// Give a state another type; the fields that fit it stay.
    ConvertType {
        /// Which state.
        state: StateId,
        /// Its new type.
        state_type: StateType,
    },
    /// Give a field a value, or remove it.
    SetField {
        /// The object that has or gets the field.
        object: Pointer,
        /// The field's name.
        field: String,
        /// The new value; none removes the field.
        value: Option<FieldValue>,
    },
    /// Give a field another name; its value and its place stay.
    RenameField {
        /// The object that has the field.
        object: Pointer,
        /// Its present name.
        field: String,
        /// Its new name.
        to: String,
    },
    /// Put an item into a list.
    InsertItem {
        /// The list.
        list: Pointer,
        /// How many items stand before it.
        index: usize,
        /// The item, written in the style of the document.
        value: Value,
    },
    /// Move an item of a list behind all others.
    MoveItemLast {
        /// The list.
        list: Pointer,
        /// Which item, from 0.
        index: usize,
    },
    /// Say where a Choice state goes when none of its rules matches.
    AddDefault {
        /// The Choice state.
        choice: StateId,
        /// A state of its scope; none for a new Fail state.
        target: Option<StateId>,
    },
    /// Mend several problems at once, as worked out by `fix::fix_all`.
    ApplyFixes {
        /// What changes.
        edits: Edits,
        /// How many problems that mends.
        n_fixes: usize,
    },
    /// Convert states to the JSONata language, as worked out by `convert`.
    ConvertToJsonata {
        /// What changes.
        edits: Edits,
        /// How many states that converts.
        n_states: usize,
    },
    /// Removes a way that leads on from a state.
    RemoveTransition {
        /// The state.
        state: StateId,
        /// Which of its ways.
        kind: TransitionKind,
    },
    /// Lead a transition to another state of the same scope; none ends the scope there (`Next` only).
    SetTarget {
        /// The transition.
        edge: EdgeRef,
        /// Where it shall lead.
        target: Option<StateId>,
    },
}
