//! Expressions that would not end, or would fill the memory.

use super::{intrinsic, jsonata, jsonpath};
use pasos::sim::Status;
use serde_json::{Value, json};

const EVALUATION: &str = "States.QueryEvaluationError";

#[test]
fn functions_that_call_themselves_are_stopped() {
    for (body, start, reason) in [
        ("$f($x + 1)", "1", "infinite loop"),
        ("1 + $f($x + 1)", "1", "non-terminating recursive function"),
        ("[$f([$x, $x])]", "1", "memory"),
        ("$f($x & $x)", "'x'", "memory"),
    ] {
        let ending = jsonata(&format!("($f := function($x) {{ {body} }}; $f({start}))"), json!({}));
        ending.expect_error(EVALUATION, reason);
    }
    let cycle = "($f := function($x) { $g($x) }; $g := function($x) { $f($x) }; $f(1))";
    jsonata(cycle, json!({})).expect_error(EVALUATION, "infinite loop");
}

#[test]
fn endless_lists_and_texts_are_refused() {
    for expression in [
        "[1..100000000]",
        "[1..9999999].[1..9999999]",
        "$sum([1..10000000].$)",
        "$pad('', 1000000000)",
        "$map([1..9999999], function($x) { $x })",
        "($x := [1..3000]; $x.$x)",
        "$join([1..9999999].'xxxxxxxxxx')",
    ] {
        let ending = jsonata(expression, json!({}));
        assert_eq!(ending.status, Status::Failed, "{expression}");
        assert!([EVALUATION, "States.Runtime", "States.DataLimitExceeded"].contains(&&*ending.error), "{ending:?}");
        assert!(!ending.cause.is_empty());
    }
}

#[test]
fn regular_expressions_that_backtrack_elsewhere_do_not_here() {
    let text = "a".repeat(40) + "!";
    for regex in ["(a+)+$", "(a|aa)+$", "(a*)*b", "^(([a-z])+.)+[A-Z]([a-z])+$"] {
        let matched = jsonata(&format!("$contains($states.input, /{regex}/)"), json!(text));
        assert_eq!(
            (matched.status, matched.output),
            (Status::Succeeded, Some(json!(false))),
            "{regex}: {}",
            matched.cause
        );
        let selected = jsonpath(&format!("$[?(@.a =~ /{regex}/)]"), json!([{ "a": text }]));
        assert_eq!(
            (selected.status, selected.output),
            (Status::Succeeded, Some(json!([]))),
            "{regex}: {}",
            selected.cause
        );
    }
}

#[test]
fn regular_expressions_that_would_be_huge_are_refused() {
    let ending = jsonata("$contains('a', /((a{1000}){1000}){1000}/)", json!({}));
    assert_eq!(ending.status, Status::Failed, "{ending:?}");
    let ending = jsonpath("$[?(@.a =~ /((a{1000}){1000}){1000}/)]", json!([{ "a": "a" }]));
    assert!(ending.status == Status::Failed || ending.output == Some(json!([])), "{ending:?}");
}

#[test]
fn paths_of_ten_thousand_steps_find_nothing() {
    for step in [".a", "['a']", "[0]"] {
        jsonpath(&format!("${}", step.repeat(10_000)), json!({ "a": [{}] })).expect_error("States.Runtime", "'$");
    }
    // Paths that may select many values give an empty list instead.
    for step in ["..a", "[*]", "[0:9]"] {
        let ending = jsonpath(&format!("${}", step.repeat(10_000)), json!({ "a": [{}] }));
        assert!(ending.status == Status::Failed || ending.output == Some(json!([])), "{step}: {}", ending.cause);
    }
    // An object that passes a filter passes it again.
    let ending = jsonpath(&format!("${}", "[?(@.a)]".repeat(10_000)), json!({ "a": 1 }));
    assert_eq!(ending.output, Some(json!([{ "a": 1 }])), "{}", ending.cause);
}

#[test]
fn scans_of_scans_are_bounded() {
    let deep = |levels| (0..levels).fold(json!(1), |inner, _| json!({ "a": inner }));
    for path in ["..*".repeat(8), "..a".repeat(50)] {
        jsonpath(&format!("${path}"), deep(200)).expect_error("States.Runtime", "more than 1000000 values");
    }
    jsonpath("$[?(@..[?(@..[?(@..a)])])]", deep(40)).expect_error("States.Runtime", "is not definite");
}

#[test]
fn brackets_without_end_are_refused() {
    let nested = |open: &str, inner: &str, close: &str| open.repeat(20_000) + inner + &close.repeat(20_000);
    for expression in
        [nested("(", "1", ")"), nested("[", "1", "]"), nested("$not(", "1", ")"), "-".repeat(20_000) + "1"]
    {
        let ending = jsonata(&expression, json!({}));
        assert_eq!((ending.status, ending.cause.is_empty()), (Status::Failed, false), "{}", &expression[..8]);
    }
    // Parentheses are passed over, however many.
    let filter = format!("$[?({})]", nested("(", "@.a", ")"));
    assert_eq!(jsonpath(&filter, json!([{ "a": 1 }])).output, Some(json!([{ "a": 1 }])));
    for path in [nested("$[?(@", "", ")]"), format!("$[?({}@.a)]", "!".repeat(20_000))] {
        let ending = jsonpath(&path, json!([{ "a": 1 }]));
        assert_eq!((ending.status, ending.cause.is_empty()), (Status::Failed, false), "{}", &path[..8]);
    }
    let call = nested("States.Array(", "1", ")");
    assert_eq!(intrinsic(&call, json!({})).status, Status::Failed);
}

#[test]
fn intrinsic_functions_keep_to_their_limits() {
    let long = json!({ "long": "a".repeat(20_000), "huge": 1e300 });
    for call in [
        "States.ArrayRange(0, 100000000, 1)",
        "States.ArrayRange(0, 1, 0)",
        "States.Hash($.long, 'MD5')",
        "States.Base64Encode($.long)",
        "States.Base64Decode('###')",
        "States.StringToJson($.long)",
        "States.ArrayGetItem(States.Array(1), 99999999999999999999)",
        "States.ArrayPartition(States.Array(1), 0)",
    ] {
        intrinsic(call, long.clone()).expect_error("States.IntrinsicFailure", "");
    }
}

#[test]
fn numbers_beyond_all_bounds_are_errors_and_never_null() {
    for expression in ["$sqrt(-1)", "$power(10, 400)", "$number('1e400')", "1 / 0 * 2"] {
        let ending = jsonata(expression, json!(1e300));
        ending.expect_error(EVALUATION, "threw an error during evaluation");
    }
    // As AWS writes them (measured): as texts.
    for (expression, text) in [("1e308 * 10", "Infinity"), ("-1 / 0", "-Infinity"), ("0 / 0", "NaN")] {
        assert_eq!(jsonata(expression, json!({})).output, Some(json!(text)), "{expression}");
    }
    let kept: Value = serde_json::from_str("[9007199254740993, -9223372036854775808, 18446744073709551615]").unwrap();
    assert_eq!(jsonpath("$", kept.clone()).output, Some(kept));
}
