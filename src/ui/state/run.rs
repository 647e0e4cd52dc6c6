//! The run: its steps so far, and which of them is shown. Going back is an index.

use super::{Machines, NoticeKind, Workspace};
use crate::engine::{Callback, Outcome, Request, Response, StepRecord, Surroundings, Visit, visits};
use crate::project::Neighbour;
use crate::sim::{HistoryEvent, Snapshot};
use crate::ui::platform::engine::Engine;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;

/// How many steps a run may have before it is stopped: the page keeps each of them.
const MAX_STEPS: usize = 100_000;

/// How many steps are asked for at first while running: the page draws between two answers.
const FIRST_SLICE: usize = 250;

/// How many steps are asked for at the most.
const LARGEST_SLICE: usize = 8_000;

/// How long a slice should take, in milliseconds, drawing included: soon enough for Stop to be felt. A slice that takes
/// less is followed by a larger one, so that a long run is not drawn again and again.
const SLICE_TIME: f64 = 250.0;

/// What the run is doing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum RunPhase {
    /// Nothing was started, or what was is out of date.
    Idle,
    /// It waits for the next command.
    Paused,
    /// The worker is asked for one step.
    Stepping,
    /// The worker is asked for steps until the end.
    Running,
}

/// All signals of the run; cheap to copy.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Run {
    workspace: Workspace,
    machines: Machines,
    engine: StoredValue<Engine, LocalStorage>,
    pub(in crate::ui) records: RwSignal<Vec<StepRecord>>,
    /// The step that is shown.
    pub(in crate::ui) index: RwSignal<usize>,
    pub(in crate::ui) outcome: RwSignal<Option<Outcome>>,
    pub(in crate::ui) phase: RwSignal<RunPhase>,
    /// Why it could not start, in words.
    pub(in crate::ui) refusal: RwSignal<Option<String>>,
    /// The visits of states up to the step that is shown.
    pub(in crate::ui) visits: Memo<Vec<Visit>>,
    number: StoredValue<u64>,
    /// How many steps are asked for next.
    slice: StoredValue<usize>,
    /// When they were asked for, in milliseconds.
    asked_at: StoredValue<f64>,
}

impl Run {
    pub(in crate::ui) fn new(
        workspace: Workspace,
        machines: Machines,
        engine: StoredValue<Engine, LocalStorage>,
    ) -> Self {
        let records = RwSignal::new(Vec::<StepRecord>::new());
        let index = RwSignal::new(0);
        let seen = Memo::new(move |_| {
            let index = index.get();
            let document = workspace.document.get_untracked();
            let name = |state| document.machine().state(state).name.to_string();
            records.with(|records| visits(records.iter().take(index + 1), name))
        });
        let run = Self {
            workspace,
            machines,
            engine,
            records,
            index,
            outcome: RwSignal::new(None),
            phase: RwSignal::new(RunPhase::Idle),
            refusal: RwSignal::new(None),
            visits: seen,
            number: StoredValue::new(0),
            slice: StoredValue::new(FIRST_SLICE),
            asked_at: StoredValue::new(0.0),
        };
        run.forget_on_change();
        run
    }

    /// A run is of one definition, one input and one set of mocks: when one of them changes, it is over.
    fn forget_on_change(self) {
        Effect::new(move |before: Option<()>| {
            self.workspace.document.track();
            self.workspace.input.track();
            self.workspace.mocks.track();
            self.workspace.files.track();
            self.workspace.linked.track();
            self.workspace.execution_type.track();
            // A keystroke while nothing runs should wake nothing that shows a run.
            if before.is_some() && self.has_begun() {
                self.forget();
            }
        });
    }

    fn has_begun(self) -> bool {
        self.phase.get_untracked() != RunPhase::Idle
            || self.records.with_untracked(|records| !records.is_empty())
            || self.refusal.with_untracked(Option::is_some)
    }

    fn forget(self) {
        self.number.update_value(|number| *number += 1);
        self.phase.set(RunPhase::Idle);
        self.records.set(Vec::new());
        self.index.set(0);
        self.outcome.set(None);
        self.refusal.set(None);
        self.slice.set_value(FIRST_SLICE);
        self.asked_at.set_value(0.0);
    }

