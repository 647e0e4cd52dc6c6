//! What the façade adds to JSONata: AWS's functions, bounds and words.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use super::{ProblemKind, check_expression, evaluate, expression};
use crate::expr::Random;
use serde_json::{Value, json};

fn run(text: &str) -> Result<Option<Value>, String> {
    let states = json!({ "input": { "n": 3, "list": [1, 2, 3], "people": [{ "name": "Ana" }, { "name": "Luz" }] } });
    evaluate(text, &Value::Null, &[("states", &states), ("x", &json!(7))], &mut Random::new(1), 1_700_000_000_000)
        .map_err(|error| error.to_string())
}

fn value(text: &str) -> Value {
    run(text).unwrap().unwrap()
}

/// The error of an expression that fails.
fn error(text: &str) -> String {
    run(text).unwrap_err()
}

const MEMORY: &str = "Expression evaluation memory limit exceeded: Check for excessive memory usage";

fn is_stack_overflow(text: &str) -> bool {
    run(text)
        .is_err_and(|error| error.starts_with("Stack overflow error: Check for non-terminating recursive function."))
}

#[test]
fn sees_states_and_variables() {
    assert_eq!(value("$states.input.n + $x"), json!(10));
    assert_eq!(run("$states.input.none"), Ok(None));
    assert_eq!(value("$sum($states.input.list)"), json!(6));
    assert_eq!(value("$states.input.people[name = 'Luz']"), json!({ "name": "Luz" }));
    assert_eq!(value("$map($states.input.people, function($p) { $p.name })"), json!(["Ana", "Luz"]));
    assert_eq!(value("$states.input.list[$ > 1]"), json!([2, 3]));
    assert_eq!(value("$states.input.people.$uppercase(name)"), json!(["ANA", "LUZ"]));
}

#[test]
fn partition_range_and_hash() {
    assert_eq!(value("$partition([0,1,2], 2)"), json!([[0, 1], [2]]));
    assert_eq!(value("$partition([0,1,2])"), json!([[0, 1, 2]]));
    assert_eq!(value("$partition([0,1,2], 1.9)"), json!([[0], [1], [2]]));
    assert_eq!(run("$partition([], 2)"), Ok(None));
    assert_eq!(run("$partition([1], 0)"), Ok(None));
    assert_eq!(error("$partition([1], -1)"), "D3137: Second argument must be zero or greater");
    assert_eq!(
        error("$partition([1], 'a')"),
        "T0410: Argument 2 of function \"partition\" does not match function signature"
    );
    assert_eq!(value("$range(0, 9, 3)"), json!([0, 3, 6, 9]));
    assert_eq!(value("$range(0, 10, 3)"), json!([0, 3, 6, 9]));
    assert_eq!(value("$range(1, 9, 2)"), json!([1, 3, 5, 7, 9]));
    assert_eq!(value("$range(1, 9, 9)"), json!(1));
    assert_eq!(value("[$range(1, 9, 9)]"), json!([1]));
    assert_eq!(value("$range(-1.7, 2, 1)"), json!([-1, 0, 1, 2]));
    assert_eq!(value("$range(0, 9, 0)"), json!([]));
    assert_eq!(value("$count($range(1, 200000, 1))"), json!(200_000));
    assert_eq!(
        error("$range(1, 2, 3, 4)"),
        "T0410: Argument 4 of function \"range\" does not match function signature"
    );
    assert_eq!(value("$hash('input data', 'SHA-1')"), json!("aaff4a450a104cd177d28d18d74485e8cae074b7"));
    for (algorithm, length) in [("MD5", 32), ("SHA-1", 40), ("SHA-256", 64), ("SHA-384", 96), ("SHA-512", 128)] {
        assert_eq!(value(&format!("$length($hash('a', '{algorithm}'))")), json!(length));
    }
    assert_eq!(
        error("$hash('a', 'md5')"),
        "D3137: Hash algorithm 'md5' must be one of SHA-1, SHA-384, SHA-256, SHA-512, MD5"
    );
}

