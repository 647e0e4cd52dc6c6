//! The words of errors: AWS shows those of its library, a port of the reference implementation to Java, and where
//! `jsonata-core` words an error differently, it is reworded here, one row a code.

use super::JsonataError;
use super::limits::{MEMORY, STACK, TIME};
use super::parse::Parsed;
use std::borrow::Cow;

/// What the library puts before a code.
const PREFIXES: [&str; 7] = [
    "Invalid number: ",
    "Invalid syntax: ",
    "Parse error: ",
    "Type error: ",
    "Reference error: ",
    "Evaluation error: ",
    "Signature validation failed: ",
];

/// Splits `T1006: Attempted …` into code and message.
fn split(text: &str) -> (&str, &str) {
    let mut text = text;
    while let Some(rest) = PREFIXES.iter().find_map(|prefix| text.strip_prefix(prefix)) {
        text = rest;
    }
    match text.split_once(':') {
        Some((code, message))
            if code.len() == 5
                && code.starts_with(|first: char| first.is_ascii_uppercase())
                && code[1..].bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            (code, message.trim_start())
        }
        _ => ("", text),
    }
}

/// The error of a text that is no expression.
pub(super) fn parse_error(text: &str) -> JsonataError {
    let (code, message) = split(text);
    let (code, message) = match (code, message) {
        ("U1002", _) => return JsonataError::stack_overflow(),
        ("", "Unclosed comment") => ("S0106", Cow::from("Comment has no closing tag")),
        ("", other) => ("S0201", Cow::from(format!("Syntax error: {other}"))),
        ("S0102", other) => ("S0102", Cow::from(other)),
        ("S0201", other) => ("S0201", Cow::from(format!("Syntax error: {}", quoted(token(after(other, ": ")))))),
        ("S0202", other) => match other.strip_prefix("Expected ").and_then(|rest| rest.split_once(", got ")) {
            Some((expected, found)) => {
                ("S0202", format!("Expected {}, got {}", quoted(token(expected)), quoted(token(found))).into())
            }
            None => ("S0202", other.into()),
        },
        ("S0203", other) => {
            let expected =
                other.strip_prefix("Expected ").and_then(|rest| rest.strip_suffix(" before end of expression"));
            (
                "S0203",
                expected.map_or(other.into(), |word| {
                    format!("Expected {} before end of expression", quoted(token(word))).into()
                }),
            )
        }
        ("S0211", other) => {
            let symbol = other.strip_prefix("The symbol ").and_then(|rest| rest.split(' ').next()).unwrap_or_default();
            ("S0211", format!("The symbol {} cannot be used as a unary operator", quoted(token(symbol))).into())
        }
        (code, other) => (code, other.into()),
    };
    JsonataError { code: code.to_owned(), message: message.into_owned() }
}

/// The error of an evaluation of an expression: the library often does not say which function or operator refused.
/// `function` is the one that refused its arguments, where it had to be found out.
pub(super) fn evaluation_error(text: &str, expression: &Parsed, function: Option<&str>) -> JsonataError {
    let (code, message) = split(text);
    let bound = |message: &str| JsonataError { code: String::new(), message: message.to_owned() };
    match code {
        "D1011" | "U1001" | "U1002" => return bound(STACK),
        "D1012" | "U1003" => return bound(TIME),
        _ => {}
    }
    JsonataError { code: code.to_owned(), message: reworded(code, message, expression, function).into_owned() }
}

