//! The action of a service's API that a `Resource` calls.

use super::model::{Field, Service, Shape, ShapeId};
use super::{Services, model::Action};
use crate::asl::optimized::Integration;
use crate::asl::resource::{Pattern, Resource};
use std::sync::Arc;

/// Optimized integrations whose service has another name in the SDK.
const RENAMED: [(&str, &str); 5] = [
    ("elasticmapreduce", "emr"),
    ("emr-containers", "emrcontainers"),
    ("emr-serverless", "emrserverless"),
    ("events", "eventbridge"),
    ("states", "sfn"),
];

/// Service and action.
type Name = (&'static str, &'static str);

/// Optimized actions that are no action of an API by this name: with that which they come to, or none where they have
/// parameters of their own (developer guide, "Integrating optimized services").
const SPECIAL: [(Name, Option<Name>); 12] = [
    (("apigateway", "invoke"), None),
    (("bedrock", "invokeModel"), Some(("bedrockruntime", "invokeModel"))),
    (("eks", "call"), None),
    (("eks", "runJob"), None),
    (("elasticmapreduce", "createCluster"), Some(("emr", "runJobFlow"))),
    (("elasticmapreduce", "terminateCluster"), None),
    (("elasticmapreduce", "addStep"), None),
    (("elasticmapreduce", "cancelStep"), None),
    (("elasticmapreduce", "setClusterTerminationProtection"), None),
    (("elasticmapreduce", "modifyInstanceFleetByName"), None),
    (("elasticmapreduce", "modifyInstanceGroupByName"), None),
    (("http", "invoke"), None),
];

/// Where the model of what a resource calls stands in the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model<'a> {
    /// The service, as the SDK names it.
    pub service: &'a str,
    /// The action.
    pub action: &'a str,
    /// The optimized integration through which it is called, as `("lambda", "invoke")`.
    optimized: Option<(String, String)>,
}

impl<'a> Model<'a> {
    /// The model of what a resource calls. None for what is no integration, and for integrations with parameters of their
    /// own, of which there is no model.
    pub fn of(resource: &'a Resource) -> Option<Self> {
        let Resource::Service { service, action, .. } = resource else { return None };
        if let Some(service) = service.strip_prefix("aws-sdk:") {
            return Some(Self { service, action, optimized: None });
        }
        if !Integration::of(service)?.has(action, Pattern::RequestResponse) {
            return None;
        }
        let optimized = Some((service.clone(), action.clone()));
        let special = SPECIAL.iter().find(|(name, _)| *name == (service.as_str(), action.as_str()));
        let (service, action) = match special {
            Some((_, special)) => (*special)?,
            None => {
                (RENAMED.iter().find(|(of, _)| of == service).map_or(service.as_str(), |(_, to)| to), action.as_str())
            }
        };
        Some(Self { service, action, optimized })
    }
}

/// An action with the model of its service.
#[derive(Clone, Debug)]
pub struct Api {
    /// The service.
    pub service: Arc<Service>,
    /// The action.
    pub action: Action,
    /// The optimized integration through which it is called, as `("lambda", "invoke")`.
    optimized: Option<(String, String)>,
}

impl Api {
    /// The action that a resource calls. None where the table does not say.
    pub fn of(services: &Services, resource: &Resource) -> Option<Self> {
        let Model { service, action, optimized } = Model::of(resource)?;
        let service = services.service(service)?;
        let action = service.action(action)?.clone();
        Some(Self { service, action, optimized })
    }

    /// Whether it is called through an optimized integration, which takes JSON where the API takes text or bytes.
    pub fn is_optimized(&self) -> bool {
        self.optimized.is_some()
    }

    /// What an action takes at its top.
    pub fn parameters(&self) -> &[Field] {
        self.action.input.map_or(&[], |input| self.service.fields(input))
    }

    /// Names that the integration takes at its top, and the API does not.
    pub fn own_parameters(&self) -> &'static [&'static str] {
        match self.optimized_name() {
            // The body in S3 (developer guide, "Invoke and customize Amazon Bedrock models").
            Some(("bedrock", "invokeModel")) => &["Input", "Output"],
            // Where a Lambda function of another Region stands in for the service.
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
            ("aws-sdk:s3:getObject", vec!["Bucket", "Key"]),
            ("aws-sdk:rds:startDBInstance", vec!["DbInstanceIdentifier"]),
        ] {
            let names: Vec<String> = names.into_iter().map(str::to_owned).collect();
            assert_eq!(required(call), Some(names), "{call}");
        }
        for call in ["http:invoke", "eks:runJob", "aws-sdk:tea:brew", "aws-sdk:s3:brew"] {
            assert_eq!(required(call), None, "{call}");
        }
    }
}
