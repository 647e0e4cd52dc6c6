//! How long the simulator takes, and how that grows with the size of the machine or of its data.
//!
//! `cargo bench --no-default-features --features cli --bench engine` prints a table with the times of each size. Between
//! two sizes n1 < n2 with median times t1 and t2 the cost grows with the exponent log(t2 / t1) / log(n2 / n1): about 1 is
//! linear, 2 is quadratic. It should stay under 1.3. Take the fastest times on a machine that does other work too;
//! `-- --sample-count 7 --sample-size 1` is enough to see it.
//!
//! Loops and wide inline Maps are Express executions: a Standard one ends at its 25,000th event.
#![allow(clippy::unwrap_used, reason = "a benchmark that cannot go on fails")]

use divan::Bencher;
use pasos::asl::Document;
use pasos::sim::{self, Environment, ExecutionType, Program, StartOptions, Status};
use serde_json::{Map, Value, json};

fn main() {
    divan::main();
}

/// Steps an execution to its end.
fn run(program: &Program, environment: &Environment, execution_type: ExecutionType, input: Value) {
    let options = StartOptions { input, execution_type, ..StartOptions::default() };
    let mut execution = sim::start(program, options).next;
    while execution.status() == Status::Running {
        execution = sim::step(program, execution, environment).next;
    }
    assert_eq!(execution.status(), Status::Succeeded);
}

fn measure(bencher: Bencher, execution_type: ExecutionType, definition: &Value, input: &Value) {
    let program = Program::compile(&Document::new(definition.to_string())).unwrap();
    let environment = Environment::default();
    bencher.with_inputs(|| input.clone()).bench_values(|input| run(&program, &environment, execution_type, input));
}

/// Pass states, one after the other.
fn pass_states(n: usize) -> Value {
    let states: Map<String, Value> = (1..=n)
        .map(|number| {
            let mut state = json!({ "Type": "Pass" });
            match number == n {
                true => state["End"] = true.into(),
                false => state["Next"] = format!("S{}", number + 1).into(),
            }
            (format!("S{number}"), state)
        })
        .collect();
    json!({ "StartAt": "S1", "States": states })
}

#[divan::bench(args = [250, 500, 1000, 2000])]
fn pass_states_in_a_row(bencher: Bencher, n: usize) {
    measure(bencher, ExecutionType::Standard, &pass_states(n), &json!({ "a": 1 }));
}

#[divan::bench(args = [250, 500, 1000, 2000])]
fn compile_pass_states(bencher: Bencher, n: usize) {
    let text = pass_states(n).to_string();
    bencher.with_inputs(|| text.clone()).bench_values(|text| Program::compile(&Document::new(text)).unwrap());
}

#[divan::bench(args = [1250, 2500, 5000, 10_000])]
fn choice_loop_jsonpath(bencher: Bencher, turns: usize) {
    let definition = json!({ "StartAt": "Enough", "States": {
        "Enough": {
            "Type": "Choice", "Default": "Done",
            "Choices": [{ "Variable": "$.n", "NumericLessThan": turns, "Next": "Add" }]
        },
        "Add": { "Type": "Pass", "Parameters": { "n.$": "States.MathAdd($.n, 1)" }, "Next": "Enough" },
        "Done": { "Type": "Succeed" }
    }});
    measure(bencher, ExecutionType::Express, &definition, &json!({ "n": 0 }));
}

#[divan::bench(args = [1250, 2500, 5000, 10_000])]
fn choice_loop_jsonata(bencher: Bencher, turns: usize) {
    let definition = json!({ "QueryLanguage": "JSONata", "StartAt": "Enough", "States": {
        "Enough": {
            "Type": "Choice", "Default": "Done",
            "Choices": [{ "Condition": format!("{{% $states.input.n < {turns} %}}"), "Next": "Add" }]
        },
        "Add": { "Type": "Pass", "Output": { "n": "{% $states.input.n + 1 %}" }, "Next": "Enough" },
        "Done": { "Type": "Succeed" }
    }});
    measure(bencher, ExecutionType::Express, &definition, &json!({ "n": 0 }));
}

/// A Map over numbers; each iteration is one state.
fn map(language: &str, config: &Value, fields: &Value, state: &Value) -> Value {
    let processor = json!({ "ProcessorConfig": config, "StartAt": "One", "States": { "One": state } });
    let mut map = json!({ "Type": "Map", "ItemProcessor": processor, "End": true });
    for (name, value) in fields.as_object().unwrap() {
        map[name] = value.clone();
    }
    json!({ "QueryLanguage": language, "StartAt": "Each", "States": { "Each": map } })
}

fn numbers(n: usize) -> Value {
    (0..n).collect()
}

#[divan::bench(args = [2500, 5000, 10_000, 20_000])]
fn map_inline(bencher: Bencher, n_items: usize) {
    let definition = map("JSONPath", &json!({ "Mode": "INLINE" }), &json!({}), &json!({ "Type": "Pass", "End": true }));
    measure(bencher, ExecutionType::Express, &definition, &numbers(n_items));
}

#[divan::bench(args = [1250, 2500, 5000, 10_000])]
fn map_inline_with_item_selector(bencher: Bencher, n_items: usize) {
    let selector = json!({ "ItemSelector": { "v.$": "$$.Map.Item.Value", "i.$": "$$.Map.Item.Index" } });
    let definition = map("JSONPath", &json!({ "Mode": "INLINE" }), &selector, &json!({ "Type": "Pass", "End": true }));
    measure(bencher, ExecutionType::Express, &definition, &numbers(n_items));
}

#[divan::bench(args = [1250, 2500, 5000, 10_000])]
fn map_inline_jsonata(bencher: Bencher, n_items: usize) {
    let state = json!({ "Type": "Pass", "Output": "{% $states.input * 2 %}", "End": true });
    let definition = map("JSONata", &json!({ "Mode": "INLINE" }), &json!({}), &state);
    measure(bencher, ExecutionType::Express, &definition, &numbers(n_items));
}

#[divan::bench(args = [1250, 2500, 5000, 10_000])]
fn map_inline_jsonata_with_item_selector(bencher: Bencher, n_items: usize) {
    let selector = json!({ "ItemSelector": { "v": "{% $states.context.Map.Item.Value %}" } });
    let state = json!({ "Type": "Pass", "End": true });
    let definition = map("JSONata", &json!({ "Mode": "INLINE" }), &selector, &state);
    measure(bencher, ExecutionType::Express, &definition, &numbers(n_items));
}

#[divan::bench(args = [2500, 5000, 10_000, 20_000])]
fn map_distributed(bencher: Bencher, n_items: usize) {
    let config = json!({ "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" });
    let definition = map("JSONPath", &config, &json!({}), &json!({ "Type": "Pass", "End": true }));
    measure(bencher, ExecutionType::Standard, &definition, &numbers(n_items));
}
