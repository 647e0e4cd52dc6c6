//! A call of an optimized integration without what its service cannot do without.

use crate::asl::resource::Resource;
use crate::asl::{QueryLanguage, StateType};
use crate::check::Problem;
use crate::check::context::Context;
use crate::text::json::NodeKind;

/// What AWS asks for when a state machine is created (measured with `ValidateStateMachineDefinition` in September 2026).
const REQUIRED: [(&str, &str, &[&str]); 9] = [
    ("lambda", "invoke", &["FunctionName"]),
    ("sqs", "sendMessage", &["QueueUrl", "MessageBody"]),
    ("sns", "publish", &["Message"]),
    ("dynamodb", "putItem", &["TableName", "Item"]),
    ("dynamodb", "getItem", &["TableName", "Key"]),
    ("states", "startExecution", &["StateMachineArn"]),
    ("events", "putEvents", &["Entries"]),
    ("ecs", "runTask", &["TaskDefinition"]),
    ("glue", "startJobRun", &["JobName"]),
];

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let tree = context.tree();
    for (id, state) in context.machine().states() {
        if state.state_type != Some(StateType::Task) {
            continue;
        }
        let Some(text) = tree.get(state.node, "Resource").and_then(|node| tree.as_str(node)) else { continue };
        let Resource::Service { service, action, .. } = Resource::parse(text) else { continue };
        let Some((_, _, fields)) = REQUIRED.iter().find(|(of, call, _)| *of == service && *call == action) else {
            continue;
        };
        let name = if state.query_language == QueryLanguage::JSONata { "Arguments" } else { "Parameters" };
        let Some(arguments) = tree.get(state.node, name) else {
            let problem = Problem::ArgumentsRequired { field: name.to_owned(), resource: text.to_owned() };
            context.report_state(problem, id);
            continue;
        };
        // A whole expression or a placeholder may give them all.
        if !matches!(tree.kind(arguments), NodeKind::Object(_)) {
            continue;
        }
        for field in *fields {
            let has = tree.members(arguments).iter().any(|member| {
                let key = &*member.key;
                key == *field || key.strip_suffix(".$") == Some(field) || key.contains("${")
            });
            if !has {
                context.report_field(Problem::FieldRequired { field: (*field).to_owned() }, state.node, name, Some(id));
            }
        }
    }
}
