//! What a run leaves on the graph: where it is, where it was, which ways it took.

use crate::asl::{Machine, StateId};
use crate::diagram::{Edge, Key, Role};
use crate::engine::View;
use crate::sim::Phase;
use crate::ui::state::{Run, Workspace};
use leptos::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What a run says of one state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) is_current: bool,
    pub(super) is_waiting: bool,
    pub(super) is_failed: bool,
    /// How often it was entered.
    pub(super) n_visits: usize,
}

/// What a run and the checker say of all states.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    pub(super) states: BTreeMap<StateId, Mark>,
    /// Ways that were taken, by the names of both states.
    pub(super) ways: BTreeSet<(String, String)>,
    /// First states that were entered.
    pub(super) starts: BTreeSet<String>,
    /// States with problems: how many errors, warnings and hints.
    pub(super) problems: BTreeMap<StateId, [usize; 3]>,
}

impl Marks {
    /// Whether a run took the way of an edge.
    pub(super) fn is_taken(&self, edge: &Edge) -> bool {
        match (state_name(&edge.from_key), state_name(&edge.to_key)) {
            (Some(from), Some(to)) if !self.ways.is_empty() => self.ways.contains(&(from.to_owned(), to.to_owned())),
            (None, Some(to)) => self.starts.contains(to),
            _ => false,
        }
    }
}

/// The name of a state; none of a marker.
fn state_name(key: &Key) -> Option<&str> {
    (key.role == Role::State).then_some(&*key.name)
}

/// The marks, kept up to date.
pub(super) fn marks(workspace: Workspace, run: Run) -> Memo<Arc<Marks>> {
    Memo::new(move |_| {
        let document = workspace.document.get();
        let mut marks = Marks::default();
        if let Some(view) = run.view.get() {
            mark_run(&mut marks, document.machine(), &view);
        }
        workspace.diagnostics.with(|diagnostics| {
            for diagnostic in diagnostics.iter().map(|reported| &reported.diagnostic) {
                let Some(state) = diagnostic.state else { continue };
                marks.problems.entry(state).or_default()[diagnostic.severity as usize] += 1;
            }
        });
        Arc::new(marks)
    })
}

fn mark_run(marks: &mut Marks, machine: &Machine, view: &View) {
    // A definition that has changed since has other states; its run is about to be forgotten.
    let name = |state: StateId| machine.get(state).map(|state| state.name.to_string());
    for count in &view.states {
        let mark = marks.states.entry(count.state).or_default();
        (mark.n_visits, mark.is_failed) = (count.n_visits, count.is_failed);
    }
    marks.ways.extend(view.ways.iter().filter_map(|(from, to)| Some((name(*from)?, name(*to)?))));
    marks.starts.extend(view.starts.iter().filter_map(|state| name(*state)));
    let active = &view.snapshot.active;
    for active in active {
        let mark = marks.states.entry(active.state).or_default();
        // What comes next lights up only when it is entered, unless nothing else does.
        mark.is_current |= active.phase != Phase::Arriving;
        mark.is_waiting |= matches!(active.phase, Phase::Waiting(_) | Phase::Retrying(_));
    }
    if !marks.states.values().any(|mark| mark.is_current) {
        for active in active {
            marks.states.entry(active.state).or_default().is_current = true;
        }
    }
}
