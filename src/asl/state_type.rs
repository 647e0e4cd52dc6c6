//! The eight types of state.

use serde::{Deserialize, Serialize};

/// The value of a state's `Type` field (specification, "State types").
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum StateType {
    /// Calls a service.
    Task,
    /// Passes its input on, changed or not.
    Pass,
    /// Chooses the next state by its data.
    Choice,
    /// Waits.
    Wait,
    /// Ends with success.
    Succeed,
    /// Ends with an error.
    Fail,
    /// Runs branches side by side.
    Parallel,
    /// Runs the same states for each item.
    Map,
}

impl StateType {
    /// All of them, in the order in which AWS's console offers them.
    pub const ALL: [Self; 8] =
        [Self::Task, Self::Choice, Self::Parallel, Self::Map, Self::Pass, Self::Wait, Self::Succeed, Self::Fail];

    /// As it is written in a definition, and in the names of history events (`PassStateEntered`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Task => "Task",
            Self::Pass => "Pass",
            Self::Choice => "Choice",
            Self::Wait => "Wait",
            Self::Succeed => "Succeed",
            Self::Fail => "Fail",
            Self::Parallel => "Parallel",
            Self::Map => "Map",
        }
    }

    /// Reads the spelling of a definition; case counts.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state_type| state_type.as_str() == text)
    }

    /// Whether it has no `Next`: it ends its machine, branch or iteration.
    pub fn is_terminal(self) -> bool {
        matches!(self, Self::Succeed | Self::Fail)
    }

    /// Whether `Next` or `End` says what follows it.
    pub fn has_next(self) -> bool {
        !matches!(self, Self::Choice | Self::Succeed | Self::Fail)
    }

    /// Whether it may carry `Retry` and `Catch`.
    pub fn can_catch(self) -> bool {
        matches!(self, Self::Task | Self::Parallel | Self::Map)
    }
}
