//! Why something has no exact counterpart in JSONata.

use crate::asl::StateId;

/// What stands in the way of a state's conversion.
#[derive(Clone, Debug, PartialEq)]
pub struct Obstacle {
    /// The state that stays as it is; none when the whole text is in the way.
    pub state: Option<StateId>,
    /// The state's name; empty without a state.
    pub name: String,
    /// The field: `ResultPath`, `Choices[0]`.
    pub field: String,
    /// What is wrong with it.
    pub reason: Reason,
}

/// What has no exact counterpart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The text is no JSON, so that nothing can be changed in it safely.
    BrokenText,
    /// The state has no type, or none that the language knows.
    UnknownType,
    /// The field holds something that it cannot hold.
    WrongValue,
    /// The text is no path.
    InvalidPath {
        /// As written.
        path: String,
    },
    /// The text is no call of an intrinsic function.
    InvalidIntrinsic {
        /// As written.
        call: String,
    },
    /// Two keys become one when `.$` is taken off.
    DuplicateKey {
        /// Without `.$`.
        key: String,
    },
    /// The state has the field already in which the new value would stand.
    FieldTaken {
        /// The field.
        field: String,
    },
    /// A step of a path that JSONata cannot follow in the same way.
    PathStep {
        /// The path.
        path: String,
        /// The step: `..[*]`, `[-1]`.
        step: String,
    },
    /// A comparison of a filter that JSONata cannot make in the same way.
    FilterComparison {
        /// The path.
        path: String,
    },
    /// The expression would nest deeper than AWS evaluates (100 levels, measured: floci issue 2737).
    TooDeep,
    /// `ResultPath` writes to a place in a list, which JSONata cannot do with one expression.
    ResultIntoList {
        /// The path.
        path: String,
    },
    /// The text with the holes of `States.Format` is itself data.
    FormatOfData {
        /// The call.
        call: String,
    },
    /// The characters at which `States.StringSplit` splits are themselves data.
    SplitAtData {
        /// The call.
        call: String,
    },
    /// `States.MathRandom` with a seed gives the same numbers each time, which JSONata's generator does not give.
    SeededRandom {
        /// The call.
        call: String,
    },
    /// A call whose arguments the function refuses.
    WrongArguments {
        /// The call.
        call: String,
    },
    /// A random value is both put out and remembered: two expressions would draw two values.
    DrawnTwice,
    /// A Choice rule without a comparator that the language knows.
    UnknownComparator,
}
