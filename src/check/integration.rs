//! Whether an integration that a `Resource` names exists, and which one is meant where it does not.

use super::similar::most_similar;
use crate::asl::optimized::Integration;
use crate::asl::resource::Pattern;
use crate::services::{Services, Standing, is_unsupported, listed, named, standing};

/// What is known of an integration.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Nothing speaks against it.
    Right,
    /// There is none: with what is meant, as `aws-sdk:s3:getObject`.
    Wrong(Option<String>),
    /// AWS has ended the service.
    Ended,
    /// There is an API of this name, of which it is not known whether Step Functions calls it.
    Unlisted,
    /// The table has no such service or action, and nothing like it: it may be newer.
    Newer,
}

/// Judges the service, action and pattern of `arn:aws:states:::…`.
pub(super) fn verdict(services: &Services, service: &str, action: &str, pattern: Pattern) -> Verdict {
    match (service.strip_prefix("aws-sdk:"), Integration::of(service)) {
        (Some(_), Some(known)) if !known.has(action, pattern) => Verdict::Wrong(Some(format!("{service}:{action}"))),
        (Some(name), _) => of_sdk(services, name, action),
        (None, Some(known)) if known.has(action, pattern) => Verdict::Right,
        (None, known) => Verdict::Wrong(meant(services, known, service, action, pattern)),
    }
}

fn of_sdk(services: &Services, service: &str, action: &str) -> Verdict {
    match standing(service) {
        Standing::Ended => return Verdict::Ended,
        Standing::LeftOut => return Verdict::Wrong(None),
        Standing::Listed => {}
        Standing::Unlisted if services.has(service) => return Verdict::Unlisted,
        // Without a table, a name that is not on the list may be any.
        Standing::Unlisted if services.date().is_none() => return Verdict::Right,
        Standing::Unlisted => {
            let plain = plain(service);
            let meant = named(&plain).map(str::to_owned).or_else(|| near(&plain, listed()));
            return match meant {
                Some(meant) => {
                    let action = services.service(&meant).and_then(|model| near(action, model.actions()));
                    Verdict::Wrong(action.map(|action| format!("aws-sdk:{meant}:{action}")))
                }
                None if plain == service => Verdict::Newer,
                None => Verdict::Wrong(None),
            };
        }
    }
    if is_unsupported(service, action) {
        return Verdict::Wrong(None);
    }
    let Some(model) = services.service(service) else { return Verdict::Right };
    match model.action(action) {
        // Step Functions has no answer to a stream of events.
        Some(found) if found.streams_events => Verdict::Wrong(None),
        Some(_) => Verdict::Right,
        None => match near(action, model.actions()) {
            Some(meant) => Verdict::Wrong(Some(format!("aws-sdk:{service}:{meant}"))),
            None => Verdict::Newer,
        },
    }
}

/// What is meant by a call of an optimized integration that there is not.
fn meant(
    services: &Services,
    known: Option<&Integration>,
    service: &str,
    action: &str,
    pattern: Pattern,
) -> Option<String> {
    let bare = action.split('.').next().unwrap_or_default();
    let Some(known) = known else {
        let plain = plain(service);
        if let Some(of_case) = Integration::of(&plain).filter(|_| plain != service) {
            return meant(services, Some(of_case), &plain, action, pattern);
        }
        let name = named(&plain)?;
        let action = near(bare, services.service(name)?.actions())?;
        return Some(format!("aws-sdk:{name}:{action}"));
    };
    if known.has(bare, Pattern::RequestResponse) {
        let ending = match action.contains(".sync") {
            true if known.has(bare, Pattern::Sync2) => ".sync:2",
            true if known.has(bare, Pattern::Sync) => ".sync",
            _ => "",
        };
        return Some(format!("{service}:{bare}{ending}"));
    }
    let sdk_action = || {
        let name = named(service)?;
        services.service(name)?.action(bare).map(|_| format!("aws-sdk:{name}:{bare}"))
    };
    let own_action = || {
        let begins = known.actions().find(|own| bare.starts_with(own));
        let own = begins.map(str::to_owned).or_else(|| near(bare, known.actions()))?;
        let ending = match pattern {
            Pattern::Sync if known.has(&own, pattern) => ".sync",
            Pattern::Sync2 if known.has(&own, pattern) => ".sync:2",
            Pattern::WaitForTaskToken if known.has(&own, pattern) => ".waitForTaskToken",
            _ => "",
        };
        Some(format!("{service}:{own}{ending}"))
    };
    sdk_action().or_else(own_action)
}

