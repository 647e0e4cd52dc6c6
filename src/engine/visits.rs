//! From a history to the visits of states: what each got, what it gave, how it ended.

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
}

/// The visits that a history tells of, in the order in which they began: O(events).
pub fn visits<'a>(events: impl IntoIterator<Item = &'a HistoryEvent>) -> Vec<Visit> {
    let mut visits: Vec<Visit> = Vec::new();
    // Which visit an event belongs to: its own, or that of the event before it.
    let mut owner: HashMap<u64, usize> = HashMap::new();
    for event in events {
        let before = owner.get(&event.previous_event_id).copied();
        let name = event.detail("name").unwrap_or_default();
        let mut index = before;
        if event.event_type.ends_with("StateEntered") {
            let came_from = before.filter(|index| visits[*index].status == VisitStatus::Done);
            index = Some(visits.len());
            visits.push(Visit {
                state: name.to_owned(),
                input: event.detail("input").unwrap_or_default().to_owned(),
                output: None,
                error: None,
                status: VisitStatus::Open,
                from: came_from.map(|index| visits[index].state.clone()),
            });
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
            owner.insert(event.id, index);
        }
    }
    visits
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asl::Document;
    use crate::sim::Environment;
    use crate::sim::{self, Program, StartOptions, Status};

    fn run(text: &str) -> Vec<Visit> {
        let program = Program::compile(&Document::new(text)).unwrap();
        let mut step = sim::start(&program, StartOptions::default());
        let mut events = step.events.clone();
        while step.next.status() == Status::Running {
            step = sim::step(&program, step.next, &Environment::default());
            events.extend(step.events.clone());
        }
        visits(&events)
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
}
