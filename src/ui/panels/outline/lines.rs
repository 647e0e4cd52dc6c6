//! The lines of the outline as they are shown: folded or not, and what stands on each.

use crate::asl::{Document, StateId, StateType};
use crate::diagram::{detail, relations};
use crate::graph::{OutlineItem, OutlineRow};
use crate::i18n::Messages;
use crate::ui::panels::breadcrumbs::number;
use std::collections::{BTreeMap, BTreeSet};

/// What a line stays through changes of the document: the name of a state, or that of a Parallel with the number of a branch.
pub(super) type LineKey = (String, Option<usize>);

/// A line that is not folded away.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct ShownRow {
    pub(super) row: OutlineRow,
    pub(super) key: LineKey,
    /// Whether what is under it is shown; none when there is nothing.
    pub(super) is_open: Option<bool>,
}

/// A line with all its texts.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Line {
    pub(super) index: usize,
    pub(super) shown: ShownRow,
    pub(super) name: String,
    pub(super) state_type: Option<StateType>,
    /// Where it leads, in words; empty for a branch.
    pub(super) ways: String,
    /// What it is, in words; empty for a branch.
    pub(super) detail: String,
    /// How many errors, warnings and hints it has.
    pub(super) problems: [usize; 3],
}

/// The key of a line.
pub(super) fn key_of(document: &Document, item: OutlineItem) -> LineKey {
    let machine = document.machine();
    match item {
        OutlineItem::State(state) => (machine.state(state).name.to_string(), None),
        OutlineItem::Branch(scope) => {
            let owner = machine.scope(scope).owner.map(|owner| machine.state(owner).name.to_string());
            (owner.unwrap_or_default(), Some(number(machine, scope)))
        }
    }
}

/// The lines that are shown when those of `closed` are folded.
pub(super) fn shown(document: &Document, rows: &[OutlineRow], closed: &BTreeSet<LineKey>) -> Vec<ShownRow> {
    let mut shown = Vec::with_capacity(rows.len());
    let mut hidden_below = None;
    for row in rows {
        if hidden_below.is_some_and(|level| row.level > level) {
            continue;
        }
        let key = key_of(document, row.item);
        let is_open = row.has_children.then(|| !closed.contains(&key));
        hidden_below = (is_open == Some(false)).then_some(row.level);
        shown.push(ShownRow { row: *row, key, is_open });
    }
    shown
}

/// A line with its texts.
pub(super) fn line(
    document: &Document,
    words: &dyn Messages,
    problems: &BTreeMap<StateId, [usize; 3]>,
    index: usize,
    shown: &ShownRow,
) -> Line {
    let shown = shown.clone();
    match shown.row.item {
        OutlineItem::State(state) => Line {
            index,
            name: document.machine().state(state).name.to_string(),
            state_type: document.machine().state(state).state_type,
            detail: detail(document, state, words),
            ways: relations(document, state, words),
            problems: problems.get(&state).copied().unwrap_or_default(),
            shown,
        },
        OutlineItem::Branch(scope) => {
            let name = words.branch(number(document.machine(), scope));
            Line { index, shown, name, state_type: None, detail: String::new(), ways: String::new(), problems: [0; 3] }
        }
    }
}
