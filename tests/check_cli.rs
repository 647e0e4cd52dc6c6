//! `pasos check` from outside: which files it takes, and how it prints what it finds.
#![cfg(feature = "cli")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const WRONG: &str = "{\n  \"StartAt\": \"Ñ😀 x\",\n  \"States\": {\"A\": {\"Type\": \"Succeed\"}}\n}\n";
const RIGHT: &str = r#"{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}"#;
const YAML: &str = "StartAt: A\nStates:\n  A:\n    Type: Pass\n    Result: {n: 1}\n    Next: Nowhere\n";
const TEMPLATE: &str = "Resources:
  Here:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      StateMachineType: EXPRESS
      DefinitionString: !Sub |
        {
          \"StartAt\": \"A\",
          \"States\": {\"A\": {\"Type\": \"Wait\", \"Seconds\": ${Delay}, \"Next\": \"Gone\"}}
        }
  Beside:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: ./flows/beside.asl.json
";
const BESIDE: &str =
    "{\"StartAt\": \"A\", \"States\": {\"A\": {\"Type\": \"Wait\",\n\"Seconds\": ${Delay}, \"End\": true}}}";

fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("check_cli").join(name);
    let _ = fs::remove_dir_all(&folder);
    for (file, text) in files {
        let path = folder.join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

fn pasos(folder: &Path, arguments: &[&str]) -> (i32, String, String) {
    let done = Command::new(env!("CARGO_BIN_EXE_pasos")).args(arguments).current_dir(folder).output().unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    (done.status.code().unwrap(), text(done.stdout), text(done.stderr))
}

fn json_of(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

/// Rule, line and column of all that was found in a file.
fn places(file: &Value) -> Vec<(String, u64, u64)> {
    let place = |found: &Value| {
        (found["rule"].as_str().unwrap().to_owned(), found["line"].as_u64().unwrap(), found["column"].as_u64().unwrap())
    };
    file["diagnostics"].as_array().unwrap().iter().map(place).collect()
}

#[test]
fn yaml_is_checked_and_run_at_its_own_lines() {
    let folder = folder("yaml", &[("a.asl.yaml", YAML), ("input.yaml", "n: 2\n"), ("broken.yaml", "a: [1\nb: 2\n")]);
    let (code, out, _) = pasos(&folder, &["check", "a.asl.yaml", "--format", "json"]);
    let found = places(&json_of(&out));
    assert_eq!(code, 1);
    assert!(found.contains(&("missing-target".to_owned(), 6, 11)), "{found:?}");
    fs::write(folder.join("b.asl.yaml"), YAML.replace("Next: Nowhere", "End: true")).unwrap();
    let (code, out, _) = pasos(&folder, &["run", "b.asl.yaml", "--input", "input.yaml", "--output", "json"]);
    assert_eq!((code, &json_of(&out)["output"]), (0, &json!({ "n": 1 })));
    let (code, out, err) = pasos(&folder, &["check", "broken.yaml"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("broken.yaml:2:"), "{err}");
}

#[test]
fn templates_are_checked_at_their_lines_and_lead_to_files_beside_them() {
    let folder = folder("template", &[("template.yaml", TEMPLATE), ("flows/beside.asl.json", BESIDE)]);
    let (code, out, err) = pasos(&folder, &["check", "template.yaml", "--format", "json"]);
    let files = json_of(&out);
    assert_eq!(code, 1, "{out} {err}");
    let target =
        files[0]["diagnostics"].as_array().unwrap().iter().find(|found| found["rule"] == "missing-target").unwrap();
    assert_eq!((&target["line"], &target["column"], &target["machine"]), (&json!(9), &json!(73), &json!("Here")));
    assert_eq!((&files[1]["file"], &files[1]["result"]), (&json!("flows/beside.asl.json"), &json!("OK")));
    let (_, out, _) = pasos(&folder, &["check", ".", "--format", "json"]);
    let names: Vec<Value> = json_of(&out).as_array().unwrap().iter().map(|file| file["file"].clone()).collect();
    assert_eq!(names, ["flows/beside.asl.json", "template.yaml"], "each once");
}

#[test]
fn folders_and_patterns_find_what_holds_a_machine() {
    let files = [
        ("a.asl.json", RIGHT),
        ("b/c.json", RIGHT),
        ("b/d.json", "{\"name\": 1}"),
        ("b/e.asl", WRONG),
        ("b/f.txt", RIGHT),
        ("node_modules/g.json", RIGHT),
        (".hidden/h.json", RIGHT),
    ];
    let folder = folder("folders", &files);
    let names = |arguments: &[&str]| {
        let (_, out, _) = pasos(&folder, &[&["check", "--format", "json"], arguments].concat());
        let list: Vec<String> =
            json_of(&out).as_array().unwrap().iter().map(|file| file["file"].as_str().unwrap().to_owned()).collect();
        list
    };
    assert_eq!(names(&["."]), ["a.asl.json", "b/c.json", "b/e.asl"]);
    assert_eq!(names(&["b", "a.asl.json"]), ["b/c.json", "b/e.asl", "a.asl.json"]);
    assert_eq!(names(&["**/[ac]*.json"]), ["a.asl.json", "b/c.json"]);
    assert_eq!(pasos(&folder, &["check", "*.nothing"]).0, 2);
}

#[test]
fn sarif_names_rules_and_regions() {
    let folder = folder("sarif", &[("a b.asl.json", WRONG)]);
    let (code, out, _) = pasos(&folder, &["check", "a b.asl.json", "--format", "sarif", "--lang", "en"]);
    let log = json_of(&out);
    let run = &log["runs"][0];
    assert_eq!((code, &log["version"], &run["columnKind"]), (1, &json!("2.1.0"), &json!("utf16CodeUnits")));
    let results = run["results"].as_array().unwrap();
    let result = results.iter().find(|result| result["ruleId"] == "missing-target").unwrap();
    let rule = &run["tool"]["driver"]["rules"][usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap()];
    let place = &result["locations"][0]["physicalLocation"];
    assert_eq!((&rule["id"], &result["level"]), (&json!("missing-target"), &json!("error")));
    assert_eq!(place["artifactLocation"]["uri"], "a%20b.asl.json");
    // Ñ is one UTF-16 unit, 😀 is two.
    assert_eq!(place["region"], json!({ "startLine": 2, "startColumn": 14, "endLine": 2, "endColumn": 21 }));
}

#[test]
fn github_annotations_name_the_place() {
    let folder = folder("github", &[("a,b.asl.json", WRONG)]);
    let (code, out, _) = pasos(&folder, &["check", "a,b.asl.json", "--format", "github", "--lang", "en"]);
    let line = "::error file=a%2Cb.asl.json,line=2,col=14,endLine=2,endColumn=21,title=missing-target::";
    assert_eq!(code, 1);
    assert!(out.lines().any(|printed| printed.starts_with(line)), "{out}");
}

#[test]
fn rules_are_switched_off_and_least_severities_told() {
    let folder = folder("disable", &[("a.asl.json", WRONG)]);
    let disabled = ["check", "a.asl.json", "--disable", "missing-target", "--disable", "unreachable-state@A"];
    let (code, out, _) = pasos(&folder, &[&disabled[..], &["--format", "json"]].concat());
    assert_eq!((code, json_of(&out)["diagnostics"].clone()), (0, json!([])));
    let (code, out, err) = pasos(&folder, &["check", "a.asl.json", "--disable", "no-such-rule"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("no rule called no-such-rule"));
    let (code, out, _) = pasos(&folder, &["check", "a.asl.json", "--severity", "error", "--format", "json"]);
    let only_errors = json_of(&out)["diagnostics"].as_array().unwrap().iter().all(|found| found["severity"] == "ERROR");
    assert!(code == 1 && only_errors);
}

#[test]
fn frames_are_plain_where_nobody_looks_and_mark_characters() {
    let folder = folder("frames", &[("a.asl.json", WRONG)]);
    let (_, out, _) = pasos(&folder, &["check", "a.asl.json", "--lang", "en"]);
    assert!(!out.contains('\x1b'));
    let frame = "2 |   \"StartAt\": \"Ñ😀 x\",\n  |              ^^^^^^\n";
    assert!(out.contains(frame), "{out}");
}