/// The letters and digits of a name, in lower case.
fn plain(name: &str) -> String {
    name.chars().filter(char::is_ascii_alphanumeric).map(|letter| letter.to_ascii_lowercase()).collect()
}

/// The candidate that is meant by a name. One that differs in its digits alone is another version, not a slip.
fn near<'a>(name: &str, candidates: impl Iterator<Item = &'a str>) -> Option<String> {
    let letters = |name: &str| name.chars().filter(|sign| !sign.is_ascii_digit()).collect::<String>().to_lowercase();
    let found = most_similar(name, candidates)?;
    let is_other_version = letters(&found) == letters(name) && !found.eq_ignore_ascii_case(name);
    (!is_other_version).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asl::resource::Resource;

    fn of(call: &str) -> Verdict {
        let Resource::Service { service, action, pattern } = Resource::parse(&format!("arn:aws:states:::{call}"))
        else {
            panic!("{call}");
        };
        verdict(&Services::bundled(), &service, &action, pattern)
    }

    #[test]
    fn tells_what_is_meant() {
        for (call, meant) in [
            ("dynamodb:query", Some("aws-sdk:dynamodb:query")),
            ("s3:getObject", Some("aws-sdk:s3:getObject")),
            ("S3:getObject", Some("aws-sdk:s3:getObject")),
            ("Lambda:invoke", Some("lambda:invoke")),
            ("lambda:invokeFunction", Some("lambda:invoke")),
            ("ecs:RunTask.sync", Some("ecs:runTask.sync")),
            ("batch:submitjob", Some("batch:submitJob")),
            ("events:putEvent", Some("events:putEvents")),
            ("states:startExecution.sync:3", Some("states:startExecution.sync:2")),
            ("http:invoke.waitForTaskToken", Some("http:invoke")),
            ("sagemaker:createEndpoint.sync", Some("sagemaker:createEndpoint")),
            ("ses:sendEmail", Some("aws-sdk:ses:sendEmail")),
            ("glue:startCrawler", Some("aws-sdk:glue:startCrawler")),
            ("foo:bar", None),
            ("aws-sdk:s3:GetObject", Some("aws-sdk:s3:getObject")),
            ("aws-sdk:S3:getObject", Some("aws-sdk:s3:getObject")),
            ("aws-sdk:logs:createLogGroup", Some("aws-sdk:cloudwatchlogs:createLogGroup")),
            ("aws-sdk:secrets-manager:getSecretValue", Some("aws-sdk:secretsmanager:getSecretValue")),
            ("aws-sdk:dynamodb:getItems", Some("aws-sdk:dynamodb:getItem")),
            ("aws-sdk:s3:getObject.sync", Some("aws-sdk:s3:getObject")),
            ("aws-sdk:s3:selectObjectContent", None),
            ("aws-sdk:apigatewaymanagementapi:postToConnection", None),
            ("aws-sdk:sts:assumeRole", None),
        ] {
            assert_eq!(of(call), Verdict::Wrong(meant.map(str::to_owned)), "{call}");
        }
    }

    #[test]
    fn what_may_be_newer_is_no_mistake() {
        assert_eq!(of("aws-sdk:lookoutvision:startModel"), Verdict::Ended);
        assert_eq!(of("aws-sdk:s3vectors:queryVectors"), Verdict::Unlisted);
        for call in ["aws-sdk:teaservice:brewTea", "aws-sdk:s3:listObjectsV3", "aws-sdk:s3:brewTea"] {
            assert_eq!(of(call), Verdict::Newer, "{call}");
        }
        for call in ["aws-sdk:s3:getObject", "aws-sdk:sfn:startExecution.waitForTaskToken", "lambda:invoke"] {
            assert_eq!(of(call), Verdict::Right, "{call}");
        }
        let nothing = Services::default();
        assert_eq!(verdict(&nothing, "aws-sdk:teaservice", "brewTea", Pattern::RequestResponse), Verdict::Right);
        assert_eq!(verdict(&nothing, "aws-sdk:s3", "brewTea", Pattern::RequestResponse), Verdict::Right);
    }
}
