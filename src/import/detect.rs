//! What a text is, by its looks.

use crate::text::json::{self, NodeKind, Tree};

/// What a file or a pasted text seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detected {
    /// A definition in JSON, right or half right.
    Definition,
    /// JSON, but no machine.
    OtherJson,
    /// A CloudFormation or SAM template in JSON.
    Template,
    /// The history of an execution.
    History,
    /// YAML, by its looks.
    Yaml,
    /// Not text.
    Binary,
    /// Nothing.
    Empty,
}

/// Guesses what a text is from its outermost fields.
pub fn detect(text: &str) -> Detected {
    unreadable(text).unwrap_or_else(|| detect_read(text, &json::parse(text).tree))
}

/// What a text is that is nothing to read: empty or binary.
pub fn unreadable(text: &str) -> Option<Detected> {
    if text.trim().is_empty() {
        return Some(Detected::Empty);
    }
    (text.contains('\0') || text.contains(char::REPLACEMENT_CHARACTER)).then_some(Detected::Binary)
}

/// Guesses what a text is that was read already.
pub fn detect_read(text: &str, tree: &Tree) -> Detected {
    let Some(root) = tree.root() else { return Detected::OtherJson };
    let has = |field: &str| tree.get(root, field).is_some();
    match tree.kind(root) {
        NodeKind::Object(_) if has("States") || has("StartAt") => Detected::Definition,
        NodeKind::Object(_) if has("Resources") => Detected::Template,
        NodeKind::Object(_) if has("events") => Detected::History,
        NodeKind::Invalid if looks_like_yaml(text) => Detected::Yaml,
        _ => Detected::OtherJson,
    }
}

fn looks_like_yaml(text: &str) -> bool {
    text.lines().any(|line| {
        let line = line.trim_start();
        ["StartAt:", "States:", "Comment:", "Resources:", "AWSTemplateFormatVersion:"]
            .iter()
            .any(|key| line.starts_with(key))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_them_apart() {
        for (text, expected) in [
            (r#"{"StartAt": "A", "States": {"A""#, Detected::Definition),
            ("[1, 2]", Detected::OtherJson),
            (r#"{"Resources": {}}"#, Detected::Template),
            (r#"{"events": []}"#, Detected::History),
            ("StartAt: A\nStates:\n  A:\n    Type: Pass\n", Detected::Yaml),
            ("\0\u{1}", Detected::Binary),
            (" \n", Detected::Empty),
        ] {
            assert_eq!(detect(text), expected, "{text:?}");
        }
    }
}
