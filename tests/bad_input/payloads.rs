//! Payloads that are too large, too deep, or broken files.

use super::{Ending, machine, run, soon};
use pasos::engine::{Callback, Host, Request, Response, Session, Surroundings};
use pasos::mock::{Answer, Files, Mocks, Sequence};
use pasos::sim::{Environment, Status};
use serde_json::{Value, json};

const LIMIT: &str = "States.DataLimitExceeded";
const TEN_MEGABYTES: usize = 10 << 20;

fn function() -> Value {
    machine(json!({ "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:111111111111:function:f", "End": true }))
}

#[test]
fn an_input_of_ten_megabytes_does_not_start() {
    let large = json!("x".repeat(TEN_MEGABYTES));
    run(&function(), large, Environment::default()).expect_error(LIMIT, "larger than 262144 bytes");
    let many: Value = (0..1_000_000).collect();
    run(&function(), many, Environment::default()).expect_error(LIMIT, "larger than 262144 bytes");
}

#[test]
fn a_result_of_ten_megabytes_fails_the_task() {
    let answer = Answer::of(json!("x".repeat(TEN_MEGABYTES)));
    let mocks = Mocks { states: [("S".to_owned(), Sequence::always(answer))].into(), ..Mocks::default() };
    run(&function(), json!({}), Environment::from(mocks)).expect_error(LIMIT, "exceeding the maximum number of bytes");
}

#[test]
fn a_payload_that_grows_inside_a_state_fails_it() {
    let state = json!({ "Type": "Pass", "Parameters": { "a.$": "$", "b.$": "$" }, "End": true });
    run(&machine(state), json!("x".repeat(200_000)), Environment::default()).expect_error(LIMIT, "exceeding");
}

#[test]
fn a_person_may_send_ten_megabytes_to_a_session() {
    let text = function().to_string();
    let (input, sent) = (format!("\"{}\"", "x".repeat(TEN_MEGABYTES)), "[".repeat(TEN_MEGABYTES));
    soon(move || {
        let mut session = Session::default();
        let start = |input: &str| Request::Start {
            run: 1,
            text: text.clone().into(),
            input: input.to_owned(),
            surroundings: Box::new(Surroundings { is_interactive: true, ..Surroundings::default() }),
        };
        let Response::Advanced { outcome: Some(outcome), .. } = session.handle(start(&input), Host::ALONE) else {
            panic!("it runs")
        };
        assert_eq!(outcome.error.as_deref(), Some(LIMIT));
        assert_eq!(session.handle(start(&sent), Host::ALONE), Response::InputNotJson { run: 1 });
        session.handle(start("{}"), Host::ALONE);
        let callback = Callback::Success(sent);
        let answer = session.handle(Request::Send { run: 1, task_token: "none".to_owned(), callback }, Host::ALONE);
        assert_eq!(answer, Response::InputNotJson { run: 1 });
    });
}

#[test]
fn messages_that_are_none_are_refused() {
    soon(|| {
        let mut session = Session::default();
        for message in ["", "{", "null", "\u{0}", &"[".repeat(100_000), r#"{"Advance": {"run": -1}}"#] {
            assert_eq!(session.handle_message(message, Host::ALONE), "\"Refused\"");
        }
    });
}

/// Reads one attached object with an ItemReader.
fn read(config: Value, content: &[u8]) -> Ending {
    let state = json!({
        "Type": "Map",
        "ItemReader": {
            "Resource": "arn:aws:states:::s3:getObject", "ReaderConfig": config,
            "Parameters": { "Bucket": "shop", "Key": "items" }
        },
        "ItemProcessor": {
            "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "STANDARD" },
            "StartAt": "P", "States": { "P": { "Type": "Pass", "End": true } }
        },
        "End": true
    });
    let mut files = Files::default();
    files.put("shop", "items", content.to_vec());
    run(&machine(state), json!({}), Environment { files, ..Environment::default() })
}

#[test]
fn files_that_cannot_be_read_fail_the_reader() {
    let csv = json!({ "InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW" });
    let jsonl = json!({ "InputType": "JSONL" });
    let json = json!({ "InputType": "JSON" });
    let deep = "[".repeat(100_000);
    for (config, content, cause) in [
        (&csv, &b"id,name\n1,\"never closed\n2,b\n"[..], "quotation mark opened in line 2"),
        (&csv, b"id,id\n1,2\n", "duplicates"),
        (&csv, b"id\n\xff\xfe\n", "UTF-8"),
        (&json, b"\xff\xfe", ""),
        (&json, b"{\"not\": \"a list\"", ""),
        (&json, b"", ""),
        (&json, deep.as_bytes(), ""),
        (&jsonl, b"{\"a\": 1}\n{broken\n", ""),
        (&json, b"\x1f\x8bnot gzip", "GZIP"),
    ] {
        let ending = read(config.clone(), content);
        ending.expect_error("States.ItemReaderFailed", cause);
        assert!(!ending.cause.is_empty());
    }
}

#[test]
fn broken_quotes_inside_a_line_stay_with_their_row() {
    let csv = json!({ "InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW" });
    let ending = read(csv.clone(), b"id,name\n1,a\"b\n2,\"c\"d\n3\n4,e,f\n");
    let rows = json!([
        { "id": "1", "name": "a\"b" }, { "id": "2", "name": "cd" }, { "id": "3", "name": "" }, { "id": "4", "name": "e" }
    ]);
    assert_eq!((ending.status, ending.output), (Status::Succeeded, Some(rows)), "{}", ending.cause);
    assert_eq!(read(csv, b"").output, Some(json!([])));
}

#[test]
fn compressed_files_that_would_fill_the_memory_are_refused() {
    // A million of nothing, a thousand times over, in a few kilobytes.
    use std::io::Write as _;
    let mut bomb = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    let block = vec![b' '; 1 << 20];
    for _ in 0..300 {
        bomb.write_all(&block).unwrap();
    }
    let ending = read(json!({ "InputType": "JSON" }), &bomb.finish().unwrap());
    ending.expect_error("States.ItemReaderFailed", "when it is inflated");
}
