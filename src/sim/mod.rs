//! The simulator: a pure stepper over a machine, its history events and its timeline.
//!
//! [`start`] makes an [`Execution`], [`step`] moves it on by one visible change. Time, randomness and ids live in the
//! execution, so the same seed gives the same run everywhere, and an execution that was saved goes on as before.

mod behavior;
mod context;
mod data_flow;
mod environment;
mod event;
mod execution;
mod failure;
mod jsonata_fields;
mod program;
mod runner;
mod snapshot;
mod step;

pub use environment::Environment;
pub use event::HistoryEvent;
pub use execution::{Execution, ExecutionType, Stage, StartOptions, Status};
pub use program::{NotRunnable, Program};
pub use snapshot::{ActiveState, Phase, Snapshot};
pub use step::{Step, start, step};

#[cfg(test)]
mod tests;
