//! A `ResultSelector` whose value `ResultPath: null` throws away.

use super::super::context::Context;
use crate::asl::QueryLanguage;
use crate::text::json::NodeKind;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let document = context.document;
    let tree = document.tree();
    for (id, state) in document.machine().states() {
        let is_discarded =
            tree.get(state.node, "ResultPath").is_some_and(|path| matches!(tree.kind(path), NodeKind::Null));
        let has_selector = tree.get(state.node, "ResultSelector").is_some();
        if state.query_language == QueryLanguage::JSONPath && is_discarded && has_selector {
            context.lint_field("", &[], state.node, "ResultSelector", Some(id));
        }
    }
}
