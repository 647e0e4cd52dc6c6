//! A loop that polls without ever waiting.

use crate::asl::resource::Resource;
use crate::asl::{StateId, StateType};
use crate::check::context::Context;
use crate::check::strings::strings;
use crate::check::waiting::{resource, waiting_states};
use crate::graph::MachineGraph;
use std::collections::BTreeSet;

/// How the actions that only ask begin, in the manner of AWS's APIs.
const ASKING: [&str; 5] = ["describe", "get", "list", "head", "batchGet"];

/// Words that tell of a loop over pages or items: it ends with them, and no pause would help it.
const COUNTING: [&str; 14] = [
    "token",
    "marker",
    "lastevaluatedkey",
    "cursor",
    "page",
    "count",
    "index",
    "iterat",
    "remaining",
    "mathadd",
    "attempt",
    "batch",
    "arrayslice",
    "item",
];

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let (tree, machine) = (context.tree(), context.machine());
    let waiting = waiting_states(tree, machine);
    let graph = MachineGraph::new(machine);
    let mut trapped: BTreeSet<StateId> = BTreeSet::new();
    for (id, _) in machine.scopes() {
        trapped.extend(graph.without_end(machine, id));
    }
    let cycles = graph.cycles(|state| !waiting[state.0 as usize]);
    for cycle in cycles.into_iter().filter(|cycle| !trapped.contains(&cycle[0])) {
        let states = || cycle.iter().map(|state| machine.state(*state));
        let mut n_asking = 0;
        let is_polling = states().all(|state| match (state.state_type, resource(tree, state)) {
            (Some(StateType::Task), Some(Resource::Service { action, .. })) => {
                n_asking += 1;
                ASKING.iter().any(|verb| action.starts_with(verb))
            }
            (Some(StateType::Choice | StateType::Pass), _) => true,
            _ => false,
        });
        let has_choice = states().any(|state| state.state_type == Some(StateType::Choice));
        if !is_polling || n_asking == 0 || !has_choice {
            continue;
        }
        let is_counting = states().any(|state| {
            let source = strings(tree, state.node, |field| field != "Comment").into_iter();
            let mut words = source.map(|text| format!("{} {}", text.key, text.text).to_ascii_lowercase());
            words.any(|words| COUNTING.iter().any(|word| words.contains(word)))
        });
        if !is_counting {
            let names: Vec<&str> = states().take(4).map(|state| &*state.name).collect();
            context.lint_state("", &[("states", &names.join(", "))], cycle[0]);
        }
    }
}
