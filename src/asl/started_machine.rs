//! Which machine a Task starts, where its definition says so in so many words.

use super::resource::Resource;
use super::{Document, QueryLanguage, StateId};

/// The name of the machine that a `states:startExecution` state starts; none where the state starts none, or an expression
/// says which.
pub fn started_machine(document: &Document, state: StateId) -> Option<String> {
    let own = document.machine().get(state)?;
    let resource = document.field(own.node, "Resource")?;
    let Resource::Service { service, action, .. } = Resource::parse(resource.as_str()?) else { return None };
    let starts = match service.as_str() {
        "states" => action == "startExecution",
        "aws-sdk:sfn" => matches!(action.as_str(), "startExecution" | "startSyncExecution"),
        _ => false,
    };
    let field = match own.query_language {
        QueryLanguage::JSONPath => "Parameters",
        QueryLanguage::JSONata => "Arguments",
    };
    let parameters = document.field(own.node, field).filter(|_| starts)?;
    let arn = parameters.get("StateMachineArn")?.as_str()?;
    let name = arn.rsplit(':').next()?;
    let is_written_out = !name.is_empty() && !arn.starts_with("{%") && !name.contains("${");
    is_written_out.then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_written_out_arn_names_the_machine() {
        let started = |resource: &str, arn: &str| {
            let text = format!(
                r#"{{"StartAt": "A", "States": {{"A": {{"Type": "Task", "Resource": "{resource}",
                    "Parameters": {{"StateMachineArn": "{arn}"}}, "End": true}}}}}}"#
            );
            started_machine(&Document::new(text), StateId(0))
        };
        let arn = "arn:aws:states:us-east-1:123456789012:stateMachine:Child";
        assert_eq!(started("arn:aws:states:::states:startExecution.sync:2", arn).as_deref(), Some("Child"));
        assert_eq!(started("arn:aws:states:::aws-sdk:sfn:startExecution", arn).as_deref(), Some("Child"));
        assert_eq!(started("arn:aws:states:::states:startExecution", "${ChildArn}"), None);
        assert_eq!(started("arn:aws:states:::lambda:invoke", arn), None);
    }
}
