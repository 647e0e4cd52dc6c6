//! The messages. Payloads travel as JSON text: they may nest deeper than the message reader goes.

use super::explanation::{CatalogueEntry, Explanation};
use super::source::Source;
use super::timeline::{View, VisitData};
use crate::asl::ExecutionType;
use crate::asl::StateId;
use crate::calls::{Completions, Description, Found};
use crate::check::{Diagnostic, Options};
use crate::convert::Missing;
use crate::flow::{Hint, Proposals};
use crate::i18n::Language;
use crate::i18n::diagnostics::Words;
use crate::mock::{Files, Mocks};
use crate::project::Neighbour;
use crate::sim::{DataFiles, HistoryEvent, NotRunnable, Status};
use crate::text::Edits;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a run is given beside its definition and its input.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Surroundings {
    /// What services answer.
    pub mocks: Mocks,
    /// What S3 holds.
    pub files: Files,
    /// What was read ahead of those files that the worker cannot read itself.
    #[serde(default, skip_serializing_if = "DataFiles::is_empty")]
    pub data_files: DataFiles,
    /// Other machines, by name.
    pub machines: BTreeMap<String, Neighbour>,
    /// Standard or Express.
    pub execution_type: ExecutionType,
    /// When the execution starts, in milliseconds since 1970; where it is left out, at a moment that is always the same.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start_time: Option<i64>,
    /// The seed of ids and random numbers.
    pub seed: u64,
    /// Whether a person sends task tokens back where no mock does.
    pub is_interactive: bool,
}

/// What a person sends with a task token (API `SendTaskSuccess`, `SendTaskFailure`, `SendTaskHeartbeat`).
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Callback {
    /// The output, as JSON text.
    Success(String),
    /// The error's name and text; empty for none.
    Failure {
        /// The name.
        error: String,
        /// The text.
        cause: String,
    },
    /// A sign of life.
    Heartbeat,
}

/// A diagnostic with its words, which the page does not have.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Reported {
    /// What was found, and where.
    pub diagnostic: Diagnostic,
    /// The words in English.
    pub en: Words,
    /// The words in Spanish.
    pub es: Words,
}

impl Reported {
    /// The words in a language.
    pub fn words(&self, language: Language) -> &Words {
        match language {
            Language::En => &self.en,
            Language::Es => &self.es,
        }
    }
}

/// A field that a conversion changes, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConvertedField {
    /// The state; empty for the machine.
    pub state: String,
    /// The field.
    pub field: String,
    /// The members that go, as JSON text.
    pub before: String,
    /// The member that comes, as JSON text.
    pub after: String,
    /// Where the meaning may differ.
    pub notes: Vec<String>,
}

/// What a conversion to JSONata would change.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ConversionPreview {
    /// What changes in the text.
    pub edits: Edits,
    /// How many states are converted.
    pub n_states: usize,
    /// Field by field.
    pub changes: Vec<ConvertedField>,
    /// State, field and reason of what stays in JSONPath.
    pub obstacles: Vec<(String, String, String)>,
    /// Whether it makes a difference what becomes of paths that find nothing.
    pub depends_on_missing: bool,
}

