//! What the worker remembers, and how it answers.

use super::conversion::conversion_preview;
use super::explanation::{catalogue, explain};
use super::protocol::{
    Callback, ChildRecord, Outcome, Reported, Request, Response, StageRecord, StepRecord, Surroundings,
};
use crate::asl::Document;
use crate::check::{Diagnostic, Options, check_with};
use crate::fix::{FixedAll, fix_all};
use crate::flow::{Flow, hint, infer, proposals};
use crate::i18n::Language;
use crate::i18n::diagnostics::diagnostic_words;
use crate::sim::{
    self, Environment, Execution, Machine, Program, Snapshot, Stage, StartOptions, Status, Step, TaskSignal,
};
use crate::text::json;
use serde_json::Value;

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
            Request::Check { revision, text, options } => {
                let found = check_with(&Document::new(text), &options);
                let reported = |diagnostic: Diagnostic| Reported {
                    en: diagnostic_words(&diagnostic, Language::En),
                    es: diagnostic_words(&diagnostic, Language::Es),
                    diagnostic,
                };
                Response::Checked { revision, diagnostics: found.into_iter().map(reported).collect() }
            }
            Request::Hint { text, options, offset } => {
                let document = Document::new(text);
                Response::Hint(hint(&document, &flow(&document, &options), offset))
            }
            Request::Propose { text, options, offset } => {
                let document = Document::new(text);
                Response::Proposals(proposals(&document, &flow(&document, &options), offset))
            }
            Request::Convert { text, state, missing, language } => {
                Response::Converted(conversion_preview(&Document::new(text), state, missing, language))
            }
            Request::FixAll { text, options } => {
                let FixedAll { edits, n_fixes } = fix_all(&Document::new(text), &options);
                Response::Fixed { edits, n_fixes }
            }
            Request::Explain { rule, language } => {
                explain(&rule, language).map_or(Response::Refused, Response::Explained)
            }
            Request::Catalogue { language } => Response::Catalogue(catalogue(language)),
            Request::Start { run, text, input, surroundings } => self.start(run, text, &input, *surroundings),
            Request::Advance { run, steps, lets_time_pass } => self.advance(run, steps, lets_time_pass),
            Request::Send { run, task_token, callback } => self.send(run, &task_token, callback),
            Request::Redrive { run } => {
                self.move_run(run, |run, execution| sim::redrive(&run.program, execution, &run.environment))
            }
        }
    }

    fn start(&mut self, number: u64, text: String, input: &str, surroundings: Surroundings) -> Response {
        let Some(input) = json_value(input) else { return Response::InputNotJson { run: number } };
        let program = match Program::compile(&Document::new(text)) {
            Ok(program) => program,
            Err(reason) => return Response::NotRunnable { run: number, reason },
        };
        let Surroundings { mocks, files, machines, execution_type, seed, is_interactive } = surroundings;
        let mut environment = Environment { mocks, files, is_interactive, ..Environment::default() };
        for (name, neighbour) in machines {
            let Ok(program) = Program::compile(&Document::new(neighbour.text)) else {
                return Response::MachineNotRunnable { run: number, name };
            };
            environment.machines.insert(name, Machine { program, mocks: neighbour.mocks });
        }
        let options = StartOptions { input, seed, execution_type, ..StartOptions::default() };
        let (record, execution) = record(sim::start(&program, options));
        let run = Run { number, program, execution, environment };
        let outcome = outcome(&run.execution);
        self.run = Some(run);
        Response::Advanced { run: number, records: vec![record], outcome }
    }

    fn advance(&mut self, number: u64, steps: usize, lets_time_pass: bool) -> Response {
        let Some(mut run) = self.run.take().filter(|run| run.number == number) else { return Response::Refused };
        let mut records = Vec::new();
        for step in 0..steps {
            let waits = run.execution.is_waiting_for_person() && !(lets_time_pass && step == 0);
            if run.execution.status() != Status::Running || waits {
                break;
            }
            let (record, execution) = record(sim::step(&run.program, run.execution, &run.environment));
            run.execution = execution;
            records.push(record);
        }
        let outcome = outcome(&run.execution);
        self.run = Some(run);
        Response::Advanced { run: number, records, outcome }
    }

    fn send(&mut self, number: u64, task_token: &str, callback: Callback) -> Response {
        let text = |text: String| (!text.is_empty()).then_some(text);
        let signal = match callback {
            Callback::Success(output) => match json_value(&output) {
                Some(output) => TaskSignal::Success(output),
                None => return Response::InputNotJson { run: number },
            },
            Callback::Failure { error, cause } => TaskSignal::Failure { error: text(error), cause: text(cause) },
            Callback::Heartbeat => TaskSignal::Heartbeat,
        };
        self.move_run(number, |run, execution| {
            sim::signal(&run.program, execution, &run.environment, task_token, &signal)
        })
    }

    /// Moves a run by other means than a step.
    fn move_run(&mut self, number: u64, moves: impl FnOnce(&Run, Execution) -> Step) -> Response {
        let Some(mut run) = self.run.take().filter(|run| run.number == number) else { return Response::Refused };
        let (record, execution) = record(moves(&run, run.execution.clone()));
        run.execution = execution;
        let outcome = outcome(&run.execution);
        self.run = Some(run);
        Response::Advanced { run: number, records: vec![record], outcome }
    }
}

