//! Definitions without bounds.

use super::{machine, run, run_as, soon};
use pasos::asl::Document;
use pasos::check::{Options, check, check_with};
use pasos::diagram::diagram;
use pasos::engine::{Host, Request, Response, Session};
use pasos::i18n::Language;
use pasos::mock::{Answer, Mocks, Sequence};
use pasos::sim::{self, Environment, ExecutionType, Machine, NotRunnable, Program, StartOptions, Status};
use serde_json::{Value, json};

/// Parallel states inside one another.
fn nested(levels: usize) -> String {
    let open = r#"{"StartAt":"S","States":{"S":{"Type":"Parallel","End":true,"Branches":["#;
    let inner = r#"{"StartAt":"S","States":{"S":{"Type":"Pass","End":true}}}"#;
    open.repeat(levels) + inner + &"]}}}".repeat(levels)
}

/// What checking and running a text gives; it may not take long.
fn check_and_run(text: String) -> Result<Status, NotRunnable> {
    soon(move || {
        let document = Document::new(text);
        check(&document);
        let program = Program::compile(&document)?;
        let mut execution = sim::start(&program, StartOptions::default()).next;
        let environment = Environment::default();
        while execution.status() == Status::Running {
            execution = sim::step(&program, execution, &environment).next;
        }
        Ok(execution.status())
    })
}

