//! Writes the JSON of a YAML document, event by event.

use super::scalar::{is_read_otherwise, json_of_plain, push_string};
use crate::import::MappedText;
use crate::text::Span;
use saphyr_parser::{ScalarStyle, Tag};
use std::collections::BTreeMap;

/// An object or array that is open.
struct Frame {
    is_object: bool,
    /// How many keys and values it has so far.
    n_nodes: usize,
    anchor: usize,
    start: usize,
    /// Whether a tag put it into an object of its own.
    is_wrapped: bool,
}

pub(super) struct Writer<'a> {
    source: &'a str,
    pub(super) made: MappedText,
    /// Scalars that YAML 1.1 reads otherwise.
    pub(super) read_otherwise: Vec<Span>,
    open: Vec<Frame>,
    /// What each anchor names, in the text made so far.
    anchors: BTreeMap<usize, Span>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self {
            source,
            made: MappedText::default(),
            read_otherwise: Vec::new(),
            open: Vec::new(),
            anchors: BTreeMap::new(),
        }
    }

    pub(super) fn scalar(
        &mut self,
        value: &str,
        style: ScalarStyle,
        anchor: usize,
        tag: Option<&Tag>,
        span: Span,
    ) -> Result<(), &'static str> {
        let is_key = self.before_node(span);
        if is_key && value == "<<" && style == ScalarStyle::Plain {
            return Err("merge keys (<<) are not read; write the fields out");
        }
        let start = self.made.text.len();
        let is_wrapped = !is_key && self.open_wrapper(tag, span);
        let is_plain = style == ScalarStyle::Plain;
        let is_tagged =
            tag.is_some_and(|tag| ["int", "float", "bool", "null"].iter().any(|suffix| is_core(tag, suffix)));
        let is_text = is_key || !(is_plain || is_tagged) || tag.is_some_and(is_string);
        if !is_text && tag.is_none() && is_read_otherwise(value) {
            self.read_otherwise.push(span);
        }
        match if is_text { None } else { json_of_plain(value) } {
            Some(json) if json == value && tag.is_none() => self.made.push_copy(value, span.start),
            Some(json) => self.made.push(&json, span),
            None => push_string(&mut self.made, self.source, value, style, span),
        }
        if is_wrapped {
            self.made.push("}", Span::empty(span.end));
        }
        self.remember(anchor, start);
        Ok(())
    }

    pub(super) fn open(
        &mut self,
        bracket: char,
        anchor: usize,
        tag: Option<&Tag>,
        span: Span,
    ) -> Result<(), &'static str> {
        if self.before_node(span) {
            return Err("a key has to be a text");
        }
        let start = self.made.text.len();
        let is_wrapped = self.open_wrapper(tag, span);
        let is_object = bracket == '{';
        self.made.push(if is_object { "{" } else { "[" }, Span::empty(span.start));
        self.open.push(Frame { is_object, n_nodes: 0, anchor, start, is_wrapped });
        Ok(())
    }

    pub(super) fn close(&mut self, bracket: char, span: Span) -> Result<(), &'static str> {
        let Some(frame) = self.open.pop() else { return Err("an end without a start") };
        // A block ends where the next thing starts: the blanks between are not part of it.
        let end = self.source.get(..span.end).map_or(span.end, |before| before.trim_end().len());
        let close = if bracket == '}' { "}" } else { "]" };
        self.made.push(close, Span::empty(end));
        if frame.is_wrapped {
            self.made.push("}", Span::empty(end));
        }
        self.remember(frame.anchor, frame.start);
        Ok(())
    }

    pub(super) fn alias(&mut self, anchor: usize, span: Span) -> Result<(), &'static str> {
        if self.before_node(span) {
            return Err("a key has to be a text");
        }
        let Some(named) = self.anchors.get(&anchor) else { return Err("an alias inside of what it names") };
        if self.made.text.len() + named.len() > super::MAX_BYTES {
            return Err("its aliases make it too large");
        }
        let mut part = MappedText::default();
        part.push_part(&self.made, *named);
        self.made.push_part(&part, Span::new(0, part.text.len()));
        Ok(())
    }

    /// Writes what stands between the node before and the next one; whether the next one is a key.
    fn before_node(&mut self, span: Span) -> bool {
        let place = Span::empty(span.start);
        let Some(frame) = self.open.last_mut() else { return false };
        let is_key = frame.is_object && frame.n_nodes.is_multiple_of(2);
        let separator = match (frame.n_nodes, frame.is_object && !is_key) {
            (0, _) => "",
            (_, true) => ":",
            _ => ",",
        };
        frame.n_nodes += 1;
        self.made.push(separator, place);
        is_key
    }

    /// `!Sub`, `!GetAtt` and the like: `{"Fn::Sub":`.
    fn open_wrapper(&mut self, tag: Option<&Tag>, span: Span) -> bool {
        let Some(tag) = tag.filter(|tag| tag.handle == "!" && !tag.suffix.is_empty()) else { return false };
        let name = match tag.suffix.as_str() {
            name @ ("Ref" | "Condition") => name.to_owned(),
            name => format!("Fn::{name}"),
        };
        let key = serde_json::Value::String(name).to_string();
        self.made.push(&format!("{{{key}:"), Span::empty(span.start));
        true
    }

    fn remember(&mut self, anchor: usize, start: usize) {
        if anchor != 0 {
            self.anchors.insert(anchor, Span::new(start, self.made.text.len()));
        }
    }
}

/// Whether a tag says that a scalar is a text, whatever it looks like: `!!str`, or a lone `!` (YAML 1.2, section 6.9.1).
fn is_string(tag: &Tag) -> bool {
    let is_lone = format!("{}{}", tag.handle, tag.suffix) == "!";
    is_lone || is_core(tag, "str")
}

fn is_core(tag: &Tag, suffix: &str) -> bool {
    tag.suffix == suffix && (tag.is_yaml_core_schema() || tag.handle == "!!")
}
