//! The data of a state: `InputPath`, `ResultPath` and `OutputPath`, which become one value
//! (specification, "Input and output processing").

use super::change::Note;
use super::code::Code;
use super::data::Data;
use super::fields::{Fields, Part};
use super::obstacle::Reason;
use super::template::Reading;
use crate::expr::jsonpath::{Path, Root, SimpleStep};
use crate::text::json::{NodeId, NodeKind};

/// What `$states.input` is.
pub(super) const INPUT: &str = "$states.input";
/// What `$states.result` is.
pub(super) const RESULT: &str = "$states.result";

/// How many names of a `ResultPath` are followed; each takes three pairs of brackets.
const LONGEST_RESULT_PATH: usize = 12;

impl<'d> Fields<'d> {
    /// What is left of some data by `InputPath` or `OutputPath`.
    pub(super) fn filtered(&mut self, part: &Part<'d>, field: &str, data: Data) -> Option<Data> {
        let Some(node) = self.get(part, field) else { return Some(data) };
        if matches!(self.document.tree().kind(node), NodeKind::Null) {
            return Some(Data::Object(Vec::new()));
        }
        let found = match self.document.tree().as_str(node) {
            Some(text) => self.reader.text(text, &data),
            None => Err(Reason::WrongValue),
        };
        self.tried(part, field, found)
    }

    /// The input after `InputPath`.
    pub(super) fn input(&mut self, part: &Part<'d>) -> Option<Data> {
        self.filtered(part, "InputPath", Data::root(INPUT))
    }

    /// A value put into the state's input where `ResultPath` says.
    pub(super) fn result_path(&mut self, part: &Part<'d>, value: Data) -> Option<Data> {
        let Some(node) = self.get(part, "ResultPath") else { return Some(value) };
        let placed = self.placed(node, value);
        self.tried(part, "ResultPath", placed)
    }

    fn placed(&self, node: NodeId, value: Data) -> Result<Data, Reason> {
        let tree = self.document.tree();
        if matches!(tree.kind(node), NodeKind::Null) {
            return Ok(Data::root(INPUT));
        }
        let text = tree.as_str(node).ok_or(Reason::WrongValue)?;
        let invalid = || Reason::InvalidPath { path: text.to_owned() };
        let path = Path::parse(text).map_err(|_| invalid())?;
        if *path.root() != Root::Input || !path.is_reference() {
            return Err(invalid());
        }
        // Longer ones would take long to write, and nothing could run them.
        if path.steps().len() > LONGEST_RESULT_PATH {
            return Err(Reason::TooDeep);
        }
        let mut bases = vec![Code::new(INPUT, super::code::Kind::Unknown)];
        let mut names = Vec::new();
        for step in path.simple_steps().unwrap_or_default() {
            let SimpleStep::Name(name) = step else { return Err(Reason::ResultIntoList { path: text.to_owned() }) };
            bases.extend(bases.last().map(|base| base.member(&name)));
            names.push(name);
        }
        let around = bases.into_iter().zip(names).rev();
        Ok(around.fold(value, |value, (base, name)| Data::Merged { base, name, value: Box::new(value) }))
    }

    /// Whether `ResultPath` and `OutputPath` leave a result as it is.
    fn keeps_result(&self, part: &Part<'_>) -> bool {
        ["ResultPath", "OutputPath"].into_iter().all(|field| match self.get(part, field) {
            None => true,
            Some(node) => self.document.tree().as_str(node) == Some("$"),
        })
    }

    /// The output of a state with a result: `ResultSelector`, `ResultPath` and `OutputPath` become `Output`.
    pub(super) fn output_of_result(&mut self, part: &mut Part<'d>) {
        let result = Data::root(RESULT);
        let selector = self.get(part, "ResultSelector");
        let sources = ["ResultSelector", "ResultPath", "OutputPath"];
        if selector.is_some() && self.keeps_result(part) {
            self.put_template(part, "ResultSelector", "Output", Reading::Template, &result);
            return self.drop_fields(part, &sources[1..]);
        }
        let selected = match selector {
            None => Some(result),
            Some(node) => {
                let value = self.reader.value(node, Reading::Template, &result);
                self.tried(part, "ResultSelector", value)
            }
        };
        let Some(selected) = selected else { return };
        self.put_output(part, selected, &sources, RESULT);
    }

    /// Puts out what `ResultPath` and `OutputPath` make of a value; nothing has to be said where that is what the state
    /// puts out anyway.
    fn put_output(&mut self, part: &mut Part<'d>, value: Data, sources: &[&str], default: &str) {
        let Some(placed) = self.result_path(part, value) else { return };
        let Some(output) = self.filtered(part, "OutputPath", placed) else { return };
        if output.is(default) {
            return self.drop_fields(part, sources);
        }
        self.put(part, sources, "Output", &output);
    }

    /// Pass: all its fields become `Output`.
    pub(super) fn pass(&mut self, part: &mut Part<'d>) {
        let Some(input) = self.input(part) else { return };
        let (template, reading) = match self.get(part, "Result") {
            Some(node) => (Some((node, "Result")), Reading::Literal),
            None => (self.get(part, "Parameters").map(|node| (node, "Parameters")), Reading::Template),
        };
        let value = match template {
            None => Some(input.clone()),
            Some((node, field)) => {
                let value = self.reader.value(node, reading, &input);
                self.tried(part, field, value)
            }
        };
        let Some(value) = value else { return };
        // Nothing looks at the input then, so that it is not missed either.
        if reading == Reading::Literal && matches!(&input, Data::Code(code) if code.may_miss) {
            self.reader.note(Note::MissingIsLeftOut);
        }
        let sources = ["Result", "Parameters", "ResultPath", "OutputPath", "InputPath"];
        match template {
            Some((_, field)) if self.keeps_result(part) => {
                self.put_template(part, field, "Output", reading, &input);
                self.drop_fields(part, &sources);
            }
            _ => self.put_output(part, value.clone(), &sources, INPUT),
        }
        // What is drawn for the output must not be drawn again for the variables.
        if value.is_drawn() && self.has(part, "Assign") {
            self.refuse(part, "Assign", Reason::DrawnTwice);
        }
        self.put_template(part, "Assign", "Assign", Reading::Template, &value);
    }

    /// States that pass their input on: `InputPath` and `OutputPath` become `Output`.
    pub(super) fn pass_through(&mut self, part: &mut Part<'d>) {
        let Some(input) = self.input(part) else { return };
        self.put_template(part, "Assign", "Assign", Reading::Template, &input);
        let Some(output) = self.filtered(part, "OutputPath", input) else { return };
        let sources = ["OutputPath", "InputPath"];
        if output.is(INPUT) {
            return self.drop_fields(part, &sources);
        }
        self.put(part, &sources, "Output", &output);
    }

    /// What a Task or Parallel state sends: `InputPath` and `Parameters` become `Arguments`. Gives what `$` is in the
    /// fields beside them.
    pub(super) fn arguments(&mut self, part: &mut Part<'d>) -> Option<Data> {
        let input = self.input(part)?;
        if self.has(part, "Parameters") {
            self.put_template(part, "Parameters", "Arguments", Reading::Template, &input);
            self.drop_fields(part, &["InputPath"]);
        } else if input.is(INPUT) {
            self.drop_fields(part, &["InputPath"]);
        } else {
            self.put(part, &["InputPath"], "Arguments", &input);
        }
        Some(input)
    }
}
