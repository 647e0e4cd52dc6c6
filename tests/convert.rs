//! The proof of the converter: what runs in JSONPath runs in JSONata and does the same. The machines are those of the
//! golden cases and of the gallery, and one for each path and each call of the tables of `tests/jsonpath`.
//!
//! The two languages differ in corners that no expression can take away. A conversion tells of each with a
//! [`Note`](pasos::convert::Note); where a run differs here, its conversion must have the note that says so.
#![cfg(feature = "jsonata")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[allow(dead_code, reason = "the golden runs use more of it")]
#[path = "sim/case.rs"]
mod case;
#[path = "convert/expressions.rs"]
mod expressions;
#[path = "convert/hostile.rs"]
mod hostile;
#[path = "convert/machines.rs"]
mod machines;
#[path = "convert/random.rs"]
mod random;

use case::Run;
use pasos::asl::Document;
use pasos::check::{Severity, check};
use pasos::convert::{Conversion, Note};
use pasos::mock::Mocks;
use pasos::sim::{self, Environment, HistoryEvent, Program, StartOptions};
use serde_json::Value;

/// What a run looks like from outside.
#[derive(Debug, PartialEq)]
struct Seen {
    status: &'static str,
    output: Option<Value>,
    states: Vec<String>,
    children: Vec<(usize, &'static str, Vec<String>)>,
}

impl Seen {
    fn of(run: &Run) -> Self {
        let children = run.children.iter();
        Self {
            status: run.execution.status().as_str(),
            output: run.execution.output().map(plain),
            states: entered(&run.events),
            children: children.map(|child| (child.index, child.status.as_str(), entered(&child.events))).collect(),
        }
    }
}

/// The names of the states that were entered, in order.
fn entered(events: &[HistoryEvent]) -> Vec<String> {
    let name = |event: &HistoryEvent| Some(event.to_json()["stateEnteredEventDetails"]["name"].as_str()?.to_owned());
    events.iter().filter_map(name).collect()
}

/// A value with one kind of number, as JSONata has it.
fn plain(value: &Value) -> Value {
    match value {
        Value::Number(number) => {
            let whole = number.as_f64().filter(|number| number.fract() == 0.0);
            whole.map_or_else(|| value.clone(), |number| Value::from(number as i64))
        }
        Value::Array(items) => items.iter().map(plain).collect(),
        Value::Object(map) => map.iter().map(|(key, item)| (key.clone(), plain(item))).collect(),
        other => other.clone(),
    }
}

/// Runs a definition without mocks for any of its states but those given.
fn run(definition: &Document, input: Value, mocks: Mocks) -> Run {
    let program = Program::compile(definition).unwrap();
    let mut run = Run::of(sim::start(&program, StartOptions { input, ..StartOptions::default() }));
    run.go_on(&program, &Environment::from(mocks), |_, execution| execution);
    run
}

/// The document after a conversion, which must not have made anything wrong.
#[track_caller]
fn converted(document: &Document, conversion: &Conversion) -> Document {
    let after = document.edited(&conversion.edits);
    let errors: Vec<String> = check(&after)
        .into_iter()
        .filter(|diagnostic| diagnostic.severity == Severity::Error)
        .map(|diagnostic| format!("{diagnostic:?}"))
        .collect();
    assert!(errors.is_empty(), "{errors:?}\n{}", after.text());
    after
}

/// Whether a note excuses that a machine which succeeded gives something else: those on what is missing, or is no list
/// where one is wanted, do not: nothing was.
fn excuses(note: &Note) -> bool {
    !matches!(
        note,
        Note::MissingIsLeftOut | Note::MissingIsFalse | Note::ErrorIsCaught | Note::ErrorsRenamed | Note::SingleIsList
    )
}
