//! The visits of states, each with the steps at which something became of it, so that they can be told as of any step.

use super::view::{StateCount, Visit, VisitData, VisitStatus};
use crate::asl::StateId;
use crate::sim::{EventDetails, HistoryEvent, Program, Stage, Step};
use crate::text::json::written;
use foldhash::{HashMap, HashMapExt as _, HashSet, HashSetExt as _};
use serde_json::Value;
use std::sync::Arc;

/// How many bytes of the data of visits come with a view; what is beyond is told when somebody looks.
const MAX_DATA_BYTES: usize = 64 * 1024;

/// One stay in a state.
#[derive(Debug)]
struct Stay {
    state: StateId,
    began: usize,
    input: Arc<str>,
    left: Option<(usize, Arc<str>)>,
    failed: Option<usize>,
    errors: Vec<(usize, String, String)>,
    stages: Vec<(usize, &'static str, Arc<Value>)>,
    /// At which step its service answered with a simulated default.
    simulated: Option<usize>,
}

impl Stay {
    fn status(&self, step: usize) -> VisitStatus {
        if self.left.as_ref().is_some_and(|(at, _)| *at <= step) {
            VisitStatus::Done
        } else if self.failed.is_some_and(|at| at <= step) {
            VisitStatus::Failed
        } else {
            VisitStatus::Open
        }
    }

    fn is_open(&self) -> bool {
        self.left.is_none() && self.failed.is_none()
    }

    fn data(&self, step: usize) -> VisitData {
        let mut stages: Vec<(String, String)> = Vec::new();
        for (_, name, value) in self.stages.iter().take_while(|(at, ..)| *at <= step) {
            let json = written(value);
            match stages.iter_mut().find(|(known, _)| known == name) {
                Some((_, known)) => *known = json,
                None => stages.push(((*name).to_owned(), json)),
            }
        }
        let error = self.errors.iter().rev().find(|(at, ..)| *at <= step);
        VisitData {
            input: self.input.to_string(),
            output: self.left.as_ref().filter(|(at, _)| *at <= step).map(|(_, output)| output.to_string()),
            error: error.map(|(_, error, cause)| (error.clone(), cause.clone())),
            stages,
        }
    }
}

/// What is known of one state.
#[derive(Debug, Default)]
struct StateLog {
    /// Its visits, in the order in which they began.
    visits: Vec<usize>,
    /// Those that were not left, the latest last.
    open: Vec<usize>,
    /// At which step a scope first began with it.
    start: Option<usize>,
}

/// All visits of a run.
#[derive(Debug)]
pub(super) struct Stays {
    stays: Vec<Stay>,
    states: Vec<StateLog>,
    by_name: HashMap<Arc<str>, StateId>,
    ways: Vec<(usize, StateId, StateId)>,
    known_ways: HashSet<(StateId, StateId)>,
    /// Which visit an event belongs to, by its number: of the execution itself.
    owners: Vec<Option<usize>>,
    /// The same of the children of distributed Maps, whose states are those of the machine.
    inner_owners: HashMap<Vec<u64>, Vec<Option<usize>>>,
}

impl Stays {
    /// No visits of a machine.
    pub(super) fn of(program: &Program) -> Self {
        let by_name: HashMap<Arc<str>, StateId> = program.names().map(|(id, name)| (Arc::clone(name), id)).collect();
        let states = std::iter::repeat_with(StateLog::default).take(program.names().count()).collect();
        Self {
            stays: Vec::new(),
            states,
            by_name,
            ways: Vec::new(),
            known_ways: HashSet::new(),
            owners: Vec::new(),
            inner_owners: HashMap::new(),
        }
    }

    /// Adds what a step tells of them.
    pub(super) fn add(&mut self, number: usize, step: &Step) {
        let mut touched = Vec::new();
        let mut owners = std::mem::take(&mut self.owners);
        for event in &step.events {
            touched.extend(self.add_event(number, event, &mut owners));
        }
        self.owners = owners;
        self.add_data(number, &touched, &step.stages, &step.simulated);
        for child in step.child_steps.iter().filter(|child| child.machine.is_none()) {
            let mut touched = Vec::new();
            let mut owners = self.inner_owners.remove(&child.path).unwrap_or_default();
            for event in &child.events {
                touched.extend(self.add_event(number, event, &mut owners));
            }
            self.inner_owners.insert(child.path.clone(), owners);
            self.add_data(number, &touched, &child.stages, &child.simulated);
        }
    }

    /// A step moves one state of an execution at a time: its data belongs to the visit of that state that the step touched.
    fn add_data(&mut self, number: usize, touched: &[usize], stages: &[Stage], simulated: &[StateId]) {
        let of =
            |stays: &[Stay], state: StateId| touched.iter().rev().copied().find(|visit| stays[*visit].state == state);
        for stage in stages {
            if let Some(visit) = of(&self.stays, stage.state) {
                self.stays[visit].stages.push((number, stage.name, Arc::clone(&stage.value)));
            }
        }
        for state in simulated {
            if let Some(visit) = of(&self.stays, *state) {
                self.stays[visit].simulated.get_or_insert(number);
            }
        }
    }

