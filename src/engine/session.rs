//! What the worker remembers, and how it answers.

use super::protocol::{Outcome, Request, Response, StageRecord, StepRecord};
use crate::asl::Document;
use crate::check::check;
use crate::mock::Mocks;
use crate::sim::{self, Environment, Execution, Program, Snapshot, StartOptions, Status, Step};
use crate::text::json;

/// All that the worker remembers between two requests.
#[derive(Debug, Default)]
pub struct Session {
    run: Option<Run>,
}

#[derive(Debug)]
struct Run {
    number: u64,
    program: Program,
    execution: Execution,
    environment: Environment,
}

impl Session {
    /// Answers one request, both as JSON text.
    pub fn handle_message(&mut self, message: &str) -> String {
        let response = match serde_json::from_str(message) {
            Ok(request) => self.handle(request),
            Err(_) => Response::Refused,
        };
        // Plain data with text keys always becomes JSON.
        serde_json::to_string(&response).unwrap_or_default()
    }

    /// Answers one request.
    pub fn handle(&mut self, request: Request) -> Response {
        match request {
            Request::Check { revision, text } => {
                Response::Checked { revision, diagnostics: check(&Document::new(text)) }
            }
            Request::Start { run, text, input, mocks, seed } => self.start(run, text, &input, mocks, seed),
            Request::Advance { run, steps } => self.advance(run, steps),
        }
    }

    fn start(&mut self, number: u64, text: String, input: &str, mocks: Mocks, seed: u64) -> Response {
        let parsed = json::parse(input);
        let Some(root) = parsed.tree.root().filter(|_| parsed.errors.is_empty()) else {
            return Response::InputNotJson { run: number };
        };
        let program = match Program::compile(&Document::new(text)) {
            Ok(program) => program,
            Err(reason) => return Response::NotRunnable { run: number, reason },
        };
        let input = parsed.tree.value(input, root);
        let step = sim::start(&program, StartOptions { input, seed, ..StartOptions::default() });
        let (record, execution) = record(step);
        self.run = Some(Run { number, program, execution, environment: Environment::from(mocks) });
        Response::Advanced { run: number, records: vec![record], outcome: None }
    }

    fn advance(&mut self, number: u64, steps: usize) -> Response {
        let Some(mut run) = self.run.take().filter(|run| run.number == number) else { return Response::Refused };
        let mut records = Vec::new();
        for _ in 0..steps {
            if run.execution.status() != Status::Running {
                break;
            }
            let (record, execution) = record(sim::step(&run.program, run.execution, &run.environment));
            run.execution = execution;
            records.push(record);
        }
        let outcome = (run.execution.status() != Status::Running).then(|| Outcome {
            status: run.execution.status(),
            output: run.execution.output().map(|output| format!("{output:#}")),
            error: run.execution.error().map(str::to_owned),
            cause: run.execution.cause().map(str::to_owned),
        });
        self.run = Some(run);
        Response::Advanced { run: number, records, outcome }
    }
}

fn record(step: Step) -> (StepRecord, Execution) {
    let stages = step
        .stages
        .iter()
        .map(|stage| StageRecord { state: stage.state, name: stage.name.clone(), json: stage.value.to_string() })
        .collect();
    let snapshot = Snapshot::of(&step.next);
    (StepRecord { events: step.events, stages, snapshot, simulated: step.simulated }, step.next)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ask(session: &mut Session, request: &Request) -> Response {
        serde_json::from_str(&session.handle_message(&serde_json::to_string(request).unwrap())).unwrap()
    }

    #[test]
    fn runs_in_slices() {
        let mut session = Session::default();
        let text = r#"{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Succeed"}}}"#;
        let start = Request::Start { run: 7, text: text.into(), input: "[1]".into(), mocks: Mocks::default(), seed: 0 };
        let Response::Advanced { outcome: None, .. } = ask(&mut session, &start) else { panic!("did not start") };
        let Response::Advanced { records, outcome: None, .. } =
            ask(&mut session, &Request::Advance { run: 7, steps: 1 })
        else {
            panic!("did not move")
        };
        assert_eq!(records[0].events[0].event_type, "PassStateEntered");
        let Response::Advanced { outcome: Some(outcome), .. } =
            ask(&mut session, &Request::Advance { run: 7, steps: 99 })
        else {
            panic!("did not end")
        };
        assert_eq!(outcome.output.as_deref(), Some("[\n  1\n]"));
        assert_eq!(ask(&mut session, &Request::Advance { run: 8, steps: 1 }), Response::Refused);
    }

    #[test]
    fn says_what_cannot_run() {
        let mut session = Session::default();
        let start = |text: &str, input: &str| Request::Start {
            run: 1,
            text: text.into(),
            input: input.into(),
            mocks: Mocks::default(),
            seed: 0,
        };
        assert!(matches!(ask(&mut session, &start("{}", "{}")), Response::NotRunnable { .. }));
        assert!(matches!(ask(&mut session, &start("{}", "{")), Response::InputNotJson { .. }));
        assert_eq!(session.handle_message("nonsense"), "\"Refused\"");
    }
}
