//! Loading and running the golden cases: one folder each, and what its run gives.

use pasos::asl::Document;
use pasos::check::{Severity, check};
use pasos::mock::{Answer, Files, Mocks, Sequence};
use pasos::sim::{
    self, ChildStep, Environment, Execution, ExecutionType, HistoryEvent, Machine, Program, StartOptions, Status, Step,
};
use serde_json::{Value, json};
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

/// A definition with all that its run needs.
pub(crate) struct Case {
    pub(crate) name: String,
    pub(crate) folder: PathBuf,
    pub(crate) program: Program,
    pub(crate) input: Value,
    pub(crate) environment: Environment,
    pub(crate) execution_type: ExecutionType,
}

/// The folders of all cases, by name.
pub(crate) fn folders() -> Vec<PathBuf> {
    let all = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sim")).unwrap();
    let mut folders: Vec<PathBuf> = all.map(|entry| entry.unwrap().path()).filter(|path| path.is_dir()).collect();
    folders.sort();
    assert!(folders.len() > 150, "the cases are missing");
    folders
}

/// All cases, by name. Each has to be a right definition.
pub(crate) fn cases() -> Vec<Case> {
    let (mut cases, mut wrong) = (Vec::new(), Vec::new());
    for folder in folders() {
        match case(folder) {
            Ok(case) => cases.push(case),
            Err(complaint) => wrong.push(complaint),
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    cases
}

/// The case in one folder, or what is wrong with its definition.
pub(crate) fn case(folder: PathBuf) -> Result<Case, String> {
    let name = folder.file_name().unwrap().to_string_lossy().into_owned();
    let json = |file: &str| -> Option<Value> {
        let text = fs::read_to_string(folder.join(file)).ok()?;
        Some(serde_json::from_str(&text).unwrap_or_else(|error| panic!("{name}/{file}: {error}")))
    };
    let members = |file: &str| json(file).map(|value| value.as_object().unwrap().clone()).unwrap_or_default();
    let compile = |text: String| {
        let document = Document::new(text);
        let mut found = check(&document);
        found.retain(|diagnostic| diagnostic.severity == Severity::Error);
        if !found.is_empty() {
            return Err(format!("{name}: {found:?}"));
        }
        Program::compile(&document).map_err(|error| format!("{name}: {error:?}"))
    };
    let program = compile(fs::read_to_string(folder.join("definition.asl.json")).unwrap())?;
    let mut mocks = Mocks::default();
    for (state, answers) in members("mocks.json") {
        let answers: Vec<Answer> = serde_json::from_value(answers).map_err(|error| format!("{name}: {error}"))?;
        mocks.states.insert(state, Sequence::in_turn(answers));
    }
    let mut environment = Environment::from(mocks);
    read_files(&folder.join("files"), &mut environment.files);
    for (machine, definition) in members("machines.json") {
        let program = compile(definition.to_string())?;
        environment.machines.insert(machine, Machine { program, mocks: Mocks::default() });
    }
    let execution_type = match folder.join("express").exists() {
        true => ExecutionType::Express,
        false => ExecutionType::Standard,
    };
    let input = json("input.json").unwrap();
    Ok(Case { program, input, name, folder, environment, execution_type })
}

/// Reads `files/<bucket>/<key>`.
fn read_files(folder: &Path, files: &mut Files) {
    let Ok(buckets) = fs::read_dir(folder) else { return };
    for bucket in buckets.map(|entry| entry.unwrap().path()) {
        let name = bucket.file_name().unwrap().to_string_lossy().into_owned();
        let mut open = vec![bucket.clone()];
        while let Some(path) = open.pop() {
            if path.is_dir() {
                open.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
            } else {
                let key = path.strip_prefix(&bucket).unwrap().to_string_lossy().replace('\\', "/");
                files.put(&name, &key, fs::read(&path).unwrap());
            }
        }
    }
}

impl Case {
    /// The execution before its first step.
    pub(crate) fn start(&self, seed: u64) -> Step {
        let input = self.input.clone();
        let options = StartOptions { input, execution_type: self.execution_type, seed, ..StartOptions::default() };
        sim::start(&self.program, options)
    }

    /// Runs to the end; `between` may replace the execution between two steps.
    pub(crate) fn run(&self, between: impl FnMut(usize, Execution) -> Execution) -> Run {
        let mut run = Run::of(self.start(0));
        run.go_on(&self.program, &self.environment, between);
        run
    }
}

/// A run so far.
#[derive(Clone)]
pub(crate) struct Run {
    pub(crate) execution: Execution,
    pub(crate) events: Vec<HistoryEvent>,
    /// The executions that it started, in the order in which they were.
    pub(crate) children: Vec<Child>,
}

/// An execution that another started.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Child {
    pub(crate) arn: String,
    pub(crate) machine: Option<String>,
    pub(crate) index: usize,
    pub(crate) status: Status,
    pub(crate) events: Vec<HistoryEvent>,
}

impl Run {
    pub(crate) fn of(step: Step) -> Self {
        let mut run = Self { execution: step.next, events: step.events, children: Vec::new() };
        run.take_in(step.child_steps);
        run
    }

    /// Adds what one step gave.
    pub(crate) fn add(&mut self, step: Step) {
        self.execution = step.next;
        self.events.extend(step.events);
        self.take_in(step.child_steps);
    }

    fn take_in(&mut self, steps: Vec<ChildStep>) {
        for ChildStep { arn, machine, index, status, events, .. } in steps {
            // A name may come again: an execution that begins is another one.
            let begins = events.first().is_some_and(|event| event.id == 1);
            match self.children.iter_mut().rfind(|child| child.arn == arn && !begins) {
                Some(child) => {
                    child.status = status;
                    child.events.extend(events);
                }
                None => self.children.push(Child { arn, machine, index, status, events }),
            }
        }
    }

    /// Steps until the execution has ended.
    pub(crate) fn go_on(
        &mut self,
        program: &Program,
        environment: &Environment,
        mut between: impl FnMut(usize, Execution) -> Execution,
    ) {
        for number in 0.. {
            if self.execution.status() != Status::Running {
                break;
            }
            let step = sim::step(program, between(number, self.execution.clone()), environment);
            self.add(step);
        }
    }

    /// As `history.json` has it: one event a line.
    pub(crate) fn trace(&self) -> String {
        let execution = &self.execution;
        let mut text = String::from("{\n");
        let ending = [
            ("status", json!(execution.status().as_str())),
            ("output", json!(execution.output())),
            ("error", json!(execution.error())),
            ("cause", json!(execution.cause())),
        ];
        for (name, value) in ending {
            writeln!(text, "\"{name}\": {value},").unwrap();
        }
        write!(text, "\"events\": {}", lines(&self.events)).unwrap();
        if !self.children.is_empty() {
            let children: Vec<String> = self.children.iter().map(Child::trace).collect();
            write!(text, ",\n\"children\": [\n{}\n]", children.join(",\n")).unwrap();
        }
        text.push_str("\n}\n");
        text
    }

    /// All histories: its own and those of the executions that it started.
    pub(crate) fn histories(&self) -> impl Iterator<Item = &[HistoryEvent]> {
        std::iter::once(&*self.events).chain(self.children.iter().map(|child| &*child.events))
    }
}

impl Child {
    fn trace(&self) -> String {
        let Self { arn, machine, index, status, events } = self;
        let whose = match machine {
            Some(machine) => format!("\"machine\": {}", json!(machine)),
            None => format!("\"index\": {index}"),
        };
        let (arn, status) = (json!(arn), json!(status.as_str()));
        format!("{{ {whose}, \"arn\": {arn}, \"status\": {status}, \"events\": {} }}", lines(events))
    }
}

fn lines(events: &[HistoryEvent]) -> String {
    let lines: Vec<String> = events.iter().map(|event| event.to_json().to_string()).collect();
    format!("[\n{}\n]", lines.join(",\n"))
}