#[test]
fn parse_random_and_uuid() {
    assert_eq!(value("$parse('{\"a\":[1]}')"), json!({ "a": [1] }));
    assert_eq!(value("$parse('{\"a\":{\"b\":2}}').a.b"), json!(2));
    assert_eq!(value("$exists($parse('null'))"), json!(true));
    assert_eq!(error("$parse('{')"), "D3137: Invalid JSON");
    assert_eq!(error("$parse('')"), "D3137: Invalid JSON");
    assert_eq!(run("$parse($nothing)"), Ok(None));
    assert_eq!(value("$random(42)"), json!(0.727_563_680_032_868_1));
    assert_eq!(value("$random(42.9)"), json!(0.727_563_680_032_868_1));
    assert_ne!(value("$random()"), value("$random(0)"));
    assert_eq!(run("$uuid()"), run("$uuid()"), "the same seed gives the same identifier");
    assert_eq!(value("$uuid() = $uuid()"), json!(false));
    assert_eq!(value("$count($shuffle([1, 2, 3]))"), json!(3));
}

#[test]
fn reads_the_virtual_clock() {
    assert_eq!(value("$millis()"), json!(1_700_000_000_000_i64));
    assert_eq!(value("$now()"), json!("2023-11-14T22:13:20.000Z"));
}

#[test]
fn errors_are_in_the_words_of_aws() {
    for (text, expected) in [
        ("$eval('1')", "T1006: Attempted to invoke a non-function"),
        ("$randomSeeded(1)", "T1006: Attempted to invoke a non-function"),
        ("$x(1)", "T1006: Attempted to invoke a non-function"),
        ("$sum(['a'])", "T0412: Argument 1 of function \"sum\" must be an array of \"numbers\""),
        ("$abs('a')", "T0410: Argument 1 of function \"abs\" does not match function signature"),
        ("$uppercase($string($sum(['a'])))", "T0412: Argument 1 of function \"sum\" must be an array of \"numbers\""),
        (
            "$count([1]) + $abs($lowercase('A'))",
            "T0410: Argument 1 of function \"abs\" does not match function signature",
        ),
        (
            "$map([1], function($n) { $lowercase($n) })",
            "T0410: Argument 1 of function \"lowercase\" does not match function signature",
        ),
        ("$string(1) ~> $abs", "T0410: Argument 1 of function \"abs\" does not match function signature"),
        ("$number('a')", "D3030: Unable to cast value to a number: \"a\""),
        ("'a' + 1", "T2001: The left side of the \"+\" operator must evaluate to a number"),
        ("1 - 'a'", "T2002: The right side of the \"-\" operator must evaluate to a number"),
        ("['a'..1]", "T2003: The left side of the range operator (..) must evaluate to an integer"),
        ("[] < 1", "T2010: The expressions either side of operator \"<\" must evaluate to numeric or string values"),
        ("$error('no stock')", "D3137: no stock"),
        ("$sqrt(-1)", "D3060: The sqrt function cannot be applied to a negative number: -1"),
        (
            "$formatBase(1, 40)",
            "D3100: The radix of the formatBase function must be between 2 and 36.  It was given 40",
        ),
        ("1 +", "S0207: Unexpected end of expression"),
        ("$x[1,2)", "S0202: Expected \"]\", got \",\""),
        ("$match('a', /abc", "S0302: No terminating / in regular expression"),
        ("1 2", "S0201: Syntax error: \"2\""),
        ("1e999", "S0102: Number out of range: 1e999"),
    ] {
        assert_eq!(error(text), expected, "{text}");
    }
    assert!(error("$formatNumber(1, 'x')").starts_with("D3086: The sub-picture must not contain a passive character"));
}

#[test]
fn an_error_with_a_code_is_a_sentence_of_its_own() {
    let separator = |text: &str| evaluate(text, &Value::Null, &[], &mut Random::new(1), 0).unwrap_err().separator();
    assert_eq!(separator("$f()"), ". ");
    assert_eq!(separator("[1..873783]"), ": ");
}

