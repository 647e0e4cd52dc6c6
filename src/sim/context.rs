//! The context object: what `$$` and `$states.context` are (developer guide, "Context object").

use super::runner::Runner;
use super::token::{Item, Token};
use crate::asl::ExecutionType;
use crate::asl::timestamp;
use serde_json::{Map, Value, json};

/// The last part of an ARN.
fn name_of(arn: &str) -> &str {
    arn.rsplit(':').next().unwrap_or(arn)
}

impl Runner<'_> {
    /// The context object at a token; `null` where the state does not read it.
    pub(super) fn context(&self, token: &Token) -> Value {
        let definition = self.definition(token);
        if !definition.context_use.reads {
            return Value::Null;
        }
        if let Some(context) = &self.environment.context {
            return context.clone();
        }
        let execution = &self.execution;
        let mut about = json!({
            "Id": execution.execution_arn,
            "StartTime": timestamp::format(execution.started_at),
            "Name": self.execution_name(),
            "RoleArn": execution.role_arn
        });
        // An Express execution cannot be redriven.
        if execution.execution_type == ExecutionType::Standard {
            about["RedriveCount"] = execution.redrives.into();
        }
        if definition.context_use.reads_input {
            about["Input"] = (*execution.input).clone();
        }
        if let Some(at) = execution.redriven_at {
            about["RedriveTime"] = timestamp::format(at).into();
        }
        let mut context = json!({
            "Execution": about,
            "StateMachine": { "Id": execution.state_machine_arn, "Name": name_of(&execution.state_machine_arn) },
            "State": { "Name": definition.name, "EnteredTime": timestamp::format(token.entered_at) }
        });
        // Only a state that may be retried has a count (measured).
        if definition.state_type.can_catch() {
            context["State"]["RetryCount"] = token.retry_count.into();
        }
        if let Some(item) = self.map_item(token) {
            context["Map"] = json!({ "Item": item });
        }
        let task_token = token.pending.as_ref().and_then(|pending| pending.task_token.as_ref());
        if let Some(task_token) = task_token.filter(|_| !definition.is_activity()) {
            context["Task"] = json!({ "Token": task_token });
        }
        context
    }

    /// An Express execution's ARN ends with its name and one more part.
    fn execution_name(&self) -> &str {
        let arn = &self.execution.execution_arn;
        match arn.split_once(":express:") {
            Some((_, rest)) => rest.split(':').nth(1).unwrap_or_default(),
            None => name_of(arn),
        }
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

/// `{"Index": …, "Value": …}`, with the key and the source where there is one.
pub(super) fn item_context(index: usize, item: &Item) -> Value {
    let mut map = Map::new();
    map.insert("Index".into(), index.into());
    if let Some(key) = &item.key {
        map.insert("Key".into(), key.as_str().into());
    }
    map.insert("Value".into(), (*item.value).clone());
    if let Some(source) = &item.source {
        map.insert("Source".into(), (**source).into());
    }
    Value::Object(map)
}
