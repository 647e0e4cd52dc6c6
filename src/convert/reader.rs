//! What the conversion of one field knows: the document, what `$` stands for, and the notes that come up.

use super::change::{Missing, Note};
use super::code::{Code, Kind};
use super::data::Data;
use super::obstacle::Reason;
use crate::asl::Document;
use crate::expr::intrinsic::Intrinsic;
use crate::expr::jsonpath::{Path, Root};
use std::collections::BTreeSet;

/// How many steps of a path are followed: more than any data nest, and few enough to be written quickly.
const LONGEST_PATH: usize = 256;

/// Turns expressions of the JSONPath language into JSONata.
pub(super) struct Reader<'d> {
    pub(super) document: &'d Document,
    pub(super) missing: Missing,
    /// What came up since they were last taken.
    pub(super) notes: BTreeSet<Note>,
    /// The variables of rules that are there for certain: by `IsPresent` in the same `And`, or as they were asked before.
    pub(super) present: Vec<String>,
}

impl Reader<'_> {
    /// The value of a path or of a call of an intrinsic function; `input` is what `$` is.
    pub(super) fn text(&mut self, text: &str, input: &Data) -> Result<Data, Reason> {
        if Intrinsic::is_call(text) {
            let call = Intrinsic::parse(text).map_err(|_| Reason::InvalidIntrinsic { call: text.to_owned() })?;
            return self.call(call.call(), text, input);
        }
        let path = Path::parse(text).map_err(|_| Reason::InvalidPath { path: text.to_owned() })?;
        if path.steps().len() > LONGEST_PATH {
            return Err(Reason::TooDeep);
        }
        self.path(&path, input)
    }

    /// What a path starts from.
    pub(super) fn start(&self, path: &Path, input: &Data) -> Data {
        match path.root() {
            Root::Input => input.clone(),
            Root::Context => Data::Code(Code::new("$states.context", Kind::Object)),
            Root::Variable(name) => Data::root(&format!("${name}")),
        }
    }

    /// An expression that is put into another one, which would not notice that it finds nothing.
    pub(super) fn needed(&mut self, code: Code, note: Note) -> Code {
        match self.missing {
            Missing::Fails => code.required(),
            Missing::IsLeftOut => {
                if code.may_miss {
                    self.note(note);
                }
                code
            }
        }
    }

    /// A value that is put into an expression.
    pub(super) fn needed_inside(&mut self, value: &Data) -> Data {
        let required = value.required_inside();
        match self.missing {
            Missing::Fails => required,
            Missing::IsLeftOut => {
                if required != *value {
                    self.note(Note::MissingIsLeftOut);
                }
                value.clone()
            }
        }
    }

    pub(super) fn note(&mut self, note: Note) {
        self.notes.insert(note);
    }
}
