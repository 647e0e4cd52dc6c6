//! The paths that an expression reads, found without evaluating it: `$states.input.order.lines[0].price`.

use super::tokens::{Kind, Token, tokens};
use crate::expr::jsonpath::SimpleStep;
use serde_json::{Number, Value, json};

/// Functions whose first argument is a list, and those whose list is one of numbers (JSONata documentation, "Function
/// library").
const OF_LISTS: [&str; 16] = [
    "$append",
    "$average",
    "$count",
    "$distinct",
    "$each",
    "$filter",
    "$join",
    "$map",
    "$max",
    "$min",
    "$reduce",
    "$reverse",
    "$shuffle",
    "$single",
    "$sort",
    "$sum",
];
const OF_NUMBER_LISTS: [&str; 4] = ["$average", "$max", "$min", "$sum"];

/// Functions whose first argument is a number.
const OF_NUMBERS: [&str; 8] = ["$abs", "$ceil", "$floor", "$formatNumber", "$fromMillis", "$power", "$round", "$sqrt"];

/// One path of an expression.
#[derive(Clone, Debug, PartialEq)]
pub struct NamedPath {
    /// The variable that it starts with, without `$`: `states` among them.
    pub name: String,
    /// Names and positions; a `*` where items are chosen by a condition.
    pub steps: Vec<SimpleStep>,
    /// Such a value as the expression expects there, where that is seen; an empty list for any list.
    pub example: Option<Value>,
}

/// The paths that start with a variable, in the order of the text. What stands in brackets is looked at by itself.
pub fn named_paths(text: &str) -> Vec<NamedPath> {
    let words = tokens(text);
    let mut found = Vec::new();
    for (index, word) in words.iter().enumerate() {
        let name = word.text.trim_start_matches('$');
        let is_called = words.get(index + 1).is_some_and(|next| next.text == "(");
        if word.kind != Kind::Variable || word.text.starts_with("$$") || name.is_empty() || is_called {
            continue;
        }
        let (mut steps, end) = steps(&words, index + 1);
        let function = if index > 1 && words[index - 1].text == "(" { words[index - 2].text } else { "" };
        let mut example = if OF_LISTS.contains(&function) { Some(json!([])) } else { expected(&words, index, end) };
        if OF_NUMBERS.contains(&function) {
            example = Some(1.into());
        } else if OF_NUMBER_LISTS.contains(&function) && !steps.is_empty() {
            steps.push(SimpleStep::Wildcard);
            example = Some(1.into());
        }
        found.push(NamedPath { name: name.to_owned(), steps, example });
    }
    found
}

/// The steps from a word on, and the word behind them.
fn steps(words: &[Token<'_>], from: usize) -> (Vec<SimpleStep>, usize) {
    let text = |index: usize| words.get(index).map_or("", |word| word.text);
    let mut found = Vec::new();
    let mut next = from;
    loop {
        let after = words.get(next + 1);
        match (text(next), after.map(|word| word.kind)) {
            (".", Some(Kind::Name)) => {
                found.push(SimpleStep::Name(text(next + 1).trim_matches('`').to_owned()));
                next += 2;
            }
            (".", Some(Kind::Literal)) if text(next + 1).starts_with(['"', '\'']) => {
                found.push(SimpleStep::Name(unquoted(text(next + 1)).to_owned()));
                next += 2;
            }
            ("[", _) => {
                let position = text(next + 1).parse().ok().filter(|_| text(next + 2) == "]");
                found.push(position.map_or(SimpleStep::Wildcard, SimpleStep::Index));
                next = behind_bracket(words, next);
            }
            _ => return (found, next),
        }
    }
}

/// The word behind the bracket that closes this one.
fn behind_bracket(words: &[Token<'_>], open: usize) -> usize {
    let mut depth = 0_usize;
    for (index, word) in words.iter().enumerate().skip(open) {
        match word.text {
            "[" => depth += 1,
            "]" => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return index + 1;
        }
    }
    words.len()
}

/// What the operators beside a path tell of its value.
fn expected(words: &[Token<'_>], start: usize, end: usize) -> Option<Value> {
    let text = |index: Option<usize>| index.and_then(|index| words.get(index)).map_or("", |word| word.text);
    let before = text(start.checked_sub(1));
    match text(Some(end)) {
        "=" | ">=" | "<=" | "in" => literal(text(Some(end + 1))),
        sign @ (">" | "<") => {
            let other = literal(text(Some(end + 1)))?;
            let beside = other.as_i64().and_then(|number| number.checked_add(if sign == ">" { 1 } else { -1 }));
            Some(beside.map_or(other, Value::from))
        }
        "+" | "-" | "*" | "/" | "%" => Some(1.into()),
        _ if matches!(before, "+" | "-" | "*" | "/" | "%") => Some(1.into()),
        _ => None,
    }
}

fn literal(word: &str) -> Option<Value> {
    match word {
        "true" | "false" => Some(Value::Bool(word == "true")),
        _ if word.starts_with(['"', '\'']) => Some(unquoted(word).into()),
        _ => word
            .parse::<i64>()
            .ok()
            .map(Value::from)
            .or_else(|| Some(Value::Number(Number::from_f64(word.parse().ok()?)?))),
    }
}

fn unquoted(word: &str) -> &str {
    word.get(1..word.len().saturating_sub(1)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<String> {
        let step = |step: &SimpleStep| match step {
            SimpleStep::Name(name) => format!(".{name}"),
            SimpleStep::Index(index) => format!("[{index}]"),
            SimpleStep::Wildcard => "[*]".to_owned(),
        };
        let path = |path: NamedPath| {
            let example = path.example.map_or(String::new(), |example| format!(" {example}"));
            format!("{}{}{example}", path.name, path.steps.iter().map(step).collect::<String>())
        };
        named_paths(text).into_iter().map(path).collect()
    }

    #[test]
    fn paths_are_found_anywhere_in_an_expression() {
        assert_eq!(told("'a' & $states.input.order.`the id`"), ["states.input.order.the id"]);
        assert_eq!(told("$states.input.lines[0].price"), ["states.input.lines[0].price"]);
        assert_eq!(told("$states.input.lines[price > $least].name"), ["states.input.lines[*].name", "least"]);
        assert_eq!(told("$uuid()"), Vec::<String>::new());
    }

    #[test]
    fn what_is_done_with_a_value_tells_what_it_is() {
        assert_eq!(
            told("$states.input.n > 5 and $states.input.kind = 'x'"),
            ["states.input.n 6", "states.input.kind \"x\""]
        );
        assert_eq!(told("2 * $n + $m.a"), ["n 1", "m.a 1"]);
        assert_eq!(told("$map($states.input.list, $f)"), ["states.input.list []", "f"]);
        assert_eq!(told("$sum($states.input.prices)"), ["states.input.prices[*] 1"]);
    }

    #[test]
    fn what_is_no_expression_is_read_to_its_end() {
        assert_eq!(told("$a[").len(), 1);
        assert_eq!(told("$a.'").len(), 1);
        assert_eq!(told("$a]] > ").len(), 1);
    }
}
