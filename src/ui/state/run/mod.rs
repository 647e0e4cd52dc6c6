//! The run: the worker has all of it, the page what is shown of it at one step. Going back is asking for another step.

mod lead_back;
mod looking;

use super::read_ahead::ReadAhead;
use super::{Machines, NoticeKind, WorkerWatch, Workspace};
use crate::asl::{Document, timestamp};
use crate::engine::{Callback, Outcome, Request, Response, Surroundings, View};
use crate::import::{MappedText, Quoted, quote_placeholders};
use crate::project::Neighbour;
use crate::sim::{DataFiles, Snapshot};
use crate::ui::platform::engine::{BUDGET, Unanswered};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;
use std::sync::Arc;

/// How many steps a run may have before it is stopped: the worker keeps each of them.
const MAX_STEPS: usize = 100_000;

/// How many steps are asked for while running; the worker answers earlier when its time is up. The page draws between two
/// answers.
const SLICE: usize = 100_000;

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
    read_ahead: ReadAhead,
    worker: WorkerWatch,
    /// What is shown: the run at one of its steps.
    pub(in crate::ui) view: RwSignal<Option<Arc<View>>>,
    /// How many steps the run has, as far as the page knows.
    pub(in crate::ui) n_steps: RwSignal<usize>,
    pub(in crate::ui) outcome: RwSignal<Option<Outcome>>,
    pub(in crate::ui) phase: RwSignal<RunPhase>,
    /// Whether the run was ended over an expression that did not come back, and the state whose turn it was.
    pub(in crate::ui) stalled: RwSignal<Option<Stalled>>,
    /// Why it could not start, in words.
    pub(in crate::ui) refusal: RwSignal<Option<String>>,
    number: StoredValue<u64>,
    /// The step that is to be shown, while it is asked for.
    wanted: StoredValue<Option<usize>>,
    is_looking: StoredValue<bool>,
    /// How the run came to where it is, beside steps that it made by itself: after how many steps what was asked. A worker
    /// that had to be ended is led there again.
    log: StoredValue<Vec<(usize, Request)>>,
    /// How many steps were made when the worker said that the next one takes long.
    busy_after: StoredValue<usize>,
}

/// A run that was ended over an expression that did not come back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct Stalled {
    /// The state whose turn it was, where that is known.
    pub(in crate::ui) state: Option<String>,
}

impl Run {
    pub(in crate::ui) fn new(workspace: Workspace, machines: Machines, worker: WorkerWatch) -> Self {
        Self {
            workspace,
            machines,
            read_ahead: ReadAhead::new(machines),
            worker,
            view: RwSignal::new(None),
            n_steps: RwSignal::new(0),
            outcome: RwSignal::new(None),
            phase: RwSignal::new(RunPhase::Idle),
            stalled: RwSignal::new(None),
            refusal: RwSignal::new(None),
            number: StoredValue::new(0),
            wanted: StoredValue::new(None),
            is_looking: StoredValue::new(false),
            log: StoredValue::new(Vec::new()),
            busy_after: StoredValue::new(0),
        }
    }

    /// A run is of one definition, one input and one set of mocks: when one of them changes, it is over.
    pub(in crate::ui) fn forget_on_change(self) {
        Effect::new(move |before: Option<()>| {
            self.workspace.document.track();
            self.workspace.input.track();
            self.workspace.mocks.track();
            self.workspace.files.track();
            self.workspace.linked.track();
            self.workspace.execution_type.track();
            self.workspace.start_time.track();
            // A keystroke while nothing runs should wake nothing that shows a run.
            if before.is_some() && self.has_begun() {
                self.forget();
            }
        });
    }

    fn has_begun(self) -> bool {
        self.phase.get_untracked() != RunPhase::Idle
            || self.n_steps.get_untracked() != 0
            || self.refusal.with_untracked(Option::is_some)
            || self.stalled.with_untracked(Option::is_some)
    }

    fn forget(self) {
        self.number.update_value(|number| *number += 1);
        self.phase.set(RunPhase::Idle);
        self.view.set(None);
        self.n_steps.set(0);
        self.outcome.set(None);
        self.stalled.set(None);
        // Of what has changed since, nothing is said any more.
        if let Some(why) = self.refusal.get_untracked() {
            self.workspace.notices.update(|notices| notices.retain(|notice| notice.text != why));
            self.refusal.set(None);
        }
        self.wanted.set_value(None);
        self.is_looking.set_value(false);
        self.log.set_value(Vec::new());
        self.busy_after.set_value(0);
    }

    /// The step that is shown, from 0.
    pub(in crate::ui) fn index(self) -> usize {
        self.view.with(|view| view.as_ref().map_or(0, |view| view.step))
    }

