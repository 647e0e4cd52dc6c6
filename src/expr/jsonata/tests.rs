//! What the façade adds to JSONata.

use super::{evaluate, expression};
use crate::expr::Random;
use serde_json::{Value, json};

fn run(text: &str) -> Result<Option<Value>, String> {
    let states = json!({ "input": { "n": 3, "list": [1, 2, 3] } });
    evaluate(text, &Value::Null, &[("states", &states), ("x", &json!(7))], &mut Random::new(1), 1_700_000_000_000)
        .map_err(|error| error.to_string())
}

#[test]
fn sees_states_and_variables() {
    assert_eq!(run("$states.input.n + $x"), Ok(Some(json!(10))));
    assert_eq!(run("$states.input.none"), Ok(None));
    assert_eq!(run("$sum($states.input.list)"), Ok(Some(json!(6))));
}

#[test]
fn has_the_functions_that_aws_adds() {
    assert_eq!(run("$partition([0,1,2], 2)"), Ok(Some(json!([[0, 1], [2]]))));
    assert_eq!(run("$range(0, 9, 3)"), Ok(Some(json!([0, 3, 6, 9]))));
    assert_eq!(run("$range(1, 9, 9)"), Ok(Some(json!(1))));
    assert_eq!(run("$hash('input data', 'SHA-1')"), Ok(Some(json!("aaff4a450a104cd177d28d18d74485e8cae074b7"))));
    assert_eq!(run("$parse('{\"a\":[1]}')"), Ok(Some(json!({ "a": [1] }))));
    assert_eq!(run("$random(42)"), Ok(Some(json!(0.727_563_680_032_868_1))));
    assert_eq!(run("$uuid()"), run("$uuid()"), "the same seed gives the same identifier");
}

#[test]
fn reads_the_virtual_clock() {
    assert_eq!(run("$millis()"), Ok(Some(json!(1_700_000_000_000_i64))));
    assert_eq!(run("$now()"), Ok(Some(json!("2023-11-14T22:13:20.000Z"))));
}

#[test]
fn errors_keep_their_code_and_nothing_runs_away() {
    assert!(run("$eval('1')").unwrap_err().starts_with("T1006: "));
    assert!(run("1 +").is_err());
    assert!(run("[1..100000000]").is_err());
    assert!(run("($f := function($n) { $f($n + 1) + 1 }; $f(0))").is_err());
}

#[test]
fn an_expression_stands_between_its_marks() {
    assert_eq!(expression("{% $x %}"), Some(" $x "));
    assert_eq!(expression(" {% $x %}"), None);
}
