//! Parts of a definition that are filled in elsewhere: `States: ${file(…)}`, `!If`, `Fn::Transform`. What they hold is
//! unknown, not absent, so nothing may be said against a definition that such a part could cure.

use super::context::Context;
use crate::asl::ScopeId;
use crate::text::json::NodeId;

/// The fields of a state that say where it leads.
const WAYS: [&str; 6] = ["Type", "Next", "End", "Default", "Choices", "Catch"];

impl Context<'_> {
    /// Whether a value is filled in when the template is deployed.
    pub(super) fn is_filled(&self, node: NodeId) -> bool {
        let unknown = &self.options.origin.unknown;
        !unknown.is_empty() && unknown.contains(&self.tree().span(node))
    }

    /// Whether a template may add fields to an object.
    pub(super) fn may_have_more(&self, object: NodeId) -> bool {
        self.is_filled(object)
            || self.tree().members(object).iter().any(|member| self.is_made(&member.key, member.value))
    }

    /// A field that a function of the template takes away and puts others in its place: `Fn::Transform`.
    pub(super) fn is_made(&self, field: &str, value: NodeId) -> bool {
        field.starts_with("Fn::") && self.is_filled(value)
    }

    /// Whether a scope may have states that the definition does not name.
    pub(super) fn may_have_more_states(&self, scope: ScopeId) -> bool {
        let node = self.machine().scope(scope).node;
        self.may_have_more(node) || self.tree().get(node, "States").is_some_and(|states| self.may_have_more(states))
    }

    /// Whether states of a scope may lead where the definition does not say.
    pub(super) fn may_lead_elsewhere(&self, scope: ScopeId) -> bool {
        if self.options.origin.unknown.is_empty() {
            return false;
        }
        let tree = self.tree();
        let leads_on = |state: NodeId| {
            let fields = || WAYS.iter().filter_map(|field| tree.get(state, field));
            let entries = || fields().flat_map(|list| tree.items(list)).copied();
            self.may_have_more(state)
                || fields().any(|value| self.is_filled(value))
                || entries().any(|entry| self.may_have_more(entry))
                || entries().filter_map(|entry| tree.get(entry, "Next")).any(|next| self.is_filled(next))
        };
        self.may_have_more_states(scope)
            || self.machine().scope(scope).states.iter().any(|state| leads_on(self.machine().state(*state).node))
    }
}
