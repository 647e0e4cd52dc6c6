//! YAML as JSON: the same values, each with its place in the YAML text.
//!
//! Scalars are resolved by the core schema of YAML 1.2. CloudFormation's short forms become the objects that they stand
//! for (`!Sub x` is `{"Fn::Sub": x}`). Anchors are copied where they are named.

mod indented;
mod scalar;
mod writer;

use super::{DefinitionText, MappedText, Unreadable};
use crate::text::Span;
use saphyr_parser::{Event, Marker, Parser};
use std::sync::Arc;
use writer::Writer;

/// The most bytes that a YAML text may become: aliases of aliases grow without bound.
const MAX_BYTES: usize = 16 * 1024 * 1024;

/// Reads the only document of a text; a text without one is empty.
pub(super) fn to_json(text: &str) -> Result<DefinitionText, Unreadable> {
    read(text).or_else(|error| {
        let Some(indented) = indented::indented(text) else { return Err(error) };
        let outer = Arc::new(indented.map);
        let original = |span: &Span| outer.span(*span);
        let read =
            read(&indented.text).map_err(|error| Unreadable { span: original(&error.span), message: error.message })?;
        let read_otherwise = read.read_otherwise.iter().map(original).collect();
        Ok(DefinitionText { made: MappedText { map: read.made.map.through(&outer), ..read.made }, read_otherwise })
    })
}

fn read(text: &str) -> Result<DefinitionText, Unreadable> {
    let offsets = Offsets::new(text);
    let mut writer = Writer::new(text);
    let mut n_documents = 0;
    for event in Parser::new_from_str(text) {
        let (event, span) = event.map_err(|error| Unreadable {
            message: error.info().to_owned(),
            span: Span::empty(offsets.byte(error.marker())),
        })?;
        let start = offsets.byte(&span.start);
        let span = Span::new(start, offsets.byte(&span.end).max(start));
        let refuse = |message: &str| Unreadable { message: message.to_owned(), span: Span::empty(start) };
        match event {
            Event::DocumentStart(_) if n_documents == 1 => return Err(refuse("a second document starts here")),
            Event::DocumentStart(_) => {
                n_documents += 1;
                Ok(())
            }
            Event::Scalar(value, style, anchor, tag) => writer.scalar(&value, style, anchor, tag.as_deref(), span),
            Event::SequenceStart(anchor, tag) => writer.open('[', anchor, tag.as_deref(), span),
            Event::MappingStart(anchor, tag) => writer.open('{', anchor, tag.as_deref(), span),
            Event::SequenceEnd => writer.close(']', span),
            Event::MappingEnd => writer.close('}', span),
            Event::Alias(anchor) => writer.alias(anchor, span),
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentEnd => Ok(()),
        }
        .map_err(refuse)?;
        if writer.made.text.len() > MAX_BYTES {
            return Err(refuse("its aliases make it too large"));
        }
    }
    Ok(DefinitionText { made: writer.made, read_otherwise: writer.read_otherwise })
}

/// From the parser's places, which count characters, to bytes.
struct Offsets {
    /// The byte of each character; none when all characters are one byte long.
    bytes: Option<Vec<usize>>,
    length: usize,
}

impl Offsets {
    fn new(text: &str) -> Self {
        let bytes = (!text.is_ascii()).then(|| text.char_indices().map(|(byte, _)| byte).collect());
        Self { bytes, length: text.len() }
    }

    fn byte(&self, marker: &Marker) -> usize {
        match &self.bytes {
            Some(bytes) => bytes.get(marker.index()).copied().unwrap_or(self.length),
            None => marker.index().min(self.length),
        }
    }
}

#[cfg(test)]
mod tests;
