//! Signals of what names parts of the document: each is empty as soon as the document is another one.

use super::Workspace;
use crate::asl::{Document, Held};
use leptos::prelude::*;
use std::sync::Arc;

/// A signal that holds something of the present document: a line that is selected, an open menu, a place where a state is
/// being added. When the document changes, whatever changes it, there is nothing in it any more. Cheap to copy.
pub(in crate::ui) struct OfDocument<T: Send + Sync + 'static> {
    document: ReadSignal<Arc<Document>>,
    held: RwSignal<Option<Held<T>>>,
}

impl<T: Send + Sync + 'static> Copy for OfDocument<T> {}

impl<T: Send + Sync + 'static> Clone for OfDocument<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Clone + Send + Sync + 'static> OfDocument<T> {
    pub(in crate::ui) fn new(workspace: Workspace) -> Self {
        Self { document: workspace.document, held: RwSignal::new(None) }
    }

    /// What is held; reading it follows the document too.
    pub(in crate::ui) fn get(self) -> Option<T> {
        self.document.with(|document| self.held.with(|held| held.as_ref()?.get(document).cloned()))
    }

    pub(in crate::ui) fn get_untracked(self) -> Option<T> {
        untrack(move || self.get())
    }

    /// Whether something is held; reading it follows the document too.
    pub(in crate::ui) fn is_some(self) -> bool {
        self.document
            .with(|document| self.held.with(|held| held.as_ref().is_some_and(|held| held.get(document).is_some())))
    }

    pub(in crate::ui) fn is_some_untracked(self) -> bool {
        untrack(move || self.is_some())
    }

    /// Holds something of the present document, or nothing.
    pub(in crate::ui) fn set(self, value: Option<T>) {
        let document = self.document.get_untracked();
        self.held.set(value.map(|value| Held::new(&document, value)));
    }
}
