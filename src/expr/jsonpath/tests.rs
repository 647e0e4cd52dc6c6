//! Paths and what they find, on data of our own; the answers are those of the engine.

use super::{Misreading, Path, Root, set_at};
use crate::expr::Scope;
use proptest::prelude::*;
use serde_json::{Value, json};

fn store() -> Value {
    json!({
        "shop": {
            "tools": [
                { "name": "hammer", "price": 9.5, "tags": ["steel", "hand"], "kind": "basic" },
                { "name": "drill", "price": 80, "tags": ["power"], "kind": "pro", "volts": 18 },
                { "name": "saw", "price": 22, "tags": [], "kind": "basic" }
            ],
            "open-days": 6,
            "owner": { "name": "Ana", "price": 1 }
        },
        "limit": 25,
        "empty": {}
    })
}

fn select(path: &str) -> Result<Value, String> {
    let input = store();
    let context = json!({ "Execution": { "Id": "e1" } });
    let variables = json!({ "counter": { "value": 7 } });
    let scope = Scope { input: &input, context: &context, variables: variables.as_object().unwrap() };
    Path::parse(path).and_then(|path| path.select(&scope)).map_err(|error| error.to_string())
}

#[track_caller]
fn finds(path: &str, expected: Value) {
    assert_eq!(select(path), Ok(expected), "{path}");
}

#[test]
fn names_indexes_and_slices() {
    finds("$.limit", json!(25));
    finds("$['limit']", json!(25));
    finds("$.shop.open-days", json!(6));
    finds("$.shop['open-days']", json!(6));
    finds("$.shop.tools[0].name", json!("hammer"));
    finds("$.shop.tools[(@.length-1)].name", json!("saw"));
    finds("$.shop.tools[-1]", json!(null));
    finds("$.shop.tools[9]", json!(null));
    finds("$.shop.tools[0,2].name", json!(["hammer", "saw"]));
    finds("$.shop.tools[:2].name", json!(["hammer", "drill"]));
    finds("$.shop.tools[1:].name", json!(["drill", "saw"]));
    finds("$.shop.tools[-2:].name", json!(["drill", "saw"]));
    finds("$.shop.tools[0:3:2].name", json!(["hammer", "drill", "saw"]));
    finds("$.shop.owner['name','price']", json!({ "name": "Ana", "price": 1 }));
    finds("$.shop.owner['name','none']", json!({ "name": "Ana" }));
}

#[test]
fn wildcards_and_deep_scans() {
    finds("$.shop.tools[*].price", json!([9.5, 80, 22]));
    finds("$.shop.owner.*", json!(["Ana", 1]));
    finds("$..volts", json!([18]));
    finds("$..price", json!([9.5, 80, 22, 1]));
    finds("$.shop..name", json!(["hammer", "drill", "saw", "Ana"]));
    finds("$..tools[0].name", json!(["hammer"]));
}

#[test]
fn filters() {
    finds("$.shop.tools[?(@.price < 25)].name", json!(["hammer", "saw"]));
    finds("$.shop.tools[?(@.price > $.limit)].name", json!(["drill"]));
    finds("$.shop.tools[?(@.volts)].name", json!(["drill"]));
    finds("$.shop.tools[?(!@.volts)].name", json!(["hammer", "saw"]));
    finds("$.shop.tools[?(@.kind == 'basic' && @.price >= 10)].name", json!(["saw"]));
    finds("$.shop.tools[?(@.name == 'saw' || @.name == drill)].name", json!(["drill", "saw"]));
    finds("$.shop.tools[?(@.name == \"drill\")].name", json!([]));
    finds("$.shop.tools[?(@.kind != 'basic')].name", json!(["drill"]));
    finds("$.shop.tools[?(@.none != 'basic')].name", json!([]));
    finds("$.shop.tools[?(@.name =~ /.*R/i)].name", json!(["hammer"]));
    finds("$..[?(@.volts == 18.0)].name", json!(["drill"]));
    assert!(Path::parse("$.shop.tools[?(@.name in ['saw', 'axe'])].name").is_err());
}

#[test]
fn an_exception_ends_what_hangs_on_the_item_of_a_wildcard() {
    finds("$.shop.tools[*].volts", json!([18]));
    finds("$.shop.tools[*]['tags'][0,1,2]", json!(["steel", "hand", null, "power", null, null, null, null, null]));
    let error = select("$.shop.tools[0:2].volts").unwrap_err();
    assert!(error.ends_with("No results for path: $['shop']['tools'][0]['volts']"), "{error}");
    let error = select("$.shop.tools[?(@.name < 5 || @.price == cheap)]").unwrap_err();
    assert!(error.contains("Character c is neither a decimal digit"), "{error}");
}

