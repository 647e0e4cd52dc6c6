//! A path, a call or an expression that stays text: give the field the name, or the text the form, in which it is evaluated.

use super::place::pointer;
use super::{Fix, FixTitle};
use crate::asl::Document;
use crate::check::{Diagnostic, Problem};
use crate::edit::commands::{RenameField, SetField};
use crate::edit::{Command, FieldValue};
use crate::text::json::{NodeId, NodeKind};

pub(super) fn fixes(document: &Document, diagnostic: &Diagnostic) -> Vec<Fix> {
    let tree = document.tree();
    let Problem::Lint(lint) = &diagnostic.problem else { return Vec::new() };
    let node = tree.innermost_at(diagnostic.span.start);
    let Some((object, field)) = node.and_then(|node| member(document, node, diagnostic)) else { return Vec::new() };
    let value = tree.get(object, &field).and_then(|value| tree.as_str(value)).unwrap_or_default();
    match lint.key.as_str() {
        "" | "call" => vec![rename(document, object, &field, format!("{field}.$"))],
        "beside" => vec![rename(document, object, &field, format!("{field}Path"))],
        "key" => {
            field.strip_suffix(".$").map(|name| rename(document, object, &field, name.to_owned())).into_iter().collect()
        }
        "undelimited" | "condition" => vec![expression(document, object, &field, format!("{{% {value} %}}"))],
        "embedded" => joined(value).map(|text| expression(document, object, &field, text)).into_iter().collect(),
        "jsonpath" => of_path(value).map(|text| expression(document, object, &field, text)).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// The field that a diagnostic marks, by its name or by its value.
fn member(document: &Document, node: NodeId, diagnostic: &Diagnostic) -> Option<(NodeId, String)> {
    let tree = document.tree();
    let object = if matches!(tree.kind(node), NodeKind::Object(_)) { node } else { tree.parent(node)? };
    let is_marked = |member: &&crate::text::json::Member| {
        member.key_span == diagnostic.span || tree.span(member.value) == diagnostic.span
    };
    tree.members(object).iter().find(is_marked).map(|member| (object, member.key.to_string()))
}

fn rename(document: &Document, object: NodeId, field: &str, to: String) -> Fix {
    Fix {
        title: FixTitle::CorrectField { field: to.clone() },
        command: Command::from(RenameField { object: pointer(document, object), field: field.to_owned(), to }),
        // A service may be meant to get the letters of the path.
        is_safe: false,
    }
}

fn expression(document: &Document, object: NodeId, field: &str, text: String) -> Fix {
    let value = Some(FieldValue::Value(text.clone().into()));
    Fix {
        title: FixTitle::WriteExpression { text },
        command: Command::from(SetField { object: pointer(document, object), field: field.to_owned(), value }),
        is_safe: false,
    }
}

/// `Hello {% x %}!` as one expression.
fn joined(text: &str) -> Option<String> {
    let literal = |text: &str| (!text.is_empty()).then(|| serde_json::Value::from(text).to_string());
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("{%") {
        let (inner, after) = behind.split_once("%}")?;
        parts.extend(literal(before));
        parts.push(format!("({})", inner.trim()));
        rest = after;
    }
    parts.extend(literal(rest));
    (!rest.contains("%}")).then(|| format!("{{% {} %}}", parts.join(" & ")))
}

/// The expression for a path that only names members.
fn of_path(path: &str) -> Option<String> {
    let (root, members) = match path.strip_prefix("$$.") {
        Some(members) => ("context", members),
        None => ("input", path.strip_prefix("$.")?),
    };
    let is_name = |name: &str| {
        name.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
            && name.chars().all(|any| any.is_ascii_alphanumeric() || any == '_')
    };
    members.split('.').all(is_name).then(|| format!("{{% $states.{root}.{members} %}}"))
}
