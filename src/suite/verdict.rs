//! Running a case and holding its end against what was expected.

use super::read::Case;
use crate::asl::StateId;
use crate::sim::{self, Environment, Program, StartOptions, Status};
use serde_json::Value;
use std::collections::BTreeSet;

/// How many steps a case may take: a machine that loops forever fails its case.
const MAX_STEPS: usize = 1_000_000;

/// Something that came out otherwise than expected.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// `status`, `output`, `error`, `cause` or `visited`; `case` for one that cannot run, `answers` for mocks that ran out.
    pub what: &'static str,
    /// What was expected.
    pub expected: Value,
    /// What came out; null for nothing.
    pub actual: Value,
}

/// What became of a case.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The case's name.
    pub name: String,
    /// All that differs; none for a case that passed.
    pub differences: Vec<Difference>,
    /// How long it took on the virtual clock, in milliseconds.
    pub virtual_milliseconds: i64,
    /// The mocked states that were called when no answer of their mock was left, so that the service was simulated.
    pub ran_out: Vec<String>,
}

impl Verdict {
    /// A case that cannot run.
    pub fn unusable(name: &str, reason: &str) -> Self {
        let difference = Difference { what: "case", expected: "a case that can run".into(), actual: reason.into() };
        Self { name: name.to_owned(), differences: vec![difference], virtual_milliseconds: 0, ran_out: Vec::new() }
    }

    /// The same, failed where the answers of a mock have run out.
    #[must_use]
    pub fn strictly(mut self) -> Self {
        if !self.ran_out.is_empty() {
            let actual = format!("none was left for {}", self.ran_out.join(", ")).into();
            self.differences.push(Difference { what: "answers", expected: "one for every call".into(), actual });
        }
        self
    }

    /// Whether all came out as expected.
    pub fn passed(&self) -> bool {
        self.differences.is_empty()
    }
}

/// Runs a case. `environment` has the files and the other machines; the case's own mocks take the place of its mocks.
pub fn run_case(program: &Program, case: &Case, environment: &Environment) -> Verdict {
    let environment = Environment { mocks: case.mocks.clone(), ..environment.clone() };
    let options = StartOptions {
        input: case.input.clone(),
        execution_type: case.execution_type,
        seed: case.seed,
        ..StartOptions::default()
    };
    let start_time = options.start_time;
    let mut step = sim::start(program, options);
    let mut visited = Vec::new();
    let mut simulated = BTreeSet::new();
    for _ in 0..MAX_STEPS {
        let entered = step.events.iter().filter(|event| event.event_type.ends_with("StateEntered"));
        visited.extend(entered.filter_map(|event| event.detail("name").map(str::to_owned)));
        simulated.append(&mut step.simulated.iter().copied().collect());
        simulated.extend(step.child_steps.iter().flat_map(|child| child.simulated.iter().copied()));
        if step.next.status() != Status::Running {
            break;
        }
        step = sim::step(program, step.next, &environment);
    }
    let ended = step.next;
    let text = |text: Option<&str>| text.map_or(Value::Null, Value::from);
    let expect = &case.expect;
    let mut differences = Vec::new();
    let mut compare = |what: &'static str, expected: Option<Value>, actual: Value| {
        if let Some(expected) = expected.filter(|expected| *expected != actual) {
            differences.push(Difference { what, expected, actual });
        }
    };
    compare("status", Some(expect.status().into()), ended.status().as_str().into());
    compare("output", expect.output.clone(), ended.output().cloned().unwrap_or_default());
    compare("error", expect.error.clone().map(Value::from), text(ended.error()));
    compare("cause", expect.cause.clone().map(Value::from), text(ended.cause()));
    compare("visited", expect.visited.clone().map(Value::from), visited.into());
    // An unexpected failure says why.
    if let Some(difference) = differences.iter_mut().find(|difference| difference.what == "status")
        && let (Some(error), true) = (ended.error(), difference.actual == "FAILED")
    {
        difference.actual = format!("FAILED: {error}: {}", ended.cause().unwrap_or_default()).into();
    }
    let names: Vec<&str> = program.state_names().collect();
    let simulated = simulated.iter().filter_map(|id: &StateId| names.get(id.0 as usize).copied());
    let ran_out = simulated.filter(|name| case.mocks.states.contains_key(*name)).map(str::to_owned).collect();
    Verdict { name: case.name.clone(), differences, virtual_milliseconds: ended.clock() - start_time, ran_out }
}

