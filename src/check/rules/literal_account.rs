//! An account id written into the definition.

use crate::check::account::accounts;
use crate::check::context::Context;
use crate::check::{Lint, Problem};

pub(in crate::check) fn check(context: &mut Context<'_>) {
    // Once is enough: whoever mends it mends all of them.
    if let Some(found) = accounts(context).first() {
        let location = context.location(found.node);
        let problem = Problem::Lint(Lint::new("", &[("account", found.id)]));
        context.report(problem, found.span, Some(location), Some(found.state));
    }
}
