//! Which rule of a Choice state is taken, as far as the shape of its input tells.

use super::evaluate::View;
use super::shape::Shape;
use crate::asl::choice::{self, Test};
use crate::expr::jsonpath::{Path, Root, SimpleStep};
use serde_json::Value;

/// How deep the conditions of a rule are followed.
const MAX_DEPTH: usize = 32;

/// Whether a rule matches; none where that is not known.
pub(super) fn matches(rule: &Value, view: &View<'_>, is_jsonata: bool) -> Option<bool> {
    if is_jsonata {
        return view.jsonata(rule.get("Condition")?).constant?.as_bool();
    }
    holds(rule, view, MAX_DEPTH)
}

fn holds(rule: &Value, view: &View<'_>, depth: usize) -> Option<bool> {
    let depth = depth.checked_sub(1)?;
    if let Some(inner) = rule.get("Not") {
        return holds(inner, view, depth).map(|matched| !matched);
    }
    for (operator, ends_on) in [("And", false), ("Or", true)] {
        let Some(parts) = rule.get(operator).and_then(Value::as_array) else { continue };
        let mut is_known = true;
        for part in parts {
            match holds(part, view, depth) {
                Some(matched) if matched == ends_on && is_known => return Some(ends_on),
                Some(_) => {}
                None => is_known = false,
            }
        }
        return is_known.then_some(!ends_on);
    }
    let found = rule.as_object()?.iter().find_map(|(field, operand)| Some((choice::find(field)?, operand)));
    let ((comparator, is_path), operand) = found?;
    let found = view.find(&Path::parse(rule.get("Variable")?.as_str()?).ok()?)?;
    if matches!(comparator.test, Test::IsPresent) {
        // What the example lacks may be there in another input, and is asked for because of that.
        return found.is_sure.then_some(operand.as_bool() == Some(true));
    }
    let value = found.shape.constant.filter(|_| !found.may_miss)?;
    if !is_path {
        return Some(comparator.accepts(&value, operand));
    }
    let other = view.find(&Path::parse(operand.as_str()?).ok()?)?;
    Some(comparator.accepts(&value, &other.shape.constant.filter(|_| !other.may_miss)?))
}

/// The input of a Choice state as it leaves by a rule: what is asked for may be there, and what the rule wants to be there
/// is. `taken` is the rule, none for the default.
pub(super) fn asked(input: &Shape, rules: &[Value], taken: Option<usize>) -> Shape {
    let mut shape = input.clone();
    for (index, rule) in rules.iter().enumerate() {
        for (steps, is_wanted) in questions(rule) {
            shape = shape.asked(&steps, is_wanted && taken == Some(index));
        }
    }
    shape
}

/// The paths that a rule asks for with `IsPresent`, and whether it matches only where they are there.
fn questions(rule: &Value) -> Vec<(Vec<SimpleStep>, bool)> {
    let mut found = Vec::new();
    let mut open = vec![(rule, true)];
    while let Some((rule, is_needed)) = open.pop() {
        let parts = |field: &str| rule.get(field).and_then(Value::as_array).into_iter().flatten();
        open.extend(parts("And").map(|part| (part, is_needed)));
        open.extend(parts("Or").map(|part| (part, false)));
        open.extend(rule.get("Not").map(|part| (part, false)));
        let Some(wanted) = rule.get("IsPresent").and_then(Value::as_bool) else { continue };
        let path = rule.get("Variable").and_then(Value::as_str).and_then(|text| Path::parse(text).ok());
        if let Some(path) = path.filter(|path| *path.root() == Root::Input)
            && let Some(steps) = path.simple_steps()
        {
            found.push((steps, wanted && is_needed));
        }
    }
    found
}
