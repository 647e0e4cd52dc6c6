//! Sessions with a clock that the test moves.

use super::{Callback, Host, Outcome, Request, Response, Session, Surroundings, View, VisitData, VisitStatus};
use crate::asl::{Document, StateId};
use crate::check::Options;
use crate::mock::Mocks;
use crate::project::Neighbour;
use crate::services::Services;
use crate::sim::{HistoryEvent, Snapshot, Status};
use std::cell::Cell;

/// A worker whose clock moves on by `tick` milliseconds each time it is looked at.
#[derive(Default)]
pub(super) struct Worker {
    session: Session,
    clock: Cell<f64>,
    tick: f64,
}

impl Worker {
    fn ask(&mut self, request: &Request) -> Response {
        let now = || {
            self.clock.set(self.clock.get() + self.tick);
            self.clock.get()
        };
        let message = serde_json::to_string(request).unwrap();
        serde_json::from_str(&self.session.handle_message(&message, Host { now: &now })).unwrap()
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

    fn look(&mut self, step: usize) -> View {
        match self.ask(&Request::Look { run: 1, step }) {
            Response::Seen { view, .. } => *view,
            other => panic!("nothing is to be seen: {other:?}"),
        }
    }

    /// The run as it is after its last step.
    fn last(&mut self) -> View {
        self.look(usize::MAX)
    }

    fn events(&mut self, path: &[u64]) -> Vec<HistoryEvent> {
        match self.ask(&Request::Events { run: 1, path: path.to_vec(), from: 0, to: usize::MAX }) {
            Response::Events(events) => events,
            other => panic!("no events: {other:?}"),
        }
    }

    fn visit_data(&mut self, number: usize, step: usize) -> VisitData {
        match self.ask(&Request::Visit { run: 1, step, number }) {
            Response::VisitData(data) => data,
            other => panic!("no data: {other:?}"),
        }
    }

    /// The names of the visits up to the last step, with their status.
    fn visits(&mut self, text: &str) -> Vec<(String, VisitStatus)> {
        let document = crate::asl::Document::new(text);
        let name = |state: StateId| document.machine().state(state).name.to_string();
        self.last().visits.iter().map(|visit| (name(visit.state), visit.status)).collect()
    }
}

const TWO: &str = r#"{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Succeed"}}}"#;

#[test]
fn runs_by_so_many_steps() {
    let mut worker = Worker::default();
    assert!(matches!(worker.start(TWO, "[1]"), Response::Advanced { outcome: None, goes_on: true, .. }));
    assert!(matches!(worker.advance(1), Response::Advanced { outcome: None, goes_on: true, .. }));
    assert_eq!(worker.last().events.last().unwrap().event_type, "PassStateEntered");
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
fn the_run_can_be_seen_at_every_step() {
    let mut worker = Worker::default();
    worker.start(TWO, "[1]");
    worker.run();
    let seen: Vec<_> = (0..5).map(|step| worker.look(step)).collect();
    assert_eq!(seen.iter().map(|view| view.n_events).collect::<Vec<_>>(), [1, 2, 3, 4, 6]);
    assert_eq!(seen.iter().map(|view| view.n_visits).collect::<Vec<_>>(), [0, 1, 1, 2, 2]);
    assert_eq!(seen[1].snapshot.next, Some(StateId(0)), "it is at work");
    assert_eq!(seen[2].snapshot.next, Some(StateId(1)));
    assert_eq!(seen[1].visits[0].status, VisitStatus::Open);
    assert_eq!(seen[2].visits[0].status, VisitStatus::Done);
    assert_eq!(seen[3].ways, [(StateId(0), StateId(1))]);
    assert_eq!(seen[2].ways, []);
    assert_eq!(worker.visit_data(0, 1).output, None);
    assert_eq!(worker.visit_data(0, 2).output.as_deref(), Some("[1]"));
}

/// Long enough to be kept now and then, with branches, retries and waits.
const MIXED: &str = r#"{"StartAt": "M", "States": {"M": {"Type": "Map", "End": true, "ItemProcessor": {
    "StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 3, "Next": "P"}, "P": {"Type": "Parallel", "Branches": [
    {"StartAt": "T", "States": {"T": {"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
        "Parameters": {"FunctionName": "f", "Payload": {"id.$": "States.UUID()"}}, "End": true}}},
    {"StartAt": "A", "States": {"A": {"Type": "Pass", "Assign": {"v.$": "$"}, "End": true}}}], "End": true}}}}}}"#;

