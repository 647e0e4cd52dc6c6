//! Files that the terminal program cannot use.

use super::soon;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const PASS: &str = r#"{"StartAt": "S", "States": {"S": {"Type": "Pass", "End": true}}}"#;

/// A folder with files of every bad kind.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bad_input").join(name);
    fs::create_dir_all(&folder).unwrap();
    let files: [(&str, Vec<u8>); 7] = [
        ("pass.json", PASS.into()),
        ("latin1.json", b"{\"a\": \"\xe9\"}".to_vec()),
        ("empty.json", Vec::new()),
        ("broken.json", b"{\"a\": ".to_vec()),
        ("deep.json", b"[".repeat(100_000)),
        ("infinite.json", b"{\"a\": [1,\n 1e400]}".to_vec()),
        ("large.json", format!("\"{}\"", "x".repeat(10 << 20)).into()),
    ];
    for (file, content) in files {
        fs::write(folder.join(file), content).unwrap();
    }
    folder
}

/// Exit code, standard output and standard error.
fn pasos(folder: &Path, line: &str) -> (i32, String, String) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pasos"));
    command.args(line.split(' ')).current_dir(folder);
    let done = soon(move || command.output().unwrap());
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (done.status.code().unwrap(), text(done.stdout), text(done.stderr))
}

#[test]
fn files_that_cannot_be_read_exit_with_2_and_are_named() {
    let folder = folder("unreadable");
    for command in [
        "run pass.json --input FILE",
        "run pass.json --context FILE",
        "run pass.json --mocks FILE --case C",
        "test FILE",
        "test-state --request FILE",
        "query --language jsonata --expression 1 --input FILE",
    ] {
        for file in ["latin1.json", "empty.json", "broken.json", "deep.json", "infinite.json"] {
            let (code, out, err) = pasos(&folder, &command.replace("FILE", file));
            assert_eq!((code, &*out), (2, ""), "{command} with {file}: {err}");
            assert!(err.starts_with("pasos: ") && err.contains(file), "{command} with {file}: {err}");
        }
    }
}

#[test]
fn numbers_that_no_double_holds_are_refused_with_their_place() {
    let (_, _, err) = pasos(&folder("infinite"), "run pass.json --input infinite.json");
    assert!(err.contains("infinite.json is not valid JSON: line 2, column 2: This number is too large"), "{err}");
}

#[test]
fn definitions_that_are_none_are_problems_and_not_failures() {
    let folder = folder("definitions");
    for file in ["empty.json", "broken.json", "deep.json", "large.json"] {
        for command in ["check FILE", "check FILE --format json", "run FILE", "run FILE --output json"] {
            let (code, out, err) = pasos(&folder, &command.replace("FILE", file));
            assert_eq!((code, &*err), (1, ""), "{command} with {file}");
            assert!(!out.is_empty());
        }
    }
    for command in ["check latin1.json", "run latin1.json"] {
        assert_eq!(pasos(&folder, command).0, 2);
    }
}

#[test]
fn large_payloads_end_the_execution_and_not_the_program() {
    let folder = folder("large");
    let (code, out, err) = pasos(&folder, "run pass.json --input large.json");
    assert_eq!((code, &*err), (3, ""));
    assert!(out.contains("States.DataLimitExceeded"));
    let (code, out, _) = pasos(&folder, "query --language jsonata --expression $length($) --input large.json");
    assert_eq!((code, out.trim()), (0, r#"{"result":10485760}"#));
}

#[test]
fn an_empty_batch_has_no_answers() {
    let folder = folder("batch");
    let (code, out, _) = pasos(&folder, "query --language jsonata --batch empty.json");
    assert_eq!((code, &*out), (0, ""));
    assert_eq!(pasos(&folder, "query --language jsonata --batch latin1.json").0, 2);
}
