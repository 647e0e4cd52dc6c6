//! The open document with its selection, its problems and its settings, as signals.

use super::Notice;
use crate::asl::{Document, ExecutionType, StateId, StateKey};
use crate::check::{Options, Severity, Silence};
use crate::diagram::{Arrangement, Diagram, Drawn};
use crate::engine::Reported;
use crate::i18n::{Language, Messages};
use crate::mock::{Files, Mocks};
use crate::project::{Editor, MachineId, Project, Shelf};
use crate::text::Span;
use crate::ui::platform::preferences::{self, Theme};
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Whether the work is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum SavedState {
    /// All of it, for certain.
    Saved,
    /// It is being written.
    Saving,
    /// Not the last changes: the browser did not take them.
    Failed,
}

/// The signals that show the project, from the side that sets them: only [`Workspace::show`] does.
#[derive(Clone, Copy)]
pub(super) struct Views {
    document: WriteSignal<Arc<Document>>,
    name: WriteSignal<String>,
    input: WriteSignal<String>,
    mocks: WriteSignal<Arc<Mocks>>,
    files: WriteSignal<Arc<Files>>,
    linked: WriteSignal<BTreeMap<String, MachineId>>,
    execution_type: WriteSignal<ExecutionType>,
    start_time: WriteSignal<String>,
    silenced: WriteSignal<Vec<Silence>>,
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

/// All signals of the workspace; cheap to copy. Those that can only be read are views of the project: it is changed as a
/// whole, step by step, in `editing`.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Workspace {
    pub(super) editor: RwSignal<Editor>,
    views: Views,
    pub(in crate::ui) document: ReadSignal<Arc<Document>>,
    /// How the drawing is arranged: which way it runs, and which frames are folded.
    pub(in crate::ui) arrangement: RwSignal<Arrangement>,
    /// The drawing of the document; it changes only when something of it does.
    pub(in crate::ui) diagram: Memo<Arc<Diagram>>,
    pub(in crate::ui) name: ReadSignal<String>,
    /// The selected state's name.
    pub(in crate::ui) selection: RwSignal<Option<StateKey>>,
    /// The names of all selected states, where there are several.
    pub(in crate::ui) group: RwSignal<Vec<StateKey>>,
    /// The state with which the keyboard enters the graph while none is selected: the first that is drawn.
    pub(in crate::ui) tab_stop: Memo<Option<StateId>>,
    pub(in crate::ui) diagnostics: RwSignal<Vec<Reported>>,
    pub(in crate::ui) is_checking: RwSignal<bool>,
    /// Whether the worker could not check the present text.
    pub(in crate::ui) is_unchecked: RwSignal<bool>,
    /// The document that the diagnostics are of.
    pub(in crate::ui) checked: StoredValue<Option<Arc<Document>>>,
    /// Rules of the checker that are switched off in this project.
    pub(in crate::ui) silenced: ReadSignal<Vec<Silence>>,
    /// Rules that failed: they are left out until the page is loaded again.
    pub(in crate::ui) failed_rules: RwSignal<Vec<String>>,
    /// The input of a run as JSON text; empty while nobody has given one.
    pub(in crate::ui) input: ReadSignal<String>,
    /// What could be given, where nobody has given one and the machine reads something of it.
    pub(in crate::ui) example_input: RwSignal<Option<String>>,
    pub(in crate::ui) mocks: ReadSignal<Arc<Mocks>>,
    /// What S3 holds in a run.
    pub(in crate::ui) files: ReadSignal<Arc<Files>>,
    /// Machines of the shelf that this one starts, by the name it has for them.
    pub(in crate::ui) linked: ReadSignal<BTreeMap<String, MachineId>>,
    pub(in crate::ui) execution_type: ReadSignal<ExecutionType>,
    /// When a run starts, as typed; empty for now.
    pub(in crate::ui) start_time: ReadSignal<String>,
    /// What is known of all machines in this browser.
    pub(in crate::ui) shelf: RwSignal<Shelf>,
    /// Machines that were made of parts of this one, to be put on the shelf.
    pub(super) extracted: StoredValue<Vec<(MachineId, Project)>>,
    /// Whether another tab has this machine: then it is only looked at here.
    pub(in crate::ui) is_followed: RwSignal<bool>,
    pub(in crate::ui) language: RwSignal<Language>,
    pub(in crate::ui) theme: RwSignal<Theme>,
    pub(in crate::ui) notices: RwSignal<Vec<Notice>>,
    /// What was said last to screen readers.
    pub(in crate::ui) said: RwSignal<String>,
    pub(in crate::ui) reveal: RwSignal<Option<Reveal>>,
    /// The line in which the cursor of the code editor is, from 1.
    pub(in crate::ui) cursor_line: StoredValue<usize>,
    pub(in crate::ui) saved: RwSignal<SavedState>,
    /// Counts documents that were opened, as opposed to edited: the view fits itself to each.
    pub(in crate::ui) opened: RwSignal<u32>,
    counter: StoredValue<u32>,
}

