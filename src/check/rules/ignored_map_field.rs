//! Fields of a Map that only another kind of Map uses, so that they have no effect.

use crate::asl::map_part::{DISTRIBUTED_ONLY, GET_OBJECT, MapPart, parts};
use crate::asl::{StateId, StateType};
use crate::check::context::Context;
use crate::text::json::{NodeId, NodeKind};

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let tree = context.tree();
    for (id, state) in context.machine().states().filter(|(_, state)| state.state_type == Some(StateType::Map)) {
        if is_inline(context, state.node) {
            for field in DISTRIBUTED_ONLY.iter().filter(|field| tree.get(state.node, field).is_some()) {
                context.lint_field("", &[("field", field)], state.node, field, Some(id));
            }
        } else {
            unflattened(context, state.node, id);
        }
    }
}

/// Whether a Map is inline for sure: what a template fills in may make it another one.
fn is_inline(context: &Context<'_>, state: NodeId) -> bool {
    let tree = context.tree();
    let is_whole = |node| matches!(tree.kind(node), NodeKind::Object(_)) && !context.may_have_more(node);
    let Some(processor) = ["ItemProcessor", "Iterator"].iter().find_map(|field| tree.get(state, field)) else {
        return false;
    };
    if !is_whole(processor) {
        return false;
    }
    let Some(config) = tree.get(processor, "ProcessorConfig") else { return true };
    is_whole(config) && tree.get(config, "Mode").is_none_or(|mode| tree.as_str(mode) == Some("INLINE"))
}

/// A reader of one object, which has nothing to flatten: that is for the objects of a list.
fn unflattened(context: &mut Context<'_>, state: NodeId, id: StateId) {
    let tree = context.tree();
    let found = parts(tree, state);
    let part = |wanted| found.iter().find(|(part, _)| *part == wanted).map(|(_, node)| *node);
    let text = |object: Option<NodeId>, field| {
        object.and_then(|node| tree.get(node, field)).and_then(|node| tree.as_str(node))
    };
    let config = part(MapPart::ReaderConfig);
    // In any partition.
    let reads_one = text(part(MapPart::ItemReader), "Resource")
        .is_some_and(|resource| resource.rsplit(':').next() == GET_OBJECT.rsplit(':').next());
    if reads_one
        && text(config, "Transformation") == Some("LOAD_AND_FLATTEN")
        && let Some(config) = config
    {
        context.lint_field("flatten", &[], config, "Transformation", Some(id));
    }
}
