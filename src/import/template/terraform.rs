//! State machines in Terraform's JSON: what `terraform show -json` prints, and configurations (`.tf.json`).

use super::{Contained, Content, Template};
use crate::text::json::NodeId;

/// The resource that is a state machine.
const RESOURCE: &str = "aws_sfn_state_machine";

impl Template<'_> {
    /// The machines of a plan, a state or a configuration; none when it is no such file.
    pub(super) fn terraform(&self, root: NodeId) -> Option<Vec<Contained>> {
        let get = |object: Option<NodeId>, field: &str| object.and_then(|object| self.tree.get(object, field));
        let values = get(Some(root), "planned_values").or_else(|| get(Some(root), "values"));
        if let Some(module) = get(values, "root_module") {
            return Some(self.modules(module));
        }
        let resources = get(get(Some(root), "resource"), RESOURCE)?;
        let configured = self.tree.members(resources).iter().map(|member| {
            // A block may be written as a list of one.
            let block = self.tree.items(member.value).first().copied().unwrap_or(member.value);
            self.machine_of(block, &member.key)
        });
        Some(configured.collect())
    }

    /// The machines of a module and of those inside of it.
    fn modules(&self, module: NodeId) -> Vec<Contained> {
        let mut machines = Vec::new();
        let mut open = vec![module];
        while let Some(module) = open.pop() {
            let items =
                |field: &str| self.tree.get(module, field).map(|list| self.tree.items(list)).unwrap_or_default();
            for resource in
                items("resources").iter().filter(|resource| self.text_of(**resource, "type") == Some(RESOURCE))
            {
                let Some(values) = self.tree.get(*resource, "values") else { continue };
                machines.push(self.machine_of(values, self.text_of(*resource, "address").unwrap_or_default()));
            }
            open.extend(items("child_modules").iter().rev());
        }
        machines
    }

    fn machine_of(&self, values: NodeId, name: &str) -> Contained {
        Contained {
            name: name.to_owned(),
            execution_type: self.execution_type(values, "type"),
            content: self.tree.get(values, "definition").map_or(Content::Elsewhere, |definition| self.here(definition)),
            substitutions: None,
            is_logged: None,
            is_traced: None,
        }
    }
}
