//! A definition as a person has it: its text, and all that is read from it.

use super::{Machine, StateId, read};
use crate::text::json::{self, NodeId, SyntaxError, Tree};
use crate::text::{Edits, LineIndex, Position, Span, Style};
use serde_json::Value;

/// A definition. The text is the truth; tree and machine are read from it and never changed by themselves.
#[derive(Clone, Debug, PartialEq)]
pub struct Document {
    text: String,
    lines: LineIndex,
    tree: Tree,
    syntax_errors: Vec<SyntaxError>,
    machine: Machine,
}

impl Document {
    /// Reads a text. Total: any text makes a document.
    pub fn new(text: impl Into<String>) -> Self {
        let text = text.into();
        let parsed = json::parse(&text);
        Self {
            lines: LineIndex::new(&text),
            machine: read::read(&parsed.tree),
            tree: parsed.tree,
            syntax_errors: parsed.errors,
            text,
        }
    }

    /// Where a state is written, its name included.
    pub fn state_span(&self, state: StateId) -> Option<Span> {
        let state = self.machine.get(state)?;
        Some(Span::new(state.name_span.start, self.tree.span(state.node).end))
    }

    /// The document after a change of its text.
    #[must_use]
    pub fn edited(&self, edits: &Edits) -> Self {
        Self::new(edits.apply(&self.text))
    }

    /// The text, byte for byte.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The JSON tree.
    pub fn tree(&self) -> &Tree {
        &self.tree
    }

    /// Faults of the JSON, in the order of the text.
    pub fn syntax_errors(&self) -> &[SyntaxError] {
        &self.syntax_errors
    }

    /// The state machine.
    pub fn machine(&self) -> &Machine {
        &self.machine
    }

    /// The lines of the text.
    pub fn lines(&self) -> &LineIndex {
        &self.lines
    }

    /// Line and column of a byte offset.
    pub fn position(&self, offset: usize) -> Position {
        self.lines.position(&self.text, offset)
    }

    /// How the text is laid out.
    pub fn style(&self) -> Style {
        Style::detect(&self.text, &self.tree)
    }

    /// The bytes of one value, as written.
    pub fn source(&self, node: NodeId) -> &str {
        self.tree.span(node).of(&self.text)
    }

    /// One value as plain data.
    pub fn value(&self, node: NodeId) -> Value {
        self.tree.value(&self.text, node)
    }

    /// The plain data of one field of an object.
    pub fn field(&self, node: NodeId, name: &str) -> Option<Value> {
        self.tree.get(node, name).map(|field| self.value(field))
    }

    /// The span of the whole text.
    pub fn span(&self) -> Span {
        Span::new(0, self.text.len())
    }
}