fn reworded<'a>(code: &str, message: &'a str, expression: &Parsed, function: Option<&str>) -> Cow<'a, str> {
    let refused = || named(message, function, &expression.called);
    let fixed = match code {
        "T1006" => "Attempted to invoke a non-function",
        "T2003" => "The left side of the range operator (..) must evaluate to an integer",
        "T2004" => "The right side of the range operator (..) must evaluate to an integer",
        "D3010" => "Second argument of replace function cannot be an empty string",
        "D3020" => "Third argument of split function must evaluate to a positive number",
        "D3001" => "Attempting to invoke string function on Infinity or NaN",
        "D1002" => "Cannot negate a non-numeric value",
        "D3131" => "In a decimal digit pattern, all digits must be from the same decimal group",
        "D3134" => "The timezone integer format specifier cannot have more than four digits",
        "D3135" => "No matching closing bracket \"]\" in date/time picture string",
        "D3136" => "The date/time picture string is missing specifiers required to parse the timestamp",
        "D3138" => "The $single() function expected exactly 1 matching result.  Instead it matched more.",
        "D3139" => "The $single() function expected exactly 1 matching result.  Instead it matched 0.",
        "T2011" => "The insert/update clause of the transform expression must evaluate to an object",
        "T2012" => "The delete clause of the transform expression must evaluate to a string or array of strings",
        "D3080" => "The picture string must only contain a maximum of two sub-pictures",
        "D3081" => "The sub-picture must not contain more than one instance of the \"decimal-separator\" character",
        "D3082" => "The sub-picture must not contain more than one instance of the \"percent\" character",
        "D3083" => "The sub-picture must not contain more than one instance of the \"per-mille\" character",
        "D3084" => "The sub-picture must not contain both a \"percent\" and a \"per-mille\" character",
        "D3085" => {
            "The mantissa part of a sub-picture must contain at least one character that is either an \"optional digit character\" or a member of the \"decimal digit family\""
        }
        "D3086" => {
            "The sub-picture must not contain a passive character that is preceded by an active character and that is followed by another active character"
        }
        "D3087" => {
            "The sub-picture must not contain a \"grouping-separator\" character that appears adjacent to a \"decimal-separator\" character"
        }
        "D3088" => "The sub-picture must not contain a \"grouping-separator\" at the end of the integer part",
        "D3089" => "The sub-picture must not contain two adjacent instances of the \"grouping-separator\" character",
        "D3090" => {
            "The integer part of the sub-picture must not contain a member of the \"decimal digit family\" that is followed by an instance of the \"optional digit character\""
        }
        "D3091" => {
            "The fractional part of the sub-picture must not contain an instance of the \"optional digit character\" that is followed by a member of the \"decimal digit family\""
        }
        "D3092" => {
            "A sub-picture that contains a \"percent\" or \"per-mille\" character must not contain a character treated as an \"exponent-separator\""
        }
        "D3093" => {
            "The exponent part of the sub-picture must comprise only of one or more characters that are members of the \"decimal digit family\""
        }
        _ => "",
    };
    if !fixed.is_empty() {
        return fixed.into();
    }
    match code {
        "T0410" => {
            format!("Argument {} of function {} does not match function signature", index(message), refused()).into()
        }
        "T0411" => {
            format!("Context value is not a compatible type with argument {} of function {}", index(message), refused())
                .into()
        }
        "T0412" => {
            let kind = after(message, "array of ").trim().to_lowercase();
            let kind = if kind.ends_with('s') { kind } else { format!("{kind}s") };
            format!("Argument {} of function {} must be an array of {}", index(message), refused(), quoted(&kind))
                .into()
        }
        "T2001" | "T2002" => match message
            .split_once(" side of the ")
            .and_then(|(side, rest)| rest.split_once(" operator").map(|(operator, rest)| (side, operator, rest)))
        {
            Some((side, operator, rest)) => format!("{side} side of the {} operator{rest}", quoted(operator)).into(),
            None => message.into(),
        },
        "D3030" => {
            let value = message.strip_prefix("Cannot convert ").and_then(|rest| rest.strip_suffix(" to number"));
            match value.map(|value| value.strip_prefix('\'').and_then(|value| value.strip_suffix('\''))) {
                Some(Some(text)) => format!("Unable to cast value to a number: {}", quoted(text)).into(),
                Some(None) => format!("Unable to cast value to a number: {}", value.unwrap_or_default()).into(),
                None => message.into(),
            }
        }
        "T2010" => match expression.orders.as_slice() {
            [only] => format!(
                "The expressions either side of operator {} must evaluate to numeric or string values",
                quoted(only)
            )
            .into(),
            _ => message.into(),
        },
        "D3130" => format!(
            "Formatting or parsing an integer as a sequence starting with {} is not supported by this implementation",
            quoted(message)
        )
        .into(),
        "D3132" => format!("Unknown component specifier {} in date/time picture string", quoted(message)).into(),
        "D3133" => format!(
            "The \"name\" modifier can only be applied to months and days in the date/time picture string, not {}",
            quoted(message)
        )
        .into(),
        "D3100" => format!(
            "The radix of the formatBase function must be between 2 and 36.  It was given {}",
            after(message, "got ")
        )
        .into(),
        _ => message.into(),
    }
}