#[test]
fn what_is_made_again_is_what_it_was() {
    for tick in [0.0, 0.7, 90.0] {
        let mut worker = Worker { tick, ..Worker::default() };
        worker.start(MIXED, "[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]");
        let mut snapshots: Vec<Snapshot> = vec![worker.last().snapshot];
        loop {
            let Response::Advanced { goes_on, view, .. } = worker.advance(1) else { panic!("it did not move") };
            snapshots.truncate(view.step);
            snapshots.push(view.snapshot);
            if !goes_on {
                break;
            }
        }
        assert!(snapshots.len() > 90, "{} steps", snapshots.len());
        for (step, snapshot) in snapshots.iter().enumerate().rev() {
            assert_eq!(worker.look(step).snapshot, *snapshot, "step {step} at {tick} ms");
        }
    }
}

#[test]
fn a_step_that_takes_long_is_announced() {
    let heard = std::rc::Rc::new(Cell::new(None));
    let ear = std::rc::Rc::clone(&heard);
    super::when_busy(move |run, n_steps| ear.set(Some((run, n_steps))));
    let long = r#"{"QueryLanguage": "JSONata", "StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"},
        "B": {"Type": "Pass", "Output": "{% $sum([1..30000].($ * 2)) %}", "End": true}}}"#;
    let mut worker = Worker::default();
    worker.start(long, "");
    worker.advance(3);
    assert_eq!(heard.get(), None, "what is fast is not announced");
    worker.advance(9);
    assert_eq!(heard.get(), Some((1, 4)), "the steps before it, not it");
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
            let paths = worker.last().children.into_iter().map(|child| child.path);
            let inner: Vec<_> = paths.map(|path| worker.events(&path)).collect();
            (worker.events(&[]), inner, outcome)
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
    let has_started =
        |worker: &mut Worker| worker.events(&[]).iter().any(|event| event.event_type == "MapStateStarted");
    assert!(!has_started(&mut worker), "the items are worked out one by one");
    worker.advance(1);
    assert!(has_started(&mut worker));
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
    let snapshot = worker.last().snapshot;
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
    assert!(worker.last().snapshot.can_redrive);
    let Response::Advanced { outcome: None, .. } = worker.ask(&Request::Redrive { run: 1 }) else {
        panic!("it did not go on")
    };
    assert_eq!(worker.last().events.last().unwrap().event_type, "ExecutionRedriven");
}

#[test]
fn tells_the_shape_of_data_at_a_place() {
    let text = r#"{"StartAt": "A", "States": {"A": {"Type": "Pass", "InputPath": "$.order", "End": true}}}"#;
    let options = Options { input: Some(serde_json::json!({ "order": { "id": 1 } })), ..Options::default() };
    let offset = text.find("$.order").unwrap() + 2;
    let (text, options) = (text.to_owned(), Box::new(options));
    let mut worker = Worker::default();
    let hint = Request::Hint { text: text.clone().into(), options: options.clone(), offset };
    let Response::Hint(Some(hint)) = worker.ask(&hint) else { panic!("nothing is known") };
    assert_eq!(hint.span.of(&text), "$.order");
    let Response::Proposals(Some(proposals)) = worker.ask(&Request::Propose { text: text.into(), options, offset })
    else {
        panic!("nothing is proposed")
    };
    assert_eq!(proposals.names[0].name, "order");
}

#[test]
fn a_check_without_an_input_gives_one_as_an_example() {
    let text = r#"{"StartAt": "A", "States": {"A": {"Type": "Pass", "InputPath": "$.order", "OutputPath": "$.id", "End": true}}}"#;
    let check = |input: Option<serde_json::Value>| {
        let options = Box::new(Options { input, ..Options::default() });
        match Worker::default().ask(&Request::Check { revision: 1, text: text.into(), options }) {
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
        let request = Request::Check { revision: 1, text: text.into(), options: Box::default() };
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
fn visits_tell_of_inner_states_and_of_the_way() {
    let text = r#"{"StartAt": "P", "States": {"P": {"Type": "Parallel", "Branches": [
        {"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "End": true}}}],
        "Next": "C"}, "C": {"Type": "Succeed"}}}"#;
    let mut worker = Worker::default();
    worker.start(text, "");
    worker.run();
    let done = |name: &str| (name.to_owned(), VisitStatus::Done);
    assert_eq!(worker.visits(text), [done("P"), done("A"), done("B"), done("C")]);
    assert_eq!(worker.visit_data(0, usize::MAX).output.as_deref(), Some("[{}]"));
    let [p, a, b, c] = [0, 1, 2, 3].map(StateId);
    let view = worker.last();
    assert_eq!(view.ways, [(a, b), (p, c)]);
    assert_eq!(view.starts, [p, a]);
}

#[test]
fn a_failure_is_where_it_happened() {
    let text = r#"{"StartAt": "F", "States": {"F": {"Type": "Fail", "Error": "E", "Cause": "C"}}}"#;
    let mut worker = Worker::default();
    worker.start(text, "");
    worker.run();
    assert_eq!(worker.visits(text), [("F".to_owned(), VisitStatus::Failed)]);
    assert_eq!(worker.visit_data(0, usize::MAX).error, Some(("E".into(), "C".into())));
    assert!(worker.last().states[0].is_failed);
}

#[test]
fn data_is_told_stage_by_stage() {
    let text = r#"{"StartAt": "T", "States": {"T": {"Type": "Task",
        "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"FunctionName": "f", "Payload": 1},
        "ResultSelector": {"r.$": "$.Payload"}, "End": true}}}"#;
    let mut worker = Worker::default();
    worker.start(text, "");
    worker.run();
    let view = worker.last();
    let data = view.visits[0].data.clone().unwrap();
    let names: Vec<&str> = data.stages.iter().map(|(name, _)| name.as_str()).collect();
    let expected =
        ["input", "afterInputPath", "afterParameters", "result", "afterResultSelector", "afterResultPath", "output"];
    assert_eq!(names, expected);
    assert!(view.visits[0].is_simulated);
}

