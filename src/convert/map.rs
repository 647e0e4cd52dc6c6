//! Map: its items, what each iteration gets, and the parts of a distributed one.

use super::change::Note;
use super::data::Data;
use super::fields::{Fields, Part};
use super::obstacle::Reason;
use super::output::INPUT;
use super::template::Reading;
use crate::asl::field::{self, Field};
use crate::asl::map_part::{self, MapPart};
use crate::asl::{QueryLanguage, StateType};
use crate::text::json::NodeId;

impl<'d> Fields<'d> {
    /// The fields of a Map state before its result.
    pub(super) fn map(&mut self, part: &mut Part<'d>) {
        let Some(input) = self.input(part) else { return };
        // What a reader reads is not filtered by `ItemsPath`.
        let reads = self.has(part, "ItemReader");
        let Some(items) = self.filtered(part, "ItemsPath", input.clone()) else { return };
        if items.is(INPUT) || reads {
            self.drop_fields(part, &["ItemsPath", "InputPath"]);
        } else {
            self.put(part, &["ItemsPath", "InputPath"], "Items", &items);
        }
        if self.has(part, "ItemSelector") && self.has(part, "Parameters") {
            self.refuse(part, "Parameters", Reason::FieldTaken { field: "ItemSelector".to_owned() });
        }
        let selector = if self.has(part, "ItemSelector") { "ItemSelector" } else { "Parameters" };
        self.put_template(part, selector, "ItemSelector", Reading::Template, &input);
        self.put_numbers(part, field::of_state(StateType::Map), &input);
        for (map_part, node) in map_part::parts(self.document.tree(), self.node) {
            self.map_part(map_part, node, &input);
        }
    }

    /// Turns paths to numbers into expressions.
    fn put_numbers(&mut self, part: &mut Part<'d>, known: &[Field], input: &Data) {
        let paths = known.iter().filter_map(|field| Some((field, field.stem(known)?)));
        for (field, stem) in paths {
            if self.has(part, field.name) {
                self.reader.notes.insert(Note::NumbersAreNumbers);
                self.put_path(part, stem, input);
            }
        }
    }

    /// A part of a Map state: its numbers, and its templates, which stay under their name or have another in JSONata.
    fn map_part(&mut self, of: MapPart, node: NodeId, input: &Data) {
        let place = of.places().first().map(|place| place.join(".")).unwrap_or_default();
        let mut part = self.part(node, format!("{place}."));
        self.put_numbers(&mut part, of.fields(), input);
        let is_template = |field: &&Field| field.is_of(QueryLanguage::JSONPath) && field.kind.is_payload_template();
        for field in of.fields().iter().filter(is_template) {
            let name = if field.is_of(QueryLanguage::JSONata) { field.name } else { "Arguments" };
            self.put_template(&mut part, field.name, name, Reading::Template, input);
        }
        self.close(part);
    }
}
