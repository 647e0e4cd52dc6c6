//! The context object of a request, held against what AWS takes: field by field
//! (developer guide, "Context object"; the words are measured for `Execution.Id`, `Map` and `Task`).

use super::request::Refusal;
use crate::asl::resource::Resource;
use serde_json::Value;

/// What a field of the context object is.
#[derive(Clone, Copy)]
enum Kind {
    Text,
    Number,
    Any,
}

use Kind::{Any, Number, Text};

const OBJECTS: [(&str, &[(&str, Kind)]); 4] = [
    (
        "Execution",
        &[
            ("Id", Text),
            ("Input", Any),
            ("Name", Text),
            ("RoleArn", Text),
            ("StartTime", Text),
            ("RedriveCount", Number),
            ("RedriveTime", Text),
        ],
    ),
    ("State", &[("EnteredTime", Text), ("Name", Text), ("RetryCount", Number)]),
    ("StateMachine", &[("Id", Text), ("Name", Text)]),
    ("Task", &[("Token", Text)]),
];

/// Refuses the first thing that is wrong with a context object for a state that calls `resource`.
pub(super) fn refuse_wrong_context(context: &Value, resource: Option<&Resource>) -> Result<(), Refusal> {
    let refused = |what: String| Err(Refusal::validation(format!("Invalid Context object provided: {what}")));
    let Some(members) = context.as_object() else { return refused("Context must be an object".to_owned()) };
    if members.contains_key("Task") && !resource.is_some_and(Resource::is_job) {
        return refused(
            "Context object contains 'Task' when state is not a Task state with a '.sync' or '.waitForTaskToken' service integration pattern".to_owned(),
        );
    }
    for (name, value) in members {
        let Some((_, fields)) = OBJECTS.iter().find(|(known, _)| known == name) else {
            return refused(format!("'{name}' field is not supported when mocking a Context object"));
        };
        let Some(inner) = value.as_object() else { return refused(format!("{name} must be an object")) };
        for (field, value) in inner {
            match fields.iter().find(|(known, _)| known == field) {
                None => {
                    return refused(format!("'{name}.{field}' field is not supported when mocking a Context object"));
                }
                Some((_, Text)) if !value.is_string() => return refused(format!("{name}.{field} must be a string")),
                Some((_, Number)) if !value.is_number() => return refused(format!("{name}.{field} must be a number")),
                Some(_) => {}
            }
        }
    }
    Ok(())
}
