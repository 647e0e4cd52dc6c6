//! A document with its history: what the page and the tests drive.

use super::history::{Record, Replay};
use super::{Command, History, Label, MergeKey, Placements, Refusal, Transaction, placements, plan};
use crate::asl::Document;
use crate::text::Edits;
use std::sync::Arc;

/// An open document. Cloning the document handle is cheap.
#[derive(Clone, Debug)]
pub struct Editor {
    document: Arc<Document>,
    placements: Placements,
    history: History,
}

impl Editor {
    /// Opens a text, with nothing to undo.
    pub fn new(text: impl Into<String>) -> Self {
        Self::with_placements(text, Placements::default())
    }

    /// Opens a text with places by hand, with nothing to undo.
    pub fn with_placements(text: impl Into<String>, placements: Placements) -> Self {
        Self { document: Arc::new(Document::new(text)), placements, history: History::default() }
    }

    /// The places that states have by hand.
    pub fn placements(&self) -> &Placements {
        &self.placements
    }

    /// Gives states places by hand, in place of all that were given before, and records it. What changes nothing is no
    /// step.
    pub fn arrange(&mut self, placements: Placements, label: Label, merge: Option<MergeKey>) {
        if placements != self.placements {
            let before = std::mem::replace(&mut self.placements, placements.clone());
            let (edits, inverse) = (Edits::default(), Edits::default());
            self.history.record(Record { label, edits, inverse, placements: Some((before, placements)) }, merge);
        }
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
        let document = Arc::new(self.document.edited(&transaction.edits));
        let (label, edits) = (transaction.label.clone(), transaction.edits.clone());
        let inverse = edits.inverse(self.document.text());
        let mut placements = None;
        if !self.placements.is_empty() {
            let (old, new) = (self.document.machine(), document.machine());
            let followed = placements::follow(&self.placements, old, new, &label);
            let before = std::mem::replace(&mut self.placements, followed.clone());
            placements = (before != followed).then_some((before, followed));
        }
        self.history.record(Record { label, edits, inverse, placements }, merge);
        self.document = document;
    }

    /// Takes the last step back; says whether there was one.
    pub fn undo(&mut self) -> bool {
        let replay = self.history.undo();
        self.replay(replay)
    }

    /// Does the last undone step again; says whether there was one.
    pub fn redo(&mut self) -> bool {
        let replay = self.history.redo();
        self.replay(replay)
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
        let mut all = Replay::default();
        let mut changes = false;
        while self.history.position() != position {
            let next = if self.history.position() > position { self.history.undo() } else { self.history.redo() };
            let Some(Replay { edits, placements }) = next else { break };
            all.edits.extend(edits);
            all.placements = placements.or(all.placements);
            changes = true;
        }
        self.replay(Some(all).filter(|_| changes))
    }

    fn replay(&mut self, replay: Option<Replay>) -> bool {
        let Some(Replay { edits, placements }) = replay else { return false };
        if edits.iter().any(|edits| !edits.is_empty()) {
            let text = edits.iter().fold(self.document.text().to_owned(), |text, edits| edits.apply(&text));
            self.document = Arc::new(Document::new(text));
        }
        if let Some(placements) = placements {
            self.placements = placements;
        }
        true
    }
}
