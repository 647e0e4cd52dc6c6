//! Every text of a state in the JSONata language that may be an expression.

use super::context::Context;
use crate::asl::{QueryLanguage, StateId, StateType};
use crate::text::json::NodeId;

/// Where a text stands, as far as it counts for what `$states` has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// `Output` or `Assign` of the state itself.
    Result,
    /// `Output` or `Assign` of a catcher.
    Catcher,
    /// Anywhere else.
    Other,
}

/// One text.
pub(super) struct ExpressionSite<'a> {
    pub(super) node: NodeId,
    pub(super) text: &'a str,
    pub(super) state: StateId,
    #[cfg_attr(not(feature = "jsonata"), expect(dead_code, reason = "only rules that read expressions ask"))]
    pub(super) place: Place,
}

/// Fields that take no expression, or hold states of their own.
const NONE: [&str; 14] = [
    "Type",
    "Comment",
    "QueryLanguage",
    "Next",
    "End",
    "Default",
    "Resource",
    "Label",
    "Branches",
    "ItemProcessor",
    "Iterator",
    "Retry",
    "ErrorEquals",
    "ProcessorConfig",
];

/// All texts below the fields that take expressions, state by state.
pub(super) fn expression_sites<'a>(context: &Context<'a>) -> Vec<ExpressionSite<'a>> {
    let (tree, machine) = (context.tree(), context.machine());
    let mut sites = Vec::new();
    for (id, state) in machine.states() {
        if state.query_language != QueryLanguage::JSONata || state.state_type.is_none() {
            continue;
        }
        let has_result = matches!(state.state_type, Some(StateType::Task | StateType::Parallel | StateType::Map));
        // Objects whose own fields have names of the language; what is below them is data.
        let mut objects = vec![(state.node, if has_result { Place::Result } else { Place::Other })];
        let items = |field: &str| tree.get(state.node, field).map(|list| tree.items(list)).unwrap_or_default();
        objects.extend(items("Catch").iter().map(|catcher| (*catcher, Place::Catcher)));
        objects.extend(items("Choices").iter().map(|rule| (*rule, Place::Other)));
        for field in ["ItemReader", "ItemBatcher", "ResultWriter"] {
            objects.extend(tree.get(state.node, field).map(|object| (object, Place::Other)));
        }
        for (object, place) in objects {
            for member in tree.members(object) {
                let name = &*member.key;
                let is_own_object = ["Catch", "Choices", "ItemReader", "ItemBatcher", "ResultWriter"].contains(&name);
                if NONE.contains(&name) || is_own_object {
                    continue;
                }
                let place = if matches!(name, "Output" | "Assign") { place } else { Place::Other };
                let mut open = vec![member.value];
                while let Some(node) = open.pop() {
                    if let Some(text) = tree.as_str(node) {
                        sites.push(ExpressionSite { node, text, state: id, place });
                    }
                    open.extend(tree.members(node).iter().map(|member| member.value));
                    open.extend(tree.items(node));
                }
            }
        }
    }
    sites
}
