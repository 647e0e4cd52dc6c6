//! The search on the canvas: what is asked for, what was found, which of it was reached.

use super::Workspace;
use crate::asl::StateId;
use crate::graph::{OutlineItem, outline};
use crate::search::{StateIndex, StateQuery};
use leptos::prelude::*;
use std::collections::BTreeSet;
use std::sync::Arc;

/// All signals of the search; cheap to copy.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Finder {
    workspace: Workspace,
    pub(in crate::ui) is_open: RwSignal<bool>,
    /// What is typed.
    pub(in crate::ui) text: RwSignal<String>,
    /// What was found, in the order of the flow; nothing while the bar is closed.
    pub(in crate::ui) found: Memo<Arc<Vec<StateId>>>,
    /// The same, to be asked for one.
    pub(in crate::ui) marked: Memo<Arc<BTreeSet<StateId>>>,
    /// Asks for the focus.
    pub(in crate::ui) asked: RwSignal<u32>,
}

impl Finder {
    pub(in crate::ui) fn new(workspace: Workspace) -> Self {
        let is_open = RwSignal::new(false);
        let text = RwSignal::new(String::new());
        let index = Memo::new(move |_| {
            let is_needed = is_open.get();
            let document = workspace.document.get();
            Arc::new(if is_needed { StateIndex::new(&document) } else { StateIndex::default() })
        });
        let marked = Memo::new(move |_| {
            let query = StateQuery::new(&text.get());
            Arc::new(index.with(|index| index.find(&query)).into_iter().collect::<BTreeSet<_>>())
        });
        let found = Memo::new(move |_| {
            let marked = marked.get();
            if marked.is_empty() {
                return Arc::new(Vec::new());
            }
            let rows = workspace.document.with(|document| outline(document.machine()));
            let states = rows.into_iter().filter_map(|row| match row.item {
                OutlineItem::State(state) => Some(state),
                OutlineItem::Branch(_) => None,
            });
            Arc::new(states.filter(|state| marked.contains(state)).collect())
        });
        Self { workspace, is_open, text, found, marked, asked: RwSignal::new(0) }
    }

    /// Opens the bar, or brings the focus back to it.
    pub(in crate::ui) fn open(self) {
        self.is_open.set(true);
        self.asked.update(|asked| *asked += 1);
    }

    /// Which of what was found is selected, from 1; 0 for none.
    pub(in crate::ui) fn number(self) -> usize {
        let selected = self.workspace.selected();
        self.found.with(|found| found.iter().position(|state| Some(*state) == selected)).map_or(0, |index| index + 1)
    }

    /// Goes to the next or the previous state that was found.
    pub(in crate::ui) fn go(self, forward: bool) {
        let found = self.found.get_untracked();
        let number = untrack(move || self.number());
        let next = match (found.len(), number, forward) {
            (0, ..) => return,
            (_, 0, true) => 0,
            (n, 0, false) => n - 1,
            (n, number, true) => number % n,
            (n, number, false) => (number + n - 2) % n,
        };
        self.workspace.go_to(found[next]);
    }
}
