//! An expression as it was read, before paths are put together.

use super::lexer::Word;
use std::ops::Range;
use std::rc::Rc;

/// A part of an expression.
#[derive(Debug)]
pub(super) struct Raw {
    pub(super) kind: RawKind,
    pub(super) span: Range<usize>,
    /// `[]` stands behind it.
    pub(super) keep_array: bool,
    /// How deep parts nest in it.
    pub(super) height: usize,
}

#[derive(Debug)]
pub(super) enum RawKind {
    /// A name, variable, literal, pattern, or the operators `and`, `or`, `in` and `?` where an operand is expected.
    Word(Word),
    Wildcard,
    Descendants,
    Parent,
    Negate(Box<Raw>),
    Array(Vec<Raw>),
    Object(Vec<(Raw, Raw)>),
    Block(Vec<Raw>),
    Binary(&'static str, Box<Raw>, Box<Raw>),
    Bind(Rc<str>, Box<Raw>),
    Condition(Box<Raw>, Box<Raw>, Option<Box<Raw>>),
    Transform(Box<Raw>, Box<Raw>, Option<Box<Raw>>),
    Lambda {
        params: Vec<Rc<str>>,
        signature: Option<String>,
        body: Box<Raw>,
    },
    /// What follows an operand, one after the other: a long path does not nest.
    Chain(Box<Raw>, Vec<Link>),
}

/// What follows an operand.
#[derive(Debug)]
pub(super) struct Link {
    pub(super) kind: LinkKind,
    pub(super) span: Range<usize>,
    pub(super) keep_array: bool,
}

#[derive(Debug)]
pub(super) enum LinkKind {
    Step(Raw),
    Filter(Raw),
    Group(Vec<(Raw, Raw)>),
    /// Terms, and whether each is descending.
    Sort(Vec<(Raw, bool)>),
    Focus(Rc<str>),
    Index(Rc<str>),
    /// Arguments; `?` for those that are left open.
    Call(Vec<Raw>),
}

impl Raw {
    pub(super) fn new(kind: RawKind, span: Range<usize>, height: usize) -> Self {
        Self { kind, span, keep_array: false, height }
    }

    pub(super) fn height_of<'a>(parts: impl IntoIterator<Item = &'a Self>) -> usize {
        parts.into_iter().map(|part| part.height).max().unwrap_or_default()
    }

    /// It with one more link behind it.
    pub(super) fn linked(self, kind: LinkKind, span: Range<usize>, height: usize) -> Self {
        let link = Link { kind, span: span.clone(), keep_array: false };
        let whole = self.span.start..span.end;
        let height = self.height.max(height + 1);
        match self.kind {
            RawKind::Chain(head, mut links) => {
                links.push(link);
                Self::new(RawKind::Chain(head, links), whole, height)
            }
            kind => {
                let head = Self { kind, ..self };
                Self::new(RawKind::Chain(Box::new(head), vec![link]), whole, height + 1)
            }
        }
    }

    /// Marks what `[]` stands behind: the operand before the predicates.
    pub(super) fn keep_array(mut self) -> Self {
        if let RawKind::Chain(head, links) = &mut self.kind {
            match links.iter_mut().rev().find(|link| !matches!(link.kind, LinkKind::Filter(_))) {
                Some(link) => link.keep_array = true,
                None => head.keep_array = true,
            }
        } else {
            self.keep_array = true;
        }
        self
    }
}
