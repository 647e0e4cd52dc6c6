//! Whether each action is possible now, and what it does.

use super::Actions;
use super::focus::{focus_selected, focused_state};
use crate::action::Action;
use crate::asl::{State, StateId, StateKey};
use crate::i18n::Language;
use crate::interact::{Arrow, Port};
use crate::layout::{Direction, Point};
use crate::project::MergeKey;
use crate::ui::panels::export;
use crate::ui::platform::media::Width;
use crate::ui::platform::preferences::{self, Theme};
use crate::ui::state::{Addition, Panel, Pending, RunPhase};
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;

/// How far a key moves a state, in pixels of the drawing.
const NUDGE: f64 = 16.0;

/// How much one step of scale is.
const ZOOM_STEP: f64 = 1.25;

impl Actions {
    /// Whether an action would do something now; reading it follows what that depends on.
    pub(in crate::ui) fn is_possible(self, action: Action) -> bool {
        let is_running = move || self.run.phase.get() == RunPhase::Running;
        match action {
            Action::Undo => self.machines.undo_label().is_some(),
            Action::Redo => self.machines.redo_label().is_some(),
            Action::GoToStart
            | Action::GoDown
            | Action::GoUp
            | Action::GoLeft
            | Action::GoRight
            | Action::ExtendDown
            | Action::ExtendUp
            | Action::ExtendLeft
            | Action::ExtendRight
            | Action::SelectAll
            | Action::SelectSeveral => self.workspace.document.with(|document| document.machine().n_states() > 0),
            Action::ToggleSelected => focused_state().is_some(),
            Action::Paste => self.clipboard.has_states(),
            Action::PlaceAllAutomatically => {
                self.workspace.arrangement.with(|arrangement| !arrangement.placements.is_empty())
            }
            Action::Rename
            | Action::AddAfter
            | Action::Connect
            | Action::Catch
            | Action::AddBranch
            | Action::Cut
            | Action::Copy
            | Action::Duplicate
            | Action::WrapInParallel
            | Action::WrapInMap
            | Action::Unwrap
            | Action::Extract
            | Action::SetStart
            | Action::ConvertType
            | Action::ToJsonata
            | Action::Fold
            | Action::PlaceAutomatically
            | Action::PlaceByHand
            | Action::NudgeDown
            | Action::NudgeUp
            | Action::NudgeLeft
            | Action::NudgeRight => self.fits_selection(action),
            Action::Delete => self.line.is_some() || self.fits_selection(action),
            // Escape ends what a pointer does first, and nothing else.
            Action::Deselect if self.is_gesturing.get() => false,
            Action::Deselect => {
                let is_asked = self.addition.is_some() || self.pending.is_some() || self.line.is_some();
                is_asked
                    || self.menu.is_some()
                    || self.is_picking.get()
                    || self.workspace.selection.with(Option::is_some)
            }
            Action::FitSelection => self.workspace.selected().is_some(),
            Action::FoldAll => self.frames().next().is_some(),
            Action::UnfoldAll => self.workspace.arrangement.with(|arrangement| !arrangement.folded.is_empty()),
            Action::Run | Action::Step => {
                let is_over = self.run.outcome.with(Option::is_some) && self.run.is_at_end();
                let is_free = matches!(self.run.phase.get(), RunPhase::Idle | RunPhase::Paused);
                is_free && !is_over && !self.run.waits_for_person()
            }
            Action::Back => self.run.index() > 0,
            Action::Restart => self.run.n_steps.get() != 0,
            Action::Stop => is_running(),
            Action::NextProblem | Action::PreviousProblem | Action::OfferFix => true,
            Action::FixAll => self.problems.n_safe() > 0,
            Action::Commands
            | Action::Find
            | Action::Palette
            | Action::ConvertMachine
            | Action::ZoomIn
            | Action::ZoomOut
            | Action::LifeSize
            | Action::Fit
            | Action::Turn
            | Action::ShowMachines
            | Action::ShowRules
            | Action::ShowGraph
            | Action::ShowOutline
            | Action::ShowInspector
            | Action::ShowRun
            | Action::ShowJson
            | Action::ShowProblems
            | Action::New
            | Action::Open
            | Action::CopyJson
            | Action::DownloadJson
            | Action::Keys
            | Action::SwitchLanguage
            | Action::ThemeLight
            | Action::ThemeDark
            | Action::ThemeSystem => true,
        }
    }