    fn add_event(&mut self, step: usize, event: &HistoryEvent, owners: &mut Vec<Option<usize>>) -> Option<usize> {
        let before = usize::try_from(event.previous_event_id).ok().and_then(|id| owners.get(id).copied().flatten());
        let owner = match &event.details {
            EventDetails::Entered { name, input } => self.enter(step, name, input, before),
            EventDetails::Exited { name, output, .. } => self.leave(step, name, output, before),
            _ => {
                self.note_failure(step, event, before);
                before
            }
        };
        let id = usize::try_from(event.id).unwrap_or_default();
        if owners.len() <= id {
            owners.resize(id + 1, None);
        }
        owners[id] = owner;
        owner
    }

    fn enter(&mut self, step: usize, name: &str, input: &Arc<str>, before: Option<usize>) -> Option<usize> {
        let state = *self.by_name.get(name)?;
        let visit = self.stays.len();
        let came_from = before.map(|before| &self.stays[before]).filter(|before| before.left.is_some());
        match came_from.map(|before| before.state) {
            Some(from) if self.known_ways.insert((from, state)) => self.ways.push((step, from, state)),
            Some(_) => {}
            None => {
                self.log(state).start.get_or_insert(step);
            }
        }
        let log = self.log(state);
        log.visits.push(visit);
        log.open.push(visit);
        self.stays.push(Stay {
            state,
            began: step,
            input: Arc::clone(input),
            left: None,
            failed: None,
            errors: Vec::new(),
            stages: Vec::new(),
            simulated: None,
        });
        Some(visit)
    }

    /// A Map or Parallel state is left after events of its inner states: its own visit is the last open one of its name.
    fn leave(&mut self, step: usize, name: &str, output: &Arc<str>, before: Option<usize>) -> Option<usize> {
        let state = *self.by_name.get(name)?;
        let is_it = |visit: &usize| self.stays[*visit].state == state && self.stays[*visit].is_open();
        let log = &self.states[state.0 as usize];
        let visit = before.filter(is_it).or_else(|| log.open.iter().rev().copied().find(is_it))?;
        self.stays[visit].left = Some((step, Arc::clone(output)));
        self.log(state).open.retain(|open| *open != visit);
        Some(visit)
    }

    fn note_failure(&mut self, step: usize, event: &HistoryEvent, before: Option<usize>) {
        if !(event.event_type.ends_with("Failed") || event.event_type.ends_with("TimedOut")) {
            return;
        }
        let Some(stay) = before.map(|visit| &mut self.stays[visit]) else { return };
        let text = |field| event.detail(field).unwrap_or_default().to_owned();
        if event.detail("error").is_some() || event.detail("cause").is_some() {
            stay.errors.push((step, text("error"), text("cause")));
        }
        if stay.is_open()
            && ["ExecutionFailed", "MapIterationFailed", "ParallelStateFailed"].contains(&&*event.event_type)
        {
            stay.failed = Some(step);
        }
    }

    fn log(&mut self, state: StateId) -> &mut StateLog {
        &mut self.states[state.0 as usize]
    }

    /// How many had begun at a step.
    pub(super) fn count(&self, step: usize) -> usize {
        self.stays.partition_point(|stay| stay.began <= step)
    }

    /// The latest that had begun at a step. The last one, and those that were not left, bring their data.
    pub(super) fn latest(&self, step: usize, most: usize) -> Vec<Visit> {
        let end = self.count(step);
        let mut left = MAX_DATA_BYTES;
        let mut visits: Vec<Visit> = Vec::new();
        for number in (end.saturating_sub(most)..end).rev() {
            let stay = &self.stays[number];
            let status = stay.status(step);
            let is_looked_at = number + 1 == end || status != VisitStatus::Done;
            let data = is_looked_at.then(|| stay.data(step)).filter(|data| data.bytes() <= left);
            left -= data.as_ref().map_or(0, VisitData::bytes);
            let is_simulated = stay.simulated.is_some_and(|at| at <= step);
            visits.push(Visit { number, state: stay.state, status, is_simulated, data });
        }
        visits.reverse();
        visits
    }

    /// The data of one.
    pub(super) fn data(&self, visit: usize, step: usize) -> Option<VisitData> {
        self.stays.get(visit).filter(|stay| stay.began <= step).map(|stay| stay.data(step))
    }

    /// How often each state had been visited at a step.
    pub(super) fn counts(&self, step: usize) -> Vec<StateCount> {
        let count = |(state, log): (u32, &StateLog)| {
            let n_visits = log.visits.partition_point(|visit| self.stays[*visit].began <= step);
            let last = *log.visits.get(n_visits.checked_sub(1)?)?;
            let is_failed = self.stays[last].status(step) == VisitStatus::Failed;
            Some(StateCount { state: StateId(state), n_visits, is_failed })
        };
        (0..).zip(&self.states).filter_map(count).collect()
    }

    /// The ways that had been taken at a step.
    pub(super) fn ways(&self, step: usize) -> Vec<(StateId, StateId)> {
        let taken = self.ways.iter().take_while(|(at, ..)| *at <= step);
        taken.map(|(_, from, to)| (*from, *to)).collect()
    }

    /// The states with which scopes had begun at a step.
    pub(super) fn starts(&self, step: usize) -> Vec<StateId> {
        let has_begun = |log: &StateLog| log.start.is_some_and(|at| at <= step);
        (0..).zip(&self.states).filter(|(_, log)| has_begun(log)).map(|(state, _)| StateId(state)).collect()
    }
}
