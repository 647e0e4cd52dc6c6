//! Paths that only name members and items, for those who look at paths without data.

use super::{Path, Step};

/// One step of such a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SimpleStep {
    /// `.name` or `['name']`.
    Name(String),
    /// `[0]`; below 0 it leads to `null`.
    Index(i64),
    /// `.*` or `[*]`.
    Wildcard,
}

impl Path {
    /// The steps of a path without filters, slices and the like; none for the others.
    pub fn simple_steps(&self) -> Option<Vec<SimpleStep>> {
        self.steps
            .iter()
            .map(|step| match step {
                Step::Names(names) if names.len() == 1 => names.first().cloned().map(SimpleStep::Name),
                Step::Indexes(indexes) if indexes.len() == 1 => indexes.first().copied().map(SimpleStep::Index),
                Step::Wildcard => Some(SimpleStep::Wildcard),
                _ => None,
            })
            .collect()
    }

    /// The path as written.
    pub fn text(&self) -> &str {
        &self.text
    }
}
