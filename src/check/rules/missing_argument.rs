//! A call of a service without what the service cannot do without.

use crate::asl::resource::Resource;
use crate::check::Problem;
use crate::check::calls::arguments_field;
use crate::check::context::Context;
use crate::check::waiting::resource;
use crate::services::{Api, FaultKind};

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let (tree, services) = (context.tree(), context.options.services.clone());
    for (id, state) in context.machine().states() {
        let Some(resource) = resource(tree, state).filter(|resource| matches!(resource, Resource::Service { .. }))
        else {
            continue;
        };
        let field = arguments_field(state);
        if tree.get(state.node, field).is_some() {
            continue;
        }
        let needs_some = Api::of(&services, &resource).is_some_and(|api| !api.required().is_empty());
        if needs_some {
            let text = tree.get(state.node, "Resource").and_then(|node| tree.as_str(node)).unwrap_or_default();
            let problem = Problem::ArgumentsRequired { field: field.to_owned(), resource: text.to_owned() };
            context.report_state(problem, id);
        }
    }
    for fault in context.call_faults().iter() {
        let FaultKind::Missing { field } = &fault.kind else { continue };
        let problem = Problem::FieldRequired { field: field.clone() };
        if fault.node == fault.arguments {
            let state = context.machine().state(fault.state);
            context.report_field(problem, state.node, arguments_field(state), Some(fault.state));
        } else {
            context.report_call(problem, fault);
        }
    }
}
