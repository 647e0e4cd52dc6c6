//! The open document with its selection, its problems and its settings, as signals.

use crate::asl::{Document, ExecutionType, StateId, renamed};
use crate::check::{Options, Severity, Silence};
use crate::diagram::{Arrangement, Diagram, Drawn};
use crate::edit::commands::ReplaceText;
use crate::edit::{Command, Editor, Label, MergeKey, Placements, Transaction, plan};
use crate::engine::Reported;
use crate::i18n::{Language, Messages};
use crate::learn::{EXAMPLES, Example};
use crate::mock::{Files, Mocks};
use crate::project::{Neighbour, Project, VERSION};
use crate::text::Span;
use crate::ui::platform::preferences::{self, Theme};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum NoticeKind {
    Information,
    Warning,
    Error,
}

/// A short notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct Notice {
    pub(in crate::ui) id: u32,
    pub(in crate::ui) kind: NoticeKind,
    pub(in crate::ui) text: String,
    /// Whether it offers to download the definition.
    pub(in crate::ui) offers_download: bool,
}

/// Whether the work is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum SavedState {
    Saved,
    Saving,
    Failed,
}

/// A part of the text to be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) struct Reveal {
    pub(in crate::ui) span: Span,
    /// Whether the cursor goes there too.
    pub(in crate::ui) with_focus: bool,
    /// Makes two requests for one place two.
    pub(in crate::ui) number: u32,
}

/// All signals of the workspace; cheap to copy.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Workspace {
    editor: RwSignal<Editor>,
    pub(in crate::ui) document: RwSignal<Arc<Document>>,
    /// How the drawing is arranged: which way it runs, and which frames are folded.
    pub(in crate::ui) arrangement: RwSignal<Arrangement>,
    /// The drawing of the document; it changes only when something of it does.
    pub(in crate::ui) diagram: Memo<Arc<Diagram>>,
    pub(in crate::ui) name: RwSignal<String>,
    /// The selected state's name.
    pub(in crate::ui) selection: RwSignal<Option<String>>,
    /// The names of all selected states, where there are several.
    pub(in crate::ui) group: RwSignal<Vec<String>>,
    /// The state with which the keyboard enters the graph while none is selected: the first that is drawn.
    pub(in crate::ui) tab_stop: Memo<Option<StateId>>,
    pub(in crate::ui) diagnostics: RwSignal<Vec<Reported>>,
    pub(in crate::ui) is_checking: RwSignal<bool>,
    /// The document that the diagnostics are of.
    pub(in crate::ui) checked: StoredValue<Option<Arc<Document>>>,
    /// Rules of the checker that are switched off in this project.
    pub(in crate::ui) silenced: RwSignal<Vec<Silence>>,
    /// Rules that failed: they are left out until the page is loaded again.
    pub(in crate::ui) failed_rules: RwSignal<Vec<String>>,
    pub(in crate::ui) input: RwSignal<String>,
    pub(in crate::ui) mocks: RwSignal<Mocks>,
    /// What S3 holds in a run.
    pub(in crate::ui) files: RwSignal<Files>,
    /// Other machines, which a run can start, by name.
    pub(in crate::ui) machines: RwSignal<BTreeMap<String, Neighbour>>,
    pub(in crate::ui) execution_type: RwSignal<ExecutionType>,
    pub(in crate::ui) language: RwSignal<Language>,
    pub(in crate::ui) theme: RwSignal<Theme>,
    pub(in crate::ui) notices: RwSignal<Vec<Notice>>,
    /// What was said last to screen readers.
    pub(in crate::ui) said: RwSignal<String>,
    pub(in crate::ui) reveal: RwSignal<Option<Reveal>>,
    pub(in crate::ui) saved: RwSignal<SavedState>,
    /// Counts documents that were opened, as opposed to edited: the view fits itself to each.
    pub(in crate::ui) opened: RwSignal<u32>,
    counter: StoredValue<u32>,
}

