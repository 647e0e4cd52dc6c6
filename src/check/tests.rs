//! Each rule: what it finds, and a right twin in which it finds nothing.

use super::{Group, Options, RULES, Rule, Severity, Silence, check, check_by, rule};
use crate::asl::Document;
use proptest::prelude::*;

fn found(text: &str) -> Vec<String> {
    let document = Document::new(text);
    check(&document)
        .into_iter()
        // What AWS accepts and Pasos warns of has its own tests.
        .filter(|diagnostic| rule(&diagnostic.rule).is_some_and(|rule| rule.group == Group::Definition))
        .map(|diagnostic| {
            let place = document.position(diagnostic.span.start);
            let location = diagnostic.location.unwrap_or_default();
            format!("{} {}:{} {location}", diagnostic.rule, place.line, place.column)
        })
        .collect()
}

/// Wraps states into a machine that starts at A.
fn machine(states: &str) -> String {
    format!("{{\"StartAt\": \"A\", \"States\": {{\n{states}\n}}}}")
}

#[track_caller]
fn finds(states: &str, expected: &[&str]) {
    assert_eq!(found(&machine(states)), expected);
}

#[track_caller]
fn right(states: &str) {
    finds(states, &[]);
}

#[test]
fn json_syntax() {
    assert_eq!(found("{\"StartAt\": \"A\",\n \"States\": {\"A\": {\"Type\": \"Succeed\"}},\n}"), ["json-syntax 2:38 "]);
    assert_eq!(found("[1]"), ["json-syntax 1:1 "]);
    assert_eq!(found(""), ["json-syntax 1:1 "]);
    assert_eq!(found("\u{feff}{\"StartAt\": \"A\",\r\n\"States\": {\"A\": {\"Type\": \"Succeed\"}}}"), [""; 0]);
}

