//! `$states.result` or `$states.errorOutput` where there is none: the one exists after the work of a Task, Parallel or
//! Map state, the other in its catchers.
//!
//! Without the feature `jsonata` nothing is found: the page leaves expressions to the worker.

use crate::check::context::Context;

#[cfg(not(feature = "jsonata"))]
pub(in crate::check) fn check(_context: &mut Context<'_>) {}

#[cfg(feature = "jsonata")]
pub(in crate::check) fn check(context: &mut Context<'_>) {
    use crate::check::Problem;
    use crate::check::expression_sites::Place;
    use crate::expr::jsonata::{expression, states_members};
    for site in context.expression_sites().iter() {
        let Some(text) = expression(site.text).filter(|text| text.contains("$states")) else { continue };
        for (member, part) in states_members(text) {
            let is_there = match member.as_str() {
                "result" => site.place == Place::Result,
                "errorOutput" => site.place == Place::Catcher,
                _ => true,
            };
            if !is_there {
                let problem = Problem::MisplacedStates { name: format!("$states.{member}") };
                context.report_inside(problem, site.node, part.start + 2..part.end + 2, site.node, Some(site.state));
            }
        }
    }
}