#[cfg(test)]
mod tests {
    use super::super::{SuiteFile, mock_file_cases, read_suite};
    use super::*;
    use crate::asl::Document;
    use serde_json::json;

    fn program() -> Program {
        let definition = json!({ "StartAt": "A", "States": {
            "A": { "Type": "Pass", "Next": "B" },
            "B": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111111111111:function:f", "End": true }
        } });
        Program::compile(&Document::new(definition.to_string())).unwrap()
    }

    fn verdicts(cases: Value) -> Vec<Verdict> {
        let config = json!({
            "StateMachines": { "M": { "TestCases": { "Bad": { "B": "Down" } } } },
            "MockedResponses": { "Down": { "0": { "Throw": { "Error": "Down", "Cause": "it is" } } } }
        });
        let file = SuiteFile::read(json!({ "definition": "a", "mocks": "m", "cases": cases })).unwrap();
        let cases = read_suite(&file, Some(&config));
        cases.iter().map(|case| run_case(&program(), case.as_ref().unwrap(), &Environment::default())).collect()
    }

    #[test]
    fn a_case_passes_when_all_is_as_expected() {
        let found = verdicts(json!([
            { "name": "echo", "input": { "n": 1 }, "expect": { "output": { "n": 1 }, "visited": ["A", "B"] } },
            { "name": "down", "testCase": "Bad", "expect": { "error": "Down", "cause": "it is" } },
            { "name": "own answer", "answers": { "B": [{ "Return": 5 }] }, "expect": { "output": 5 } }
        ]));
        assert!(found.iter().all(Verdict::passed), "{found:#?}");
    }

    #[test]
    fn what_differs_is_told() {
        let found = verdicts(json!([
            { "name": "wrong output", "expect": { "output": 1 } },
            { "name": "unexpected", "testCase": "Bad" }
        ]));
        assert_eq!(found[0].differences, [Difference { what: "output", expected: json!(1), actual: json!({}) }]);
        assert_eq!(found[1].differences[0].actual, "FAILED: Down: it is");
    }

    #[test]
    fn faults_of_a_test_file() {
        let read = |value: Value| SuiteFile::read(value).unwrap_err().to_string();
        assert!(read(json!({})).contains("definition"));
        let wrong = json!({ "definition": "a", "cases": [{ "name": "x", "expects": {} }] });
        assert!(read(wrong).contains("expects"));
        let file = SuiteFile::read(json!({ "definition": "a", "cases": [{ "name": "x", "testCase": "y" }] })).unwrap();
        let unusable = read_suite(&file, None).remove(0).unwrap_err();
        assert!(unusable.name == "x" && unusable.error.to_string().contains("names no mocks"), "{unusable:?}");
    }

    #[test]
    fn every_case_of_a_mock_file_is_a_test() {
        let config = json!({
            "StateMachines": { "M": { "TestCases": { "Good": {}, "Bad": { "B": "Down" } } } },
            "MockedResponses": { "Down": { "0": { "Throw": { "Error": "Down" } } } }
        });
        let verdict = |case: &Case| run_case(&program(), case, &Environment::default());
        let passed: Vec<_> = mock_file_cases(&config)
            .iter()
            .map(|(_, case)| verdict(case.as_ref().unwrap()))
            .map(|verdict| (verdict.name.clone(), verdict.passed()))
            .collect();
        assert_eq!(passed, [("Good".to_owned(), true), ("Bad".to_owned(), false)]);
    }

    #[test]
    fn answers_that_ran_out_are_told_and_fail_a_strict_case() {
        let config = json!({
            "StateMachines": { "M": { "TestCases": { "Holes": { "B": "Second" }, "None": {} } } },
            "MockedResponses": { "Second": { "1": { "Return": 1 } } }
        });
        let ran_out =
            |verdict: &Verdict| (verdict.passed(), verdict.clone().strictly().passed(), verdict.ran_out.clone());
        let verdict = |case: &Case| run_case(&program(), case, &Environment::default());
        let found: Vec<_> =
            mock_file_cases(&config).iter().map(|(_, case)| ran_out(&verdict(case.as_ref().unwrap()))).collect();
        assert_eq!(found, [(true, false, vec!["B".to_owned()]), (true, true, Vec::new())]);
    }
}
