//! What an Express state machine cannot do: wait for a job or a task token, call an activity, run a distributed Map.

use crate::asl::resource::{Pattern, Resource};
use crate::asl::{ExecutionType, StateType};
use crate::check::Problem;
use crate::check::context::Context;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    if context.options.execution_type != ExecutionType::Express {
        return;
    }
    let tree = context.tree();
    for (id, state) in context.machine().states() {
        let (node, limit) = match state.state_type {
            Some(StateType::Task) => {
                let Some(node) = tree.get(state.node, "Resource") else { continue };
                let limit = match Resource::parse(tree.as_str(node).unwrap_or_default()) {
                    Resource::Activity { .. } => "Activity",
                    Resource::Service { pattern: Pattern::Sync | Pattern::Sync2, .. } => ".sync",
                    Resource::Service { pattern: Pattern::WaitForTaskToken, .. } => ".waitForTaskToken",
                    _ => continue,
                };
                (node, limit)
            }
            Some(StateType::Map) => {
                let processor = tree.get(state.node, "ItemProcessor").or_else(|| tree.get(state.node, "Iterator"));
                let config = processor.and_then(|processor| tree.get(processor, "ProcessorConfig"));
                match config.and_then(|config| tree.get(config, "Mode")) {
                    Some(mode) if tree.as_str(mode) == Some("DISTRIBUTED") => (mode, "DISTRIBUTED"),
                    _ => continue,
                }
            }
            _ => continue,
        };
        context.report_value(Problem::NotInExpress { limit: limit.to_owned() }, node, Some(id));
    }
}