#[test]
fn sequences_and_texts_are_as_long_as_on_aws() {
    assert_eq!(value("[1..873782] ~> $count()"), json!(873_782));
    assert_eq!(error("[1..873783] ~> $count()"), MEMORY);
    assert_eq!(error("$sum([1..900000])"), MEMORY);
    assert_eq!(error("$count($range(1, 900000, 1))"), MEMORY);
    assert_eq!(error("[1..100000000]"), MEMORY);
    let doubled = |times: u32| {
        format!("($p := function($s, $n) {{ $n = 0 ? $s : $p($s & $s, $n - 1) }}; $length($p('x', {times})))")
    };
    assert_eq!(value(&doubled(22)), json!(4_194_304));
    assert_eq!(error(&doubled(23)), MEMORY);
    assert_eq!(error(&doubled(60)), MEMORY);
    assert_eq!(error("$pad('x', 10000000)"), MEMORY);
    assert_eq!(error("'x' ~> $pad(-10000000)"), MEMORY);
    assert_eq!(error("$join([1..800000].('a long enough text'))"), MEMORY);
    assert_eq!(error("[1..800000].('a long enough text') ~> $join(', ')"), MEMORY);
    assert_eq!(error("$replace($pad('a', 10000, 'a'), 'a', $pad('b', 10000))"), MEMORY);
    assert_eq!(error("$replace($pad('a', 10000, 'a'), /a/, $pad('b', 10000))"), MEMORY);
    assert_eq!(error("$formatInteger(1e12, 'I')"), MEMORY);
    assert_eq!(error("($f := $pad(?, 10000000); $f('x'))"), MEMORY);
    assert_eq!(error("$reduce([1..60], function($a, $b) { [$a, $a] }, [1])"), MEMORY);
    assert_eq!(error("$string($reduce([1..60], function($a, $b) { [$a, $a] }, [1]))"), MEMORY);
}

#[test]
fn nesting_is_as_deep_as_on_aws() {
    let sum = |terms: usize| vec!["1"; terms].join("+");
    assert_eq!(value(&sum(100)), json!(100));
    assert!(is_stack_overflow(&sum(101)));
    assert!(is_stack_overflow(&sum(200)));
    let recursion = |calls: usize| format!("($f := function($n) {{ $n = 0 ? 0 : 1 + $f($n - 1) }}; $f({calls}))");
    assert_eq!(value(&recursion(31)), json!(31));
    assert!(is_stack_overflow(&recursion(34)));
    assert!(is_stack_overflow("($f := function($n) { $f($n + 1) + 1 }; $f(0))"));
    // In tail position a call nests nothing.
    assert_eq!(value("($f := function($n, $t) { $n = 0 ? $t : $f($n - 1, $t + 1) }; $f(3000, 0))"), json!(3000));
    for deep in ["(", "[", "-", "{'a':", "$x[", "$f(", "function(){", "1?", "$x:=", "1?1:"] {
        assert!(is_stack_overflow(&deep.repeat(10_000)), "{deep}");
    }
}

#[test]
fn numbers_that_json_cannot_write_are_named() {
    assert_eq!(value("{ 'k': 1/0 }"), json!({ "k": "Infinity" }));
    assert_eq!(value("[1/0, -1/0]"), json!(["Infinity", "-Infinity"]));
    assert_eq!(value("1e308 * 10"), json!("Infinity"));
    assert_eq!(value("$parseInteger('abc', '0')"), json!("NaN"));
    assert_eq!(error("$string(1/0)"), "D3001: Attempting to invoke string function on Infinity or NaN");
    assert_eq!(value("9007199254740993"), json!(9_007_199_254_740_992_i64));
    assert_eq!(value("[0.1 + 0.2, 1e21, 5.0]"), json!([0.300_000_000_000_000_04, 1e21, 5]));
}

#[test]
fn nothing_panics_on_odd_numbers() {
    for text in [
        "$substring('abc', 1e300, -1e300)",
        "$substring('abc', -1e300, 1e300)",
        "'abc' ~> $substring(1e300)",
        "$split('a,b', ',', 1e300)",
        "$replace('a', 'a', 'b', 1e300)",
        "$match('a', /a/, 1e300)",
        "$round(1e300, 1e300)",
        "$round(1, -1e300)",
        "$formatBase(-1e300, 2)",
        "$formatInteger(-1e300, 'w')",
        "$formatInteger(1e300, 'A')",
        "$formatNumber(-1e300, '0')",
        "$fromMillis(1e300)",
        "$fromMillis(-1e300, '[Y]')",
        "$partition([1], 1e300)",
        "$range(-1e300, 1e300, 1e-300)",
        "$range(-1e300, 1e300, 1e299)",
        "$random(1e300)",
        "[1, 2][1e300]",
        "[1, 2][-1e300]",
        "[1e300..1e301]",
        "$power(0, -1e300)",
        "7 % 0",
        "$pad('', -1e300)",
        "$formatInteger(1/0, 'w')",
        "($f := $formatInteger(?, 'w'); $f(-1/0))",
        "($f := $formatInteger(?, 'I'); $f(1e12))",
        "1/0 ~> $formatInteger('A')",
        "$substring('abc', 1/0)",
    ] {
        // What comes out does not matter here: only that something does.
        let _ = run(text);
    }
}

