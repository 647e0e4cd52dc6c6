//! Any action of the AWS SDK, typed by its name.

use super::task::{arn, fragment_of, pascal_case, task_of};
use crate::asl::QueryLanguage;
use crate::services::{self, is_unsupported, named};
use serde_json::{Value, json};

/// What is known of a typed action. No list of actions is kept: AWS has more than ten thousand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Step Functions knows the service; whether the service has the action was not checked.
    KnownService,
    /// The service is not in the list that Pasos has, which may be older than the service.
    UnknownService,
    /// The table of services has no such action that a Task can call; the table may be older than the action.
    UnknownAction,
    /// Step Functions does not call this action.
    Unsupported,
}

/// An action of the AWS SDK.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SdkAction {
    service: String,
    action: String,
    /// Whether it was looked for in the table of services, and is not there.
    is_missing: bool,
}

/// How the names of actions begin, in small letters. What is typed with spaces has to begin with one of them, as any words
/// could be an action otherwise.
const VERBS: &str = "abort accept activate add admin allocate apply approve archive assign associate attach authorize batch \
cancel change check close complete confirm connect converse copy count create deactivate delete deliver deploy \
deregister describe detach detect disable disassociate enable evaluate execute export filter generate get grant import \
initiate invoke issue list lookup merge modify monitor move notify open pause poll post predict promote provision \
publish purchase purge put query reboot receive recognize register reject release remove renew replace request reset \
resolve restart restore resume retrieve retry revoke rotate run scan schedule search select send set sign simulate \
split start stop submit subscribe suspend switch synthesize tag terminate test transact translate trigger unassign \
unlink unsubscribe untag update upload validate verify wait withdraw";

/// The longest service or action that is taken for one, in letters.
const MAX_LENGTH: usize = 80;

impl SdkAction {
    /// Reads `aws-sdk:ec2:describeInstances`, its whole ARN, `ec2:DescribeInstances` as policies have it, or words such as
    /// `ec2 describe instances`. None for anything else. A way to wait behind it (`.waitForTaskToken`) is not read: where
    /// such a task puts its token is not known here.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let is_marked = text.contains("aws-sdk:");
        let text = text.strip_prefix("arn:aws:states:::").unwrap_or(text);
        let text = text.strip_prefix("aws-sdk:").unwrap_or(text);
        match text.split_once(':') {
            Some((service, action)) => {
                let service = service.to_ascii_lowercase();
                let service = if is_marked { service } else { named(&service).map_or(service, str::to_owned) };
                Self::of(service, action)
            }
            None => Self::from_words(text),
        }
    }

    fn of(service: String, action: &str) -> Option<Self> {
        let is_name = |name: &str, may: fn(u8) -> bool| {
            (1..=MAX_LENGTH).contains(&name.len())
                && name.as_bytes()[0].is_ascii_alphabetic()
                && name.bytes().all(|byte| byte.is_ascii_digit() || may(byte))
        };
        let action = lower_first(action);
        (is_name(&service, |byte| byte.is_ascii_lowercase()) && is_name(&action, |byte| byte.is_ascii_alphabetic()))
            .then_some(Self { service, action, is_missing: false })
    }

    /// The longest run of words that names a service, and then the words of the action.
    fn from_words(text: &str) -> Option<Self> {
        let words: Vec<&str> = text.split([' ', '.', '-', '_', '/']).filter(|word| !word.is_empty()).collect();
        let most = words.len().saturating_sub(1).min(4);
        (1..=most).rev().find_map(|n_words| {
            let service = named(&words[..n_words].concat().to_ascii_lowercase())?;
            let action: String = words[n_words..].iter().map(|word| pascal_case(word)).collect();
            let mut letters = words[n_words].chars();
            let first = letters.next().into_iter().chain(letters.take_while(|letter| !letter.is_uppercase()));
            let first: String = first.flat_map(char::to_lowercase).collect();
            let is_verb = VERBS.split(' ').any(|verb| verb == first);
            is_verb.then(|| Self::of(service.to_owned(), &action)).flatten()
        })
    }

    /// `aws-sdk:ec2:describeInstances`.
    pub fn id(&self) -> String {
        format!("aws-sdk:{}:{}", self.service, self.action)
    }

    /// The service as ARNs have it: `ec2`.
    pub fn service(&self) -> &str {
        &self.service
    }

    /// The action as ARNs have it: `describeInstances`.
    pub fn action(&self) -> &str {
        &self.action
    }

    /// The same, once the table of services has shown that it has no such action.
    pub(super) fn missing(self) -> Self {
        Self { is_missing: true, ..self }
    }

    /// What is known of it.
    pub fn standing(&self) -> Standing {
        match () {
            () if is_unsupported(&self.service, &self.action) => Standing::Unsupported,
            () => match services::standing(&self.service) {
                services::Standing::Listed if self.is_missing => Standing::UnknownAction,
                services::Standing::Listed => Standing::KnownService,
                services::Standing::Unlisted => Standing::UnknownService,
                services::Standing::LeftOut | services::Standing::Ended => Standing::Unsupported,
            },
        }
    }

    /// A Task without parameters: which ones the action takes is not known here.
    pub(super) fn fragment(&self, language: QueryLanguage) -> Value {
        let name: String = pascal_case(&self.action).chars().take(80).collect();
        fragment_of(&name, task_of(arn(&self.id()), json!({}), language))
    }
}

fn lower_first(action: &str) -> String {
    let mut letters = action.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_every_way_to_name_an_action() {
        let cases = [
            ("aws-sdk:ec2:describeInstances", "aws-sdk:ec2:describeInstances"),
            ("arn:aws:states:::aws-sdk:s3:getObject", "aws-sdk:s3:getObject"),
            ("ec2:DescribeInstances", "aws-sdk:ec2:describeInstances"),
            ("ec2 describe instances", "aws-sdk:ec2:describeInstances"),
            ("EC2 DescribeInstances", "aws-sdk:ec2:describeInstances"),
            ("secrets manager get secret value", "aws-sdk:secretsmanager:getSecretValue"),
            ("cloudwatch logs create log group", "aws-sdk:cloudwatchlogs:createLogGroup"),
            ("step functions list executions", "aws-sdk:sfn:listExecutions"),
            ("states:ListExecutions", "aws-sdk:sfn:listExecutions"),
            ("aws-sdk:brandnew:doIt", "aws-sdk:brandnew:doIt"),
        ];
        for (text, id) in cases {
            assert_eq!(SdkAction::parse(text).map(|action| action.id()).as_deref(), Some(id), "{text}");
        }
    }

    #[test]
    fn other_texts_are_no_actions() {
        let texts = [
            "",
            "lambda",
            "s3 bucket",
            "s3 settings",
            "wait",
            "describe instances",
            "a:b:c",
            "ec2:",
            ":x",
            "aws-sdk:x",
            "ec2:1x",
        ];
        for text in texts.into_iter().chain(["ec2:describe instances", "aws-sdk:ec2:stop.waitForTaskToken", "señor:x"])
        {
            assert_eq!(SdkAction::parse(text), None, "{text}");
        }
    }

    #[test]
    fn says_what_is_known() {
        let standing = |text: &str| SdkAction::parse(text).unwrap().standing();
        assert_eq!(standing("ec2:describeInstances"), Standing::KnownService);
        assert_eq!(standing("brandnew:doIt"), Standing::UnknownService);
        assert_eq!(standing("sts:AssumeRole"), Standing::Unsupported);
    }
}
