//! From text to a filter. The engine cuts the text at each `&&` and `||`, wherever they stand, and takes leading and
//! trailing parentheses off the parts: they group nothing.

use super::compile::{read_inner, trim};
use super::filter::{Comparator, Criterion, Filter, Operand};
use super::pattern::Pattern;
use super::thrown::{Class, Thrown};

/// Reads a filter with its brackets: `[?(@.a == 1 && @.b)]`.
pub(super) fn parse(text: &str, nesting: usize) -> Result<Filter, Thrown> {
    let needs = |start: &str, end: &str, text: &str| {
        Err(Thrown::invalid(format!("Filter must start with '{start}' and end with '{end}'. {text}")))
    };
    let text = trim(text);
    let Some(inner) = text.strip_prefix('[').and_then(|text| text.strip_suffix(']')) else {
        return needs("[", "]", text);
    };
    let text = trim(inner);
    let Some(inner) = text.strip_prefix('?') else { return needs("[?", "]", text) };
    let text = trim(inner);
    let Some(inner) = text.strip_prefix('(').and_then(|text| text.strip_suffix(')')) else {
        return needs("[?(", ")]", text);
    };
    let filter = trim(inner);
    let (mut any, mut all) = (Vec::new(), Vec::new());
    let (mut operators, mut criteria) = (0, 0);
    for part in parts(filter).map(trim) {
        match part {
            "&&" => operators += 1,
            "||" => {
                operators += 1;
                any.push(std::mem::take(&mut all));
            }
            part => {
                criteria += 1;
                all.push(criterion(bare(part)?, nesting)?);
            }
        }
    }
    any.push(all);
    match criteria {
        wanted if wanted == operators + 1 => Ok(Filter::Conditions { any, is_regrouped: is_regrouped(filter) }),
        0 => Err(Thrown::bare(Class::EmptyStack).malformed()),
        // The engine takes operators from the end: each takes one more criterion, and `||` says that none is left.
        more if more > operators => Err(invalid_operators(filter)),
        _ => match last_operator(filter, criteria) {
            "||" => Err(invalid_operators(filter)),
            _ => Err(Thrown::bare(Class::EmptyStack).malformed()),
        },
    }
}

/// Whether parentheses around an `||` stand beside an `&&`, which binds tighter once they are gone.
fn is_regrouped(filter: &str) -> bool {
    let bytes = filter.as_bytes();
    // For each open parenthesis whether there is an `||` in it, and whether an `&&` stands before it.
    let mut open = vec![(false, false)];
    let (mut is_after_and, mut is_after_group, mut is_quoted) = (false, false, false);
    let mut index = 0;
    while let Some(byte) = bytes.get(index).copied() {
        let pair = bytes.get(index..index + 2).unwrap_or_default();
        index += if !is_quoted && matches!(pair, b"&&" | b"||") { 2 } else { 1 };
        match (byte, pair) {
            (b'\'', _) => is_quoted = !is_quoted,
            (_, _) if is_quoted => {}
            (b' ', _) => continue,
            (_, b"&&") => {
                if is_after_group {
                    return true;
                }
                (is_after_and, is_after_group) = (true, false);
                continue;
            }
            (_, b"||") => open.last_mut().into_iter().for_each(|(has_or, _)| *has_or = true),
            (b'(', _) => open.push((false, is_after_and)),
            (b')', _) if open.len() > 1 => {
                let (has_or, was_after_and) = open.pop().unwrap_or_default();
                if has_or && was_after_and {
                    return true;
                }
                (is_after_and, is_after_group) = (false, has_or);
                continue;
            }
            _ => {}
        }
        (is_after_and, is_after_group) = (false, false);
    }
    false
}

fn invalid_operators(filter: &str) -> Thrown {
    Thrown::invalid(format!("Invalid operators {filter}")).malformed()
}

/// The operator that finds no criterion left: from the end, the one that comes after as many as there are criteria, less
/// one that stands without an operator.
fn last_operator(filter: &str, criteria: usize) -> &str {
    let operators: Vec<&str> = parts(filter).map(trim).filter(|part| matches!(*part, "&&" | "||")).collect();
    operators.iter().rev().nth(criteria - 1).copied().unwrap_or_default()
}

