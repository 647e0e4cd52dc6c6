//! Sessions with a clock that the test moves.

use super::{Callback, Host, Outcome, Request, Response, Session, StepRecord, Surroundings};
use crate::check::Options;
use crate::services::Services;
use crate::sim::Status;
use std::cell::{Cell, RefCell};

/// A worker whose clock moves on by `tick` milliseconds each time it is looked at.
#[derive(Default)]
pub(super) struct Worker {
    session: Session,
    clock: Cell<f64>,
    tick: f64,
    pub(super) told: RefCell<Vec<StepRecord>>,
}

impl Worker {
    fn ask(&mut self, request: &Request) -> Response {
        let now = || {
            self.clock.set(self.clock.get() + self.tick);
            self.clock.get()
        };
        let tell = |part: &Response| match part {
            Response::Stepped { record, .. } => self.told.borrow_mut().push((**record).clone()),
            other => panic!("no part of an answer: {other:?}"),
        };
        let message = serde_json::to_string(request).unwrap();
        serde_json::from_str(&self.session.handle_message(&message, Host { now: &now, tell: &tell })).unwrap()
    }

    pub(super) fn start(&mut self, text: &str, input: &str) -> Response {
        let surroundings = Box::new(Surroundings { is_interactive: true, ..Surroundings::default() });
        self.ask(&Request::Start { run: 1, text: text.into(), input: input.into(), surroundings })
    }

    pub(super) fn advance(&mut self, steps: usize) -> Response {
        self.ask(&Request::Advance { run: 1, steps, lets_time_pass: false })
    }

    /// Lets the run come to its end or to a person; gives the number of answers that took.
    fn run(&mut self) -> (usize, Option<Outcome>) {
        for n_answers in 1..10_000 {
            match self.advance(1_000) {
                Response::Advanced { goes_on: true, .. } => {}
                Response::Advanced { outcome, .. } => return (n_answers, outcome),
                other => panic!("it did not move: {other:?}"),
            }
        }
        panic!("it did not end")
    }

    fn n_told(&self) -> usize {
        self.told.borrow().len()
    }

    fn last_told(&self) -> StepRecord {
        self.told.borrow().last().unwrap().clone()
    }
}

const TWO: &str = r#"{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Succeed"}}}"#;

#[test]
fn runs_by_so_many_steps() {
    let mut worker = Worker::default();
    assert!(matches!(worker.start(TWO, "[1]"), Response::Advanced { outcome: None, goes_on: true, .. }));
    assert!(matches!(worker.advance(1), Response::Advanced { outcome: None, goes_on: true, .. }));
    assert_eq!(worker.last_told().events[0].event_type, "PassStateEntered");
    let Response::Advanced { outcome: Some(outcome), goes_on: false, .. } = worker.advance(99) else {
        panic!("it did not end")
    };
    assert_eq!(outcome.output.as_deref(), Some("[\n  1\n]"));
    let other = Request::Advance { run: 8, steps: 1, lets_time_pass: false };
    assert_eq!(worker.ask(&other), Response::Refused);
}

#[test]
fn an_input_that_nobody_gave_is_an_empty_object() {
    let mut worker = Worker::default();
    worker.start(TWO, "");
    assert_eq!(worker.run().1.unwrap().output.as_deref(), Some("{}"));
}

#[test]
fn a_step_is_told_before_the_next_one_begins() {
    let mut worker = Worker::default();
    worker.start(TWO, "");
    assert_eq!(worker.n_told(), 1);
    worker.advance(2);
    assert_eq!(worker.n_told(), 3);
    let next = worker.last_told().snapshot.next;
    assert_eq!(next, Some(crate::asl::StateId(1)), "who looks at it knows which state is at work");
}

/// A Map that works out 40 items by an `ItemSelector` and runs a state for each of them.
fn map(mode: &str) -> String {
    format!(
        r#"{{"QueryLanguage": "JSONata", "StartAt": "M", "States": {{"M": {{"Type": "Map", "Items": "{{% [1..40] %}}",
        "ItemSelector": {{"n": "{{% $states.context.Map.Item.Value * 2 %}}", "id": "{{% $uuid() %}}"}},
        "ItemProcessor": {{{mode} "StartAt": "P", "States": {{"P": {{"Type": "Pass", "End": true}}}}}}, "End": true}}}}}}"#
    )
}

