//! The conversion of one state, field by field: what changes, what stands in the way, and what is noted.

use super::change::{Change, Missing, Note};
use super::data::{Data, quoted};
use super::members::Members;
use super::obstacle::{Obstacle, Reason};
use super::reader::Reader;
use super::template::Reading;
use crate::asl::{Document, StateId};
use crate::text::Edit;
use crate::text::json::NodeId;
use std::collections::BTreeSet;

/// How deep the brackets of an expression may nest: each pair takes a level or two of AWS's hundred.
const DEEPEST: usize = 40;

/// An object whose members are converted: a state, a catcher, a rule, `ItemReader`.
pub(super) struct Part<'d> {
    pub(super) node: NodeId,
    pub(super) members: Members<'d>,
    /// What stands before a field's name: `Catch[0].`.
    prefix: String,
}

/// A state on its way.
pub(super) struct Fields<'d> {
    pub(super) document: &'d Document,
    pub(super) reader: Reader<'d>,
    pub(super) node: NodeId,
    state: StateId,
    name: String,
    pub(super) edits: Vec<Edit>,
    pub(super) changes: Vec<Change>,
    pub(super) obstacles: Vec<Obstacle>,
}

impl<'d> Fields<'d> {
    pub(super) fn new(document: &'d Document, state: StateId, missing: Missing) -> Self {
        let found = document.machine().state(state);
        Self {
            document,
            reader: Reader { document, missing, notes: BTreeSet::new(), present: Vec::new() },
            node: found.node,
            state,
            name: found.name.to_string(),
            edits: Vec::new(),
            changes: Vec::new(),
            obstacles: Vec::new(),
        }
    }

    pub(super) fn part(&self, node: NodeId, prefix: impl Into<String>) -> Part<'d> {
        Part { node, members: Members::new(self.document, node), prefix: prefix.into() }
    }

    /// Ends the work on a part: what changes in it is an edit from now on.
    pub(super) fn close(&mut self, part: Part<'d>) {
        self.edits.extend(part.members.edits());
    }

    /// Whether the state belongs to a branch or an iteration.
    pub(super) fn is_inner(&self) -> bool {
        let machine = self.document.machine();
        machine.scope(machine.state(self.state).scope).owner.is_some()
    }

    pub(super) fn get(&self, part: &Part<'_>, field: &str) -> Option<NodeId> {
        self.document.tree().get(part.node, field)
    }

    pub(super) fn has(&self, part: &Part<'_>, field: &str) -> bool {
        self.get(part, field).is_some()
    }

    /// The text of a field that has to be one.
    pub(super) fn text(&self, part: &Part<'_>, field: &str) -> Result<Option<&'d str>, Reason> {
        match self.get(part, field) {
            None => Ok(None),
            Some(node) => self.document.tree().as_str(node).map(Some).ok_or(Reason::WrongValue),
        }
    }

    /// Takes down what stands in the way.
    pub(super) fn refuse(&mut self, part: &Part<'_>, field: &str, reason: Reason) {
        let field = format!("{}{field}", part.prefix);
        self.obstacles.push(Obstacle { state: Some(self.state), name: self.name.clone(), field, reason });
    }

    /// The value of a fallible conversion; what fails is taken down as an obstacle of `field`.
    pub(super) fn tried<T>(&mut self, part: &Part<'_>, field: &str, result: Result<T, Reason>) -> Option<T> {
        match result {
            Ok(value) => Some(value),
            Err(reason) => {
                self.refuse(part, field, reason);
                None
            }
        }
    }

    /// Puts a field that is JSON text already in the place of `sources`, which go.
    pub(super) fn put_json(&mut self, part: &mut Part<'d>, sources: &[&str], field: &str, json: &str) {
        if self.has(part, field) && !sources.contains(&field) {
            return self.refuse(part, field, Reason::FieldTaken { field: field.to_owned() });
        }
        let written = format!("{}: {json}", quoted(field));
        let before: Vec<&str> = sources.iter().filter_map(|name| part.members.source(name)).collect();
        let before = before.join("\n");
        if before != written {
            part.members.put(sources, written.clone());
            self.change(part, field, before, written);
        } else {
            self.reader.notes.clear();
        }
    }

    /// Puts a value in the place of `sources`.
    pub(super) fn put(&mut self, part: &mut Part<'d>, sources: &[&str], field: &str, value: &Data) {
        if matches!(value, Data::Code(_) | Data::Merged { .. }) && value.code().nesting() > DEEPEST {
            return self.refuse(part, field, Reason::TooDeep);
        }
        let json = self.reader.written(value, &part.members.indentation());
        self.put_json(part, sources, field, &json);
    }

    /// Takes out what stands for nothing in the new language.
    pub(super) fn drop_fields(&mut self, part: &mut Part<'d>, sources: &[&str]) {
        for field in sources {
            if let Some(before) = part.members.source(field).filter(|_| part.members.stays(field)) {
                part.members.remove(field);
                self.reader.notes.clear();
                self.change(part, field, before.to_owned(), String::new());
            }
        }
    }

    /// Turns a template into a field with the same value, leaving all in it as it is but the expressions.
    pub(super) fn put_template(&mut self, part: &mut Part<'d>, from: &str, to: &str, reading: Reading, input: &Data) {
        let Some(node) = self.get(part, from) else { return };
        let result = self.reader.rewritten(node, reading, input);
        if let Some(json) = self.tried(part, from, result) {
            self.put_json(part, &[from], to, &json);
        }
    }

    /// Turns a field with a path into the field without `Path` in its name.
    pub(super) fn put_path(&mut self, part: &mut Part<'d>, field: &str, input: &Data) {
        let from = format!("{field}Path");
        let text = self.text(part, &from);
        let Some(Some(text)) = self.tried(part, &from, text) else { return };
        let found = self.reader.text(text, input);
        if let Some(value) = self.tried(part, &from, found) {
            self.put(part, &[&from], field, &value);
        }
    }

    /// Keeps a text that is data in JSONPath from becoming an expression.
    pub(super) fn keep_literal(&mut self, part: &mut Part<'d>, field: &str) {
        self.put_template(part, field, field, Reading::Literal, &Data::Scalar("null".to_owned()));
    }

    fn change(&mut self, part: &Part<'_>, field: &str, before: String, after: String) {
        let notes = std::mem::take(&mut self.reader.notes).into_iter().collect();
        let field = format!("{}{field}", part.prefix);
        self.changes.push(Change { state: Some(self.state), name: self.name.clone(), field, before, after, notes });
    }

    /// Takes down a change that is told as it is.
    pub(super) fn told(&mut self, part: &Part<'_>, field: &str, before: &str, after: &str, note: Option<Note>) {
        self.reader.notes.clear();
        self.reader.notes.extend(note);
        self.change(part, field, before.to_owned(), after.to_owned());
    }
}
