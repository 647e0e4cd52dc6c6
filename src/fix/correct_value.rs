//! A value that a service does not know: write the one that was meant.

use super::place::pointer;
use super::slip::is_slip;
use super::{Fix, FixTitle};
use crate::asl::Document;
use crate::check::{Diagnostic, Problem};
use crate::edit::commands::SetField;
use crate::edit::{Command, FieldValue};

pub(super) fn fixes(document: &Document, diagnostic: &Diagnostic) -> Vec<Fix> {
    let tree = document.tree();
    let Problem::Lint(lint) = &diagnostic.problem else { return Vec::new() };
    let known = lint.arguments.get("known").filter(|_| lint.key == "similar");
    let (Some(known), Some(written)) = (known, lint.arguments.get("value")) else { return Vec::new() };
    let object = tree.innermost_at(diagnostic.span.start).and_then(|value| tree.parent(value));
    let members = object.map(|object| tree.members(object)).unwrap_or_default();
    let member = members.iter().find(|member| tree.span(member.value) == diagnostic.span);
    let (Some(object), Some(member)) = (object, member) else { return Vec::new() };
    vec![Fix {
        title: FixTitle::CorrectField { field: known.clone() },
        command: Command::from(SetField {
            object: pointer(document, object),
            field: member.key.to_string(),
            value: Some(FieldValue::Value(known.as_str().into())),
        }),
        is_safe: is_slip(written, known),
    }]
}
