//! A Lambda task that does not try again: the retrier that AWS recommends (developer guide, "Best practices for Step
//! Functions", "Handle transient Lambda service exceptions"). It repeats calls, so not without asking.

use super::place::{pointer, state};
use super::{Fix, FixTitle};
use crate::asl::Document;
use crate::check::Diagnostic;
use crate::edit::commands::{InsertItem, SetField};
use crate::edit::{Command, FieldValue};
use crate::text::json::NodeKind;
use serde_json::json;

pub(super) fn fixes(document: &Document, diagnostic: &Diagnostic) -> Vec<Fix> {
    let Some((_, state)) = state(document, diagnostic) else { return Vec::new() };
    let tree = document.tree();
    let retrier = json!({
        "ErrorEquals": [
            "Lambda.ClientExecutionTimeoutException",
            "Lambda.ServiceException",
            "Lambda.AWSLambdaException",
            "Lambda.SdkClientException",
            "Lambda.TooManyRequestsException"
        ],
        "IntervalSeconds": 2,
        "MaxAttempts": 6,
        "BackoffRate": 2
    });
    let object = pointer(document, state.node);
    let command = match tree.get(state.node, "Retry") {
        None => Command::from(SetField {
            object,
            field: "Retry".to_owned(),
            value: Some(FieldValue::Value(json!([retrier]))),
        }),
        // Before the others: one for `States.ALL` among them has to stay last.
        Some(list) if matches!(tree.kind(list), NodeKind::Array(_)) => {
            Command::from(InsertItem { list: object.join("Retry"), index: 0, value: retrier })
        }
        Some(_) => return Vec::new(),
    };
    vec![Fix { title: FixTitle::AddLambdaRetrier, command, is_safe: false }]
}
