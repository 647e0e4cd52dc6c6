//! The core as WebAssembly: the worker's session gives the same there as natively.
#![cfg(target_arch = "wasm32")]

use pasos::check::Severity;
use pasos::engine::{Host, Reported, Request, Response, Session, Surroundings};
use pasos::learn::EXAMPLES;
use pasos::sim::Status;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn every_example_is_checked_and_runs() {
    for example in &EXAMPLES {
        let mut session = Session::default();
        let text = example.definition.to_owned();
        let checked = session
            .handle(Request::Check { revision: 1, text: text.clone().into(), options: Box::default() }, Host::ALONE);
        let Response::Checked { diagnostics, .. } = checked else { panic!("{} was not checked", example.id) };
        let is_hint = |found: &Reported| found.diagnostic.severity == Severity::Hint;
        assert!(diagnostics.iter().all(is_hint), "{}: {diagnostics:?}", example.id);
        let surroundings = Box::new(Surroundings { mocks: example.mocks(), ..Surroundings::default() });
        session.handle(
            Request::Start { run: 1, text: text.into(), input: example.input.into(), surroundings },
            Host::ALONE,
        );
        let Response::Advanced { outcome: Some(outcome), .. } =
            session.handle(Request::Advance { run: 1, steps: 1000, lets_time_pass: false }, Host::ALONE)
        else {
            panic!("{} did not end", example.id)
        };
        assert_eq!(outcome.status, Status::Succeeded, "{}", example.id);
    }
}

#[wasm_bindgen_test]
fn deep_texts_do_not_overflow_the_stack() {
    let mut session = Session::default();
    for text in ["[".repeat(100_000), "{\"States\":".repeat(900) + "{}" + &"}".repeat(900)] {
        assert!(matches!(
            session.handle(Request::Check { revision: 1, text: text.into(), options: Box::default() }, Host::ALONE),
            Response::Checked { .. }
        ));
    }
}
