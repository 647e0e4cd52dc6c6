//! What of an outer scope an inner one can see.

use crate::asl::{Document, ScopeId, StateId};

/// Whether a state is a distributed Map, whose children are executions of their own: they see no variable of it.
pub fn is_distributed(document: &Document, state: StateId) -> bool {
    let tree = document.tree();
    let node = document.machine().state(state).node;
    let processor = tree.get(node, "ItemProcessor").or_else(|| tree.get(node, "Iterator"));
    let config = processor.and_then(|processor| tree.get(processor, "ProcessorConfig"));
    let mode = config.and_then(|config| tree.get(config, "Mode")).and_then(|mode| tree.as_str(mode));
    mode == Some("DISTRIBUTED")
}

/// The scope and those around it whose variables it can see, the innermost first.
pub fn visible_scopes(document: &Document, scope: ScopeId) -> Vec<ScopeId> {
    let machine = document.machine();
    let mut visible = vec![scope];
    let mut owner = machine.scope(scope).owner;
    while let Some(state) = owner.filter(|state| !is_distributed(document, *state)) {
        let around = machine.state(state).scope;
        visible.push(around);
        owner = machine.scope(around).owner;
    }
    visible
}