fn json_value(text: &str) -> Option<Value> {
    let parsed = json::parse(text);
    let root = parsed.tree.root().filter(|_| parsed.errors.is_empty())?;
    Some(parsed.tree.value(text, root))
}

/// How an execution ended, if it has.
fn outcome(execution: &Execution) -> Option<Outcome> {
    (execution.status() != Status::Running).then(|| Outcome {
        status: execution.status(),
        output: execution.output().map(|output| format!("{output:#}")),
        error: execution.error().map(str::to_owned),
        cause: execution.cause().map(str::to_owned),
    })
}

fn record(step: Step) -> (StepRecord, Execution) {
    let stage =
        |stage: &Stage| StageRecord { state: stage.state, name: stage.name.clone(), json: stage.value.to_string() };
    let mut stages: Vec<StageRecord> = step.stages.iter().map(stage).collect();
    let mut simulated = step.simulated;
    let mut children = Vec::new();
    for child in step.child_steps {
        // The states of a distributed Map are those of this machine: their data is shown at them.
        if child.machine.is_none() {
            stages.extend(child.stages.iter().map(stage));
            simulated.extend(child.simulated);
        }
        children.push(ChildRecord {
            path: child.path,
            arn: child.arn,
            state: child.state,
            index: child.index,
            machine: child.machine,
            status: child.status,
            events: child.events,
        });
    }
    let snapshot = Snapshot::of(&step.next);
    (StepRecord { events: step.events, stages, snapshot, simulated, children }, step.next)
}

