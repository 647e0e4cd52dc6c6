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
    /// A state was added.
    AddState {
        /// Its type.
        state_type: StateType,
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
}
