//! The problems as the panel lists them: grouped, filtered, walked through, mended, switched off.

use super::{NoticeKind, Panel, Tabs, Workspace};
use crate::asl::StateKey;
use crate::check::Silence;
use crate::edit::Command;
use crate::edit::commands::ApplyFixes;
use crate::engine::{Reported, Request, Response};
use crate::fix::{Fix, fixes};
use crate::text::Position;
use crate::ui::platform::engine::Engine;
use crate::ui::platform::media::Width;
use leptos::prelude::*;
use std::sync::Arc;

/// How many problems are listed at once.
pub(in crate::ui) const MAX_SHOWN: usize = 200;

/// What of a problem is unfolded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Part {
    Fixes,
    Why,
    SwitchOff,
}

/// One problem of the list.
#[derive(Clone, Debug, PartialEq)]
pub(in crate::ui) struct ProblemItem {
    pub(in crate::ui) reported: Reported,
    /// The name of the state that it is about.
    pub(in crate::ui) state: Option<String>,
    pub(in crate::ui) place: Position,
    pub(in crate::ui) fixes: Vec<Fix>,
}

impl ProblemItem {
    /// Names the problem while the text around it changes.
    pub(in crate::ui) fn key(&self) -> String {
        format!(
            "{}/{}/{}",
            self.reported.diagnostic.rule,
            self.state.as_deref().unwrap_or_default(),
            self.reported.en.message
        )
    }

    fn matches(&self, wanted: &str) -> bool {
        let texts = [&self.reported.en.message, &self.reported.es.message, &self.reported.diagnostic.rule];
        let mut texts = texts.into_iter().chain(&self.state);
        texts.any(|text| text.to_lowercase().contains(wanted))
    }
}

/// All signals of the list; cheap to copy.
#[derive(Clone, Copy)]
pub(in crate::ui) struct ProblemList {
    workspace: Workspace,
    tabs: Tabs,
    pub(in crate::ui) engine: StoredValue<Engine, LocalStorage>,
    /// What is searched for.
    pub(in crate::ui) filter: RwSignal<String>,
    /// The problems that match, the worst first, then in the order of the text.
    pub(in crate::ui) shown: Memo<Vec<ProblemItem>>,
    /// Which of them the keyboard has reached.
    pub(in crate::ui) current: RwSignal<Option<usize>>,
    /// What is unfolded, and of which problem.
    pub(in crate::ui) open: RwSignal<Option<(String, Part)>>,
    /// What a screen reader says of the walk.
    pub(in crate::ui) said: RwSignal<String>,
    /// Counts how often the catalogue of rules was asked for.
    pub(in crate::ui) catalogue_opened: RwSignal<u32>,
    /// Whether the focus goes to the list once it has changed.
    keeps_focus: StoredValue<bool>,
}

impl ProblemList {
    pub(in crate::ui) fn new(workspace: Workspace, tabs: Tabs, engine: StoredValue<Engine, LocalStorage>) -> Self {
        let filter = RwSignal::new(String::new());
        let shown = Memo::new(move |_| {
            let wanted = filter.get().trim().to_lowercase();
            let document = workspace.document.get_untracked();
            let mut items = workspace.diagnostics.with(|diagnostics| {
                let item = |reported: &Reported| {
                    let diagnostic = &reported.diagnostic;
                    let state = diagnostic.state.and_then(|id| document.machine().get(id));
                    ProblemItem {
                        reported: reported.clone(),
                        state: state.map(|state| state.name.to_string()),
                        place: document.position(diagnostic.span.start),
                        fixes: Vec::new(),
                    }
                };
                let items = diagnostics.iter().map(item);
                items.filter(|item| wanted.is_empty() || item.matches(&wanted)).collect::<Vec<_>>()
            });
            items.sort_by_key(|item| item.reported.diagnostic.severity);
            for item in items.iter_mut().take(MAX_SHOWN) {
                item.fixes = fixes(&document, &item.reported.diagnostic);
            }
            items
        });
        Self {
            workspace,
            tabs,
            engine,
            filter,
            shown,
            current: RwSignal::new(None),
            open: RwSignal::new(None),
            said: RwSignal::new(String::new()),
            catalogue_opened: RwSignal::new(0),
            keeps_focus: StoredValue::new(false),
        }
    }

    /// Keeps the place of the keyboard in the list, whatever becomes of that.
    pub(in crate::ui) fn keep_current(self) {
        Effect::new(move |_| {
            let n_shown = self.shown.with(Vec::len);
            let current = self.current.get_untracked().filter(|_| n_shown > 0).map(|index| index.min(n_shown - 1));
            self.current.set(current);
            if self.keeps_focus.get_value() {
                self.keeps_focus.set_value(false);
                focus(current.map_or("problem-filter".to_owned(), row_id));
            }
        });
    }

    /// Shows a problem: its state, its line.
    pub(in crate::ui) fn show(self, index: usize, with_focus: bool) {
        let Some(item) = self.shown.with_untracked(|shown| shown.get(index).cloned()) else { return };
        self.current.set(Some(index));
        if let Some(name) = item.state {
            self.workspace.selection.set(Some(StateKey::first(name)));
        }
        if with_focus && self.tabs.width.get_untracked() != Width::Wide {
            self.tabs.choose(Panel::Json);
        }
        self.workspace.show_text(item.reported.diagnostic.span, with_focus);
    }

