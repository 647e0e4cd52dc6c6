//! The rules beyond AWS that need no data: each defect is found, and its right twin gives no alarm.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use pasos::asl::{Document, ExecutionType};
use pasos::check::{OPTIONAL, Options, RULES, Rule, Severity, check, check_with};
use pasos::i18n::Language;
use pasos::i18n::diagnostics::diagnostic_words;

/// The rules that this file is about.
fn rules() -> impl Iterator<Item = &'static Rule> {
    let first = RULES.iter().position(|rule| rule.name == "endless-loop").unwrap();
    let last = RULES.iter().position(|rule| rule.name == "deprecated-field").unwrap();
    RULES[first..=last].iter()
}

/// What these rules find, as the rule, its message and the marked text.
fn found_with(text: &str, options: &Options) -> Vec<String> {
    let document = Document::new(text);
    assert_eq!(document.syntax_errors(), [], "{text}");
    check_with(&document, options)
        .iter()
        .filter(|diagnostic| rules().any(|rule| rule.name == diagnostic.rule))
        .map(|diagnostic| {
            let words = diagnostic_words(diagnostic, Language::En);
            assert!(!words.message.is_empty() && !words.message.contains('{'), "{diagnostic:?}: {words:?}");
            format!("{} {}", diagnostic.rule, diagnostic.span.of(text))
        })
        .collect()
}

