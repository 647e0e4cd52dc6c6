//! What AWS refuses, each with a right twin that differs in the one thing and has no errors.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use pasos::asl::{Document, ExecutionType};
use pasos::check::{Diagnostic, Options, Severity, check_with};
use pasos::services::Services;

fn errors(text: &str, execution_type: ExecutionType) -> Vec<(Diagnostic, String)> {
    let document = Document::new(text);
    let options = Options { execution_type, services: Services::bundled(), ..Options::default() };
    let found = check_with(&document, &options).into_iter().filter(|found| found.severity == Severity::Error);
    found.map(|found| (found.clone(), found.span.of(text).to_owned())).collect()
}

/// A machine of the state A, with a state B to go to.
fn machine(state: &str) -> String {
    format!(r#"{{"StartAt": "A", "States": {{"A": {{{state}, "Next": "B"}}, "B": {{"Type": "Succeed"}}}}}}"#)
}

/// One error of the rule, which marks `marked`; and none in the twin.
#[track_caller]
fn refused(rule: &str, marked: &str, wrong: &str, right: &str) {
    let found = errors(wrong, ExecutionType::Standard);
    let shown: Vec<(&str, &str)> = found.iter().map(|(found, text)| (found.rule.as_str(), text.as_str())).collect();
    assert_eq!(shown, [(rule, marked)], "{wrong}");
    assert_eq!(errors(right, ExecutionType::Standard), [], "{right}");
}

#[track_caller]
fn state(rule: &str, marked: &str, wrong: &str, right: &str) {
    refused(rule, marked, &machine(wrong), &machine(right));
}

fn pass(fields: &str) -> String {
    format!(r#""Type": "Pass", {fields}"#)
}

fn task(resource: &str, fields: &str) -> String {
    format!(r#""Type": "Task", "Resource": "{resource}"{fields}"#)
}

const FUNCTION: &str = "arn:aws:lambda:us-east-1:111122223333:function:f";

#[test]
fn paths_are_read_in_every_field() {
    state("invalid-path", "b", &pass(r#""InputPath": "bug$.a""#), &pass(r#""InputPath": "$.a""#));
    state("invalid-path", "\"$.a[\"", &pass(r#""OutputPath": "$.a[""#), &pass(r#""OutputPath": "$.a[0]""#));
    state("invalid-path", "$", &pass(r#""ResultPath": "$.a[*]""#), &pass(r#""ResultPath": "$.a[0]""#));
    state("invalid-path", "$", &pass(r#""ResultPath": "$$.a""#), &pass(r#""ResultPath": null"#));
    state("invalid-path", "S", &pass(r#""InputPath": "States.UUID()""#), &pass(r#""InputPath": "$$.Execution""#));
    state("invalid-path", "$", r#""Type": "Wait", "SecondsPath": "$..a""#, r#""Type": "Wait", "SecondsPath": "$a.b""#);
    let template = |value: &str| pass(&format!(r#""Parameters": {{"x": [{{"y.$": "{value}"}}]}}"#));
    state("invalid-path", "p", &template("plain"), &template("$.a[?(@.b > 1)]"));
    state("invalid-path", " ", &template(" States.UUID()"), &template("States.UUID()"));
}

#[test]
fn paths_of_choices_maps_and_catchers_are_read() {
    let choice = |path: &str| {
        format!(
            r#"{{"StartAt": "A", "States": {{"A": {{"Type": "Choice", "Choices": [{{"And": [{{"Variable": "$.a", "NumericEqualsPath": "{path}"}}], "Next": "B"}}]}}, "B": {{"Type": "Succeed"}}}}}}"#
        )
    };
    refused("invalid-path", "$", &choice("$.a[*]"), &choice("$.a"));
    let map = |field: &str| {
        format!(
            r#""Type": "Map", {field}, "ItemProcessor": {{"StartAt": "C", "States": {{"C": {{"Type": "Succeed"}}}}}}"#
        )
    };
    state("invalid-path", "$", &map(r#""MaxConcurrencyPath": "$$.a""#), &map(r#""MaxConcurrencyPath": "$a""#));
    state("wrong-type", "null", &map(r#""ItemsPath": null"#), &map(r#""ItemsPath": "$$.Execution.Input""#));
    let catch = |path: &str| {
        task(FUNCTION, &format!(r#", "Catch": [{{"ErrorEquals": ["e"], "Next": "B", "ResultPath": "{path}"}}]"#))
    };
    state("invalid-path", "e", &catch("error"), &catch("$.error"));
}

#[test]
fn calls_are_read() {
    let call = |call: &str| pass(&format!(r#""Parameters": {{"x.$": "{call}"}}"#));
    for wrong in [
        "States.Nothing()",
        "States.MathAdd(1)",
        "States.MathAdd(1, '-1')",
        "States.UUID(1)",
        "States.Format('{}'",
        "States.Array(1 2)",
        "States.JsonMerge($.a, $.b)",
        "States.Array(States.ArrayLength())",
    ] {
        let found = errors(&machine(&call(wrong)), ExecutionType::Standard);
        assert_eq!(found.len(), 1, "{wrong}");
        assert_eq!(found[0].0.rule, "invalid-intrinsic", "{wrong}");
    }
    for right in
        ["States.MathAdd(1, $.b)", "States.UUID()", "States.Array()", "States.Format('{}', States.Hash('a', 'MD5'))"]
    {
        assert_eq!(errors(&machine(&call(right)), ExecutionType::Standard), [], "{right}");
    }
    let nested = |depth: usize| call(&format!("{}1{}", "States.Array(".repeat(depth), ")".repeat(depth)));
    assert_eq!(errors(&machine(&nested(10)), ExecutionType::Standard), []);
    assert_eq!(errors(&machine(&nested(11)), ExecutionType::Standard).len(), 1);
    let fail =
        |path: &str| format!(r#"{{"StartAt": "A", "States": {{"A": {{"Type": "Fail", "CausePath": "{path}"}}}}}}"#);
    refused("invalid-intrinsic", "S", &fail("States.MathAdd(1, 2)"), &fail("States.Format('{}', $.a)"));
}

#[test]
fn templates_can_be_filled() {
    let template = |fields: &str| pass(&format!(r#""Parameters": {{{fields}}}"#));
    state("payload-template", "1", &template(r#""x.$": 1"#), &template(r#""x": 1"#));
    state("payload-template", r#""x.$""#, &template(r#""x": 1, "x.$": "$.x""#), &template(r#""x": 1, "y.$": "$.x""#));
    // A Result is not a template.
    assert_eq!(errors(&machine(&pass(r#""Result": {"x.$": 1}"#)), ExecutionType::Standard), []);
}

#[cfg(feature = "jsonata")]
#[test]
fn expressions_are_read() {
    let output = |text: &str| pass(&format!(r#""QueryLanguage": "JSONata", "Output": {{"x": "{text}"}}"#));
    state("invalid-jsonata", "2", &output("{% 10 + * 2 %}"), &output("{% 10 + 2 %}"));
    state("invalid-jsonata", "phone", &output("{% phone %}"), &output("{% $states.input.phone %}"));
    state("jsonata-delimiters", r#""{% 10 %""#, &output("{% 10 %"), &output(" {% 10 %} "));
    let marked = "$states.result";
    state("misplaced-states-variable", marked, &output("{% $states.result %}"), &output("{% '$states.result' %}"));
    let task = |field: &str| task(FUNCTION, &format!(r#", "QueryLanguage": "JSONata", {field}"#));
    let (wrong, right) = (r#""Arguments": "{% $states.result %}""#, r#""Assign": {"a": "{% $states.result %}"}"#);
    state("misplaced-states-variable", marked, &task(wrong), &task(right));
    let catch =
        |text: &str| task(&format!(r#""Catch": [{{"ErrorEquals": ["e"], "Next": "B", "Output": "{{% {text} %}}"}}]"#));
    state("misplaced-states-variable", marked, &catch(marked), &catch("$states.errorOutput"));
}

#[test]
fn states_all_comes_last_and_alone() {
    let catch = |names: &str| {
        task(FUNCTION, &format!(r#", "Retry": [{{"ErrorEquals": [{names}]}}, {{"ErrorEquals": ["States.ALL"]}}]"#))
    };
    state("states-all", r#""States.ALL""#, &catch(r#""States.ALL""#), &catch(r#""e""#));
    state("states-all", r#""States.ALL""#, &catch(r#""e", "States.ALL""#), &catch(r#""e", "f""#));
    state("states-all", "true", &catch("true"), &catch(r#""true""#));
}

#[test]
fn resources_name_something() {
    let marks = |wrong: &str, right: &str| {
        state("invalid-resource", &format!("\"{wrong}\""), &task(wrong, ""), &task(right, ""));
    };
    marks("${Function", "${Function}");
    marks("$.function", FUNCTION);
    marks("arn:aws:states:::dynamodb:query", "arn:aws:states:::aws-sdk:dynamodb:listTables");
    marks("arn:aws:states:::http:invoke.waitForTaskToken", FUNCTION);
    marks(&format!("{FUNCTION}:"), &format!("{FUNCTION}:$LATEST"));
    marks(&format!("{FUNCTION}:a*b"), &format!("{FUNCTION}:a_b"));
    marks("arn:aws:states:::batch", "arn:aws:states:::aws-sdk:sqs:listQueues");
    marks("arn:aws:states:::aws-sdk:s3:listBuckets.sync", "arn:aws:states:::aws-sdk:s3:listBuckets.waitForTaskToken");
}

#[test]
fn calls_have_what_their_service_needs() {
    let queue = |fields: &str| task("arn:aws:states:::sqs:sendMessage", &format!(r#", "Parameters": {{{fields}}}"#));
    let right = r#""QueueUrl.$": "$.q", "MessageBody": "x""#;
    state("missing-argument", r#""Parameters""#, &queue(r#""QueueUrl": "q""#), &queue(right));
    state("missing-argument", r#""A""#, &task("arn:aws:states:::lambda:invoke", ""), &queue(right));
    let role = |fields: &str| task(FUNCTION, &format!(r#", "Credentials": {{{fields}}}"#));
    state("credentials", r#"{"roleArn": "r"}"#, &role(r#""roleArn": "r""#), &role(r#""RoleArn.$": "$.r""#));
    let activity = "arn:aws:states:us-east-1:111122223333:activity:a";
    let with = task(activity, r#", "Credentials": {"RoleArn": "r"}"#);
    state("credentials", r#""Credentials""#, &with, &task(activity, ""));
}

#[test]
fn express_machines_wait_for_nothing() {
    let activity = "arn:aws:states:us-east-1:111122223333:activity:a";
    for (resource, message) in [
        (
            "arn:aws:states:::batch:submitJob.sync",
            "Express state machine does not support '.sync' service integration ",
        ),
        (
            "arn:aws:states:::aws-sdk:s3:getObject.waitForTaskToken",
            "Express state machine does not support '.waitForTaskToken' service integration ",
        ),
        (activity, "Express state machine does not support Activity ARN"),
    ] {
        let parameters = match resource.contains("batch") {
            true => r#", "Parameters": {"JobName": "j", "JobQueue": "q", "JobDefinition": "d"}"#,
            false => r#", "Parameters": {"Bucket": "b", "Key": "k"}"#,
        };
        let text = machine(&task(resource, if resource == activity { "" } else { parameters }));
        assert_eq!(errors(&text, ExecutionType::Standard), [], "{resource}");
        let found = errors(&text, ExecutionType::Express);
        assert_eq!(found.len(), 1, "{resource}");
        assert_eq!(found[0].0.problem.aws_message(""), message);
        assert_eq!(found[0].0.location.as_deref(), Some("/States/A/Resource"));
    }
    assert_eq!(errors(&machine(&task(FUNCTION, "")), ExecutionType::Express), []);
}

#[test]
fn maps_are_told_how() {
    let map = |config: &str, fields: &str| {
        format!(
            r#""Type": "Map"{fields}, "ItemProcessor": {{"ProcessorConfig": {{{config}}}, "StartAt": "C", "States": {{"C": {{"Type": "Succeed"}}}}}}"#
        )
    };
    let distributed = r#""Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS""#;
    let wrong = r#"{"Mode": "DISTRIBUTED"}"#;
    state("map-field", wrong, &map(r#""Mode": "DISTRIBUTED""#, ""), &map(distributed, ""));
    let inline = map(r#""Mode": "INLINE", "ExecutionType": "EXPRESS""#, "");
    state("map-field", r#""ExecutionType""#, &inline, &map(r#""Mode": "INLINE""#, ""));
    let reader = |config: &str| {
        let reader = r#""Resource": "arn:aws:states:::s3:getObject", "Parameters": {"Bucket": "b", "Key": "k"}"#;
        map(distributed, &format!(r#", "ItemReader": {{{reader}, "ReaderConfig": {{{config}}}}}"#))
    };
    let csv = r#""InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW""#;
    state("map-field", r#"{"InputType": "CSV"}"#, &reader(r#""InputType": "CSV""#), &reader(csv));
    state("map-field", r#""XML""#, &reader(r#""InputType": "XML""#), &reader(r#""InputType": "JSONL""#));
    state("map-field", "-1", &reader(r#""MaxItems": -1"#), &reader(r#""MaxItems": 0"#));
    let batcher = |fields: &str| map(distributed, &format!(r#", "ItemBatcher": {{{fields}}}"#));
    let both = batcher(r#""MaxItemsPerBatch": 2, "MaxItemsPerBatchPath": "$.n""#);
    state("map-field", r#""MaxItemsPerBatchPath""#, &both, &batcher(r#""MaxItemsPerBatch": 2"#));
    let label = |label: &str| map(distributed, &format!(r#", "Label": "{label}""#));
    state("map-label", r#""a b""#, &label("a b"), &label("a-b"));
    state("map-label", &format!("\"{}\"", "x".repeat(41)), &label(&"x".repeat(41)), &label(&"x".repeat(40)));
    let share = |share: u8| map(distributed, &format!(r#", "ToleratedFailurePercentage": {share}"#));
    state("wrong-type", "105", &share(105), &share(100));
}

#[test]
fn variables_have_names_of_their_own() {
    let assign = |name: &str| pass(&format!(r#""Assign": {{"{name}": 1}}"#));
    for name in ["states", "a-b", "1a", "a b", ""] {
        state("variable-name", &format!("\"{name}\""), &assign(name), &assign("año_1"));
    }
    let long = "x".repeat(81);
    state("variable-name", &format!("\"{long}\""), &assign(&long), &assign(&long[1..]));
    let scopes = |outer: &str, inner: &str| {
        format!(
            r#"{{"StartAt": "A", "States": {{"A": {{"Type": "Pass", "Assign": {{"{outer}": 1}}, "Next": "P"}},
            "P": {{"Type": "Parallel", "Branches": [{{"StartAt": "C", "States": {{"C": {{"Type": "Pass", "Assign": {{"{inner}": 1}}, "End": true}}}}}}], "End": true}}}}}}"#
        )
    };
    refused("outer-variable", r#""a""#, &scopes("a", "a"), &scopes("a", "b"));
    let caught = r#"{"StartAt": "P", "States": {"P": {"Type": "Parallel", "Assign": {"a": 1},
        "Branches": [{"StartAt": "C", "States": {"C": {"Type": "Pass", "Assign": {"a": 2}, "End": true}}}],
        "Catch": [{"ErrorEquals": ["States.ALL"], "Assign": {"a": 3}, "Next": "E"}], "Next": "E"},
        "E": {"Type": "Succeed"}}}"#;
    assert_eq!(errors(caught, ExecutionType::Standard), [], "the state around assigns when it is left");
}

#[test]
fn the_machine_as_a_whole() {
    let text = |version: &str, comment: &str| {
        format!(
            r#"{{"Version": "{version}", "Comment": "{comment}", "StartAt": "A", "States": {{"A": {{"Type": "Succeed"}}}}}}"#
        )
    };
    refused("wrong-type", r#""2.0""#, &text("2.0", ""), &text("1.0", ""));
    let (large, small) = ("x".repeat(1 << 20), "x".repeat(1 << 19));
    refused("definition-too-large", "{", &text("1.0", &large), &text("1.0", &small));
    let branches = |branch: &str| format!(r#""Type": "Parallel", "Branches": [{branch}]"#);
    let branch = r#"{"StartAt": "C", "States": {"C": {"Type": "Succeed"}}}"#;
    state("wrong-type", "[]", &branches("[]"), &branches(branch));
    let language = branch.replace(r#"{"StartAt""#, r#"{"QueryLanguage": "JSONata", "StartAt""#);
    state("unknown-field", r#""QueryLanguage""#, &branches(&language), &branches(branch));
}

#[test]
fn a_text_that_is_no_json_is_refused_as_jackson_does() {
    let found = errors("not a definition", ExecutionType::Standard);
    assert_eq!(found.len(), 1);
    let location = found[0].0.location.as_deref().unwrap();
    assert_eq!(location, r#"[Source: (String)"not a definition"; line: 1, column: 4]"#);
    assert!(
        found[0].0.problem.aws_message(location).starts_with("Unrecognized token 'not': was expecting (JSON String")
    );
}
