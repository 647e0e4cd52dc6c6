//! Shapes of each construct.

use super::{Flow, Shape, infer};
use crate::asl::Document;
use crate::expr::jsonpath::Path;
use crate::mock::{Answer, Mocks, Outcome, Sequence};
use serde_json::{Value, json};

fn infer_in(states: &Value, input: &Value, mocks: &Mocks) -> (Document, Flow) {
    let definition = json!({ "StartAt": states.as_object().unwrap().keys().next(), "States": states });
    let document = Document::new(definition.to_string());
    let flow = infer(&document, Some(input), mocks);
    (document, flow)
}

#[track_caller]
fn shows(states: Value, input: Value, state: &str, before: &str, after: &str) {
    let (document, flow) = infer_in(&states, &input, &Mocks::default());
    let id = document.machine().find(state).unwrap();
    let text = |shape: Option<&Shape>| shape.map_or("never".to_owned(), Shape::to_string);
    assert_eq!((text(flow.before(id)), text(flow.after(id))), (before.to_owned(), after.to_owned()));
}

#[test]
fn json_path_fields_in_their_order() {
    let pass = json!({ "A": { "Type": "Pass", "InputPath": "$.a", "Parameters": { "b.$": "$.b", "n.$": "States.MathAdd($.b, 1)" },
        "ResultPath": "$.r", "End": true } });
    shows(pass, json!({ "a": { "b": 1 } }), "A", "{a: {b: number}}", "{a: {b: number}, r: {b: number, n: number}}");
    let filtered = json!({ "A": { "Type": "Pass", "OutputPath": "$.a[*].b", "End": true } });
    shows(
        filtered,
        json!({ "a": [{ "b": 1 }, { "b": "x" }] }),
        "A",
        "{a: [{b: number}, {b: string}]}",
        "[number | string..]",
    );
    let gone = json!({ "A": { "Type": "Pass", "ResultPath": null, "Result": 1, "End": true } });
    shows(gone, json!({ "a": null }), "A", "{a: null}", "{a: null}");
}

#[test]
fn json_data_language_knows_plain_paths() {
    let pass = json!({ "A": { "Type": "Pass", "QueryLanguage": "JSONata", "End": true,
        "Output": { "a": "{% $states.input.a %}", "b": "{% $states.input.a + 1 %}", "c": ["x"] } } });
    shows(pass, json!({ "a": 1 }), "A", "{a: number}", "{a: number, b: any, c: [string..]}");
}

#[test]
fn a_choice_whose_values_are_known_goes_one_way() {
    let states = json!({
        "C": { "Type": "Choice", "Choices": [{ "Variable": "$.n", "NumericEquals": 1, "Next": "One" }], "Default": "Other" },
        "One": { "Type": "Succeed" }, "Other": { "Type": "Succeed" } });
    shows(states.clone(), json!({ "n": 1 }), "Other", "never", "never");
    shows(states, json!({ "n": 2 }), "One", "never", "never");
}

#[test]
fn what_is_asked_for_is_optional() {
    let states = json!({
        "C": { "Type": "Choice", "Choices": [{ "Variable": "$.x.y", "IsPresent": true, "Next": "Yes" }], "Default": "No" },
        "Yes": { "Type": "Succeed" }, "No": { "Type": "Succeed" } });
    shows(states.clone(), json!({}), "Yes", "{x: {y: any}}", "{x: {y: any}}");
    shows(states.clone(), json!({}), "No", "{x?: {y?: any}}", "{x?: {y?: any}}");
    shows(states, json!({ "x": { "y": 1 } }), "No", "never", "never");
}

#[test]
fn ways_that_meet_are_joined_and_loops_end() {
    let states = json!({
        "C": { "Type": "Choice", "Choices": [{ "Variable": "$$.Execution.Name", "StringEquals": "x", "Next": "Note" }], "Default": "End" },
        "Note": { "Type": "Pass", "Result": "n", "ResultPath": "$.note", "Next": "End" }, "End": { "Type": "Succeed" } });
    shows(states, json!({ "a": 1 }), "End", "{a: number, note?: string}", "{a: number, note?: string}");
    let nests = json!({ "A": { "Type": "Pass", "Parameters": { "in.$": "$" }, "Next": "A" } });
    let (document, flow) = infer_in(&nests, &json!({}), &Mocks::default());
    assert!(flow.before(document.machine().find("A").unwrap()).unwrap().fits(&json!({ "in": { "in": { "in": {} } } })));
}

