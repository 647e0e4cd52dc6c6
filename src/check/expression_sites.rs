//! Every text of a state in the JSONata language that may be an expression.

use super::context::Context;
use crate::asl::{QueryLanguage, StateId, StateType, field, map_part};
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

/// All texts below the fields that take expressions, state by state.
pub(super) fn expression_sites<'a>(context: &Context<'a>) -> Vec<ExpressionSite<'a>> {
    let (tree, machine) = (context.tree(), context.machine());
    let mut sites = Vec::new();
    for (id, state) in machine.states() {
        let Some(state_type) = state.state_type.filter(|_| state.query_language == QueryLanguage::JSONata) else {
            continue;
        };
        let has_result = matches!(state_type, StateType::Task | StateType::Parallel | StateType::Map);
        // Objects whose own fields have names of the language; what is below them is data.
        let own = if has_result { Place::Result } else { Place::Other };
        let mut objects = vec![(state.node, field::of_state(state_type), own)];
        let items = |field: &str| tree.get(state.node, field).map(|list| tree.items(list)).unwrap_or_default();
        objects.extend(items("Catch").iter().map(|catcher| (*catcher, &field::CATCHER[..], Place::Catcher)));
        objects.extend(items("Choices").iter().map(|rule| (*rule, &field::CHOICE_RULE[..], Place::Other)));
        let parts = map_part::parts(tree, state.node);
        objects.extend(parts.into_iter().map(|(part, node)| (node, part.fields(), Place::Other)));
        for (object, known, place) in objects {
            for member in tree.members(object) {
                let name = &*member.key;
                // In what the language does not know here there may be anything.
                let field = field::find(known, name).filter(|field| field.is_of(QueryLanguage::JSONata));
                if field.is_some_and(|field| !field.kind.has_expressions()) {
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
