//! The intrinsic functions, pinned down by a table: `tests/jsonpath/intrinsic-calls.jsonl` has one call a line, with
//! what it gives, why it fails when it runs (`States.IntrinsicFailure`), or why it is refused before it runs.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use pasos::expr::intrinsic::{Intrinsic, MAX_NESTING, NAMES};
use pasos::expr::{ExpressionError, Random, Scope};
use serde::Deserialize;
use serde_json::{Value, json};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    about: String,
    call: String,
    #[serde(default, deserialize_with = "present")]
    gives: Option<Value>,
    fails: Option<String>,
    refused: Option<String>,
}

/// `null` is a value that a call may give.
fn present<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

fn run(call: &str, input: &Value, seed: u64) -> Result<Value, ExpressionError> {
    let context = json!({ "Execution": { "Name": "run" } });
    let variables = json!({ "box": { "limit": 2 } });
    let scope = Scope { input, context: &context, variables: variables.as_object().unwrap() };
    Intrinsic::parse(call)?.evaluate(&scope, &mut Random::new(seed))
}

/// A value with the order of its members and the kind of its numbers, which `==` does not all see.
fn written(value: &Value) -> String {
    value.to_string()
}

/// What is wrong with a row.
fn fault(row: &Row, input: &Value) -> Option<String> {
    let result = run(&row.call, input, 1);
    let right = match (&row.gives, &row.fails, &row.refused, &result) {
        (Some(value), None, None, Ok(found)) => written(value) == written(found),
        (None, Some(part), None, Err(ExpressionError::IntrinsicFailed { reason, .. })) => {
            reason.contains(part.as_str())
        }
        (None, None, Some(part), Err(ExpressionError::InvalidIntrinsic { reason, .. })) => {
            reason.contains(part.as_str())
        }
        _ => false,
    };
    let expected = row.gives.as_ref().map(Value::to_string).or(row.fails.clone()).or(row.refused.clone());
    (!right)
        .then(|| format!("{}: {}\n  expected {}\n  got {result:?}", row.about, row.call, expected.unwrap_or_default()))
}

#[test]
fn every_row_of_the_table_holds() {
    let input = json!({
        "name": "Ana", "na'me": "quoted", "list": [1, 2, 3], "none": [], "empty": {},
        "object": { "Arg1": 1, "Arg2": [] }, "swapped": { "Arg2": [], "Arg1": 1 },
        "template": "{} and {}", "open": "a\\", "json": "{\"k\":1}", "words": ["(a", "b"],
        "left": { "a": { "a1": 1, "a2": 2 }, "b": 2, "d": 3 }, "right": { "a": { "a3": 1, "a4": 2 }, "c": 3, "d": 4 }
    });
    let rows: Vec<Row> = include_str!("jsonpath/intrinsic-calls.jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")))
        .collect();
    assert!(rows.len() >= 200, "rows are missing: {}", rows.len());
    for name in NAMES {
        assert!(rows.iter().any(|row| row.call.contains(&format!("{name}("))), "{name} has no row");
    }
    let faults: Vec<String> = rows.iter().filter_map(|row| fault(row, &input)).collect();
    assert!(faults.is_empty(), "{} of {} rows fail:\n{}", faults.len(), rows.len(), faults.join("\n"));
}

#[test]
fn calls_nest_ten_levels_and_no_more() {
    let nested = |depth: usize| "States.Array(".repeat(depth) + &")".repeat(depth);
    assert!(run(&nested(MAX_NESTING), &Value::Null, 1).is_ok());
    let error = run(&nested(MAX_NESTING + 1), &Value::Null, 1).unwrap_err().to_string();
    assert!(error.contains("deeper than 10 levels"), "{error}");
    assert!(run(&nested(100_000), &Value::Null, 1).is_err());
}

#[test]
fn texts_are_bounded_and_so_are_ranges() {
    let text = |length: usize| json!({ "text": "ñ".repeat(length) });
    for function in ["Base64Encode($.text)", "Hash($.text, 'MD5')"] {
        let call = format!("States.{function}");
        assert!(run(&call, &text(10_000), 1).is_ok(), "{call}");
        let error = run(&call, &text(10_001), 1).unwrap_err().to_string();
        assert!(error.contains("longer than 10000 characters"), "{call}: {error}");
    }
    let encoded = |length: usize| json!({ "text": "AAAA".repeat(length / 4) });
    assert!(run("States.Base64Decode($.text)", &encoded(10_000), 1).is_ok());
    assert!(run("States.Base64Decode($.text)", &encoded(10_004), 1).is_err());
    let range = run("States.ArrayRange(1, 1000, 1)", &Value::Null, 1).unwrap();
    assert_eq!(range.as_array().map(Vec::len), Some(1000));
}

#[test]
fn random_numbers_and_ids_repeat_with_their_seed() {
    let draw = |call: &str, seed: u64| run(call, &Value::Null, seed).unwrap();
    for seed in 0..50 {
        let drawn = draw("States.MathRandom(-3, 3)", seed).as_i64().unwrap();
        assert!((-3..3).contains(&drawn), "{drawn}");
    }
    assert_eq!(draw("States.MathRandom(0, 1000000)", 4), draw("States.MathRandom(0, 1000000)", 4));
    // A seed of the call decides alone.
    assert_eq!(draw("States.MathRandom(0, 1000000, 9)", 1), draw("States.MathRandom(0, 1000000, 9)", 2));
    assert_ne!(draw("States.MathRandom(0, 1000000, 9)", 1), draw("States.MathRandom(0, 1000000, 8)", 1));
    let id = draw("States.UUID()", 1);
    let groups: Vec<usize> = id.as_str().unwrap().split('-').map(str::len).collect();
    assert_eq!(groups, [8, 4, 4, 4, 12]);
    assert_eq!(&id.as_str().unwrap()[14..15], "4");
    assert_ne!(id, draw("States.UUID()", 2));
}

#[test]
fn a_path_that_misses_is_the_error_of_the_path() {
    let error = run("States.Array($.none)", &json!({}), 1).unwrap_err();
    assert_eq!(error.to_string(), "Invalid path '$.none' : No results for path: $['none']");
}
