//! One line of a form: its field, or the fields of which one is to be chosen, and what edits them.

use super::{List, Part};
use crate::asl::field::Group;

/// What a value is edited with.
#[derive(Clone, Debug, PartialEq)]
pub enum Editor {
    /// A line of text.
    Line,
    /// Text that may have several lines.
    Lines,
    /// An integer of a range.
    Integer {
        /// The least.
        least: i64,
        /// The most.
        most: i64,
    },
    /// A number of at least this.
    Decimal {
        /// The least.
        least: f64,
    },
    /// `true` or `false`.
    Switch,
    /// One of some words.
    OneOf(&'static [&'static str]),
    /// The name of a state of the scope.
    Target,
    /// `Next`, or `"End": true`.
    Following,
    /// A path.
    Path,
    /// A path or an intrinsic function.
    PathOrCall,
    /// `null`, and nothing to edit.
    Null,
    /// A timestamp.
    Timestamp,
    /// A JSONata expression.
    Expression,
    /// Any JSON.
    Json,
    /// The parameters of a Task: fields where it is known what it calls, else JSON.
    Arguments,
    /// A list of texts.
    Texts,
    /// A list of error names.
    Errors,
    /// What a Task calls.
    Resource,
    /// An object with a form of its own.
    Object(Part),
    /// A list of objects with a form of their own.
    List(List),
}

/// One way to write a value.
#[derive(Clone, Debug, PartialEq)]
pub struct Variant {
    /// The field's name.
    pub field: &'static str,
    /// What edits its value.
    pub editor: Editor,
}

/// When an entry is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    /// Always, also while it is empty.
    Always,
    /// When it is set; otherwise a person can ask for it.
    OnRequest,
    /// Only when it is set: what AWS keeps for older definitions, or does not document.
    WhenSet,
}

/// One line of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The ways to write it, the usual one first; never empty.
    pub variants: Vec<Variant>,
    /// Where it stands.
    pub group: Group,
    /// When it is shown.
    pub offer: Offer,
    /// Whether the definition is not complete without it.
    pub is_required: bool,
    /// What counts while it is not set, as it would be written.
    pub default: Option<&'static str>,
    /// Its type in a line, in every language alike; empty where its editor says enough.
    pub shape: String,
}

impl Entry {
    /// An entry with one way to write it.
    pub fn new(field: &'static str, editor: Editor, group: Group, offer: Offer) -> Self {
        let variants = vec![Variant { field, editor }];
        Self { variants, group, offer, is_required: false, default: None, shape: String::new() }
    }

    /// With one more way to write it.
    #[must_use]
    pub fn or(mut self, field: &'static str, editor: Editor) -> Self {
        self.variants.push(Variant { field, editor });
        self
    }

    /// With what counts while it is not set.
    #[must_use]
    pub fn otherwise(mut self, default: &'static str) -> Self {
        self.default = Some(default);
        self
    }

    /// As one that must be set.
    #[must_use]
    pub fn required(mut self) -> Self {
        self.is_required = true;
        self
    }

    /// The field that names it.
    pub fn name(&self) -> &'static str {
        self.variants[0].field
    }

    /// Whether one of its ways is the field of this name.
    pub fn has(&self, field: &str) -> bool {
        self.variants.iter().any(|variant| variant.field == field || is_end(&variant.editor, field))
    }
}

fn is_end(editor: &Editor, field: &str) -> bool {
    *editor == Editor::Following && field == "End"
}
