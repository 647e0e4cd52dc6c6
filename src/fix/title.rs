//! What a fix does, in words to come; the words are in `i18n`.

/// What a fix does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FixTitle {
    /// A transition leads to the state that was meant.
    CorrectTarget {
        /// Its name.
        name: String,
    },
    /// A field gets the name that was meant.
    CorrectField {
        /// The name.
        field: String,
    },
    /// A field goes.
    RemoveField {
        /// Its name.
        field: String,
    },
    /// A state goes.
    RemoveState {
        /// Its name.
        name: String,
    },
    /// `Default` leads to a state that ends.
    DefaultTo {
        /// Its name.
        name: String,
    },
    /// `Default` leads to a new Fail state.
    DefaultToNewFail,
    /// Lambda's transient errors are tried again.
    AddLambdaRetrier,
    /// A field gets its present-day name.
    ModernField {
        /// The old name.
        from: String,
        /// The name of today.
        to: String,
    },
    /// A state gets another name.
    RenameState {
        /// The new name.
        name: String,
    },
    /// The state ends its scope.
    AddEnd,
    /// The state leads to another.
    AddNext {
        /// Its name.
        name: String,
    },
    /// A text becomes an expression.
    WriteExpression {
        /// The expression.
        text: String,
    },
    /// What handles `States.ALL` moves behind all others.
    MoveStatesAllLast,
}