/// What the page asks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Check a text.
    Check {
        /// The page's number for this text.
        revision: u64,
        /// The definition.
        text: Source,
        /// How it is run, an example input, the mocks, and the rules that are switched off.
        options: Box<Options>,
    },
    /// Work out everything that can be mended without asking.
    FixAll {
        /// The definition.
        text: Source,
        /// As for a check.
        options: Box<Options>,
    },
    /// Work out what a state, or the whole machine, is in JSONata.
    Convert {
        /// The definition.
        text: Source,
        /// The state; none for the machine.
        state: Option<StateId>,
        /// What becomes of paths that find nothing.
        missing: Missing,
        /// In which language notes and reasons are said.
        language: Language,
    },
    /// Tell the documentation of a rule.
    Explain {
        /// The rule's name.
        rule: String,
        /// In which language.
        language: Language,
    },
    /// List all rules.
    Catalogue {
        /// In which language.
        language: Language,
    },
    /// Tell what is known of the data at a place.
    Hint {
        /// The definition.
        text: Source,
        /// As for a check: the example input and the mocks count.
        options: Box<Options>,
        /// The place, in bytes.
        offset: usize,
    },
    /// Find what a Task can call.
    FindCalls {
        /// A few words, or the beginning of a `Resource`.
        typed: String,
        /// How many are wanted at the most.
        limit: usize,
    },
    /// Tell what a call takes.
    DescribeCall {
        /// The text of a `Resource`.
        resource: String,
    },
    /// List the names with which the path at a place may go on, or else the calls, parameters and values that may stand
    /// there.
    Propose {
        /// The definition.
        text: Source,
        /// As for a check: the example input and the mocks count.
        options: Box<Options>,
        /// The place, in bytes.
        offset: usize,
    },
    /// Start a run; the one before is forgotten.
    Start {
        /// The page's number for this run.
        run: u64,
        /// The definition.
        text: Source,
        /// The input as JSON text; where it is empty, `{}` (API `StartExecution`).
        input: String,
        /// What is around it.
        surroundings: Box<Surroundings>,
    },
    /// Move the run on by up to this many steps, as many as there is time for, but at least one. It stops where a person has
    /// to send a task token. A step that takes long is announced: [`Response::Busy`].
    Advance {
        /// Which run.
        run: u64,
        /// How many steps.
        steps: usize,
        /// Whether to let time pass although a person could still send a task token.
        lets_time_pass: bool,
    },
    /// Send a task token back.
    Send {
        /// Which run.
        run: u64,
        /// The token.
        task_token: String,
        /// What is sent with it.
        callback: Callback,
    },
    /// Start a failed run again where it failed.
    Redrive {
        /// Which run.
        run: u64,
    },
    /// Show the run as it was at a step.
    Look {
        /// Which run.
        run: u64,
        /// Which step, from 0; the last one where there are fewer.
        step: usize,
    },
    /// Tell the data of a visit, as it was known at a step.
    Visit {
        /// Which run.
        run: u64,
        /// Which step.
        step: usize,
        /// The visit's number.
        number: usize,
    },
    /// Tell the events of a history from one position to another.
    Events {
        /// Which run.
        run: u64,
        /// The execution's path among those that the run has started; none for the run itself.
        path: Vec<u64>,
        /// The first, from 0.
        from: usize,
        /// The one after the last.
        to: usize,
    },
}

impl Request {
    /// The definition that it is about.
    pub fn source_mut(&mut self) -> Option<&mut Source> {
        match self {
            Self::Check { text, .. }
            | Self::FixAll { text, .. }
            | Self::Convert { text, .. }
            | Self::Hint { text, .. }
            | Self::Propose { text, .. }
            | Self::Start { text, .. } => Some(text),
            Self::Explain { .. }
            | Self::Catalogue { .. }
            | Self::FindCalls { .. }
            | Self::DescribeCall { .. }
            | Self::Advance { .. }
            | Self::Send { .. }
            | Self::Redrive { .. }
            | Self::Look { .. }
            | Self::Visit { .. }
            | Self::Events { .. } => None,
        }
    }
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
        diagnostics: Vec<Reported>,
        /// Where the check had no input: one as an example, as JSON text; none where nothing of it is read.
        example_input: Option<String>,
    },
    /// Everything that can be mended without asking.
    Fixed {
        /// What changes in the text.
        edits: Edits,
        /// How many problems that mends.
        n_fixes: usize,
    },
    /// What a conversion changes.
    Converted(ConversionPreview),
    /// What is known at a place; none where nothing is.
    Hint(Option<Hint>),
    /// How a path may go on; none where that is not known.
    Proposals(Option<Proposals>),
    /// What may stand at a place where no path goes on.
    Completions(Completions),
    /// What a Task can call.
    Calls(Found),
    /// What a call takes.
    CallDescribed(Description),
    /// The documentation of a rule.
    Explained(Explanation),
    /// All rules, by what they are about.
    Catalogue(Vec<CatalogueEntry>),
    /// A rule failed, and the worker with it. It says so with its last breath, asked or not.
    RuleFailed(String),
    /// More is known of the services than before, asked or not: what was checked may be checked again.
    ServicesLoaded,
    /// Told before the answer: the next step takes long, and may never come to its end.
    Busy {
        /// Which run.
        run: u64,
        /// How many steps were made.
        n_steps: usize,
    },
    /// The run moved on, or stands where it stood.
    Advanced {
        /// Which run.
        run: u64,
        /// How it ended, if it did.
        outcome: Option<Outcome>,
        /// Whether it can go on by itself.
        goes_on: bool,
        /// The last step.
        view: Box<View>,
    },
    /// The run at a step.
    Seen {
        /// Which run.
        run: u64,
        /// What is to be seen.
        view: Box<View>,
    },
    /// The data of a visit.
    VisitData(VisitData),
    /// A part of a history.
    Events(Vec<HistoryEvent>),
    /// The definition cannot run.
    NotRunnable {
        /// Which run.
        run: u64,
        /// Why.
        reason: NotRunnable,
    },
    /// Another machine of the workspace cannot run.
    MachineNotRunnable {
        /// Which run.
        run: u64,
        /// Its name.
        name: String,
    },
    /// The input is not JSON.
    InputNotJson {
        /// Which run.
        run: u64,
    },
    /// The message was not understood, or is about a run that is gone.
    Refused,
}
