//! Quick fixes: each removes its problem, leaves right JSON, and can be undone to the byte.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use pasos::asl::Document;
use pasos::check::{Diagnostic, Lint, Options, Problem, Severity, check, check_with};
use pasos::edit::Command;
use pasos::edit::commands::{ApplyFixes, InsertItem, MoveItem};
use pasos::fix::{Fix, FixTitle, fix_all, fixes};
use pasos::i18n::Language;
use pasos::i18n::diagnostics::diagnostic_words;
use pasos::project::Editor;
use pasos::services::Services;
use pasos::text::Span;
use std::collections::{BTreeMap, BTreeSet};

fn machine(states: &str) -> String {
    format!("{{\n  \"StartAt\": \"A\",\n  \"States\": {{\n{states}\n  }}\n}}\n")
}

/// Does a fix; sees that the JSON is right afterwards and that undo restores the text.
#[track_caller]
fn apply(text: &str, fix: &Fix) -> String {
    let mut editor = Editor::new(text);
    editor.apply(&fix.command, None).unwrap();
    let fixed = editor.document().text().to_owned();
    assert_eq!(editor.document().syntax_errors(), [], "{fixed}");
    assert!(editor.undo());
    assert_eq!(editor.document().text(), text, "undo");
    assert!(editor.redo());
    assert_eq!(editor.document().text(), fixed, "redo");
    for language in Language::ALL {
        assert!(!language.messages().fix_title(&fix.title).is_empty());
    }
    fixed
}

#[track_caller]
fn first(text: &str, rule: &str) -> Diagnostic {
    check(&Document::new(text)).into_iter().find(|diagnostic| diagnostic.rule == rule).unwrap()
}

/// Checks every fix of the first problem of a rule: what it makes of the text, whether it is safe, and that the rule
/// then finds one thing less.
#[track_caller]
fn fixed(states: &str, rule: &str, expected: &[(&str, bool)]) {
    let text = machine(states);
    let count = |text: &str| check(&Document::new(text)).iter().filter(|found| found.rule == rule).count();
    let found = fixes(&Document::new(&*text), &first(&text, rule));
    let made: Vec<(String, bool)> = found.iter().map(|fix| (apply(&text, fix), fix.is_safe)).collect();
    let expected: Vec<(String, bool)> = expected.iter().map(|(states, safe)| (machine(states), *safe)).collect();
    assert_eq!(made, expected);
    for (after, _) in made {
        assert_eq!(count(&after), count(&text) - 1, "{after}");
    }
}

/// A finding of a rule at a state, as the rule reports it.
fn lint(text: &str, rule: &str, state: &str, marked: &str) -> Diagnostic {
    let document = Document::new(text);
    let start = text.find(marked).unwrap();
    Diagnostic {
        rule: rule.to_owned(),
        severity: Severity::Hint,
        problem: Problem::Lint(Lint { key: String::new(), arguments: BTreeMap::new() }),
        span: Span::new(start, start + marked.len()),
        location: None,
        state: document.machine().find(state),
    }
}

#[track_caller]
fn lint_fixed(states: &str, (rule, state, marked): (&str, &str, &str), expected: &[(&str, bool)]) {
    let text = machine(states);
    let found = fixes(&Document::new(&*text), &lint(&text, rule, state, marked));
    let made: Vec<(String, bool)> = found.iter().map(|fix| (apply(&text, fix), fix.is_safe)).collect();
    let expected: Vec<(String, bool)> = expected.iter().map(|(states, safe)| (machine(states), *safe)).collect();
    assert_eq!(made, expected);
}

#[test]
fn a_misspelt_target() {
    let wrong = r#"    "A": { "Type": "Pass", "Next": "Secnd" },
    "Second": { "Type": "Succeed" }"#;
    fixed(wrong, "missing-target", &[(&wrong.replace("Secnd", "Second"), true)]);
    let text = "{\"StartAt\": \"Firs\", \"States\": {\"First\": {\"Type\": \"Succeed\"}}}";
    let found = fixes(&Document::new(text), &first(text, "missing-target"));
    assert_eq!(apply(text, &found[0]), text.replace("\"Firs\"", "\"First\""));
}

