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
    /// Nothing can follow a Succeed or Fail state.
    NothingFollows {
        /// `Succeed` or `Fail`.
        state_type: &'static str,
    },
    /// No way through the states leads on, so that what follows would be cut off.
    CutsOff,
    /// The scope has states already.
    NotEmpty,
    /// The states lie in several scopes.
    SeveralScopes,
    /// A transition cannot leave its scope.
    OtherScope,
    /// States cannot be moved into themselves.
    IntoItself,
    /// The text holds no states.
    NotAFragment,
    /// A state in JSONPath cannot be put into a machine in JSONata.
    NeedsJsonPath {
        /// The state.
        name: String,
    },
    /// The JSON would nest too deep to be read.
    TooDeep,
    /// Only Task, Parallel and Map states have catchers.
    CannotCatch {
        /// The state's type.
        state_type: &'static str,
    },
    /// This is only for states of one type.
    WrongType {
        /// That type.
        state_type: &'static str,
    },
    /// A way leads to several of the states from outside.
    SeveralEntries,
    /// The states lead on to several places.
    SeveralExits,
    /// More than one branch has states.
    SeveralBranches,
    /// The list needs at least one item.
    LastItem {
        /// The field that holds the list.
        field: String,
    },
    /// Only Parallel and Map states have states inside.
    NotAFrame,
    /// A condition is an object of fields, or in JSONata an expression.
    NotACondition,
    /// The start of a scope and its end are no transitions of a state.
    CannotReconnect,
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
