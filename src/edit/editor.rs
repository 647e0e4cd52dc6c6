//! A document with its history: what the page and the tests drive.

use super::{Command, History, Label, MergeKey, Refusal, Transaction, plan};
use crate::asl::Document;
use crate::text::Edits;
use std::sync::Arc;

/// An open document. Cloning the document handle is cheap.
#[derive(Clone, Debug)]
pub struct Editor {
    document: Arc<Document>,
    history: History,
}

impl Editor {
    /// Opens a text, with nothing to undo.
    pub fn new(text: impl Into<String>) -> Self {
        Self { document: Arc::new(Document::new(text)), history: History::default() }
    }

    /// The document as it is now.
    pub fn document(&self) -> &Arc<Document> {
        &self.document
    }

    /// Does a command and records it. Gives the name of the state to select, if the selection should move.
    ///
    /// # Errors
    /// When the command makes no sense here; the document is as it was.
    pub fn apply(&mut self, command: &Command, merge: Option<MergeKey>) -> Result<Option<String>, Refusal> {
        let transaction = plan(&self.document, command)?;
        self.commit(&transaction, merge);
        Ok(transaction.select)
    }

    /// Does what was worked out by [`plan`] for the present document, and records it: for whoever wants to know first
    /// what a command drops, places or extracts. A change that changes nothing is no step.
    pub fn commit(&mut self, transaction: &Transaction, merge: Option<MergeKey>) {
        if transaction.edits.is_empty() {
            return;
        }
        self.history.record(self.document.text(), transaction, merge);
        self.document = Arc::new(self.document.edited(&transaction.edits));
    }

    /// Takes the last step back; says whether there was one.
    pub fn undo(&mut self) -> bool {
        let edits = self.history.undo();
        self.replay(edits)
    }

    /// Does the last undone step again; says whether there was one.
    pub fn redo(&mut self) -> bool {
        let edits = self.history.redo();
        self.replay(edits)
    }

    /// Makes the next change a step of its own.
    pub fn close_step(&mut self) {
        self.history.close_step();
    }

    /// What undo would take back.
    pub fn undo_label(&self) -> Option<&Label> {
        self.history.undo_label()
    }

    /// What redo would do again.
    pub fn redo_label(&self) -> Option<&Label> {
        self.history.redo_label()
    }

    /// What every step of the history is called, the oldest first, undone ones included.
    pub fn steps(&self) -> impl Iterator<Item = &Label> {
        self.history.labels()
    }

    /// How many steps are done; 0 is the text as it was opened.
    pub fn position(&self) -> usize {
        self.history.position()
    }

    /// Undoes or redoes until `position` steps are done, or as far as there are any; says whether that changed anything.
    pub fn go_to(&mut self, position: usize) -> bool {
        let mut steps = Vec::new();
        while self.history.position() > position {
            let Some(edits) = self.history.undo() else { break };
            steps.extend(edits);
        }
        while self.history.position() < position {
            let Some(edits) = self.history.redo() else { break };
            steps.extend(edits);
        }
        self.replay(Some(steps).filter(|steps| !steps.is_empty()))
    }

    fn replay(&mut self, steps: Option<Vec<Edits>>) -> bool {
        let Some(steps) = steps else { return false };
        let text = steps.iter().fold(self.document.text().to_owned(), |text, edits| edits.apply(&text));
        self.document = Arc::new(Document::new(text));
        true
    }
}
