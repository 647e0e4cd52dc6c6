//! The two types of state machine.

use serde::{Deserialize, Serialize};

/// The type of the state machine (API `StateMachineType`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum ExecutionType {
    /// Runs for up to a year.
    #[default]
    Standard,
    /// Runs for up to five minutes.
    Express,
}
