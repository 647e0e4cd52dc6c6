//! `pasos run`: a definition from its start to its end.

use super::check::{Checked, Format, Source, print_checked};
use super::files::read_files;
use super::output::print_line;
use super::unknown_mocks::unknown_mocks;
use super::{MachineType, read_json, read_mocks};
use crate::asl::{Document, StateId, timestamp};
use crate::check::{Options, Severity, check_with};
use crate::i18n::Language;
use crate::mock::Mocks;
use crate::services::Services;
use crate::sim::{self, Environment, HistoryEvent, Program, StartOptions, Status};
use clap::{Args, ValueEnum};
use serde_json::{Map, Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::process::ExitCode;

/// Exit code of an execution that did not succeed.
const NOT_SUCCEEDED: u8 = 3;

/// How long a history may become. A Standard execution ends far before; an Express execution has no limit of events, and
/// AWS ends one that loops by its five minutes, which do not pass on the virtual clock.
const MAX_HISTORY: usize = 1_000_000;

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Output {
    Text,
    Json,
}

/// Options of `pasos run`.
#[derive(Debug, Args)]
pub(super) struct Run {
    /// The definition
    definition: PathBuf,
    /// How many events the history may have before the run is stopped
    #[arg(long, default_value_t = MAX_HISTORY)]
    max_events: usize,
    /// The input, a JSON file; {} when left out
    #[arg(long)]
    input: Option<PathBuf>,
    /// How to print the run
    #[arg(long, value_enum, default_value_t = Output::Text)]
    output: Output,
    /// The type of the state machine
    #[arg(long = "type", value_enum, default_value_t = MachineType::Standard)]
    machine_type: MachineType,
    /// A MockConfigFile.json with what services answer
    #[arg(long, requires = "case")]
    mocks: Option<PathBuf>,
    /// The machine in the mock file; when left out, the one that is called as the definition's file, or the only one
    #[arg(long)]
    machine: Option<String>,
    /// The test case in the mock file
    #[arg(long, requires = "mocks")]
    case: Option<String>,
    /// Values of the context object, a JSON file
    #[arg(long)]
    context: Option<PathBuf>,
    /// Where the virtual clock starts, in RFC 3339; now when left out
    #[arg(long)]
    start: Option<String>,
    /// The seed of ids and random numbers
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// What S3 holds, as FOLDER/bucket/key
    #[arg(long)]
    files: Option<PathBuf>,
    /// A value for a placeholder ${NAME} of the definition
    #[arg(long, value_name = "NAME=VALUE")]
    set: Vec<String>,
}

impl Run {
    pub(super) fn execute(self) -> Result<ExitCode, String> {
        let source = Source::of_definition(&self.definition, &self.values()?)?;
        source.needs_no_values()?;
        let placeholders: BTreeSet<String> = source.placeholder_texts().into_iter().map(str::to_owned).collect();
        let document = Document::new(source.definition_text());
        let options = Options { execution_type: self.machine_type.execution_type(), ..Options::default() };
        let diagnostics = check_with(&document, &options);
        let has_errors = diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error);
        let program = match Program::compile(&document) {
            Ok(program) if !has_errors => program,
            _ => {
                let format = match self.output {
                    Output::Json => Format::Json,
                    Output::Text => Format::Text,
                };
                print_checked(&[Checked::of_definition(source, diagnostics)], format, Language::En);
                return Ok(ExitCode::from(1));
            }
        };
        for placeholder in &placeholders {
            let name = placeholder.trim_start_matches("${").trim_end_matches('}');
            eprintln!(
                "pasos: a template fills in {placeholder}, which is a text here: --set {name}=VALUE gives it a value"
            );
        }
        let mocks = self.mocks()?;
        if let Some(warning) = unknown_mocks(&mocks, &program) {
            eprintln!("pasos: {warning}");
        }
        let mut environment = Environment { mocks, services: Services::bundled(), ..Environment::default() };
        if let Some(folder) = &self.files {
            environment.files = read_files(folder)?;
        }
        let mut events = Vec::new();
        let mut simulated = BTreeSet::new();
        let mut step = sim::start(&program, self.options()?);
        loop {
            events.append(&mut step.events);
            simulated.append(&mut step.simulated.into_iter().collect());
            simulated.extend(step.child_steps.into_iter().flat_map(|child| child.simulated));
            if step.next.status() != Status::Running {
                break;
            }
            if events.len() > self.max_events {
                let most = self.max_events;
                eprintln!("pasos: stopped after {most} events: the execution seems to loop forever (--max-events)");
                break;
            }
            step = sim::step(&program, step.next, &environment);
        }
        let execution = step.next;
        let names: Vec<&str> = program.state_names().collect();
        let simulated: Vec<&str> =
            simulated.iter().filter_map(|id: &StateId| names.get(id.0 as usize).copied()).collect();
        if !simulated.is_empty() {
            eprintln!("pasos: no mock, so the service is simulated: {}", simulated.join(", "));
        }
        match self.output {
            Output::Json => print_line(as_json(&execution, &events)),
            Output::Text => print_text(&execution, &events),
        }
        Ok(if execution.status() == Status::Succeeded { ExitCode::SUCCESS } else { ExitCode::from(NOT_SUCCEEDED) })
    }

    fn mocks(&self) -> Result<Mocks, String> {
        match (&self.mocks, &self.case) {
            (Some(path), Some(case)) => {
                read_mocks(path, self.machine.as_deref(), &self.definition.display().to_string(), case)
            }
            _ => Ok(Mocks::default()),
        }
    }

    /// The values of placeholders.
    fn values(&self) -> Result<BTreeMap<String, String>, String> {
        let pair = |text: &String| text.split_once('=').map(|(name, value)| (name.to_owned(), value.to_owned()));
        self.set
            .iter()
            .map(|text| pair(text).ok_or_else(|| format!("--set {text} is not of the form NAME=VALUE")))
            .collect()
    }

    fn options(&self) -> Result<StartOptions, String> {
        let mut options = StartOptions {
            seed: self.seed,
            execution_type: self.machine_type.execution_type(),
            start_time: super::now(),
            ..StartOptions::default()
        };
        if let Some(path) = &self.input {
            options.input = read_json(path)?;
        }
        if let Some(start) = &self.start {
            options.start_time =
                timestamp::parse(start).ok_or_else(|| format!("--start {start} is not an RFC 3339 timestamp"))?;
        }
        if let Some(path) = &self.context {
            let context = read_json(path)?;
            let text = |object: &str, name: &str| context[object][name].as_str().map(str::to_owned);
            options.execution_arn = text("Execution", "Id");
            options.role_arn = text("Execution", "RoleArn");
            options.state_machine_arn = text("StateMachine", "Id");
        }
        Ok(options)
    }
}

