//! The simulator: a pure stepper over a machine, its history events and its timeline.
//!
//! [`start`] makes an [`Execution`], [`step`] moves it on by one visible change. Time, randomness and ids live in the
//! execution, so the same seed gives the same run everywhere, and an execution that was saved goes on as before.
#![doc = include_str!("DIFFERENCES.md")]

mod behavior;
mod child;
mod context;
mod context_use;
mod data_flow;
mod environment;
mod event;
mod event_details;
mod execution;
mod failure;
mod item_batcher;
mod item_reader;
mod jsonata_fields;
mod probe;
mod program;
mod quota;
mod redrive;
mod result_writer;
mod runner;
mod signal;
mod snapshot;
mod start;
mod states_variable;
mod step;
mod token;

pub use crate::asl::ExecutionType;
pub use child::ChildStep;
pub use environment::{Environment, Machine};
pub use event::HistoryEvent;
pub use event_details::EventDetails;
pub use execution::{Execution, Stage, StartOptions, Status};
#[cfg(feature = "data-files")]
pub use item_reader::read_ahead;
pub use item_reader::{DataFile, DataFiles, MAX_READ_AHEAD, needs_reader};
pub use probe::{ProbeOptions, ProbeStatus, Probed, probe};
pub use program::{NotRunnable, Program};
pub use quota::{MAX_ASSIGN_BYTES, MAX_EVENTS, MAX_PAYLOAD_BYTES};
pub use redrive::redrive;
pub use signal::{Callback, TaskSignal, signal};
pub use snapshot::{ActiveState, Phase, Snapshot};
pub use start::start;
pub use step::{Step, step, step_in_time};

#[cfg(test)]
mod tests;
