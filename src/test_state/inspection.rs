//! `inspectionData`: the stages of the data inside a state, as JSON text each.

use super::http_exchange;
use crate::asl::StateType;
use crate::sim::Probed;
use serde_json::{Map, Value, json};

/// What inspection data depends on, besides what the state did.
pub(super) struct Tested<'a> {
    pub(super) state_type: Option<StateType>,
    pub(super) is_jsonata: bool,
    /// Whether a Pass state has a `Result` of its own.
    pub(super) has_result: bool,
    /// Whether an HTTP Task has called, and is asked for what was sent: level TRACE without a mock.
    pub(super) tells_http: bool,
    /// The variables of the request.
    pub(super) variables: &'a Map<String, Value>,
}

impl Tested<'_> {
    /// Whether AWS tells this stage (measured, by type of state). A Map or Parallel does not tell its result, a Parallel
    /// not what its branches get, a Pass state either its `Result` or what it makes of its input.
    fn tells(&self, stage: &str) -> bool {
        match stage {
            "output" => false,
            "result" => match self.state_type {
                Some(StateType::Map | StateType::Parallel) => false,
                Some(StateType::Pass) => self.has_result,
                _ => true,
            },
            "afterArguments" => self.state_type == Some(StateType::Task),
            "afterInputPath" | "afterParameters" => match self.state_type {
                Some(StateType::Parallel) => false,
                Some(StateType::Pass) => !self.has_result,
                _ => true,
            },
            _ => true,
        }
    }
}

/// What the API tells of a test. Of a stage that was reached more than once, the last counts.
pub(super) fn of(probed: &Probed, tested: &Tested<'_>) -> Value {
    let mut data = Map::new();
    for stage in probed.stages.iter().filter(|stage| tested.tells(stage.name)) {
        data.insert(stage.name.to_owned(), stage.value.to_string().into());
    }
    let last = |name: &str| probed.stages.iter().rev().find(|stage| stage.name == name).map(|stage| &*stage.value);
    // A state without such a field tells the stage nevertheless (measured).
    let same_as = match tested.state_type {
        Some(StateType::Pass) => Some(("afterResultSelector", "result")),
        Some(StateType::Fail) => Some(("afterInputPath", "input")),
        _ => None,
    };
    if let Some((stage, same)) = same_as.filter(|_| !tested.is_jsonata)
        && let Some(value) = last(same)
    {
        data.insert(stage.into(), value.to_string().into());
    }
    let sent = last("afterParameters").or_else(|| last("afterArguments")).filter(|_| tested.tells_http);
    if let Some(sent) = sent {
        let request = http_exchange::request(sent);
        if let Some(result) = last("result") {
            data.insert("response".into(), http_exchange::response(result, &request["protocol"]));
        }
        data.insert("request".into(), request);
    }
    // Those of the request, and over them those that the state assigns.
    let mut variables = tested.variables.clone();
    variables.extend(probed.assigned.clone());
    if !variables.is_empty() {
        data.insert("variables".into(), Value::Object(variables).to_string().into());
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
    let details = error_details(probed);
    if !details.is_empty() {
        data.insert("errorDetails".into(), Value::Object(details));
    }
    Value::Object(data)
}

fn error_details(probed: &Probed) -> Map<String, Value> {
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
    details
}

/// A number without a fraction that is nothing.
fn shortest(number: f64) -> Value {
    if number.fract() == 0.0 { json!(number as i64) } else { json!(number) }
}
