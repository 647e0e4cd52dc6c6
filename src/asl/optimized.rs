//! The optimized integrations: the services that a `Resource` names without `aws-sdk`, with their actions and patterns
//! (developer guide, "Integrating optimized services"; the patterns confirmed with `ValidateStateMachineDefinition` in
//! September 2026).

use super::resource::Pattern;

/// The integration of one service.
#[derive(Debug)]
pub struct Integration {
    service: &'static str,
    /// Actions that start a job, for which a Task may wait (`.sync`).
    jobs: &'static [&'static str],
    /// All others.
    calls: &'static [&'static str],
    /// Whether the service hands out task tokens (`.waitForTaskToken`).
    takes_token: bool,
}

impl Integration {
    const fn new(
        service: &'static str,
        jobs: &'static [&'static str],
        calls: &'static [&'static str],
        takes_token: bool,
    ) -> Self {
        Self { service, jobs, calls, takes_token }
    }

    /// The integration of a service as a `Resource` names it, if there is one. All services of the AWS SDK share one.
    pub fn of(service: &str) -> Option<&'static Self> {
        match service.strip_prefix("aws-sdk:") {
            Some(_) => Some(&SDK),
            None => OPTIMIZED.iter().find(|integration| integration.service == service),
        }
    }

    /// All optimized integrations with the names that they have in a `Resource`.
    pub fn optimized() -> impl Iterator<Item = (&'static str, &'static Self)> {
        OPTIMIZED.iter().map(|integration| (integration.service, integration))
    }

    /// The names of its actions.
    pub fn actions(&self) -> impl Iterator<Item = &'static str> {
        self.jobs.iter().chain(self.calls).copied()
    }

    /// The patterns with which an action can be called.
    pub fn patterns(&self, action: &str) -> Vec<Pattern> {
        Pattern::ALL.into_iter().filter(|pattern| self.has(action, *pattern)).collect()
    }

    /// Whether an action can be called with a pattern.
    pub fn has(&self, action: &str, pattern: Pattern) -> bool {
        let is_job = self.jobs.contains(&action);
        let is_known = is_job || self.calls.contains(&action) || self.service == SDK.service;
        match pattern {
            Pattern::RequestResponse => is_known,
            Pattern::Sync => is_job,
            Pattern::Sync2 => is_job && self.service == "states",
            Pattern::WaitForTaskToken => is_known && self.takes_token,
        }
    }
}

/// Any action of any service: which there are is known to `services`.
static SDK: Integration = Integration::new("aws-sdk", &[], &[], true);

static OPTIMIZED: [Integration; 21] = [
    Integration::new("apigateway", &[], &["invoke"], true),
    Integration::new(
        "athena",
        &["startQueryExecution"],
        &["stopQueryExecution", "getQueryExecution", "getQueryResults"],
        false,
    ),
    Integration::new("batch", &["submitJob"], &[], false),
    Integration::new("bedrock", &["createModelCustomizationJob"], &["invokeModel"], true),
    Integration::new(
        "codebuild",
        &["startBuild", "startBuildBatch", "retryBuildBatch"],
        &["stopBuild", "batchDeleteBuilds", "batchGetReports", "stopBuildBatch", "deleteBuildBatch"],
        false,
    ),
    Integration::new("databrew", &["startJobRun"], &[], false),
    Integration::new("dynamodb", &[], &["getItem", "putItem", "updateItem", "deleteItem"], false),
    Integration::new("ecs", &["runTask"], &[], true),
    Integration::new(
        "eks",
        &[
            "createCluster",
            "deleteCluster",
            "createNodegroup",
            "deleteNodegroup",
            "createFargateProfile",
            "deleteFargateProfile",
            "runJob",
        ],
        &["call"],
        true,
    ),
    Integration::new(
        "elasticmapreduce",
        &["createCluster", "terminateCluster", "addStep"],
        &["setClusterTerminationProtection", "cancelStep", "modifyInstanceFleetByName", "modifyInstanceGroupByName"],
        false,
    ),
    Integration::new("emr-containers", &["deleteVirtualCluster", "startJobRun"], &["createVirtualCluster"], false),
    Integration::new(
        "emr-serverless",
        &[
            "createApplication",
            "startApplication",
            "stopApplication",
            "deleteApplication",
            "startJobRun",
            "cancelJobRun",
        ],
        &[],
        false,
    ),
    Integration::new("events", &[], &["putEvents"], true),
    Integration::new("glue", &["startJobRun"], &[], false),
    Integration::new("http", &[], &["invoke"], false),
    Integration::new("lambda", &[], &["invoke"], true),
    Integration::new("mediaconvert", &["createJob"], &[], false),
    Integration::new(
        "sagemaker",
        &[
            "createHyperParameterTuningJob",
            "createLabelingJob",
            "createProcessingJob",
            "createTrainingJob",
            "createTransformJob",
        ],
        &["createEndpoint", "createEndpointConfig", "createModel", "updateEndpoint"],
        false,
    ),
    Integration::new("sns", &[], &["publish"], true),
    Integration::new("sqs", &[], &["sendMessage"], true),
    Integration::new("states", &["startExecution"], &[], true),
];

#[cfg(test)]
mod tests {
    use super::super::resource::Resource;
    use super::*;

    fn is_known(call: &str) -> bool {
        let Resource::Service { service, action, pattern } = Resource::parse(&format!("arn:aws:states:::{call}"))
        else {
            return false;
        };
        Integration::of(&service).is_some_and(|integration| integration.has(&action, pattern))
    }

    #[test]
    fn services_have_their_actions_and_patterns() {
        for call in [
            "lambda:invoke.waitForTaskToken",
            "dynamodb:putItem",
            "states:startExecution.sync:2",
            "batch:submitJob.sync",
            "bedrock:invokeModel",
            "aws-sdk:dynamodb:query",
            "aws-sdk:s3:getObject.waitForTaskToken",
        ] {
            assert!(is_known(call), "{call}");
        }
        for call in [
            "dynamodb:query",
            "s3:getObject",
            "ecs:RunTask",
            "batch:submitJob.sync:2",
            "states:startExecution.sync:3",
            "http:invoke.waitForTaskToken",
            "bedrock:invokeModel.sync",
            "aws-sdk:s3:getObject.sync",
            "foo:bar",
        ] {
            assert!(!is_known(call), "{call}");
        }
    }
}