impl Workspace {
    pub(in crate::ui) fn new(project: Project) -> Self {
        let (document, set_document) = signal(Arc::clone(&project.document));
        let (name, set_name) = signal(project.name.clone());
        let (input, set_input) = signal(project.input.clone());
        let (mocks, set_mocks) = signal(Arc::clone(&project.mocks));
        let (files, set_files) = signal(Arc::clone(&project.files));
        let (linked, set_linked) = signal(project.linked.clone());
        let (execution_type, set_execution_type) = signal(project.execution_type);
        let (start_time, set_start_time) = signal(project.start_time.clone());
        let (silenced, set_silenced) = signal(project.silenced.clone());
        let language = RwSignal::new(preferences::language());
        let arrangement = RwSignal::new(Arrangement { direction: preferences::direction(), ..Arrangement::default() });
        let drawn = drawn(document, language, arrangement);
        let selection = RwSignal::new(None::<StateKey>);
        Self {
            editor: RwSignal::new(Editor::of(project)),
            views: Views {
                document: set_document,
                name: set_name,
                input: set_input,
                mocks: set_mocks,
                files: set_files,
                linked: set_linked,
                execution_type: set_execution_type,
                start_time: set_start_time,
                silenced: set_silenced,
            },
            document,
            arrangement,
            diagram: drawn,
            name,
            selection,
            group: RwSignal::new(Vec::new()),
            tab_stop: tab_stop(document, selection),
            diagnostics: RwSignal::new(Vec::new()),
            is_checking: RwSignal::new(true),
            is_unchecked: RwSignal::new(false),
            checked: StoredValue::new(None),
            silenced,
            failed_rules: RwSignal::new(Vec::new()),
            input,
            example_input: RwSignal::new(None),
            mocks,
            files,
            linked,
            execution_type,
            start_time,
            shelf: RwSignal::new(Shelf::default()),
            extracted: StoredValue::new(Vec::new()),
            is_followed: RwSignal::new(false),
            language,
            theme: RwSignal::new(preferences::theme()),
            notices: RwSignal::new(Vec::new()),
            said: RwSignal::new(String::new()),
            reveal: RwSignal::new(None),
            cursor_line: StoredValue::new(1),
            saved: RwSignal::new(SavedState::Saved),
            opened: RwSignal::new(0),
            counter: StoredValue::new(0),
        }
    }

    /// Brings the views up to date with the project. Each is set only when what it shows is another one.
    pub(super) fn show(self) {
        let project = self.editor.with_untracked(|editor| editor.project().clone());
        let Project { name, document, placements, input, mocks, files, linked, .. } = project;
        let Project { execution_type, start_time, silenced, .. } = project;
        if self.arrangement.with_untracked(|arrangement| arrangement.placements != placements) {
            self.arrangement.update(|arrangement| arrangement.placements = placements);
        }
        let gone = self.selection.get_untracked().is_some_and(|key| document.machine().find_key(&key).is_none());
        let views = self.views;
        // A step that only moves states on the drawing leaves the document, and all that was found in it, as it is.
        if self.document.with_untracked(|shown| !Arc::ptr_eq(shown, &document)) {
            views.document.set(document);
        }
        if self.mocks.with_untracked(|shown| !Arc::ptr_eq(shown, &mocks)) {
            views.mocks.set(mocks);
        }
        if self.files.with_untracked(|shown| !Arc::ptr_eq(shown, &files)) {
            views.files.set(files);
        }
        set_if_other(self.name, views.name, name);
        set_if_other(self.input, views.input, input);
        set_if_other(self.linked, views.linked, linked);
        set_if_other(self.execution_type, views.execution_type, execution_type);
        set_if_other(self.start_time, views.start_time, start_time);
        set_if_other(self.silenced, views.silenced, silenced);
        if gone {
            self.selection.set(None);
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

    /// Lets fields show the document again that were typed in in vain.
    pub(in crate::ui) fn show_document_again(self) {
        self.views.document.update(|_| {});
    }

    /// Lets all fields show the project again.
    pub(in crate::ui) fn show_again(self) {
        self.show_document_again();
        self.views.input.update(|_| {});
        self.views.start_time.update(|_| {});
        self.views.name.update(|_| {});
        self.views.mocks.update(|_| {});
    }

    /// What the checker is told beside the text; reading it follows all of it.
    pub(in crate::ui) fn check_options(self) -> Options {
        self.execution_type.track();
        self.input.track();
        self.mocks.track();
        self.silenced.track();
        let mut options = self.editor.with_untracked(|editor| editor.project().check_options());
        let failed = self.failed_rules.get().into_iter().map(|rule| Silence { rule, state: None });
        options.silenced.extend(failed);
        options
    }

    /// Whether nobody has given an input for a run.
    pub(in crate::ui) fn has_no_input(self) -> bool {
        self.input.with(|input| input.trim().is_empty())
    }

    /// How many problems of a severity there are.
    pub(in crate::ui) fn n_problems(self, severity: Severity) -> usize {
        let is_of = |reported: &&Reported| reported.diagnostic.severity == severity;
        self.diagnostics.with(|diagnostics| diagnostics.iter().filter(is_of).count())
    }

    /// The selected state.
    pub(in crate::ui) fn selected(self) -> Option<StateId> {
        let key = self.selection.get()?;
        self.document.with(|document| document.machine().find_key(&key))
    }

    /// Shows a part of the text.
    pub(in crate::ui) fn show_text(self, span: Span, with_focus: bool) {
        let number = self.next_number();
        self.reveal.set(Some(Reveal { span, with_focus, number }));
    }
}

/// The machine's first state while none is selected.
fn tab_stop(document: ReadSignal<Arc<Document>>, selection: RwSignal<Option<StateKey>>) -> Memo<Option<StateId>> {
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
    document: ReadSignal<Arc<Document>>,
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

fn set_if_other<T: PartialEq + Send + Sync + 'static>(shown: ReadSignal<T>, view: WriteSignal<T>, value: T) {
    if shown.with_untracked(|shown| *shown != value) {
        view.set(value);
    }
}
