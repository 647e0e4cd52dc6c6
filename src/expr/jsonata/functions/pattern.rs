//! Functions that search by patterns.

use super::{Arguments, Evaluator, Fault, Outcome, Value, argument, number, text};
use crate::expr::jsonata::function::Function;
use crate::expr::jsonata::members::Members;
use crate::expr::regex::{Match, Regex, TooManySteps};
use std::rc::Rc;

fn too_long(_: TooManySteps) -> Fault {
    Fault::bound(crate::expr::jsonata::limits::TIME)
}

fn units(text: &str) -> usize {
    if text.is_ascii() { text.len() } else { text.encode_utf16().count() }
}

/// The byte at which a UTF-16 unit of a text stands.
fn byte_of_unit(text: &str, unit: f64) -> usize {
    let mut left = unit.max(0.0);
    for (offset, character) in text.char_indices() {
        if left < 1.0 {
            return offset;
        }
        left -= character.len_utf16() as f64;
    }
    text.len()
}

/// What was found, whoever found it.
struct Found<'a> {
    /// Bytes before it, and from which on the text goes on.
    start: usize,
    end: usize,
    matched: &'a str,
    source: Source<'a>,
}

enum Source<'a> {
    Pattern { regex: &'a Rc<Regex>, text: &'a Rc<str>, found: &'a Match, start_unit: usize },
    Function(&'a Rc<Members>),
}

impl Found<'_> {
    fn group_count(&self) -> usize {
        match &self.source {
            Source::Pattern { found, .. } => found.groups.len(),
            Source::Function(members) => {
                members.get("groups").and_then(Value::as_list).map_or(0, |groups| groups.len())
            }
        }
    }

    fn group(&self, index: usize) -> Option<&str> {
        match &self.source {
            Source::Pattern { text, found, .. } => found.groups.get(index)?.clone().map(|range| &text[range]),
            Source::Function(members) => members.get("groups")?.as_list()?.get(index)?.as_text().map(|text| &**text),
        }
    }

    fn groups(&self) -> Value {
        match &self.source {
            Source::Pattern { text, found, .. } => groups(text, found),
            Source::Function(members) => members.get("groups").cloned().unwrap_or(Value::Undefined),
        }
    }

    fn index(&self) -> Value {
        match &self.source {
            Source::Pattern { start_unit, .. } => Value::Number(*start_unit as f64),
            Source::Function(members) => members.get("start").cloned().unwrap_or(Value::Undefined),
        }
    }

    /// As functions of the expression see it.
    fn value(&self) -> Value {
        match &self.source {
            Source::Pattern { regex, text, found, start_unit } => match_object(regex, text, found, *start_unit),
            Source::Function(members) => Value::Object(Rc::clone(members)),
        }
    }
}

fn groups(text: &str, found: &Match) -> Value {
    let group = |group: &Option<std::ops::Range<usize>>| match group {
        Some(range) => Value::text(&text[range.clone()]),
        None => Value::Undefined,
    };
    Value::array(found.groups.iter().map(group).collect())
}

fn match_object(regex: &Rc<Regex>, text: &Rc<str>, found: &Match, start_unit: usize) -> Value {
    let matched = &text[found.range.clone()];
    let next = Function::Next { regex: Rc::clone(regex), text: Rc::clone(text), from: found.range.end };
    Value::object(Members::of([
        (Rc::from("match"), Value::text(matched)),
        (Rc::from("start"), Value::Number(start_unit as f64)),
        (Rc::from("end"), Value::Number((start_unit + units(matched)) as f64)),
        (Rc::from("groups"), groups(text, found)),
        (Rc::from("next"), Value::Function(Rc::new(next))),
    ]))
}

/// What a pattern gives when it is called like a function: the first match from a place on.
pub(crate) fn first_match(_: &Evaluator, regex: &Rc<Regex>, args: &Arguments) -> Outcome<Value> {
    let Some(text) = text(args, 0)? else { return Ok(Value::Undefined) };
    let from = byte_of_unit(&text, number(args, 1)?.unwrap_or_default());
    let found = regex.find_at(&text, from).map_err(too_long)?;
    Ok(found.map_or(Value::Undefined, |found| match_object(regex, &text, &found, units(&text[..found.range.start]))))
}

/// What `next` of a match gives.
pub(crate) fn next_match(_: &Evaluator, regex: &Rc<Regex>, text: &Rc<str>, from: usize) -> Outcome<Value> {
    if from >= text.len() {
        return Ok(Value::Undefined);
    }
    let Some(found) = regex.find_at(text, from).map_err(too_long)? else { return Ok(Value::Undefined) };
    if found.range.is_empty() {
        return Err(empty(regex));
    }
    Ok(match_object(regex, text, &found, units(&text[..found.range.start])))
}