#[test]
fn missing_start_at() {
    assert_eq!(found("{\"States\": {\"A\": {\"Type\": \"Succeed\"}}}"), ["missing-field 1:1 /"]);
    finds(r#""A": {"Type": "Task", "End": true}"#, &["missing-field 2:1 /States/A"]);
    right(r#""A": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:s3:listBuckets", "End": true}"#);
}

#[test]
fn what_not_holds_is_told_once() {
    let of = |not: &str| {
        format!(
            r#""A": {{"Type": "Choice", "Choices": [{{"Not": {not}, "Next": "B"}}], "Default": "B"}}, "B": {{"Type": "Succeed"}}"#
        )
    };
    for not in ["[]", "[{\"Variable\": \"$.x\", \"IsNull\": true}]", "5"] {
        finds(&of(not), &["wrong-type 2:45 /States/A/Choices[0]/Not"]);
    }
    let nested = r#"{"And": [5, {"Variable": "$.x", "IsNull": true}]}"#;
    finds(&of(nested), &["wrong-type 2:54 /States/A/Choices[0]/Not/And[0]"]);
}

#[test]
fn missing_target() {
    finds(
        r#""A": {"Type": "Pass", "Next": "Nowhere"}, "B": {"Type": "Succeed"}"#,
        &["missing-target 2:31 /States/A/Next", "unreachable-state 2:43 /States/B"],
    );
    right(r#""A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Succeed"}"#);
}

#[test]
fn unreachable_state() {
    finds(r#""A": {"Type": "Succeed"}, "B": {"Type": "Succeed"}"#, &["unreachable-state 2:27 /States/B"]);
}

#[test]
fn no_terminal_state() {
    finds(r#""A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "Next": "A"}"#, &["no-terminal-state 1:18 "]);
}

#[test]
fn unknown_field() {
    finds(r#""A": {"Type": "Pass", "Reslut": 1, "End": true}"#, &["unknown-field 2:23 /States/A"]);
    finds(r#""A": {"Type": "Pass", "Output": 1, "End": true}"#, &["unknown-field 2:23 /States/A"]);
    right(r#""A": {"Type": "Pass", "QueryLanguage": "JSONata", "Output": 1, "End": true}"#);
}

#[test]
fn wrong_type() {
    finds(r#""A": {"Type": "Wait", "Seconds": "5", "End": true}"#, &["wrong-type 2:34 /States/A/Seconds"]);
    finds(r#""A": {"Type": "Wait", "Seconds": -5, "End": true}"#, &["wrong-type 2:34 /States/A/Seconds"]);
    finds(r#""A": {"Type": "Wait", "Timestamp": "soon", "End": true}"#, &["wrong-type 2:36 /States/A/Timestamp"]);
    finds(r#""A": {"Type": "Pas", "End": true}"#, &["wrong-type 2:15 /States/A/Type"]);
    right(r#""A": {"Type": "Wait", "Seconds": "${Delay}", "End": true}"#);
    right(r#""A": {"Type": "Wait", "QueryLanguage": "JSONata", "Seconds": "{% 5 %}", "End": true}"#);
}

#[test]
fn duplicate_state_name() {
    let inner = |name: &str| {
        format!(
            r#""A": {{"Type": "Parallel", "Branches": [{{"StartAt": "{name}", "States": {{"{name}": {{"Type": "Succeed"}}}}}}], "End": true}}"#
        )
    };
    finds(&inner("A"), &["duplicate-state-name 2:68 /States/A/Branches[0]/States/A"]);
    right(&inner("B"));
}

#[test]
fn transition_across_a_scope() {
    finds(
        r#""A": {"Type": "Map", "ItemProcessor": {"StartAt": "B", "States": {"B": {"Type": "Pass", "Next": "C"}, "D": {"Type": "Succeed"}}}, "Next": "C"}, "C": {"Type": "Succeed"}"#,
        &[
            "missing-target 2:97 /States/A/ItemProcessor/States/B/Next",
            "unreachable-state 2:103 /States/A/ItemProcessor/States/D",
        ],
    );
}

#[test]
fn next_and_end() {
    finds(r#""A": {"Type": "Pass", "Next": "A", "End": true}"#, &["next-and-end 2:36 /States/A"]);
    finds(r#""A": {"Type": "Pass"}"#, &["next-and-end 2:1 /States/A"]);
    right(r#""A": {"Type": "Pass", "End": true}"#);
}

#[test]
fn empty_branches() {
    finds(r#""A": {"Type": "Parallel", "Branches": [], "End": true}"#, &["empty-list 2:39 /States/A/Branches"]);
    assert_eq!(found(r#"{"StartAt": "A", "States": {}}"#), ["missing-target 1:13 /StartAt", "empty-list 1:28 /States"]);
}

#[test]
fn conflicting_fields() {
    finds(r#""A": {"Type": "Wait", "End": true}"#, &["conflicting-fields 2:1 /States/A"]);
    finds(r#""A": {"Type": "Fail", "Error": "x", "ErrorPath": "$.x"}"#, &["conflicting-fields 2:37 /States/A"]);
    right(r#""A": {"Type": "Fail", "Error": "x"}"#);
}

#[test]
fn language_conflict_and_long_names() {
    assert_eq!(
        found(
            r#"{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Succeed", "QueryLanguage": "JSONPath"}}}"#
        ),
        ["language-conflict 1:82 /States/A"]
    );
    let long = "x".repeat(81);
    assert_eq!(
        found(&format!(r#"{{"StartAt": "{long}", "States": {{"{long}": {{"Type": "Succeed"}}}}}}"#)),
        [format!("state-name-too-long 1:109 /States/{long}")]
    );
}

#[test]
fn choice_comparator() {
    let rule = |rule: &str| format!(r#""A": {{"Type": "Choice", "Choices": [{rule}]}}, "B": {{"Type": "Succeed"}}"#);
    finds(&rule(r#"{"Variable": "$.x", "Next": "B"}"#), &["choice-comparator 2:37 /States/A/Choices[0]"]);
    finds(&rule(r#"{"IsNull": true, "Next": "B"}"#), &["choice-comparator 2:37 /States/A/Choices[0]"]);
    right(&rule(
        r#"{"And": [{"Variable": "$.x", "IsNull": true}, {"Not": {"Variable": "$.x", "IsPresent": true}}], "Next": "B"}"#,
    ));
}

#[test]
fn strange_names_are_only_names() {
    for name in ["<img src=x onerror=alert(1)>", "__proto__", "😀", "a/b~c"] {
        let text = format!(r#"{{"StartAt": "{name}", "States": {{"{name}": {{"Type": "Succeed"}}}}}}"#);
        assert_eq!(found(&text), [""; 0], "{name}");
    }
}

#[test]
fn large_and_deep_definitions_are_checked() {
    let states: Vec<String> =
        (0..10_000).map(|n| format!(r#""S{n}": {{"Type": "Pass", "Next": "S{}"}}"#, n + 1)).collect();
    let text = format!(r#"{{"StartAt": "S0", "States": {{{}, "S10000": {{"Type": "Succeed"}}}}}}"#, states.join(","));
    assert_eq!(found(&text), [""; 0]);
    let deep = "{\"States\":".repeat(2000);
    assert!(found(&deep).iter().any(|line| line.starts_with("json-syntax")));
    let nested = (0..120).fold(r#"{"StartAt": "Z", "States": {"Z": {"Type": "Succeed"}}}"#.to_owned(), |inner, n| {
        format!(
            r#"{{"StartAt": "M{n}", "States": {{"M{n}": {{"Type": "Map", "ItemProcessor": {inner}, "End": true}}}}}}"#
        )
    });
    assert_eq!(found(&nested), [""; 0]);
}

proptest! {
    #[test]
    fn no_text_makes_a_rule_panic(cut in 0_usize..400, insert in r#"[\[\]{}:,"a1]{0,3}"#, remove in 0_usize..4) {
        let text = machine(r#""A": {"Type": "Choice", "Choices": [{"Or": [{"Variable": "$.x", "IsNull": true}], "Next": "B"}]}, "B": {"Type": "Map", "Iterator": {"StartAt": "C", "States": {"C": {"Type": "Wait", "Seconds": 1, "End": true}}}, "Retry": [{"ErrorEquals": ["States.ALL"]}], "End": true}"#);
        let cut = cut.min(text.len());
        let end = (cut + remove).min(text.len());
        let _ = found(&format!("{}{insert}{}", &text[..cut], &text[end..]));
    }
}

#[test]
fn a_rule_that_fails_is_told_and_the_others_run() {
    let failing = Rule {
        name: "fails",
        group: Group::Flow,
        severity: Severity::Error,
        docs: ["", ""],
        check: |context| {
            context.report(super::Problem::NotAnObject, crate::text::Span::empty(0), None, None);
            panic!("on purpose");
        },
    };
    let rules: Vec<Rule> = [failing].into_iter().chain(RULES.iter().copied()).collect();
    let document = Document::new("[1]");
    let found = |options| {
        let found = check_by(&rules, &document, &options).into_iter().map(|diagnostic| diagnostic.rule);
        found.collect::<Vec<_>>()
    };
    assert_eq!(found(Options::default()), ["json-syntax", "rule-failed"]);
    assert_eq!(super::running(), None);
    let silenced = vec![Silence { rule: "fails".to_owned(), state: None }];
    assert_eq!(found(Options { silenced, ..Options::default() }), ["json-syntax"]);
}
