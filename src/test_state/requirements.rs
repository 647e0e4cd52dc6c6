//! What a request must have, and must not have, for the state that it tests
//! (API reference, `TestState`; developer guide, "Testing state machines with TestState").

use super::context_object::refuse_wrong_context;
use super::mock_shape;
use super::request::{Refusal, Request, Validation};
use crate::asl::resource::Resource;
use crate::asl::{Document, StateId, StateType};
use crate::mock::Outcome;
use serde_json::Value;

/// Refuses a request that does not go with its state. `is_answered` says that the service has answered without a mock,
/// for which there was a role.
pub(super) fn refuse_unfit(
    request: &Request,
    document: &Document,
    id: StateId,
    is_answered: bool,
) -> Result<(), Refusal> {
    let state = document.machine().state(id);
    let resource = (state.state_type == Some(StateType::Task)).then(|| {
        let text = document.field(state.node, "Resource").unwrap_or_default();
        Resource::parse(text.as_str().unwrap_or_default())
    });
    let Some(mock) = &request.mock else {
        return refuse_without_mock(request, state.state_type, resource.as_ref(), is_answered);
    };
    if request.reveals_secrets {
        return Err(Refusal::validation("TestState does not support RevealSecrets when a mock is specified."));
    }
    let takes_mocks = matches!(state.state_type, Some(StateType::Task | StateType::Map | StateType::Parallel));
    if !takes_mocks {
        let state_type = state.state_type.map_or("", StateType::as_str);
        return Err(Refusal::validation(format!(
            "State type '{state_type}' is not supported when a mock is specified"
        )));
    }
    if let Some(context) = &request.context {
        refuse_wrong_context(context, resource.as_ref())?;
    }
    let Outcome::Return(result) = mock else { return Ok(()) };
    match (state.state_type, &resource) {
        (Some(StateType::Map), _) => refuse_wrong_map(result, document.field(state.node, "ResultWriter").is_some()),
        (Some(StateType::Parallel), _) => refuse_wrong_branches(result, state.inner.len()),
        (_, Some(resource)) if request.validation != Validation::None => {
            mock_shape::refuse_wrong_fields(resource, result, request.validation == Validation::Strict)
        }
        _ => Ok(()),
    }
}

fn refuse_without_mock(
    request: &Request,
    state_type: Option<StateType>,
    resource: Option<&Resource>,
    is_answered: bool,
) -> Result<(), Refusal> {
    let missing = |what: &str| {
        Err(Refusal::validation(format!("TestState does not support {what} when a mock is not specified.")))
    };
    let unsupported = |message: &str| Err(Refusal { exception: "InvalidDefinition", message: message.to_owned() });
    if request.n_failed.is_some() {
        return missing("MapIterationFailureCount");
    }
    if request.context.is_some() {
        return missing("Context");
    }
    match (state_type, resource) {
        // The list of AWS leaves out no type but the two (measured).
        (Some(StateType::Map | StateType::Parallel), _) => unsupported(
            "TestState API does not support Map or Parallel states. Supported state types include: [Task, Wait, Pass, Succeed, Fail, Choice]",
        ),
        (_, Some(Resource::Activity { .. })) => {
            unsupported("TestState API does not support Activity tasks without a mock.")
        }
        (_, Some(resource)) if resource.is_job() => unsupported(
            "TestState API does not support '.sync' or '.waitForTaskToken' service integration patterns without a mock.",
        ),
        (_, Some(_)) if request.role.is_none() && !is_answered => {
            Err(Refusal::validation("RoleArn must be specified when testing a Task state"))
        }
        _ => Ok(()),
    }
}

fn refuse_wrong_map(result: &Value, is_written: bool) -> Result<(), Refusal> {
    match (is_written, result) {
        (true, Value::Object(_)) | (false, Value::Array(_)) => Ok(()),
        (true, _) => Err(Refusal::validation("Mocked result must be a JSON object.")),
        (false, _) => Err(Refusal::validation("Mocked result must be an array.")),
    }
}

fn refuse_wrong_branches(result: &Value, n_branches: usize) -> Result<(), Refusal> {
    match result {
        Value::Array(results) if results.len() == n_branches => Ok(()),
        Value::Array(_) => Err(Refusal::validation("Mocked result must be an array with one item for each branch.")),
        _ => Err(Refusal::validation("Mocked result must be an array.")),
    }
}
