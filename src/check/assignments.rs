//! Every variable that a state, a Choice rule or a catcher assigns.

use super::context::Context;
use crate::asl::{QueryLanguage, StateId, StateType};
use crate::text::json::NodeId;

/// One field of an `Assign`.
pub(super) struct Assignment<'a> {
    /// The `Assign` object.
    pub(super) object: NodeId,
    /// The field as written.
    pub(super) key: &'a str,
    /// The variable: the field without `.$`.
    pub(super) name: &'a str,
    pub(super) state: StateId,
}

/// All of them, state by state.
pub(super) fn assignments<'a>(context: &Context<'a>) -> Vec<Assignment<'a>> {
    let tree = context.tree();
    let mut found = Vec::new();
    for (id, state) in context.machine().states() {
        let mut objects = vec![state.node];
        let lists = [
            state.state_type.is_some_and(StateType::can_catch).then_some("Catch"),
            (state.state_type == Some(StateType::Choice)).then_some("Choices"),
        ];
        for list in lists.into_iter().flatten() {
            objects.extend(tree.get(state.node, list).map(|list| tree.items(list)).unwrap_or_default());
        }
        for object in objects.into_iter().filter_map(|object| tree.get(object, "Assign")) {
            for member in tree.members(object) {
                let key = &*member.key;
                let is_template = state.query_language == QueryLanguage::JSONPath;
                let name = key.strip_suffix(".$").filter(|_| is_template).unwrap_or(key);
                found.push(Assignment { object, key, name, state: id });
            }
        }
    }
    found
}