impl Workspace {
    pub(in crate::ui) fn new() -> Self {
        let editor = Editor::new(EXAMPLES[0].definition);
        let document = RwSignal::new(Arc::clone(editor.document()));
        let language = RwSignal::new(preferences::language());
        let arrangement = RwSignal::new(Arrangement { direction: preferences::direction(), ..Arrangement::default() });
        let drawn = drawn(document, language, arrangement);
        let selection = RwSignal::new(None::<String>);
        Self {
            editor: RwSignal::new(editor),
            document,
            arrangement,
            diagram: drawn,
            name: RwSignal::new(file_name(&EXAMPLES[0])),
            selection,
            group: RwSignal::new(Vec::new()),
            tab_stop: tab_stop(document, selection),
            diagnostics: RwSignal::new(Vec::new()),
            is_checking: RwSignal::new(true),
            checked: StoredValue::new(None),
            silenced: RwSignal::new(Vec::new()),
            failed_rules: RwSignal::new(Vec::new()),
            input: RwSignal::new(EXAMPLES[0].input.to_owned()),
            mocks: RwSignal::new(EXAMPLES[0].mocks()),
            files: RwSignal::new(Files::default()),
            machines: RwSignal::new(BTreeMap::new()),
            execution_type: RwSignal::new(ExecutionType::Standard),
            language,
            theme: RwSignal::new(preferences::theme()),
            notices: RwSignal::new(Vec::new()),
            said: RwSignal::new(String::new()),
            reveal: RwSignal::new(None),
            saved: RwSignal::new(SavedState::Saved),
            opened: RwSignal::new(0),
            counter: StoredValue::new(0),
        }
    }

