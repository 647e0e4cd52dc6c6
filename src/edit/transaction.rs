//! What a command comes to: text edits, with what there is to say about them.

use super::{Label, Refusal};
use crate::asl::Document;
use crate::text::json::SyntaxProblem;
use crate::text::{Edit, Edits};

/// A change that is ready to apply: one step of the history.
#[derive(Clone, Debug, PartialEq)]
pub struct Transaction {
    /// What it is called.
    pub label: Label,
    /// What changes in the text.
    pub edits: Edits,
    /// The name of the state to select afterwards, if the selection should move.
    pub select: Option<String>,
    /// The names of the states that were put in, copied or moved, the first one first; not those inside them.
    pub placed: Vec<String>,
    /// What had to be given up on the way: fields that do not fit a new type, a frame that was taken off.
    pub dropped: Vec<String>,
    /// A machine that was made of a part of this one: its name and its definition.
    pub extracted: Option<(String, String)>,
}

impl Transaction {
    /// A change that places, drops and extracts nothing.
    pub(super) fn new(label: Label, edits: Edits, select: Option<String>) -> Self {
        Self { label, edits, select, placed: Vec::new(), dropped: Vec::new(), extracted: None }
    }

    /// The change, if the JSON does not nest deeper by it than `json::MAX_DEPTH`, below which nothing is read.
    pub(super) fn within_depth(self, document: &Document) -> Result<Self, Refusal> {
        let is_too_deep =
            |document: &Document| document.syntax_errors().iter().any(|error| error.problem == SyntaxProblem::TooDeep);
        if !is_too_deep(document) && is_too_deep(&document.edited(&self.edits)) {
            return Err(Refusal::TooDeep);
        }
        Ok(self)
    }

    /// A change made of edits of one text, in any order.
    pub(super) fn of(label: Label, edits: Vec<Edit>, select: Option<String>) -> Result<Self, Refusal> {
        Ok(Self::new(label, Edits::new(edits).map_err(|_| Refusal::BrokenText)?, select))
    }
}

/// What each command can do.
pub trait Plan {
    /// Works out how it changes a document, without changing it.
    ///
    /// # Errors
    /// When it makes no sense for this document.
    fn plan(&self, document: &Document) -> Result<Transaction, Refusal>;
}
