//! Payload templates: `"a.$": "$.x"` becomes `"a": "{% $states.input.x %}"`, and all else in them stays as it is written.

use super::change::{Missing, Note};
use super::code::{Binding, Code, Kind};
use super::data::{Data, is_expression, quoted};
use super::obstacle::Reason;
use super::reader::Reader;
use crate::expr::intrinsic::Intrinsic;
use crate::expr::jsonpath::{Path, Step};
use crate::text::json::{NodeId, NodeKind};
use crate::text::{Edit, Edits, Span, Style};

/// How a value is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// Keys that end in `.$` hold paths and calls.
    Template,
    /// All of it is data.
    Literal,
}

impl Reader<'_> {
    /// What a template gives. Recurses as deep as JSON nests, which its reader bounds.
    pub(super) fn value(&mut self, node: NodeId, reading: Reading, input: &Data) -> Result<Data, Reason> {
        let tree = self.document.tree();
        match tree.kind(node) {
            NodeKind::Object(members) => {
                let mut found: Vec<(String, Data)> = Vec::with_capacity(members.len());
                for member in members {
                    let (name, value) = match template_key(&member.key, reading) {
                        Some(name) => (name.to_owned(), self.leaf(member.value, input)?),
                        None => (member.key.to_string(), self.value(member.value, reading, input)?),
                    };
                    if found.iter().any(|(known, _)| *known == name) {
                        return Err(Reason::DuplicateKey { key: name });
                    }
                    found.push((name, value));
                }
                Ok(Data::Object(found))
            }
            NodeKind::Array(items) => {
                items.iter().map(|item| self.value(*item, reading, input)).collect::<Result<_, _>>().map(Data::Array)
            }
            NodeKind::String(content) => Ok(Data::Text(content.to_string())),
            NodeKind::Number | NodeKind::Bool(_) | NodeKind::Null => {
                Ok(Data::Scalar(self.document.source(node).to_owned()))
            }
            NodeKind::Invalid => Err(Reason::WrongValue),
        }
    }

    /// The value of a key that ends in `.$`. A position that a list does not have gives `null` there, and only there
    /// (measured: floci-io/floci pull requests 3167 and 3199).
    pub(super) fn leaf(&mut self, node: NodeId, input: &Data) -> Result<Data, Reason> {
        let text = self.document.tree().as_str(node).ok_or(Reason::WrongValue)?;
        let found = self.text(text, input)?;
        match found {
            Data::Code(code) if ends_in_position(text) && code.may_miss => {
                let or_null = format!("$exists({}) ? {} : null", code.text, code.text);
                Ok(Data::Code(Code {
                    may_miss: false,
                    ..Code::operation(or_null, Binding::Condition, Kind::Unknown, &[&code])
                }))
            }
            found => Ok(found),
        }
    }

    /// The JSON text of a value with all that is a path or a call in it converted; the rest is as it was.
    pub(super) fn rewritten(&mut self, node: NodeId, reading: Reading, input: &Data) -> Result<String, Reason> {
        let mut edits = Vec::new();
        self.value(node, reading, input)?;
        self.rewrite(node, reading, input, &mut edits)?;
        let span = self.document.tree().span(node);
        let shifted = edits.into_iter().map(|edit: Edit| Edit {
            span: Span::new(edit.span.start - span.start, edit.span.end - span.start),
            insert: edit.insert,
        });
        let edits = Edits::new(shifted.collect()).map_err(|_| Reason::WrongValue)?;
        Ok(edits.apply(span.of(self.document.text())))
    }

    fn rewrite(&mut self, node: NodeId, reading: Reading, input: &Data, edits: &mut Vec<Edit>) -> Result<(), Reason> {
        let document = self.document;
        let tree = document.tree();
        match tree.kind(node) {
            NodeKind::Object(members) => {
                for member in members {
                    let Some(name) = template_key(&member.key, reading) else {
                        self.rewrite(member.value, reading, input, edits)?;
                        continue;
                    };
                    edits.push(Edit { span: member.key_span, insert: quoted(name) });
                    let value = self.leaf(member.value, input)?;
                    let insert = self.written_at(&value, member.key_span.start);
                    edits.push(Edit { span: tree.span(member.value), insert });
                }
                Ok(())
            }
            NodeKind::Array(items) => items.iter().try_for_each(|item| self.rewrite(*item, reading, input, edits)),
            NodeKind::String(content) if is_expression(content) => {
                let insert = self.written(&Data::Text(content.to_string()), "");
                edits.push(Edit { span: tree.span(node), insert });
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// A value for a member that starts at an offset: on one line where that member shares its line with others.
    fn written_at(&mut self, value: &Data, offset: usize) -> String {
        let text = self.document.text();
        let indentation = Style::indentation_at(text, offset);
        let is_first = text[..offset].trim_end_matches([' ', '\t']).ends_with(['\n', '\r']);
        let style = if is_first { self.document.style() } else { Style { indent: String::new(), line_ending: "" } };
        self.written_in(value, &style, indentation)
    }

    /// A value as JSON text, with the notes on what it leaves out.
    pub(super) fn written(&mut self, value: &Data, indentation: &str) -> String {
        self.written_in(value, &self.document.style(), indentation)
    }

    fn written_in(&mut self, value: &Data, style: &Style, indentation: &str) -> String {
        let required;
        let value = match self.missing {
            Missing::Fails => {
                required = value.required();
                &required
            }
            Missing::IsLeftOut => value,
        };
        if value.leaves_out() {
            self.note(Note::MissingIsLeftOut);
        }
        if value.merges_deeply() {
            self.note(Note::MergesObjects);
        }
        value.json(style, indentation)
    }
}

/// The key without `.$`, where that says that the value is an expression.
fn template_key(key: &str, reading: Reading) -> Option<&str> {
    key.strip_suffix(".$").filter(|_| reading == Reading::Template)
}

/// Whether a text is a path that names one place, which is a position in a list.
fn ends_in_position(text: &str) -> bool {
    if Intrinsic::is_call(text) {
        return false;
    }
    let path = Path::parse(text).ok().filter(Path::is_definite);
    path.is_some_and(|path| matches!(path.steps().last(), Some(Step::Indexes(_) | Step::FromEnd(_))))
}
