//! A heartbeat that cannot be missed before the task's time is over.

use crate::check::context::Context;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let tree = context.tree();
    for (id, state) in context.machine().states() {
        let number = |field: &str| context.document.field(state.node, field).and_then(|value| value.as_f64());
        let Some(node) = tree.get(state.node, "HeartbeatSeconds") else { continue };
        let (Some(heartbeat), Some(timeout)) = (number("HeartbeatSeconds"), number("TimeoutSeconds")) else { continue };
        if heartbeat >= timeout {
            let arguments = [("heartbeat", &*heartbeat.to_string()), ("timeout", &*timeout.to_string())];
            context.lint("", &arguments, node, Some(id));
        }
    }
}
