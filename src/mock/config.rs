//! `MockConfigFile.json`, the mock format of AWS Step Functions Local, with the additions
//! `Submitted`, `NoAnswer`, `Compute` and `LatencyMilliseconds`.

use super::{Answer, Mocks, Sequence};
use serde_json::Value;

/// Why a mock file cannot be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigError {
    /// The file has no such machine or no such test case.
    NoTestCase {
        /// The machine asked for.
        machine: String,
        /// The case asked for.
        case: String,
    },
    /// A state names a response that is not in `MockedResponses`.
    NoResponse {
        /// The response's name.
        response: String,
    },
    /// A response is not of the form that the format wants.
    InvalidResponse {
        /// The response's name.
        response: String,
        /// The call number or range in it.
        call: String,
    },
}

impl std::fmt::Display for ConfigError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoTestCase { machine, case } => write!(f, "no test case {case} for the machine {machine}"),
            Self::NoResponse { response } => write!(f, "MockedResponses has no {response}"),
            Self::InvalidResponse { response, call } => {
                write!(f, "the answer {call} of {response} has no Return, Throw, Compute or NoAnswer")
            }
        }
    }
}

/// Reads the mocks of one test case.
///
/// # Errors
/// When the case or one of its responses is missing or malformed.
pub fn read_config(config: &Value, machine: &str, case: &str) -> Result<Mocks, ConfigError> {
    let states = config["StateMachines"][machine]["TestCases"][case]
        .as_object()
        .ok_or_else(|| ConfigError::NoTestCase { machine: machine.to_owned(), case: case.to_owned() })?;
    let mut mocks = Mocks::default();
    for (state, response) in states {
        let name = response.as_str().unwrap_or_default();
        let answers = config["MockedResponses"][name]
            .as_object()
            .ok_or_else(|| ConfigError::NoResponse { response: name.to_owned() })?;
        let mut sequence = Sequence::default();
        for (call, answer) in answers {
            let invalid = || ConfigError::InvalidResponse { response: name.to_owned(), call: call.clone() };
            let (first, last) = range(call).ok_or_else(invalid)?;
            let answer: Answer = serde_json::from_value(answer.clone()).map_err(|_| invalid())?;
            sequence.answers.push((first, last, answer));
        }
        mocks.states.insert(state.clone(), sequence);
    }
    Ok(mocks)
}

fn range(call: &str) -> Option<(u32, u32)> {
    match call.split_once('-') {
        Some((first, last)) => Some((first.parse().ok()?, last.parse().ok()?)),
        None => call.parse().ok().map(|number| (number, number)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mock::Outcome;
    use serde_json::json;

    #[test]
    fn reads_numbers_and_ranges() {
        let config = json!({
            "StateMachines": { "M": { "TestCases": { "C": { "S": "R" } } } },
            "MockedResponses": { "R": {
                "0": { "Return": 1 }, "1-2": { "Throw": { "Error": "E" } }, "3": { "NoAnswer": true, "Submitted": {} }
            } }
        });
        let mocks = read_config(&config, "M", "C").unwrap();
        let outcome = |number| mocks.answer("S", number).map(|answer| answer.outcome.clone());
        assert_eq!(outcome(0), Some(Outcome::Return(json!(1))));
        assert_eq!(outcome(2), Some(Outcome::Throw { error: Some("E".into()), cause: None }));
        assert_eq!(outcome(3), Some(Outcome::NoAnswer(true)));
        assert_eq!(outcome(4), None);
        assert!(matches!(read_config(&config, "M", "D"), Err(ConfigError::NoTestCase { .. })));
    }
}
