//! What the worker remembers, and how it answers.

use super::conversion::conversion_preview;
use super::explanation::{catalogue, explain};
use super::host::Host;
use super::protocol::{
    Callback, ChildRecord, Outcome, Reported, Request, Response, StageRecord, StepRecord, Surroundings,
};
use crate::asl::Document;
use crate::calls;
use crate::check::{Diagnostic, Options, check_with};
use crate::fix::{FixedAll, fix_all};
use crate::flow::{Flow, example_input, hint, infer, proposals};
use crate::i18n::Language;
use crate::i18n::diagnostics::diagnostic_words;
use crate::services::Services;
use crate::sim::{
    self, Environment, Execution, Machine, Program, Snapshot, Stage, StartOptions, Status, Step, TaskSignal,
};
use crate::text::json;
use serde_json::Value;

/// How long the worker makes steps before it lets the page speak, in milliseconds: soon enough for Stop to be felt.
const SLICE_TIME: f64 = 200.0;

/// All that the worker remembers between two requests.
#[derive(Debug, Default)]
pub struct Session {
    run: Option<Run>,
    services: Services,
}

#[derive(Debug)]
struct Run {
    number: u64,
    program: Program,
    execution: Execution,
    environment: Environment,
}

impl Session {
    /// What is known of the services. Parts that were wanted and have come are added to it.
    pub fn services(&self) -> &Services {
        &self.services
    }

    /// From now on, this is known of the services.
    pub fn know(&mut self, services: Services) {
        self.services = services;
    }

    /// Answers one request, both as JSON text.
    pub fn handle_message(&mut self, message: &str, host: Host<'_>) -> String {
        let response = match serde_json::from_str(message) {
            Ok(request) => self.handle(request, host),
            Err(_) => Response::Refused,
        };
        // Plain data with text keys always becomes JSON.
        serde_json::to_string(&response).unwrap_or_default()
    }

    /// Answers one request.
    pub fn handle(&mut self, request: Request, host: Host<'_>) -> Response {
        match request {
            Request::Check { revision, text, options } => {
                let document = Document::new(text);
                let options = self.informed(*options);
                let found = check_with(&document, &options);
                let is_unknown = options.input.is_none();
                let example = is_unknown.then(|| example_input(&document)).flatten();
                let reported = |diagnostic: Diagnostic| Reported {
                    en: diagnostic_words(&diagnostic, Language::En),
                    es: diagnostic_words(&diagnostic, Language::Es),
                    diagnostic,
                };
                Response::Checked {
                    revision,
                    diagnostics: found.into_iter().map(reported).collect(),
                    example_input: example.map(|example| format!("{example:#}")),
                }
            }
            Request::Hint { text, options, offset } => {
                let document = Document::new(text);
                Response::Hint(hint(&document, &flow(&document, &options), offset))
            }
            Request::Propose { text, options, offset } => {
                let document = Document::new(text);
                match proposals(&document, &flow(&document, &options), offset) {
                    Some(proposals) => Response::Proposals(Some(proposals)),
                    None => calls::complete(&document, &self.services, offset)
                        .map_or(Response::Proposals(None), Response::Completions),
                }
            }
            Request::FindCalls { typed, limit } => Response::Calls(calls::find(&self.services, &typed, limit)),
            Request::DescribeCall { resource } => Response::CallDescribed(calls::describe(&self.services, &resource)),
            Request::Convert { text, state, missing, language } => {
                Response::Converted(conversion_preview(&Document::new(text), state, missing, language))
            }
            Request::FixAll { text, options } => {
                let FixedAll { edits, n_fixes } = fix_all(&Document::new(text), &self.informed(*options));
                Response::Fixed { edits, n_fixes }
            }
            Request::Explain { rule, language } => {
                explain(&rule, language).map_or(Response::Refused, Response::Explained)
            }
            Request::Catalogue { language } => Response::Catalogue(catalogue(language)),
            Request::Start { run, text, input, surroundings } => self.start(run, text, &input, *surroundings, host),
            Request::Advance { run, steps, lets_time_pass } => self.advance(run, steps, lets_time_pass, host),
            Request::Send { run, task_token, callback } => self.send(run, &task_token, callback, host),
            Request::Redrive { run } => {
                self.move_run(run, host, |run, execution| sim::redrive(&run.program, execution, &run.environment))
            }
        }
    }

