//! A run as the worker keeps it: its history, the visits of its states with their data, its child executions, and the way back
//! to the execution at any step. The page sees one step of it at a time, as a [`View`].

mod children;
mod history;
mod rewind;
mod stays;
mod view;

pub use view::{ChildRow, EventRow, StateCount, View, Visit, VisitData, VisitStatus};

pub(super) use rewind::Move;

use crate::sim::{Environment, Execution, HistoryEvent, Program, Snapshot, Step};
use children::Children;
use history::History;
use rewind::Rewind;
use stays::Stays;

/// How many events, visits or executions a view lists.
const MAX_LISTED: usize = 100;

/// All steps of a run up to now.
#[derive(Debug)]
pub(super) struct Timeline {
    history: History,
    stays: Stays,
    children: Children,
    rewind: Rewind,
    n_steps: usize,
}

impl Timeline {
    /// Begins with the first step, which starts the execution, at a time in milliseconds.
    pub(super) fn begin(first: &mut Step, program: &Program, now: f64) -> Self {
        let mut timeline = Self {
            history: History::default(),
            stays: Stays::of(program),
            children: Children::default(),
            rewind: Rewind::begin(&first.next, now),
            n_steps: 0,
        };
        timeline.add(first);
        timeline
    }

    /// How many steps there are: those at which there is something to be seen.
    pub(super) fn n_steps(&self) -> usize {
        self.n_steps
    }

    /// Takes over what a step has yielded.
    pub(super) fn add(&mut self, step: &mut Step) {
        if step.is_empty() {
            return;
        }
        let number = self.n_steps;
        self.stays.add(number, step);
        self.children.add(number, std::mem::take(&mut step.child_steps));
        self.history.add(std::mem::take(&mut step.events));
        self.n_steps += 1;
    }

    /// Notes how the execution was moved on, and keeps it now and then.
    pub(super) fn note(&mut self, moved: Move, execution: &Execution, now: &dyn Fn() -> f64) {
        self.rewind.note(moved, execution, self.n_steps, now);
    }

    /// Everything that is shown at a step; at the last one where there are fewer.
    pub(super) fn view(&self, step: usize, latest: &Execution, program: &Program, environment: &Environment) -> View {
        let step = step.min(self.n_steps.saturating_sub(1));
        let snapshot = if step + 1 == self.n_steps {
            Snapshot::of(latest)
        } else {
            Snapshot::of(&self.rewind.execution(step + 1, program, environment))
        };
        let n_events = self.history.n_events(step);
        View {
            step,
            n_steps: self.n_steps,
            snapshot,
            started_at: self.history.started_at(),
            n_events,
            events: self.history.rows(n_events.saturating_sub(MAX_LISTED), n_events),
            n_visits: self.stays.count(step),
            visits: self.stays.latest(step, MAX_LISTED),
            states: self.stays.counts(step),
            ways: self.stays.ways(step),
            starts: self.stays.starts(step),
            n_children: self.children.count(step),
            children: self.children.rows(step, MAX_LISTED),
        }
    }

    /// What is known of a visit at a step.
    pub(super) fn visit_data(&self, visit: usize, step: usize) -> Option<VisitData> {
        self.stays.data(visit, step)
    }

    /// The events from one position to another, of the execution itself where the path is empty, else of one inside it.
    pub(super) fn events(&self, path: &[u64], from: usize, to: usize) -> &[HistoryEvent] {
        let events = if path.is_empty() { self.history.events() } else { self.children.events(path) };
        let to = to.min(events.len());
        &events[from.min(to)..to]
    }
}
