//! What a value starts as: valid, and close to what AWS's own designer inserts.

use super::map_parts::{GET_OBJECT, PUT_OBJECT};
use super::{Editor, List, Part, Place, targets};
use crate::asl::{Document, QueryLanguage, StateType, error_name};
use serde_json::{Value, json};

/// The value that an editor starts with when something has to be written.
pub(super) fn first(name: &str, editor: &Editor) -> Value {
    match editor {
        Editor::Null => Value::Null,
        Editor::Switch => true.into(),
        Editor::Integer { least, .. } => match name {
            "Seconds" => 5.into(),
            _ => (*least).max(1).into(),
        },
        Editor::Decimal { least } => json!(least.max(0.0)),
        Editor::Path | Editor::PathOrCall => match name {
            "InputPath" | "OutputPath" | "ResultPath" | "ItemsPath" => "$".into(),
            _ => format!("$.{}", lower_first(name)).into(),
        },
        Editor::Expression => format!("{{% $states.input.{} %}}", lower_first(name)).into(),
        Editor::Timestamp => "2030-01-01T00:00:00Z".into(),
        Editor::OneOf(words) => words.first().copied().unwrap_or_default().into(),
        Editor::Texts | Editor::Errors | Editor::List(_) => json!([]),
        Editor::Json | Editor::Arguments | Editor::Object(_) => json!({}),
        Editor::Line | Editor::Lines | Editor::Target | Editor::Following | Editor::Resource => "".into(),
    }
}

fn lower_first(name: &str) -> String {
    let mut characters = name.chars();
    characters.next().map(|first| first.to_ascii_lowercase()).into_iter().chain(characters).collect()
}

/// What an entry that is asked for starts with; none when nothing is written before something is typed.
pub fn added(
    field: &str,
    editor: &Editor,
    language: QueryLanguage,
    document: &Document,
    place: &Place,
) -> Option<Value> {
    let is_jsonata = language == QueryLanguage::JSONata;
    let arguments = if is_jsonata { "Arguments" } else { "Parameters" };
    match editor {
        Editor::List(list) => Some(json!([item(*list, language, document, place)])),
        Editor::Json if field == "Items" => Some(json!([])),
        Editor::Json | Editor::Arguments => Some(json!({})),
        Editor::Null => Some(Value::Null),
        Editor::Texts | Editor::Errors => Some(json!([])),
        Editor::Object(part) => Some(match part {
            Part::Credentials => json!({ "RoleArn": "" }),
            Part::ItemReader => json!({
                "Resource": GET_OBJECT,
                arguments: { "Bucket": "", "Key": "" },
                "ReaderConfig": { "InputType": "JSON" },
            }),
            Part::ReaderConfig { lists: false } => json!({ "InputType": "JSON" }),
            Part::ItemBatcher => json!({ "MaxItemsPerBatch": 10 }),
            Part::ResultWriter => json!({ "Resource": PUT_OBJECT, arguments: { "Bucket": "", "Prefix": "" } }),
            Part::WriterConfig => json!({ "Transformation": "NONE", "OutputType": "JSON" }),
            Part::ProcessorConfig => json!({ "Mode": "INLINE" }),
            _ => json!({}),
        }),
        _ => None,
    }
}

/// A new item of a list.
pub(super) fn item(list: List, language: QueryLanguage, document: &Document, place: &Place) -> Value {
    let is_jsonata = language == QueryLanguage::JSONata;
    match list {
        List::Retry => {
            json!({ "ErrorEquals": [error_name::ALL], "IntervalSeconds": 1, "MaxAttempts": 3, "BackoffRate": 2 })
        }
        List::Catch => json!({ "ErrorEquals": [error_name::ALL], "Next": handler(document, place) }),
        List::Choices => {
            let next = targets(document, place, "Next").into_iter().next().unwrap_or_default();
            let own = place.state.and_then(|state| document.machine().get(state));
            let next = own
                .and_then(|own| own.transitions.last())
                .map_or(next, |transition| transition.target.name.to_string());
            if is_jsonata {
                json!({ "Condition": "{% $states.input.value = 1 %}", "Next": next })
            } else {
                json!({ "Variable": "$.value", "IsPresent": true, "Next": next })
            }
        }
        List::Branches => {
            let name = crate::edit::names::unique(document.machine(), StateType::Pass.as_str());
            json!({ "StartAt": name, "States": { name: { "Type": "Pass", "End": true } } })
        }
    }
}

/// Where a new catcher leads: to a Fail state of the scope, or where the state goes anyway.
fn handler(document: &Document, place: &Place) -> String {
    let machine = document.machine();
    let Some(own) = place.state.and_then(|state| machine.get(state)) else { return String::new() };
    let siblings = || machine.scope(own.scope).states.iter().map(|id| machine.state(*id));
    let fails = siblings().find(|state| state.state_type == Some(StateType::Fail)).map(|state| state.name.to_string());
    let next = || own.transitions.last().map(|transition| transition.target.name.to_string());
    fails.or_else(next).or_else(|| siblings().next_back().map(|state| state.name.to_string())).unwrap_or_default()
}
