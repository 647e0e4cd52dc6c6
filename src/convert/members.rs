//! Changes of the members of one object, all against the text before any of them.

use crate::asl::Document;
use crate::text::json::NodeId;
use crate::text::{Edit, Span, Style};

/// What becomes of one member.
#[derive(Clone, Debug, PartialEq)]
enum Fate {
    Stays,
    Goes,
    Becomes(String),
}

/// The members of an object, and what becomes of them. Members that are not named stay as they are.
pub(super) struct Members<'d> {
    document: &'d Document,
    object: NodeId,
    fates: Vec<Fate>,
    /// New members, each behind the member with that index.
    added: Vec<(usize, String)>,
}

impl<'d> Members<'d> {
    pub(super) fn new(document: &'d Document, object: NodeId) -> Self {
        let fates = vec![Fate::Stays; document.tree().members(object).len()];
        Self { document, object, fates, added: Vec::new() }
    }

    pub(super) fn index(&self, name: &str) -> Option<usize> {
        self.document.tree().members(self.object).iter().position(|member| &*member.key == name)
    }

    /// A member with its key, as it is written.
    pub(super) fn source(&self, name: &str) -> Option<&'d str> {
        self.index(name).map(|index| self.span(index).of(self.document.text()))
    }

    fn span(&self, index: usize) -> Span {
        let tree = self.document.tree();
        let member = &tree.members(self.object)[index];
        Span::new(member.key_span.start, tree.span(member.value).end.max(member.key_span.end))
    }

    /// Whether nothing has become of a member so far.
    pub(super) fn stays(&self, name: &str) -> bool {
        self.index(name).is_some_and(|index| self.fates[index] == Fate::Stays)
    }

    /// Takes a member out, unless something else stands in its place already.
    pub(super) fn remove(&mut self, name: &str) {
        if let Some(index) = self.index(name).filter(|_| self.stays(name)) {
            self.fates[index] = Fate::Goes;
        }
    }

    /// Puts a member in the place of the first of `sources` whose place is free; behind all members when there is none.
    /// The other sources go.
    pub(super) fn put(&mut self, sources: &[&str], written: String) {
        let is_free = |fates: &[Fate], index: usize| !matches!(fates[index], Fate::Becomes(_));
        let place = sources.iter().filter_map(|name| self.index(name)).find(|index| is_free(&self.fates, *index));
        match place {
            Some(index) => self.fates[index] = Fate::Becomes(written),
            None => self.added.push((self.fates.len().saturating_sub(1), written)),
        }
        sources.iter().for_each(|name| self.remove(name));
    }

    /// Puts a new member behind another one.
    pub(super) fn add_after(&mut self, name: &str, written: String) {
        let index = self.index(name).unwrap_or(self.fates.len().saturating_sub(1));
        self.added.push((index, written));
    }

    /// Puts a new member before another one, or before all others.
    pub(super) fn add_before(&mut self, name: &str, written: String) {
        let index = self.index(name).unwrap_or_default();
        match self.fates.get(index) {
            Some(Fate::Stays) => {
                let own = self.span(index).of(self.document.text());
                self.fates[index] = Fate::Becomes(format!("{written}{}{own}", self.separator()));
            }
            _ => self.added.push((index, written)),
        }
    }

    /// Where the lines of new members are indented to.
    pub(super) fn indentation(&self) -> String {
        let tree = self.document.tree();
        let text = self.document.text();
        match tree.members(self.object).first() {
            Some(first) if self.is_multiline() => Style::indentation_at(text, first.key_span.start).to_owned(),
            _ => Style::indentation_at(text, tree.span(self.object).start).to_owned(),
        }
    }

    fn is_multiline(&self) -> bool {
        let text = self.document.text();
        self.document.tree().members(self.object).first().is_some_and(|first| {
            let before = text[..first.key_span.start].trim_end_matches([' ', '\t']);
            before.ends_with(['\n', '\r'])
        })
    }

    /// What stands between two members.
    fn separator(&self) -> String {
        match self.is_multiline() {
            true => {
                let ending = if self.document.text().contains("\r\n") { "\r\n" } else { "\n" };
                format!(",{ending}{}", self.indentation())
            }
            false => ", ".to_owned(),
        }
    }

    /// The edits.
    pub(super) fn edits(self) -> Vec<Edit> {
        let separator = self.separator();
        let mut edits = Vec::new();
        // Where the last member that stays ends: what goes, goes with the comma before it.
        let mut kept: Option<usize> = None;
        let mut gone = 0..0;
        for (index, fate) in self.fates.iter().enumerate() {
            let span = self.span(index);
            match fate {
                Fate::Goes => {
                    gone = if gone.is_empty() { kept.unwrap_or(span.start)..span.end } else { gone.start..span.end };
                }
                Fate::Stays | Fate::Becomes(_) => {
                    if !gone.is_empty() {
                        let end = if kept.is_none() { span.start } else { gone.end };
                        edits.push(Edit { span: Span::new(gone.start, end), insert: String::new() });
                        gone = 0..0;
                    }
                    if let Fate::Becomes(written) = fate {
                        edits.push(Edit { span, insert: written.clone() });
                    }
                    kept = Some(span.end);
                }
            }
        }
        if !gone.is_empty() {
            edits.push(Edit { span: Span::new(gone.start, gone.end), insert: String::new() });
        }
        for (index, written) in &self.added {
            // Behind the nearest member that stays.
            let anchor =
                (0..=*index).rev().find(|index| self.fates.get(*index).is_some_and(|fate| *fate != Fate::Goes));
            if let Some(anchor) = anchor {
                edits.push(Edit { span: Span::empty(self.span(anchor).end), insert: format!("{separator}{written}") });
            }
        }
        edits
    }
}
