//! A parameter of another type than the service takes, and parameters that are no object with names.

use crate::asl::resource::Resource;
use crate::asl::{QueryLanguage, StateId};
use crate::check::Problem;
use crate::check::calls::arguments_field;
use crate::check::context::Context;
use crate::check::waiting::resource;
use crate::expr::jsonata;
use crate::services::FaultKind;
use crate::text::json::NodeKind;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    for (id, state) in context.machine().states() {
        if matches!(resource(context.tree(), state), Some(Resource::Service { .. })) {
            all_arguments(context, id);
        }
    }
    for fault in context.call_faults().iter() {
        let FaultKind::WrongType { field, wanted } = &fault.kind else { continue };
        let problem = Problem::ArgumentType { field: field.clone(), expected: (*wanted).to_owned() };
        context.report_call(problem, fault);
    }
}

/// The parameters of a service as a whole: their names say what they are for.
fn all_arguments(context: &mut Context<'_>, id: StateId) {
    let (tree, state) = (context.tree(), context.machine().state(id));
    let field = arguments_field(state);
    let Some(node) = tree.get(state.node, field) else { return };
    let is_wrong = match tree.kind(node) {
        NodeKind::Object(_) | NodeKind::Invalid => false,
        NodeKind::String(text) => {
            let is_expression = state.query_language == QueryLanguage::JSONata && jsonata::expression(text).is_some();
            !is_expression && !text.contains("${")
        }
        _ => true,
    };
    if is_wrong {
        let problem = Problem::WrongType { field: field.to_owned(), expected: "object".to_owned() };
        context.report_value(problem, node, Some(id));
    }
}
