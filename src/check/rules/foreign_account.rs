//! An ARN of another account than the machine's other ARNs.

use crate::check::account::accounts;
use crate::check::context::Context;
use crate::check::{Lint, Problem};
use std::collections::BTreeMap;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let (tree, machine) = (context.tree(), context.machine());
    let mut found = accounts(context);
    // A role of another account is how a task works in that account, on purpose.
    found.retain(|account| tree.get(machine.state(account.state).node, "Credentials").is_none());
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for account in &found {
        *counts.entry(account.id).or_default() += 1;
    }
    // The account that is named most; of two named alike the first in the text.
    let mut home: Option<(&str, usize)> = None;
    for account in &found {
        let count = counts.get(account.id).copied().unwrap_or_default();
        if home.is_none_or(|(_, most)| count > most) {
            home = Some((account.id, count));
        }
    }
    let Some((home, _)) = home else { return };
    for account in found.iter().filter(|account| account.id != home) {
        let location = context.location(account.node);
        let problem = Problem::Lint(Lint::new("", &[("account", account.id), ("home", home)]));
        context.report(problem, account.span, Some(location), Some(account.state));
    }
}
