//! What the parser makes of right and of broken texts.

use super::{MAX_DEPTH, NodeKind, SyntaxProblem, parse};
use crate::text::Pointer;
use proptest::prelude::*;
use serde_json::{Value, json};

fn value(text: &str) -> Value {
    let tree = parse(text).tree;
    tree.root().map_or(Value::Null, |root| tree.value(text, root))
}

fn problems(text: &str) -> Vec<(SyntaxProblem, usize)> {
    parse(text).errors.into_iter().map(|error| (error.problem, error.span.start)).collect()
}

#[test]
fn reads_escapes_and_surrogate_pairs() {
    assert_eq!(value(r#""\u0041\n\"\ud83d\ude00""#), json!("A\n\"😀"));
    assert_eq!(problems(r#""\ud83d""#), [(SyntaxProblem::InvalidEscape, 1)]);
    assert_eq!(problems(r#""\x""#), [(SyntaxProblem::InvalidEscape, 1)]);
}

#[test]
fn goes_on_after_a_missing_comma_colon_or_value() {
    assert_eq!(value(r#"{"a": 1 "b": 2}"#), json!({"a": 1, "b": 2}));
    assert_eq!(problems(r#"{"a": 1 "b": 2}"#), [(SyntaxProblem::ExpectedComma, 8)]);
    assert_eq!(value(r#"{"a" 1, "b": }"#), json!({"a": 1, "b": null}));
    assert_eq!(problems(r#"{"a" 1, "b": }"#), [(SyntaxProblem::ExpectedColon, 5), (SyntaxProblem::ExpectedValue, 13)]);
}

#[test]
fn points_at_a_trailing_comma() {
    assert_eq!(problems("[1, 2,]"), [(SyntaxProblem::TrailingComma, 5)]);
    assert_eq!(problems(r#"{"a": 1,}"#), [(SyntaxProblem::TrailingComma, 7)]);
}

#[test]
fn a_truncated_text_says_which_bracket_is_open() {
    let text = "{\n  \"States\": {\n    \"A\": {\"Type\": \"Pa";
    let errors = problems(text);
    assert_eq!(errors[0].0, SyntaxProblem::UnterminatedString);
    assert_eq!(errors[1], (SyntaxProblem::Unclosed { bracket: '{', line: 3 }, text.len()));
    assert_eq!(value(text), json!({"States": {"A": {"Type": "Pa"}}}));
}

#[test]
fn a_forgotten_inner_bracket_closes_with_the_outer_one() {
    assert_eq!(value(r#"{"a": [1, 2}"#), json!({"a": [1, 2]}));
    assert_eq!(problems("]"), [(SyntaxProblem::UnexpectedBracket(']'), 0), (SyntaxProblem::Empty, 0)]);
}

#[test]
fn names_a_duplicate_key_at_its_second_place() {
    assert_eq!(problems(r#"{"a": 1, "a": 2}"#), [(SyntaxProblem::DuplicateKey("a".into()), 9)]);
    assert_eq!(value(r#"{"__proto__": 1}"#)["__proto__"], json!(1));
}

#[test]
fn comments_words_and_numbers_that_json_does_not_know() {
    assert_eq!(problems("// x\n[1]"), [(SyntaxProblem::Comment, 0)]);
    assert_eq!(problems("[True]"), [(SyntaxProblem::UnexpectedText("True".into()), 1)]);
    assert_eq!(problems("[01]"), [(SyntaxProblem::InvalidNumber, 1)]);
    assert_eq!(problems("[1e999]"), [(SyntaxProblem::NumberTooLarge, 1)]);
    assert_eq!(problems("{} {}"), [(SyntaxProblem::TrailingText, 3)]);
    assert_eq!(problems(" "), [(SyntaxProblem::Empty, 0)]);
}

#[test]
fn a_byte_order_mark_is_skipped_and_kept() {
    let text = "\u{feff}{\"a\": 1}";
    assert!(problems(text).is_empty());
    assert_eq!(value(text), json!({"a": 1}));
}

#[test]
fn stops_at_the_depth_limit_without_losing_its_head() {
    let text = "[".repeat(200_000);
    let parsed = parse(&text);
    assert_eq!(parsed.errors.len(), 1);
    assert_eq!(parsed.errors[0].problem, SyntaxProblem::TooDeep);
    assert_eq!(parsed.errors[0].span.start, MAX_DEPTH);
    let allowed = "[".repeat(MAX_DEPTH) + &"]".repeat(MAX_DEPTH);
    assert!(parse(&allowed).errors.is_empty());
}

#[test]
fn pointers_and_offsets_find_values() {
    let text = r#"{"States": {"a/b": {"Next": ["x", "y"]}}}"#;
    let tree = parse(text).tree;
    let node = tree.at(&Pointer::parse("/States/a~1b/Next/1")).unwrap();
    assert_eq!(tree.as_str(node), Some("y"));
    assert_eq!(tree.pointer(node).to_string(), "/States/a~1b/Next/1");
    assert_eq!(tree.innermost_at(text.find("\"y\"").unwrap() + 1), Some(node));
}

proptest! {
    #[test]
    fn any_text_gives_a_tree_whose_spans_nest(text in r#"[\[\]{}:,"\\a1 \n\-.eé]{0,60}"#) {
        let parsed = parse(&text);
        for (index, node) in parsed.tree.nodes.iter().enumerate() {
            prop_assert!(text.get(node.span.start..node.span.end).is_some(), "{index} does not fit");
            if let Some(parent) = node.parent {
                prop_assert!(parsed.tree.span(parent).contains(node.span));
            }
        }
        if parsed.errors.is_empty() {
            let ours = parsed.tree.root().map(|root| parsed.tree.value(&text, root));
            prop_assert_eq!(ours, serde_json::from_str::<Value>(&text).ok());
        } else {
            prop_assert!(serde_json::from_str::<Value>(&text).is_err() ||
                parsed.errors.iter().any(|error| matches!(error.problem, SyntaxProblem::DuplicateKey(_))));
        }
    }

    #[test]
    fn what_serde_json_writes_is_read_without_faults(numbers in prop::collection::vec(any::<f64>(), 0..5), text in ".*") {
        let written = json!({ "numbers": numbers, &*text: text }).to_string();
        let parsed = parse(&written);
        prop_assert!(parsed.errors.is_empty() || text == "numbers");
        prop_assert!(matches!(parsed.tree.kind(parsed.tree.root().unwrap()), NodeKind::Object(_)));
    }
}

#[test]
fn what_a_template_fills_in_leaves_the_rest_its_form() {
    let text = r#"{"a": ${Delay}, "b": {"c": [${x.y}, 1]}, "d": ${}"#;
    let parsed = parse(text);
    let root = parsed.tree.root().unwrap();
    let names: Vec<_> = parsed.tree.members(root).iter().map(|member| member.key.to_string()).collect();
    assert_eq!(names, ["a", "b", "d"]);
    let value = parsed.tree.get(root, "a").unwrap();
    assert_eq!((parsed.tree.kind(value), parsed.tree.span(value).of(text)), (&NodeKind::Invalid, "${Delay}"));
}
