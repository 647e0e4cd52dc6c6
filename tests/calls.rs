//! What is put in of a call of the table: for a sample over all services, it has no error and no warning in either query
//! language, and it runs to its end.
#![cfg(feature = "jsonata")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use pasos::asl::{Document, QueryLanguage};
use pasos::calls::{Described, describe, find};
use pasos::check::{Options, Severity, check_with};
use pasos::i18n::Language;
use pasos::mock::Mocks;
use pasos::palette::{Item, with_calls};
use pasos::services::{Services, Standing, is_unsupported, standing};
use pasos::sim::{Environment, Program, StartOptions, Status, start, step};
use serde_json::Value;

const LANGUAGES: [QueryLanguage; 2] = [QueryLanguage::JSONPath, QueryLanguage::JSONata];

/// Every so manieth action of all services is tried.
const DISTANCE: usize = 40;

/// Services whose simulation looks at what it holds: there is nothing.
const HOLDERS: [&str; 3] = ["aws-sdk:s3:", "aws-sdk:dynamodb:", "aws-sdk:sfn:"];

/// The ids of a sample of all actions that can be called.
fn sample() -> Vec<String> {
    let services = Services::bundled();
    let mut ids = Vec::new();
    for name in services.names().filter(|name| standing(name) == Standing::Listed) {
        let model = services.service(name).unwrap();
        let is_called = |action: &&str| !is_unsupported(name, action) && !model.action(action).unwrap().streams_events;
        ids.extend(model.actions().filter(is_called).map(|action| format!("aws-sdk:{name}:{action}")));
    }
    ids.into_iter().skip(7).step_by(DISTANCE).collect()
}

/// The item of the palette for a call, found by its id.
fn item(id: &str) -> Item {
    let found = find(&Services::bundled(), id, 1);
    assert!(found.is_whole && found.calls[0].id == id, "{id}: {found:?}");
    with_calls(id, Vec::new(), &found).pop().unwrap()
}

fn machine(item: &Item, language: QueryLanguage) -> String {
    let mut machine: Value = serde_json::from_str(&item.text(language, Language::En)).unwrap();
    machine["QueryLanguage"] = language.as_str().into();
    serde_json::to_string_pretty(&machine).unwrap()
}

#[test]
fn a_sampled_call_is_right_and_runs_in_both_query_languages() {
    let options = Options { services: Services::bundled(), ..Options::default() };
    let environment = Environment { services: Services::bundled(), ..Environment::from(Mocks::default()) };
    let (mut n_calls, mut bad) = (0, Vec::new());
    for id in sample() {
        let item = item(&id);
        for language in LANGUAGES {
            let text = machine(&item, language);
            let document = Document::new(text.as_str());
            let found = check_with(&document, &options);
            let found = found.iter().filter(|found| found.severity < Severity::Hint);
            bad.extend(found.map(|found| format!("{id} {language:?}: {} {:?}", found.rule, found.problem)));
            if HOLDERS.iter().any(|service| id.starts_with(service)) {
                continue;
            }
            let program = Program::compile(&document).unwrap();
            let mut execution = start(&program, StartOptions::default()).next;
            while execution.status() == Status::Running {
                execution = step(&program, execution, &environment).next;
            }
            if execution.status() != Status::Succeeded {
                bad.push(format!("{id} {language:?}: {:?} {:?}", execution.error(), execution.cause()));
            }
        }
        n_calls += 1;
    }
    assert!(bad.is_empty(), "{} of {n_calls}\n{}", bad.len(), bad.join("\n"));
    assert!(n_calls > 400, "{n_calls}");
}

#[test]
fn a_sampled_call_is_described_with_what_it_needs_first() {
    let services = Services::bundled();
    for id in sample() {
        let Described::Known { parameters, example } =
            describe(&services, &format!("arn:aws:states:::{id}")).parameters
        else {
            panic!("{id} is not known");
        };
        let required = parameters.iter().take_while(|parameter| parameter.is_required);
        let names: Vec<&str> = required.map(|parameter| parameter.name.as_str()).collect();
        let example: Value = serde_json::from_str(&example).unwrap();
        assert_eq!(example.as_object().unwrap().keys().collect::<Vec<_>>(), names, "{id}");
        assert!(parameters.iter().skip(names.len()).all(|parameter| !parameter.is_required), "{id}");
        assert!(parameters.iter().all(|parameter| !parameter.shape.is_empty()), "{id}");
    }
}
