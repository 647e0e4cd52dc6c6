//! What services answer: nothing is ever called. A state without a mock gets a simulated default.

mod config;
mod files;
pub mod services;

pub use config::{ConfigError, read_config};
pub use files::{Bytes, Files};

use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// What one call of a service gives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Answer {
    /// What a `.sync` or `.waitForTaskToken` call answers at once.
    #[serde(default, rename = "Submitted", skip_serializing_if = "Option::is_none")]
    pub submitted: Option<Value>,
    /// How long the answer takes on the virtual clock, in milliseconds.
    #[serde(default, rename = "LatencyMilliseconds", skip_serializing_if = "Option::is_none")]
    pub latency: Option<u32>,
    /// How it ends.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// How a call ends.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Outcome {
    /// With a result.
    Return(Value),
    /// With the value of a JSONata expression over the request: `{% $states.input.x %}`, where `$states.input` is what is
    /// sent.
    Compute(String),
    /// With an error.
    Throw {
        /// Its name.
        #[serde(rename = "Error", default, skip_serializing_if = "Option::is_none")]
        error: Option<String>,
        /// Its text.
        #[serde(rename = "Cause", default, skip_serializing_if = "Option::is_none")]
        cause: Option<String>,
    },
    /// Never: the state's timeout or heartbeat decides.
    NoAnswer(bool),
    /// By a person, who sends the task token back. Where no one is asked, like `NoAnswer`.
    ByHand(bool),
    /// By a machine of the workspace, which runs as the child execution of this number. Not for mock files: the simulator
    /// sets it.
    Nested(u64),
}

impl Answer {
    /// A result.
    pub fn of(value: Value) -> Self {
        Self::from(Outcome::Return(value))
    }
}

impl From<Outcome> for Answer {
    fn from(outcome: Outcome) -> Self {
        Self { submitted: None, latency: None, outcome }
    }
}

/// The answers of one state, by the number of the call from 0.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Sequence {
    /// First call, last call, answer.
    pub answers: Vec<(u32, u32, Answer)>,
}

impl Sequence {
    /// The same answer to every call.
    pub fn always(answer: Answer) -> Self {
        Self { answers: vec![(0, u32::MAX, answer)] }
    }

    /// One answer after the other; the last one stays.
    pub fn in_turn(answers: Vec<Answer>) -> Self {
        let last = answers.len().saturating_sub(1);
        let numbered = answers
            .into_iter()
            .enumerate()
            .map(|(index, answer)| (index as u32, if index == last { u32::MAX } else { index as u32 }, answer));
        Self { answers: numbered.collect() }
    }
}

/// All mocks of a run, by the name of the state.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Mocks {
    /// The answers of each mocked state.
    pub states: BTreeMap<String, Sequence>,
    /// Whether results stand here just as the state gets them: the metadata that a service adds is then not added. So
    /// it is in `TestState`.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub are_complete: bool,
}

impl Mocks {
    /// Lets the mock of a state follow the state's new name, unless another has that name.
    pub fn rename(&mut self, old: &str, new: &str) {
        if !self.states.contains_key(new)
            && let Some(sequence) = self.states.remove(old)
        {
            self.states.insert(new.to_owned(), sequence);
        }
    }

    /// The answer to call `number` (from 0) of a state, if it is mocked.
    pub fn answer(&self, state: &str, number: u32) -> Option<&Answer> {
        let sequence = self.states.get(state)?;
        let mocked = sequence.answers.iter().find(|(first, last, _)| (*first..=*last).contains(&number));
        mocked.map(|(_, _, answer)| answer)
    }
}
