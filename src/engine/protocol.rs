//! The messages. Payloads travel as JSON text: they may nest deeper than the message reader goes.

use crate::asl::StateId;
use crate::check::Diagnostic;
use crate::mock::Mocks;
use crate::sim::{HistoryEvent, NotRunnable, Snapshot, Status};
use serde::{Deserialize, Serialize};

/// What the page asks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Check a text.
    Check {
        /// The page's number for this text.
        revision: u64,
        /// The definition.
        text: String,
    },
    /// Start a run; the one before is forgotten.
    Start {
        /// The page's number for this run.
        run: u64,
        /// The definition.
        text: String,
        /// The input as JSON text.
        input: String,
        /// What services answer.
        mocks: Mocks,
        /// The seed of ids and random numbers.
        seed: u64,
    },
    /// Move the run on by up to this many steps.
    Advance {
        /// Which run.
        run: u64,
        /// How many steps.
        steps: usize,
    },
}

/// One stage of the data inside a state.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StageRecord {
    /// Whose data it is.
    pub state: StateId,
    /// TestState's name of the stage.
    pub name: String,
    /// The data as JSON text.
    pub json: String,
}

/// One step of a run, as the page keeps it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StepRecord {
    /// What the history gained.
    pub events: Vec<HistoryEvent>,
    /// The data inside the state that moved.
    pub stages: Vec<StageRecord>,
    /// Where the execution stands after it.
    pub snapshot: Snapshot,
    /// The states whose service answered with a simulated default.
    pub simulated: Vec<StateId>,
}

/// How a run ended.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Outcome {
    /// The status.
    pub status: Status,
    /// The output as JSON text.
    pub output: Option<String>,
    /// The error's name.
    pub error: Option<String>,
    /// The error's text.
    pub cause: Option<String>,
}

/// What the worker answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Response {
    /// The text was checked.
    Checked {
        /// The page's number for the text.
        revision: u64,
        /// What was found.
        diagnostics: Vec<Diagnostic>,
    },
    /// The run moved on.
    Advanced {
        /// Which run.
        run: u64,
        /// The steps.
        records: Vec<StepRecord>,
        /// How it ended, if it did.
        outcome: Option<Outcome>,
    },
    /// The definition cannot run.
    NotRunnable {
        /// Which run.
        run: u64,
        /// Why.
        reason: NotRunnable,
    },
    /// The input is not JSON.
    InputNotJson {
        /// Which run.
        run: u64,
    },
    /// The message was not understood, or is about a run that is gone.
    Refused,
}
