//! The closed list of what can be done to a document.

use crate::asl::{EdgeRef, ScopeId, StateId, StateType};
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
    /// Put a new state on an edge.
    InsertState {
        /// The edge.
        edge: EdgeRef,
        /// The type of the new state.
        state_type: StateType,
    },
    /// Put the first state into a scope that has none.
    AddFirstState {
        /// The scope.
        scope: ScopeId,
        /// The type of the new state.
        state_type: StateType,
    },
    /// Remove a state; what led to it leads to what followed it.
    DeleteState(StateId),
    /// Put a copy of a state behind it.
    DuplicateState(StateId),
    /// Give a field a value, or remove it.
    SetField {
        /// The object that has or gets the field.
        object: Pointer,
        /// The field's name.
        field: String,
        /// The new value; none removes the field.
        value: Option<FieldValue>,
    },
    /// Lead a transition to another state of the same scope; none ends the scope there (`Next` only).
    SetTarget {
        /// The transition.
        edge: EdgeRef,
        /// Where it shall lead.
        target: Option<StateId>,
    },
}
