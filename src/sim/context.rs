//! The context object: what `$$` and `$states.context` are (developer guide, "Context object").

use super::execution::Token;
use super::runner::Runner;
use crate::asl::timestamp;
use serde_json::{Map, Value, json};

/// The last part of an ARN.
fn name_of(arn: &str) -> &str {
    arn.rsplit(':').next().unwrap_or(arn)
}

impl Runner<'_> {
    /// The context object at a token; `null` where the state does not read it.
    pub(super) fn context(&self, token: &Token) -> Value {
        if !self.definition(token).uses_context {
            return Value::Null;
        }
        let execution = &self.execution;
        let mut context = json!({
            "Execution": {
                "Id": execution.execution_arn,
                "Input": *execution.input,
                "StartTime": timestamp::format(execution.started_at),
                "Name": name_of(&execution.execution_arn),
                "RoleArn": execution.role_arn,
                "RedriveCount": 0
            },
            "StateMachine": { "Id": execution.state_machine_arn, "Name": name_of(&execution.state_machine_arn) },
            "State": {
                "Name": self.definition(token).name,
                "EnteredTime": timestamp::format(token.entered_at),
                "RetryCount": token.retry_count
            }
        });
        if let Some(item) = self.map_item(token) {
            context["Map"] = json!({ "Item": item });
        }
        if let Some(task_token) = token.pending.as_ref().and_then(|pending| pending.task_token.as_ref()) {
            context["Task"] = json!({ "Token": task_token });
        }
        context
    }

    /// `Map.Item` of the innermost iteration around a token.
    fn map_item(&self, token: &Token) -> Option<Value> {
        let mut instance = self.execution.instances.get(&token.instance)?;
        loop {
            if let Some(item) = &instance.item {
                return Some(item_context(instance.index, item));
            }
            let parent = self.execution.tokens.get(&instance.parent?)?;
            instance = self.execution.instances.get(&parent.instance)?;
        }
    }
}

/// `{"Index": …, "Value": …}`.
pub(super) fn item_context(index: usize, value: &Value) -> Value {
    let mut item = Map::new();
    item.insert("Index".into(), index.into());
    item.insert("Value".into(), value.clone());
    Value::Object(item)
}
