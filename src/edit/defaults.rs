//! What a new state starts as: complete, valid, and close to what AWS's own designer inserts.

use crate::asl::{QueryLanguage, StateType};
use serde_json::{Map, Value, json};

/// What follows a new state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Following<'a> {
    /// The state of that name.
    Next(&'a str),
    /// Nothing: it ends its scope.
    End,
}

/// The fields of a new state. `inner` is the name of the state inside a new Parallel or Map.
pub fn new_state(
    state_type: StateType,
    language: QueryLanguage,
    inner: &str,
    following: Following<'_>,
) -> Map<String, Value> {
    let is_jsonata = language == QueryLanguage::JSONata;
    let mut fields = Map::new();
    fields.insert("Type".into(), state_type.as_str().into());
    let inner_scope = |name: &str| json!({ "StartAt": name, "States": { name: { "Type": "Pass", "End": true } } });
    match state_type {
        StateType::Task => {
            fields.insert("Resource".into(), "arn:aws:states:::lambda:invoke".into());
            let (name, payload) = if is_jsonata {
                ("Arguments", json!({ "FunctionName": "my-function", "Payload": "{% $states.input %}" }))
            } else {
                ("Parameters", json!({ "FunctionName": "my-function", "Payload.$": "$" }))
            };
            fields.insert(name.into(), payload);
        }
        StateType::Choice => {
            let (target, default) = match following {
                Following::Next(name) => (name, Some(name)),
                Following::End => (inner, None),
            };
            let rule = if is_jsonata {
                json!({ "Condition": "{% $states.input.value = 1 %}", "Next": target })
            } else {
                json!({ "Variable": "$.value", "IsPresent": true, "Next": target })
            };
            fields.insert("Choices".into(), json!([rule]));
            fields.insert("Default".into(), default.unwrap_or(target).into());
        }
        StateType::Wait => {
            fields.insert("Seconds".into(), 5.into());
        }
        StateType::Fail => {
            fields.insert("Error".into(), "MyError".into());
            fields.insert("Cause".into(), "What went wrong".into());
        }
        StateType::Parallel => {
            fields.insert("Branches".into(), json!([inner_scope(inner)]));
        }
        StateType::Map => {
            let mut processor = json!({ "ProcessorConfig": { "Mode": "INLINE" } });
            if let (Value::Object(processor), Value::Object(scope)) = (&mut processor, inner_scope(inner)) {
                processor.extend(scope);
            }
            fields.insert("ItemProcessor".into(), processor);
        }
        StateType::Pass | StateType::Succeed => {}
    }
    if state_type.has_next() {
        match following {
            Following::Next(name) => fields.insert("Next".into(), name.into()),
            Following::End => fields.insert("End".into(), true.into()),
        };
    }
    fields
}
