//! The events of a task: how a call is scheduled, started, submitted and answered is told in the history.

use super::super::failure::{Failure, Kind, details};
use super::super::runner::{Runner, payload};
use super::super::token::Token;
use crate::asl::resource::Resource;
use crate::text::json::written;
use serde_json::{Map, Value, json};
use std::sync::Arc;

impl Runner<'_> {
    pub(super) fn schedule_events(
        &mut self,
        token: &mut Token,
        request: &Value,
        timeout: Option<i64>,
        heartbeat: Option<i64>,
    ) -> Result<(), Failure> {
        let limits = [("timeoutInSeconds", timeout), ("heartbeatInSeconds", heartbeat)];
        let credentials = match self.definition(token).field("Credentials") {
            None => None,
            Some(credentials) if self.definition(token).is_jsonata() => {
                Some(self.evaluated(token, credentials, "Credentials")?)
            }
            Some(credentials) => {
                let input = Arc::clone(&token.input);
                Some(self.evaluate_template(token, credentials, &input, None)?)
            }
        };
        let mut event = match &self.definition(token).resource {
            Resource::Service { .. } => {
                let mut event = Map::new();
                event.insert("parameters".into(), written(request).into());
                event.insert("region".into(), self.execution.region().into());
                event
            }
            _ => payload("input", request),
        };
        for (name, seconds) in limits {
            if let Some(seconds) = seconds {
                event.insert(name.into(), seconds.into());
            }
        }
        if let Some(role) = credentials.as_ref().and_then(|credentials| credentials.get("RoleArn")) {
            event.insert("taskCredentials".into(), json!({ "roleArn": role }));
        }
        let definition = self.definition(token);
        definition.name_resource(&mut event);
        let (scheduled, started) = match &self.definition(token).resource {
            Resource::Service { .. } => ("TaskScheduled", "TaskStarted"),
            Resource::Activity { .. } => ("ActivityScheduled", "ActivityStarted"),
            _ => ("LambdaFunctionScheduled", "LambdaFunctionStarted"),
        };
        self.event(token, scheduled, event);
        let mut event = Map::new();
        if matches!(definition.resource, Resource::Service { .. }) {
            definition.name_resource(&mut event);
        }
        self.event(token, started, event);
        Ok(())
    }

    /// Writes the event of an answer, with the names that its kind of task has.
    pub(super) fn answer_event(&mut self, token: &mut Token, how: &str, mut event: Map<String, Value>) {
        let definition = self.definition(token);
        let kind = match definition.resource {
            Resource::Service { .. } => {
                definition.name_resource(&mut event);
                "Task"
            }
            Resource::Activity { .. } => "Activity",
            _ => "LambdaFunction",
        };
        self.event(token, format!("{kind}{how}"), event);
    }

    /// A job that the service does not take on.
    pub(super) fn submit_failed(&mut self, token: &mut Token, error: Option<String>, cause: Option<String>) -> Failure {
        let mut event = details(error.as_deref(), cause.as_deref());
        self.definition(token).name_resource(&mut event);
        self.event(token, "TaskSubmitFailed", event);
        Failure { error, cause, kind: Kind::Work, also: None }
    }
}