#[test]
fn maps_and_parallels_make_lists() {
    let inner =
        json!({ "StartAt": "In", "States": { "In": { "Type": "Pass", "Parameters": { "v.$": "$.v" }, "End": true } } });
    let map = json!({ "M": { "Type": "Map", "ItemsPath": "$.list", "ItemSelector": { "v.$": "$$.Map.Item.Value" },
        "ItemProcessor": inner, "End": true } });
    shows(map, json!({ "list": [1, 2] }), "M", "{list: [number..]}", "[{v: number}..]");
    let branch = |value: Value| json!({ "StartAt": value.to_string(), "States": { value.to_string(): { "Type": "Pass", "Result": value, "End": true } } });
    let parallel =
        json!({ "P": { "Type": "Parallel", "Branches": [branch(json!(1)), branch(json!("x"))], "End": true } });
    shows(parallel, json!({}), "P", "{}", "[number, string]");
}

#[test]
fn catchers_and_mocks() {
    let states = json!({
        "T": { "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111111111111:function:f", "ResultPath": "$.r", "Next": "End",
            "Catch": [{ "ErrorEquals": ["States.ALL"], "ResultPath": "$.e", "Next": "Handle" }] },
        "Handle": { "Type": "Succeed" }, "End": { "Type": "Succeed" } });
    let mut mocks = Mocks::default();
    let throw = Answer::from(Outcome::Throw { error: Some("E".into()), cause: None });
    mocks.states.insert("T".into(), Sequence::in_turn(vec![throw.clone(), Answer::of(json!({ "id": 7 }))]));
    let (document, flow) = infer_in(&states, &json!({ "a": 1 }), &mocks);
    let before = |flow: &Flow, name: &str| flow.before(document.machine().find(name).unwrap()).map(Shape::to_string);
    assert_eq!(before(&flow, "Handle").unwrap(), "{a: number, e: {Cause: null | string, Error: null | string}}");
    assert_eq!(before(&flow, "End").unwrap(), "{a: number, r: {id: number}}");
    mocks.states.insert("T".into(), Sequence::always(throw));
    assert_eq!(before(&infer_in(&states, &json!({}), &mocks).1, "End"), None);
}

#[test]
fn variables_have_shapes_and_inner_ones_stay_inside() {
    let inner = json!({ "StartAt": "In", "States": { "In": { "Type": "Pass", "Assign": { "y": 1 }, "Parameters": { "x.$": "$x.a" }, "End": true } } });
    let states = json!({ "A": { "Type": "Pass", "Assign": { "x": { "a": "text" } }, "Next": "P" },
        "P": { "Type": "Parallel", "Branches": [inner], "Next": "End" }, "End": { "Type": "Succeed" } });
    let (document, flow) = infer_in(&states, &json!({}), &Mocks::default());
    let end = document.machine().find("End").unwrap();
    assert_eq!(flow.before(end).unwrap().to_string(), "[{x: string}..]");
    assert_eq!(flow.variable(end, "x").unwrap().to_string(), "{a: string}");
    assert_eq!(flow.variable(end, "y"), None);
}

#[test]
fn members_are_listed_for_completion() {
    let shape = Shape::of(&json!({ "order": { "id": "A", "lines": [] } }));
    let steps = Path::parse("$.order").unwrap().simple_steps().unwrap();
    let names: Vec<String> = shape.members(&steps).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["id", "lines"]);
}

#[test]
fn data_that_is_put_into_itself_again_and_again_stays_small() {
    let mut states = serde_json::Map::new();
    for n in 0..40 {
        let branch = |name: &str| {
            let name = format!("{name}{n}");
            json!({ "StartAt": name, "States": { name.as_str(): { "Type": "Pass", "End": true } } })
        };
        let parallel =
            json!({ "Type": "Parallel", "Branches": [branch("X"), branch("Y")], "Next": format!("S{}", n + 1) });
        states.insert(format!("S{n}"), parallel);
    }
    states.insert("S40".to_owned(), json!({ "Type": "Succeed" }));
    let (document, flow) = infer_in(&Value::Object(states), &json!({ "a": 1 }), &Mocks::default());
    for name in ["S9", "S20", "S40"] {
        let shape = flow.before(document.machine().find(name).unwrap()).unwrap();
        assert!(shape.is_small() && shape.array.is_some(), "{name}");
    }
}
