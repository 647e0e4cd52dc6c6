//! From events to visits: to which stay in a state each event belongs, and how the stay ended.

use super::recording::Recorded;
use foldhash::HashMap;
use serde_json::Value;

/// How a visit ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VisitStatus {
    /// The state was left as it should be.
    Succeeded,
    /// It was left by a catcher, after an error.
    CaughtError,
    /// It ended the execution, or its branch or iteration, with an error.
    Failed,
    /// It was stopped, as something else had failed, or by hand.
    Aborted,
    /// The time of the execution ran out.
    TimedOut,
    /// The history ends before it.
    Running,
}

impl VisitStatus {
    /// As AWS writes the status of a state (API `TestExecutionStatus`) and of an execution (API `ExecutionStatus`).
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Succeeded => "SUCCEEDED",
            Self::CaughtError => "CAUGHT_ERROR",
            Self::Failed => "FAILED",
            Self::Aborted => "ABORTED",
            Self::TimedOut => "TIMED_OUT",
            Self::Running => "RUNNING",
        }
    }
}

/// One stay in a state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Visit {
    /// The state's name.
    pub state: String,
    /// Id of the event that enters it.
    pub entered: u64,
    /// Id of the event that leaves it.
    pub exited: Option<u64>,
    /// How it ended.
    pub status: VisitStatus,
    /// The name of its last error. One that was retried is told, too, where the state succeeded in the end.
    pub error: Option<String>,
    /// The text of that error.
    pub cause: Option<String>,
    /// Which iteration of the Map state around it, from 0.
    pub iteration: Option<u64>,
    /// The visit of the Parallel or Map state around it, by its place in the list.
    pub(super) around: Option<usize>,
    /// The visit that it follows in the same scope.
    pub(super) after: Option<usize>,
}

/// What is known of a visit while the events are read.
#[derive(Default)]
struct Course {
    /// The type of its state.
    state_type: String,
    /// Whether the last thing that was heard of it is an error.
    is_in_error: bool,
    /// Whether its branches or iterations have ended.
    is_over: bool,
    /// The last error inside it: name and text.
    inner_error: (Option<String>, Option<String>),
    ended: Option<VisitStatus>,
}

/// The visits of a history, whose events stand in the order of their ids.
pub(super) fn visits(events: &[Recorded]) -> Vec<Visit> {
    let mut reading = Reading::default();
    for event in events {
        if let Some(owner) = reading.add(event) {
            reading.owners.insert(event.id, owner);
        }
    }
    let Reading { mut visits, courses, .. } = reading;
    for (visit, course) in visits.iter_mut().zip(courses) {
        visit.status = course.ended.unwrap_or(VisitStatus::Running);
    }
    visits
}

#[derive(Default)]
struct Reading {
    visits: Vec<Visit>,
    courses: Vec<Course>,
    /// Of each event, the visit that it belongs to.
    owners: HashMap<u64, usize>,
    /// Of each event that starts an iteration, its number.
    iterations: HashMap<u64, u64>,
}

impl Reading {
    /// Takes up an event, and tells the visit that it belongs to.
    fn add(&mut self, event: &Recorded) -> Option<usize> {
        let before = self.owners.get(&event.previous).copied();
        let kind = event.event_type.as_str();
        if let Some(state_type) = event.enters() {
            return Some(self.enter(event, state_type, before));
        }
        if event.exits().is_some() {
            return self.exit(event, before);
        }
        match kind {
            "ExecutionFailed" => self.fail_execution(event, before),
            "ExecutionTimedOut" => self.end_open(VisitStatus::TimedOut),
            "ExecutionAborted" => self.end_open(VisitStatus::Aborted),
            "ExecutionRedriven" => self.redrive(),
            _ if kind.starts_with("MapIteration") => return self.iteration(event, before),
            _ if kind.starts_with("MapState") || kind.starts_with("ParallelState") => {
                return self.container(event, before);
            }
            _ => self.inside(event, before?),
        }
        before
    }

    fn enter(&mut self, event: &Recorded, state_type: &str, before: Option<usize>) -> usize {
        // What follows a state that was left stands beside it; all else stands in what is still at work.
        let after = before.filter(|visit| self.visits[*visit].exited.is_some());
        let (around, iteration) = match after {
            Some(visit) => (self.visits[visit].around, self.visits[visit].iteration),
            None => (before, self.iterations.get(&event.previous).copied()),
        };
        self.visits.push(Visit {
            state: event.text("name").unwrap_or_default().to_owned(),
            entered: event.id,
            exited: None,
            status: VisitStatus::Running,
            error: None,
            cause: None,
            iteration,
            around,
            after,
        });
        self.courses.push(Course { state_type: state_type.to_owned(), ..Course::default() });
        self.visits.len() - 1
    }

    /// A Parallel or Map state is left behind events of the states inside it.
    fn exit(&mut self, event: &Recorded, before: Option<usize>) -> Option<usize> {
        let name = event.text("name").unwrap_or_default();
        let is_it = |visit: &usize| self.visits[*visit].state == name && self.courses[*visit].ended.is_none();
        let visit = self.outwards(before).find(is_it).or_else(|| (0..self.visits.len()).rev().find(is_it))?;
        let status = if self.courses[visit].is_in_error { VisitStatus::CaughtError } else { VisitStatus::Succeeded };
        self.visits[visit].exited = Some(event.id);
        self.courses[visit].ended = Some(status);
        Some(visit)
    }

