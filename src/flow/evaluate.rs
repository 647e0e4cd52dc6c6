//! The shape that an expression or a template gives.

use super::follow::Found;
use super::shape::{MAX_DEPTH, Shape};
use crate::expr::intrinsic::Intrinsic;
use crate::expr::jsonata;
use crate::expr::jsonpath::{Path, Root, SimpleStep};
use serde_json::Value;
use std::collections::BTreeMap;

/// The variables at one place: the shape of each, and whether it has a value by every way.
pub(super) type Environment = BTreeMap<String, (Shape, bool)>;

/// What an expression can see.
#[derive(Clone, Copy)]
pub(super) struct View<'a> {
    /// What `$` is, or `$states.input`.
    pub(super) data: &'a Shape,
    /// What `$states.result` is.
    pub(super) result: Option<&'a Shape>,
    /// What `$states.errorOutput` is.
    pub(super) error: Option<&'a Shape>,
    /// The item of the iteration that an `ItemSelector` prepares: `$$.Map.Item.Value`.
    pub(super) item: Option<&'a Shape>,
    pub(super) variables: &'a Environment,
}

impl<'a> View<'a> {
    pub(super) fn of(data: &'a Shape, variables: &'a Environment) -> Self {
        Self { data, result: None, error: None, item: None, variables }
    }

    /// What a path finds; none where that is not known.
    pub(super) fn find(&self, path: &Path) -> Option<Found> {
        let steps = path.simple_steps()?;
        match path.root() {
            Root::Input => Some(self.data.follow(&steps)),
            Root::Variable(name) => {
                Some(self.variables.get(name).filter(|(_, is_always)| *is_always)?.0.follow(&steps))
            }
            Root::Context => match steps.as_slice() {
                [SimpleStep::Name(map), SimpleStep::Name(item), SimpleStep::Name(value), rest @ ..]
                    if map == "Map" && item == "Item" && value == "Value" =>
                {
                    Some(self.item?.follow(rest))
                }
                _ => None,
            },
        }
    }

    /// The shape of a path or a call. What finds nothing has been told of, and is unknown from there on.
    pub(super) fn text(&self, text: &str) -> Shape {
        if Intrinsic::is_call(text) {
            return Intrinsic::parse(text).map_or_else(|_| Shape::any(), |call| of_function(call.name()));
        }
        let found = Path::parse(text).ok().and_then(|path| self.find(&path));
        found.map(|found| found.shape).filter(|shape| !shape.is_never()).unwrap_or_else(Shape::any)
    }

    /// The shape of a payload template.
    pub(super) fn template(&self, template: &Value) -> Shape {
        self.template_within(template, MAX_DEPTH)
    }

    fn template_within(&self, template: &Value, depth: usize) -> Shape {
        let Some(depth) = depth.checked_sub(1) else { return Shape::any() };
        match template {
            Value::Object(map) => Shape::closed(map.iter().map(|(key, value)| match (key.strip_suffix(".$"), value) {
                (Some(name), Value::String(text)) => (name.to_owned(), self.text(text)),
                (Some(name), _) => (name.to_owned(), Shape::any()),
                (None, value) => (key.clone(), self.template_within(value, depth)),
            })),
            Value::Array(items) => Shape::tuple(items.iter().map(|item| self.template_within(item, depth)).collect()),
            scalar => Shape::of(scalar),
        }
    }

    /// The shape of a value in the JSONata language.
    pub(super) fn jsonata(&self, value: &Value) -> Shape {
        self.jsonata_within(value, MAX_DEPTH)
    }

    fn jsonata_within(&self, value: &Value, depth: usize) -> Shape {
        let Some(depth) = depth.checked_sub(1) else { return Shape::any() };
        match value {
            Value::String(text) => jsonata::expression(text)
                .map_or_else(|| Shape::of(value), |expression| self.expression(expression.trim())),
            Value::Object(map) => {
                Shape::closed(map.iter().map(|(key, value)| (key.clone(), self.jsonata_within(value, depth))))
            }
            Value::Array(items) => Shape::tuple(items.iter().map(|item| self.jsonata_within(item, depth)).collect()),
            scalar => Shape::of(scalar),
        }
    }

    /// Only plain paths and truth values are known.
    fn expression(&self, text: &str) -> Shape {
        if let "true" | "false" = text {
            return Shape::of(&Value::Bool(text == "true"));
        }
        let found = plain_path(text).and_then(|(root, steps)| self.find_plain(root, &steps));
        found.map(|found| found.shape).filter(|shape| !shape.is_never()).unwrap_or_else(Shape::any)
    }

    /// What a plain path of the JSONata language finds; none where that is not known. It goes through lists by itself,
    /// which is not followed here.
    pub(super) fn find_plain(&self, root: &str, steps: &[SimpleStep]) -> Option<Found> {
        let (start, steps) = match root {
            "$states" => {
                let (SimpleStep::Name(part), rest) = steps.split_first()? else { return None };
                let start = match part.as_str() {
                    "input" => self.data,
                    "result" => self.result?,
                    "errorOutput" => self.error?,
                    _ => return None,
                };
                (start, rest)
            }
            name => (&self.variables.get(name.strip_prefix('$')?).filter(|(_, is_always)| *is_always)?.0, steps),
        };
        let meets_list = (0..steps.len()).any(|length| start.follow(&steps[..length]).shape.array.is_some());
        (!meets_list).then(|| start.follow(steps))
    }
}

/// `$states.input.a.b` or `$name.a.b`, taken apart: nothing but names and dots.
pub(super) fn plain_path(text: &str) -> Option<(&str, Vec<SimpleStep>)> {
    let mut parts = text.trim().split('.');
    let root = parts.next()?;
    let is_name = |name: &str| {
        let mut characters = name.chars();
        characters.next().is_some_and(|first| first.is_alphabetic() || first == '_')
            && characters.all(|character| character.is_alphanumeric() || character == '_')
    };
    if !root.strip_prefix('$').is_some_and(is_name) {
        return None;
    }
    let steps: Option<Vec<SimpleStep>> =
        parts.map(|name| is_name(name).then(|| SimpleStep::Name(name.to_owned()))).collect();
    Some((root, steps?))
}

/// What an intrinsic function gives (developer guide, "Intrinsic functions").
fn of_function(name: &str) -> Shape {
    match name {
        "States.Format"
        | "States.JsonToString"
        | "States.Base64Encode"
        | "States.Base64Decode"
        | "States.Hash"
        | "States.UUID" => Shape::string(),
        "States.ArrayLength" | "States.MathAdd" | "States.MathRandom" => Shape::number(),
        "States.ArrayContains" => Shape::boolean(),
        "States.StringSplit" => Shape::list(Shape::string(), 0, None),
        "States.ArrayRange" => Shape::list(Shape::number(), 0, None),
        "States.Array" | "States.ArrayPartition" | "States.ArrayUnique" => Shape::list(Shape::any(), 0, None),
        _ => Shape::any(),
    }
}