fn as_json(execution: &sim::Execution, events: &[HistoryEvent]) -> Value {
    let mut result = Map::new();
    result.insert("status".into(), execution.status().as_str().into());
    if let Some(output) = execution.output() {
        result.insert("output".into(), output.clone());
    }
    for (name, text) in [("error", execution.error()), ("cause", execution.cause())] {
        if let Some(text) = text {
            result.insert(name.into(), text.into());
        }
    }
    result.insert("events".into(), events.iter().map(HistoryEvent::to_json).collect());
    json!(result)
}

fn print_text(execution: &sim::Execution, events: &[HistoryEvent]) {
    let started = events.first().map_or(0, |event| event.timestamp);
    for event in events {
        let seconds = (event.timestamp - started) as f64 / 1000.0;
        let name = event.detail("name").unwrap_or_default();
        let data = ["input", "output", "error"].into_iter().find_map(|field| event.detail(field)).unwrap_or_default();
        print_line(format_args!("{:>5} {seconds:>9.3}s  {:<26} {name:<20} {data}", event.id, event.event_type));
    }
    print_line(execution.status().as_str());
    if let Some(output) = execution.output() {
        print_line(format_args!("{output:#}"));
    }
    for text in [execution.error(), execution.cause()].into_iter().flatten() {
        print_line(text);
    }
}