    /// Whether the last step that is known is shown.
    pub(in crate::ui) fn is_at_end(self) -> bool {
        let index = self.index.get();
        self.records.with(|records| index + 1 >= records.len())
    }

    /// How it ended, if the end is shown.
    pub(in crate::ui) fn shown_outcome(self) -> Option<Outcome> {
        self.outcome.get().filter(|_| self.is_at_end())
    }

    /// The history up to the step that is shown.
    pub(in crate::ui) fn shown_events(self) -> Vec<HistoryEvent> {
        let index = self.index.get();
        self.records.with(|records| records.iter().take(index + 1).flat_map(|record| record.events.clone()).collect())
    }

    /// One step forward.
    pub(in crate::ui) fn step(self) {
        match self.phase.get_untracked() {
            RunPhase::Idle => self.start(RunPhase::Stepping),
            RunPhase::Paused if !untrack(move || self.is_at_end()) => self.index.update(|index| *index += 1),
            RunPhase::Paused if self.outcome.with_untracked(Option::is_none) => {
                self.phase.set(RunPhase::Stepping);
                self.advance(1, false);
            }
            RunPhase::Paused | RunPhase::Stepping | RunPhase::Running => {}
        }
    }

    /// To the end.
    pub(in crate::ui) fn run(self) {
        match self.phase.get_untracked() {
            RunPhase::Idle => self.start(RunPhase::Running),
            RunPhase::Paused if self.outcome.with_untracked(Option::is_some) => self.show_last(),
            RunPhase::Paused => {
                self.phase.set(RunPhase::Running);
                self.advance_slice();
            }
            RunPhase::Stepping | RunPhase::Running => {}
        }
    }

    /// What the execution is like at the step that is shown.
    pub(in crate::ui) fn shown_snapshot(self) -> Option<Snapshot> {
        let index = self.index.get();
        self.records.with(|records| records.get(index).map(|record| record.snapshot.clone()))
    }

    /// Whether the last step is shown and nothing happens before a person sends a task token or lets time pass.
    pub(in crate::ui) fn waits_for_person(self) -> bool {
        let last = self.records.with(|records| records.last().is_some_and(|record| record.snapshot.waits_for_person));
        last && self.is_at_end() && self.phase.get() == RunPhase::Paused
    }

    /// Sends a task token back.
    pub(in crate::ui) fn send(self, task_token: String, callback: Callback) {
        self.move_on(&Request::Send { run: self.number.get_value(), task_token, callback });
    }

    /// Lets time pass to the next thing that happens by itself.
    pub(in crate::ui) fn let_time_pass(self) {
        self.move_on(&Request::Advance { run: self.number.get_value(), steps: 1, lets_time_pass: true });
    }

    /// Starts a failed run again where it failed.
    pub(in crate::ui) fn redrive(self) {
        self.outcome.set(None);
        self.move_on(&Request::Redrive { run: self.number.get_value() });
    }

    fn move_on(self, request: &Request) {
        if self.phase.get_untracked() == RunPhase::Paused {
            self.phase.set(RunPhase::Stepping);
            self.ask(request);
        }
    }

    /// One step back.
    pub(in crate::ui) fn back(self) {
        self.index.update(|index| *index = index.saturating_sub(1));
    }

    /// Back to the beginning, to start anew.
    pub(in crate::ui) fn restart(self) {
        self.forget();
    }

    /// Stops asking for steps. What has come in stays.
    pub(in crate::ui) fn stop(self) {
        if self.phase.get_untracked() == RunPhase::Running {
            self.phase.set(RunPhase::Paused);
        }
    }

    fn show_last(self) {
        let last = self.records.with_untracked(Vec::len).saturating_sub(1);
        self.index.set(last);
    }

    fn start(self, then: RunPhase) {
        self.forget();
        self.phase.set(then);
        let number = self.number.get_value();
        spawn_local(async move {
            let machines = self.machines.neighbours().await;
            // Meanwhile it may be over.
            if self.number.get_value() == number {
                self.ask_to_start(machines);
            }
        });
    }

