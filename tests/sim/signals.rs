//! Task tokens that a person sends back: `SendTaskSuccess`, `SendTaskFailure`, `SendTaskHeartbeat`.

use super::case::Run;
use super::properties::assert_is_numbered;
use pasos::asl::Document;
use pasos::sim::{self, Callback, Environment, Program, StartOptions, Status, TaskSignal};
use serde_json::{Value, json};

struct Waiting {
    program: Program,
    environment: Environment,
    run: Run,
}

/// Runs a definition until nothing happens without a person.
fn waiting(definition: &Value) -> Waiting {
    let program = Program::compile(&Document::new(definition.to_string())).unwrap();
    let environment = Environment { is_interactive: true, ..Environment::default() };
    let run = Run::of(sim::start(&program, StartOptions::default()));
    let mut waiting = Waiting { program, environment, run };
    waiting.step_until(|waiting| waiting.run.execution.is_waiting_for_person());
    waiting
}

impl Waiting {
    fn step(&mut self) {
        self.run.add(sim::step(&self.program, self.run.execution.clone(), &self.environment));
    }

    fn step_until(&mut self, done: impl Fn(&Self) -> bool) {
        while !done(self) {
            assert_eq!(self.run.execution.status(), Status::Running);
            self.step();
        }
    }

    fn callback(&self) -> Callback {
        let callbacks = self.run.execution.callbacks();
        assert_eq!(callbacks.len(), 1);
        callbacks[0].clone()
    }

    fn send(&mut self, task_token: &str, signal: &TaskSignal) {
        let execution = self.run.execution.clone();
        self.run.add(sim::signal(&self.program, execution, &self.environment, task_token, signal));
    }

    fn end(mut self) -> Run {
        self.run.go_on(&self.program, &self.environment, |_, execution| execution);
        assert_is_numbered(&self.run.events, "signals");
        self.run
    }
}

fn has(run: &Run, event_type: &str) -> bool {
    run.events.iter().any(|event| event.to_json()["type"] == event_type)
}

/// Asks a person, with a heartbeat of ten seconds, and catches a refusal.
fn ask() -> Value {
    json!({"StartAt": "Ask", "States": {
        "Ask": {
            "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke.waitForTaskToken", "HeartbeatSeconds": 10,
            "Parameters": {"FunctionName": "f", "Payload": {"token.$": "$$.Task.Token"}},
            "Catch": [{"ErrorEquals": ["Refused"], "Next": "No"}], "End": true
        },
        "No": {"Type": "Pass", "End": true}
    }})
}

/// The same beside a branch that waits for six seconds, so that the clock moves.
fn ask_while_waiting() -> Value {
    json!({"StartAt": "Both", "States": {"Both": {"Type": "Parallel", "End": true, "Branches": [
        ask(),
        {"StartAt": "Six", "States": {"Six": {"Type": "Wait", "Seconds": 6, "End": true}}}
    ]}}})
}

#[test]
fn a_success_is_the_result_of_the_task() {
    let mut waiting = waiting(&ask());
    let token = waiting.callback().task_token;
    waiting.send(&token, &TaskSignal::Success(json!({"ok": true})));
    assert!(!waiting.run.execution.is_waiting_for_person());
    let run = waiting.end();
    assert_eq!(run.execution.output(), Some(&json!({"ok": true})));
    assert!(has(&run, "TaskSucceeded"));
}

#[test]
fn a_failure_can_be_caught() {
    let mut waiting = waiting(&ask());
    let token = waiting.callback().task_token;
    let failure = TaskSignal::Failure { error: Some("Refused".into()), cause: Some("no stock".into()) };
    waiting.send(&token, &failure);
    let run = waiting.end();
    assert_eq!(run.execution.output(), Some(&json!({"Error": "Refused", "Cause": "no stock"})));
}

#[test]
fn a_failure_that_nobody_catches_fails_the_execution() {
    let mut waiting = waiting(&ask());
    let token = waiting.callback().task_token;
    waiting.send(&token, &TaskSignal::Failure { error: Some("Lost".into()), cause: None });
    let run = waiting.end();
    assert_eq!((run.execution.status(), run.execution.error()), (Status::Failed, Some("Lost")));
}

#[test]
fn a_heartbeat_puts_the_timeout_off() {
    let mut waiting = waiting(&ask_while_waiting());
    let start = waiting.run.execution.clock();
    let before = waiting.callback();
    assert_eq!((before.due - start, before.has_heartbeat), (10_000, true));
    waiting.step_until(|waiting| waiting.run.execution.clock() == start + 6_000);
    waiting.send(&before.task_token, &TaskSignal::Heartbeat);
    assert_eq!(waiting.callback().due - start, 16_000);
    assert_eq!(waiting.callback().task_token, before.task_token);
    let run = waiting.end();
    assert_eq!((run.execution.error(), run.execution.clock() - start), (Some("States.Timeout"), 16_000));
}

#[test]
fn without_a_heartbeat_the_task_times_out() {
    let waiting = waiting(&ask());
    let start = waiting.run.execution.clock();
    let run = waiting.end();
    assert_eq!((run.execution.error(), run.execution.clock() - start), (Some("States.Timeout"), 10_000));
    assert!(has(&run, "TaskTimedOut"));
}

#[test]
fn an_unknown_token_changes_nothing() {
    let mut waiting = waiting(&ask());
    let before = serde_json::to_string(&waiting.run.execution).unwrap();
    let n_events = waiting.run.events.len();
    for signal in [TaskSignal::Success(json!(1)), TaskSignal::Heartbeat] {
        waiting.send("no such token", &signal);
    }
    assert_eq!(waiting.run.events.len(), n_events);
    assert_eq!(serde_json::to_string(&waiting.run.execution).unwrap(), before);
}

#[test]
fn a_token_is_good_for_one_answer() {
    let mut waiting = waiting(&ask_while_waiting());
    let token = waiting.callback().task_token;
    waiting.send(&token, &TaskSignal::Success(json!("first")));
    assert_eq!(waiting.run.execution.callbacks(), []);
    waiting.send(&token, &TaskSignal::Success(json!("second")));
    assert_eq!(waiting.end().execution.output(), Some(&json!(["first", {}])));
}
