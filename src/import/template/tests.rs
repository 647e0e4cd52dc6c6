//! Machines found in templates.

use super::*;
use crate::import::definition_text;
use crate::text::json::parse;
use std::sync::Arc;

/// The machines of a file, each definition with the place in the file of a part of it.
fn machines(name: &str, file: &str, part: &str) -> Vec<(String, Option<ExecutionType>, String, String)> {
    let read = definition_text(name, file).unwrap();
    let parsed = parse(&read.made.text);
    let outer = Arc::new(read.made.map);
    let described = |machine: Contained| {
        let (definition, place) = match machine.content {
            Content::Here { made, .. } => {
                let start = made.text.find(part).unwrap_or_else(|| panic!("{part} is not in {}", made.text));
                let span = made.map.through(&outer).span(Span::new(start, start + part.len()));
                let line = file[..span.start].matches('\n').count() + 1;
                (made.text, format!("{line}: {}", span.of(file)))
            }
            Content::File(path) => (path, "file".to_owned()),
            Content::Asset(key) => (key, "asset".to_owned()),
            Content::Elsewhere => (String::new(), "elsewhere".to_owned()),
        };
        (machine.name, machine.execution_type, definition, place)
    };
    contained(&read.made.text, &parsed.tree).unwrap().into_iter().map(described).collect()
}

#[test]
fn cdk_joins_texts_and_references() {
    let file = r#"{
  "Resources": {
    "Other": {"Type": "AWS::SNS::Topic"},
    "Machine1": {
      "Type": "AWS::StepFunctions::StateMachine",
      "Properties": {
        "StateMachineType": "EXPRESS",
        "DefinitionString": {"Fn::Join": ["", [
          "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Task\",\"Resource\":\"arn:",
          {"Ref": "AWS::Partition"},
          ":states:::lambda:invoke\",\"Parameters\":{\"FunctionName\":\"",
          {"Fn::GetAtt": ["F1", "Arn"]},
          "\"},\"Next\":\"B\"}}}"
        ]]}
      }
    }
  }
}"#;
    let found = machines("a.template.json", file, "\"B\"");
    let definition = r#"{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke","Parameters":{"FunctionName":"${F1.Arn}"},"Next":"B"}}}"#;
    let expected =
        ("Machine1".to_owned(), Some(ExecutionType::Express), definition.to_owned(), r#"13: \"B\""#.to_owned());
    assert_eq!(found, [expected]);
}

