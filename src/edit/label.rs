//! What a step of the history is called.

use crate::asl::StateType;

/// A change in words to come; the words are in `i18n`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Label {
    /// Typing in the JSON panel.
    EditText,
    /// Another definition was opened.
    ReplaceText,
    /// A state got a new name.
    RenameState {
        /// The new name.
        name: String,
    },
    /// A state was removed.
    DeleteState {
        /// Its name.
        name: String,
    },
    /// A state was copied.
    DuplicateState {
        /// The name of the original.
        name: String,
    },
    /// Several states were removed.
    DeleteStates {
        /// How many.
        n_states: usize,
    },
    /// Several states were copied.
    DuplicateStates {
        /// How many.
        n_states: usize,
    },
    /// A part of a machine was put in.
    InsertStates {
        /// The first one's name.
        name: String,
        /// How many states, those inside them not counted.
        n_states: usize,
    },
    /// States were moved.
    MoveStates {
        /// The first one's name.
        name: String,
        /// How many.
        n_states: usize,
    },
    /// A state was led to another one.
    ConnectStates {
        /// The one that leads.
        from: String,
        /// The other one.
        to: String,
    },
    /// A state got a catcher.
    AddCatcher {
        /// Its name.
        name: String,
    },
    /// States were put into a new Parallel or Map state.
    WrapStates {
        /// The type of the new state.
        state_type: StateType,
        /// How many states.
        n_states: usize,
    },
    /// A state was replaced by the states inside it.
    Unwrap {
        /// Its name.
        name: String,
    },
    /// States were converted to the JSONata language.
    ConvertToJsonata {
        /// How many.
        n_states: usize,
    },
    /// States became a machine of their own.
    ExtractToMachine {
        /// The machine's name.
        name: String,
    },
    /// A Parallel state got a branch.
    AddBranch {
        /// Its name.
        name: String,
    },
    /// A Choice state got a rule.
    AddChoiceRule {
        /// Its name.
        name: String,
    },
    /// An item of a list was removed.
    RemoveItem {
        /// The field that holds the list.
        field: String,
    },
    /// An item of a list was moved.
    MoveItem {
        /// The field that holds the list.
        field: String,
    },
    /// A scope starts elsewhere.
    SetStartAt {
        /// The state at which it starts.
        name: String,
    },
    /// A state got another type.
    ConvertType {
        /// Its name.
        name: String,
        /// Its new type.
        state_type: StateType,
    },
    /// A field got a value.
    SetField {
        /// Its name.
        field: String,
    },
    /// A field was removed.
    RemoveField {
        /// Its name.
        field: String,
    },
    /// A field got another name.
    RenameField {
        /// The new name.
        field: String,
    },
    /// Several problems were mended.
    ApplyFixes {
        /// How many.
        n_fixes: usize,
    },
    /// A transition leads elsewhere.
    SetTarget {
        /// The state that it starts from, or `StartAt`.
        from: String,
    },
    /// States were given places by hand.
    PlaceByHand {
        /// The first one's name.
        name: String,
        /// How many.
        n_states: usize,
    },
    /// States were given back to the layout.
    PlaceAutomatically {
        /// How many.
        n_states: usize,
    },
}
