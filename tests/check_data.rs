//! The rules about data: each finds its defect, and nothing in the right twin; and the inferred shapes hold what runs give.
#![cfg(feature = "jsonata")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[allow(dead_code, reason = "the golden runs use more of it")]
#[path = "sim/case.rs"]
mod case;

use pasos::asl::Document;
use pasos::check::{Options, RULES, check_with};
use pasos::flow::{Shape, infer, variables};
use pasos::i18n::Language;
use pasos::learn::EXAMPLES;
use pasos::mock::Mocks;
use pasos::sim::{self, Program, StartOptions, Status};
use serde_json::{Value, json};
use std::fs;

const DATA_RULES: [&str; 9] = [
    "misread-path",
    "refused-path",
    "unassigned-variable",
    "unread-variable",
    "values-at-entry",
    "catch-loses-input",
    "useless-result-selector",
    "path-finds-nothing",
    "path-may-find-nothing",
];

/// What the rules of this file find: rule, key of the message, marked text.
fn found(definition: &str, input: Option<Value>, mocks: Mocks) -> Vec<(String, String, String)> {
    let document = Document::new(definition);
    let options = Options { input, mocks, ..Options::default() };
    let all = check_with(&document, &options);
    let own = all.into_iter().filter(|diagnostic| DATA_RULES.contains(&diagnostic.rule.as_str()));
    own.map(|diagnostic| {
        let key = match &diagnostic.problem {
            pasos::check::Problem::Lint(lint) => lint.key.clone(),
            _ => String::new(),
        };
        (diagnostic.rule, key, diagnostic.span.of(document.text()).to_owned())
    })
    .collect()
}

#[track_caller]
fn finds(definition: &Value, expected: &[(&str, &str, &str)]) {
    let found = found(&definition.to_string(), Some(json!({})), Mocks::default());
    let found: Vec<_> = found.iter().map(|(rule, key, text)| (rule.as_str(), key.as_str(), text.as_str())).collect();
    assert_eq!(found, expected);
}

fn machine(states: Value) -> Value {
    json!({ "StartAt": states.as_object().unwrap().keys().next(), "States": states })
}

#[test]
fn the_examples_of_the_documentation_are_right() {
    for rule in RULES.iter().filter(|rule| DATA_RULES.contains(&rule.name)) {
        for language in [Language::En, Language::Es] {
            let doc = rule.doc(language);
            assert_eq!(doc.sections.len(), 5, "{}", rule.name);
            let count = |section| {
                let code = doc.examples(section)[0];
                let all = found(code, Some(json!({})), Mocks::default());
                all.iter().filter(|(name, _, _)| name == rule.name).count()
            };
            assert_eq!((count(2) > 0, count(3)), (true, 0), "{}", rule.name);
        }
    }
}

#[test]
fn variables_follow_the_scopes() {
    let reads = |name: &str| json!({ "Type": "Pass", "Parameters": { "x.$": format!("${name}") }, "End": true });
    let outer = json!({ "Type": "Pass", "Assign": { "x": 1 }, "Next": "Map" });
    let map = |mode: &str, inner: Value| json!({ "Type": "Map", "ItemProcessor": { "ProcessorConfig": { "Mode": mode }, "StartAt": "In", "States": { "In": inner } }, "End": true });
    finds(&machine(json!({ "A": outer, "Map": map("INLINE", reads("x")) })), &[]);
    let distributed = [("unread-variable", "", "\"x\""), ("unassigned-variable", "distributed", "$x")];
    finds(&machine(json!({ "A": outer, "Map": map("DISTRIBUTED", reads("x")) })), &distributed);
    let mut after = map("INLINE", json!({ "Type": "Pass", "Assign": { "x": 1 }, "End": true }));
    after.as_object_mut().unwrap().remove("End");
    after["Next"] = json!("After");
    let scope = [("unread-variable", "", "\"x\""), ("unassigned-variable", "scope", "$x")];
    finds(&machine(json!({ "Map": after, "After": reads("x") })), &scope);
    finds(&machine(json!({ "A": reads("never") })), &[("unassigned-variable", "", "$never")]);
}

#[test]
fn what_is_asked_for_may_have_no_value() {
    let choice = |rule: Value| {
        machine(json!({
            "Ask": { "Type": "Choice", "Choices": [rule], "Default": "Set" },
            "Set": { "Type": "Pass", "Assign": { "x": 1 }, "Next": "Ask" },
            "Use": { "Type": "Pass", "Parameters": { "x.$": "$x" }, "End": true }
        }))
    };
    finds(&choice(json!({ "Variable": "$x", "IsPresent": true, "Next": "Use" })), &[]);
    let expected = [("unassigned-variable", "path", "$x"), ("unassigned-variable", "path", "$x")];
    finds(&choice(json!({ "Variable": "$x", "NumericEquals": 1, "Next": "Use" })), &expected);
}

