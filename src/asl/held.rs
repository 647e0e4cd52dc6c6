//! What names parts of a document by their numbers, for as long as the document is the same.

use super::Document;
use std::sync::{Arc, Weak};

/// Something taken from a document: a state that is dragged, a line that is selected, a menu that is open.
///
/// The numbers of states, scopes and lines mean something in one document only. Whoever wants what is held has to show
/// the document that is there now; if that is another one, nothing is held any more.
#[derive(Clone, Debug)]
pub struct Held<T> {
    /// The allocation outlives its document as long as this looks at it, so no later document has the same address.
    document: Weak<Document>,
    held: T,
}

impl<T> Held<T> {
    /// Takes something from a document.
    pub fn new(document: &Arc<Document>, held: T) -> Self {
        Self { document: Arc::downgrade(document), held }
    }

    /// What is held, if `present` is the document that it was taken from.
    pub fn get(&self, present: &Arc<Document>) -> Option<&T> {
        self.is_of(present).then_some(&self.held)
    }

    /// The same, when it is held no longer.
    pub fn take(self, present: &Arc<Document>) -> Option<T> {
        self.is_of(present).then_some(self.held)
    }

    fn is_of(&self, present: &Arc<Document>) -> bool {
        std::ptr::eq(self.document.as_ptr(), Arc::as_ptr(present))
    }
}

impl<T: PartialEq> PartialEq for Held<T> {
    fn eq(&self, other: &Self) -> bool {
        Weak::ptr_eq(&self.document, &other.document) && self.held == other.held
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asl::StateId;

    const TEXT: &str = r#"{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}"#;

    #[test]
    fn a_document_that_was_replaced_holds_nothing_even_with_the_same_text() {
        let mut document = Arc::new(Document::new(TEXT));
        let held = Held::new(&document, StateId(0));
        assert_eq!(held.get(&Arc::clone(&document)), Some(&StateId(0)));
        document = Arc::new(Document::new(TEXT));
        assert_eq!((held.get(&document), held.clone().take(&document)), (None, None));
    }
}