#[test]
fn what_is_surely_not_meant_is_told() {
    let misreadings = |text: &str| Path::parse(text).unwrap().misreadings();
    let negative = Misreading::NegativePosition { index: -1 };
    let function = Misreading::Function { name: "length".into() };
    for (text, expected) in [
        ("$.a[-1].b[-2]", vec![negative]),
        ("$.a.length()", vec![function.clone()]),
        ("$.a[?(@.b.length() > 1)]", vec![function]),
        ("$.a['length()']", vec![]),
        ("$.a[?(@.b == \"x\")]", vec![Misreading::QuotedText { text: "\"x\"".into() }]),
        ("$[\"item1\"]", vec![Misreading::QuotedName]),
        ("$.a[?((@.b || @.c) && @.d)]", vec![Misreading::Grouping]),
        ("$.a[?(@.d && (@.b == 1 || @.c))]", vec![Misreading::Grouping]),
        ("$.a[?((@.b && @.c) || @.d)]", vec![]),
        ("$.a[?(@.b === 1)]", vec![Misreading::StrictEqual]),
        ("$.a['b','c'].d", vec![Misreading::NamesBeforeStep]),
        ("$.a[?(@.b == word)]['b','c']", vec![]),
    ] {
        assert_eq!(misreadings(text), expected, "{text}");
    }
}

#[test]
fn indefinite_paths_find_empty_lists_and_definite_ones_fail() {
    finds("$.empty[*]", json!([]));
    finds("$..nothing", json!([]));
    finds("$.shop.tools[?(@.price > 1000)]", json!([]));
    finds("$.shop.tools[5:9]", json!([]));
    assert_eq!(select("$.none").unwrap_err(), "Invalid path '$.none' : No results for path: $['none']");
    assert_eq!(select("$.none.deep").unwrap_err(), "Invalid path '$.none.deep' : Missing property in path $['none']");
    finds("$.nothing[*]", json!([]));
    finds("$.nothing.at.all[1:]", json!([]));
}

#[test]
fn roots() {
    finds("$$.Execution.Id", json!("e1"));
    finds("$counter.value", json!(7));
    finds("$", store());
    assert_eq!(select("$unknown").unwrap_err(), "The variable 'unknown' has not been assigned a value");
    assert_eq!(Path::parse("$counter").unwrap().root(), &Root::Variable("counter".into()));
}

#[test]
fn what_is_no_path() {
    for text in ["", "$.", "$..", "$[", "$['a", "$[?(@.a]", "$.a b", "$[:]", "$.a[", "$[?(@.a =~ /(/)]"] {
        assert!(Path::parse(text).is_err(), "{text}");
    }
}

#[test]
fn reference_paths_write_into_objects() {
    let write = |path: &str, target: Value| set_at(&Path::parse(path).unwrap(), &target, json!("new")).ok();
    assert_eq!(write("$", json!(1)), Some(json!("new")));
    assert_eq!(write("$.a.b", json!({})), Some(json!({ "a": { "b": "new" } })));
    assert_eq!(write("$.a[1]", json!({ "a": [0, 1] })), Some(json!({ "a": [0, "new"] })));
    assert_eq!(write("$.a", json!("text")), None);
    assert_eq!(write("$.a[5]", json!({ "a": [] })), None);
    assert!(!Path::parse("$.a[*]").unwrap().is_reference());
}

#[test]
fn long_paths_and_deep_values_end() {
    let path = format!("${}", ".a".repeat(10_000));
    assert!(select(&path).is_err());
    let filter = "$[?(@".repeat(500) + &")]".repeat(500);
    assert!(Path::parse(&filter).is_err());
}

proptest! {
    #[test]
    fn any_text_is_read_or_refused(text in r#"[\$@\.\[\]\*\?\(\)'"0-9a-c:,=<>!&|/ -]{0,40}"#) {
        if let Ok(path) = Path::parse(&text) {
            let input = store();
            let scope = Scope { input: &input, context: &Value::Null, variables: &() };
            let found = path.select(&scope);
            prop_assert!(path.is_definite() || found.is_err() || found.is_ok_and(|value| value.is_array()));
        }
    }
}