    /// The texts of the chosen language; reading them follows the language.
    pub(in crate::ui) fn words(self) -> &'static dyn Messages {
        self.language.get().messages()
    }

    /// A number that was not given before.
    pub(in crate::ui) fn next_number(self) -> u32 {
        self.counter.update_value(|counter| *counter += 1);
        self.counter.get_value()
    }

    /// Does a command; says why not when it is refused.
    pub(in crate::ui) fn apply(self, command: &Command) -> bool {
        self.apply_merged(command, None)
    }

    /// Does a command that may join the step before it.
    pub(in crate::ui) fn apply_merged(self, command: &Command, merge: Option<MergeKey>) -> bool {
        let planned = self.document.with_untracked(|document| plan(document, command));
        let done = self.editor.try_update(|editor| planned.inspect(|transaction| editor.commit(transaction, merge)));
        match done {
            Some(Ok(transaction)) => {
                self.refresh();
                self.take_up(transaction);
                true
            }
            Some(Err(refusal)) => {
                let text = self.language.get_untracked().messages().refusal(&refusal);
                self.notify(NoticeKind::Warning, text, false);
                false
            }
            None => false,
        }
    }

    /// Selects what a change has put in, keeps a machine that it has extracted, and tells what it gave up.
    fn take_up(self, transaction: Transaction) {
        self.tell_standing(&transaction);
        if transaction.placed.len() > 1 {
            self.select_all(transaction.placed);
        } else if transaction.select.is_some() {
            self.selection.set(transaction.select);
        }
        let words = self.language.get_untracked().messages();
        if let Some((name, text)) = transaction.extracted {
            self.notify(NoticeKind::Information, words.extracted(&name), false);
            self.machines.update(|machines| {
                machines.insert(name, Neighbour { text, mocks: Mocks::default() });
            });
        }
        if !transaction.dropped.is_empty() {
            self.notify(NoticeKind::Information, words.gave_up(&transaction.dropped), false);
        }
    }

    /// The steps of the history in words, and how many of them are done.
    pub(in crate::ui) fn steps(self) -> (Vec<String>, usize) {
        let words = self.words();
        self.editor.with(|editor| (editor.steps().map(|label| words.command_label(label)).collect(), editor.position()))
    }

    /// Goes back or forward to where so many steps of the history are done.
    pub(in crate::ui) fn go_to_step(self, position: usize) {
        if self.editor.try_update(|editor| editor.go_to(position)) == Some(true) {
            self.refresh();
        }
    }

    pub(in crate::ui) fn undo(self) {
        if self.editor.try_update(Editor::undo) == Some(true) {
            self.refresh();
        }
    }

    pub(in crate::ui) fn redo(self) {
        if self.editor.try_update(Editor::redo) == Some(true) {
            self.refresh();
        }
    }

    /// Makes the next change a step of its own.
    pub(in crate::ui) fn close_step(self) {
        self.editor.update_untracked(Editor::close_step);
    }

    /// What undo would take back, in words.
    pub(in crate::ui) fn undo_label(self) -> Option<String> {
        self.editor.with(|editor| editor.undo_label().map(|label| self.words().command_label(label)))
    }

    /// What redo would do again, in words.
    pub(in crate::ui) fn redo_label(self) -> Option<String> {
        self.editor.with(|editor| editor.redo_label().map(|label| self.words().command_label(label)))
    }

    /// Gives states places by hand, in place of all that were given before.
    pub(super) fn arrange(self, placements: Placements, label: Label, merge: Option<MergeKey>) {
        self.editor.update(|editor| editor.arrange(placements, label, merge));
        self.refresh();
    }

    fn refresh(self) {
        let (document, placements) =
            self.editor.with_untracked(|editor| (Arc::clone(editor.document()), editor.placements().clone()));
        if self.arrangement.with_untracked(|arrangement| arrangement.placements != placements) {
            self.arrangement.update(|arrangement| arrangement.placements = placements);
        }
        let gone = self.selection.get_untracked().is_some_and(|name| document.machine().find(&name).is_none());
        let before = self.document.get_untracked();
        if let Some((old, new)) = renamed(before.machine(), document.machine()) {
            if self.mocks.with_untracked(|mocks| mocks.states.contains_key(&old)) {
                self.mocks.update(|mocks| mocks.rename(&old, &new));
            }
            let is_of = |silence: &Silence| silence.state.as_deref() == Some(&*old);
            if self.silenced.with_untracked(|silenced| silenced.iter().any(is_of)) {
                self.silenced.update(|silenced| {
                    let of_state = silenced.iter_mut().filter(|silence| is_of(silence));
                    of_state.for_each(|silence| silence.state = Some(new.clone()));
                });
            }
        }
        // A step that only moves states on the drawing leaves the document, and all that was found in it, as it is.
        if !Arc::ptr_eq(&before, &document) {
            self.document.set(document);
        }
        if gone {
            self.selection.set(None);
        }
    }

    /// Opens an example with its input and mocks. Undo brings back what was there.
    pub(in crate::ui) fn open_example(self, example: &Example) {
        self.open(file_name(example), example.definition.to_owned(), example.input.to_owned(), example.mocks());
    }

    /// Opens a text in place of the present one. Undo brings that back.
    pub(in crate::ui) fn open(self, name: String, text: String, input: String, mocks: Mocks) {
        self.selection.set(None);
        self.apply(&ReplaceText { text }.into());
        self.name.set(name);
        self.input.set(input);
        self.mocks.set(mocks);
        self.execution_type.set(ExecutionType::Standard);
        self.silenced.set(Vec::new());
        self.opened.update(|opened| *opened += 1);
    }

    /// Takes up a kept project, with nothing to undo.
    pub(in crate::ui) fn restore(self, project: Project) {
        self.editor.set(Editor::with_placements(project.text, project.placements));
        self.selection.set(None);
        self.name.set(project.name);
        self.input.set(project.input);
        self.mocks.set(project.mocks);
        self.files.set(project.files);
        self.machines.set(project.machines);
        self.execution_type.set(project.execution_type);
        self.silenced.set(project.silenced);
        self.refresh();
        self.opened.update(|opened| *opened += 1);
    }

    /// All that is to be kept; reading it follows all of it, as [`Self::track_project`] does.
    pub(in crate::ui) fn project(self) -> Project {
        Project {
            version: VERSION,
            name: self.name.get(),
            text: self.document.with(|document| document.text().to_owned()),
            input: self.input.get(),
            mocks: self.mocks.get(),
            files: self.files.get(),
            machines: self.machines.get(),
            execution_type: self.execution_type.get(),
            silenced: self.silenced.get(),
            placements: self.arrangement.with(|arrangement| arrangement.placements.clone()),
        }
    }

    /// Follows all that is to be kept.
    pub(in crate::ui) fn track_project(self) {
        self.name.track();
        self.document.track();
        self.input.track();
        self.mocks.track();
        self.files.track();
        self.machines.track();
        self.execution_type.track();
        self.silenced.track();
        self.arrangement.track();
    }

    /// What the checker is told beside the text; reading it follows all of it.
    pub(in crate::ui) fn check_options(self) -> Options {
        let failed = self.failed_rules.get().into_iter().map(|rule| Silence { rule, state: None });
        Options {
            execution_type: self.execution_type.get(),
            input: serde_json::from_str(&self.input.get()).ok(),
            mocks: self.mocks.get(),
            silenced: self.silenced.get().into_iter().chain(failed).collect(),
        }
    }

    /// How many problems of a severity there are.
    pub(in crate::ui) fn n_problems(self, severity: Severity) -> usize {
        let is_of = |reported: &&Reported| reported.diagnostic.severity == severity;
        self.diagnostics.with(|diagnostics| diagnostics.iter().filter(is_of).count())
    }

    /// The selected state.
    pub(in crate::ui) fn selected(self) -> Option<StateId> {
        let name = self.selection.get()?;
        self.document.with(|document| document.machine().find(&name))
    }

    /// Shows a part of the text.
    pub(in crate::ui) fn show_text(self, span: Span, with_focus: bool) {
        let number = self.next_number();
        self.reveal.set(Some(Reveal { span, with_focus, number }));
    }

    /// Shows a notice for a while; errors stay until they are closed.
    pub(in crate::ui) fn notify(self, kind: NoticeKind, text: impl Into<String>, offers_download: bool) {
        let id = self.next_number();
        let text = text.into();
        self.notices.update(|notices| {
            notices.retain(|notice| notice.text != text);
            // Two news at once can be read; older ones give way to newer ones.
            let is_news = |notice: &Notice| notice.kind == NoticeKind::Information;
            let is_crowded = notices.iter().filter(|notice| is_news(notice)).count() > 1;
            if let Some(oldest) = notices.iter().position(is_news).filter(|_| is_crowded) {
                notices.remove(oldest);
            }
            notices.push(Notice { id, kind, text, offers_download });
        });
        if kind != NoticeKind::Error {
            let close = move || self.notices.update(|notices| notices.retain(|notice| notice.id != id));
            gloo::timers::callback::Timeout::new(6_000, close).forget();
        }
    }
}