/// What stands after a mark, all of it when there is no mark.
fn after<'a>(text: &'a str, mark: &str) -> &'a str {
    text.split_once(mark).map_or(text, |(_, rest)| rest)
}

/// The number after `Argument ` or `argument `.
fn index(message: &str) -> String {
    let digits = |mark: &str| {
        let rest = message.split_once(mark)?.1;
        let end = rest.find(|character: char| !character.is_ascii_digit()).unwrap_or(rest.len());
        (end > 0).then(|| rest[..end].to_owned())
    };
    digits("rgument ").unwrap_or_else(|| "1".to_owned())
}

/// The function that the message names; else the one that was found out; else the only one that the expression calls.
fn named(message: &str, function: Option<&str>, called: &[String]) -> String {
    let said = message
        .split_once("of function ")
        .and_then(|(_, rest)| rest.split(' ').next())
        .map(|name| name.trim_start_matches('$').trim_matches('"'))
        .filter(|name| !matches!(*name, "does" | "must" | "undefined" | ""));
    match (said.or(function), called) {
        (Some(name), _) => quoted(name),
        (None, [only]) => quoted(only),
        (None, _) => "undefined".to_owned(),
    }
}

/// A token as the library prints it for programmers, as the expression has it: `Star` is `*`.
fn token(text: &str) -> &str {
    match text.trim_matches(|character| matches!(character, '`' | '\'' | '"')) {
        "LeftParen" => "(",
        "RightParen" => ")",
        "LeftBracket" => "[",
        "RightBracket" => "]",
        "LeftBrace" => "{",
        "RightBrace" => "}",
        "Comma" => ",",
        "Semicolon" => ";",
        "Colon" => ":",
        "ColonEqual" => ":=",
        "Dot" => ".",
        "DotDot" | "Range" => "..",
        "Plus" => "+",
        "Minus" => "-",
        "Star" => "*",
        "StarStar" => "**",
        "Slash" => "/",
        "Percent" => "%",
        "Pipe" => "|",
        "Equal" => "=",
        "NotEqual" => "!=",
        "LessThan" => "<",
        "LessThanOrEqual" => "<=",
        "GreaterThan" => ">",
        "GreaterThanOrEqual" => ">=",
        "Ampersand" => "&",
        "Caret" => "^",
        "Question" => "?",
        "Hash" => "#",
        "At" => "@",
        "TildeArrow" | "ChainPipe" => "~>",
        "Eof" => "(end)",
        // `Number(2.0)`, `Identifier("a")`
        other => match other.strip_suffix(')').and_then(|rest| rest.split_once('(')) {
            // The library prints whole numbers with a point.
            Some(("Number", number)) => number.strip_suffix(".0").unwrap_or(number),
            Some((_, inner)) => inner.trim_matches('"'),
            None => other,
        },
    }
}

/// A text as JSON writes it.
fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

/// Whether the message is of a bound and not of JSONata.
pub(super) fn is_memory(code: &str, message: &str) -> bool {
    matches!(code, "D2014" | "D2015") || message == MEMORY
}
