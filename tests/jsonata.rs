//! JSONata as a language: every construct and every built-in function at least once, and what must not be survived.
#![cfg(feature = "jsonata")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use pasos::expr::Random;
use pasos::expr::jsonata::evaluate_plain;
use serde_json::{Value, json};

/// 2023-11-14T22:13:20Z
const NOW: i64 = 1_700_000_000_000;

fn shop() -> Value {
    json!({
        "name": "Kiosk",
        "open": true,
        "closed": null,
        "items": [
            { "sku": "t1", "kind": "tea", "price": 4.5, "stock": 10, "tags": ["hot", "green"] },
            { "sku": "c1", "kind": "coffee", "price": 3, "stock": 0, "tags": ["hot"] },
            { "sku": "t2", "kind": "tea", "price": 6, "stock": 2, "tags": [] }
        ],
        "owner": { "first": "Ana", "last": "Ruiz", "address": { "town": "Lima" } },
        "matrix": [[1, 2], [3, [4]]]
    })
}

/// The result as JSON text, `undefined`, or the code of the error.
fn run(expression: &str) -> String {
    let limit = json!(5);
    match evaluate_plain(expression, Some(&shop()), &[("limit", &limit)], &mut Random::new(3), NOW) {
        Ok(Some(value)) => value.to_string(),
        Ok(None) => "undefined".to_owned(),
        Err(error) => error.code,
    }
}

fn check(table: &[(&str, &str)]) {
    for (expression, expected) in table {
        assert_eq!(run(expression), *expected, "{expression}");
    }
}

