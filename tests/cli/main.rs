//! The terminal program from outside: what it prints, and what it exits with.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod check;
mod mock_file;
mod query;
mod replay;
mod rules;
mod run;
mod test;
mod test_state;

use serde_json::Value;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const RIGHT: &str = r#"{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:lambda:us-east-1:1:function:f", "End": true}}}"#;
const WRONG: &str = "{\n  \"StartAt\": \"Missing\",\n  \"States\": {\"A\": {\"Type\": \"Succeed\"}}\n}\n";

/// A folder of a test's own.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cli").join(name);
    fs::create_dir_all(&folder).unwrap();
    for (file, text) in [("right.json", RIGHT), ("wrong.json", WRONG), ("input.json", r#"{"n": 1}"#)] {
        fs::write(folder.join(file), text).unwrap();
    }
    folder
}

fn write(folder: &Path, file: &str, value: &Value) {
    let path = folder.join(file);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, value.to_string()).unwrap();
}

/// Exit code, standard output and standard error.
fn pasos(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_pasos")).args(arguments).current_dir(folder).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (done.status.code().unwrap(), text(done.stdout), text(done.stderr))
}

fn json_of(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

#[test]
fn wrong_usage_and_unreadable_files_exit_with_2() {
    let folder = folder("usage");
    for arguments in [
        &["check"][..],
        &["check", "absent.json"],
        &["run", "right.json", "--input", "absent.json"],
        &["run", "right.json", "--start", "yesterday"],
        &["check", "right.json", "--format", "xml"],
        &["query", "--language", "jsonata"],
        &["query", "--language", "jsonata", "--expression", "1"],
        &["query", "--language", "xpath", "--expression", "1", "--input", "input.json"],
        &["query", "--language", "jsonata", "--batch", "absent.jsonl"],
        &["query", "--language", "jsonata", "--batch", "input.json", "--expression", "1"],
        &["run", "right.json", "--mocks", "input.json"],
        &["run", "right.json", "--case", "A"],
        &["run", "right.json", "--files", "absent"],
        &["run", "right.json", "--type", "express"],
        &["test"],
        &["test", "absent.json"],
        &["test", "right.json"],
        &["test-state"],
        &["test-state", "--request", "absent.json"],
        &["nonsense"],
    ] {
        let (code, out, err) = pasos(&folder, arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}");
        assert!(!err.is_empty());
    }
    assert_eq!(pasos(&folder, &["--help"]).0, 0);
}
