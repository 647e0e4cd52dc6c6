//! What the `Resource` of a Task names: the service, its action and the integration pattern
//! (developer guide, "Integrating services").

use serde::{Deserialize, Serialize};

/// The partition of an ARN: `aws`, `aws-cn`, `aws-us-gov` and the isolated ones (AWS General Reference, "Amazon Resource
/// Names"). None for what is no ARN of AWS.
pub fn partition(arn: &str) -> Option<&str> {
    let (partition, _) = arn.strip_prefix("arn:")?.split_once(':')?;
    (partition == "aws" || partition.starts_with("aws-")).then_some(partition)
}

/// How a task waits for its service.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Pattern {
    /// Goes on with the service's response.
    RequestResponse,
    /// Waits until the job is done (`.sync`).
    Sync,
    /// The same, with the output as JSON (`.sync:2`).
    Sync2,
    /// Waits until someone sends the task token back (`.waitForTaskToken`).
    WaitForTaskToken,
}

impl Pattern {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::RequestResponse, Self::Sync, Self::Sync2, Self::WaitForTaskToken];

    /// What stands for it at the end of a `Resource`.
    pub fn suffix(self) -> &'static str {
        match self {
            Self::RequestResponse => "",
            Self::Sync => ".sync",
            Self::Sync2 => ".sync:2",
            Self::WaitForTaskToken => ".waitForTaskToken",
        }
    }
}

/// What a `Resource` names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resource {
    /// A Lambda function by its ARN.
    LambdaFunction {
        /// The function's name.
        function: String,
    },
    /// An activity by its ARN.
    Activity {
        /// The activity's name.
        name: String,
    },
    /// `arn:aws:states:::service:action`, optimized or of the AWS SDK (`aws-sdk:service`).
    Service {
        /// `dynamodb`, or `aws-sdk:dynamodb`.
        service: String,
        /// `getItem`.
        action: String,
        /// How it waits.
        pattern: Pattern,
    },
    /// Something else: a placeholder such as `${Function}`, or a text that AWS would refuse.
    Other,
}

impl Resource {
    /// Reads the text of a `Resource` field.
    pub fn parse(text: &str) -> Self {
        let parts: Vec<&str> = text.split(':').collect();
        match &parts[..] {
            ["arn", _, "lambda", _, _, "function", function, ..] => {
                Self::LambdaFunction { function: (*function).to_owned() }
            }
            ["arn", _, "states", region, _, "activity", name] if !region.is_empty() => {
                Self::Activity { name: (*name).to_owned() }
            }
            ["arn", _, "states", "", "", rest @ ..] if rest.len() >= 2 => {
                let n_service = if rest[0] == "aws-sdk" { 2 } else { 1 };
                let service = rest[..n_service.min(rest.len() - 1)].join(":");
                let call = rest[n_service.min(rest.len() - 1)..].join(":");
                let (action, pattern) = if let Some(action) = call.strip_suffix(".sync:2") {
                    (action, Pattern::Sync2)
                } else if let Some(action) = call.strip_suffix(".sync") {
                    (action, Pattern::Sync)
                } else if let Some(action) = call.strip_suffix(".waitForTaskToken") {
                    (action, Pattern::WaitForTaskToken)
                } else {
                    (call.as_str(), Pattern::RequestResponse)
                };
                Self::Service { service, action: action.to_owned(), pattern }
            }
            _ => Self::Other,
        }
    }

    /// Whether the task goes on after the service's first response: `.sync` or `.waitForTaskToken`.
    pub fn is_job(&self) -> bool {
        matches!(self, Self::Service { pattern, .. } if *pattern != Pattern::RequestResponse)
    }

    /// Whether the task goes on when its task token is sent back.
    pub fn waits_for_token(&self) -> bool {
        matches!(self, Self::Activity { .. } | Self::Service { pattern: Pattern::WaitForTaskToken, .. })
    }

    /// Whether whoever does the work gets a task token. A job has one, too: it can be ended early with it
    /// (measured; localstack/localstack pull request 11197).
    pub fn has_task_token(&self) -> bool {
        matches!(self, Self::Activity { .. }) || self.is_job()
    }

    /// What history events call the service and the call, as `("sqs", "sendMessage.waitForTaskToken")`.
    pub fn event_names(&self, text: &str) -> (String, String) {
        let Self::Service { service, .. } = self else { return (String::new(), text.to_owned()) };
        let start = format!(":{service}:");
        let call = text.rfind(&start).map_or(text, |index| &text[index + start.len()..]);
        (service.clone(), call.to_owned())
    }

    /// A few words for a graph: `Lambda my-function`, `sqs sendMessage`.
    pub fn summary(&self) -> Option<String> {
        match self {
            Self::LambdaFunction { function } => Some(format!("Lambda · {function}")),
            Self::Activity { name } => Some(format!("Activity · {name}")),
            Self::Service { service, action, .. } => {
                Some(format!("{} · {action}", service.strip_prefix("aws-sdk:").unwrap_or(service)))
            }
            Self::Other => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_kind() {
        let service = |service: &str, action: &str, pattern| Resource::Service {
            service: service.into(),
            action: action.into(),
            pattern,
        };
        let cases = [
            ("arn:aws:lambda:us-east-1:1:function:f:PROD", Resource::LambdaFunction { function: "f".into() }),
            ("arn:aws:states:us-east-1:1:activity:a", Resource::Activity { name: "a".into() }),
            ("arn:aws:states:::lambda:invoke", service("lambda", "invoke", Pattern::RequestResponse)),
            (
                "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
                service("sqs", "sendMessage", Pattern::WaitForTaskToken),
            ),
            ("arn:aws:states:::states:startExecution.sync:2", service("states", "startExecution", Pattern::Sync2)),
            ("arn:aws:states:::aws-sdk:s3:getObject", service("aws-sdk:s3", "getObject", Pattern::RequestResponse)),
            ("${Function}", Resource::Other),
            ("", Resource::Other),
            ("arn:aws:states:::aws-sdk", Resource::Other),
        ];
        for (text, expected) in cases {
            assert_eq!(Resource::parse(text), expected, "{text}");
        }
        let job = Resource::parse("arn:aws:states:::batch:submitJob.sync");
        assert!(job.has_task_token() && !job.waits_for_token());
        let text = "arn:aws:states:::sqs:sendMessage.waitForTaskToken";
        assert_eq!(Resource::parse(text).event_names(text), ("sqs".into(), "sendMessage.waitForTaskToken".into()));
        let text = "arn:aws:states:::states:startExecution.sync:2";
        assert_eq!(Resource::parse(text).event_names(text), ("states".into(), "startExecution.sync:2".into()));
    }
}