#[test]
fn paths_predicates_and_constructors() {
    check(&[
        ("name", r#""Kiosk""#),
        ("owner.address.town", r#""Lima""#),
        ("owner.`first`", r#""Ana""#),
        ("nothing.at.all", "undefined"),
        ("closed", "null"),
        ("items.sku", r#"["t1","c1","t2"]"#),
        ("items[0].sku", r#""t1""#),
        ("items[-1].sku", r#""t2""#),
        ("items[[0..1]].sku", r#"["t1","c1"]"#),
        ("items[kind = 'tea'].price", "[4.5,6]"),
        ("items[stock = 0].sku", r#""c1""#),
        ("items[stock = 0].sku[]", r#"["c1"]"#),
        ("items[price > $limit].sku", r#""t2""#),
        ("items.tags", r#"["hot","green","hot"]"#),
        ("items['hot' in tags].sku", r#"["t1","c1"]"#),
        ("owner.*", r#"["Ana","Ruiz",{"town":"Lima"}]"#),
        ("**.town", r#""Lima""#),
        ("matrix[1][1]", "[4]"),
        ("$.name", r#""Kiosk""#),
        ("items.(price * stock)", "[45,0,12]"),
        ("items.address.%.sku", "undefined"),
        ("items.tags.%.sku", r#"["t1","t1","c1"]"#),
        ("items.{ 'id': sku }", r#"[{"id":"t1"},{"id":"c1"},{"id":"t2"}]"#),
        ("items.[sku, stock]", r#"[["t1",10],["c1",0],["t2",2]]"#),
        ("items{ kind: $sum(stock) }", r#"{"tea":12,"coffee":0}"#),
        ("items^(price).sku", r#"["c1","t1","t2"]"#),
        ("items^(>price, sku).sku", r#"["t2","t1","c1"]"#),
        ("items#$i[price < 5].{ 'at': $i }", r#"[{"at":0},{"at":1}]"#),
        ("items@$i.owner.($i.sku & first)", r#"["t1Ana","c1Ana","t2Ana"]"#),
        ("{ 'a': 1, 'b': [1, 2] }", r#"{"a":1,"b":[1,2]}"#),
        ("[1..3, 7]", "[1,2,3,7]"),
        ("[3..1]", "[]"),
        ("/* a comment */ 1", "1"),
    ]);
}

#[test]
fn operators_functions_and_blocks() {
    check(&[
        ("1 + 2 * 3 - 4 / 2", "5"),
        ("7 % 3", "1"),
        ("-(3)", "-3"),
        ("'a' & 1 & true & null", r#""a1truenull""#),
        ("1 = 1.0 and 'a' != 'b'", "true"),
        ("1 < 2 and 2 <= 2 and 3 > 2 and 3 >= 3", "true"),
        ("false or nothing", "false"),
        ("2 in [1, 2]", "true"),
        ("open ? 'yes' : 'no'", r#""yes""#),
        ("closed ? 'yes'", "undefined"),
        ("($x := 2; $y := $x * 2; $x + $y)", "6"),
        ("(function($a, $b) { $a - $b })(5, 3)", "2"),
        ("(λ($a) { $a * 2 })(4)", "8"),
        ("($twice := function($f, $x) { $f($f($x)) }; $twice(function($n) { $n * $n }, 3))", "81"),
        ("($f := function($n) { $n <= 1 ? 1 : $n * $f($n - 1) }; $f(10))", "3628800"),
        ("($sum2 := function($n, $t) { $n = 0 ? $t : $sum2($n - 1, $t + $n) }; $sum2(5000, 0))", "12502500"),
        ("($half := $substring(?, 0, 2); $half('abcdef'))", r#""ab""#),
        ("' x ' ~> $trim() ~> $uppercase()", r#""X""#),
        ("($clean := $trim ~> $lowercase; $clean(' Ab '))", r#""ab""#),
        ("owner ~> | $ | { 'last': 'Paz' }, 'address' |", r#"{"first":"Ana","last":"Paz"}"#),
        ("function($x) { $x }", "undefined"),
        ("function($x)<n:n> { $x }('a')", "T0410"),
        ("$nothing", "undefined"),
        ("$nothing()", "T1006"),
        ("name()", "T1006"),
        ("sum(1)", "T1005"),
        ("1 + 'a'", "T2002"),
        ("'a' + 1", "T2001"),
        ("1 < 'a'", "T2009"),
        ("[] < 1", "T2010"),
        ("['a'..2]", "T2003"),
        ("[1..2.5]", "T2004"),
        ("-'a'", "D1002"),
        ("{ 1: 2 }", "T1003"),
        ("{ 'a': 1, 'a': 2 }", "D1009"),
        ("1 +", "S0207"),
        ("[1", "S0203"),
        ("(1]", "S0202"),
        ("1 2", "S0201"),
        ("'open", "S0101"),
        ("1 := 2", "S0212"),
        ("/a", "S0302"),
        ("//", "S0301"),
        ("/* open", "S0106"),
    ]);
}

#[test]
fn text_functions() {
    check(&[
        ("$string({ 'a': [1, null] })", r#""{\"a\":[1,null]}""#),
        ("$string(1.5)", r#""1.5""#),
        ("$length('añ😀')", "3"),
        ("$substring('hello', 1, 3)", r#""ell""#),
        ("$substring('hello', -2)", r#""lo""#),
        ("$substringBefore('a-b-c', '-')", r#""a""#),
        ("$substringAfter('a-b-c', '-')", r#""b-c""#),
        ("$uppercase('año')", r#""AÑO""#),
        ("$lowercase('AÑO')", r#""año""#),
        ("$trim('  a \n b ')", r#""a b""#),
        ("$pad('a', -3, '.') & $pad('b', 3)", r#""..ab  ""#),
        ("$contains('abc', 'bc')", "true"),
        ("$contains('abc', /^B/i)", "false"),
        ("$split('a,b,c', ',', 2)", r#"["a","b"]"#),
        ("$split('a1b22c', /\\d+/)", r#"["a","b","c"]"#),
        ("$join(items.sku, '+')", r#""t1+c1+t2""#),
        ("items.sku ~> $join", r#""t1c1t2""#),
        ("$match('a1b2', /([a-z])(\\d)/).groups", r#"["a","1","b","2"]"#),
        ("$replace('a.b.c', '.', '-')", r#""a-b-c""#),
        ("$replace('ab', /(a)(b)/, '$2$1')", r#""ba""#),
        ("$replace('abc', /b/, function($m) { '<' & $m.match & '>' })", r#""a<b>c""#),
        ("$base64encode('Pasos')", r#""UGFzb3M=""#),
        ("$base64decode('UGFzb3M=')", r#""Pasos""#),
        ("$encodeUrl('https://x.y/a b?q=ñ')", r#""https://x.y/a%20b?q=%C3%B1""#),
        ("$encodeUrlComponent('a&b=c')", r#""a%26b%3Dc""#),
        ("$decodeUrl('a%20b')", r#""a b""#),
        ("$decodeUrlComponent('a%26b')", r#""a&b""#),
    ]);
}

#[test]
fn number_and_aggregate_functions() {
    check(&[
        ("$number('1e2')", "100"),
        ("$number(true)", "1"),
        ("$number('x')", "D3030"),
        ("$abs(-2)", "2"),
        ("$floor(-1.5)", "-2"),
        ("$ceil(1.2)", "2"),
        ("[$round(2.5), $round(3.5), $round(1.25, 1), $round(1250, -2)]", "[2,4,1.2,1200]"),
        ("$power(2, 10)", "1024"),
        ("$sqrt(2)", "1.4142135623730951"),
        ("$sqrt(-1)", "D3060"),
        ("$formatNumber(12345.6, '#,##0.00')", r#""12,345.60""#),
        ("$formatNumber(0.14, '01%')", r#""14%""#),
        ("$formatBase(255, 16)", r#""ff""#),
        ("$formatBase(1, 40)", "D3100"),
        ("$formatInteger(2024, 'I')", r#""MMXXIV""#),
        ("$formatInteger(12, 'w')", r#""twelve""#),
        ("$parseInteger('twelve', 'w')", "12"),
        ("$parseInteger('1,234', '#,##0')", "1234"),
        ("$sum(items.price)", "13.5"),
        ("$max(items.price)", "6"),
        ("$min(items.price)", "3"),
        ("$average([1, 2, 6])", "3"),
        ("$sum(['a'])", "T0412"),
        ("$abs('a')", "T0410"),
    ]);
}

#[test]
fn truth_array_and_object_functions() {
    check(&[
        ("[$boolean(0), $boolean('0'), $boolean([]), $boolean([0, 1])]", "[false,true,false,true]"),
        ("$not('')", "true"),
        ("[$exists(closed), $exists(nothing)]", "[true,false]"),
        ("$count(items)", "3"),
        ("$append([1], [2, 3])", "[1,2,3]"),
        ("$sort([3, 1, 2])", "[1,2,3]"),
        ("$sort(items, function($a, $b) { $a.stock < $b.stock }).sku", r#"["t1","t2","c1"]"#),
        ("$sort([{}, {}])", "D3070"),
        ("$reverse([1, 2])", "[2,1]"),
        ("$sort($shuffle([2, 1, 3]))", "[1,2,3]"),
        ("$distinct([1, 2, 1, '1'])", r#"[1,2,"1"]"#),
        ("$zip([1, 2], ['a', 'b', 'c'])", r#"[[1,"a"],[2,"b"]]"#),
        ("$keys(owner)", r#"["first","last","address"]"#),
        ("$lookup(owner, 'last')", r#""Ruiz""#),
        ("$spread({ 'a': 1, 'b': 2 })", r#"[{"a":1},{"b":2}]"#),
        ("$merge([{ 'a': 1 }, { 'a': 2, 'b': 3 }])", r#"{"a":2,"b":3}"#),
        ("$each({ 'a': 1, 'b': 2 }, function($v, $k) { $k & $v })", r#"["a1","b2"]"#),
        ("$error('no')", "D3137"),
        ("$assert(1 = 2, 'no')", "D3141"),
        ("$assert(true)", "undefined"),
        ("[1, 'a', true, null, [], {}].$type($)", r#"["number","string","boolean","null","array","object"]"#),
        ("$type(function() { 1 })", r#""function""#),
        ("$map([1, 2], function($v, $i, $a) { $v + $i + $count($a) })", "[3,5]"),
        ("$map(['a', 'b'], $uppercase)", r#"["A","B"]"#),
        ("$filter([1, 2, 3, 4], function($v) { $v % 2 = 0 })", "[2,4]"),
        ("$single(items, function($v) { $v.stock = 0 }).sku", r#""c1""#),
        ("$single([1, 2])", "D3138"),
        ("$single([1, 2], function($v) { $v > 2 })", "D3139"),
        ("$reduce([1, 2, 3, 4], function($a, $b) { $a * $b }, 2)", "48"),
        ("$sift({ 'a': 1, 'b': 2 }, function($v) { $v > 1 })", r#"{"b":2}"#),
        ("$eval('1 + limit', { 'limit': 2 })", "3"),
    ]);
}

#[test]
fn times_and_the_functions_of_aws() {
    check(&[
        ("$now()", r#""2023-11-14T22:13:20.000Z""#),
        ("$now('[D01]/[M01]/[Y0001]')", r#""14/11/2023""#),
        ("$millis()", "1700000000000"),
        ("$fromMillis(0)", r#""1970-01-01T00:00:00.000Z""#),
        ("$fromMillis(0, '[H01]:[m01] [z]', '-0500')", r#""19:00 GMT-05:00""#),
        ("$toMillis('1970-01-01T00:00:01Z')", "1000"),
        ("$toMillis('14/11/2023', '[D01]/[M01]/[Y0001]')", "1699920000000"),
        ("$partition([1, 2, 3], 2)", "[[1,2],[3]]"),
        ("$range(0, 10, 3)", "[0,3,6,9]"),
        ("$range(5, 1, -2)", "[5,3,1]"),
        ("$hash('', 'MD5')", r#""d41d8cd98f00b204e9800998ecf8427e""#),
        ("$random(42)", "0.7275636800328681"),
        ("$random() < 1", "true"),
        ("$length($uuid())", "36"),
        ("$parse('[1, {\"a\": null}]')", r#"[1,{"a":null}]"#),
    ]);
}

/// Longer than anything that ends takes on a busy machine, in seconds; what has no bound takes hours.
const ENDLESS: u64 = 60;

/// Runs as `pasos query` does, and fails the test when that seems to have no end.
fn survives(expression: &str, input: &Value) -> Result<Option<Value>, String> {
    #[expect(clippy::disallowed_methods, reason = "the time that passes is what is tested")]
    let started = std::time::Instant::now();
    let result = evaluate_plain(expression, Some(input), &[], &mut Random::new(3), NOW);
    let name: String = expression.chars().take(60).collect();
    assert!(started.elapsed().as_secs() < ENDLESS, "{name} took {:?}", started.elapsed());
    result.map_err(|error| error.code)
}

#[test]
fn what_never_ends_is_ended() {
    for endless in [
        "($f := function($x) { $f($x + 1) }; $f(1))",
        "($f := function($x) { $g($x) }; $g := function($x) { $f($x) }; $f(1))",
        "($f := function($x) { 1 + $f($x) }; $f(1))",
        "($y := function($f) { $f($f) }; $y($y))",
        "$map([1..10000000], function($i) { $map([1..10000], function($j) { $j * 2 }) })",
    ] {
        assert_eq!(survives(endless, &Value::Null), Err("U1001".to_owned()), "{endless}");
    }
    assert_eq!(survives("[1..100000000]", &Value::Null), Err("D2014".to_owned()));
}

#[test]
fn patterns_do_not_backtrack() {
    let text = json!("a".repeat(50_000) + "!");
    for pattern in ["/^(a+)+$/", "/^(a|aa)+$/", "/(a*)*b/", "/^(.*?,){11}P/"] {
        assert_eq!(survives(&format!("$contains($, {pattern})"), &text), Ok(Some(json!(false))), "{pattern}");
    }
    for refused in ["/a{100000}{100000}/", "/(/"] {
        assert!(survives(&format!("$contains($, {refused})"), &text).is_err(), "{refused}");
    }
}

/// What AWS's version of the language gives where other versions and libraries give something else.
#[test]
fn the_language_is_that_of_version_2_0_6() {
    check(&[
        ("nothing ?? 1", "S0211"),
        ("nothing ?: 1", "S0211"),
        ("$match('aa', /a/g)", "S0202"),
        ("$split('a/b', /[/]/)", r#"["a","b"]"#),
        ("$contains('é', /\\é/)", "true"),
        ("$match('ab', /a(?=b)/).match", r#""a""#),
        ("$match('ab', /(?<=a)b/).match", r#""b""#),
        ("$match('abb', /(b)\\1/).match", r#""bb""#),
        ("$contains('é٣', /[\\w\\d]/)", "false"),
        ("$exists($)", "true"),
        ("items[0].$exists($)", "true"),
        ("['b', 'a'] = ['b', 'a']^($)", "true"),
        ("['b', 'a'] = (['b', 'a']^($))", "false"),
        ("$reduce([], function($a, $b) { $a + $b })", "undefined"),
        ("$fromMillis(1.9)", r#""1970-01-01T00:00:00.001Z""#),
        ("$fromMillis(-1.9)", r#""1969-12-31T23:59:59.999Z""#),
        ("$round(123456789012, 10)", "123456789012"),
        ("$formatNumber(1e20, '#,##0')", r#""100,000,000,000,000,000,000""#),
        ("$formatNumber(1e21, '0')", r#""1e+21""#),
        ("$formatBase(2.5)", r#""2""#),
        ("$formatBase(3.5, 2)", r#""100""#),
        ("$clone('a')", "T0410"),
        ("$clone({ 'a': 0.1 + 0.2 })", r#"{"a":0.3}"#),
        ("$spread([{ 'a': 1 }])", r#"[{"a":1}]"#),
        ("$spread('a')", r#""a""#),
        ("owner ~> | $ | 1 |", "T2011"),
        ("owner ~> | $ | {}, 1 |", "T2012"),
        ("items.$uppercase()", "T0411"),
        ("1 / 0 + 1", "D1001"),
        ("$replace('abc', /x*/, '-')", "D1004"),
        ("$match('abc', /x*/)", "D1004"),
        ("$contains('abc', /x*/)", "true"),
        ("$toMillis('12:30', '[H]:[m]')", "1699965000000"),
        ("$decodeUrl('%')", "D3140"),
    ]);
    for refused in ["!!!", "a", "Y Q==", "YQ="] {
        assert!(survives(&format!("$base64decode('{refused}')"), &Value::Null).is_err(), "{refused}");
    }
}

/// Where a library that was used before stopped the program.
#[test]
fn odd_pictures_stop_nothing() {
    for function in [
        "$formatNumber(12.5, ?)",
        "$formatInteger(12, ?)",
        "$fromMillis(0, ?)",
        "$toMillis('a', ?)",
        "$parseInteger('a', ?)",
    ] {
        for picture in [
            "",
            ";",
            "[",
            "[]",
            "[Y",
            "[é]",
            "[Y,]",
            "[Y,-]",
            "[Y,99999999999]",
            "[MNé]",
            "[M,é]",
            "é",
            "#",
            "e",
            "0e",
            ".",
            ",",
            ",,",
            "0,",
            "[Yo]",
            "[fé]",
            "[z99999]",
            "[Z,9-1]",
            "٠",
            "0٠",
            "%",
            "‰",
            "'",
            "[D1é]",
            "#é0",
            "0;0;0",
            "[F,1-1]",
            "[Y,*-*]",
            "[H#é]",
        ] {
            let _ = survives(&function.replace('?', &Value::from(picture).to_string()), &Value::Null);
        }
    }
    for odd in [
        "$fromMillis(1e300)",
        "$fromMillis(0, '[Y]', 'é')",
        "$fromMillis(8.64e15, '[W][w][X][x]')",
        "$toMillis('2018-99-99')",
        "$toMillis('é')",
        "$formatNumber(0, '0e0')",
        "$formatNumber(-1, '0e0')",
        "$formatNumber(1/0, '0')",
    ] {
        let _ = survives(odd, &Value::Null);
    }
    assert_eq!(survives("($x := [1..9000]; $x.$x)", &Value::Null), Err("D2015".to_owned()));
}

#[test]
fn long_texts_and_deep_nesting_are_survived() {
    let long = json!("x y ".repeat(10 << 18));
    assert_eq!(survives("$length($)", &long), Ok(Some(json!(10 << 20))));
    assert_eq!(survives("$count($split($, ' '))", &long), Ok(Some(json!((20 << 18) + 1))));
    assert_eq!(survives("$length($replace($, 'x', 'zz'))", &long), Ok(Some(json!((10 << 20) + (10 << 18)))));
    assert_eq!(survives("$replace($, 'x', $)", &long), Err("D2015".to_owned()));
    assert_eq!(survives(&format!("'{}'", "x".repeat(10 << 20)), &Value::Null), Err("D2015".to_owned()));
    for deep in ["(", "[", "{'a':", "-", "$not(", "1 ? ", "$a := ", "function($a) {", "a[", "a.("] {
        assert!(survives(&deep.repeat(10_000), &Value::Null).is_err(), "{deep}");
    }
    assert!(survives(&format!("{}1{}", "(".repeat(10_000), ")".repeat(10_000)), &Value::Null).is_err());
    assert!(survives(&vec!["1"; 100_000].join("+"), &Value::Null).is_err());
    let nested = "$reduce([1..100000], function($a, $b) { { 'a': $a } }, 1)";
    assert!(survives(nested, &Value::Null).is_err());
}
