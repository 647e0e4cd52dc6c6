//! One thing that the dialog of commands offers.

use crate::asl::StateType;
use crate::ui::controls::Icon;
use std::rc::Rc;

/// The sign before an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum EntrySign {
    /// One of the page's signs.
    Icon(Icon),
    /// A type of state, with its colour.
    State(Option<StateType>),
}

/// An entry: how it looks, and what it does when it is chosen.
#[derive(Clone)]
pub(in crate::ui) struct Entry {
    /// Its name in attributes of the page.
    pub(in crate::ui) id: String,
    pub(in crate::ui) sign: EntrySign,
    pub(in crate::ui) title: String,
    /// A few words more, in grey; empty for none.
    pub(in crate::ui) detail: String,
    /// The key that does the same, as people read it.
    pub(in crate::ui) key: Option<String>,
    deed: Rc<dyn Fn()>,
}

impl Entry {
    /// An entry without details and without a key.
    pub(in crate::ui) fn new(id: String, sign: EntrySign, title: String, deed: impl Fn() + 'static) -> Self {
        Self { id, sign, title, detail: String::new(), key: None, deed: Rc::new(deed) }
    }

    /// With a few words more.
    pub(in crate::ui) fn with_detail(self, detail: impl Into<String>) -> Self {
        Self { detail: detail.into(), ..self }
    }

    /// With the key that does the same.
    pub(in crate::ui) fn with_key(self, key: Option<String>) -> Self {
        Self { key, ..self }
    }

    /// Does it.
    pub(in crate::ui) fn perform(&self) {
        (self.deed)();
    }
}