    /// What happens in a state that has no states inside it, and in a distributed Map.
    fn inside(&mut self, event: &Recorded, owner: usize) {
        let has_failed = has_failed(&event.event_type);
        self.courses[owner].is_in_error = has_failed;
        if has_failed {
            let text = |name| event.text(name).map(str::to_owned);
            (self.visits[owner].error, self.visits[owner].cause) = (text("error"), text("cause"));
        } else if event.event_type.ends_with("Aborted") {
            self.courses[owner].ended = Some(VisitStatus::Aborted);
        }
    }

    /// An iteration starts or ends. Its event names the Map state.
    fn iteration(&mut self, event: &Recorded, before: Option<usize>) -> Option<usize> {
        let name = event.text("name");
        let is_it = |visit: &usize| {
            let is_named = name.is_none_or(|name| self.visits[*visit].state == name);
            self.courses[*visit].state_type == "Map" && self.courses[*visit].ended.is_none() && is_named
        };
        let map = self.outwards(before).find(is_it)?;
        match event.event_type.as_str() {
            "MapIterationStarted" => {
                let index = event.details.get("index").and_then(Value::as_u64);
                self.iterations.extend(index.map(|index| (event.id, index)));
                self.courses[map].is_in_error = false;
            }
            "MapIterationFailed" => {
                self.keep_inner_error(map, before);
                self.end_between(before, map, VisitStatus::Failed);
            }
            "MapIterationAborted" => self.end_between(before, map, VisitStatus::Aborted),
            _ => {}
        }
        Some(map)
    }

    /// The branches or iterations of a state start or end, all of them.
    fn container(&mut self, event: &Recorded, before: Option<usize>) -> Option<usize> {
        let kind = event.event_type.as_str();
        let state_type = if kind.starts_with("Map") { "Map" } else { "Parallel" };
        let has_started = kind.ends_with("Started");
        let is_it = |visit: &usize| {
            let course = &self.courses[*visit];
            course.state_type == state_type && course.ended.is_none() && (has_started || !course.is_over)
        };
        let visit = self.outwards(before).find(is_it)?;
        let has_failed = has_failed(kind);
        if has_failed {
            self.keep_inner_error(visit, before.filter(|before| *before != visit));
            (self.visits[visit].error, self.visits[visit].cause) = self.courses[visit].inner_error.clone();
            self.end_between(before, visit, VisitStatus::Failed);
        }
        if !has_started {
            self.end_within(visit);
        }
        let course = &mut self.courses[visit];
        (course.is_over, course.is_in_error) = (!has_started, has_failed);
        if kind.ends_with("Aborted") {
            course.ended = Some(VisitStatus::Aborted);
        }
        Some(visit)
    }

    fn fail_execution(&mut self, event: &Recorded, before: Option<usize>) {
        let at_fault: Vec<usize> = self.outwards(before).filter(|visit| self.courses[*visit].ended.is_none()).collect();
        for visit in at_fault {
            self.courses[visit].ended = Some(VisitStatus::Failed);
            if self.visits[visit].error.is_none() {
                let text = |name| event.text(name).map(str::to_owned);
                (self.visits[visit].error, self.visits[visit].cause) = (text("error"), text("cause"));
            }
        }
        self.end_open(VisitStatus::Aborted);
    }

    /// What a failure had ended goes on.
    fn redrive(&mut self) {
        for (course, visit) in self.courses.iter_mut().zip(&self.visits).filter(|(_, visit)| visit.exited.is_none()) {
            // Iterations that failed within what was tolerated stay as they are.
            let is_inner = visit.around.is_some() && course.ended == Some(VisitStatus::Failed);
            if !is_inner {
                course.ended = None;
            }
        }
    }

    /// A visit and those around it, from the inside out.
    fn outwards(&self, visit: Option<usize>) -> impl Iterator<Item = usize> {
        std::iter::successors(visit, |visit| self.visits[*visit].around)
    }

    fn keep_inner_error(&mut self, container: usize, from: Option<usize>) {
        if let Some(visit) = from.map(|from| &self.visits[from]) {
            self.courses[container].inner_error = (visit.error.clone(), visit.cause.clone());
        }
    }

    /// Ends a visit and those around it, up to a container.
    fn end_between(&mut self, visit: Option<usize>, container: usize, status: VisitStatus) {
        let inner: Vec<usize> = self.outwards(visit).take_while(|visit| *visit != container).collect();
        for visit in inner {
            self.courses[visit].ended.get_or_insert(status);
        }
    }

    /// Aborts what is still at work inside a container.
    fn end_within(&mut self, container: usize) {
        for visit in container + 1..self.visits.len() {
            if self.courses[visit].ended.is_none() && self.outwards(self.visits[visit].around).any(|it| it == container)
            {
                self.courses[visit].ended = Some(VisitStatus::Aborted);
            }
        }
    }

    fn end_open(&mut self, status: VisitStatus) {
        for course in &mut self.courses {
            course.ended.get_or_insert(status);
        }
    }
}

fn has_failed(event_type: &str) -> bool {
    event_type.ends_with("Failed") || event_type.ends_with("TimedOut")
}
