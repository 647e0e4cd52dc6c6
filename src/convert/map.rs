//! Map: its items, what each iteration gets, and the parts of a distributed one.

use super::change::Note;
use super::data::Data;
use super::fields::{Fields, Part};
use super::obstacle::Reason;
use super::output::INPUT;
use super::template::Reading;

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
        for field in ["MaxConcurrency", "ToleratedFailureCount", "ToleratedFailurePercentage"] {
            self.put_number(part, field, &input);
        }
        self.reader_part(part, &input);
        self.batcher_part(part, &input);
        self.writer_part(part, &input);
    }

    /// Turns a path to a number into an expression.
    fn put_number(&mut self, part: &mut Part<'d>, field: &str, input: &Data) {
        if self.has(part, &format!("{field}Path")) {
            self.reader.notes.insert(Note::NumbersAreNumbers);
            self.put_path(part, field, input);
        }
    }

    fn reader_part(&mut self, state: &Part<'d>, input: &Data) {
        let Some(node) = self.get(state, "ItemReader") else { return };
        let mut part = self.part(node, "ItemReader.");
        self.put_template(&mut part, "Parameters", "Arguments", Reading::Template, input);
        if let Some(config) = self.get(&part, "ReaderConfig") {
            let mut config = self.part(config, "ItemReader.ReaderConfig.");
            self.put_number(&mut config, "MaxItems", input);
            self.close(config);
        }
        self.close(part);
    }

    fn batcher_part(&mut self, state: &Part<'d>, input: &Data) {
        let Some(node) = self.get(state, "ItemBatcher") else { return };
        let mut part = self.part(node, "ItemBatcher.");
        self.put_number(&mut part, "MaxItemsPerBatch", input);
        self.put_number(&mut part, "MaxInputBytesPerBatch", input);
        self.put_template(&mut part, "BatchInput", "BatchInput", Reading::Template, input);
        self.close(part);
    }

    fn writer_part(&mut self, state: &Part<'d>, input: &Data) {
        let Some(node) = self.get(state, "ResultWriter") else { return };
        let mut part = self.part(node, "ResultWriter.");
        self.put_template(&mut part, "Parameters", "Arguments", Reading::Template, input);
        self.close(part);
    }
}