#[test]
fn an_answer_comes_when_the_time_is_up_and_nothing_depends_on_that() {
    let distributed = r#""ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},"#;
    for mode in ["", distributed] {
        let told = [0.0, 30.0, 1_000.0].map(|tick| {
            let mut worker = Worker { tick, ..Worker::default() };
            worker.start(&map(mode), "");
            let (n_answers, outcome) = worker.run();
            assert_eq!(n_answers > 10, tick > 0.0, "{n_answers} answers at {tick} ms");
            let history = worker.told.into_inner().into_iter();
            let own: Vec<_> = history.clone().flat_map(|record| record.events).collect();
            let inner: Vec<_> = history.flat_map(|record| record.children).flat_map(|child| child.events).collect();
            (own, inner, outcome)
        });
        assert_eq!(told[0], told[1]);
        assert_eq!(told[0], told[2]);
        assert_eq!(told[0].2.as_ref().unwrap().status, Status::Succeeded);
    }
}

#[test]
fn no_step_works_on_more_items_than_there_is_time_for() {
    let mut worker = Worker { tick: 1_000.0, ..Worker::default() };
    worker.start(&map(""), "");
    let n_answers = std::iter::repeat_with(|| worker.advance(1)).take(39).count();
    assert_eq!(n_answers, 39);
    let has_started = |worker: &Worker| {
        worker.told.borrow().iter().flat_map(|record| &record.events).any(|event| event.event_type == "MapStateStarted")
    };
    assert!(!has_started(&worker), "the items are worked out one by one");
    worker.advance(1);
    assert!(has_started(&worker));
}

const WAITING: &str = r#"{"StartAt": "T", "States": {"T": {
    "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage.waitForTaskToken", "TimeoutSeconds": 60,
    "Parameters": {"QueueUrl": "https://sqs.us-east-1.amazonaws.com/111111111111/q", "MessageBody.$": "$$.Task.Token"},
    "End": true}}}"#;

fn waiting() -> Worker {
    let mut worker = Worker::default();
    worker.start(WAITING, "{}");
    assert_eq!(worker.run().1, None, "it did not wait");
    worker
}

#[test]
fn waits_for_a_person_and_takes_what_is_sent() {
    let mut worker = waiting();
    let snapshot = worker.last_told().snapshot;
    assert!(snapshot.waits_for_person);
    let task_token = snapshot.callbacks[0].task_token.clone();
    let callback = Callback::Success("{\"done\": true}".into());
    worker.ask(&Request::Send { run: 1, task_token, callback });
    assert_eq!(worker.run().1.unwrap().output.as_deref(), Some("{\n  \"done\": true\n}"));
}

#[test]
fn times_out_when_time_passes_and_is_redriven() {
    let mut worker = waiting();
    let pass = Request::Advance { run: 1, steps: 99, lets_time_pass: true };
    let Response::Advanced { outcome: Some(outcome), .. } = worker.ask(&pass) else { panic!("it did not end") };
    assert_eq!((outcome.status, outcome.error.as_deref()), (Status::Failed, Some("States.Timeout")));
    assert!(worker.last_told().snapshot.can_redrive);
    let Response::Advanced { outcome: None, .. } = worker.ask(&Request::Redrive { run: 1 }) else {
        panic!("it did not go on")
    };
    assert_eq!(worker.last_told().events[0].event_type, "ExecutionRedriven");
}

#[test]
fn tells_the_shape_of_data_at_a_place() {
    let text = r#"{"StartAt": "A", "States": {"A": {"Type": "Pass", "InputPath": "$.order", "End": true}}}"#;
    let options = Options { input: Some(serde_json::json!({ "order": { "id": 1 } })), ..Options::default() };
    let offset = text.find("$.order").unwrap() + 2;
    let (text, options) = (text.to_owned(), Box::new(options));
    let mut worker = Worker::default();
    let hint = Request::Hint { text: text.clone(), options: options.clone(), offset };
    let Response::Hint(Some(hint)) = worker.ask(&hint) else { panic!("nothing is known") };
    assert_eq!(hint.span.of(&text), "$.order");
    let Response::Proposals(Some(proposals)) = worker.ask(&Request::Propose { text, options, offset }) else {
        panic!("nothing is proposed")
    };
    assert_eq!(proposals.names[0].name, "order");
}