    /// Whether the last step that is known is shown.
    pub(in crate::ui) fn is_at_end(self) -> bool {
        self.index() + 1 >= self.n_steps.get()
    }

    /// How it ended, if the end is shown.
    pub(in crate::ui) fn shown_outcome(self) -> Option<Outcome> {
        self.outcome.get().filter(|_| self.is_at_end())
    }

    /// One step forward.
    pub(in crate::ui) fn step(self) {
        match self.phase.get_untracked() {
            // The steps of a run that was ended can be looked at, too.
            RunPhase::Idle | RunPhase::Paused if !untrack(move || self.is_at_end()) => {
                self.look(self.aim() + 1);
            }
            RunPhase::Idle => self.start(RunPhase::Stepping),
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
                self.advance(SLICE, false);
            }
            RunPhase::Stepping | RunPhase::Running => {}
        }
    }

    /// What the execution is like at the step that is shown.
    pub(in crate::ui) fn shown_snapshot(self) -> Option<Snapshot> {
        self.view.with(|view| view.as_ref().map(|view| view.snapshot.clone()))
    }

    /// Whether the last step is shown and nothing happens before a person sends a task token or lets time pass.
    pub(in crate::ui) fn waits_for_person(self) -> bool {
        let waits = self.view.with(|view| view.as_ref().is_some_and(|view| view.snapshot.waits_for_person));
        waits && self.is_at_end() && self.phase.get() == RunPhase::Paused
    }

    /// Sends a task token back.
    pub(in crate::ui) fn send(self, task_token: String, callback: Callback) {
        self.move_on(Request::Send { run: self.number.get_value(), task_token, callback });
    }

    /// Lets time pass to the next thing that happens by itself.
    pub(in crate::ui) fn let_time_pass(self) {
        self.move_on(Request::Advance { run: self.number.get_value(), steps: 1, lets_time_pass: true });
    }

    /// Starts a failed run again where it failed.
    pub(in crate::ui) fn redrive(self) {
        self.outcome.set(None);
        self.move_on(Request::Redrive { run: self.number.get_value() });
    }

    fn move_on(self, request: Request) {
        if self.phase.get_untracked() == RunPhase::Paused {
            self.phase.set(RunPhase::Stepping);
            self.ask_and_log(request);
        }
    }

    /// Back to the beginning, to start anew.
    pub(in crate::ui) fn restart(self) {
        self.forget();
    }

    /// Stops asking for steps, at the last one that has come in.
    pub(in crate::ui) fn stop(self) {
        if self.phase.get_untracked() == RunPhase::Running {
            self.phase.set(RunPhase::Paused);
        }
    }

    fn start(self, then: RunPhase) {
        self.forget();
        self.phase.set(then);
        let number = self.number.get_value();
        spawn_local(async move {
            let machines = self.machines.neighbours().await;
            let data_files = self.read_ahead.data_files(&machines).await;
            // Meanwhile it may be over.
            if self.number.get_value() == number {
                let words = self.workspace.language.get_untracked().messages();
                match data_files {
                    Some(data_files) => self.ask_to_start(machines, data_files),
                    None => self.refuse(words.reader_missing()),
                }
            }
        });
    }

    fn ask_to_start(self, machines: BTreeMap<String, Neighbour>, data_files: DataFiles) {
        let workspace = self.workspace;
        if let Some(name) = workspace.document.with_untracked(|document| needs_value(document)) {
            return self.refuse(&workspace.language.get_untracked().messages().template_fills_in(&name));
        }
        let Some(start_time) = workspace.start_time.with_untracked(|typed| start_time(typed)) else {
            return self.refuse(workspace.language.get_untracked().messages().start_time_is_no_time());
        };
        let request = Request::Start {
            run: self.number.get_value(),
            text: workspace.document.with_untracked(|document| document.text().into()),
            input: workspace.input.get_untracked(),
            surroundings: Box::new(Surroundings {
                mocks: (*workspace.mocks.get_untracked()).clone(),
                files: (*workspace.files.get_untracked()).clone(),
                data_files,
                machines,
                execution_type: workspace.execution_type.get_untracked(),
                start_time: Some(start_time),
                seed: 0,
                is_interactive: true,
            }),
        };
        self.ask_and_log(request);
    }

    fn advance(self, steps: usize, lets_time_pass: bool) {
        self.ask(Request::Advance { run: self.number.get_value(), steps, lets_time_pass });
    }

    fn ask_and_log(self, request: Request) {
        let n_steps = self.n_steps.get_untracked();
        self.log.update_value(|log| log.push((n_steps, request.clone())));
        self.ask(request);
    }

    fn ask(self, request: Request) {
        let number = self.number.get_value();
        self.worker.engine.with_value(|engine| {
            let on_part = move |part| {
                if let Response::Busy { run, n_steps } = part
                    && run == self.number.get_value()
                {
                    self.busy_after.set_value(n_steps);
                }
            };
            engine.follow(request, on_part, move |answer| {
                // An answer to a run that is over.
                if self.number.get_value() == number {
                    self.receive(answer);
                }
            });
        });
    }

    fn receive(self, answer: Result<Response, Unanswered>) {
        let words = self.workspace.language.get_untracked().messages();
        match answer {
            Ok(Response::Advanced { outcome, goes_on, view, .. }) => self.moved(outcome, goes_on, *view),
            Ok(Response::NotRunnable { .. }) => self.refuse(words.cannot_run()),
            Ok(Response::MachineNotRunnable { name, .. }) => self.refuse(&words.machine_cannot_run(&name)),
            Ok(Response::InputNotJson { .. }) => self.refuse(words.input_is_not_json()),
            // The worker was ended over something else, and has the run no more.
            Ok(Response::Refused) => self.lead_back(self.n_steps.get_untracked(), move |stand| match stand {
                Some((outcome, goes_on, view)) => self.moved(outcome, goes_on, view),
                None => self.forget(),
            }),
            Ok(_) => self.forget(),
            Err(why) => {
                // The worker is gone, and the execution with it; the steps before can still be looked at, and the next
                // command starts anew.
                self.phase.set(RunPhase::Idle);
                let known = self.n_steps.get_untracked().max(self.busy_after.get_value());
                if known == 0 {
                    let is_gone = self.worker.failure.with_untracked(Option::is_some);
                    return self.refuse(if is_gone { words.engine_missing() } else { words.engine_stopped() });
                }
                self.lead_back(known, move |stand| {
                    if let Some((_, _, view)) = stand {
                        self.take_up(view);
                    }
                    if why == Unanswered::TooLong {
                        self.tell_stalled();
                    }
                });
            }
        }
    }

    fn moved(self, outcome: Option<Outcome>, goes_on: bool, view: View) {
        let n_before = self.n_steps.get_untracked();
        let has_moved = view.n_steps > n_before;
        self.take_up(view);
        self.outcome.set(outcome);
        self.go_on(goes_on, n_before == 0 || !has_moved);
    }

    /// Takes over where the run stands; shows it, unless a person has stopped it: what was on its way then is known from then
    /// on, but the view stays where it was.
    fn take_up(self, view: View) {
        self.n_steps.set(view.n_steps);
        if self.phase.get_untracked() != RunPhase::Paused {
            self.wanted.set_value(None);
            self.view.set(Some(Arc::new(view)));
        }
    }

    fn tell_stalled(self) {
        let next = self.view.with_untracked(|view| view.as_ref().and_then(|view| view.snapshot.next));
        let machine = self.workspace.document.get_untracked();
        let state = next.map(|state| machine.machine().state(state).name.to_string());
        let words = self.workspace.language.get_untracked().messages();
        self.workspace.notify(NoticeKind::Warning, words.expression_stalled(state.as_deref(), BUDGET), false);
        self.stalled.set(Some(Stalled { state }));
    }

    /// Asks for the next steps while it runs; `is_unseen` says that there is nothing new to look at yet.
    fn go_on(self, goes_on: bool, is_unseen: bool) {
        if self.phase.get_untracked() == RunPhase::Running && self.n_steps.get_untracked() > MAX_STEPS {
            self.phase.set(RunPhase::Paused);
            let words = self.workspace.language.get_untracked().messages();
            return self.workspace.notify(NoticeKind::Warning, words.stopped_after(MAX_STEPS), false);
        }
        match self.phase.get_untracked() {
            RunPhase::Running if goes_on => self.advance(SLICE, false),
            // The first event is the execution's own: a person who presses Step wants to see the first state.
            RunPhase::Stepping if is_unseen && goes_on => self.advance(1, false),
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

/// The first placeholder that stands for a value which only a template knows; as a text it could run.
fn needs_value(document: &Document) -> Option<String> {
    if document.syntax_errors().is_empty() {
        return None;
    }
    let Quoted { made, bare, .. } = quote_placeholders(&MappedText::original(document.text()));
    bare.first().map(|span| span.of(&made.text).trim_matches('"').to_owned())
}

/// When a run starts, in milliseconds since 1970: now, where nothing was typed; none where that is no time.
fn start_time(typed: &str) -> Option<i64> {
    match typed.trim() {
        "" => Some(js_sys::Date::now() as i64),
        typed => timestamp::parse(typed),
    }
}
