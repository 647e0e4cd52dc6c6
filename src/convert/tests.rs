//! What conversions look like. That they mean the same is proved by running them: `tests/convert.rs`.

use super::{Missing, Note, Reason, convert_machine, convert_machine_with, convert_state};
use crate::asl::Document;
use crate::i18n::Language;
use crate::text::json;
use serde_json::{Value, json};

/// The state `S` of a machine after its conversion.
#[track_caller]
fn state(fields: &str) -> Value {
    let text = format!(r#"{{"StartAt": "S", "States": {{"S": {fields}, "N": {{"Type": "Succeed"}}}}}}"#);
    let document = Document::new(text);
    let conversion = convert_machine(&document);
    assert_eq!(conversion.obstacles, [], "{fields}");
    let after = conversion.edits.apply(document.text());
    let parsed = json::parse(&after);
    assert_eq!(parsed.errors, [], "{after}");
    let value: Value = serde_json::from_str(&after).unwrap();
    assert_eq!(value["QueryLanguage"], "JSONata");
    value["States"]["S"].clone()
}

/// What a template member becomes, between `{%` and `%}`.
#[track_caller]
fn leaf(expression: &str) -> String {
    let fields = json!({ "Type": "Pass", "Parameters": { "x.$": expression }, "Next": "N" });
    match &state(&fields.to_string())["Output"]["x"] {
        Value::String(text) => match text.strip_prefix("{% ").and_then(|rest| rest.strip_suffix(" %}")) {
            Some(code) => code.to_owned(),
            None => text.clone(),
        },
        other => other.to_string(),
    }
}

#[track_caller]
fn condition(rule: &Value) -> String {
    let mut rule = rule.clone();
    rule["Next"] = "N".into();
    let fields = json!({ "Type": "Choice", "Choices": [rule], "Default": "N" });
    let text = state(&fields.to_string())["Choices"][0]["Condition"].as_str().unwrap().to_owned();
    text.trim_start_matches("{% ").trim_end_matches(" %}").to_owned()
}

fn reasons(fields: &Value) -> Vec<Reason> {
    let machine = json!({ "StartAt": "S", "States": { "S": fields } });
    let conversion = convert_machine(&Document::new(machine.to_string()));
    assert!(conversion.edits.is_empty());
    conversion.obstacles.into_iter().map(|obstacle| obstacle.reason).collect()
}

#[test]
fn paths() {
    for (path, code) in [
        ("$", "$states.input"),
        ("$.a.b", "$states.input.a.b"),
        ("$['a-b'].c", "$states.input.`a-b`.c"),
        ("$.a['in']", "$states.input.a.`in`"),
        ("$.a[0].b", "$states.input.a[0].b"),
        ("$.a[(@.length-1)].b", "$states.input.a[-1].b"),
        ("$.a[0]", "$exists($states.input.a[0]) ? $states.input.a[0] : null"),
        ("$$.Execution.Input.a", "$states.context.Execution.Input.a"),
        ("$$", "$states.context"),
        ("$limit", "$limit"),
        ("$limit.a", "$limit.a"),
        ("$.a['b','c']", "{'b': $states.input.a.b, 'c': $states.input.a.c}"),
        ("$.a[*]", "[$states.input.a]"),
        ("$.a[*].b", "[$map($states.input.a, function($item) { $item.b })[]]"),
        ("$.a[*].b[*].c", "[$map($states.input.a.b, function($item) { $item.c })[]]"),
        ("$.a[*].b[*]", "[$states.input.a.b]"),
        ("$.a[1:3]", "[$filter($states.input.a, function($item, $index) { $index >= 1 and $index < 3 })[]]"),
        ("$.a[-2:]", "[$filter($states.input.a, function($item, $index) { $index >= $count($states.input.a) - 2 })[]]"),
        ("$.a[?(@.b == 'x')]", "[$states.input.a[b = 'x']]"),
        (
            "$.a[?(@.b == 'x' && !@.c)].d",
            "[$map($states.input.a[b = 'x' and $not(c != null)], function($item) { $item.d })[]]",
        ),
        ("$..b", "[$map($states.input.**, function($item) { $item.b })[]]"),
    ] {
        assert_eq!(leaf(path), code, "{path}");
    }
}

#[test]
fn calls() {
    for (call, code) in [
        ("States.Format('Hello, {}!', $.name)", "'Hello, ' & $states.input.name & '!'"),
        ("States.Format('{}', $.n)", "$string($states.input.n)"),
        ("States.Format('it\\'s')", "it's"),
        ("States.StringToJson($.s)", "$parse($states.input.s)"),
        ("States.JsonToString($.o)", "$string($states.input.o)"),
        ("States.ArrayPartition($.l, 2)", "[$partition($states.input.l, 2)]"),
        ("States.ArrayContains($.l, 'x')", "'x' in $states.input.l"),
        (
            "States.ArrayContains($.l, $.x)",
            "$exists($filter($states.input.l, function($item) { $item = $states.input.x }))",
        ),
        ("States.ArrayRange(1, 9, 2)", "[$range(1, 9, 2)]"),
        ("States.ArrayGetItem($.l, 2)", "$states.input.l[2]"),
        ("States.ArrayLength($.l)", "$count($states.input.l)"),
        ("States.ArrayUnique($.l)", "$distinct($states.input.l)"),
        ("States.Base64Encode($.s)", "$base64encode($states.input.s)"),
        ("States.Base64Decode($.s)", "$base64decode($states.input.s)"),
        ("States.Hash('x', 'MD5')", "$hash('x', 'MD5')"),
        ("States.Hash($.o, 'SHA-1')", "$hash($string($states.input.o), 'SHA-1')"),
        ("States.JsonMerge($.a, $.b, false)", "$merge([$states.input.a, $states.input.b])"),
        ("States.MathRandom(1, 7)", "1 + $floor($random() * 6)"),
        ("States.MathAdd($.n, 1)", "$states.input.n + 1"),
        ("States.MathAdd($.n, -1)", "$states.input.n - 1"),
        ("States.MathAdd($.n, 1.5)", "$states.input.n + 2"),
        ("States.MathAdd($.n, $.m)", "$floor($states.input.n + 0.5) + $floor($states.input.m + 0.5)"),
        ("States.StringSplit($.s, ',')", "[$split($states.input.s, ',')[$ != '']]"),
        ("States.StringSplit($.s, ', ')", "[$split($states.input.s, /[, ]/)[$ != '']]"),
        ("States.UUID()", "$uuid()"),
        ("States.Array(1, 'x', $.l)", r#"[1,"x","{% $states.input.l %}"]"#),
        (
            "States.ArrayLength(States.Array($.l, 2))",
            "$count([$type($states.input.l) = 'array' ? [[$states.input.l]] : $states.input.l, 2])",
        ),
    ] {
        assert_eq!(leaf(call), code, "{call}");
    }
}

#[test]
fn rules() {
    let guarded = "$type($states.input.x) = 'number' and $states.input.x > 3";
    for (rule, code) in [
        (json!({ "Variable": "$.x", "StringEquals": "a" }), "$states.input.x = 'a'"),
        (json!({ "Variable": "$.x", "NumericGreaterThan": 3 }), guarded),
        (json!({ "Variable": "$.x", "BooleanEquals": false }), "$states.input.x = false"),
        (json!({ "Variable": "$.x", "IsPresent": true }), "$exists($states.input.x)"),
        (json!({ "Variable": "$.x", "IsPresent": false }), "$not($exists($states.input.x))"),
        (json!({ "Variable": "$.x", "IsNull": true }), "$states.input.x = null"),
        (json!({ "Variable": "$.x", "IsString": false }), "$type($states.input.x) != 'string'"),
        (json!({ "Variable": "$x.y", "StringEqualsPath": "$.z" }), "$type($x.y) = 'string' and $x.y = $states.input.z"),
        (
            json!({ "Variable": "$.x", "StringMatches": "a*.txt" }),
            r"$type($states.input.x) = 'string' and $contains($states.input.x, /^a[\s\S]*\.txt$/)",
        ),
        (
            json!({ "And": [{ "Variable": "$.x", "IsPresent": true }, { "Not": { "Variable": "$.x", "StringEquals": "a" } }] }),
            "$exists($states.input.x) and $not($states.input.x = 'a')",
        ),
        (
            json!({ "And": [{ "Or": [{ "Variable": "$.x", "StringEquals": "a" }, { "Variable": "$.y", "StringEquals": "b" }] }, { "Variable": "$.z", "StringEquals": "c", "Comment": "why" }] }),
            "($states.input.x = 'a' or $states.input.y = 'b') and /* why */ $states.input.z = 'c'",
        ),
    ] {
        assert_eq!(condition(&rule), code, "{rule}");
    }
}

#[test]
fn the_data_of_a_task_becomes_arguments_and_output() {
    let before = r#"{"Type": "Task", "Resource": "r", "InputPath": "$.inner", "Parameters": {"a.$": "$.x", "b": 1.0},
        "ResultSelector": {"p.$": "$.Payload"}, "ResultPath": "$.out.last", "TimeoutSecondsPath": "$.t", "Next": "N",
        "Catch": [{"ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": "N"}]}"#;
    let after = state(before);
    assert_eq!(
        after,
        json!({
            "Type": "Task", "Resource": "r", "Next": "N",
            "Arguments": { "a": "{% $states.input.inner.x %}", "b": 1.0 },
            "TimeoutSeconds": "{% $states.input.inner.t %}",
            "Output": "{% $merge([$states.input, {'out': $merge([$states.input.out, {'last': {'p': $states.result.Payload}}])}]) %}",
            "Catch": [{
                "ErrorEquals": ["States.ALL"],
                "Output": "{% $merge([$states.input, {'error': $states.errorOutput}]) %}",
                "Next": "N"
            }]
        })
    );
    let output = |fields: &str| {
        let state = state(&format!(r#"{{"Type": "Task", "Resource": "r", {fields}, "End": true}}"#));
        state.get("Output").cloned()
    };
    assert_eq!(output(r#""OutputPath": "$.Payload""#), Some(json!("{% $states.result.Payload %}")));
    assert_eq!(output(r#""ResultPath": null"#), Some(json!("{% $states.input %}")));
    assert_eq!(output(r#""ResultPath": "$""#), None);
    assert_eq!(output(r#""ResultPath": "$.a", "OutputPath": "$.a.b""#), Some(json!("{% $states.result.b %}")));
    assert_eq!(output(r#""ResultPath": "$.a.b", "OutputPath": "$.c""#), Some(json!("{% $states.input.c %}")));
    assert_eq!(output(r#""OutputPath": null"#), Some(json!({})));
    assert_eq!(output(r#""ResultSelector": {"a.$": "$.x"}"#), Some(json!({ "a": "{% $states.result.x %}" })));
}

#[test]
fn a_map_keeps_its_parts() {
    let before = r#"{"Type": "Map", "ItemsPath": "$.items", "Parameters": {"v.$": "$$.Map.Item.Value"},
        "MaxConcurrencyPath": "$.most", "ToleratedFailureCountPath": "$.fail",
        "ItemBatcher": {"MaxItemsPerBatchPath": "$.size", "BatchInput": {"k.$": "$.k"}},
        "ResultWriter": {"Resource": "arn:aws:states:::s3:putObject", "Parameters": {"Bucket.$": "$.bucket"}},
        "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"},
            "StartAt": "I", "States": {"I": {"Type": "Pass", "OutputPath": "$.a", "End": true}}}, "End": true}"#;
    let after = state(before);
    assert_eq!(after["Items"], "{% $states.input.items %}");
    assert_eq!(after["ItemSelector"], json!({ "v": "{% $states.context.Map.Item.Value %}" }));
    assert_eq!(after["MaxConcurrency"], "{% $states.input.most %}");
    assert_eq!(after["ToleratedFailureCount"], "{% $states.input.fail %}");
    assert_eq!(
        after["ItemBatcher"],
        json!({ "MaxItemsPerBatch": "{% $states.input.size %}", "BatchInput": { "k": "{% $states.input.k %}" } })
    );
    assert_eq!(after["ResultWriter"]["Arguments"], json!({ "Bucket": "{% $states.input.bucket %}" }));
    assert_eq!(after["ItemProcessor"]["States"]["I"]["Output"], "{% $states.input.a %}");
}

#[test]
fn texts_that_look_like_expressions_stay_texts() {
    let after = state(r#"{"Type": "Pass", "Result": {"x": "{% 1 %}", "y.$": "$.z"}, "Next": "N"}"#);
    assert_eq!(after["Output"], json!({ "x": "{% '{% 1 %}' %}", "y.$": "$.z" }));
    let after = state(r#"{"Type": "Fail", "Error": "{% no %}", "CausePath": "$.why"}"#);
    assert_eq!(after, json!({ "Type": "Fail", "Error": "{% '{% no %}' %}", "Cause": "{% $states.input.why %}" }));
}

#[test]
fn all_that_is_not_converted_stays_as_it_is_written() {
    let before = "{\r\n\t\"Comment\": \"a\",\r\n\t\"StartAt\": \"S\",\r\n\t\"States\": {\r\n\t\t\"S\": {\r\n\t\t\t\"Type\": \"Pass\",\r\n\t\t\t\"InputPath\": \"$.inner\",\r\n\t\t\t\"Parameters\": {\r\n\t\t\t\t\"n\"  : 1.50,\r\n\t\t\t\t\"x.$\": \"$.x\"\r\n\t\t\t},\r\n\t\t\t\"End\":   true\r\n\t\t}\r\n\t}\r\n}\r\n";
    let after = "{\r\n\t\"Comment\": \"a\",\r\n\t\"QueryLanguage\": \"JSONata\",\r\n\t\"StartAt\": \"S\",\r\n\t\"States\": {\r\n\t\t\"S\": {\r\n\t\t\t\"Type\": \"Pass\",\r\n\t\t\t\"Output\": {\r\n\t\t\t\t\"n\"  : 1.50,\r\n\t\t\t\t\"x\": \"{% $states.input.inner.x %}\"\r\n\t\t\t},\r\n\t\t\t\"End\":   true\r\n\t\t}\r\n\t}\r\n}\r\n";
    let document = Document::new(before);
    assert_eq!(convert_machine(&document).edits.apply(before), after);
    let one = convert_state(&document, document.machine().find("S").unwrap());
    let after = after.replace("\t\"QueryLanguage\": \"JSONata\",\r\n\t\"StartAt\"", "\t\"StartAt\"");
    let after = after.replace("\"Type\": \"Pass\",", "\"Type\": \"Pass\",\r\n\t\t\t\"QueryLanguage\": \"JSONata\",");
    assert_eq!(one.edits.apply(before), after);
}

#[test]
fn a_state_with_an_obstacle_stays_and_the_others_say_their_language() {
    let before = r#"{"StartAt": "A", "States": {
        "A": {"Type": "Pass", "Parameters": {"x.$": "States.MathRandom(1, 9, 7)"}, "ResultPath": "$.r", "Next": "B"},
        "B": {"Type": "Pass", "OutputPath": "$.r", "Next": "C"},
        "C": {"Type": "Succeed"}
    }}"#;
    let document = Document::new(before);
    let conversion = convert_machine(&document);
    assert_eq!(conversion.n_converted, 2);
    assert_eq!(conversion.obstacles.len(), 1);
    assert_eq!(&*conversion.obstacles[0].name, "A");
    assert_eq!(conversion.obstacles[0].field, "Parameters");
    let after: Value = serde_json::from_str(&conversion.edits.apply(before)).unwrap();
    let expected: Value = serde_json::from_str(&before.replace(
        r#""Type": "Pass", "OutputPath": "$.r""#,
        r#""Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.r %}""#,
    ))
    .unwrap();
    assert_eq!(after, expected);
    let one = convert_state(&document, document.machine().find("A").unwrap());
    assert!(one.edits.is_empty() && one.changes.is_empty() && one.obstacles.len() == 1);
}

#[test]
fn obstacles_say_why() {
    let pass = |parameters: Value| json!({ "Type": "Pass", "Parameters": parameters, "End": true });
    assert_eq!(
        reasons(&pass(json!({ "a.$": "$.x[-1]" }))),
        [Reason::PathStep { path: "$.x[-1]".into(), step: "[-1]".into() }]
    );
    assert_eq!(
        reasons(&pass(json!({ "a.$": "$.x[?(@.y =~ /z/)]" }))),
        [Reason::FilterComparison { path: "$.x[?(@.y =~ /z/)]".into() }]
    );
    assert_eq!(
        reasons(&pass(json!({ "a.$": "States.Format($.t, 1)" }))),
        [Reason::FormatOfData { call: "States.Format($.t, 1)".into() }]
    );
    assert_eq!(
        reasons(&pass(json!({ "a.$": "States.StringSplit($.t, $.d)" }))),
        [Reason::SplitAtData { call: "States.StringSplit($.t, $.d)".into() }]
    );
    assert_eq!(reasons(&pass(json!({ "a.$": 1 }))), [Reason::WrongValue]);
    assert_eq!(reasons(&pass(json!({ "a": 1, "a.$": "$" }))), [Reason::DuplicateKey { key: "a".into() }]);
    assert_eq!(reasons(&pass(json!({ "a.$": "$." }))), [Reason::InvalidPath { path: "$.".into() }]);
    assert_eq!(
        reasons(&json!({ "Type": "Pass", "Result": 1, "ResultPath": "$.a[0]", "End": true })),
        [Reason::ResultIntoList { path: "$.a[0]".into() }]
    );
    let drawn = json!({
        "Type": "Pass", "Parameters": { "id.$": "States.UUID()" }, "Assign": { "id.$": "$.id" }, "End": true
    });
    assert_eq!(reasons(&drawn), [Reason::DrawnTwice]);
    assert_eq!(
        reasons(&json!({ "Type": "Choice", "Choices": [{ "Variable": "$.x", "Next": "S" }] })),
        [Reason::UnknownComparator]
    );
    assert_eq!(convert_machine(&Document::new("{")).obstacles[0].reason, Reason::BrokenText);
    assert!(convert_machine(&Document::new(r#"{"QueryLanguage": "JSONata", "States": {}}"#)).obstacles.is_empty());
}

#[test]
fn changes_tell_before_and_after_and_note_the_corners() {
    let text = r#"{"StartAt": "S", "States": {"S": {"Type": "Task", "Resource": "r", "ResultSelector": {"a.$": "$.b"},
        "ResultPath": "$.c", "End": true, "Retry": [{"ErrorEquals": ["States.IntrinsicFailure", "X"]}]}}}"#;
    let conversion = convert_machine(&Document::new(text));
    let [language, output, names] = &conversion.changes[..] else { panic!("{:?}", conversion.changes) };
    assert_eq!((&*language.name, &*language.after), ("", r#""QueryLanguage": "JSONata""#));
    assert_eq!((&*output.name, &*output.field), ("S", "Output"));
    assert_eq!(output.before, "\"ResultSelector\": {\"a.$\": \"$.b\"}\n\"ResultPath\": \"$.c\"");
    assert_eq!(output.after, r#""Output": "{% $merge([$states.input, {'c': {'a': $states.result.b}}]) %}""#);
    assert_eq!(output.notes, [Note::MissingIsLeftOut, Note::ErrorIsCaught]);
    assert_eq!(names.field, "Retry[0].ErrorEquals");
    assert_eq!(names.after, r#"["States.IntrinsicFailure", "X", "States.QueryEvaluationError"]"#);
    assert_eq!(names.notes, [Note::ErrorsRenamed]);
}

#[test]
fn what_is_missing_can_fail_as_it_did() {
    let rule = |variable: &str, text: &str| json!({ "Variable": variable, "StringEquals": text, "Next": "N" });
    let machine = json!({ "StartAt": "P", "States": {
        "P": { "Type": "Pass", "Parameters": { "a.$": "States.Format('{}!', $.x)", "b.$": "$.y" }, "ResultPath": "$.r", "Next": "C" },
        "C": { "Type": "Choice", "Default": "N", "Choices": [rule("$.s", "a"), rule("$.s", "b")] },
        "N": { "Type": "Succeed" }
    } });
    let document = Document::new(machine.to_string());
    let conversion = convert_machine_with(&document, Missing::Fails);
    assert!(conversion.changes.iter().all(|change| !change.notes.contains(&Note::MissingIsFalse)));
    let after: Value = serde_json::from_str(&conversion.edits.apply(document.text())).unwrap();
    assert_eq!(
        after["States"]["P"]["Output"],
        "{% $merge([$states.input, {'r': {'a': ($assert($exists($states.input.x)); $states.input.x) & '!', 'b': ($assert($exists($states.input.y)); $states.input.y)}}]) %}"
    );
    let choices = &after["States"]["C"]["Choices"];
    assert_eq!(choices[0]["Condition"], "{% ($assert($exists($states.input.s)); $states.input.s = 'a') %}");
    // By then the first rule has asked.
    assert_eq!(choices[1]["Condition"], "{% $states.input.s = 'b' %}");
}

#[test]
fn every_note_has_words_of_its_own_in_each_language() {
    for language in Language::ALL {
        let mut words: Vec<&str> =
            Note::ALL.iter().map(|note| language.convert_messages().convert_note(*note)).collect();
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), Note::ALL.len());
    }
}
