//! Random definitions: right ones, with scopes inside scopes, in the layouts that people have.

use pasos::learn::EXAMPLES;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// What a random state is made of; a scope is a list of them.
#[derive(Clone, Debug)]
struct Seed {
    state_type: u8,
    first: u8,
    second: u8,
    inside: Vec<Vec<Seed>>,
}

fn scope() -> impl Strategy<Value = Vec<Seed>> {
    let numbers = || (0_u8..20, any::<u8>(), any::<u8>());
    let leaf = numbers().prop_map(|(state_type, first, second)| Seed { state_type, first, second, inside: vec![] });
    let state = leaf.prop_recursive(2, 12, 3, move |inner| {
        let branches = prop::collection::vec(prop::collection::vec(inner, 0..4), 1..3);
        (numbers(), branches).prop_map(|((state_type, first, second), inside)| Seed {
            state_type,
            first,
            second,
            inside,
        })
    });
    prop::collection::vec(state, 1..7)
}

/// Writes a scope. Its names go on where the others stop; recursion ends with the seed.
fn written(states: &[Seed], n_names: &mut usize) -> Value {
    let names: Vec<String> = states
        .iter()
        .map(|_| {
            *n_names += 1;
            format!("S{n_names}")
        })
        .collect();
    let Some(start) = names.first() else { return json!({ "States": {} }) };
    let name = |number: u8| names[usize::from(number) % names.len()].clone();
    let mut written_states = Map::new();
    for (state, own) in states.iter().zip(&names) {
        let (first, second) = (name(state.first), name(state.second));
        let scopes: Vec<Value> = state.inside.iter().map(|inside| written(inside, n_names)).collect();
        let catchers = json!([{ "ErrorEquals": ["States.ALL"], "ResultPath": "$.error", "Next": second }]);
        let mut fields = match (state.state_type, scopes.is_empty()) {
            (0, _) => json!({ "Type": "Succeed" }),
            (1, _) => json!({ "Type": "Fail", "Error": "Own" }),
            (2 | 3, _) => json!({ "Type": "Choice", "Default": second, "Choices": [
                { "Variable": "$.x", "NumericEquals": 1.0, "Next": first }, { "Variable": "$.y", "IsNull": true, "Next": own }
            ] }),
            (4, _) => {
                json!({ "Type": "Choice", "Choices": [{ "Variable": "$.x", "NumericEquals": 1, "Next": first }] })
            }
            (5..=7, true) => json!({ "Type": "Task", "Resource": "r", "X": 1.50, "Catch": catchers }),
            (8, true) => json!({ "Type": "Wait", "Seconds": 1 }),
            (_, true) => json!({ "Type": "Pass", "Result": { "n": [1, 2.0], "text": "ñ \" \\ 😀" } }),
            (number, false) if number % 2 == 0 => {
                json!({ "Type": "Map", "ItemProcessor": scopes[0], "Catch": catchers })
            }
            (_, false) => json!({ "Type": "Parallel", "Branches": scopes }),
        };
        if !matches!(fields["Type"].as_str(), Some("Succeed" | "Fail" | "Choice")) {
            // A line by itself reads best, so most states lead to the next one.
            let index = names.iter().position(|name| name == own).unwrap_or_default();
            let (field, value) = match (state.first % 4, names.get(index + 1)) {
                (0, _) => ("Next", json!(first)),
                (_, Some(next)) => ("Next", json!(next)),
                (_, None) => ("End", json!(true)),
            };
            fields[field] = value;
        }
        written_states.insert(own.clone(), fields);
    }
    json!({ "StartAt": start, "States": written_states })
}

/// Definitions: random ones, and the examples of the gallery.
pub(crate) fn documents() -> impl Strategy<Value = String> {
    let random = (scope(), 0_u8..4).prop_map(|(states, layout)| {
        let machine = written(&states, &mut 0);
        let pretty = serde_json::to_string_pretty(&machine).unwrap();
        match layout {
            0 => pretty,
            1 => pretty.replace("  ", "\t"),
            2 => pretty.replace('\n', "\r\n"),
            _ => machine.to_string(),
        }
    });
    let examples: Vec<String> = EXAMPLES.iter().map(|example| example.definition.to_owned()).collect();
    prop_oneof![3 => random, 1 => prop::sample::select(examples)]
}