    fn ask_to_start(self, machines: BTreeMap<String, Neighbour>) {
        let workspace = self.workspace;
        let request = Request::Start {
            run: self.number.get_value(),
            text: workspace.document.with_untracked(|document| document.text().to_owned()),
            input: workspace.input.get_untracked(),
            surroundings: Box::new(Surroundings {
                mocks: (*workspace.mocks.get_untracked()).clone(),
                files: (*workspace.files.get_untracked()).clone(),
                machines,
                execution_type: workspace.execution_type.get_untracked(),
                seed: 0,
                is_interactive: true,
            }),
        };
        self.ask(&request);
    }

    fn advance(self, steps: usize, lets_time_pass: bool) {
        self.ask(&Request::Advance { run: self.number.get_value(), steps, lets_time_pass });
    }

    /// Asks for as many steps as should come in time, by what the slice before took.
    fn advance_slice(self) {
        let now = js_sys::Date::now();
        let took = now - self.asked_at.get_value();
        self.slice.update_value(|slice| {
            let scaled = if took < SLICE_TIME { *slice * 2 } else { *slice / 2 };
            *slice = scaled.clamp(FIRST_SLICE, LARGEST_SLICE);
        });
        self.asked_at.set_value(now);
        self.advance(self.slice.get_value(), false);
    }

    fn ask(self, request: &Request) {
        let number = self.number.get_value();
        self.engine.with_value(|engine| {
            engine.ask(request, move |response| {
                // An answer to a run that is over.
                if self.number.get_value() == number {
                    self.receive(response);
                }
            });
        });
    }

    fn receive(self, response: Option<Response>) {
        let words = self.workspace.language.get_untracked().messages();
        match response {
            Some(Response::Advanced { records, outcome, .. }) => {
                let is_start = self.records.with_untracked(Vec::is_empty);
                let has_moved = !records.is_empty();
                self.records.update(|known| known.extend(records));
                self.outcome.set(outcome);
                // What was on its way when a person pressed Stop is known from then on, but the view stays where it was.
                if self.phase.get_untracked() != RunPhase::Paused {
                    self.show_last();
                }
                self.go_on(is_start, has_moved);
            }
            Some(Response::NotRunnable { .. }) => self.refuse(words.cannot_run()),
            Some(Response::MachineNotRunnable { name, .. }) => self.refuse(&words.machine_cannot_run(&name)),
            Some(Response::InputNotJson { .. }) => self.refuse(words.input_is_not_json()),
            // What belongs to the checker, or a run that the worker has no more.
            Some(_) => self.forget(),
            None => {
                // The worker was ended, and the execution with it; what came in before can still be looked at, and the
                // next command starts anew.
                self.phase.set(RunPhase::Idle);
                self.number.update_value(|number| *number += 1);
            }
        }
    }

    fn go_on(self, is_start: bool, has_moved: bool) {
        let has_ended = self.outcome.with_untracked(Option::is_some);
        if self.phase.get_untracked() == RunPhase::Running && self.records.with_untracked(Vec::len) > MAX_STEPS {
            self.phase.set(RunPhase::Paused);
            let words = self.workspace.language.get_untracked().messages();
            return self.workspace.notify(NoticeKind::Warning, words.stopped_after(MAX_STEPS), false);
        }
        match self.phase.get_untracked() {
            RunPhase::Running if !has_ended && has_moved => self.advance_slice(),
            // The first event is the execution's own: a person who presses Step wants to see the first state.
            RunPhase::Stepping if is_start && !has_ended => self.advance(1, false),
            RunPhase::Stepping | RunPhase::Running => self.phase.set(RunPhase::Paused),
            RunPhase::Idle | RunPhase::Paused => {}
        }
    }

    fn refuse(self, why: &str) {
        self.forget();
        self.refusal.set(Some(why.to_owned()));
        self.workspace.notify(NoticeKind::Warning, why, false);
    }
}