#[test]
fn children_of_a_distributed_map_are_visits_too() {
    let text = r#"{"QueryLanguage": "JSONata", "StartAt": "M", "States": {"M": {"Type": "Map", "Items": [1, 2],
        "End": true, "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
            "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}}}}"#;
    let mut worker = Worker::default();
    worker.start(text, "");
    worker.run();
    let done = |name: &str| (name.to_owned(), VisitStatus::Done);
    assert_eq!(worker.visits(text), [done("M"), done("P"), done("P")]);
    let inputs = [0, 1, 2].map(|visit| worker.visit_data(visit, usize::MAX).input);
    assert_eq!(inputs, ["{}", "1", "2"]);
    assert_eq!(worker.last().n_children, 2);
}

#[test]
fn what_a_template_fills_in_is_unknown_and_what_is_wrong_beside_it_keeps_its_place() {
    let text = r#"{"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": ${Delay}, "Next": "Gone"},
        "P": {"Type": "Succeed", "Comment": "arn:${AWS::Partition}:x"}}}"#;
    let request = Request::Check { revision: 1, text: text.into(), options: Box::default() };
    let Response::Checked { diagnostics, .. } = Worker::default().ask(&request) else { panic!("it was not checked") };
    let found = diagnostics.iter().map(|reported| {
        (&*reported.diagnostic.rule, reported.diagnostic.span.of(text), reported.diagnostic.state.map(|state| state.0))
    });
    let document = Document::new(text);
    let number = |name: &str| Some(document.machine().find(name).unwrap().0);
    let found: Vec<_> = found.collect();
    assert!(found.contains(&("missing-target", "\"Gone\"", number("W"))), "{found:?}");
    assert!(found.iter().any(|(rule, _, state)| *rule == "unreachable-state" && *state == number("P")), "{found:?}");
    assert_eq!(found.len(), 2, "{found:?}");
}

#[test]
fn a_run_says_what_models_it_needs_before_it_starts() {
    let bytes: &[u8] = include_bytes!("../services/models.bin");
    let length = u32::from_le_bytes(bytes[..4].try_into().unwrap()) as usize;
    let services = Services::of_index(&bytes[4..4 + length]).unwrap();
    let mut session = Session::default();
    session.know(services);
    let calls = |resource: &str| {
        format!(
            r#"{{"StartAt": "M", "States": {{"M": {{"Type": "Map", "End": true, "ItemProcessor": {{"StartAt": "T",
            "States": {{"T": {{"Type": "Task", "Resource": "arn:aws:states:::{resource}", "End": true}}}}}}}}}}}}"#
        )
    };
    let neighbour = Neighbour { text: calls("elasticmapreduce:addStep.sync"), mocks: Mocks::default() };
    let machines = [("Other".to_owned(), neighbour)].into_iter().collect();
    let surroundings = Box::new(Surroundings { machines, ..Surroundings::default() });
    let text = calls("aws-sdk:sqs:listQueues");
    let request = Request::Start { run: 1, text: text.into(), input: String::new(), surroundings };
    assert_eq!(session.parts_before(&request), ["emr", "sqs"]);
    session.know(Services::bundled());
    assert_eq!(session.parts_before(&request), [""; 0]);
    let whole = Request::Advance { run: 1, steps: 1, lets_time_pass: false };
    assert_eq!(session.parts_before(&whole), [""; 0]);
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
    let Response::Completions(found) =
        worker.ask(&Request::Propose { text: text.into(), options: Box::default(), offset })
    else {
        panic!("completions are wanted")
    };
    assert_eq!(found.list[0].insert, "\"arn:aws:states:::sqs:sendMessage\"");
}
