//! Machines found in templates.

use super::*;
use crate::import::definition_text;
use crate::text::json::parse;
use std::sync::Arc;

/// The machines of a file, each definition with the place in the file of a part of it.
fn machines(name: &str, file: &str, part: &str) -> Vec<(String, Option<ExecutionType>, String, String)> {
    let read = definition_text(name, file).unwrap();
    let parsed = parse(&read.text);
    let outer = Arc::new(read.map);
    let described = |machine: Contained| {
        let (definition, place) = match machine.content {
            Content::Here { made, .. } => {
                let start = made.text.find(part).unwrap_or_else(|| panic!("{part} is not in {}", made.text));
                let span = made.map.through(&outer).span(Span::new(start, start + part.len()));
                let line = file[..span.start].matches('\n').count() + 1;
                (made.text, format!("{line}: {}", span.of(file)))
            }
            Content::File(path) => (path, "file".to_owned()),
            Content::Elsewhere => (String::new(), "elsewhere".to_owned()),
        };
        (machine.name, machine.execution_type, definition, place)
    };
    contained(&read.text, &parsed.tree).unwrap().into_iter().map(described).collect()
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
    assert_eq!(found[3].3, "elsewhere");
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
