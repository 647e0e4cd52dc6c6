//! YAML as JSON, tried out.

use super::*;
use serde_json::{Value, json};

fn value(text: &str) -> Value {
    serde_json::from_str(&to_json(text).unwrap().made.text).unwrap()
}

/// What a part of the JSON comes from.
fn source<'a>(text: &'a str, part: &str) -> &'a str {
    let made = to_json(text).unwrap().made;
    let start = made.text.find(part).unwrap();
    made.map.span(Span::new(start, start + part.len())).of(text)
}

#[test]
fn values_are_those_of_the_core_schema() {
    let text = "a: 1\nb: -2.5\nc: +3\nd: 0x1F\ne: true\nf: ~\ng:\nh: yes\ni: '1'\nj: 1.\nk: 1-2\nl: !!str 5\nm: 2024-01-01\nn: .5\no: 007\n";
    let expected = json!({
        "a": 1, "b": -2.5, "c": 3, "d": 31, "e": true, "f": null, "g": null, "h": "yes", "i": "1", "j": 1.0, "k": "1-2",
        "l": "5", "m": "2024-01-01", "n": 0.5, "o": 7
    });
    assert_eq!(value(text), expected);
    assert_eq!(value("- [1, {a: b}]\n- - x\n"), json!([[1, { "a": "b" }], ["x"]]));
    assert_eq!(to_json("").unwrap().made.text, "");
}

#[test]
fn short_forms_become_objects() {
    let text = "a: !Sub 'x ${B}'\nb: !GetAtt C.Arn\nc: !Ref D\nd: !Join ['', [a, !Ref E]]\n";
    let expected = json!({
        "a": { "Fn::Sub": "x ${B}" }, "b": { "Fn::GetAtt": "C.Arn" }, "c": { "Ref": "D" },
        "d": { "Fn::Join": ["", ["a", { "Ref": "E" }]] }
    });
    assert_eq!(value(text), expected);
}

#[test]
fn anchors_are_copied_with_their_places() {
    let text = "a: &x {n: here}\nb: *x\n";
    assert_eq!(value(text), json!({ "a": { "n": "here" }, "b": { "n": "here" } }));
    let made = to_json(text).unwrap().made;
    let second = made.text.rfind("here").unwrap();
    assert_eq!(made.map.span(Span::new(second, second + 4)), Span::new(10, 14));
}

#[test]
fn every_style_leads_back_to_its_characters() {
    assert_eq!(source("é: x\nkey: plain text # no\n", "plain text"), "plain text");
    assert_eq!(source("é: x\nkey: plain text # no\n", "\"plain text\""), "plain text");
    assert_eq!(source("a: 'it''s so'\n", "so"), "so");
    assert_eq!(source("a: \"x\\ty \\u00e9 end\"\n", "end"), "end");
    let folded = "a: one\n  two\n\n  three\nb: 1\n";
    assert_eq!(value(folded)["a"], "one two\nthree");
    assert_eq!(source(folded, "three"), "three");
    let literal = "x:\n  y: |-\n    {\n      \"Next\": \"A\"\n\n    }\n  z: 1\n";
    assert_eq!(value(literal)["x"]["y"], "{\n  \"Next\": \"A\"\n\n}");
    assert_eq!(source(literal, "Next"), "Next");
    assert_eq!(source(literal, "\\\"A\\\""), "\"A\"");
    assert_eq!(source(literal, "}\",\"z\""), "}\n  z");
    let block = "y: >\n  one\n  two\n\n  three\n";
    assert_eq!(value(block)["y"], "one two\nthree\n");
    assert_eq!(source(block, "two"), "two");
    assert_eq!(source(block, "three"), "three");
}

#[test]
fn what_json_cannot_say_is_refused_with_its_place() {
    for (text, place) in [("a: 1\n---\nb: 2\n", 5), ("a: b\n<<: *x\n", 0), ("? [a]\n: b\n", 2), ("a: [1\nb: 2\n", 0)] {
        let error = to_json(text).unwrap_err();
        assert!(error.span.start >= place, "{text:?}: {error:?}");
    }
    let bomb = (1..30).fold("a0: &a0 [x, x, x, x, x, x, x, x, x]\n".to_owned(), |text, index| {
        let before = format!("*a{}", index - 1);
        format!("{text}a{index}: &a{index} [{}]\n", [before.as_str(); 9].join(", "))
    });
    assert_eq!(to_json(&bomb).unwrap_err().message, "its aliases make it too large");
}

#[test]
fn tags_of_the_core_schema_count_in_every_style() {
    let text = "a: !!int \"5\"\nb: !!bool 'true'\nc: !!float '1.5'\nd: !!null ''\ne: !!int 5\nf: ! 5\ng: !!str true\n";
    let expected = json!({ "a": 5, "b": true, "c": 1.5, "d": null, "e": 5, "f": "5", "g": "true" });
    assert_eq!(value(text), expected);
}

#[test]
fn brackets_and_quotes_may_go_on_in_any_column_as_in_libyaml() {
    for text in [
        "a:\n  b: [\n  {c: d}\n  ]\n",
        "a:\n  b: [ {\n    c: d\n} ]\n",
        "a:\n  b: [\n {c:\nd} ]\n",
        "a:\n  b:\n  - {\n  c: d\n  }\n",
    ] {
        assert_eq!(value(text)["a"]["b"], json!([{ "c": "d" }]), "{text:?}");
        assert_eq!(source(text, "d"), "d", "{text:?}");
    }
    for text in
        ["a:\n  b: \"one\n  two\"\n  c: 1\n", "a:\n  b: 'one\ntwo'\n  c: 1\n", "a:\n  b: \"one\n two\"\n  c: 1\n"]
    {
        assert_eq!(value(text)["a"], json!({ "b": "one two", "c": 1 }), "{text:?}");
        assert_eq!(source(text, "two"), "two", "{text:?}");
    }
    assert!(to_json("a: [1\nb: 2\n").is_err(), "an open bracket stays a fault");
}

#[test]
fn scalars_that_yaml_1_1_reads_otherwise_are_told() {
    let told = |text: &str| -> Vec<String> {
        let read = to_json(text).unwrap();
        read.read_otherwise.iter().map(|span| span.of(text).trim().to_owned()).collect()
    };
    let text = "a: yes\nb: 010\nc: 2024-01-01\nd: Off\ne: 1_000\nf: 12:30\ng: 0o17\nh: 2024-01-01T00:00:00Z\n";
    let expected = ["yes", "010", "2024-01-01", "Off", "1_000", "12:30", "0o17", "2024-01-01T00:00:00Z"];
    assert_eq!(told(text), expected);
    let numbers = "a: 1e3\nb: 1.5e3\nc: -2E+4\nd: .inf\ne: -.INF\nf: .nan\n";
    assert_eq!(told(numbers), ["1e3", "1.5e3", "-2E+4", ".inf", "-.INF", ".nan"]);
    assert_eq!(told("a: 1.5e+3\nb: 1.5\nc: 1e\nd: e3\ne: .info\nf: 1e3x\ng: -.nan\n"), [""; 0]);
    assert_eq!(told("a: 'yes'\nb: 10\nc: !!str 010\nd: y\ne: 0\nf: none\ng: 0.5\nh: 99:99\nyes: 1\n"), [""; 0]);
}
