//! An example of what a machine is started with, from what it reads.

use super::expressions::{Data, Expression, expressions};
use super::infer::{Flow, infer};
use super::reading::{Reading, readings};
use super::shape::Shape;
use super::wanted::Wanted;
use crate::asl::{Document, QueryLanguage, StateId, StateType};
use crate::expr::jsonpath::{Path, Root, SimpleStep};
use crate::mock::Mocks;
use serde_json::{Value, json};

/// How many paths count; who reads more has a large enough example.
const MAX_READINGS: usize = 5_000;

/// An input in which every path finds what it looks for, as far as what it looks for is from the input at all: what a
/// state's result has taken the place of is not asked for. A value is of the kind that its use tells: a comparison's, an
/// argument's, a field's. None where nothing of the input is read.
pub fn example_input(document: &Document) -> Option<Value> {
    let flow = infer(document, None, &Mocks::default());
    let mut wanted = Wanted::default();
    let mut n_left = MAX_READINGS;
    for (id, _) in document.machine().states() {
        let Some(before) = flow.before(id) else { continue };
        want_list(document, &flow, id, &mut wanted);
        want_objects_on_the_way(document, before, id, &mut wanted);
        for expression in expressions(document, id) {
            // What is only asked for may well be missing.
            if expression.is_test || expression.is_of_reader(document, id) {
                continue;
            }
            for reading in readings(document, &expression) {
                let Some(left) = n_left.checked_sub(1) else { return Some(wanted.value()) };
                n_left = left;
                if let Some((start, steps)) = start(&flow, id, &expression, &reading) {
                    want(&mut wanted, &start, steps, reading.example.clone());
                }
            }
        }
    }
    let value = wanted.value();
    let has_content = |value: &Value| value.as_object().is_none_or(|members| !members.is_empty());
    (wanted.is_asked() && has_content(&value)).then_some(value)
}

fn want(wanted: &mut Wanted, start: &Shape, steps: &[SimpleStep], example: Option<Value>) {
    let found = steps.iter().fold(start.clone(), |shape, step| shape.step(step).0);
    if let Some(source) = found.origin() {
        wanted.want(source.steps(), example);
    }
}

/// What a path starts from, and the steps from there.
fn start<'a>(
    flow: &Flow,
    state: StateId,
    expression: &Expression<'_>,
    reading: &'a Reading,
) -> Option<(Shape, &'a [SimpleStep])> {
    let steps = reading.steps.as_slice();
    let (root, steps) = match (&reading.root, steps) {
        (Root::Variable(name), [SimpleStep::Name(part), rest @ ..])
            if name == "states" && expression.language == QueryLanguage::JSONata =>
        {
            match part.as_str() {
                "input" => return Some((flow.before(state)?.clone(), rest)),
                "context" => (&Root::Context, rest),
                _ => return None,
            }
        }
        (root, steps) => (root, steps),
    };
    match root {
        Root::Input => Some((flow.data(state, expression.data)?.clone(), steps)),
        Root::Variable(name) => Some((flow.variable(state, name)?.clone(), steps)),
        Root::Context => of_context(flow, state, steps),
    }
}

/// The parts of the context object that are from the input.
fn of_context<'a>(flow: &Flow, state: StateId, steps: &'a [SimpleStep]) -> Option<(Shape, &'a [SimpleStep])> {
    let name = |index: usize| match steps.get(index) {
        Some(SimpleStep::Name(name)) => name.as_str(),
        _ => "",
    };
    match (name(0), name(1), name(2)) {
        ("Execution", "Input", _) => Some((Shape::input(), &steps[2..])),
        ("Map", "Item", "Value") => Some((flow.view(state, flow.before(state)?)?.item?.clone(), &steps[3..])),
        _ => None,
    }
}

/// A Map without a word on its items iterates over its whole input.
fn want_list(document: &Document, flow: &Flow, state: StateId, wanted: &mut Wanted) {
    let found = document.machine().state(state);
    let has = |field: &str| document.tree().get(found.node, field).is_some();
    let is_whole =
        found.state_type == Some(StateType::Map) && !["Items", "ItemsPath", "ItemReader"].into_iter().any(has);
    if let Some(shape) = flow.data(state, Data::Effective).filter(|_| is_whole) {
        want(wanted, shape, &[], Some(json!([])));
    }
}

