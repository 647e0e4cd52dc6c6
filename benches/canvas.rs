//! How long it takes to read, lay out and draw large definitions, to draw them again after an edit, and to drag all of
//! their states.
//!
//! `cargo bench --no-default-features --bench canvas` prints a table with the times of each size and shape; the shapes are
//! those of `tests/e2e/canvas-speed.mjs`, which measures the same in a browser.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on fails")]

use divan::Bencher;
use pasos::asl::{Document, StateId};
use pasos::diagram::{Arrangement, Drawn, diagram};
use pasos::edit::commands::{DuplicateStates, RenameState, SetField};
use pasos::edit::{Command, FieldValue, allow, plan};
use pasos::i18n::Language;
use pasos::interact::{Event, Gesture, Grip, Hand, Press, landing};
use pasos::layout::Point;
use serde_json::{Map, Value, json};
use std::sync::Arc;

fn main() {
    divan::main();
}

/// The shapes that are measured.
const SHAPES: [&str; 5] = ["chain", "choices", "nested", "catches", "handler"];

/// Puts `Next` or `End` into a state.
fn ended(mut state: Value, next: Option<String>) -> Value {
    match next {
        Some(next) => state["Next"] = next.into(),
        None => state["End"] = true.into(),
    }
    state
}

/// A definition of a shape with about `n` states.
fn definition(shape: &str, n: usize) -> String {
    let mut states = Map::new();
    let name = |number: usize| format!("State {number}");
    match shape {
        "chain" => {
            for number in 0..n {
                let next = (number + 1 < n).then(|| name(number + 1));
                states.insert(name(number), ended(json!({ "Type": "Pass", "Comment": "c" }), next));
            }
        }
        // Groups of a Choice with three ways that join again; every tenth group leads back.
        "choices" => {
            let n_groups = n / 5;
            for group in 0..n_groups {
                let first = group * 5;
                let join = name(first + 4);
                let rule =
                    |number: usize| json!({ "Variable": "$.n", "NumericEquals": number, "Next": name(first + number) });
                let last = if group % 10 == 9 { name(first + 4 - 20) } else { name(first + 3) };
                states.insert(
                    name(first),
                    json!({ "Type": "Choice", "Choices": [rule(1), rule(2)], "Default": last.clone() }),
                );
                for number in 1..4 {
                    states.insert(name(first + number), ended(json!({ "Type": "Pass" }), Some(join.clone())));
                }
                let next = (group + 1 < n_groups).then(|| name(first + 5));
                states.insert(join, ended(json!({ "Type": "Wait", "Seconds": 1 }), next));
            }
        }
        // Parallel states with two branches, one of which holds a Map.
        "nested" => {
            let n_groups = n / 8;
            let scope = |states: Vec<(String, Value)>| {
                let start = states[0].0.clone();
                json!({ "StartAt": start, "States": states.into_iter().collect::<Map<String, Value>>() })
            };
            for group in 0..n_groups {
                let inner = |part: &str| format!("{part} {group}");
                let pass = |next: Option<String>| ended(json!({ "Type": "Pass" }), next);
                let one = scope(vec![(inner("A"), pass(Some(inner("B")))), (inner("B"), pass(None))]);
                let iterated = scope(vec![(inner("E"), pass(Some(inner("F")))), (inner("F"), pass(None))]);
                let map = json!({ "Type": "Map", "ItemProcessor": iterated, "Next": inner("D") });
                let two = scope(vec![(inner("C"), map), (inner("D"), pass(None))]);
                let next = (group + 1 < n_groups).then(|| name(group + 1));
                states.insert(name(group), ended(json!({ "Type": "Parallel", "Branches": [one, two] }), next));
            }
        }
        // A chain whose tasks all catch into one of a few handlers, or into the only one.
        _ => {
            let n_handlers = if shape == "handler" { 1 } else { n / 50 };
            let n_tasks = n - n_handlers;
            for number in 0..n_tasks {
                let next = (number + 1 < n_tasks).then(|| name(number + 1));
                let handler = format!("Handler {}", number / 50 % n_handlers.max(1));
                let task = json!({
                    "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
                    "Parameters": { "FunctionName": "f", "Payload.$": "$" },
                    "Catch": [{ "ErrorEquals": ["States.ALL"], "Next": handler }],
                });
                states.insert(name(number), ended(task, next));
            }
            for number in 0..n_handlers {
                states.insert(format!("Handler {number}"), json!({ "Type": "Fail", "Error": "E" }));
            }
        }
    }
    let first = states.keys().next().unwrap().clone();
    serde_json::to_string_pretty(&json!({ "StartAt": first, "States": states })).unwrap()
}

