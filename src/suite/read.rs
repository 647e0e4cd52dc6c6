//! Reading test files and mock files as lists of cases.

use super::machine_for;
use crate::asl::ExecutionType;
use crate::mock::{Answer, ConfigError, Mocks, Sequence, read_config};
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;

/// What a case should end in; what is not said may be anything.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expectation {
    /// The status as the API writes it.
    #[serde(default)]
    pub status: Option<String>,
    /// The output.
    #[serde(default)]
    pub output: Option<Value>,
    /// The error's name.
    #[serde(default)]
    pub error: Option<String>,
    /// The error's text.
    #[serde(default)]
    pub cause: Option<String>,
    /// The states that are entered, in order.
    #[serde(default)]
    pub visited: Option<Vec<String>>,
}

impl Expectation {
    /// The status that is expected: success, unless something else is said.
    pub fn status(&self) -> &str {
        match (&self.status, &self.error) {
            (Some(status), _) => status,
            (None, Some(_)) => "FAILED",
            (None, None) => "SUCCEEDED",
        }
    }
}

/// One test case.
#[derive(Clone, Debug, PartialEq)]
pub struct Case {
    /// What it is called.
    pub name: String,
    /// The execution's input.
    pub input: Value,
    /// What services answer.
    pub mocks: Mocks,
    /// Standard or Express.
    pub execution_type: ExecutionType,
    /// The seed of ids and random numbers.
    pub seed: u64,
    /// What it should end in.
    pub expect: Expectation,
}

/// A test file, before the files that it names are read.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SuiteFile {
    /// Where the definition is.
    pub definition: String,
    /// Where the mock file is.
    #[serde(default)]
    pub mocks: Option<String>,
    /// The machine in the mock file; the only one when left out.
    #[serde(default)]
    pub machine: Option<String>,
    /// Other machines, by name: where their definitions are.
    #[serde(default)]
    pub machines: BTreeMap<String, String>,
    /// A folder with what S3 holds.
    #[serde(default)]
    pub files: Option<String>,
    cases: Vec<RawCase>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct RawCase {
    name: String,
    #[serde(default)]
    input: Option<Value>,
    #[serde(default, rename = "type")]
    machine_type: Option<String>,
    #[serde(default)]
    test_case: Option<String>,
    #[serde(default)]
    answers: BTreeMap<String, Vec<Answer>>,
    #[serde(default)]
    seed: u64,
    #[serde(default)]
    expect: Expectation,
}

/// A case that cannot run; it does not keep the others from running.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unusable {
    /// The case's name.
    pub name: String,
    /// Why.
    pub error: SuiteError,
}

/// Why a test file, or a case of it, cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SuiteError {
    /// It is not of the form that a test file has; the reason names the place.
    Malformed(String),
    /// A case names a test case, but there is no mock file.
    NoMockFile {
        /// The case.
        case: String,
    },
    /// The mock file has several machines, and the test file does not say which.
    WhichMachine,
    /// A type that is neither `STANDARD` nor `EXPRESS`.
    UnknownType {
        /// The type as written.
        text: String,
    },
    /// The mock file has a fault.
    Mocks(ConfigError),
}

impl std::fmt::Display for SuiteError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Malformed(reason) => write!(f, "not a test file: {reason}"),
            Self::NoMockFile { case } => write!(f, "the case {case} names a testCase, but the file names no mocks"),
            Self::WhichMachine => f.write_str("the mock file has several machines: say which one is meant"),
            Self::UnknownType { text } => write!(f, "the type {text} is neither STANDARD nor EXPRESS"),
            Self::Mocks(error) => error.fmt(f),
        }
    }
}

impl SuiteFile {
    /// Reads the text of a test file.
    ///
    /// # Errors
    /// When it is not of the form that a test file has.
    pub fn read(value: Value) -> Result<Self, SuiteError> {
        serde_json::from_value(value).map_err(|error| SuiteError::Malformed(error.to_string()))
    }
}

/// The cases of a test file, each by itself; `config` is the mock file that it names.
pub fn read_suite(file: &SuiteFile, config: Option<&Value>) -> Vec<Result<Case, Unusable>> {
    let case = |raw: &RawCase| {
        let mut mocks = match (&raw.test_case, config) {
            (None, _) => Mocks::default(),
            (Some(_), None) => return Err(SuiteError::NoMockFile { case: raw.name.clone() }),
            (Some(name), Some(config)) => {
                let machine = machine_for(config, file.machine.as_deref(), &file.definition)?;
                read_config(config, machine, name).map_err(SuiteError::Mocks)?
            }
        };
        for (state, answers) in &raw.answers {
            mocks.states.insert(state.clone(), Sequence::in_turn(answers.clone()));
        }
        let execution_type = match raw.machine_type.as_deref() {
            None | Some("STANDARD") => ExecutionType::Standard,
            Some("EXPRESS") => ExecutionType::Express,
            Some(text) => return Err(SuiteError::UnknownType { text: text.to_owned() }),
        };
        Ok(Case {
            name: raw.name.clone(),
            input: raw.input.clone().unwrap_or_else(|| Value::Object(Map::new())),
            mocks,
            execution_type,
            seed: raw.seed,
            expect: raw.expect.clone(),
        })
    };
    let unusable = |raw: &RawCase, error| Unusable { name: raw.name.clone(), error };
    file.cases.iter().map(|raw| case(raw).map_err(|error| unusable(raw, error))).collect()
}

/// The cases of a mock file by itself, with the machine of each: each should succeed on an empty input.
pub fn mock_file_cases(config: &Value) -> Vec<(String, Result<Case, Unusable>)> {
    let mut cases = Vec::new();
    for (machine, described) in config["StateMachines"].as_object().into_iter().flatten() {
        for name in described["TestCases"].as_object().into_iter().flat_map(|cases| cases.keys()) {
            let case = |mocks| Case {
                name: name.clone(),
                input: Value::Object(Map::new()),
                mocks,
                execution_type: ExecutionType::Standard,
                seed: 0,
                expect: Expectation::default(),
            };
            let unusable = |error| Unusable { name: name.clone(), error: SuiteError::Mocks(error) };
            cases.push((machine.clone(), read_config(config, machine, name).map(case).map_err(unusable)));
        }
    }
    cases
}
