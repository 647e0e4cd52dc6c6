//! Change the text directly.

use crate::asl::Document;
use crate::edit::{Label, Plan, Refusal, StepKind, Transaction};
use crate::text::Edits;

/// Change the text directly, as typing in the JSON panel does.
#[derive(Clone, Debug, PartialEq)]
pub struct EditText {
    /// What changes.
    pub edits: Edits,
}

impl Plan for EditText {
    fn plan(&self, _: &Document) -> Result<Transaction, Refusal> {
        Ok(Transaction::new(Label::new(StepKind::EditText, ""), self.edits.clone(), None))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{Editor, MergeKey};
    use crate::text::Span;

    #[test]
    fn typing_with_one_key_is_one_step() {
        let mut editor = Editor::new("");
        for letter in ["{", "}", " "] {
            let end = editor.document().text().len();
            let edits = Edits::replace(Span::empty(end), letter);
            editor.apply(&EditText { edits }.into(), Some(MergeKey("typing".into()))).unwrap();
        }
        assert!(editor.undo());
        assert_eq!(editor.document().text(), "");
        assert!(editor.redo());
        assert_eq!(editor.document().text(), "{} ");
    }
}