#[test]
fn a_target_that_may_be_another_state_is_not_corrected_unasked() {
    let wrong = r#"    "A": { "Type": "Pass", "Next": "Step 3" },
    "Step 2": { "Type": "Succeed" }"#;
    fixed(wrong, "missing-target", &[(&wrong.replace("Step 3", "Step 2"), false)]);
}

#[test]
fn a_misspelt_target_of_a_rule_and_of_a_catcher() {
    let wrong = r#"    "A": { "Type": "Choice", "Choices": [{ "Variable": "$.x", "IsNull": true, "Next": "Don" }], "Default": "Done" },
    "Done": { "Type": "Succeed" }"#;
    fixed(wrong, "missing-target", &[(&wrong.replace("\"Don\"", "\"Done\""), true)]);
}

#[test]
fn a_misspelt_field() {
    let wrong = r#"    "A": { "Type": "Pass", "Coment": 1.0, "End": true }"#;
    fixed(
        &wrong.replace("1.0", "\"c\""),
        "unknown-field",
        &[
            (r#"    "A": { "Type": "Pass", "Comment": "c", "End": true }"#, true),
            (r#"    "A": { "Type": "Pass", "End": true }"#, false),
        ],
    );
}

#[test]
fn an_unknown_field_in_a_retrier() {
    let wrong = r#"    "A": { "Type": "Parallel", "Branches": [{ "StartAt": "B", "States": { "B": { "Type": "Succeed" } } }],
      "Retry": [{ "ErrorEquals": ["States.ALL"], "Whatever": [1, { "a": 2 }] }], "End": true }"#;
    fixed(wrong, "unknown-field", &[(&wrong.replace(", \"Whatever\": [1, { \"a\": 2 }]", ""), false)]);
}

#[test]
fn a_field_that_is_there_already_is_not_suggested() {
    let wrong = r#"    "A": { "Type": "Pass", "Next": "B", "next": "B" },
    "B": { "Type": "Succeed" }"#;
    fixed(wrong, "unknown-field", &[(&wrong.replace(", \"next\": \"B\"", ""), false)]);
}

#[test]
fn an_unreachable_state() {
    fixed(
        "    \"A\": { \"Type\": \"Succeed\" },\n    \"B\": { \"Type\": \"Succeed\" }",
        "unreachable-state",
        &[("    \"A\": { \"Type\": \"Succeed\" }", false)],
    );
}

#[test]
fn two_states_with_one_name() {
    let branch = |second: &str| {
        format!(
            r#"    "A": {{ "Type": "Parallel", "Next": "B", "Branches": [
      {{ "StartAt": "{second}", "States": {{
        "{second}": {{ "Type": "Pass", "Next": "C" }}, "C": {{ "Type": "Pass", "Next": "{second}" }}, "D": {{ "Type": "Succeed" }} }} }}] }},
    "B": {{ "Type": "Succeed" }}"#
        )
    };
    // The inner one comes first in the text, so the outer one is the second.
    let text = branch("B");
    let after = text
        .replace("\"Next\": \"B\", \"Branches\"", "\"Next\": \"B (2)\", \"Branches\"")
        .replace("\n    \"B\": { \"Type\": \"Succeed\" }", "\n    \"B (2)\": { \"Type\": \"Succeed\" }");
    fixed(&text, "duplicate-state-name", &[(&after, true)]);
}

#[test]
fn one_name_twice_in_one_object() {
    fixed(
        "    \"A\": { \"Type\": \"Succeed\" },\n    \"A\": { \"Type\": \"Fail\" }",
        "json-syntax",
        &[("    \"A\": { \"Type\": \"Succeed\" },\n    \"A (2)\": { \"Type\": \"Fail\" }", false)],
    );
}

