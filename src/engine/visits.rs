//! From a history to the visits of states: what each got, what it gave, how it ended.

use super::protocol::StepRecord;
use crate::asl::StateId;
use crate::sim::HistoryEvent;
use std::collections::HashMap;

/// How a visit stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VisitStatus {
    /// The state is still at work.
    Open,
    /// It was left.
    Done,
    /// It ended the execution, or its branch, with an error.
    Failed,
}

/// One stay in a state.
#[derive(Clone, Debug, PartialEq)]
pub struct Visit {
    /// The state's name.
    pub state: String,
    /// Its input as JSON text.
    pub input: String,
    /// Its output as JSON text, once it was left.
    pub output: Option<String>,
    /// The last error in it: name and text. One that was retried or caught stays to be seen.
    pub error: Option<(String, String)>,
    /// How it stands.
    pub status: VisitStatus,
    /// The state from which it was entered, if that was one of the same scope.
    pub from: Option<String>,
    /// The data inside it, stage by stage: TestState's name and JSON text.
    pub stages: Vec<(String, String)>,
    /// Whether its service answered with a simulated default.
    pub is_simulated: bool,
}

impl Visit {
    fn open(state: &str, input: &str, from: Option<String>) -> Self {
        Self {
            state: state.to_owned(),
            input: input.to_owned(),
            output: None,
            error: None,
            status: VisitStatus::Open,
            from,
            stages: Vec::new(),
            is_simulated: false,
        }
    }
}

/// Visits as they are found in one history after the other.
#[derive(Debug, Default)]
struct Visits {
    visits: Vec<Visit>,
    /// Which visit an event belongs to, by execution and number: its own, or that of the event before it.
    owner: HashMap<(Vec<u64>, u64), usize>,
}

impl Visits {
    fn add(&mut self, execution: &[u64], event: &HistoryEvent) -> Option<usize> {
        let key = |id: u64| (execution.to_vec(), id);
        let before = self.owner.get(&key(event.previous_event_id)).copied();
        let name = event.detail("name").unwrap_or_default();
        let visits = &mut self.visits;
        let mut index = before;
        if event.event_type.ends_with("StateEntered") {
            let came_from = before.filter(|index| visits[*index].status == VisitStatus::Done);
            let from = came_from.map(|index| visits[index].state.clone());
            index = Some(visits.len());
            visits.push(Visit::open(name, event.detail("input").unwrap_or_default(), from));
        } else if event.event_type.ends_with("StateExited") {
            // A Map or Parallel state is left after events of its inner states: its own visit is the last open one of
            // its name.
            let open = |visit: &Visit| visit.state == name && visit.status == VisitStatus::Open;
            index = before.filter(|index| open(&visits[*index])).or_else(|| visits.iter().rposition(open));
            if let Some(index) = index {
                visits[index].status = VisitStatus::Done;
                visits[index].output = event.detail("output").map(str::to_owned);
            }
        } else if (event.event_type.ends_with("Failed") || event.event_type.ends_with("TimedOut"))
            && let Some(visit) = before.and_then(|index| visits.get_mut(index))
        {
            let text = |field| event.detail(field).unwrap_or_default().to_owned();
            if event.detail("error").is_some() || event.detail("cause").is_some() {
                visit.error = Some((text("error"), text("cause")));
            }
            let ends = ["ExecutionFailed", "MapIterationFailed", "ParallelStateFailed"];
            if visit.status == VisitStatus::Open && ends.contains(&event.event_type.as_str()) {
                visit.status = VisitStatus::Failed;
            }
        }
        if let Some(index) = index {
            self.owner.insert(key(event.id), index);
        }
        index
    }
}