#[test]
fn definitions_nested_a_thousand_deep_are_refused_or_run() {
    assert_eq!(check_and_run(nested(1_000)), Err(NotRunnable::SyntaxErrors));
    assert!(check_and_run(nested(200)).is_ok());
    let deep = |open: &str, close: &str| open.repeat(1_000) + "1" + &close.repeat(1_000);
    for value in [deep("[", "]"), deep(r#"{"a":"#, "}")] {
        let state = format!(r#"{{"StartAt":"S","States":{{"S":{{"Type":"Pass","Result":{value},"End":true}}}}}}"#);
        assert_eq!(check_and_run(state), Err(NotRunnable::SyntaxErrors));
    }
    let rule = deep(r#"{"Not":"#, "}");
    let choice = format!(r#"{{"StartAt":"S","States":{{"S":{{"Type":"Choice","Choices":[{rule}]}}}}}}"#);
    assert_eq!(check_and_run(choice), Err(NotRunnable::SyntaxErrors));
}

/// What is nested as deep as JSON may be is looked at from an example input too.
#[test]
fn shapes_are_inferred_from_deep_definitions() {
    let deep = |open: &str, close: &str| open.repeat(900) + "1" + &close.repeat(900);
    let rule = deep(r#"{"Not":"#, "}");
    let template = deep(r#"{"a":"#, "}");
    let states = [
        nested(200),
        format!(r#"{{"StartAt":"S","States":{{"S":{{"Type":"Choice","Choices":[{rule}]}}}}}}"#),
        format!(r#"{{"StartAt":"S","States":{{"S":{{"Type":"Pass","Parameters":{template},"End":true}}}}}}"#),
        format!(
            r#"{{"QueryLanguage":"JSONata","StartAt":"S","States":{{"S":{{"Type":"Pass","Output":{template},"End":true}}}}}}"#
        ),
    ];
    for text in states {
        soon(move || {
            let options = Options { input: Some(json!({ "a": 1 })), ..Options::default() };
            check_with(&Document::new(text), &options);
        });
    }
}

#[test]
fn definitions_of_any_depth_are_drawn() {
    for levels in [200, 1_000] {
        let nodes = soon(move || diagram(&Document::new(nested(levels)), Language::En.messages()).nodes.len());
        assert!(nodes > 200, "{nodes}");
    }
}

#[test]
fn values_nested_as_deep_as_allowed_pass_through_a_session() {
    let deep = "[".repeat(900) + &"]".repeat(900);
    soon(move || {
        let mut session = Session::default();
        let text = machine(json!({ "Type": "Pass", "Parameters": { "a.$": "$" }, "End": true })).to_string();
        session.handle(
            Request::Start { run: 1, text: text.into(), input: deep, surroundings: Box::default() },
            Host::ALONE,
        );
        let advance = serde_json::to_string(&Request::Advance { run: 1, steps: 9, lets_time_pass: false }).unwrap();
        let answer: Response = serde_json::from_str(&session.handle_message(&advance, Host::ALONE)).unwrap();
        let Response::Advanced { outcome: Some(outcome), .. } = answer else { panic!("it did not end") };
        assert_eq!(outcome.status, Status::Succeeded);
    });
}

#[test]
fn a_machine_that_starts_itself_comes_to_an_end() {
    let definition = |resource: &str| {
        machine(json!({
            "Type": "Task", "Resource": format!("arn:aws:states:::states:startExecution{resource}"),
            "Parameters": { "StateMachineArn": "arn:aws:states:us-east-1:111111111111:stateMachine:Self" }, "End": true
        }))
    };
    let run_itself = |definition: Value| {
        let program = Program::compile(&Document::new(definition.to_string())).unwrap();
        let machines = [("Self".to_owned(), Machine { program, mocks: Mocks::default() })].into();
        run(&definition, json!({}), Environment { machines, ..Environment::default() })
    };
    for pattern in [".sync", ".sync:2"] {
        let ending = run_itself(definition(pattern));
        assert_eq!(ending.status, Status::Failed);
        assert!(ending.cause.contains("Pasos runs at most 10 executions inside one another"), "{}", ending.cause);
    }
    // One that does not wait is not concerned by how the others end.
    assert_eq!(run_itself(definition("")).status, Status::Succeeded);
}

#[test]
fn loops_without_end_come_to_an_end() {
    let turn = machine(json!({ "Type": "Pass", "Next": "S" }));
    run(&turn, json!({}), Environment::default()).expect_error("States.Runtime", "25000");
}

#[test]
fn retriers_without_end_come_to_an_end() {
    let state = json!({
        "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111111111111:function:f", "End": true,
        "Retry": [{ "ErrorEquals": ["States.ALL"], "MaxAttempts": 99_999_999, "IntervalSeconds": 99_999_999, "BackoffRate": 1e300 }]
    });
    let throw: Answer = serde_json::from_value(json!({ "Throw": { "Error": "E" } })).unwrap();
    let mocks = Mocks { states: [("S".to_owned(), Sequence::always(throw))].into(), ..Mocks::default() };
    for execution_type in [ExecutionType::Standard, ExecutionType::Express] {
        let ending = run_as(execution_type, &machine(state.clone()), json!({}), Environment::from(mocks.clone()));
        assert_ne!(ending.status, Status::Succeeded);
    }
}

#[test]
fn times_beyond_the_calendar_do_not_overflow() {
    for state in [
        json!({ "Type": "Wait", "Seconds": 99_999_999, "End": true }),
        json!({ "Type": "Wait", "Seconds": i64::MAX, "End": true }),
        json!({ "Type": "Wait", "SecondsPath": "$.n", "End": true }),
        json!({ "Type": "Wait", "TimestampPath": "$.t", "End": true }),
        json!({ "Type": "Wait", "Timestamp": "9999-12-31T23:59:59Z", "End": true }),
        json!({ "Type": "Wait", "QueryLanguage": "JSONata", "Seconds": "{% 1e300 %}", "End": true }),
    ] {
        let input = json!({ "n": u64::MAX, "t": "+999999-01-01T00:00:00Z" });
        run(&machine(state), input, Environment::default());
    }
}

#[test]
fn mocks_of_states_that_do_not_exist_change_nothing() {
    let mocks = Mocks { states: [("Gone".to_owned(), Sequence::default())].into(), ..Mocks::default() };
    let pass = machine(json!({ "Type": "Pass", "End": true }));
    assert_eq!(run(&pass, json!(1), Environment::from(mocks)).output, Some(json!(1)));
}