fn empty(regex: &Regex) -> Fault {
    Fault::new("D1004").with_text(&regex.source)
}

/// Tells each match, until `tell` has enough. The one behind the last that is told is looked for too, as the reference does:
/// it may be empty, which is refused.
fn each_match(
    evaluator: &Evaluator,
    matcher: &Rc<Function>,
    text: &Rc<str>,
    tell: &mut dyn FnMut(Found<'_>) -> Outcome<bool>,
) -> Outcome<()> {
    let Function::Pattern(regex) = &**matcher else { return each_found(evaluator, matcher, text, tell) };
    let mut search = regex.search(text);
    let (mut from, mut unit, mut is_first) = (0, 0, true);
    while is_first || from < text.len() {
        evaluator.tick()?;
        let Some(found) = search.find(from).map_err(too_long)? else { return Ok(()) };
        if !is_first && found.range.is_empty() {
            return Err(empty(regex));
        }
        is_first = false;
        let start_unit = unit + units(&text[from..found.range.start]);
        let matched = &text[found.range.clone()];
        let (start, end) = (found.range.start, found.range.end);
        let source = Source::Pattern { regex, text, found: &found, start_unit };
        if !tell(Found { start, end, matched, source })? {
            let next = if end < text.len() { search.find(end).map_err(too_long)? } else { None };
            return if next.is_some_and(|next| next.range.is_empty()) { Err(empty(regex)) } else { Ok(()) };
        }
        unit = start_unit + units(matched);
        from = end;
    }
    Ok(())
}

/// The matches that a function of the expression tells.
fn each_found(
    evaluator: &Evaluator,
    matcher: &Rc<Function>,
    text: &Rc<str>,
    tell: &mut dyn FnMut(Found<'_>) -> Outcome<bool>,
) -> Outcome<()> {
    let mut found = evaluator.apply(matcher, vec![Value::String(Rc::clone(text))], &Value::Null)?;
    loop {
        evaluator.tick()?;
        let members = match &found {
            Value::Undefined => return Ok(()),
            Value::Object(members) => members,
            _ => return Err(Fault::new("T1010")),
        };
        let number_of = |name: &str| members.get(name).and_then(Value::as_number);
        let next = members.get("next").and_then(Value::as_function);
        let has_groups = members.get("groups").and_then(Value::as_list).is_some();
        if number_of("start").is_none() && number_of("end").is_none() && !has_groups && next.is_none() {
            return Err(Fault::new("T1010"));
        }
        let start = byte_of_unit(text, number_of("start").unwrap_or_default());
        let end = byte_of_unit(text, number_of("end").unwrap_or_default()).max(start);
        let matched = members.get("match").and_then(Value::as_text).map_or("", |matched| &**matched);
        if !tell(Found { start, end, matched, source: Source::Function(members) })? {
            return Ok(());
        }
        let Some(next) = next.cloned() else { return Ok(()) };
        found = evaluator.apply(&next, Vec::new(), &Value::Null)?;
    }
}

pub(super) fn contains(evaluator: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    let Some(text) = text(&args, 0)? else { return Ok(Value::Undefined) };
    match argument(&args, 1) {
        Value::String(part) => Ok(Value::Bool(text.contains(&*part))),
        Value::Function(matcher) => match &*matcher {
            Function::Pattern(regex) => Ok(Value::Bool(regex.find_at(&text, 0).map_err(too_long)?.is_some())),
            _ => {
                let mut found = false;
                each_found(evaluator, &matcher, &text, &mut |_| {
                    found = true;
                    Ok(false)
                })?;
                Ok(Value::Bool(found))
            }
        },
        _ => Err(super::wrong(1)),
    }
}

/// How many are wanted at most; without a bound for nothing.
fn limit(args: &Arguments, index: usize, code: &'static str) -> Outcome<f64> {
    match number(args, index)? {
        Some(limit) if limit < 0.0 => Err(Fault::new(code).with(&Value::Number(limit)).argument(index + 1)),
        limit => Ok(limit.unwrap_or(f64::INFINITY)),
    }
}

pub(super) fn matches(evaluator: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    let Some(text) = text(&args, 0)? else { return Ok(Value::Undefined) };
    let limit = limit(&args, 2, "D3040")?;
    let matcher = super::function(&args, 1)?;
    let mut all = Vec::new();
    if limit > 0.0 {
        let names = ["match", "index", "groups"].map(Rc::<str>::from);
        let no_groups = Value::array(Vec::new());
        each_match(evaluator, &matcher, &text, &mut |found| {
            let [matched, index, groups] = &names;
            let own_groups = if found.group_count() == 0 { no_groups.clone() } else { found.groups() };
            all.push(Value::object(Members::of([
                (Rc::clone(matched), Value::text(found.matched)),
                (Rc::clone(index), found.index()),
                (Rc::clone(groups), own_groups),
            ])));
            evaluator.check_length(all.len())?;
            Ok((all.len() as f64) < limit)
        })?;
    }
    Ok(Value::sequence(all))
}

pub(super) fn split(evaluator: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    let Some(text) = text(&args, 0)? else { return Ok(Value::Undefined) };
    let limit = limit(&args, 2, "D3020")?;
    let part = |part: &str| Value::text(part);
    if limit <= 0.0 {
        return Ok(Value::array(Vec::new()));
    }
    Ok(Value::array(match argument(&args, 1) {
        Value::String(separator) => {
            let most = limit.trunc().min(f64::from(u32::MAX)) as usize;
            if separator.is_empty() {
                text.chars().take(most).map(|character| part(character.encode_utf8(&mut [0; 4]))).collect()
            } else {
                text.split(&*separator).take(most).map(part).collect()
            }
        }
        Value::Function(matcher) => {
            let (mut parts, mut start) = (Vec::new(), 0);
            each_match(evaluator, &matcher, &text, &mut |found| {
                parts.push(part(text.get(start..found.start).unwrap_or_default()));
                start = found.end;
                evaluator.check_length(parts.len())?;
                Ok((parts.len() as f64) < limit)
            })?;
            if (parts.len() as f64) < limit {
                parts.push(part(text.get(start..).unwrap_or_default()));
            }
            parts
        }
        _ => return Err(super::wrong(1)),
    }))
}

/// What stands in for a match: `$1` is its first group, `$0` the match, `$$` a dollar sign.
fn substitute(replacement: &str, found: &Found<'_>, result: &mut String) {
    let count = found.group_count();
    let most_digits = if count == 0 { 1 } else { count.to_string().len() };
    let mut rest = replacement;
    while let Some((before, behind)) = rest.split_once('$') {
        result.push_str(before);
        rest = behind;
        if let Some(behind) = rest.strip_prefix('$') {
            result.push('$');
            rest = behind;
        } else if let Some(behind) = rest.strip_prefix('0') {
            result.push_str(found.matched);
            rest = behind;
        } else {
            let digits = rest.bytes().take(most_digits).take_while(u8::is_ascii_digit).count();
            let number = |length: usize| rest[..length].parse::<usize>().ok();
            match number(digits) {
                None => result.push('$'),
                Some(mut index) => {
                    let mut length = digits;
                    if most_digits > 1 && index > count && digits == most_digits {
                        length -= 1;
                        index = number(length).unwrap_or_default();
                    }
                    result.push_str(index.checked_sub(1).and_then(|index| found.group(index)).unwrap_or_default());
                    rest = &rest[length..];
                }
            }
        }
    }
    result.push_str(rest);
}

pub(super) fn replace(evaluator: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    let Some(text) = text(&args, 0)? else { return Ok(Value::Undefined) };
    let (pattern, replacement) = (argument(&args, 1), argument(&args, 2));
    if pattern.as_text().is_some_and(|pattern| pattern.is_empty()) {
        return Err(Fault::new("D3010").with(&pattern).argument(2));
    }
    let limit = limit(&args, 3, "D3011")?;
    if limit <= 0.0 {
        return Ok(Value::String(text));
    }
    let (mut result, mut position, mut count) = (String::new(), 0, 0.0);
    let longest = evaluator.limits.text;
    let check = |length: usize| if length > longest { evaluator.check_text(length) } else { Ok(()) };
    match (&pattern, &replacement) {
        (Value::String(pattern), replacement) => {
            let replacement = super::written(replacement, evaluator)?;
            while count < limit
                && let Some(offset) = text[position..].find(&**pattern)
            {
                result.push_str(&text[position..position + offset]);
                result.push_str(&replacement);
                check(result.len())?;
                position += offset + pattern.len();
                count += 1.0;
            }
        }
        (Value::Function(matcher), replacement) => each_match(evaluator, matcher, &text, &mut |found| {
            result.push_str(text.get(position..found.start).unwrap_or_default());
            match replacement {
                Value::String(replacement) => substitute(replacement, &found, &mut result),
                Value::Function(function) => match evaluator.apply(function, vec![found.value()], &Value::Null)? {
                    Value::String(own) => result.push_str(&own),
                    other => return Err(Fault::new("D3012").with(&other)),
                },
                _ => return Err(super::wrong(2)),
            }
            check(result.len())?;
            position = (found.start + found.matched.len()).min(text.len());
            count += 1.0;
            Ok(count < limit)
        })?,
        _ => return Err(super::wrong(1)),
    }
    if count == 0.0 {
        return Ok(Value::String(text));
    }
    result.push_str(text.get(position..).unwrap_or_default());
    evaluator.text(&result)
}