    /// Does an action, here and now.
    pub(in crate::ui) fn act(self, action: Action, is_in_editor: bool) {
        let workspace = self.workspace;
        match action {
            Action::Commands => self.commands_opened.update(|opened| *opened += 1),
            Action::Find => {
                self.clear_graph();
                self.finder.open();
            }
            Action::GoToStart => self.go_to_start(),
            Action::GoDown => self.walk(Arrow::Down),
            Action::GoUp => self.walk(Arrow::Up),
            Action::GoLeft => self.walk(Arrow::Left),
            Action::GoRight => self.walk(Arrow::Right),
            Action::ExtendDown => self.extend(Arrow::Down),
            Action::ExtendUp => self.extend(Arrow::Up),
            Action::ExtendLeft => self.extend(Arrow::Left),
            Action::ExtendRight => self.extend(Arrow::Right),
            Action::ToggleSelected => self.toggle_focused(),
            Action::SelectAll => self.select_every_state(),
            Action::SelectSeveral => {
                self.clear_graph();
                self.is_picking.set(true);
            }
            Action::Deselect if self.menu.is_some_untracked() => {
                self.menu.set(None);
                focus_selected(self);
            }
            Action::Deselect if self.addition.is_some_untracked() => self.addition.set(None),
            Action::Deselect if self.pending.is_some_untracked() => self.pending.set(None),
            Action::Deselect if self.line.is_some_untracked() => self.line.set(None),
            Action::Deselect if self.is_picking.get_untracked() => self.is_picking.set(false),
            Action::Deselect => workspace.select_all(Vec::new()),
            Action::Undo => {
                let step = untrack(move || self.machines.undo_label()).unwrap_or_default();
                self.machines.undo();
                workspace.say(workspace.language.get_untracked().messages().undone(&step));
            }
            Action::Redo => {
                let step = untrack(move || self.machines.redo_label()).unwrap_or_default();
                self.machines.redo();
                workspace.say(workspace.language.get_untracked().messages().redone(&step));
            }
            Action::Rename => self.rename(),
            Action::AddAfter => {
                self.tabs_to_graph();
                self.addition
                    .set(untrack(move || workspace.selected()).map(|state| Addition::Behind(state, Port::Next)));
            }
            Action::Palette => {
                self.tabs_to_graph();
                self.palette_is_open.update(|open| *open = !*open);
            }
            Action::Connect => self.begin_line(|actions, from| actions.main_port(from)),
            Action::Catch => self.begin_line(|_, _| Port::Catch),
            Action::ConvertMachine => self.conversion.open(None),
            Action::Cut => self.clipboard.cut(),
            Action::Copy => self.clipboard.copy(),
            Action::Paste => self.clipboard.paste(),
            Action::AddBranch
            | Action::Duplicate
            | Action::WrapInParallel
            | Action::WrapInMap
            | Action::Unwrap
            | Action::Extract
            | Action::SetStart => self.change(action),
            Action::ConvertType => self.choose_type(),
            Action::ToJsonata => {
                self.conversion.open(untrack(move || workspace.selected_states()).first().copied());
            }
            Action::PlaceByHand => {
                self.clear_graph();
                self.pending.set(Some(Pending::Place { states: untrack(move || workspace.selected_states()) }));
            }
            Action::NudgeDown => self.nudge(0.0, NUDGE),
            Action::NudgeUp => self.nudge(0.0, -NUDGE),
            Action::NudgeLeft => self.nudge(-NUDGE, 0.0),
            Action::NudgeRight => self.nudge(NUDGE, 0.0),
            Action::PlaceAutomatically => {
                let names = untrack(move || workspace.selected_placed());
                self.viewing.in_place(|| workspace.place_automatically(&names));
            }
            Action::PlaceAllAutomatically => self.viewing.in_place(|| workspace.place_all_automatically()),
            Action::Delete => self.delete(),
            Action::ZoomIn => self.viewing.zoom(ZOOM_STEP),
            Action::ZoomOut => self.viewing.zoom(1.0 / ZOOM_STEP),
            Action::LifeSize => self.viewing.life_size(),
            Action::Fit => self.viewing.fit(),
            Action::FitSelection => self.viewing.frame_selection(),
            Action::Turn => self.turn(),
            Action::Fold => {
                if let Some(StateKey { name, .. }) = workspace.selection.get_untracked() {
                    let is_folded = workspace.toggle_fold(&name);
                    workspace.say(workspace.language.get_untracked().messages().said_folded(&name, is_folded));
                }
            }
            Action::FoldAll => {
                let frames: Vec<String> = untrack(move || self.frames().collect());
                workspace.arrangement.update(|arrangement| arrangement.folded.extend(frames));
            }
            Action::UnfoldAll => workspace.arrangement.update(|arrangement| arrangement.folded.clear()),
            Action::Run => {
                self.show_run();
                self.run.run();
            }
            Action::Step => {
                self.show_run();
                self.run.step();
            }
            Action::Back => self.run.back(),
            Action::Restart => self.run.restart(),
            Action::Stop => self.run.stop(),
            Action::NextProblem => self.problems.walk(true, is_in_editor),
            Action::PreviousProblem => self.problems.walk(false, is_in_editor),
            Action::OfferFix => self.problems.offer_fixes(is_in_editor),
            Action::FixAll => self.problems.fix_all(),
            Action::ShowRules => self.problems.catalogue_opened.update(|opened| *opened += 1),
            Action::ShowGraph => self.show(Panel::Graph),
            Action::ShowOutline => self.show(Panel::Outline),
            Action::ShowInspector => self.show(Panel::Inspector),
            Action::ShowRun => self.show(Panel::Run),
            Action::ShowJson => self.show(Panel::Json),
            Action::ShowProblems => self.show(Panel::Problems),
            Action::New => self.machines.add_new(),
            Action::ShowMachines => self.machines.shelf_opened.update(|opened| *opened += 1),
            Action::Open => choose_file(),
            Action::CopyJson => export::copy(workspace),
            Action::DownloadJson => export::download(self.machines),
            Action::Keys => self.keys_opened.update(|opened| *opened += 1),
            Action::SwitchLanguage => {
                let language = match workspace.language.get_untracked() {
                    Language::En => Language::Es,
                    Language::Es => Language::En,
                };
                workspace.language.set(language);
                preferences::keep_language(language);
            }
            Action::ThemeLight => self.choose_theme(Theme::Light),
            Action::ThemeDark => self.choose_theme(Theme::Dark),
            Action::ThemeSystem => self.choose_theme(Theme::System),
        }
    }