/// The shapes of a document's data, as far as an example input and mocks tell.
fn flow(document: &Document, options: &Options) -> Flow {
    infer(document, options.input.as_ref(), &options.mocks)
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
        let start = Request::Start { run: 7, text: text.into(), input: "[1]".into(), surroundings: Box::default() };
        let Response::Advanced { outcome: None, .. } = ask(&mut session, &start) else { panic!("did not start") };
        let Response::Advanced { records, outcome: None, .. } =
            ask(&mut session, &Request::Advance { run: 7, steps: 1, lets_time_pass: false })
        else {
            panic!("did not move")
        };
        assert_eq!(records[0].events[0].event_type, "PassStateEntered");
        let Response::Advanced { outcome: Some(outcome), .. } =
            ask(&mut session, &Request::Advance { run: 7, steps: 99, lets_time_pass: false })
        else {
            panic!("did not end")
        };
        assert_eq!(outcome.output.as_deref(), Some("[\n  1\n]"));
        assert_eq!(ask(&mut session, &Request::Advance { run: 8, steps: 1, lets_time_pass: false }), Response::Refused);
    }

    const WAITING: &str = r#"{"StartAt": "T", "States": {"T": {
        "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "TimeoutSeconds": 60,
        "Parameters": {"QueueUrl": "https://sqs.us-east-1.amazonaws.com/111111111111/q", "MessageBody.$": "$$.Task.Token"},
        "End": true}}}"#;

    fn waiting(session: &mut Session) -> Vec<StepRecord> {
        let surroundings = Box::new(Surroundings { is_interactive: true, ..Surroundings::default() });
        ask(session, &Request::Start { run: 1, text: WAITING.into(), input: "{}".into(), surroundings });
        let Response::Advanced { records, outcome: None, .. } =
            ask(session, &Request::Advance { run: 1, steps: 99, lets_time_pass: false })
        else {
            panic!("it did not wait")
        };
        records
    }

    #[test]
    fn waits_for_a_person_and_takes_what_is_sent() {
        let mut session = Session::default();
        let records = waiting(&mut session);
        let snapshot = &records.last().unwrap().snapshot;
        assert!(snapshot.waits_for_person);
        let task_token = snapshot.callbacks[0].task_token.clone();
        let callback = Callback::Success("{\"done\": true}".into());
        ask(&mut session, &Request::Send { run: 1, task_token, callback });
        let Response::Advanced { outcome: Some(outcome), .. } =
            ask(&mut session, &Request::Advance { run: 1, steps: 99, lets_time_pass: false })
        else {
            panic!("it did not end")
        };
        assert_eq!(outcome.output.as_deref(), Some("{\n  \"done\": true\n}"));
    }

    #[test]
    fn times_out_when_time_passes_and_is_redriven() {
        let mut session = Session::default();
        waiting(&mut session);
        let Response::Advanced { outcome: Some(outcome), records, .. } =
            ask(&mut session, &Request::Advance { run: 1, steps: 99, lets_time_pass: true })
        else {
            panic!("it did not end")
        };
        assert_eq!((outcome.status, outcome.error.as_deref()), (Status::Failed, Some("States.Timeout")));
        assert!(records.last().unwrap().snapshot.can_redrive);
        let Response::Advanced { records, outcome: None, .. } = ask(&mut session, &Request::Redrive { run: 1 }) else {
            panic!("it did not go on")
        };
        assert_eq!(records[0].events[0].event_type, "ExecutionRedriven");
    }

    #[test]
    fn tells_the_shape_of_data_at_a_place() {
        let text = r#"{"StartAt": "A", "States": {"A": {"Type": "Pass", "InputPath": "$.order", "End": true}}}"#;
        let options = Options { input: Some(serde_json::json!({ "order": { "id": 1 } })), ..Options::default() };
        let offset = text.find("$.order").unwrap() + 2;
        let (text, options) = (text.to_owned(), Box::new(options));
        let mut session = Session::default();
        let hint = Request::Hint { text: text.clone(), options: options.clone(), offset };
        let Response::Hint(Some(hint)) = ask(&mut session, &hint) else { panic!("nothing is known") };
        assert_eq!(hint.span.of(&text), "$.order");
        let Response::Proposals(Some(proposals)) = ask(&mut session, &Request::Propose { text, options, offset })
        else {
            panic!("nothing is proposed")
        };
        assert_eq!(proposals.names[0].name, "order");
    }

    #[test]
    fn says_what_cannot_run() {
        let mut session = Session::default();
        let start = |text: &str, input: &str| Request::Start {
            run: 1,
            text: text.into(),
            input: input.into(),
            surroundings: Box::default(),
        };
        assert!(matches!(ask(&mut session, &start("{}", "{}")), Response::NotRunnable { .. }));
        assert!(matches!(ask(&mut session, &start("{}", "{")), Response::InputNotJson { .. }));
        assert_eq!(session.handle_message("nonsense"), "\"Refused\"");
    }
}