/// The parts of a text between, and with, its operators. None are empty but where the whole text is.
fn parts(text: &str) -> impl Iterator<Item = &str> {
    let is_operator = |text: &str| matches!(text, "&&" | "||");
    let is_cut = move |index: usize| {
        let before = index.checked_sub(2).and_then(|start| text.get(start..index));
        before.is_some_and(is_operator) || text.get(index..index + 2).is_some_and(is_operator)
    };
    let mut start = 0;
    let ends = (1..text.len()).filter(move |index| is_cut(*index)).chain([text.len()]);
    ends.map(move |end| {
        let part = &text[start..end];
        start = end;
        part
    })
}

/// A part without what the engine takes off: brackets, question marks and blanks before it, parentheses and blanks
/// behind it.
fn bare(part: &str) -> Result<&str, Thrown> {
    let characters = || part.chars().collect::<Vec<char>>();
    let begin = part.find(|character| !matches!(character, '[' | '?' | '(' | ' '));
    let begin = begin.ok_or_else(|| Thrown::out_of_bounds(&characters(), characters().len() as i64))?;
    let end = part.trim_end_matches([')', ' ']).len();
    match end {
        0 => Err(Thrown::out_of_bounds(&characters(), -1)),
        end if end < begin => Err(Thrown::bad_range(begin, end, part.encode_utf16().count()).malformed()),
        end => Ok(&part[begin..end]),
    }
}

/// The comparators in the order in which they are looked for, wherever they stand.
const COMPARATORS: [(&str, Comparator); 7] = [
    ("==", Comparator::Equal),
    (">=", Comparator::GreaterOrEqual),
    ("<=", Comparator::LessOrEqual),
    ("!=", Comparator::NotEqual),
    ("<", Comparator::Less),
    (">", Comparator::Greater),
    ("=~", Comparator::Matches),
];

fn criterion(text: &str, nesting: usize) -> Result<Criterion, Thrown> {
    let found = COMPARATORS.iter().find_map(|(sign, comparator)| Some((text.split_once(sign)?, *comparator)));
    let ((left, right), comparator) = match found {
        Some((sides, comparator)) => (sides, Some(comparator)),
        None => ((text, ""), None),
    };
    let left = trim(left);
    let is_negated = left.starts_with("!@");
    let left = operand(if is_negated { &left[1..] } else { left }, nesting)?;
    let right = trim(right);
    if right.starts_with("!@") {
        let message = "Invalid negation! Can only be used for existence check e.g [?(!@.foo)]";
        return Err(Thrown::invalid(message));
    }
    let right = operand(right, nesting)?;
    match (left, comparator) {
        (left, Some(comparator)) => Ok(Criterion::Compare { left, comparator, right }),
        (Operand::Current(path) | Operand::Root(path), None) => Ok(Criterion::Exists { path, wanted: !is_negated }),
        (Operand::Text { .. } | Operand::Pattern(_), None) => {
            Err(Thrown::new(Class::Unsupported, "CriteriaType  can not be parsed"))
        }
    }
}

/// One side: a path, a text between single quotes, a pattern, or a text as it is.
fn operand(text: &str, nesting: usize) -> Result<Operand, Thrown> {
    if text.starts_with(['$', '@']) {
        let (path, is_of_document) = read_inner(text, nesting + 1)?;
        if !path.is_definite() {
            return Err(Thrown::invalid(format!("the predicate path: {text} is not definite")));
        }
        return Ok(if is_of_document { Operand::Root(path) } else { Operand::Current(path) });
    }
    if text.starts_with('\'') && text.ends_with('\'') {
        return match text.len() {
            1 => Err(Thrown::bad_range(1, 0, 1).malformed()),
            length => Ok(Operand::Text { text: text[1..length - 1].to_owned(), is_quoted: true }),
        };
    }
    if text.starts_with('/') && (text.ends_with('/') || text.ends_with("/i")) {
        let end = text.rfind('/').unwrap_or_default();
        return match end {
            0 => Err(Thrown::bad_range(1, 0, text.len())),
            _ => Pattern::new(&text[1..end], text.ends_with('i')).map(Operand::Pattern),
        };
    }
    Ok(Operand::Text { text: text.to_owned(), is_quoted: false })
}
