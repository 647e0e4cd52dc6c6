//! The action of a service's API that a `Resource` calls.

use super::Services;
use super::fault::Place;
use super::model::{Action, Field, Service, Shape, ShapeId};
use super::special::{Special, UNANSWERED, composed, inside, own_actions, special};
use crate::asl::optimized::Integration;
use crate::asl::resource::Resource;
use std::sync::Arc;

/// Optimized integrations whose service has another name in the SDK.
const RENAMED: [(&str, &str); 5] = [
    ("elasticmapreduce", "emr"),
    ("emr-containers", "emrcontainers"),
    ("emr-serverless", "emrserverless"),
    ("events", "eventbridge"),
    ("states", "sfn"),
];

/// An action with the model of its service.
#[derive(Clone, Debug)]
pub struct Api {
    /// The service.
    pub service: Arc<Service>,
    /// The action.
    pub action: Action,
    /// The optimized integration through which it is called, as `("lambda", "invoke")`.
    optimized: Option<(String, String)>,
    /// What it takes, where that is not what the action of the API takes.
    composed: Option<Vec<Field>>,
}

/// The service of the table whose model says what a resource takes and answers. None for what is no service of AWS.
pub fn model_of(resource: &Resource) -> Option<&str> {
    let Resource::Service { service, action, .. } = resource else { return None };
    match (service.strip_prefix("aws-sdk:"), special(service, action)) {
        (Some(name), _) => Some(name),
        (None, Some(Special::Own)) => None,
        (None, Some(Special::Composed(name, _) | Special::Renamed((name, _)))) => Some(name),
        (None, None) => Some(sdk_name(service)),
    }
}

/// Whether the model of what a resource calls is still to come: what is said of it now is not the last word.
pub fn is_loading(services: &Services, resource: &Resource) -> bool {
    model_of(resource).is_some_and(|name| !services.is_read(name))
}

/// What the SDK calls the service of an optimized integration.
fn sdk_name(service: &str) -> &str {
    RENAMED.iter().find(|(of, _)| *of == service).map_or(service, |(_, to)| to)
}

impl Api {
    /// The action that a resource calls. None where the table does not say.
    pub fn of(services: &Services, resource: &Resource) -> Option<Self> {
        let Resource::Service { service, action, pattern } = resource else { return None };
        if let Some(name) = service.strip_prefix("aws-sdk:") {
            let model = services.service(name)?;
            let action = model.action(action)?.clone();
            return Some(Self { service: model, action, optimized: None, composed: None });
        }
        if !Integration::of(service)?.has(action, *pattern) {
            return None;
        }
        let optimized = Some((service.clone(), action.clone()));
        match special(service, action) {
            Some(Special::Own) => {
                let service_of_own = own_actions()?;
                let action = service_of_own.action(&format!("{service}:{action}"))?.clone();
                Some(Self { service: service_of_own, action, optimized, composed: None })
            }
            Some(Special::Composed(name, parts)) => {
                let service = services.service(name)?;
                let composed = Some(composed(&service, parts)?);
                Some(Self { service, action: UNANSWERED, optimized, composed })
            }
            Some(Special::Renamed((name, called))) => {
                let service = services.service(name)?;
                // What it answers has other names.
                let action = Action { output: None, ..service.action(called)?.clone() };
                Some(Self { service, action, optimized, composed: None })
            }
            None => {
                let service = services.service(sdk_name(service))?;
                let action = service.action(action)?.clone();
                Some(Self { service, action, optimized, composed: None })
            }
        }
    }

    /// Whether it is called through an optimized integration, which takes JSON where the API takes text or bytes.
    pub fn is_optimized(&self) -> bool {
        self.optimized.is_some()
    }

    /// Whether its parameters are no API's but those that the developer guide describes.
    pub fn has_own_parameters(&self) -> bool {
        self.optimized_name().is_some_and(|(service, action)| matches!(special(service, action), Some(Special::Own)))
    }

    /// What an action takes at its top.
    pub fn parameters(&self) -> &[Field] {
        match &self.composed {
            Some(composed) => composed,
            None => self.action.input.map_or(&[], |input| self.service.fields(input)),
        }
    }

    /// The shape of a parameter, of what is in it, and so on. None where the model does not say.
    pub fn shape_at(&self, places: &[Place]) -> Option<&Shape> {
        let mut fields = self.parameters();
        let mut shape: Option<&Shape> = None;
        for place in places {
            let id = match (place, shape) {
                (Place::Member(_), Some(Shape::Map(of))) | (Place::Item(_), Some(Shape::List(of))) => *of,
                (Place::Member(name), None | Some(Shape::Structure { .. })) => {
                    fields.iter().find(|field| field.is_called(name, self.is_optimized()))?.shape
                }
                _ => return None,
            };
            shape = Some(self.service.shape(id));
            fields = self.service.fields(id);
        }
        shape
    }