const SIZES: [usize; 2] = [1_000, 10_000];

fn cases() -> impl Iterator<Item = (&'static str, usize)> {
    SIZES.into_iter().flat_map(|size| SHAPES.into_iter().map(move |shape| (shape, size)))
}

#[divan::bench(args = cases().map(|(shape, size)| format!("{shape} {size}")), sample_count = 10, sample_size = 1)]
fn read(bencher: Bencher, case: &str) {
    let text = text_of(case);
    bencher.with_inputs(|| text.clone()).bench_values(Document::new);
}

#[divan::bench(args = cases().map(|(shape, size)| format!("{shape} {size}")), sample_count = 10, sample_size = 1)]
fn draw(bencher: Bencher, case: &str) {
    let document = Document::new(text_of(case));
    bencher.bench(|| diagram(&document, Language::En.messages()));
}

/// What a person does to the state in the middle of the text; only the first leaves the picture as it is.
const EDITS: [&str; 3] = ["comment", "rename", "duplicate"];

fn edited_cases() -> impl Iterator<Item = String> {
    EDITS.into_iter().flat_map(|edit| SHAPES.into_iter().map(move |shape| format!("{edit} {shape} 10000")))
}

fn command(edit: &str, document: &Document) -> Command {
    let state = StateId(document.machine().n_states() as u32 / 2);
    match edit {
        "comment" => {
            let object = document.machine().state(state).node;
            let object = document.tree().pointer(object);
            SetField { object, field: "Comment".to_owned(), value: Some(FieldValue::Value(json!("Some words"))) }.into()
        }
        "rename" => RenameState { state, name: "A name that takes more room".to_owned() }.into(),
        _ => DuplicateStates { states: vec![state] }.into(),
    }
}

/// From the edits of a text to the next drawing.
#[divan::bench(args = edited_cases(), sample_count = 10, sample_size = 1)]
fn redraw(bencher: Bencher, case: &str) {
    let (edit, case) = case.split_once(' ').unwrap();
    let document = Document::new(text_of(case));
    let edits = plan(&document, &command(edit, &document)).unwrap().edits;
    let arrangement = Arrangement::default();
    let draw = |document: &Document, before| Drawn::new(document, Language::En.messages(), &arrangement, before);
    let before = draw(&document, None);
    bencher.bench(|| draw(&document.edited(&edits), Some(&before)));
}

/// A move of the pointer while all states of the machine are selected and dragged, by their names to where they would land.
#[divan::bench(args = ["chain 5000", "choices 5000"], sample_count = 20, sample_size = 1)]
fn drag_all(bencher: Bencher, case: &str) {
    let document = Arc::new(Document::new(text_of(case)));
    let drawn = diagram(&document, Language::En.messages());
    let machine = document.machine();
    let names: Vec<&str> = machine.states().map(|(_, state)| &*state.name).collect();
    let selected = || names.iter().filter_map(|name| machine.find(name)).collect::<Vec<StateId>>();
    let press = Press { at: Point::default(), grip: Grip::State(StateId(0)), is_adding: false, is_by_hand: false };
    let (hand, _) = Hand::default().after(Event::Press(press), &document, selected);
    bencher.bench(|| {
        let at = Point { x: drawn.width / 2.0, y: drawn.height / 2.0 };
        let (hand, _) = hand.clone().after(Event::Move(at), &document, selected);
        let Gesture::Dragging { states, .. } = hand.gesture(&document) else { return None };
        let found = landing(&drawn, machine, at, 1.0, states)?;
        Some(allow::move_states(&document, states, found.place).is_ok())
    });
}

fn text_of(case: &str) -> String {
    let (shape, size) = case.split_once(' ').unwrap();
    definition(shape, size.parse().unwrap())
}
