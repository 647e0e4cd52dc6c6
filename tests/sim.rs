//! Golden traces: `tests/sim/<case>/` holds a definition, an input and perhaps mocks, and the history that they give.
//!
//! The folder's name says what the case shows. `PASOS_REWRITE=1 cargo test --features cli --test sim` writes the
//! histories anew; read the difference before you commit it.
#![cfg(feature = "jsonata")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use pasos::asl::Document;
use pasos::check::check;
use pasos::mock::{Answer, Files, Mocks, Sequence};
use pasos::sim::{
    self, Environment, Execution, ExecutionType, HistoryEvent, Machine, Program, StartOptions, Status, Step,
};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};

struct Case {
    name: String,
    folder: PathBuf,
    program: Program,
    input: Value,
    environment: Environment,
    execution_type: ExecutionType,
}

fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sim");
    let mut cases: Vec<Case> = fs::read_dir(folder).unwrap().map(|entry| case(entry.unwrap().path())).collect();
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    assert!(cases.len() > 15, "the cases are missing");
    cases
}

fn case(folder: PathBuf) -> Case {
    let name = folder.file_name().unwrap().to_string_lossy().into_owned();
    let document = Document::new(fs::read_to_string(folder.join("definition.asl.json")).unwrap());
    assert_eq!(check(&document), [], "{name} is a right definition");
    let json = |file: &str| -> Option<Value> {
        fs::read_to_string(folder.join(file)).ok().map(|text| serde_json::from_str(&text).unwrap())
    };
    let mut mocks = Mocks::default();
    for (state, answers) in json("mocks.json").iter().flat_map(|mocks| mocks.as_object().unwrap().clone()) {
        let answers: Vec<Answer> = serde_json::from_value(answers).unwrap();
        mocks.states.insert(state, Sequence::in_turn(answers));
    }
    let mut environment = Environment::from(mocks);
    read_files(&folder.join("files"), &mut environment.files);
    for (name, definition) in json("machines.json").iter().flat_map(|machines| machines.as_object().unwrap().clone()) {
        let document = Document::new(definition.to_string());
        let program = Program::compile(&document).unwrap();
        environment.machines.insert(name, Machine { program, mocks: Mocks::default() });
    }
    let execution_type = match folder.join("express").exists() {
        true => ExecutionType::Express,
        false => ExecutionType::Standard,
    };
    let input = json("input.json").unwrap();
    Case { program: Program::compile(&document).unwrap(), input, name, folder, environment, execution_type }
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
    fn start(&self) -> Step {
        sim::start(
            &self.program,
            StartOptions { input: self.input.clone(), execution_type: self.execution_type, ..StartOptions::default() },
        )
    }

    /// Runs to the end; `between` may replace the execution between two steps.
    fn run(&self, mut between: impl FnMut(usize, Execution) -> Execution) -> (Execution, Vec<HistoryEvent>) {
        let mut step = self.start();
        let mut events = std::mem::take(&mut step.events);
        let mut execution = step.next;
        for number in 0.. {
            if execution.status() != Status::Running {
                break;
            }
            let mut step = sim::step(&self.program, between(number, execution), &self.environment);
            events.append(&mut step.events);
            execution = step.next;
        }
        (execution, events)
    }
}

fn trace(execution: &Execution, events: &[HistoryEvent]) -> String {
    let result = json!({
        "status": execution.status().as_str(),
        "output": execution.output(),
        "error": execution.error(),
        "cause": execution.cause(),
        "events": events.iter().map(HistoryEvent::to_json).collect::<Vec<_>>(),
    });
    format!("{result:#}\n")
}