#[test]
fn neither_next_nor_end() {
    fixed(r#"    "A": { "Type": "Pass" }"#, "next-and-end", &[(r#"    "A": { "Type": "Pass", "End": true }"#, true)]);
    fixed(
        "    \"A\": { \"Type\": \"Pass\" },\n    \"B\": { \"Type\": \"Succeed\" }",
        "next-and-end",
        &[
            ("    \"A\": { \"Type\": \"Pass\", \"End\": true },\n    \"B\": { \"Type\": \"Succeed\" }", false),
            ("    \"A\": { \"Type\": \"Pass\", \"Next\": \"B\" },\n    \"B\": { \"Type\": \"Succeed\" }", false),
        ],
    );
    fixed(
        r#"    "A": { "Type": "Pass", "End": false }"#,
        "next-and-end",
        &[(r#"    "A": { "Type": "Pass", "End": true }"#, true)],
    );
}

#[test]
fn both_next_and_end() {
    let wrong =
        "    \"A\": { \"Type\": \"Pass\", \"Next\": \"B\", \"End\": true },\n    \"B\": { \"Type\": \"Succeed\" }";
    fixed(
        wrong,
        "next-and-end",
        &[(&wrong.replace(", \"End\": true", ""), false), (&wrong.replace("\"Next\": \"B\", ", ""), false)],
    );
}

#[test]
fn fields_that_exclude_each_other() {
    let wrong = r#"    "A": { "Type": "Wait", "Seconds": 1.0, "SecondsPath": "$.s", "End": true }"#;
    fixed(
        wrong,
        "conflicting-fields",
        &[(&wrong.replace("\"Seconds\": 1.0, ", ""), false), (&wrong.replace("\"SecondsPath\": \"$.s\", ", ""), false)],
    );
}

#[test]
fn a_name_that_is_too_long() {
    let long = "A".repeat(81);
    let states = |name: &str| {
        format!(
            "    \"A\": {{ \"Type\": \"Pass\", \"Next\": \"{name}\" }},\n    \"{name}\": {{ \"Type\": \"Succeed\" }}"
        )
    };
    fixed(&states(&long), "state-name-too-long", &[(&states(&long[1..]), true)]);
}

const CHOICE: &str = r#"    "A": {
      "Type": "Choice",
      "Choices": [
        { "Variable": "$.x", "IsNull": true, "Next": "B" }
      ]
    },
    "B": { "Type": "Succeed" }"#;

#[test]
fn a_missing_default() {
    let with_default = |name: &str| CHOICE.replace("      ]\n", &format!("      ],\n      \"Default\": \"{name}\"\n"));
    let with_fail = with_default("Fail").replace(
        "    },\n    \"B\"",
        "    },\n    \"Fail\": {\n      \"Type\": \"Fail\",\n      \"Error\": \"NoChoiceMatched\",\n      \"Cause\": \"No rule of the Choice state matched\"\n    },\n    \"B\"",
    );
    lint_fixed(CHOICE, ("choice-without-default", "A", "\"A\":"), &[(&with_fail, false), (&with_default("B"), false)]);
    assert_eq!(check(&Document::new(machine(&with_fail))), []);
}

#[test]
fn a_lambda_task_without_retrier() {
    let task = |retry: &str| {
        format!(
            "    \"A\": {{\n      \"Type\": \"Task\",\n      \"Resource\": \"arn:aws:states:::lambda:invoke\",\n      \"Parameters\": {{ \"FunctionName\": \"f\" }},\n{retry}      \"End\": true\n    }}"
        )
    };
    let text = machine(&task(""));
    let found = fixes(&Document::new(&*text), &lint(&text, "lambda-without-retrier", "A", "\"A\":"));
    let after = apply(&text, &found[0]);
    assert_eq!(check(&Document::new(&*after)), []);
    assert!(after.contains("\"Lambda.ServiceException\",\n"), "{after}");
    // Beside a retrier that is there it comes first: one for all errors has to stay last.
    let text = machine(&task("      \"Retry\": [{ \"ErrorEquals\": [\"States.ALL\"], \"BackoffRate\": 2.50 }],\n"));
    let found = fixes(&Document::new(&*text), &lint(&text, "lambda-without-retrier", "A", "\"A\":"));
    let after = apply(&text, &found[0]);
    assert_eq!(check(&Document::new(&*after)), []);
    assert!(after.find("Lambda.ServiceException") < after.find("States.ALL") && after.contains("2.50"), "{after}");
}

#[test]
fn fields_of_a_map_under_their_old_names() {
    let map = |parameters: &str, iterator: &str| {
        format!(
            r#"    "A": {{ "Type": "Map", "{parameters}": {{ "x": 1.0 }}, "{iterator}": {{ "StartAt": "B", "States": {{ "B": {{ "Type": "Succeed" }} }} }}, "End": true }}"#
        )
    };
    let old = map("Parameters", "Iterator");
    lint_fixed(&old, ("deprecated-iterator", "A", "\"Iterator\""), &[(&map("Parameters", "ItemProcessor"), true)]);
    lint_fixed(&old, ("deprecated-map-parameters", "A", "\"Parameters\""), &[(&map("ItemSelector", "Iterator"), true)]);
    lint_fixed(&old, ("deprecated-field", "A", "\"Iterator\""), &[(&map("Parameters", "ItemProcessor"), true)]);
    let pass = r#"    "A": { "Type": "Pass", "Parameters": {}, "End": true }"#;
    lint_fixed(pass, ("deprecated-map-parameters", "A", "\"Parameters\""), &[]);
}

#[test]
fn states_all_that_is_not_last() {
    let retry = |entries: &str| {
        format!(
            "    \"A\": {{ \"Type\": \"Map\", \"ItemProcessor\": {{ \"StartAt\": \"B\", \"States\": {{ \"B\": {{ \"Type\": \"Succeed\" }} }} }}, \"Retry\": [\n{entries}\n    ], \"End\": true }}"
        )
    };
    let wrong = retry(
        "      { \"ErrorEquals\": [\"E\"] },\n      { \"ErrorEquals\": [\"States.ALL\"], \"BackoffRate\": 1.50 },\n      { \"ErrorEquals\": [\"F\"] },\n      { \"ErrorEquals\": [\"G\"] }",
    );
    let right = retry(
        "      { \"ErrorEquals\": [\"E\"] },\n      { \"ErrorEquals\": [\"F\"] },\n      { \"ErrorEquals\": [\"G\"] },\n      { \"ErrorEquals\": [\"States.ALL\"], \"BackoffRate\": 1.50 }",
    );
    lint_fixed(&wrong, ("states-all", "A", "\"States.ALL\""), &[(&right, true)]);
    lint_fixed(&right, ("states-all", "A", "\"States.ALL\""), &[]);
}

#[test]
fn commands_of_lists_keep_the_layout() {
    let mut editor = Editor::new("{\"a\": [1.0, 2]}");
    let list = pasos::text::Pointer::parse("/a");
    let insert = |index| Command::from(InsertItem { list: list.clone(), index, value: 3.into() });
    editor.apply(&insert(9), None).unwrap();
    assert_eq!(editor.document().text(), "{\"a\": [1.0, 2, 3]}");
    editor.apply(&insert(0), None).unwrap();
    assert_eq!(editor.document().text(), "{\"a\": [3, 1.0, 2, 3]}");
    let mut empty = Editor::new("{\n  \"a\": []\n}");
    empty.apply(&insert(0), None).unwrap();
    assert_eq!(empty.document().text(), "{\n  \"a\": [\n    3\n  ]\n}");
    assert!(empty.apply(&MoveItem { list: list.clone(), from: 5, to: 0 }.into(), None).is_err());
}

#[test]
fn everything_safe_at_once_is_one_step() {
    let text = machine(
        r#"    "A": { "Type": "Pass", "Coment": "c", "Next": "Secnd" },
    "Second": { "Type": "Parallel", "Branches": [
      { "StartAt": "A", "States": { "A": { "Type": "Pass" } } },
      { "StartAt": "A", "States": { "A": { "Type": "Pass" } } }
    ] }"#,
    );
    let done = fix_all(&Document::new(&*text), &Options::default());
    let mut editor = Editor::new(&*text);
    editor.apply(&ApplyFixes { edits: done.edits.clone(), n_fixes: done.n_fixes }.into(), None).unwrap();
    assert_eq!(check(editor.document()), [], "{}", editor.document().text());
    assert_eq!(done.n_fixes, 7, "a field, a target, three ends, two names");
    let names: BTreeSet<&str> = editor.document().machine().states().map(|(_, state)| &*state.name).collect();
    assert_eq!(names.len(), 4);
    assert!(editor.undo());
    assert_eq!(editor.document().text(), text);
    assert!(!editor.undo());
}

#[test]
fn nothing_safe_changes_nothing() {
    let text = machine("    \"A\": { \"Type\": \"Succeed\" },\n    \"B\": { \"Type\": \"Succeed\" }");
    let done = fix_all(&Document::new(&*text), &Options::default());
    assert!(done.edits.is_empty());
    assert_eq!(done.n_fixes, 0);
}

#[test]
fn a_problem_of_another_text_is_no_trouble() {
    let text = machine(CHOICE).replace("\"B\" }", "\"C\" }");
    let other = Document::new("{}");
    for diagnostic in check(&Document::new(&*text)) {
        assert_eq!(fixes(&other, &diagnostic), []);
    }
    let stale = lint(&machine(CHOICE), "choice-without-default", "B", "\"B\":");
    assert_eq!(fixes(&Document::new("[]"), &stale), []);
    assert!(!matches!(
        fixes(&Document::new(machine(CHOICE)), &stale)[..],
        [Fix { title: FixTitle::DefaultToNewFail, .. }, ..]
    ));
}

#[test]
fn what_stays_text_becomes_what_is_evaluated() {
    let pass =
        |language: &str, fields: &str| format!("    \"A\": {{\"Type\": \"Pass\", {language}{fields}, \"End\": true}}");
    let jsonpath = |fields: &str| pass("", fields);
    let jsonata = |fields: &str| pass("\"QueryLanguage\": \"JSONata\", ", fields);
    for (before, after) in [
        (jsonpath(r#""Parameters": {"id": "$.order.id"}"#), jsonpath(r#""Parameters": {"id.$": "$.order.id"}"#)),
        (jsonpath(r#""Parameters": {"id": "States.UUID()"}"#), jsonpath(r#""Parameters": {"id.$": "States.UUID()"}"#)),
        (
            r#"    "A": {"Type": "Fail", "Error": "$.error"}"#.to_owned(),
            r#"    "A": {"Type": "Fail", "ErrorPath": "$.error"}"#.to_owned(),
        ),
        (
            r#"    "A": {"Type": "Fail", "Cause": "States.Format('{}', $.c)"}"#.to_owned(),
            r#"    "A": {"Type": "Fail", "CausePath": "States.Format('{}', $.c)"}"#.to_owned(),
        ),
        (jsonata(r#""Output": {"id": "$states.input.id"}"#), jsonata(r#""Output": {"id": "{% $states.input.id %}"}"#)),
        (jsonata(r#""Output": {"id": "$.a.b"}"#), jsonata(r#""Output": {"id": "{% $states.input.a.b %}"}"#)),
        (
            jsonata(r#""Output": {"id": "$$.State.Name"}"#),
            jsonata(r#""Output": {"id": "{% $states.context.State.Name %}"}"#),
        ),
        (
            jsonata(r#""Output": {"m": "Hi {% $states.input.n %}!"}"#),
            jsonata(r#""Output": {"m": "{% \"Hi \" & ($states.input.n) & \"!\" %}"}"#),
        ),
        (jsonata(r#""Output": {"m.$": "{% 1 %}"}"#), jsonata(r#""Output": {"m": "{% 1 %}"}"#)),
    ] {
        fixed(&before, "stays-text", &[(&after, false)]);
    }
}

#[test]
fn a_value_that_the_service_does_not_know_becomes_the_one_that_was_meant() {
    let text = machine(
        r#"    "A": {
      "Type": "Task",
      "Resource": "arn:aws:states:::ecs:runTask",
      "Parameters": { "LaunchType": "FARGAT", "TaskDefinition": "task:1" },
      "End": true
    }"#,
    );
    let options = Options { services: Services::bundled(), ..Options::default() };
    let found = |text: &str| {
        let document = Document::new(text);
        let found = check_with(&document, &options).into_iter().filter(|found| found.rule == "argument-value");
        found.map(|found| (fixes(&document, &found), found)).collect::<Vec<_>>()
    };
    let [(mending, diagnostic)] = &found(&text)[..] else { panic!("one value is not known") };
    assert!(diagnostic_words(diagnostic, Language::En).advice.contains("Did you mean FARGATE?"));
    assert!(diagnostic_words(diagnostic, Language::Es).advice.contains("¿Quisiste decir FARGATE?"));
    assert!(mending[0].is_safe);
    let after = apply(&text, &mending[0]);
    assert_eq!(after, text.replace("FARGAT", "FARGATE"));
    assert!(found(&after).is_empty());
    // Where none is like it, those that there are are named, and only a person can choose.
    let [(mending, diagnostic)] = &found(&text.replace("FARGAT", "MOON"))[..] else { panic!("still one") };
    assert!(mending.is_empty());
    assert!(diagnostic_words(diagnostic, Language::En).message.contains("EC2"));
}