#[test]
fn data_at_the_top_level_are_refused() {
    let names = |text: &str| {
        let problems = check_expression(text).into_iter();
        problems
            .map(|problem| match problem.kind {
                ProblemKind::Unsupported { reference } => reference,
                ProblemKind::Invalid { code } => code,
            })
            .collect::<Vec<_>>()
    };
    assert_eq!(names("phone"), ["phone"]);
    assert_eq!(names("phone.number & phone.kind & mail"), ["phone", "mail"]);
    assert_eq!(names("$"), ["$"]);
    assert_eq!(names("$$.a"), ["$$"]);
    assert_eq!(names("$.a[b]"), ["$"]);
    assert_eq!(names("{ 'a': [b ? c : -d] }"), ["b", "c", "d"]);
    assert_eq!(names("$sum(a.b)"), ["a"]);
    assert_eq!(names("($x := a; $x)"), ["a"]);
    assert_eq!(names("items^(price)"), ["items"]);
    for fine in [
        "$states.input.phone",
        "$x[kind = 'a'].b",
        "$x.$y",
        "$x.(a + b)",
        "$x{ kind: $sum(price) }",
        "$x^(price).name",
        "$map($x, function($v) { $v.a })",
        "$filter($x, function() { $ })",
        "$x ~> | $ | { 'a': b } |",
        "'text'",
        "",
    ] {
        assert_eq!(names(fine), if fine.is_empty() { vec!["S0207"] } else { Vec::new() }, "{fine}");
    }
    assert_eq!(error("phone"), "Reference to 'phone' at the top level is not supported.");
}

#[test]
fn problems_have_a_place_and_the_words_of_aws() {
    let at = |text: &str| {
        let problems = check_expression(text);
        let problem = problems.first().unwrap().clone();
        (problem.aws_code(), problem.message, text[problem.span.clone()].to_owned(), problem.span.start)
    };
    let invalid = "INVALID_JSONATA_EXPRESSION";
    assert_eq!(at("$x + 'é' & "), (invalid, "Unexpected end of expression".into(), String::new(), 11));
    assert_eq!(at("$x[1,2)"), (invalid, "Expected \"]\", got \",\"".into(), ",".into(), 4));
    assert_eq!(at("{'a': 'é' 2}"), (invalid, "Expected \"}\", got \"2\"".into(), "2".into(), 11));
    assert_eq!(at("1 2"), (invalid, "Syntax error: \"2\"".into(), "2".into(), 2));
    assert_eq!(at("{\"a\":}"), (invalid, "The symbol \"}\" cannot be used as a unary operator".into(), "}".into(), 5));
    assert_eq!(at(&"(".repeat(300)).3, 0);
    assert_eq!(
        at("$x.phone & phone"),
        (
            "UNSUPPORTED_JSONATA_EXPRESSION",
            "Reference to 'phone' at the top level is not supported.".into(),
            "phone".into(),
            11
        )
    );
    assert_eq!(at("`a b`.c").2, "`a b`");
}

#[test]
fn only_the_variables_that_the_text_names_are_bound() {
    let (used, unused) = (json!(1), json!(2));
    let bindings = [("a", &used), ("ab", &unused)];
    let result = evaluate("$a", &Value::Null, &bindings, &mut Random::new(1), 0);
    assert_eq!(result, Ok(Some(json!(1))));
    // The same text again, from what was kept, with other values.
    let result = evaluate("$a", &Value::Null, &[("a", &unused)], &mut Random::new(1), 0);
    assert_eq!(result, Ok(Some(json!(2))));
}

#[test]
fn an_expression_stands_between_its_marks() {
    assert_eq!(expression("{% $x %}"), Some(" $x "));
    assert_eq!(expression(" {% $x %}"), None);
}
