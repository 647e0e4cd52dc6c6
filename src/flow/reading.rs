//! What an expression reads: every path in it, with a value such as it expects there.

use super::expressions::Expression;
use crate::asl::choice::{self, Comparator, Operand, Test};
use crate::asl::{Document, QueryLanguage};
use crate::expr::intrinsic::{Argument, Call, Intrinsic};
use crate::expr::jsonata;
use crate::expr::jsonpath::{Path, Root, SimpleStep, Step};
use crate::text::json::NodeId;
use serde_json::{Value, json};

/// A moment, where one is expected.
const TIMESTAMP: &str = "2026-01-01T00:00:00Z";

/// One path that is read. That of a JSONata expression starts with `$states`, as a variable.
pub(super) struct Reading {
    pub(super) root: Root,
    pub(super) steps: Vec<SimpleStep>,
    /// Such a value as is expected there; an empty list or object for any of its kind.
    pub(super) example: Option<Value>,
}

/// The paths that an expression reads.
pub(super) fn readings(document: &Document, expression: &Expression<'_>) -> Vec<Reading> {
    let field = Field::of(document, expression.node);
    match expression.language {
        QueryLanguage::JSONata => {
            let is_plain = super::evaluate::plain_path(expression.text).is_some();
            let of_field = field.and_then(|field| of_name(field.name)).filter(|_| is_plain);
            let named = jsonata::named_paths(expression.text).into_iter();
            named
                .map(|path| Reading {
                    root: Root::Variable(path.name),
                    steps: path.steps,
                    example: path.example.or_else(|| of_field.clone()),
                })
                .collect()
        }
        QueryLanguage::JSONPath if Intrinsic::is_call(expression.text) => {
            let mut found = Vec::new();
            if let Ok(call) = Intrinsic::parse(expression.text) {
                of_call(call.call(), &mut found);
            }
            found
        }
        QueryLanguage::JSONPath => {
            let example = field.and_then(|field| field.example(document));
            Path::parse(expression.text).map(|path| vec![of_path(&path, example)]).unwrap_or_default()
        }
    }
}

/// The field in which an expression stands.
#[derive(Clone, Copy)]
struct Field<'a> {
    name: &'a str,
    object: NodeId,
}

impl<'a> Field<'a> {
    fn of(document: &'a Document, node: NodeId) -> Option<Self> {
        let object = document.tree().parent(node)?;
        let member = document.tree().members(object).iter().find(|member| member.value == node)?;
        Some(Self { name: &member.key, object })
    }

    fn example(self, document: &Document) -> Option<Value> {
        if self.name == "Variable" {
            let members = document.tree().members(self.object).iter();
            let mut found = members.filter_map(|member| Some((choice::find(&member.key)?, member.value)));
            let ((comparator, is_path), operand) = found.next()?;
            return if is_path { of_operand(comparator) } else { passing(comparator, &document.value(operand)) };
        }
        match choice::find(self.name) {
            Some((comparator, _)) => of_operand(comparator),
            None => of_name(self.name.strip_suffix("Path")?),
        }
    }
}

/// A value for a field of this name, `Path` taken off.
fn of_name(name: &str) -> Option<Value> {
    match name {
        "Items" => Some(json!([])),
        "Timestamp" => Some(TIMESTAMP.into()),
        "Seconds"
        | "TimeoutSeconds"
        | "HeartbeatSeconds"
        | "MaxConcurrency"
        | "ToleratedFailureCount"
        | "ToleratedFailurePercentage"
        | "MaxItems"
        | "MaxItemsPerBatch" => Some(1.into()),
        _ => None,
    }
}

fn of_kind(kind: Operand) -> Value {
    match kind {
        Operand::String => "example".into(),
        Operand::Numeric => 1.into(),
        Operand::Timestamp => TIMESTAMP.into(),
        Operand::Boolean => true.into(),
    }
}

fn of_operand(comparator: &Comparator) -> Option<Value> {
    match comparator.test {
        Test::Order(kind, _) | Test::IsKind(kind) => Some(of_kind(kind)),
        Test::StringMatches | Test::IsPresent | Test::IsNull => None,
    }
}

/// A value that passes a comparison, where one is easily found; else one of its kind.
fn passing(comparator: &Comparator, operand: &Value) -> Option<Value> {
    let beside = |by: i64| operand.as_i64().and_then(|number| number.checked_add(by)).map(Value::from);
    let matching = operand.as_str().map(|pattern| pattern.replace('*', "example").into());
    let candidates =
        [matching, Some(operand.clone()), beside(1), beside(-1), of_operand(comparator), Some(Value::Null)];
    let mut candidates = candidates.into_iter().flatten();
    candidates.find(|candidate| comparator.accepts(candidate, operand)).or_else(|| of_operand(comparator))
}

/// A path up to what cannot be said in names and positions. What is filtered or sliced is a list.
fn of_path(path: &Path, example: Option<Value>) -> Reading {
    let mut steps = Vec::new();
    let mut is_whole = true;
    for step in path.steps() {
        steps.push(match step {
            Step::Names(names) if names.len() == 1 => SimpleStep::Name(names[0].clone()),
            Step::Indexes(indexes) if indexes.len() == 1 => SimpleStep::Index(indexes[0]),
            Step::Wildcard | Step::Slice { .. } | Step::Filter(_) | Step::Indexes(_) | Step::FromEnd(_) => {
                SimpleStep::Wildcard
            }
            Step::Names(_) | Step::DeepScan | Step::Root => {
                is_whole = false;
                break;
            }
        });
    }
    let is_list = steps.contains(&SimpleStep::Wildcard);
    Reading { root: path.root().clone(), steps, example: example.filter(|_| is_whole && !is_list) }
}

/// The paths among the arguments of a call. Recurses as deep as calls nest, which their parser bounds.
fn of_call(call: &Call, found: &mut Vec<Reading>) {
    for (index, argument) in call.arguments.iter().enumerate() {
        match argument {
            Argument::Path(path) => found.push(of_path(path, of_argument(&call.name, index))),
            Argument::Call(inner) => of_call(inner, found),
            Argument::Value(_) | Argument::Template(_) | Argument::RefusedPath(_) => {}
        }
    }
}

/// A value for an argument (developer guide, "Intrinsic functions").
fn of_argument(function: &str, index: usize) -> Option<Value> {
    match (function, index) {
        ("States.ArrayPartition" | "States.ArrayContains" | "States.ArrayLength" | "States.ArrayUnique", 0)
        | ("States.ArrayGetItem", 0) => Some(json!([])),
        ("States.ArrayGetItem", 1) => Some(0.into()),
        ("States.ArrayRange" | "States.MathRandom", 1) => Some(10.into()),
        ("States.ArrayRange" | "States.MathRandom" | "States.MathAdd", _) | ("States.ArrayPartition", 1) => {
            Some(1.into())
        }
        ("States.JsonMerge", 0 | 1) => Some(json!({})),
        ("States.StringToJson", 0) => Some("{}".into()),
        ("States.Base64Decode", 0) => Some("ZXhhbXBsZQ==".into()),
        _ => None,
    }
}
