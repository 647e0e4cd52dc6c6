//! One state: which fields each type of state converts.

use super::change::{Missing, Note};
use super::code::Code;
use super::data::Data;
use super::fields::{Fields, Part};
use super::obstacle::Reason;
use super::output::{INPUT, RESULT};
use super::template::Reading;
use crate::asl::choice;
use crate::asl::{Document, StateId, StateType};

/// What becomes of the state's `QueryLanguage`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Marking {
    /// It says JSONata.
    Always,
    /// The same, unless nothing else changes: the state means the same in both languages.
    WhereChanged,
    /// It goes: the machine says it.
    Never,
}

/// Converts the fields of a state.
pub(super) fn convert<'d>(document: &'d Document, state: StateId, marking: Marking, missing: Missing) -> Fields<'d> {
    let mut fields = Fields::new(document, state, missing);
    let mut part = fields.part(fields.node, "");
    let Some(state_type) = document.machine().state(state).state_type else {
        fields.refuse(&part, "Type", Reason::UnknownType);
        return fields;
    };
    match state_type {
        StateType::Pass => fields.pass(&mut part),
        StateType::Succeed => fields.pass_through(&mut part),
        StateType::Wait => fields.wait(&mut part),
        StateType::Choice => fields.choice(&mut part),
        StateType::Fail => fields.fail(&mut part),
        StateType::Task => fields.task(&mut part),
        StateType::Parallel => {
            fields.arguments(&mut part);
            fields.with_result(&mut part);
        }
        StateType::Map => {
            fields.map(&mut part);
            fields.with_result(&mut part);
        }
    }
    fields.mark(&mut part, marking);
    fields.note_errors(&part);
    fields.close(part);
    fields
}

impl<'d> Fields<'d> {
    /// What a state with a result does with it, and with errors.
    fn with_result(&mut self, part: &mut Part<'d>) {
        self.output_of_result(part);
        self.put_template(part, "Assign", "Assign", Reading::Template, &Data::root(RESULT));
        self.handlers(part);
    }

    fn task(&mut self, part: &mut Part<'d>) {
        if let Some(input) = self.arguments(part) {
            self.put_path(part, "TimeoutSeconds", &input);
            self.put_path(part, "HeartbeatSeconds", &input);
        }
        // Both are read off the state's own input.
        for field in ["Credentials", "RateControl"] {
            self.put_template(part, field, field, Reading::Template, &Data::root(INPUT));
        }
        self.with_result(part);
    }

    fn wait(&mut self, part: &mut Part<'d>) {
        if let Some(input) = self.input(part) {
            self.put_path(part, "Seconds", &input);
            self.put_path(part, "Timestamp", &input);
        }
        self.pass_through(part);
    }

    fn fail(&mut self, part: &mut Part<'d>) {
        for field in ["Error", "Cause"] {
            self.put_path(part, field, &Data::root(INPUT));
            self.keep_literal(part, field);
        }
    }

    fn choice(&mut self, part: &mut Part<'d>) {
        let Some(input) = self.input(part) else { return };
        let Some(output) = self.filtered(part, "OutputPath", input.clone()) else { return };
        let tree = self.document.tree();
        let rules = self.get(part, "Choices").map(|list| tree.items(list)).unwrap_or_default();
        for (index, rule) in rules.iter().enumerate() {
            let mut rule = self.part(*rule, format!("Choices[{index}]."));
            self.rule(&mut rule, &input, &output);
            self.close(rule);
        }
        // The state's own output and variables count where its default is taken, and only there.
        self.put_template(part, "Assign", "Assign", Reading::Template, &input);
        let sources = ["OutputPath", "InputPath"];
        if output.is(INPUT) || !self.has(part, "Default") {
            return self.drop_fields(part, &sources);
        }
        self.put(part, &sources, "Output", &output);
    }

    fn rule(&mut self, part: &mut Part<'d>, input: &Data, output: &Data) {
        let condition = self.reader.condition(part.node, input, false);
        let Some(condition) = self.tried(part, "Condition", condition) else { return };
        let tree = self.document.tree();
        let of_rule = |name: &str| matches!(name, "Variable" | "And" | "Or" | "Not") || choice::find(name).is_some();
        let sources: Vec<&str> =
            tree.members(part.node).iter().map(|member| &*member.key).filter(|name| of_rule(name)).collect();
        self.put(part, &sources, "Condition", &Data::Code(Code { may_miss: false, ..condition }));
        self.put_template(part, "Assign", "Assign", Reading::Template, input);
        if !output.is(INPUT) {
            self.put(part, &[], "Output", output);
        }
    }

    /// Writes the language into the state, or out of it.
    fn mark(&mut self, part: &mut Part<'d>, marking: Marking) {
        let field = "QueryLanguage";
        let marks = match marking {
            Marking::Always => true,
            Marking::WhereChanged => !self.changes.is_empty(),
            Marking::Never => return self.drop_fields(part, &[field]),
        };
        if !marks {
            return;
        }
        let written = r#""QueryLanguage": "JSONata""#;
        match part.members.source(field) {
            Some(_) => part.members.put(&[field], written.to_owned()),
            None => part.members.add_after("Type", written.to_owned()),
        }
        let before = part.members.source(field).unwrap_or_default();
        self.told(part, field, before, written, None);
    }

    /// What ended the execution at once may be caught now, by this state or by one around it.
    fn note_errors(&mut self, part: &Part<'d>) {
        if !self.takes_errors(part) && !self.is_inner() {
            return;
        }
        let is_new = |after: &str| after.contains("{%");
        let own = self.changes.iter_mut().find(|change| is_new(&change.after) && !change.field.starts_with("Catch"));
        if let Some(change) = own.filter(|change| !change.notes.contains(&Note::ErrorIsCaught)) {
            change.notes.push(Note::ErrorIsCaught);
            change.notes.sort();
        }
    }
}