#[test]
fn a_check_without_an_input_gives_one_as_an_example() {
    let text = r#"{"StartAt": "A", "States": {"A": {"Type": "Pass", "InputPath": "$.order", "OutputPath": "$.id", "End": true}}}"#;
    let check = |input: Option<serde_json::Value>| {
        let options = Box::new(Options { input, ..Options::default() });
        match Worker::default().ask(&Request::Check { revision: 1, text: text.to_owned(), options }) {
            Response::Checked { diagnostics, example_input, .. } => (diagnostics.len(), example_input),
            other => panic!("it was not checked: {other:?}"),
        }
    };
    let (n_found, example) = check(None);
    assert_eq!(n_found, 0, "an input that nobody gave lacks nothing");
    let example = serde_json::from_str(&example.unwrap()).unwrap();
    assert_eq!(example, serde_json::json!({ "order": { "id": "example" } }));
    assert_eq!(check(Some(example)), (0, None));
    assert_eq!(check(Some(serde_json::json!({}))).0, 1);
}

#[test]
fn says_what_cannot_run() {
    let mut worker = Worker::default();
    assert!(matches!(worker.start("{}", "{}"), Response::NotRunnable { .. }));
    assert!(matches!(worker.start("{}", "{"), Response::InputNotJson { .. }));
    assert_eq!(Session::default().handle_message("nonsense", Host::ALONE), "\"Refused\"");
}

#[test]
fn what_is_known_of_a_service_counts_once_its_part_has_come() {
    let table: &[u8] = include_bytes!("../services/models.bin");
    let (length, rest) = table.split_first_chunk::<4>().unwrap();
    let (index, _) = rest.split_at(u32::from_le_bytes(*length) as usize);
    let mut session = Session::default();
    let rules = |session: &mut Session| {
        let text = r#"{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "arn:aws:states:::aws-sdk:sqs:deleteMessage", "Parameters": {"QueueUrl": "q", "Receipt": "r"}, "End": true}}}"#;
        let request = Request::Check { revision: 1, text: text.to_owned(), options: Box::default() };
        let Response::Checked { diagnostics, .. } = session.handle(request, Host::ALONE) else { panic!("no check") };
        let found = diagnostics.into_iter().map(|found| found.diagnostic.rule);
        found.filter(|rule| rule.ends_with("-argument")).collect::<Vec<_>>()
    };
    assert_eq!(rules(&mut session), [""; 0]);
    session.know(Services::of_index(index).unwrap());
    assert_eq!(rules(&mut session), [""; 0]);
    assert_eq!(session.services().take_wanted(), ["sqs"]);
    // The same table, whole, stands for the part that comes.
    session.know(Services::bundled());
    assert_eq!(rules(&mut session), ["missing-argument", "unknown-argument"]);
}

#[test]
fn calls_are_found_described_and_completed() {
    let mut worker = Worker::default();
    let find = Request::FindCalls { typed: "sqs send message".into(), limit: 3 };
    let Response::Calls(found) = worker.ask(&find) else { panic!("calls are wanted") };
    assert!(!found.is_whole, "without a table nothing but the optimized integrations is known");
    worker.session.know(Services::bundled());
    let Response::Calls(found) = worker.ask(&find) else { panic!("calls are wanted") };
    assert_eq!((found.is_whole, found.calls[0].id.as_str(), found.calls.len()), (true, "sqs:sendMessage", 3));
    let resource = "arn:aws:states:::sqs:sendMessage".to_owned();
    let Response::CallDescribed(described) = worker.ask(&Request::DescribeCall { resource }) else {
        panic!("a description is wanted")
    };
    assert!(matches!(described.parameters, crate::calls::Described::Known { .. }));
    // Where no path goes on, a call does.
    let text = r#"{"StartAt":"A","States":{"A":{"Type":"Task","Resource":"sqs:sendM"}}}"#.to_owned();
    let offset = text.find("M\"}").unwrap() + 1;
    let Response::Completions(found) = worker.ask(&Request::Propose { text, options: Box::default(), offset }) else {
        panic!("completions are wanted")
    };
    assert_eq!(found.list[0].insert, "\"arn:aws:states:::sqs:sendMessage\"");
}
