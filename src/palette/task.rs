//! The Task that an action becomes.

use super::Action;
use super::action::ACTIVITY;
use super::language::{parameters_field, read, read_parameters};
use crate::asl::QueryLanguage;
use crate::asl::resource::Pattern;
use serde_json::{Map, Value, json};

/// The account of AWS's own examples: a definition with it is accepted, and nobody takes it for a real one.
const ACTIVITY_ARN: &str = "arn:aws:states:us-east-1:123456789012:activity:my-activity";

/// How long a job may take, in seconds: an hour, to be changed. Without a limit AWS waits 99999999 seconds (developer guide,
/// "Task workflow state").
const JOB_LIMIT: u32 = 3600;

/// How long an answer may take, and how long a worker may be silent, in seconds.
const ANSWER_LIMIT: u32 = 3600;
const SILENCE_LIMIT: u32 = 600;

/// The state of an action.
pub(super) fn task(action: &Action, pattern: Pattern, language: QueryLanguage) -> Map<String, Value> {
    let is_activity = action.resource == ACTIVITY;
    let resource =
        if is_activity { ACTIVITY_ARN.to_owned() } else { arn(&format!("{}{}", action.resource, pattern.suffix())) };
    let state = task_of(resource, read_parameters(action.parameters_for(pattern), language), language);
    // The worker of an activity answers as the holder of a token does.
    let mut state = limited(state, if is_activity { Pattern::WaitForTaskToken } else { pattern });
    if action.resource == "lambda:invoke" {
        state.extend(read(r#"{"@retry":""}"#, language));
        if pattern == Pattern::RequestResponse {
            state.extend(read(r#"{"@payload":""}"#, language));
        }
    }
    state
}

/// A Task with limits where it waits.
pub(super) fn limited(mut state: Map<String, Value>, pattern: Pattern) -> Map<String, Value> {
    let limits: &[(&str, u32)] = match pattern {
        Pattern::RequestResponse => &[],
        Pattern::Sync | Pattern::Sync2 => &[("TimeoutSeconds", JOB_LIMIT)],
        Pattern::WaitForTaskToken => &[("TimeoutSeconds", ANSWER_LIMIT), ("HeartbeatSeconds", SILENCE_LIMIT)],
    };
    state.extend(limits.iter().map(|(name, seconds)| ((*name).to_owned(), (*seconds).into())));
    state
}

/// A Task without a way out.
pub(super) fn task_of(resource: String, parameters: Value, language: QueryLanguage) -> Map<String, Value> {
    let mut state = Map::new();
    state.insert("Type".into(), "Task".into());
    state.insert("Resource".into(), resource.into());
    state.insert(parameters_field(language).into(), parameters);
    state
}

/// The ARN of what Step Functions integrates.
pub(super) fn arn(resource: &str) -> String {
    format!("arn:aws:states:::{resource}")
}

/// A fragment of one state that ends its scope.
pub(super) fn fragment_of(name: &str, mut state: Map<String, Value>) -> Value {
    state.insert("End".into(), true.into());
    json!({ "StartAt": name, "States": { name: state } })
}

/// The name of an action as AWS's designer has it in the names of states: `SendMessage`.
pub(super) fn pascal_case(action: &str) -> String {
    let mut letters = action.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