#[test]
fn histories_are_as_recorded() {
    let mut different = Vec::new();
    for case in cases() {
        let (execution, events) = case.run(|_, execution| execution);
        let trace = trace(&execution, &events);
        let file = case.folder.join("history.json");
        if std::env::var_os("PASOS_REWRITE").is_some() {
            fs::write(&file, &trace).unwrap();
        }
        let recorded = fs::read_to_string(&file).unwrap_or_default();
        if trace != recorded {
            let (line, (ours, theirs)) = trace
                .lines()
                .zip(recorded.lines())
                .enumerate()
                .find(|(_, (ours, theirs))| ours != theirs)
                .unwrap_or_default();
            different.push(format!("{}, line {}: {theirs} is now {ours}", case.name, line + 1));
        }
    }
    assert!(different.is_empty(), "{different:#?}");
}

#[test]
fn ids_are_numbered_and_every_event_hangs_on_an_earlier_one() {
    for case in cases() {
        let (_, events) = case.run(|_, execution| execution);
        for (index, event) in events.iter().enumerate() {
            assert_eq!(event.id, index as u64 + 1, "{}", case.name);
            assert!(event.previous_event_id < event.id, "{}", case.name);
            assert!(index == 0 || event.timestamp >= events[index - 1].timestamp, "{}: time goes back", case.name);
        }
    }
}

#[test]
fn a_run_that_is_saved_and_restored_at_any_step_ends_the_same() {
    for case in cases() {
        let straight = case.run(|_, execution| execution).1;
        let restored = case.run(|_, execution| {
            let saved = serde_json::to_string(&execution).unwrap();
            serde_json::from_str(&saved).unwrap()
        });
        assert_eq!(straight, restored.1, "{}", case.name);
    }
}

#[test]
fn long_runs_and_wide_maps_end_without_a_stack_overflow() {
    let run = |definition: Value, input: Value| {
        let program = Program::compile(&Document::new(definition.to_string())).unwrap();
        let mut execution = sim::start(&program, StartOptions { input, ..StartOptions::default() }).next;
        while execution.status() == Status::Running {
            execution = sim::step(&program, execution, &Environment::default()).next;
        }
        execution
    };
    let states: serde_json::Map<String, Value> = (0..1000)
        .map(|n| {
            let next = if n == 999 {
                json!({"Type": "Pass", "End": true})
            } else {
                json!({"Type": "Pass", "Next": format!("S{}", n + 1)})
            };
            (format!("S{n}"), next)
        })
        .collect();
    assert_eq!(run(json!({"StartAt": "S0", "States": states}), json!({})).status(), Status::Succeeded);
    let inner =
        json!({"ProcessorConfig": {"Mode": "INLINE"}, "StartAt": "I", "States": {"I": {"Type": "Pass", "End": true}}});
    let map = json!({"StartAt": "M", "States": {"M": {"Type": "Map", "ItemProcessor": inner, "End": true}}});
    let items: Vec<u32> = (0..3000).collect();
    assert_eq!(run(map.clone(), json!(items)).output(), Some(&json!(items)));
    let items: Vec<u32> = (0..10_000).collect();
    let end = run(map, json!(items));
    assert_eq!((end.status(), end.error()), (Status::Failed, Some("States.Runtime")), "25,000 events are the limit");
}

proptest! {
    #[test]
    fn any_definition_runs_or_is_refused(case in 0_usize..19, cut in 0_usize..600, insert in r#"[\[\]{}:,"a1$]{0,3}"#, remove in 0_usize..4) {
        let cases: Vec<PathBuf> = {
            let mut folders: Vec<PathBuf> = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/sim"))
                .unwrap().map(|entry| entry.unwrap().path()).collect();
            folders.sort();
            folders
        };
        let text = fs::read_to_string(cases[case % cases.len()].join("definition.asl.json")).unwrap();
        let cut = (0..=cut.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap();
        let end = (cut + remove..=text.len()).find(|at| text.is_char_boundary(*at)).unwrap_or(text.len());
        let mutated = format!("{}{insert}{}", &text[..cut], &text[end..]);
        if let Ok(program) = Program::compile(&Document::new(mutated)) {
            let mut execution = sim::start(&program, StartOptions::default()).next;
            for _ in 0..200 {
                execution = sim::step(&program, execution, &Environment::default()).next;
            }
        }
    }
}
