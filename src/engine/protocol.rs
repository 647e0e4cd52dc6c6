//! The messages. Payloads travel as JSON text: they may nest deeper than the message reader goes.

use super::explanation::{CatalogueEntry, Explanation};
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
use crate::sim::{HistoryEvent, NotRunnable, Snapshot, Status};
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
    /// Other machines, by name.
    pub machines: BTreeMap<String, Neighbour>,
    /// Standard or Express.
    pub execution_type: ExecutionType,
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
        text: String,
        /// How it is run, an example input, the mocks, and the rules that are switched off.
        options: Box<Options>,
    },
    /// Work out everything that can be mended without asking.
    FixAll {
        /// The definition.
        text: String,
        /// As for a check.
        options: Box<Options>,
    },
    /// Work out what a state, or the whole machine, is in JSONata.
    Convert {
        /// The definition.
        text: String,
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
        text: String,
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
        text: String,
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
        text: String,
        /// The input as JSON text; where it is empty, `{}` (API `StartExecution`).
        input: String,
        /// What is around it.
        surroundings: Box<Surroundings>,
    },
    /// Move the run on by up to this many steps, as many as there is time for, but at least one. It stops where a person has
    /// to send a task token. Each step is told as it is made: [`Response::Stepped`].
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
}

/// One step of an execution that the run has started.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ChildRecord {
    /// Its number and those of the executions around it, the outermost first.
    pub path: Vec<u64>,
    /// Its ARN.
    pub arn: String,
    /// The state that started it.
    pub state: StateId,
    /// Which iteration of a distributed Map it is, from 0.
    pub index: usize,
    /// The machine of the workspace that it runs; none for one of a distributed Map.
    pub machine: Option<String>,
    /// Where it stands after the step.
    pub status: Status,
    /// What its history gained.
    pub events: Vec<HistoryEvent>,
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
    /// What happened in executions that it has started.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub children: Vec<ChildRecord>,
}

impl StepRecord {
    /// Whether nothing can be seen of the step: it got on with the items of a Map.
    pub(super) fn is_empty(&self) -> bool {
        self.events.is_empty() && self.stages.is_empty() && self.children.is_empty()
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
    /// A part of an answer: the run made a step. What comes after it may take long, or never come.
    Stepped {
        /// Which run.
        run: u64,
        /// The step.
        record: Box<StepRecord>,
    },
    /// The run moved on, by the steps that were told.
    Advanced {
        /// Which run.
        run: u64,
        /// How it ended, if it did.
        outcome: Option<Outcome>,
        /// Whether it can go on by itself.
        goes_on: bool,
    },
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