#[test]
fn jsonata_binds_names_of_its_own() {
    let state = |expression: &str| {
        let mut machine =
            machine(json!({ "A": { "Type": "Pass", "Output": format!("{{% {expression} %}}"), "End": true } }));
        machine["QueryLanguage"] = json!("JSONata");
        machine
    };
    finds(&state("($x := 1; $map([1, 2], function($v) { $v + $x }))"), &[]);
    finds(&state("$exists($x) ? $x : 0"), &[]);
    finds(&state("$sum([1]) + $x"), &[("unassigned-variable", "", "$x")]);
}

#[test]
fn catchers_assign_only_when_they_are_taken() {
    let task = |assign: Value| {
        machine(json!({
            "T": { "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": { "FunctionName": "f" },
                "Assign": { "x.$": "$.Payload" }, "Next": "Use",
                "Catch": [{ "ErrorEquals": ["States.ALL"], "Assign": assign, "ResultPath": "$.error", "Next": "Use" }] },
            "Use": { "Type": "Pass", "Parameters": { "x.$": "$x" }, "End": true }
        }))
    };
    finds(&task(json!({ "x": null })), &[]);
    finds(&task(json!({})), &[("unassigned-variable", "path", "$x")]);
}

#[test]
fn a_position_past_the_end_is_null() {
    let state = |fields: Value| {
        let mut state = json!({ "Type": "Pass", "End": true });
        state.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        machine(json!({ "A": { "Type": "Pass", "Result": { "list": [1], "n": 1 }, "Next": "B" }, "B": state }))
    };
    finds(&state(json!({ "Parameters": { "x.$": "$.list[1]" } })), &[]);
    finds(&state(json!({ "InputPath": "$.list[1]" })), &[]);
    finds(&state(json!({ "Parameters": { "x.$": "States.Array($.list[1])" } })), &[]);
    finds(&state(json!({ "Parameters": { "x.$": "$.n[0]" } })), &[("path-finds-nothing", "", "$.n[0]")]);
    finds(&state(json!({ "Parameters": { "x.$": "$.list[1].y" } })), &[("path-finds-nothing", "", "$.list[1].y")]);
}

#[test]
fn a_path_that_finds_nothing_is_told_with_its_reason() {
    let input = json!({ "order": { "id": "A", "total": 3 } });
    let run = |states: Value| found(&machine(states).to_string(), Some(input.clone()), Mocks::default());
    let key = |found: &[(String, String, String)]| {
        found.iter().map(|(_, key, text)| format!("{key} {text}")).collect::<Vec<_>>()
    };
    let use_it = |path: &str| json!({ "Type": "Pass", "Parameters": { "x.$": path }, "End": true });
    assert_eq!(key(&run(json!({ "A": use_it("$.order.totl") }))), ["similar $.order.totl"]);
    assert_eq!(key(&run(json!({ "A": use_it("$.order.total") }))), Vec::<String>::new());
    assert_eq!(key(&run(json!({ "A": use_it("States.Format('{}', $.order.zzz)") }))), [" $.order.zzz"]);
    let replace = |more: Value| {
        let mut pass = json!({ "Type": "Pass", "Result": { "ok": true }, "Next": "B" });
        pass.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        json!({ "A": pass, "B": use_it("$.order.id") })
    };
    assert_eq!(key(&run(replace(json!({})))), ["replaced $.order.id"]);
    assert_eq!(key(&run(replace(json!({ "ResultPath": "$.result" })))), Vec::<String>::new());
}

/// Every input and output of a state in the histories fits the shape inferred for it.
fn assert_fits(name: &str, text: &str, input: &Value, mocks: &Mocks, events: &[sim::HistoryEvent]) -> usize {
    let document = Document::new(text);
    let flow = infer(&document, Some(input), mocks);
    let mut n_known = 0;
    let mut failed = false;
    for event in events.iter().map(sim::HistoryEvent::to_json) {
        let details = event.as_object().unwrap().values().find_map(Value::as_object);
        let Some(details) = details else { continue };
        let Some(state) = details.get("name").and_then(Value::as_str).and_then(|name| document.machine().find(name))
        else {
            continue;
        };
        let kind = event["type"].as_str().unwrap();
        let value = |field: &str| -> Option<Value> { serde_json::from_str(details.get(field)?.as_str()?).ok() };
        if kind.ends_with("StateEntered") {
            failed = false;
            let value = value("input").unwrap();
            let shape = flow.before(state).unwrap_or_else(|| panic!("{name}: nothing leads to {kind} {details:?}"));
            n_known += usize::from(*shape != Shape::any());
            assert!(shape.fits(&value), "{name}: {} before: {shape} does not fit {value}", details["name"]);
        } else if kind.ends_with("StateExited") && !failed {
            let catches = document.tree().get(document.machine().state(state).node, "Catch").is_some();
            let value = value("output").unwrap();
            if !catches {
                let shape = flow.after(state).unwrap_or_else(|| panic!("{name}: {details:?} is never left"));
                assert!(shape.fits(&value), "{name}: {} after: {shape} does not fit {value}", details["name"]);
            }
        }
    }
    n_known
}