/// The machine's first state while none is selected.
fn tab_stop(document: RwSignal<Arc<Document>>, selection: RwSignal<Option<String>>) -> Memo<Option<StateId>> {
    Memo::new(move |_| {
        let is_selected = selection.with(Option::is_some);
        document.with(|document| {
            let machine = document.machine();
            let root = machine.root().filter(|_| !is_selected)?;
            let start = root.start_at.as_ref().and_then(|target| target.state);
            start.or_else(|| root.states.first().copied())
        })
    })
}

/// The drawing, kept up to date; each is made from the one before.
fn drawn(
    document: RwSignal<Arc<Document>>,
    language: RwSignal<Language>,
    arrangement: RwSignal<Arrangement>,
) -> Memo<Arc<Diagram>> {
    let last = StoredValue::new(None::<Drawn>);
    let draw = move |_: Option<&Arc<Diagram>>| {
        let (document, words) = (document.get(), language.get().messages());
        let before = last.try_update_value(Option::take).flatten();
        let next = arrangement.with(|arrangement| Drawn::new(&document, words, arrangement, before.as_ref()));
        let diagram = Arc::clone(next.diagram());
        last.set_value(Some(next));
        diagram
    };
    // A drawing that did not change is the very same one.
    Memo::new_with_compare(draw, |old, new| match (old, new) {
        (Some(old), Some(new)) => !Arc::ptr_eq(old, new),
        _ => true,
    })
}

fn file_name(example: &Example) -> String {
    format!("{}.asl.json", example.id)
}
