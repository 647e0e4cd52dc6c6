//! `pasos check`.

use super::{folder, json_of, pasos};
use serde_json::json;
use std::fs;
use std::io::Write;
use std::process::{Command, Stdio};

#[test]
fn check_exits_with_0_or_1_and_names_line_and_column() {
    let folder = folder("check");
    let (code, out, _) = pasos(&folder, &["check", "right.json", "--format", "json", "--severity", "warning"]);
    assert_eq!((code, json_of(&out)), (0, json!({ "result": "OK", "diagnostics": [] })));
    let (code, out, _) = pasos(&folder, &["check", "wrong.json", "--format", "json"]);
    let first = &json_of(&out)["diagnostics"][0];
    assert_eq!(code, 1);
    assert_eq!(
        (&first["code"], &first["location"], &first["line"], &first["column"]),
        (&json!("MISSING_TRANSITION_TARGET"), &json!("/StartAt"), &json!(2), &json!(14))
    );
    let (_, out, _) = pasos(&folder, &["check", "right.json", "wrong.json", "--format", "json"]);
    assert_eq!(json_of(&out)[1]["file"], "wrong.json");
}

#[test]
fn check_speaks_both_languages() {
    let folder = folder("languages");
    let (_, english, _) = pasos(&folder, &["check", "wrong.json", "--lang", "en"]);
    assert!(english.contains("Error[missing-target]: There is no state called Missing"), "{english}");
    assert!(english.contains("--> wrong.json:2:14"));
    let (_, spanish, _) = pasos(&folder, &["check", "wrong.json", "--lang", "es"]);
    assert!(spanish.contains("No hay ningún estado llamado «Missing»"), "{spanish}");
}

#[test]
fn check_reads_standard_input() {
    let folder = folder("stdin");
    let run = |text: &str| {
        let mut started = Command::new(env!("CARGO_BIN_EXE_pasos"));
        started.args(["check", "-", "--severity", "error"]).current_dir(&folder);
        started.stdin(Stdio::piped()).stdout(Stdio::piped());
        let mut child = started.spawn().unwrap();
        child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        let done = child.wait_with_output().unwrap();
        (done.status.code().unwrap(), String::from_utf8(done.stdout).unwrap())
    };
    assert_eq!(run(super::RIGHT), (0, "-: No problems\n".to_owned()));
    let (code, out) = run("StartAt: A\nStates:\n  A: {Type: Pass, Next: Gone}\n");
    assert!(code == 1 && out.contains("-:3:"), "{out}");
}

#[test]
fn a_reader_that_goes_away_changes_nothing() {
    let folder = folder("pipe");
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let mut command = Command::new(env!("CARGO_BIN_EXE_pasos"));
    command.args(["check", "wrong.json"]).current_dir(&folder).stdout(writer).stderr(Stdio::piped());
    let done = command.spawn().unwrap().wait_with_output().unwrap();
    assert_eq!((done.status.code(), done.stderr), (Some(1), Vec::new()));
}

#[test]
fn a_folder_without_a_definition_is_an_error() {
    let folder = folder("nothing");
    fs::create_dir_all(folder.join("infra/empty")).unwrap();
    fs::write(folder.join("infra/main.tf"), "x").unwrap();
    let (code, out, err) = pasos(&folder, &["check", "infra"]);
    assert_eq!((code, out.as_str(), err.as_str()), (2, "", "pasos: there is no definition in infra\n"));
    assert_eq!(pasos(&folder, &["check", "infra", "right.json"]).0, 2);
}

#[test]
fn the_language_is_that_of_lc_all() {
    let folder = folder("lc-all");
    let run = |variables: &[(&str, &str)]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_pasos"));
        command.args(["check", "right.json", "--severity", "error"]).current_dir(&folder);
        command.env_remove("LC_ALL").env_remove("LC_MESSAGES").envs(variables.iter().copied());
        String::from_utf8(command.output().unwrap().stdout).unwrap()
    };
    let spanish = run(&[("LANG", "es_ES.UTF-8")]);
    assert_ne!(spanish, run(&[("LANG", "en")]));
    assert_eq!(spanish, run(&[("LANG", "en_US.UTF-8"), ("LC_ALL", "es_AR.UTF-8")]));
    assert_eq!(spanish, run(&[("LANG", "en"), ("LC_MESSAGES", "es"), ("LC_ALL", "")]));
}

#[test]
fn what_others_read_otherwise_is_told_as_it_is_written() {
    let folder = folder("otherwise");
    let text = "StartAt: A\nStates:\n  A:\n    Type: Pass\n    Comment: \"${X}\"\n    Result: [010,\n0o7,\n1e3\n]\n    End: true\n";
    fs::write(folder.join("a.asl.yaml"), text).unwrap();
    let (_, out, _) = pasos(&folder, &["check", "a.asl.yaml"]);
    for (written, place) in [("010", "6:14"), ("0o7", "7:1"), ("1e3", "8:1")] {
        let message = format!("SAM and Terraform do not read {written} as it is read here\n --> a.asl.yaml:{place}");
        assert!(out.contains(&message), "{message} in {out}");
    }
}

