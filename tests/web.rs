//! The core as WebAssembly: the worker's session gives the same there as natively.
#![cfg(target_arch = "wasm32")]

use pasos::engine::{Request, Response, Session};
use pasos::learn::EXAMPLES;
use pasos::sim::Status;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
fn every_example_is_checked_and_runs() {
    for example in &EXAMPLES {
        let mut session = Session::default();
        let text = example.definition.to_owned();
        let checked = session.handle(Request::Check { revision: 1, text: text.clone() });
        assert_eq!(checked, Response::Checked { revision: 1, diagnostics: Vec::new() });
        session.handle(Request::Start { run: 1, text, input: example.input.into(), mocks: example.mocks(), seed: 0 });
        let Response::Advanced { outcome: Some(outcome), .. } =
            session.handle(Request::Advance { run: 1, steps: 1000 })
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
        assert!(matches!(session.handle(Request::Check { revision: 1, text }), Response::Checked { .. }));
    }
}
