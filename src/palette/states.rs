//! Fragments of the eight types of state.

use super::actions::LAMBDA_INVOKE;
use super::task::{fragment_of, task};
use crate::asl::resource::Pattern;
use crate::asl::{QueryLanguage, StateType};
use crate::edit::{Following, new_state};
use serde_json::{Map, Value, json};

/// A state of a type, as [`new_state`] makes it, with what it cannot do without: the states that a Choice leads to, a second
/// branch for a Parallel, the retrier of a Lambda task.
pub(super) fn fragment(state_type: StateType, language: QueryLanguage) -> Value {
    let name = state_type.as_str();
    let state = |following| new_state(state_type, language, "Pass", following);
    match state_type {
        StateType::Task => fragment_of(name, task(&LAMBDA_INVOKE, Pattern::RequestResponse, language)),
        StateType::Choice => {
            let mut choice = state(Following::Next("Rule applies"));
            choice.insert("Default".into(), "Otherwise".into());
            let pass = json!({ "Type": "Pass", "End": true });
            json!({ "StartAt": name, "States": { name: choice, "Rule applies": pass, "Otherwise": pass } })
        }
        StateType::Parallel => {
            let mut parallel = state(Following::End);
            let branch = |name: &str| json!({ "StartAt": name, "States": { name: { "Type": "Pass", "End": true } } });
            parallel.insert("Branches".into(), json!([branch("Branch 1"), branch("Branch 2")]));
            alone(name, parallel)
        }
        StateType::Map => {
            let mut map = state(Following::End);
            let items = match language {
                QueryLanguage::JSONPath => ("ItemsPath", "$.items"),
                QueryLanguage::JSONata => ("Items", "{% $states.input.items %}"),
            };
            map.shift_insert(1, items.0.into(), items.1.into());
            alone(name, map)
        }
        StateType::Pass | StateType::Wait | StateType::Succeed | StateType::Fail => alone(name, state(Following::End)),
    }
}

/// A state that ends its scope as it is.
fn alone(name: &str, state: Map<String, Value>) -> Value {
    json!({ "StartAt": name, "States": { name: state } })
}