    fn informed(&self, options: Options) -> Options {
        Options { services: self.services.clone(), ..options }
    }

    fn start(
        &mut self,
        number: u64,
        text: String,
        input: &str,
        surroundings: Surroundings,
        host: Host<'_>,
    ) -> Response {
        let input = if input.trim().is_empty() { "{}" } else { input };
        let Some(input) = json_value(input) else { return Response::InputNotJson { run: number } };
        let program = match Program::compile(&Document::new(text)) {
            Ok(program) => program,
            Err(reason) => return Response::NotRunnable { run: number, reason },
        };
        let Surroundings { mocks, files, machines, execution_type, seed, is_interactive } = surroundings;
        let mut environment =
            Environment { mocks, files, is_interactive, services: self.services.clone(), ..Environment::default() };
        for (name, neighbour) in machines {
            let Ok(program) = Program::compile(&Document::new(neighbour.text)) else {
                return Response::MachineNotRunnable { run: number, name };
            };
            environment.machines.insert(name, Machine { program, mocks: neighbour.mocks });
        }
        let options = StartOptions { input, seed, execution_type, ..StartOptions::default() };
        let (record, execution) = record(sim::start(&program, options));
        tell(host, number, record);
        self.keep(Run { number, program, execution, environment })
    }

    fn advance(&mut self, number: u64, steps: usize, lets_time_pass: bool, host: Host<'_>) -> Response {
        let Some(mut run) = self.run.take().filter(|run| run.number == number) else { return Response::Refused };
        let end = (host.now)() + SLICE_TIME;
        let is_time_up = || (host.now)() >= end;
        for step in 0..steps {
            let waits = run.execution.is_waiting_for_person() && !(lets_time_pass && step == 0);
            if run.execution.status() != Status::Running || waits || (step > 0 && is_time_up()) {
                break;
            }
            let moved = sim::step_in_time(&run.program, run.execution, &run.environment, &is_time_up);
            let (record, execution) = record(moved);
            run.execution = execution;
            if !record.is_empty() {
                tell(host, number, record);
            }
        }
        self.keep(run)
    }

    /// Remembers where a run stands, and tells it.
    fn keep(&mut self, run: Run) -> Response {
        let is_running = run.execution.status() == Status::Running;
        let goes_on = is_running && !run.execution.is_waiting_for_person();
        let answer = Response::Advanced { run: run.number, outcome: outcome(&run.execution), goes_on };
        self.run = Some(run);
        answer
    }

    fn send(&mut self, number: u64, task_token: &str, callback: Callback, host: Host<'_>) -> Response {
        let text = |text: String| (!text.is_empty()).then_some(text);
        let signal = match callback {
            Callback::Success(output) => match json_value(&output) {
                Some(output) => TaskSignal::Success(output),
                None => return Response::InputNotJson { run: number },
            },
            Callback::Failure { error, cause } => TaskSignal::Failure { error: text(error), cause: text(cause) },
            Callback::Heartbeat => TaskSignal::Heartbeat,
        };
        self.move_run(number, host, |run, execution| {
            sim::signal(&run.program, execution, &run.environment, task_token, &signal)
        })
    }

    /// Moves a run by other means than a step.
    fn move_run(&mut self, number: u64, host: Host<'_>, moves: impl FnOnce(&Run, Execution) -> Step) -> Response {
        let Some(mut run) = self.run.take().filter(|run| run.number == number) else { return Response::Refused };
        let (record, execution) = record(moves(&run, run.execution.clone()));
        run.execution = execution;
        tell(host, number, record);
        self.keep(run)
    }
}

fn tell(host: Host<'_>, run: u64, record: StepRecord) {
    (host.tell)(&Response::Stepped { run, record: Box::new(record) });
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