    /// Goes to the next or the previous problem and says which it is. The focus stays in the code editor if it is there.
    pub(in crate::ui) fn walk(self, forward: bool, from_editor: bool) {
        let words = self.workspace.language.get_untracked().messages();
        let n_shown = self.shown.with_untracked(Vec::len).min(MAX_SHOWN);
        if n_shown == 0 {
            self.said.set(words.no_problems().to_owned());
            return;
        }
        let index = match (self.current.get_untracked(), forward) {
            (None, true) => 0,
            (None, false) => n_shown - 1,
            (Some(index), true) => (index + 1) % n_shown,
            (Some(index), false) => (index + n_shown - 1) % n_shown,
        };
        if !from_editor {
            self.tabs.choose(Panel::Problems);
        }
        self.show(index, from_editor);
        let Some(item) = self.shown.with_untracked(|shown| shown.get(index).cloned()) else { return };
        let said = item.reported.words(self.workspace.language.get_untracked());
        let place = words.line_column(item.place.line, item.place.column);
        self.said.set(format!("{} {}. {} {place}", words.problem_of(index + 1, n_shown), said.message, said.advice));
        if !from_editor {
            focus(row_id(index));
        }
    }

    /// Unfolds a part of a problem, or folds it up again.
    pub(in crate::ui) fn toggle(self, key: &str, part: Part) {
        self.open.update(|open| {
            let is_open = open.as_ref().is_some_and(|(of, which)| of == key && *which == part);
            *open = (!is_open).then(|| (key.to_owned(), part));
        });
    }

    /// Unfolds the fixes of a problem and puts the focus on the first: of one in the line of the code editor that has the
    /// cursor, or else of the one that the keyboard has reached.
    pub(in crate::ui) fn offer_fixes(self, from_editor: bool) {
        let in_line = if from_editor { self.in_line_of_cursor() } else { None };
        let Some(index) = in_line.or(self.current.get_untracked()) else { return };
        self.current.set(Some(index));
        let item = self.shown.with_untracked(|shown| shown.get(index).cloned());
        let Some(item) = item.filter(|item| !item.fixes.is_empty()) else {
            let no_fix = self.workspace.language.get_untracked().messages().no_fix();
            self.said.set(no_fix.to_owned());
            if from_editor {
                self.workspace.notify(NoticeKind::Information, no_fix, false);
            }
            return;
        };
        self.tabs.choose(Panel::Problems);
        self.open.set(Some((item.key(), Part::Fixes)));
        focus(format!("problem-fix-{index}-0"));
    }

    /// The first problem in the line of the cursor, one that can be mended before others.
    fn in_line_of_cursor(self) -> Option<usize> {
        let line = self.workspace.cursor_line.get_value();
        self.shown.with_untracked(|shown| {
            let of_line = || shown.iter().take(MAX_SHOWN).enumerate().filter(|(_, item)| item.place.line == line);
            of_line().find(|(_, item)| !item.fixes.is_empty()).or_else(|| of_line().next()).map(|(index, _)| index)
        })
    }

    /// Does a fix of the list. One of an earlier text is not done: the list is about to change.
    pub(in crate::ui) fn fix(self, index: usize, command: &Command) {
        if !self.is_of_present_text() {
            return;
        }
        self.current.set(Some(index));
        self.open.set(None);
        self.keeps_focus.set_value(true);
        if !self.workspace.apply(command) {
            self.keeps_focus.set_value(false);
        }
    }

    /// Does everything that can be mended without asking, as one step.
    pub(in crate::ui) fn fix_all(self) {
        let workspace = self.workspace;
        let document = workspace.document.get_untracked();
        let options = Box::new(untrack(move || workspace.check_options()));
        let request = Request::FixAll { text: document.text().into(), options };
        self.engine.with_value(|engine| {
            engine.ask(request, move |response| {
                let Ok(Response::Fixed { edits, n_fixes }) = response else { return };
                if Arc::ptr_eq(&document, &workspace.document.get_untracked()) && n_fixes > 0 {
                    self.keeps_focus.set_value(true);
                    workspace.apply(&ApplyFixes { edits, n_fixes }.into());
                    let words = workspace.language.get_untracked().messages();
                    workspace.notify(NoticeKind::Information, words.n_fixed(n_fixes), false);
                }
            });
        });
    }

    /// Whether the list is seen.
    pub(in crate::ui) fn is_visible(self) -> bool {
        self.tabs.is_visible(Panel::Problems)
    }

    /// How many problems can be mended without asking.
    pub(in crate::ui) fn n_safe(self) -> usize {
        self.shown.with(|shown| shown.iter().filter(|item| item.fixes.iter().any(|fix| fix.is_safe)).count())
    }

    /// Switches a rule off, everywhere or at one state.
    pub(in crate::ui) fn switch_off(self, silence: Silence) {
        self.open.set(None);
        self.keeps_focus.set_value(true);
        self.workspace.change_silenced(|silenced| {
            silenced.retain(|other| *other != silence);
            silenced.push(silence);
        });
    }

    /// Switches a rule on again.
    pub(in crate::ui) fn switch_on(self, silence: &Silence) {
        self.workspace.change_silenced(|silenced| silenced.retain(|other| other != silence));
        focus("problem-filter".to_owned());
    }

    fn is_of_present_text(self) -> bool {
        let document = self.workspace.document.get_untracked();
        self.workspace
            .checked
            .with_value(|checked| checked.as_ref().is_some_and(|checked| Arc::ptr_eq(checked, &document)))
    }
}

/// The id of a row of the list.
pub(in crate::ui) fn row_id(index: usize) -> String {
    format!("problem-{index}")
}

/// Moves the focus once the page has been drawn.
fn focus(id: String) {
    use wasm_bindgen::JsCast as _;
    gloo::timers::callback::Timeout::new(30, move || {
        let element = document().get_element_by_id(&id);
        if let Some(element) = element.and_then(|element| element.dyn_into::<web_sys::HtmlElement>().ok()) {
            let _ = element.focus();
        }
    })
    .forget();
}
