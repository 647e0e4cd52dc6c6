//! An ARN of another account than the machine's other ARNs.

use crate::asl::StateId;
use crate::check::account::account_of;
use crate::check::context::Context;
use crate::check::strings::strings;
use std::collections::BTreeMap;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let (tree, machine) = (context.tree(), context.machine());
    let mut found: Vec<(StateId, _, &str)> = Vec::new();
    for (id, state) in machine.states() {
        // A role of another account is how a task works in that account, on purpose.
        if tree.get(state.node, "Credentials").is_some() {
            continue;
        }
        let own = |field: &str| !matches!(field, "Branches" | "ItemProcessor" | "Iterator" | "Comment");
        for text in strings(tree, state.node, own) {
            if let Some((_, account)) = account_of(text.text) {
                found.push((id, text.node, account));
            }
        }
    }
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for (_, _, account) in &found {
        *counts.entry(account).or_default() += 1;
    }
    // The account that is named most; of two named alike the first in the text.
    let mut home: Option<(&str, usize)> = None;
    for (_, _, account) in &found {
        let count = counts.get(account).copied().unwrap_or_default();
        if home.is_none_or(|(_, most)| count > most) {
            home = Some((account, count));
        }
    }
    let Some((home, _)) = home else { return };
    for (state, node, account) in found.into_iter().filter(|(_, _, account)| *account != home) {
        context.lint("", &[("account", account), ("home", home)], node, Some(state));
    }
}
