//! `pasos replay`.

use super::{folder, json_of, pasos, write};
use serde_json::{Value, json};

fn event(id: u64, previous: u64, event_type: &str, name: &str) -> Value {
    json!({ "id": id, "previousEventId": previous, "type": event_type, "stateEnteredEventDetails": { "name": name } })
}

#[test]
fn replay_tells_visits_and_where_history_and_definition_part() {
    let folder = folder("replay");
    let events = [
        event(1, 0, "ExecutionStarted", ""),
        event(2, 0, "TaskStateEntered", "A"),
        event(3, 2, "TaskStateExited", "A"),
        event(4, 3, "PassStateEntered", "B"),
    ];
    write(&folder, "history.json", &json!({ "events": events }));
    let replay =
        |options: &[&str]| pasos(&folder, &[&["replay", "right.json", "--history", "history.json"], options].concat());
    let (code, out, _) = replay(&["--output", "json"]);
    let told = json_of(&out);
    assert_eq!(code, 1, "they part");
    let visit = |entered: u64, exited: Option<u64>, status: &str| json!([{ "entered": entered, "exited": exited, "status": status }]);
    assert_eq!(
        told["states"],
        json!([
            { "state": "A", "visits": visit(2, Some(3), "SUCCEEDED") },
            { "state": "B", "visits": visit(4, None, "RUNNING") },
        ])
    );
    assert_eq!((&told["misfit"]["event"], &told["misfit"]["code"]), (&json!(4), &json!("UNKNOWN_STATE")));
    let (_, out, _) = replay(&["--lang", "es"]);
    assert!(out.contains("se separan en el evento 4"), "{out}");
    let (code, _, error) = pasos(&folder, &["replay", "right.json", "--history", "input.json"]);
    assert!(code == 2 && error.contains("get-execution-history"), "{error}");
}