#[test]
fn what_is_filled_in_elsewhere_is_no_mistake() {
    let folder = folder("filled");
    let bare = r#"{"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": ${Delay}, "Next": "${Then}"}, "B": {"Type": "Succeed"}}}"#;
    fs::write(folder.join("bare.asl.json"), bare).unwrap();
    fs::write(folder.join("choices.asl.yaml"), "StartAt: C\nStates:\n  C: {Type: Choice, Choices: \"${choices}\", Default: D}\n  B: {Type: Fail}\n  D: {Type: Succeed}\n").unwrap();
    let template = "Resources:\n  M:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      Definition:\n        StartAt: A\n        \
                    States:\n          A: !If [Big, {Type: Pass, Next: B}, {Type: Pass, End: true}]\n          B: {Type: Succeed}\n          \
                    Fn::Transform: {Name: AWS::Include}\n          C: {Type: Pass, Next: Included}\n";
    fs::write(folder.join("template.yaml"), template).unwrap();
    for file in ["bare.asl.json", "choices.asl.yaml", "template.yaml"] {
        let (code, out, _) = pasos(&folder, &["check", file, "--severity", "error"]);
        assert_eq!((code, out), (0, format!("{file}: No problems\n")));
    }
    let known = r#"{"StartAt": "A", "States": {"A": {"Type": "Wait", "Seconds": ${Delay}, "Next": "Gone"}, "B": {"Type": "Succeed"}}}"#;
    fs::write(folder.join("known.asl.json"), known).unwrap();
    let (code, out, _) = pasos(&folder, &["check", "known.asl.json", "--severity", "error"]);
    assert!(code == 1 && out.contains("missing-target") && !out.contains("json-syntax"), "{out}");
    let (code, _, err) = pasos(&folder, &["run", "known.asl.json"]);
    assert_eq!(
        (code, err.as_str()),
        (2, "pasos: known.asl.json:1:62: a template fills in ${Delay}: give it a value with --set Delay=VALUE\n")
    );
}

#[test]
fn an_asset_of_cdk_is_checked_as_what_its_template_says() {
    let folder = folder("cdk");
    let definition = r#"{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "Parameters": {"QueueUrl": "${Queue}", "MessageBody.$": "$$.Task.Token"}, "TimeoutSeconds": ${Secs}, "End": true}}}"#;
    let template = r#"{"Resources": {"M": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {
        "DefinitionS3Location": {"Bucket": "b", "Key": "12ab.json"}, "StateMachineType": "EXPRESS",
        "DefinitionSubstitutions": {"Queue": "q", "Sec": "9"}}}}}"#;
    let assets = r#"{"files": {"x": {"source": {"path": "asset.named.json"}, "destinations": {"d": {"objectKey": "12ab.json"}}}}}"#;
    let check = |out: &str, file: &str| {
        let cdk = folder.join(out);
        fs::create_dir_all(&cdk).unwrap();
        fs::write(cdk.join("S.template.json"), template).unwrap();
        fs::write(cdk.join("S.assets.json"), assets).unwrap();
        fs::write(cdk.join(file), definition).unwrap();
        let (_, found, _) = pasos(&folder, &["check", out, "--severity", "warning", "--format", "json"]);
        let files = json_of(&found);
        let file = files.as_array().unwrap().iter().find(|it| it["file"].as_str().unwrap().ends_with(file)).unwrap();
        let rules = file["diagnostics"].as_array().unwrap().iter();
        let mut rules: Vec<String> = rules.map(|found| found["rule"].as_str().unwrap().to_owned()).collect();
        rules.sort();
        rules
    };
    let expected = ["express-pattern", "template-substitutions", "template-substitutions"];
    assert_eq!(check("cdk.out", "asset.12ab.json"), expected);
    assert_eq!(check("cdk.named", "asset.named.json"), expected);
}

#[test]
fn logs_and_traces_are_asked_for_by_name() {
    let folder = folder("optional");
    let template = "Resources:\n  M:\n    Type: AWS::Serverless::StateMachine\n    Properties:\n      Logging: {Level: ALL}\n      \
                    Definition:\n        StartAt: A\n        States:\n          A: {Type: Succeed}\n";
    fs::write(folder.join("template.yaml"), template).unwrap();
    let rules = ["executions-not-logged", "executions-not-traced"];
    let check = |arguments: &[&str]| pasos(&folder, &[&["check", "template.yaml"], arguments].concat()).1;
    assert_eq!(check(&[]), "template.yaml: No problems\n");
    let found = check(&["--enable", rules[0], "--enable", rules[1]]);
    assert!(!found.contains(rules[0]) && found.contains(rules[1]), "{found}");
    assert_eq!(pasos(&folder, &["check", "template.yaml", "--enable", "json-syntax"]).0, 2);
}