/// `ResultPath` writes into objects only.
fn want_objects_on_the_way(document: &Document, before: &Shape, state: StateId, wanted: &mut Wanted) {
    let node = document.tree().get(document.machine().state(state).node, "ResultPath");
    let path = node.and_then(|node| document.tree().as_str(node)).and_then(|text| Path::parse(text).ok());
    let steps = path.and_then(|path| path.simple_steps()).unwrap_or_default();
    for length in 0..steps.len() {
        want(wanted, before, &steps[..length], Some(json!({})));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::flow::misses;
    use crate::learn::EXAMPLES;

    fn document(states: &Value) -> Document {
        Document::new(json!({ "StartAt": states.as_object().unwrap().keys().next(), "States": states }).to_string())
    }

    #[track_caller]
    fn is(states: Value, expected: Value) {
        let document = document(&states);
        let example = example_input(&document);
        assert_eq!(example.clone().unwrap_or_default(), expected);
        if let Some(example) = example {
            assert_eq!(certain_misses(&document, &example), Vec::<String>::new());
        }
    }

    fn certain_misses(document: &Document, input: &Value) -> Vec<String> {
        let flow = infer(document, Some(input), &Mocks::default());
        misses(document, &flow).into_iter().filter(|miss| miss.is_certain).map(|miss| miss.path).collect()
    }

    #[test]
    fn paths_of_every_field_are_in_it() {
        is(
            json!({ "A": { "Type": "Task", "Resource": "x", "InputPath": "$.detail", "TimeoutSecondsPath": "$.wait",
                "Parameters": { "id.$": "$.id", "n.$": "States.MathAdd($.n, 1)", "name.$": "$$.Execution.Input.name" },
                "ResultPath": "$.result", "End": true } }),
            json!({ "detail": { "wait": 1, "id": "example", "n": 1 }, "name": "example" }),
        );
    }

    #[test]
    fn comparisons_tell_values_that_pass() {
        let rule = |path: &str, comparator: &str, operand: Value| json!({ "Variable": path, comparator: operand, "Next": "B" });
        is(
            json!({ "A": { "Type": "Choice", "Default": "B", "Choices": [
                    rule("$.n", "NumericGreaterThan", json!(5)), rule("$.s", "StringMatches", json!("log-*")),
                    rule("$.b", "BooleanEquals", json!(false)), rule("$.t", "IsTimestamp", json!(true)),
                    rule("$.gone", "IsPresent", json!(true)),
                    { "And": [rule("$.a", "StringEqualsPath", json!("$.c"))], "Next": "B" }] },
                "B": { "Type": "Succeed" } }),
            json!({ "n": 6, "s": "log-example", "b": false, "t": "2026-01-01T00:00:00Z", "a": "example", "c": "example" }),
        );
    }

    #[test]
    fn lists_have_an_item_with_what_is_read_of_it() {
        let row = json!({ "StartAt": "R", "States": { "R": { "Type": "Pass", "Parameters": { "p.$": "$.price" }, "End": true } } });
        is(
            json!({ "M": { "Type": "Map", "ItemsPath": "$.lines", "ItemProcessor": row, "ResultPath": "$.done", "Next": "N" },
                "N": { "Type": "Pass", "Parameters": { "all.$": "$.lines[*].name", "second.$": "$.pair[1]" }, "End": true } }),
            json!({ "lines": [{ "price": "example", "name": "example" }], "pair": ["example", "example"] }),
        );
        is(json!({ "M": { "Type": "Map", "ItemProcessor": row, "End": true } }), json!([{ "price": "example" }]));
    }

    #[test]
    fn items_are_followed_through_a_selector_and_a_variable() {
        let row = json!({ "StartAt": "R", "States": { "R": { "Type": "Pass", "Parameters": { "p.$": "$.row.price", "u.$": "$user.id" }, "End": true } } });
        is(
            json!({ "S": { "Type": "Pass", "Assign": { "user.$": "$.user" }, "Next": "M" },
                "M": { "Type": "Map", "ItemsPath": "$.lines", "ItemSelector": { "row.$": "$$.Map.Item.Value" }, "ItemProcessor": row, "End": true } }),
            json!({ "user": { "id": "example" }, "lines": [{ "price": "example" }] }),
        );
    }

    #[test]
    fn what_a_result_has_replaced_is_not_in_it() {
        is(
            json!({ "A": { "Type": "Task", "Resource": "x", "Parameters": { "id.$": "$.id" }, "Next": "B" },
                "B": { "Type": "Pass", "Parameters": { "x.$": "$.answer" }, "End": true } }),
            json!({ "id": "example" }),
        );
        is(
            json!({ "A": { "Type": "Task", "Resource": "x", "ResultPath": "$.answer", "Next": "B" },
                "B": { "Type": "Pass", "Parameters": { "x.$": "$.answer.x", "y.$": "$.y" }, "End": true } }),
            json!({ "y": "example" }),
        );
    }

    #[test]
    fn jsonata_is_read_too() {
        is(
            json!({ "A": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": {
                    "a": "{% 'Order ' & $states.input.order.id %}", "b": "{% $sum($states.input.lines.price) %}",
                    "c": "{% $states.context.Execution.Input.n * 2 %}" }, "Next": "B" },
                "B": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $states.input.a %}", "End": true } }),
            json!({ "order": { "id": "example" }, "lines": { "price": [1] }, "n": 1 }),
        );
    }

    #[test]
    fn there_is_none_where_nothing_is_read() {
        is(
            json!({ "A": { "Type": "Task", "Resource": "x", "Parameters": { "all.$": "$" }, "End": true } }),
            Value::Null,
        );
        is(json!({ "A": { "Type": "Pass", "Result": 1, "ResultPath": "$.n", "End": true } }), Value::Null);
        assert_eq!(example_input(&Document::new("{")), None);
    }

    #[test]
    fn data_that_is_nested_again_and_again_ends() {
        let states = json!({ "A": { "Type": "Pass", "Parameters": { "in.$": "$", "x.$": "$.x" }, "Next": "A" } });
        assert_eq!(example_input(&document(&states)).unwrap()["x"], "example");
    }

    #[test]
    fn every_path_of_the_gallery_finds_something_in_its_example() {
        for example in EXAMPLES {
            let document = Document::new(example.definition);
            if let Some(input) = example_input(&document) {
                assert_eq!(certain_misses(&document, &input), Vec::<String>::new(), "{}", example.id);
            }
        }
    }
}