    fn choose_theme(self, theme: Theme) {
        self.workspace.theme.set(theme);
        preferences::keep_theme(theme);
    }

    fn turn(self) {
        let turned = match self.workspace.arrangement.with_untracked(|arrangement| arrangement.direction) {
            Direction::TopToBottom => Direction::LeftToRight,
            Direction::LeftToRight => Direction::TopToBottom,
        };
        preferences::keep_direction(turned);
        self.workspace.arrangement.update(|arrangement| arrangement.direction = turned);
        self.viewing.open();
    }

    /// On a narrow screen the graph stays in front: that is where the states light up.
    fn show_run(self) {
        if self.tabs.width.get_untracked() != Width::Narrow {
            self.tabs.choose(Panel::Run);
        }
    }

    /// Brings the graph to the front where panels share one place.
    pub(in crate::ui) fn tabs_to_graph(self) {
        if self.tabs.width.get_untracked() == Width::Narrow {
            self.tabs.choose(Panel::Graph);
        }
    }

    /// Brings the graph to the front, with nothing over it where it is narrow.
    fn clear_graph(self) {
        if self.tabs.width.get_untracked() == Width::Narrow {
            self.tabs.choose(Panel::Graph);
            self.palette_is_open.set(false);
        }
    }

    /// Begins a line from the selected state; the state that is chosen next ends it.
    fn begin_line(self, port: impl FnOnce(Self, StateId) -> Port) {
        self.clear_graph();
        let from = untrack(move || self.workspace.selected());
        self.pending.set(from.map(|from| Pending::Line { from, port: port(self, from) }));
    }

    /// The port of a state from which its flow leaves.
    fn main_port(self, state: StateId) -> Port {
        let state_type = self.workspace.document.with_untracked(|document| document.machine().get(state)?.state_type);
        Port::of(state_type).first().copied().unwrap_or(Port::Next)
    }

    /// Moves the selected states a little by hand. Moves that follow one another are one step of the history.
    fn nudge(self, x: f64, y: f64) {
        let states = untrack(move || self.workspace.selected_states());
        let merge = MergeKey(format!("nudge {states:?}"));
        self.viewing.in_place(|| self.workspace.place_by_hand(&states, Point { x, y }, Some(merge)));
    }

    /// The names of all states with an inside.
    fn frames(self) -> impl Iterator<Item = String> {
        let name = |state: &State| (!state.inner.is_empty()).then(|| state.name.to_string());
        let names = self
            .workspace
            .document
            .with(|document| document.machine().states().filter_map(|(_, state)| name(state)).collect::<Vec<_>>());
        names.into_iter()
    }
}

/// Opens the browser's own dialog for files.
fn choose_file() {
    let chooser = document().get_element_by_id("file-chooser");
    if let Some(chooser) = chooser.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
        chooser.click();
    }
}
