//! Services by their names in a `Resource`.

use super::Service;
use super::actions;
use crate::services::named;

/// The service that a resource names: `sqs`, `aws-sdk:sqs`; none for one without an action in the palette.
pub fn service_named(name: &str) -> Option<&'static Service> {
    let wanted = plain(name);
    actions::all().find(|action| plain(action.service_in_resource()) == wanted).map(|action| action.service)
}

/// The same name for the optimized integration of a service and for its AWS SDK: `events` and `eventbridge` are one.
fn plain(name: &str) -> String {
    let name = name.strip_prefix("aws-sdk:").unwrap_or(name).replace('-', "");
    named(&name).map_or(name, str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_integrations_of_a_service_lead_to_it() {
        for (name, found) in [
            ("lambda", "AWS Lambda"),
            ("aws-sdk:lambda", "AWS Lambda"),
            ("events", "Amazon EventBridge"),
            ("aws-sdk:eventbridge", "Amazon EventBridge"),
            ("aws-sdk:sfn", "AWS Step Functions"),
            ("emr-serverless", "Amazon EMR Serverless"),
            ("aws-sdk:emrserverless", "Amazon EMR Serverless"),
            ("aws-sdk:emr", "Amazon EMR"),
            ("bedrockruntime", "Amazon Bedrock"),
            ("http", "HTTP endpoint"),
        ] {
            assert_eq!(service_named(name).map(|service| service.name), Some(found), "{name}");
        }
        assert_eq!(service_named("nothing"), None);
    }
}
