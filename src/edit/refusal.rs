//! Why a command cannot be done.

/// A reason with its arguments; the words are in `i18n`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The state, scope or edge is not in the document (any more).
    NotFound,
    /// A state needs a name.
    EmptyName,
    /// AWS allows names of up to 80 characters.
    NameTooLong {
        /// Its length in characters.
        length: usize,
    },
    /// Another state of the machine has this name.
    NameTaken {
        /// The name.
        name: String,
    },
    /// Nothing can follow a Succeed or Fail state, so it can only stand where the way ends.
    MustEnd {
        /// `Succeed` or `Fail`.
        state_type: &'static str,
    },
    /// The object has a field of this name already.
    FieldTaken {
        /// The name.
        field: String,
    },
    /// The text is no valid JSON value.
    NotJson,
    /// The place in the text is broken: it has to be mended by hand first.
    BrokenText,
    /// Only a state with `Next` can end its scope.
    CannotEnd,
}