#[track_caller]
fn finds(states: &str, expected: &[&str]) {
    let text = format!(r#"{{"StartAt": "A", "TimeoutSeconds": 900, "States": {{{states}}}}}"#);
    assert_eq!(found_with(&text, &Options::default()), expected, "{text}");
}

#[track_caller]
fn right(states: &str) {
    finds(states, &[]);
}

/// A Task that only lacks what the test is about.
fn task(fields: &str) -> String {
    format!(
        r#""A": {{"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {{"MessageBody": "x"}}, {fields}, "End": true}}, "B": {{"Type": "Fail"}}"#
    )
}

/// `Catch` with one entry for each list of names.
fn catch(lists: &[&str]) -> String {
    let entries: Vec<String> =
        lists.iter().map(|names| format!(r#"{{"ErrorEquals": [{names}], "Next": "B"}}"#)).collect();
    task(&format!(r#""Catch": [{}]"#, entries.join(", ")))
}

/// A Choice of rules without their `Next`.
fn choice(rules: &[&str]) -> String {
    let rules: Vec<String> = rules.iter().map(|rule| format!(r#"{{{rule}, "Next": "B"}}"#)).collect();
    format!(
        r#""A": {{"Type": "Choice", "Choices": [{}], "Default": "C"}}, "B": {{"Type": "Succeed"}}, "C": {{"Type": "Succeed"}}"#,
        rules.join(", ")
    )
}

#[test]
fn the_documentation_of_every_rule_is_whole_and_its_examples_are_true() {
    // 256 KiB of text are said, not shown.
    let large = format!("{:?}", "x".repeat(300_000));
    let text = |example: &str| example.replace(r#""…""#, &large);
    for rule in rules() {
        for language in Language::ALL {
            let doc = rule.doc(language);
            assert!(!doc.title.is_empty() && doc.sections.len() == 5, "{} {language:?}", rule.name);
            assert!(doc.messages.iter().all(|(_, message, advice)| !message.is_empty() && !advice.is_empty()));
            let keys = |language| rule.doc(language).messages.iter().map(|(key, _, _)| *key).collect::<Vec<_>>();
            assert_eq!(keys(Language::En), keys(Language::Es), "{}", rule.name);
            assert_eq!((doc.examples(2).len(), doc.examples(3).len()), (1, 1), "{} {language:?}", rule.name);
            // What is off unless it is asked for has templates as examples, which the tests of the documentation read.
            if OPTIONAL.contains(&rule.name) {
                continue;
            }
            for example in doc.examples(2) {
                let diagnostics = check(&Document::new(text(example)));
                assert!(diagnostics.iter().any(|found| found.rule == rule.name), "{} finds nothing", rule.name);
                assert!(diagnostics.iter().all(|found| found.severity != Severity::Error), "{diagnostics:?}");
            }
            for example in doc.examples(3) {
                let diagnostics = check(&Document::new(text(example)));
                let is_wrong = |name: &str, severity| name == rule.name || severity == Severity::Error;
                let wrong: Vec<_> = diagnostics.iter().filter(|found| is_wrong(&found.rule, found.severity)).collect();
                assert!(wrong.is_empty(), "{}: {wrong:?}", rule.name);
            }
        }
    }
}

#[test]
fn endless_loop() {
    let machine = |out: &str| {
        format!(
            r#""A": {{"Type": "Choice", "Choices": [{{"Variable": "$.x", "IsNull": true, "Next": "B"}}], "Default": "D"}},
            "B": {{"Type": "Pass", "Next": "C"}}, "C": {{"Type": "Pass", "Next": "{out}"}}, "D": {{"Type": "Succeed"}}"#
        )
    };
    finds(&machine("B"), &[r#"endless-loop "B""#]);
    finds(&machine("C"), &[r#"endless-loop "C""#]);
    right(&machine("D"));
}

#[test]
fn a_cycle_that_nothing_reaches_is_an_error_and_no_trap() {
    let text = r#"{"StartAt": "A", "States": {"A": {"Type": "Succeed"}, "B": {"Type": "Pass", "Next": "C"}, "C": {"Type": "Pass", "Next": "B"}}}"#;
    let rules: Vec<String> = check(&Document::new(text)).into_iter().map(|found| found.rule).collect();
    assert_eq!(rules, ["unreachable-state", "unreachable-state"]);
}

#[test]
fn loop_without_wait() {
    let machine = |action: &str, back: &str, between: &str, variable: &str| {
        format!(
            r#""A": {{"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:rds:{action}", "Parameters": {{}}, "Next": "B"}},
            "B": {{"Type": "Choice", "Choices": [{{"Variable": "{variable}", "IsNull": true, "Next": "{back}"}}], "Default": "D"}}, {between}
            "D": {{"Type": "Succeed"}}"#
        )
    };
    let wait = r#""C": {"Type": "Wait", "Seconds": 5, "Next": "A"},"#;
    finds(&machine("describeDBInstances", "A", "", "$.x"), &[r#"loop-without-wait "A""#]);
    right(&machine("describeDBInstances", "C", wait, "$.x"));
    right(&machine("describeDBInstances", "A", "", "$.NextToken"));
    right(&machine("startDBInstance", "A", "", "$.x"));
}

#[test]
fn leads_to_itself() {
    let machine = |target: &str, assign: &str| {
        format!(
            r#""A": {{"Type": "Choice", "Choices": [{{"Variable": "$.x", "IsNull": true, "Next": "{target}"{assign}}}], "Default": "B"}},
            "B": {{"Type": "Succeed"}}"#
        )
    };
    finds(&machine("A", ""), &[r#"leads-to-itself "A""#]);
    right(&machine("A", r#", "Assign": {"n": 1}"#));
    let catcher = |target: &str| task(&format!(r#""Catch": [{{"ErrorEquals": ["States.ALL"], "Next": "{target}"}}]"#));
    finds(&catcher("A"), &[r#"leads-to-itself "A""#]);
    right(&catcher("B"));
}

#[test]
fn choice_never_true() {
    let both = |a: &str, b: &str| {
        let part = |test| format!(r#"{{"Variable": "$.x", {test}}}"#);
        choice(&[&format!(r#""And": [{}, {}]"#, part(a), part(b))])
    };
    let found = |states: &str| {
        let text = format!(r#"{{"StartAt": "A", "States": {{{states}}}}}"#);
        found_with(&text, &Options::default()).iter().filter(|line| line.starts_with("choice-never-true")).count()
    };
    assert_eq!(found(&both(r#""NumericGreaterThan": 5"#, r#""NumericLessThan": 5"#)), 1);
    assert_eq!(found(&both(r#""IsPresent": false"#, r#""StringEquals": "a""#)), 1);
    assert_eq!(found(&both(r#""StringEquals": "b""#, r#""StringEquals": "a""#)), 1);
    right(&both(r#""NumericGreaterThan": 5"#, r#""NumericLessThan": 9"#));
    right(&both(r#""IsPresent": true"#, r#""StringEquals": "a""#));
    finds(&choice(&[r#""Variable": "$.x", "NumericLessThanPath": "$.x""#]), &[r#"choice-never-true "$.x""#]);
    right(&choice(&[r#""Variable": "$.x", "NumericLessThanPath": "$.y""#]));
    let condition = |text: &str| {
        format!(
            r#"{{"QueryLanguage": "JSONata", "StartAt": "A", "States": {{{}}}}}"#,
            choice(&[&format!(r#""Condition": {text}"#)])
        )
    };
    assert_eq!(found_with(&condition("false"), &Options::default()), ["choice-never-true false"]);
    assert_eq!(found_with(&condition(r#""{% $states.input.x %}""#), &Options::default()), [""; 0]);
}

#[test]
fn choice_covered() {
    let states = choice(&[r#""Variable": "$.x", "NumericLessThan": 9"#, r#""Variable": "$.x", "NumericLessThan": 5"#]);
    finds(&states, &[r#"choice-covered {"Variable": "$.x", "NumericLessThan": 5, "Next": "B"}"#]);
    right(&choice(&[r#""Variable": "$.x", "NumericLessThan": 5"#, r#""Variable": "$.x", "NumericLessThan": 9"#]));
    right(&choice(&[r#""Variable": "$.x", "NumericLessThan": 9"#, r#""Variable": "$.y", "NumericLessThan": 5"#]));
    let twice = |second: &str| {
        let rules = choice(&[r#""Condition": "{% $states.input.x %}""#, &format!(r#""Condition": "{second}""#)]);
        found_with(
            &format!(r#"{{"QueryLanguage": "JSONata", "StartAt": "A", "States": {{{rules}}}}}"#),
            &Options::default(),
        )
        .len()
    };
    assert_eq!(twice("{% $states.input.x  %}"), 1);
    assert_eq!(twice("{% $states.input.y  %}"), 0);
}

#[test]
fn choice_without_default() {
    let machine = |rules: &str| {
        format!(
            r#""A": {{"Type": "Choice", "Choices": [{rules}]}}, "B": {{"Type": "Succeed"}}, "C": {{"Type": "Succeed"}}"#
        )
    };
    let rule = |test: &str, target: &str| format!(r#"{{"Variable": "$.x", {test}, "Next": "{target}"}}"#);
    let pair = |a: &str, b: &str| machine(&format!("{}, {}", rule(a, "B"), rule(b, "C")));
    finds(&pair(r#""StringEquals": "a""#, r#""StringEquals": "b""#), &[r#"choice-without-default "A""#]);
    finds(&pair(r#""NumericLessThan": 1"#, r#""NumericGreaterThan": 1"#), &[r#"choice-without-default "A""#]);
    right(&pair(r#""NumericLessThan": 1"#, r#""NumericGreaterThanEquals": 1"#));
    right(&pair(r#""BooleanEquals": true"#, r#""BooleanEquals": false"#));
    right(&pair(r#""IsPresent": true"#, r#""IsPresent": false"#));
}

#[test]
fn choice_same_target() {
    let machine = |target: &str| {
        format!(
            r#""A": {{"Type": "Choice", "Choices": [{{"Variable": "$.x", "IsNull": true, "Next": "{target}"}}], "Default": "B"}},
            "B": {{"Type": "Succeed"}}, "C": {{"Type": "Succeed"}}"#
        )
    };
    finds(&machine("B"), &[r#"choice-same-target "A""#]);
    right(&machine("C"));
}

#[test]
fn parallel_with_one_branch() {
    let branch = |name: &str| format!(r#"{{"StartAt": "{name}", "States": {{"{name}": {{"Type": "Succeed"}}}}}}"#);
    let machine = |branches: &str, more: &str| {
        format!(r#""A": {{"Type": "Parallel", "Branches": [{branches}], {more} "End": true}}, "B": {{"Type": "Fail"}}"#)
    };
    finds(&machine(&branch("X"), ""), &[r#"parallel-with-one-branch "Branches""#]);
    right(&machine(&format!("{}, {}", branch("X"), branch("Y")), ""));
    right(&machine(&branch("X"), r#""Catch": [{"ErrorEquals": ["States.ALL"], "Next": "B"}],"#));
}

#[test]
fn unmatched_handler() {
    finds(&catch(&[r#""Mine""#, r#""Other", "Mine""#]), &[r#"unmatched-handler "Mine""#]);
    finds(&catch(&[r#""Mine", "Mine""#]), &[r#"unmatched-handler "Mine""#]);
    finds(&catch(&[r#""States.Runtime""#]), &[r#"unmatched-handler "States.Runtime""#]);
    finds(&catch(&[r#""States.TaskFailed""#, r#""Mine""#]), &[r#"unmatched-handler "Mine""#]);
    right(&catch(&[r#""Mine""#, r#""States.TaskFailed""#, r#""States.Permissions""#, r#""States.ALL""#]));
    right(&task(r#""Retry": [{"ErrorEquals": ["Mine"]}], "Catch": [{"ErrorEquals": ["Mine"], "Next": "B"}]"#));
}

#[test]
fn foreign_error() {
    finds(&catch(&[r#""States.BranchFailed""#]), &[r#"foreign-error "States.BranchFailed""#]);
    finds(&catch(&[r#""Lambda.Unknown""#]), &[r#"foreign-error "Lambda.Unknown""#]);
    finds(&catch(&[r#""States.QueryEvaluationError""#]), &[r#"foreign-error "States.QueryEvaluationError""#]);
    finds(&catch(&[r#""States.HeartbeatTimeout""#]), &[r#"foreign-error "States.HeartbeatTimeout""#]);
    right(&catch(&[r#""Sqs.SqsException", "States.ParameterPathFailure", "States.Permissions""#]));
    right(&task(r#""HeartbeatSeconds": 5, "Catch": [{"ErrorEquals": ["States.HeartbeatTimeout"], "Next": "B"}]"#));
    finds(&catch(&[r#""States.Timeout""#]), &[r#"foreign-error "States.Timeout""#]);
    right(&task(r#""TimeoutSeconds": 5, "Catch": [{"ErrorEquals": ["States.Timeout"], "Next": "B"}]"#));
}

#[test]
fn misspelt_error() {
    finds(&catch(&[r#""States.Timout""#]), &[r#"misspelt-error "States.Timout""#]);
    finds(&catch(&[r#""states.all""#]), &[r#"misspelt-error "states.all""#]);
    finds(&catch(&[r#""States.Nonsense""#]), &[r#"misspelt-error "States.Nonsense""#]);
    right(&catch(&[r#""States.DataLimitExceeded", "States.Permissions", "Nonsense""#]));
    // A Fail state inside raises it.
    right(
        r#""A": {"Type": "Parallel", "Branches": [{"StartAt": "X", "States": {"X": {"Type": "Fail", "Error": "States.Mine"}}}],
        "Catch": [{"ErrorEquals": ["States.Mine"], "Next": "B"}], "End": true}, "B": {"Type": "Fail"}"#,
    );
}

#[test]
fn pointless_retrier() {
    let retry = |retriers: &str| task(&format!(r#""Retry": [{retriers}]"#));
    finds(&retry(r#"{"ErrorEquals": ["Mine"], "MaxAttempts": 0}"#), &["pointless-retrier 0"]);
    right(&retry(r#"{"ErrorEquals": ["Mine"], "MaxAttempts": 0}, {"ErrorEquals": ["States.ALL"]}"#));
    right(&retry(r#"{"ErrorEquals": ["Mine"], "MaxAttempts": 1}"#));
}

#[test]
fn retry_delay_contradiction() {
    let retry = |figures: &str| task(&format!(r#""Retry": [{{"ErrorEquals": ["Mine"], {figures}}}]"#));
    finds(&retry(r#""IntervalSeconds": 9, "MaxDelaySeconds": 5"#), &["retry-delay-contradiction 5"]);
    finds(&retry(r#""IntervalSeconds": 5, "MaxDelaySeconds": 5, "BackoffRate": 2"#), &["retry-delay-contradiction 5"]);
    finds(&retry(r#""IntervalSeconds": 2, "MaxDelaySeconds": 5, "BackoffRate": 1"#), &["retry-delay-contradiction 5"]);
    right(&retry(r#""IntervalSeconds": 2, "MaxDelaySeconds": 5, "BackoffRate": 1.5"#));
    right(&retry(r#""IntervalSeconds": 2"#));
}

#[test]
fn waits_without_limit() {
    let machine = |resource: &str, fields: &str| {
        let text = format!(
            r#"{{"StartAt": "A", "States": {{"A": {{"Type": "Task", "Resource": "arn:aws:states:{resource}", "Parameters": {{"t.$": "$$.Task.Token"}}{fields}, "End": true}}}}}}"#
        );
        found_with(&text, &Options::default())
    };
    assert_eq!(machine("::sqs:sendMessage.waitForTaskToken", ""), [r#"token-without-timeout "Resource""#]);
    assert_eq!(machine("us-east-1:111122223333:activity:a", ""), [r#"token-without-timeout "Resource""#]);
    assert_eq!(machine("::glue:startJobRun.sync", ""), [r#"job-without-timeout "Resource""#]);
    assert_eq!(machine("::sqs:sendMessage", ""), [""; 0]);
    assert_eq!(machine("::sqs:sendMessage.waitForTaskToken", r#", "HeartbeatSeconds": 60"#), [""; 0]);
    assert_eq!(machine("::glue:startJobRun.sync", r#", "TimeoutSeconds": 60"#), [""; 0]);
}

#[test]
fn heartbeat_not_below_timeout() {
    finds(&task(r#""HeartbeatSeconds": 60, "TimeoutSeconds": 60"#), &["heartbeat-not-below-timeout 60"]);
    right(&task(r#""HeartbeatSeconds": 59, "TimeoutSeconds": 60"#));
}

#[test]
fn lambda_without_retrier() {
    let function = |retry: &str| {
        format!(
            r#""X": {{"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {{"FunctionName": "f"}}, {retry} "End": true}}"#
        )
    };
    let alone = |retry: &str| function(retry).replacen("\"X\"", "\"A\"", 1);
    finds(&alone(""), &[r#"lambda-without-retrier "Resource""#]);
    finds(&alone(r#""Retry": [{"ErrorEquals": ["Mine"]}],"#), &[r#"lambda-without-retrier "Resource""#]);
    right(&alone(r#""Retry": [{"ErrorEquals": ["Lambda.TooManyRequestsException"]}],"#));
    let inside = |retry: &str| {
        format!(
            r#""A": {{"Type": "Map", {retry} "ItemProcessor": {{"StartAt": "X", "States": {{{}}}}}, "End": true}}"#,
            function("")
        )
    };
    finds(&inside(""), &[r#"lambda-without-retrier "Resource""#]);
    right(&inside(r#""Retry": [{"ErrorEquals": ["States.ALL"]}],"#));
}

#[test]
fn token_never_passed() {
    let machine = |sent: &str| {
        format!(
            r#""A": {{"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", {sent} "TimeoutSeconds": 9, "End": true}}"#
        )
    };
    finds(&machine(r#""Parameters": {"MessageBody.$": "$"},"#), &[r#"token-never-passed "Parameters""#]);
    finds(&machine(""), &[r#"token-never-passed "Resource""#]);
    right(&machine(r#""Parameters": {"MessageBody": {"t.$": "$$.Task.Token"}},"#));
    right(&machine(r#""Parameters": {"MessageBody.$": "States.Format('{}', $$.Task.Token)"},"#));
    let jsonata = |expression: &str| {
        machine(&format!(r#""QueryLanguage": "JSONata", "Arguments": {{"MessageBody": "{{% {expression} %}}"}},"#))
    };
    finds(&jsonata("$states.input"), &[r#"token-never-passed "Arguments""#]);
    finds(&jsonata("$states.context.Execution.Id"), &[r#"token-never-passed "Arguments""#]);
    right(&jsonata("$states.context.Task.Token"));
    right(&jsonata("$merge([$states.input, $states.context])"));
}

#[test]
fn express_too_long() {
    let machine = |first: u64, second: u64| {
        let text = format!(
            r#"{{"StartAt": "A", "States": {{"A": {{"Type": "Wait", "Seconds": {first}, "Next": "B"}}, "B": {{"Type": "Wait", "Seconds": {second}, "End": true}}}}}}"#
        );
        let express = Options { execution_type: ExecutionType::Express, ..Options::default() };
        assert_eq!(found_with(&text, &Options::default()), [""; 0], "a Standard machine may wait");
        found_with(&text, &express)
    };
    assert_eq!(machine(200, 150), ["express-too-long 150"]);
    assert_eq!(machine(100, 150), [""; 0]);
}

#[test]
fn express_waits_count_where_they_are_passed() {
    let machine = |first: u64, second: u64, next: &str| {
        let text = format!(
            r#"{{"StartAt": "A", "States": {{
            "A": {{"Type": "Choice", "Choices": [{{"Variable": "$.x", "IsNull": true, "Next": "B"}}], "Default": "C"}},
            "B": {{"Type": "Wait", "Seconds": {first}, "Next": "{next}"}}, "C": {{"Type": "Wait", "Seconds": {second}, "End": true}}}}}}"#
        );
        found_with(&text, &Options { execution_type: ExecutionType::Express, ..Options::default() })
    };
    assert_eq!(machine(200, 140, "C"), [""; 0], "B can be avoided");
    assert_eq!(machine(300, 10, "C"), ["express-too-long 300"], "whoever comes to B never leaves it");
    assert_eq!(machine(150, 10, "A"), ["express-too-long 150"], "two rounds are too much");
    assert_eq!(machine(60, 10, "A"), [""; 0]);
}

#[test]
fn long_history() {
    let machine = |n_items: usize| {
        let items: Vec<String> = (0..n_items).map(|n| n.to_string()).collect();
        format!(
            r#""A": {{"Type": "Map", "QueryLanguage": "JSONata", "Items": [{}], "ItemProcessor": {{"StartAt": "X", "States": {{"X": {{"Type": "Pass", "End": true}}}}}}, "End": true}}"#,
            items.join(",")
        )
    };
    let found = |n_items| {
        let text = format!(r#"{{"StartAt": "A", "TimeoutSeconds": 900, "States": {{{}}}}}"#, machine(n_items));
        found_with(&text, &Options::default())
    };
    // Four events for each item, and six around them; one transition for each item, and one for the Map.
    assert_eq!(found(6249), [r#"long-history "StartAt""#, r#"costly-run "StartAt""#]);
    assert_eq!(found(6248), [r#"costly-run "StartAt""#]);
    assert_eq!(found(4000), [r#"costly-run "StartAt""#]);
    assert_eq!(found(3999), [""; 0]);
}

#[test]
fn the_items_of_the_example_input_count() {
    let text = r#"{"StartAt": "A", "TimeoutSeconds": 900, "States": {"A": {"Type": "Map", "ItemsPath": "$.all", "ItemProcessor": {"StartAt": "X", "States": {"X": {"Type": "Pass", "End": true}}}, "End": true}}}"#;
    let with = |n_items: usize| {
        let input = Some(serde_json::json!({ "all": vec![1; n_items] }));
        found_with(text, &Options { input, ..Options::default() })
    };
    assert_eq!(with(7000), [r#"long-history "StartAt""#, r#"costly-run "StartAt""#]);
    assert_eq!(with(10), [""; 0]);
}

#[test]
fn literal_too_large() {
    let machine =
        |length: usize| format!(r#""A": {{"Type": "Pass", "Result": "{}", "End": true}}"#, "x".repeat(length));
    finds(&machine(256 * 1024), &[r#"literal-too-large "Result""#]);
    right(&machine(256 * 1024 - 2));
}

#[test]
fn map_concurrency_over_limit() {
    let machine = |config: &str, wanted: u32| {
        format!(
            r#""A": {{"Type": "Map", "MaxConcurrency": {wanted}, "ItemProcessor": {{{config} "StartAt": "X", "States": {{"X": {{"Type": "Pass", "End": true}}}}}}, "End": true}}"#
        )
    };
    let distributed = r#""ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},"#;
    finds(&machine("", 41), &["map-concurrency-over-limit 41"]);
    right(&machine("", 40));
    finds(&machine(distributed, 10_001), &["map-concurrency-over-limit 10001"]);
    right(&machine(distributed, 10_000));
}

#[test]
fn accounts() {
    let machine = |first: &str, second: &str| {
        format!(
            r#""A": {{"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": {{"TopicArn": "arn:aws:sns:us-east-1:{first}:a"}}, "Next": "B"}},
            "B": {{"Type": "Task", "Resource": "arn:aws:states:::sns:publish", "Parameters": {{"TopicArn": "arn:aws:sns:us-east-1:{second}:b"}}, "End": true}}"#
        )
    };
    let one = "literal-account 602401143452";
    finds(&machine("602401143452", "918309763551"), &[one, "foreign-account 918309763551"]);
    finds(&machine("602401143452", "602401143452"), &[one]);
    finds(&machine("602401143452", "111122223333"), &[one]);
    right(&machine("${AWS::AccountId}", "123456789012"));
    let other = machine("602401143452", "918309763551").replacen(
        r#""Next": "B""#,
        r#""Credentials": {"RoleArn": "arn:aws:iam::602401143452:role/r"}, "Next": "B""#,
        1,
    );
    finds(&other, &[one]);
}

#[test]
fn paths_and_words_that_a_service_wants_are_no_alarm() {
    let found = |resource: &str, parameters: &str, language: &str| {
        let field = if language == "JSONata" { "Arguments" } else { "Parameters" };
        let text = format!(
            r#"{{"StartAt": "A", "QueryLanguage": "{language}", "States": {{"A": {{"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:{resource}", "{field}": {parameters}, "End": true}}}}}}"#
        );
        let rules = check(&Document::new(text)).into_iter().map(|found| found.rule);
        rules.filter(|rule| ["stays-text", "literal-secret"].contains(&rule.as_str())).count()
    };
    for (resource, parameters) in [
        (
            "eventbridge:putTargets",
            r#"{"Rule": "r", "Targets": [{"Id": "1", "Arn": "a", "InputTransformer": {"InputPathsMap": {"a": "$.detail.x"}, "InputTemplate": "<a>"}}]}"#,
        ),
        (
            "cloudwatchlogs:putMetricFilter",
            r#"{"LogGroupName": "g", "FilterName": "f", "FilterPattern": "x", "MetricTransformations": [{"MetricName": "m", "MetricNamespace": "n", "MetricValue": "$.latency", "Dimensions": {"ip": "$.ip"}}]}"#,
        ),
        (
            "pipes:createPipe",
            r#"{"Name": "n", "Source": "s", "Target": "t", "RoleArn": "r", "TargetParameters": {"SqsQueueParameters": {"MessageGroupId": "$.body.id"}}}"#,
        ),
        (
            "cognitoidentityprovider:createUserPoolClient",
            r#"{"UserPoolId": "p", "ClientName": "c", "TokenValidityUnits": {"AccessToken": "minutes"}}"#,
        ),
    ] {
        for language in ["JSONPath", "JSONata"] {
            assert_eq!(found(resource, parameters, language), 0, "{resource} in {language}");
        }
    }
    assert_eq!(found("sqs:sendMessage", r#"{"QueueUrl": "q", "MessageBody": "$.detail.x"}"#, "JSONPath"), 1);
    assert_eq!(found("sqs:sendMessage", r#"{"QueueUrl": "q", "AccessToken": "minutes"}"#, "JSONPath"), 1);
}

#[test]
fn literal_secret() {
    let sends = |parameters: &str| {
        format!(
            r#""A": {{"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage", "Parameters": {{{parameters}}}, "End": true}}"#
        )
    };
    finds(&sends(r#""db_password": "x", "Password": "correct-horse""#), &[r#"literal-secret "correct-horse""#]);
    finds(&sends(r#""MessageBody": "key AKIAQ3EGWQZK7XKXY2PT!""#), &[r#"literal-secret "key AKIAQ3EGWQZK7XKXY2PT!""#]);
    finds(&sends(r#""Authorization": "Bearer 0123456789abcdef""#), &[r#"literal-secret "Bearer 0123456789abcdef""#]);
    finds(
        &sends(r#""x": "-----BEGIN RSA PRIVATE KEY-----""#),
        &[r#"literal-secret "-----BEGIN RSA PRIVATE KEY-----""#],
    );
    right(&sends(r#""Password.$": "$.password", "ApiKey": "${ApiKey}", "secret": "arn:aws:secretsmanager:x""#));
    right(&sends(r#""MessageBody": "AKIAIOSFODNN7EXAMPLE", "Password": "example-password", "SecretId": "shop/login""#));
}

#[test]
fn plain_http() {
    let machine = |address: &str| {
        format!(
            r#""A": {{"Type": "Task", "Resource": "arn:aws:states:::http:invoke", "Parameters": {{"ApiEndpoint": "{address}"}}, "End": true}}"#
        )
    };
    finds(&machine("http://example.com"), &[r#"plain-http "http://example.com""#]);
    right(&machine("https://example.com"));
}

#[test]
fn deprecated_field() {
    let machine = |processor: &str, selector: &str| {
        format!(
            r#""A": {{"Type": "Map", "{processor}": {{"StartAt": "X", "States": {{"X": {{"Type": "Succeed"}}}}}}, "{selector}": {{"x": 1}}, "End": true}}"#
        )
    };
    finds(&machine("Iterator", "ItemSelector"), &[r#"deprecated-field "Iterator""#]);
    finds(&machine("ItemProcessor", "Parameters"), &[r#"deprecated-field "Parameters""#]);
    right(&machine("ItemProcessor", "ItemSelector"));
}