/// The visits that the steps of a run tell of, in the order in which they began: O(events). Those of the children of a
/// distributed Map are among them, as their states are states of the machine; `name` gives a state's name.
pub fn visits<'a>(records: impl IntoIterator<Item = &'a StepRecord>, name: impl Fn(StateId) -> String) -> Vec<Visit> {
    let mut found = Visits::default();
    for record in records {
        let mut touched: Vec<usize> = record.events.iter().filter_map(|event| found.add(&[], event)).collect();
        for child in record.children.iter().filter(|child| child.machine.is_none()) {
            touched.extend(child.events.iter().filter_map(|event| found.add(&child.path, event)));
        }
        // A step moves one state at a time: its data belongs to the visit of that state that the step has touched.
        let mut of = |state: StateId, change: &mut dyn FnMut(&mut Visit)| {
            let name = name(state);
            let index = touched.iter().rev().find(|index| found.visits[**index].state == name);
            if let Some(index) = index {
                change(&mut found.visits[*index]);
            }
        };
        for stage in &record.stages {
            of(stage.state, &mut |visit| match visit.stages.iter_mut().find(|(name, _)| *name == stage.name) {
                Some((_, json)) => json.clone_from(&stage.json),
                None => visit.stages.push((stage.name.clone(), stage.json.clone())),
            });
        }
        for state in &record.simulated {
            of(*state, &mut |visit| visit.is_simulated = true);
        }
    }
    found.visits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asl::Document;
    use crate::engine::tests::Worker;

    fn run(text: &str) -> Vec<Visit> {
        let mut worker = Worker::default();
        worker.start(text, "");
        worker.advance(999);
        let records = worker.told.into_inner();
        let document = Document::new(text);
        visits(&records, |state| document.machine().state(state).name.to_string())
    }

    #[test]
    fn tells_of_inner_states_and_of_the_way() {
        let visits = run(r#"{"StartAt": "P", "States": {"P": {"Type": "Parallel", "Branches": [
                {"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "End": true}}}],
                "Next": "C"}, "C": {"Type": "Succeed"}}}"#);
        let told: Vec<_> = visits.iter().map(|visit| (visit.state.as_str(), visit.from.as_deref())).collect();
        assert_eq!(told, [("P", None), ("A", None), ("B", Some("A")), ("C", Some("P"))]);
        assert!(visits.iter().all(|visit| visit.status == VisitStatus::Done));
        assert_eq!(visits[0].output.as_deref(), Some("[{}]"));
    }

    #[test]
    fn a_failure_is_where_it_happened() {
        let visits = run(r#"{"StartAt": "F", "States": {"F": {"Type": "Fail", "Error": "E", "Cause": "C"}}}"#);
        assert_eq!(visits[0].status, VisitStatus::Failed);
        assert_eq!(visits[0].error, Some(("E".into(), "C".into())));
    }

    #[test]
    fn data_is_told_stage_by_stage() {
        let visits = run(r#"{"StartAt": "T", "States": {"T": {"Type": "Task",
            "Resource": "arn:aws:states:::lambda:invoke", "Parameters": {"Payload": 1},
            "ResultSelector": {"r.$": "$.Payload"}, "End": true}}}"#);
        let names: Vec<&str> = visits[0].stages.iter().map(|(name, _)| name.as_str()).collect();
        let expected = [
            "input",
            "afterInputPath",
            "afterParameters",
            "result",
            "afterResultSelector",
            "afterResultPath",
            "output",
        ];
        assert_eq!(names, expected);
        assert!(visits[0].is_simulated);
    }

    #[test]
    fn children_of_a_distributed_map_are_visits_too() {
        let visits =
            run(r#"{"QueryLanguage": "JSONata", "StartAt": "M", "States": {"M": {"Type": "Map", "Items": [1, 2],
            "End": true,
            "ItemProcessor": {"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "STANDARD"},
                "StartAt": "P", "States": {"P": {"Type": "Pass", "End": true}}}}}}"#);
        let told: Vec<_> = visits.iter().map(|visit| (visit.state.as_str(), visit.input.as_str())).collect();
        assert_eq!(told, [("M", "{}"), ("P", "1"), ("P", "2")]);
        assert!(visits.iter().all(|visit| visit.status == VisitStatus::Done));
    }
}
