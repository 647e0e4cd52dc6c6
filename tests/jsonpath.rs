//! The JSONPath dialect, pinned down by a table: `tests/jsonpath/expressions.jsonl` has one path a line, with what it
//! gives in one of the documents of `tests/jsonpath/documents.json`, or why it misses, or why it is refused. The
//! documents and paths are the project's own; what they give was measured with the engine.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use pasos::expr::jsonpath::{Path, broken_step, set_at};
use pasos::expr::{ExpressionError, Scope};
use serde::Deserialize;
use serde_json::{Map, Value, json};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Row {
    about: String,
    r#in: Option<String>,
    path: String,
    #[serde(default, deserialize_with = "present")]
    gives: Option<Value>,
    misses: Option<String>,
    refused: Option<String>,
}

/// `null` is a value that a path may give.
fn present<'de, D: serde::Deserializer<'de>>(deserializer: D) -> Result<Option<Value>, D::Error> {
    Value::deserialize(deserializer).map(Some)
}

fn select(path: &str, input: &Value) -> Result<Value, ExpressionError> {
    let context = json!({ "Execution": { "Id": "e" }, "Map": { "Item": { "Index": 3, "Value": [1, 2] } } });
    let variables = json!({ "box": { "items": [1, 2, 3], "limit": 2 } });
    let scope = Scope { input, context: &context, variables: variables.as_object().unwrap() };
    Path::parse(path)?.select(&scope)
}

/// A value with the order of its members and the kind of its numbers, which `==` does not all see.
fn written(value: &Value) -> String {
    value.to_string()
}

/// What is wrong with a row.
fn fault(row: &Row, documents: &Map<String, Value>) -> Option<String> {
    let input = row.r#in.as_ref().map_or(&Value::Null, |name| &documents[name]);
    let result = select(&row.path, input);
    let right = match (&row.gives, &row.misses, &row.refused, &result) {
        (Some(value), None, None, Ok(found)) => written(value) == written(found),
        (None, Some(part), None, Err(ExpressionError::NotFound { reason, .. })) => reason.contains(part.as_str()),
        (None, None, Some(part), Err(ExpressionError::InvalidPath { reason, .. })) => reason.contains(part.as_str()),
        _ => false,
    };
    let expected = row.gives.as_ref().map(Value::to_string).or(row.misses.clone()).or(row.refused.clone());
    (!right)
        .then(|| format!("{}: {}\n  expected {}\n  got {result:?}", row.about, row.path, expected.unwrap_or_default()))
}

#[test]
fn every_row_of_the_table_holds() {
    let documents: Map<String, Value> = serde_json::from_str(include_str!("jsonpath/documents.json")).unwrap();
    let rows: Vec<Row> = include_str!("jsonpath/expressions.jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}")))
        .collect();
    assert!(rows.len() >= 400, "rows are missing: {}", rows.len());
    let faults: Vec<String> = rows.iter().filter_map(|row| fault(row, &documents)).collect();
    assert!(faults.is_empty(), "{} of {} rows fail:\n{}", faults.len(), rows.len(), faults.join("\n"));
}

#[test]
fn paths_start_at_the_input_the_context_or_a_variable() {
    let input = json!({ "limit": 1 });
    let gives = |path: &str, value: Value| assert_eq!(select(path, &input).unwrap(), value, "{path}");
    gives("$$.Execution.Id", json!("e"));
    gives("$$['Map'].Item.Value[*]", json!([1, 2]));
    gives("$box.items[-1]", json!(null));
    gives("$box['items'][(@.length-1)]", json!(3));
    // Inside the filter `$` is what the path started from.
    gives("$box.items[?(@ >= $.limit)]", json!([2, 3]));
    assert_eq!(
        select("$other.a", &input).unwrap_err().to_string(),
        "The variable 'other' has not been assigned a value"
    );
}

#[test]
fn what_is_absurdly_long_or_deep_ends_in_an_error_or_a_result() {
    let input = json!({ "a": [1] });
    let refused = |path: &str| assert!(select(path, &input).is_err(), "{}", &path[..20.min(path.len())]);
    let many = 10_000;
    refused(&format!("${}", ".a".repeat(many)));
    refused(&format!("${}", "[0]".repeat(many)));
    refused(&format!("$[?({}@.a)]", "!".repeat(many)));
    refused(&"$[?(@".repeat(many));
    refused(&"$[?(@.a == ".repeat(many));
    refused(&("$[?(@".repeat(many) + &")]".repeat(many)));
    assert_eq!(select(&format!("$.a[?({}@{})]", "(".repeat(many), ")".repeat(many)), &input).unwrap(), json!([1]));
    refused(&format!("$.a[-{many}{many}:0]"));
    refused(&format!("$['{}", "a".repeat(many)));
    refused(&format!("$[?(@.a =~ /{}", "a".repeat(many)));
    assert_eq!(select(&format!("$.a{}", "..b".repeat(many)), &input).unwrap(), json!([]));
    assert_eq!(select(&format!("$.a[?(@ == 2{})]", " || @ == 1".repeat(many)), &input).unwrap(), json!([1]));
    assert_eq!(select(&format!("$.a[{}0]", "0,".repeat(many)), &input).unwrap().as_array().unwrap().len(), many + 1);
}

