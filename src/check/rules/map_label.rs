//! A `Label` of a distributed Map that is empty or too long, has characters that its Map Run cannot have, or is there twice.

use crate::asl::StateType;
use crate::check::Problem;
use crate::check::context::Context;
use std::collections::HashSet;

/// The most characters (developer guide, "Map state in Distributed mode").
const MAX_LENGTH: usize = 40;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let tree = context.tree();
    let mut seen = HashSet::new();
    for (id, state) in context.machine().states() {
        if state.state_type != Some(StateType::Map) {
            continue;
        }
        let Some(node) = tree.get(state.node, "Label") else { continue };
        let Some(label) = tree.as_str(node).filter(|label| !label.contains("${")) else { continue };
        if label.is_empty() {
            context.report_value(Problem::Empty { field: "Label".to_owned() }, node, Some(id));
            continue;
        }
        let wrong = label.chars().find(|character| is_refused(*character));
        if wrong.is_some() || label.chars().count() > MAX_LENGTH {
            let character = wrong.map(|character| character.escape_debug().to_string());
            context.report_value(Problem::InvalidLabel { label: label.to_owned(), character }, node, Some(id));
        } else if !seen.insert(label) {
            context.report_value(Problem::DuplicateLabel { label: label.to_owned() }, node, Some(id));
        }
    }
}

/// What the names of Step Functions' resources cannot have (API reference, `CreateStateMachine`, "name").
fn is_refused(character: char) -> bool {
    character.is_whitespace() || character.is_control() || "<>{}[]?*\"#%\\^|~`$&,;:/".contains(character)
}
