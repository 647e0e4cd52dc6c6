//! `Credentials` without a role, or on a call of an activity, which takes none.

use crate::asl::StateType;
use crate::asl::resource::Resource;
use crate::check::Problem;
use crate::check::context::Context;
use crate::text::json::NodeKind;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let tree = context.tree();
    for (id, state) in context.machine().states() {
        if state.state_type != Some(StateType::Task) {
            continue;
        }
        let Some(credentials) = tree.get(state.node, "Credentials") else { continue };
        let resource = tree.get(state.node, "Resource").and_then(|node| tree.as_str(node)).unwrap_or_default();
        if matches!(Resource::parse(resource), Resource::Activity { .. }) {
            context.report_field(Problem::CredentialsOnActivity, state.node, "Credentials", Some(id));
        }
        let has_role = ["RoleArn", "RoleArn.$"].into_iter().any(|field| tree.get(credentials, field).is_some());
        if matches!(tree.kind(credentials), NodeKind::Object(_)) && !has_role {
            let problem = Problem::FieldRequired { field: "RoleArn".to_owned() };
            let (span, place) = (tree.span(credentials), context.location(credentials));
            context.report(problem, span, Some(place), Some(id));
        }
    }
}
