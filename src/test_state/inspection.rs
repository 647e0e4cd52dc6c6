//! `inspectionData`: the stages of the data inside a state, as JSON text each.

use crate::sim::Probed;
use serde_json::{Map, Value, json};

/// A Map or Parallel does not tell its result, nor what its branches get (measured).
const NOT_OF_INNER: [&str; 2] = ["result", "afterArguments"];

/// What the API tells of a test. Of a stage that was reached more than once, the last counts.
pub(super) fn of(probed: &Probed, has_inner: bool) -> Value {
    let mut data = Map::new();
    for stage in &probed.stages {
        let is_told = stage.name != "output" && !(has_inner && NOT_OF_INNER.contains(&stage.name.as_str()));
        if is_told {
            data.insert(stage.name.clone(), stage.value.to_string().into());
        }
    }
    if !probed.assigned.is_empty() {
        data.insert("variables".into(), Value::Object(probed.assigned.clone()).to_string().into());
    }
    let numbers = [
        ("maxConcurrency", probed.max_concurrency.map(Value::from)),
        ("toleratedFailureCount", probed.tolerated_failure_count.map(Value::from)),
        ("toleratedFailurePercentage", probed.tolerated_failure_percentage.map(shortest)),
    ];
    for (name, number) in numbers {
        if let Some(number) = number {
            data.insert(name.into(), number);
        }
    }
    let mut details = Map::new();
    if let Some(index) = probed.catch_index {
        details.insert("catchIndex".into(), index.into());
    }
    // A catcher comes after the retriers: then only it is told.
    if let Some(index) = probed.retry_index.filter(|_| probed.catch_index.is_none()) {
        details.insert("retryIndex".into(), index.into());
    }
    if let Some(seconds) = probed.retry_backoff_seconds {
        details.insert("retryBackoffIntervalSeconds".into(), shortest(seconds));
    }
    if !details.is_empty() {
        data.insert("errorDetails".into(), Value::Object(details));
    }
    Value::Object(data)
}

/// A number without a fraction that is nothing.
fn shortest(number: f64) -> Value {
    if number.fract() == 0.0 { json!(number as i64) } else { json!(number) }
}
