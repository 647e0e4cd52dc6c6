//! A state set to JSONPath in a machine set to JSONata.

use crate::asl::QueryLanguage;
use crate::check::Problem;
use crate::check::context::Context;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    if context.machine().query_language() != QueryLanguage::JSONata {
        return;
    }
    for (id, state) in context.machine().states() {
        if state.query_language == QueryLanguage::JSONPath {
            context.report_field(Problem::LanguageConflict, state.node, "QueryLanguage", Some(id));
        }
    }
}
