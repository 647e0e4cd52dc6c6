//! The members of an object, in the order in which they were written.

use super::value::{Counted, Value};
use std::collections::HashMap;
use std::rc::Rc;

/// An object with more members than this keeps an index of their names: below, looking at each is faster.
const INDEXED: usize = 12;

/// Names with values. A name stands once.
#[derive(Debug)]
pub(super) struct Members {
    entries: Vec<(Rc<str>, Value)>,
    index: Option<HashMap<Rc<str>, usize>>,
    depth: usize,
    counted: Counted,
}

const ENTRY: usize = size_of::<(Rc<str>, Value)>();

impl Default for Members {
    fn default() -> Self {
        Self::with_capacity(0)
    }
}

impl Clone for Members {
    fn clone(&self) -> Self {
        Self {
            entries: self.entries.clone(),
            index: self.index.clone(),
            depth: self.depth,
            counted: Counted::new(self.entries.len() * ENTRY),
        }
    }
}

impl Members {
    pub(super) fn with_capacity(capacity: usize) -> Self {
        Self {
            entries: Vec::with_capacity(capacity),
            index: (capacity > INDEXED).then(|| HashMap::with_capacity(capacity)),
            depth: 1,
            counted: Counted::new(capacity * ENTRY),
        }
    }

    /// A few members with different names.
    pub(super) fn of<const COUNT: usize>(entries: [(Rc<str>, Value); COUNT]) -> Self {
        let depth = 1 + entries.iter().map(|(_, value)| value.depth()).max().unwrap_or_default();
        Self { entries: entries.into(), index: None, depth, counted: Counted::new(COUNT * ENTRY) }
    }

    fn position(&self, name: &str) -> Option<usize> {
        match &self.index {
            Some(index) => index.get(name).copied(),
            None => self.entries.iter().position(|(known, _)| &**known == name),
        }
    }

    pub(super) fn get(&self, name: &str) -> Option<&Value> {
        self.position(name).map(|position| &self.entries[position].1)
    }

    /// Sets a member; one that is there keeps its place.
    pub(super) fn insert(&mut self, name: Rc<str>, value: Value) {
        self.depth = self.depth.max(1 + value.depth());
        match self.position(&name) {
            Some(position) => self.entries[position].1 = value,
            None => {
                if let Some(index) = &mut self.index {
                    index.insert(Rc::clone(&name), self.entries.len());
                }
                self.entries.push((name, value));
                if self.index.is_none() && self.entries.len() > INDEXED {
                    self.index_all();
                }
            }
        }
    }

    fn index_all(&mut self) {
        let names = self.entries.iter().enumerate().map(|(position, (name, _))| (Rc::clone(name), position));
        self.index = Some(names.collect());
        self.counted = Counted::new(self.entries.len() * ENTRY);
    }

    pub(super) fn remove(&mut self, name: &str) {
        if let Some(position) = self.position(name) {
            self.entries.remove(position);
            if self.index.is_some() {
                self.index_all();
            }
        }
    }

    pub(super) fn len(&self) -> usize {
        self.entries.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&Rc<str>, &Value)> {
        self.entries.iter().map(|(name, value)| (name, value))
    }

    /// The values, to be changed in place.
    pub(super) fn values_mut(&mut self) -> impl Iterator<Item = &mut Value> {
        self.entries.iter_mut().map(|(_, value)| value)
    }

    pub(super) fn depth(&self) -> usize {
        self.depth
    }
}