#[test]
fn golden_runs_fit_the_inferred_shapes() {
    let (mut n_known, mut n_cases) = (0, 0);
    let mut warned = Vec::new();
    for case in case::cases() {
        let text = fs::read_to_string(case.folder.join("definition.asl.json")).unwrap();
        let run = case.run(|_, execution| execution);
        let mocks = &case.environment.mocks;
        n_known += assert_fits(&case.name, &text, &case.input, mocks, &run.events);
        n_cases += 1;
        let options = Options { input: Some(case.input.clone()), mocks: mocks.clone(), ..Options::default() };
        let own = check_with(&Document::new(text), &options);
        let mut own = own.iter().filter(|found| found.rule == "path-finds-nothing");
        if run.execution.status() == Status::Succeeded
            && let Some(first) = own.next()
        {
            warned.push(format!("{}: {first:?}", case.name));
        }
    }
    assert!(warned.is_empty(), "{}", warned.join("\n"));
    assert!(n_cases > 150 && n_known > 200, "{n_known} known shapes in {n_cases} cases");
}

#[test]
fn the_gallery_fits_and_gives_no_warning() {
    for example in &EXAMPLES {
        let input: Value = serde_json::from_str(example.input).unwrap();
        let document = Document::new(example.definition);
        let program = Program::compile(&document).unwrap();
        let environment = sim::Environment::from(example.mocks());
        let mut step = sim::start(&program, StartOptions { input: input.clone(), ..StartOptions::default() });
        let mut events = step.events;
        while step.next.status() == Status::Running {
            step = sim::step(&program, step.next, &environment);
            events.extend(step.events);
        }
        assert!(assert_fits(example.id, example.definition, &input, &example.mocks(), &events) > 0);
        assert_eq!(found(example.definition, Some(input), example.mocks()), [], "{}", example.id);
    }
}

#[test]
fn references_are_those_that_aws_lists() {
    let document = Document::new(
        machine(json!({
            "Start": { "Type": "Pass", "Assign": { "n": "1", "most": 2 }, "Next": "Map" },
            "Map": { "Type": "Map", "MaxConcurrencyPath": "$n", "ItemReader": { "ReaderConfig": { "MaxItemsPath": "$most" } },
                "Parameters": { "literal": "$n" }, "ItemProcessor": { "StartAt": "In", "States": { "In": { "Type": "Fail", "ErrorPath": "$n" } } }, "End": true }
        }))
        .to_string(),
    );
    let variables = variables(&document);
    let of = |name: &str| variables.references(document.machine().find(name).unwrap()).into_iter().collect::<Vec<_>>();
    assert_eq!(of("Map"), ["most", "n"]);
    assert_eq!(of("In"), ["n"]);
    assert_eq!(of("Start"), Vec::<&str>::new());
}

/// What the rules about paths say of one in a payload template: rule and key of the message.
fn told_of_path(text: &str) -> Vec<(String, String)> {
    let machine = machine(json!({ "P": { "Type": "Pass", "Parameters": { "x.$": text }, "End": true } }));
    let found = check_with(&Document::new(machine.to_string()), &Options::default());
    found
        .into_iter()
        .map(|diagnostic| match diagnostic.problem {
            pasos::check::Problem::Lint(lint) => (diagnostic.rule, lint.key),
            _ => (diagnostic.rule, String::new()),
        })
        .collect()
}

#[test]
fn what_a_path_surely_does_not_mean() {
    for (text, key) in [
        ("$.a[-1]", ""),
        ("$.a.length()", "function"),
        ("$.a[?(@.b == \"c\")]", "text"),
        ("$[\"item1\"]", "name"),
        ("$.a[?((@.b || @.c) && @.d)]", "group"),
        ("$.a[?(@.b === 1)]", "strict"),
        ("$.a['b','c'].d", "names"),
        ("States.ArrayLength($.a[-1])", ""),
    ] {
        assert_eq!(told_of_path(text), [("misread-path".to_owned(), key.to_owned())], "{text}");
    }
    // Words without quotes stand in AWS's own examples.
    for text in ["$.a[?(@.b == word)]", "$.a[(@.length-1)]", "$.a[-2:]", "$.a[?((@.b && @.c) || @.d)]"] {
        assert_eq!(told_of_path(text), [], "{text}");
    }
}

#[test]
fn what_only_the_engine_refuses_is_a_warning() {
    for text in ["$.a[?(@.b in ['c'])]", "$.a[?(@.b[?(@.c)])]", "$[\"a\"]", "$.a[99999999999]"] {
        assert_eq!(told_of_path(text), [("refused-path".to_owned(), String::new())], "{text}");
        let call = format!("States.Array('x', States.ArrayLength({text}), $.b)");
        assert_eq!(told_of_path(&call), [("refused-path".to_owned(), String::new())], "{call}");
    }
    for text in ["$.a[", "$.", "$.a b", "a.b"] {
        assert_eq!(told_of_path(text), [("invalid-path".to_owned(), String::new())], "{text}");
    }
}
