//! A variable whose name AWS refuses.

use crate::asl::MAX_NAME_LENGTH;
use crate::check::Problem;
use crate::check::assignments::assignments;
use crate::check::context::Context;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    for assignment in assignments(context) {
        let name = assignment.name;
        let problem = if name == "states" {
            Problem::ReservedVariable
        } else if name.contains("${") || is_identifier(name) && name.chars().count() <= MAX_NAME_LENGTH {
            continue;
        } else {
            Problem::InvalidVariableName { name: name.to_owned() }
        };
        context.report_field(problem, assignment.object, assignment.key, Some(assignment.state));
    }
}

/// Unicode's rules for identifiers (UAX #31, to which the developer guide refers): a letter, then letters, digits and
/// underscores. Beyond ASCII also what combines with letters is let pass.
fn is_identifier(name: &str) -> bool {
    let mut characters = name.chars();
    characters.next().is_some_and(char::is_alphabetic)
        && characters.all(|character| {
            character.is_alphanumeric()
                || character == '_'
                || !(character.is_ascii() || character.is_whitespace() || character.is_control())
        })
}