#[cfg(feature = "yaml")]
#[test]
fn templates_in_yaml_keep_their_lines() {
    let file = "Resources:
  Text:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: !Sub |-
        {
          \"StartAt\": \"A\",
          \"States\": {\"A\": {\"Type\": \"Wait\", \"Seconds\": ${Delay}, \"Next\": \"Nowhere\"}}
        }
  Object:
    Type: AWS::Serverless::StateMachine
    Properties:
      Type: STANDARD
      Definition:
        StartAt: A
        States:
          A:
            Type: Task
            Resource: !GetAtt F.Arn
            TimeoutSeconds: !Ref Limit
            Parameters:
              FunctionName: !Sub 'arn:\"${AWS::Partition}\":x'
            Next: Nowhere
  Beside:
    Type: AWS::Serverless::StateMachine
    Properties:
      DefinitionUri: machine/flow.asl.json
  Remote:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionS3Location: {Bucket: b, Key: k}
";
    let found = machines("template.yaml", file, "\"Nowhere\"");
    assert_eq!(found[0].3, "8: \"Nowhere\"");
    assert!(found[0].2.contains("\"Seconds\": \"${Delay}\""), "{}", found[0].2);
    assert_eq!((found[1].1, found[1].3.as_str()), (Some(ExecutionType::Standard), "23: Nowhere"));
    assert!(found[1].2.contains(r#""Resource":"${F.Arn}","TimeoutSeconds":"${Limit}""#), "{}", found[1].2);
    assert!(found[1].2.contains(r#""FunctionName":"arn:\"aws\":x""#), "{}", found[1].2);
    assert_eq!((found[2].2.as_str(), found[2].3.as_str()), ("machine/flow.asl.json", "file"));
    assert_eq!((found[3].2.as_str(), found[3].3.as_str()), ("k", "asset"));
}

#[cfg(feature = "yaml")]
#[test]
fn serverless_framework_holds_them_by_name() {
    let file = "service: s
stepFunctions:
  stateMachines:
    one:
      type: EXPRESS
      definition:
        StartAt: A
        States: {A: {Type: Pass, Next: B}}
    two:
      definition: ${file(two.asl.yml)}
";
    let found = machines("serverless.yml", file, "\"B\"");
    assert_eq!((found[0].0.as_str(), found[0].1, found[0].3.as_str()), ("one", Some(ExecutionType::Express), "8: B"));
    assert_eq!((found[1].2.as_str(), found[1].3.as_str()), ("two.asl.yml", "file"));
}

#[test]
fn what_is_no_template_is_none() {
    let text = r#"{"StartAt": "A", "States": {}}"#;
    assert_eq!(contained(text, &parse(text).tree), None);
}

/// The names, the types and where the definitions are.
fn found(file: &str) -> Vec<(String, Option<ExecutionType>, String)> {
    let machines = contained(file, &parse(file).tree).unwrap_or_default();
    let content = |content: Content| match content {
        Content::Here { made, .. } => made.text,
        Content::File(path) => format!("file {path}"),
        Content::Asset(key) => format!("asset {key}"),
        Content::Elsewhere => "elsewhere".to_owned(),
    };
    machines.into_iter().map(|machine| (machine.name, machine.execution_type, content(machine.content))).collect()
}

#[test]
fn what_the_api_describes_holds_its_definition_as_text() {
    let express = Some(ExecutionType::Express);
    let described =
        r#"{"stateMachineArn": "arn", "name": "shop", "type": "EXPRESS", "definition": "{\"StartAt\": \"A\"}"}"#;
    assert_eq!(found(described), [("shop".to_owned(), express, r#"{"StartAt": "A"}"#.to_owned())]);
    let broken = r#"{"stateMachineArn": "arn", "name": "shop", "type": "EXPRESS", "definition": "not json"}"#;
    assert_eq!(found(broken), [("shop".to_owned(), express, "not json".to_owned())]);
    let text = r#""{\n \"StartAt\": \"A\"}""#;
    assert_eq!(found(text), [("definition".to_owned(), None, "{\n \"StartAt\": \"A\"}".to_owned())]);
    let machine = r#"{"name": "one", "definition": {"States": {}}}"#;
    assert_eq!(found(machine), [("one".to_owned(), None, r#"{"States": {}}"#.to_owned())]);
    for other in [r#"{"definition": "of what it is"}"#, r#"{"StartAt": "A", "States": {}, "definition": "{}"}"#, "[]"] {
        assert_eq!(found(other), [], "{other}");
    }
}

#[test]
fn terraform_plans_and_configurations_hold_definitions_as_text() {
    let values = r#"{"type": "EXPRESS", "definition": "{\"StartAt\": \"A\"}"}"#;
    let plan = format!(
        r#"{{"planned_values": {{"root_module": {{"resources": [{{"type": "aws_sqs_queue", "values": {{}}}}], "child_modules": [
            {{"resources": [{{"address": "module.m.aws_sfn_state_machine.x", "type": "aws_sfn_state_machine", "values": {values}}}]}}
        ]}}}}}}"#
    );
    let definition = r#"{"StartAt": "A"}"#.to_owned();
    let expected = ("module.m.aws_sfn_state_machine.x".to_owned(), Some(ExecutionType::Express), definition.clone());
    assert_eq!(found(&plan), [expected]);
    let configuration = format!(
        r#"{{"resource": {{"aws_sfn_state_machine": {{"x": {values}, "y": {{"definition": "${{jsonencode(local.y)}}"}}}}}}}}"#
    );
    let expected =
        [("x".to_owned(), Some(ExecutionType::Express), definition), ("y".to_owned(), None, "elsewhere".to_owned())];
    assert_eq!(found(&configuration), expected);
}

#[test]
fn an_asset_of_cdk_is_named_by_its_key() {
    let file = r#"{"Resources": {"M": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {
        "DefinitionS3Location": {"Bucket": {"Fn::Sub": "b-${AWS::Region}"}, "Key": "12ab.json"},
        "DefinitionSubstitutions": {"Queue": {"Ref": "Q"}}, "StateMachineType": "EXPRESS"}}}}"#;
    assert_eq!(found(file), [("M".to_owned(), Some(ExecutionType::Express), "asset 12ab.json".to_owned())]);
    let machines = contained(file, &parse(file).tree).unwrap();
    assert_eq!(machines[0].substitutions, Some(vec!["Queue".to_owned()]));
}

#[test]
fn parts_that_a_template_fills_in_are_unknown() {
    let file = r#"{"Resources": {"M": {"Type": "AWS::Serverless::StateMachine", "Properties": {"Definition": {
        "StartAt": "A", "States": {"A": {"Fn::If": ["C", {"Type": "Pass"}, {"Type": "Fail"}]}, "Fn::Transform": {"Name": "N"}}}}}}}"#;
    let Content::Here { made, unknown } = contained(file, &parse(file).tree).unwrap().remove(0).content else {
        panic!("the definition is in the template");
    };
    assert!(made.text.contains(r#""A": "${Fn::If}""#), "{}", made.text);
    assert_eq!(unknown.len(), 2, "{}", made.text);
}

#[test]
fn a_template_says_whether_executions_are_logged_and_traced() {
    let settings = |properties: &str| {
        let file = format!(
            r#"{{"Resources": {{"M": {{"Type": "AWS::Serverless::StateMachine", "Properties": {{"DefinitionUri": "a"{properties}}}}}}}}}"#
        );
        let machine = contained(&file, &parse(&file).tree).unwrap().remove(0);
        (machine.is_logged, machine.is_traced)
    };
    assert_eq!(settings(""), (Some(false), Some(false)));
    assert_eq!(settings(r#", "Logging": {"Level": "ALL"}, "Tracing": {"Enabled": true}"#), (Some(true), Some(true)));
    assert_eq!(settings(r#", "Logging": {"Level": "OFF"}, "Tracing": {"Enabled": false}"#), (Some(false), Some(false)));
    assert_eq!(settings(r#", "Logging": {"Level": {"Ref": "L"}}, "Tracing": {"Fn::If": ["C", {}, {}]}"#), (None, None));
}