#[test]
fn deep_scans_over_deep_and_wide_documents_end() {
    let mut deep = json!({ "a": 1 });
    for _ in 0..500 {
        deep = json!({ "a": deep, "b": [1, 2] });
    }
    assert_eq!(select("$..*", &deep).unwrap().as_array().unwrap().len(), 500 * 4 + 1);
    assert_eq!(select("$..b[0]", &deep).unwrap().as_array().unwrap().len(), 500);
    let error = select("$..*..*..*", &deep).unwrap_err().to_string();
    assert!(error.contains("finds more than"), "{error}");
}

#[test]
fn a_large_document_is_searched_to_its_end() {
    let list: Vec<Value> = (0..50_000).map(|n| json!({ "a": n })).collect();
    let input = json!({ "list": list, "limit": 5 });
    for (path, count) in [
        ("$..a", 50_000),
        ("$..*", 100_002),
        ("$.list[?(@.a > $.limit)]", 49_994),
        ("$.list[?(@.a < $['limit'])]", 5),
        ("$..[?(@.a == 1)]", 1),
    ] {
        assert_eq!(select(path, &input).unwrap().as_array().unwrap().len(), count, "{path}");
    }
}

#[test]
fn a_regular_expression_does_not_backtrack() {
    let input = json!(["a".repeat(5_000) + "!"]);
    assert_eq!(select("$[?(@ =~ /(a+)+b/)]", &input).unwrap(), json!([]));
    assert_eq!(select("$[?(@ =~ /(a|a)*!/)]", &input).unwrap().as_array().unwrap().len(), 1);
    let bomb = select("$[?(@ =~ /((a{1000}){1000}){1000}/)]", &input).unwrap_err();
    assert!(matches!(bomb, ExpressionError::InvalidPath { .. }), "{bomb}");
}

#[test]
fn a_reference_path_that_leads_nowhere_names_its_step() {
    let data = json!({ "a": { "b": 1 }, "list": [1, [2]] });
    let broken = |path: &str| broken_step(&Path::parse(path).unwrap(), &data);
    for (path, step) in [
        ("$.c", "c"),
        ("$.c.d", "c"),
        ("$.a.c", "c"),
        ("$.a.b.c", "c"),
        ("$.list.c", "c"),
        ("$.a[0]", "[0]"),
        ("$.list[2]", "[2]"),
        ("$.list[-1]", "[-1]"),
        ("$.list[1][1]", "[1]"),
        ("$.list[2].c", "[2]"),
    ] {
        assert_eq!(broken(path).as_deref(), Some(step), "{path}");
    }
    for path in ["$", "$.a.b", "$.list[1][0]", "$.list[*]", "$..c"] {
        assert_eq!(broken(path), None, "{path}");
    }
}

#[test]
fn results_are_written_where_a_reference_path_points() {
    let write = |path: &str, target: Value| set_at(&Path::parse(path).unwrap(), &target, json!("new"));
    for (path, target, expected) in [
        ("$", json!({ "a": 1 }), json!("new")),
        ("$.a", json!({}), json!({ "a": "new" })),
        ("$.a", json!({ "a": { "b": 1 }, "c": 2 }), json!({ "a": "new", "c": 2 })),
        ("$['a b']", json!({}), json!({ "a b": "new" })),
        ("$.a.b.c", json!({}), json!({ "a": { "b": { "c": "new" } } })),
        ("$.a.b", json!({ "a": { "c": 1 } }), json!({ "a": { "c": 1, "b": "new" } })),
        ("$.a.b", json!({ "a": null }), json!({ "a": { "b": "new" } })),
        ("$.a", json!(null), json!({ "a": "new" })),
        ("$[0]", json!([1, 2]), json!(["new", 2])),
        ("$.a[1]", json!({ "a": [1, 2] }), json!({ "a": [1, "new"] })),
        ("$.a[0].b", json!({ "a": [{ "c": 1 }] }), json!({ "a": [{ "c": 1, "b": "new" }] })),
        ("$.a[0][1]", json!({ "a": [[1, 2]] }), json!({ "a": [[1, "new"]] })),
    ] {
        assert_eq!(write(path, target.clone()), Ok(expected), "{path} in {target}");
    }
    for (path, target, step) in [
        ("$.a", json!("text"), "a"),
        ("$.a", json!([]), "a"),
        ("$.a.b", json!({ "a": 1 }), "b"),
        ("$.a.b", json!({ "a": [] }), "b"),
        ("$[0]", json!([]), "[0]"),
        ("$.a[2]", json!({ "a": [1, 2] }), "[2]"),
        ("$.a[-1]", json!({ "a": [1, 2] }), "[-1]"),
        ("$.a[0]", json!({}), "[0]"),
        ("$.a[0]", json!({ "a": {} }), "[0]"),
        ("$.a[*]", json!({ "a": [1] }), "$.a[*]"),
        ("$..a", json!({ "a": 1 }), "$..a"),
        ("$['a','b']", json!({ "a": 1 }), "$['a','b']"),
        ("$.a[0,1]", json!({ "a": [1, 2] }), "$.a[0,1]"),
        ("$.a[0:1]", json!({ "a": [1, 2] }), "$.a[0:1]"),
        ("$.a[?(@ > 0)]", json!({ "a": [1, 2] }), "$.a[?(@ > 0)]"),
        ("$.a[(@.length-1)]", json!({ "a": [1] }), "$.a[(@.length-1)]"),
        ("$$.a", json!({ "a": 1 }), "$$.a"),
        ("$box.limit", json!({ "a": 1 }), "$box.limit"),
    ] {
        assert_eq!(write(path, target.clone()), Err(step.to_owned()), "{path} in {target}");
    }
}
