//! What a text is, by its looks.

use crate::text::json::{self, NodeKind, Tree};

/// What a file or a pasted text seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Detected {
    /// A definition in JSON, right or half right.
    Definition,
    /// A project of Pasos.
    Project,
    /// Several machines of Pasos in one file.
    Machines,
    /// JSON, but no machine.
    OtherJson,
    /// Text, but neither JSON nor anything else that is known.
    OtherText,
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

/// How files of data end.
const DATA_EXTENSIONS: [&str; 8] = [".csv", ".tsv", ".json", ".jsonl", ".ndjson", ".gz", ".parquet", ".zst"];

/// Whether a file's name says that it holds data, as a distributed Map reads them.
pub fn is_data_file(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    !lower.ends_with(".asl.json") && DATA_EXTENSIONS.iter().any(|extension| lower.ends_with(extension))
}

fn detect_read(text: &str, tree: &Tree) -> Detected {
    let Some(root) = tree.root() else { return Detected::OtherText };
    let has = |field: &str| tree.get(root, field).is_some();
    match tree.kind(root) {
        NodeKind::Object(_) if has("States") || has("StartAt") => Detected::Definition,
        NodeKind::Object(_) if has("version") && has("machines") && has("pasos") => Detected::Machines,
        NodeKind::Object(_) if has("version") && has("text") => Detected::Project,
        NodeKind::Object(_) if has("Resources") => Detected::Template,
        NodeKind::Object(_) if has("events") => Detected::History,
        NodeKind::Invalid if looks_like_yaml(text) => Detected::Yaml,
        NodeKind::Invalid => Detected::OtherText,
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
            ("hello", Detected::OtherText),
            ("a,b\n1,2\n", Detected::OtherText),
            (r#"{"version": 4, "text": "{}"}"#, Detected::Project),
            (r#"{"pasos": "machines", "version": 4, "machines": []}"#, Detected::Machines),
            (r#"{"Resources": {}}"#, Detected::Template),
            (r#"{"events": []}"#, Detected::History),
            ("StartAt: A\nStates:\n  A:\n    Type: Pass\n", Detected::Yaml),
            ("\0\u{1}", Detected::Binary),
            (" \n", Detected::Empty),
        ] {
            assert_eq!(detect(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_files_name_tells_data() {
        assert!(["a.csv", "b.JSONL", "c.json"].into_iter().all(is_data_file));
        assert!(!["a.asl.json", "b.zip", "csv"].into_iter().any(is_data_file));
    }
}
