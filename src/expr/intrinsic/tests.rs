//! What the functions give; the figures were measured on AWS (asl-reference of the project's notes, section 1.7).

use super::Intrinsic;
use crate::expr::{Random, Scope};
use serde_json::{Value, json};

fn run(call: &str, input: &Value) -> Result<Value, String> {
    let context = json!({ "Execution": { "Name": "run" } });
    let scope = Scope { input, context: &context, variables: &() };
    let parsed = Intrinsic::parse(call).map_err(|error| error.to_string())?;
    parsed.evaluate(&scope, &mut Random::new(1)).map_err(|error| error.to_string())
}

#[track_caller]
fn gives(call: &str, expected: Value) {
    let input = json!({ "name": "Ana", "list": [1, 2, 3], "object": { "Arg1": 1, "Arg2": [] }, "t": "{} and {}" });
    assert_eq!(run(call, &input), Ok(expected), "{call}");
}

#[track_caller]
fn fails(call: &str) {
    assert!(run(call, &json!({})).is_err(), "{call}");
}

#[test]
fn format_fills_holes_and_knows_escapes() {
    gives("States.Format('Hello, {}! {}', $.name, 1.1)", json!("Hello, Ana! 1.1"));
    gives("States.Format('{}', null)", json!("null"));
    gives("States.Format('{}', $.object)", json!("{Arg1=1, Arg2=[]}"));
    gives(r"States.Format('\{\} it\'s {}', 'x')", json!("{} it's x"));
    gives("States.Format($.t, 1, 2)", json!("1 and 2"));
    fails("States.Format('{}')");
    fails(r"States.Format('{} like \\{ x \\}', 1)");
    fails("States.Format('{ n: {} }', 1)");
    fails("States.Format('', 1)");
}

#[test]
fn strings_and_json() {
    gives("States.StringToJson('{\"a\": [1]}')", json!({"a": [1]}));
    gives("States.StringToJson(' ')", Value::Null);
    gives("States.StringToJson('-0')", json!(0));
    gives("States.JsonToString($.object)", json!(r#"{"Arg1":1,"Arg2":[]}"#));
    gives("States.StringSplit('This.is+a,test=string', '.+,=')", json!(["This", "is", "a", "test", "string"]));
    gives("States.StringSplit(', , ,', ',')", json!([" ", " "]));
    gives("States.StringSplit(',,,,', ',')", json!([]));
    gives("States.JsonMerge($.object, $.object, false)", json!({"Arg1": 1, "Arg2": []}));
    fails("States.JsonMerge($, $, true)");
}

#[test]
fn arrays() {
    gives("States.Array()", json!([]));
    gives("States.Array(1, 'a', true, null, $.list)", json!([1, "a", true, null, [1, 2, 3]]));
    gives("States.ArrayPartition($.list, 2)", json!([[1, 2], [3]]));
    gives("States.ArrayContains(States.Array($.list, 2), $.list)", json!(true));
    gives("States.ArrayRange(0, 10, 3)", json!([0, 3, 6, 9]));
    gives("States.ArrayRange(1, 9, 9)", json!([1]));
    gives("States.ArrayRange(3, 1, -1)", json!([3, 2, 1]));
    gives("States.ArrayGetItem($.list, 2)", json!(3));
    gives("States.ArrayLength($.list)", json!(3));
    gives("States.ArrayUnique(States.Array(1, 2, 1))", json!([1, 2]));
    fails("States.ArrayGetItem(States.Array(1), -1)");
    fails("States.ArrayRange(0, 1, 0)");
    fails("States.ArrayRange(0, 5000, 1)");
}

#[test]
fn encodings() {
    gives("States.Base64Encode('Data to encode')", json!("RGF0YSB0byBlbmNvZGU="));
    gives("States.Base64Decode('RGF0YSB0byBlbmNvZGU=')", json!("Data to encode"));
    gives("States.Hash('input data', 'SHA-1')", json!("aaff4a450a104cd177d28d18d74485e8cae074b7"));
    fails("States.Hash('x', 'CRC32')");
}

#[test]
fn arithmetic_rounds_as_java_does() {
    for (a, b, sum) in [
        ("1.49", "1.5", 3),
        ("1.5", "1.51", 4),
        ("-1.5", "0", -1),
        ("-2.5", "0", -2),
        ("-1.51", "0", -2),
        ("-0.5", "0.5", 1),
    ] {
        gives(&format!("States.MathAdd({a}, {b})"), json!(sum));
    }
    fails("States.MathAdd(2147483647, 1)");
    let drawn = run("States.MathRandom(1, 3)", &Value::Null).unwrap();
    assert!(drawn == json!(1) || drawn == json!(2));
    assert_eq!(run("States.MathRandom(1, 999, 7)", &Value::Null), run("States.MathRandom(1, 999, 7)", &Value::Null));
}

#[test]
fn nesting_and_roots() {
    gives("States.Format('{}', States.ArrayGetItem(States.Array($$.Execution.Name), 0))", json!("run"));
    let nested = |depth: usize| "States.Array(".repeat(depth) + &")".repeat(depth);
    assert!(Intrinsic::parse(&nested(10)).is_ok());
    assert!(Intrinsic::parse(&nested(11)).is_err());
    fails("States.Nothing(1)");
    fails("States.Array(1");
    fails("States.Array('x)");
}

#[test]
fn only_four_escapes_are_known() {
    assert!(Intrinsic::check(r"States.Format('\'\{\}\\')").is_ok());
    for text in [r#"States.StringToJson('{"a":"\"b\""}')"#, r"States.Format('a\nb')", r"States.Format('\u0041')"] {
        assert!(Intrinsic::check(text).is_err(), "{text}");
    }
}
