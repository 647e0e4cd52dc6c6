//! A `MaxConcurrency` that AWS never reaches.

use crate::asl::StateType;
use crate::check::context::Context;

/// How many iterations run at a time, inline and distributed (developer guide, "Map state").
const INLINE: i64 = 40;
const DISTRIBUTED: i64 = 10_000;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let tree = context.tree();
    for (id, state) in context.machine().states().filter(|(_, state)| state.state_type == Some(StateType::Map)) {
        let Some(node) = tree.get(state.node, "MaxConcurrency") else { continue };
        let Some(wanted) = context.document.value(node).as_i64() else { continue };
        let config = tree.get(state.node, "ItemProcessor").and_then(|processor| tree.get(processor, "ProcessorConfig"));
        let mode = config.and_then(|config| tree.get(config, "Mode")).and_then(|mode| tree.as_str(mode));
        let (most, key) = match mode {
            Some("DISTRIBUTED") => (DISTRIBUTED, "distributed"),
            // A placeholder may become either.
            Some(mode) if mode.contains("${") => continue,
            _ => (INLINE, ""),
        };
        if wanted > most {
            context.lint(key, &[("wanted", &wanted.to_string())], node, Some(id));
        }
    }
}