    /// What another action of the same service answers, or what a field of its answer holds (the items, where that is a
    /// list); all of it where the field is empty.
    pub fn answer_of(&self, action: &str, field: &str) -> Option<ShapeId> {
        let output = self.service.action(action)?.output?;
        if field.is_empty() { Some(output) } else { inside(&self.service, output, field) }
    }

    /// Whether JSON may stand in the place of the text or the bytes that a parameter takes: Step Functions then sends it as
    /// text. The optimized integrations say so for payloads and messages; elsewhere, texts that are JSON by their nature
    /// take it (published AWS samples do so).
    pub fn takes_json(&self, name: &str, shape: ShapeId) -> bool {
        match self.service.shape(shape) {
            Shape::Text { .. } => {
                matches!(name, "Input" | "Output" | "Detail" | "Message" | "MessageBody" | "Body" | "Definition")
                    || name.ends_with("Policy")
                    || name.ends_with("Document")
            }
            Shape::Bytes { .. } => self.is_optimized(),
            _ => false,
        }
    }

    /// Names that the integration takes at its top, and the API does not.
    pub fn own_parameters(&self) -> &'static [&'static str] {
        match self.optimized_name() {
            // The body in S3 (developer guide, "Invoke and customize Amazon Bedrock models").
            Some(("bedrock", "invokeModel")) => &["Input", "Output"],
            _ => &[],
        }
    }

    /// The names at the top that AWS asks for when a state machine is created.
    pub fn required(&self) -> Vec<&str> {
        match self.optimized_name() {
            // Measured with `ValidateStateMachineDefinition` in September 2026.
            Some(("sns", "publish")) => vec!["Message"],
            Some(("bedrock", "invokeModel")) => vec!["ModelId"],
            // Its parameters are those of a job flow, of which the integration fills in some.
            Some(("elasticmapreduce", "createCluster")) => vec!["Name", "Instances"],
            _ => self.parameters().iter().filter(|field| field.is_required).map(|field| field.name.as_str()).collect(),
        }
    }

    /// Whether names inside the parameters may begin with a small letter, as the API has them: the developer guide does so
    /// for AWS Batch ("Passing parameters to a service API", "Pass static JSON as parameters").
    pub fn takes_camel_case(&self) -> bool {
        matches!(self.optimized_name(), Some(("batch", _)))
    }

    /// What it answers.
    pub fn output(&self) -> Option<ShapeId> {
        self.action.output
    }

    fn optimized_name(&self) -> Option<(&str, &str)> {
        self.optimized.as_ref().map(|(service, action)| (service.as_str(), action.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn required(call: &str) -> Option<Vec<String>> {
        let resource = Resource::parse(&format!("arn:aws:states:::{call}"));
        let api = Api::of(&Services::bundled(), &resource)?;
        Some(api.required().into_iter().map(str::to_owned).collect())
    }

    #[test]
    fn finds_the_action_behind_a_resource() {
        for (call, names) in [
            ("lambda:invoke", vec!["FunctionName"]),
            ("sqs:sendMessage", vec!["QueueUrl", "MessageBody"]),
            ("sns:publish", vec!["Message"]),
            ("dynamodb:putItem", vec!["TableName", "Item"]),
            ("states:startExecution.sync:2", vec!["StateMachineArn"]),
            ("events:putEvents", vec!["Entries"]),
            ("ecs:runTask.sync", vec!["TaskDefinition"]),
            ("glue:startJobRun", vec!["JobName"]),
            ("bedrock:invokeModel", vec!["ModelId"]),
            ("elasticmapreduce:addStep.sync", vec!["ClusterId", "Step"]),
            ("http:invoke", vec!["ApiEndpoint", "Method", "Authentication"]),
            ("eks:runJob.sync", vec!["ClusterName", "CertificateAuthority", "Endpoint", "Job"]),
            ("aws-sdk:s3:getObject", vec!["Bucket", "Key"]),
            ("aws-sdk:rds:startDBInstance", vec!["DbInstanceIdentifier"]),
        ] {
            let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
            assert_eq!(required(call), Some(names), "{call}");
        }
        for call in ["aws-sdk:tea:brew", "aws-sdk:s3:brew", "dynamodb:query"] {
            assert_eq!(required(call), None, "{call}");
        }
    }

    #[test]
    fn the_model_that_a_call_needs_has_the_name_of_the_sdk() {
        for (call, model) in [
            ("aws-sdk:sqs:sendMessage.waitForTaskToken", Some("sqs")),
            ("elasticmapreduce:addStep.sync", Some("emr")),
            ("states:startExecution.sync:2", Some("sfn")),
            ("bedrock:invokeModel", Some("bedrockruntime")),
            ("http:invoke", None),
        ] {
            assert_eq!(model_of(&Resource::parse(&format!("arn:aws:states:::{call}"))), model, "{call}");
        }
        assert_eq!(model_of(&Resource::Other), None);
    }
}
