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
    /// Lead a transition to another state of the same scope; none ends the scope there (`Next` only).
    SetTarget {
        /// The transition.
        edge: EdgeRef,
        /// Where it shall lead.
        target: Option<StateId>,
    },
}
