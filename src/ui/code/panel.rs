//! The JSON panel: the definition as text, always the same as the graph.

use super::binding::{CodeEditor, EditorModule, load_editor};
use super::hints::{Place, complete, document_offset, hover};
use super::phrases::phrases;
use crate::asl::{Document, StateKey};
use crate::check::Severity;
use crate::edit::commands::EditText;
use crate::project::MergeKey;
use crate::text::line_ending::edits_from_normalized;
use crate::text::{utf16_offset, utf16_offsets};
use crate::ui::platform::engine::Engine;
use crate::ui::platform::painting::after_paint;
use crate::ui::state::{Panel, ProblemList, Tabs, Workspace};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::sync::Arc;
use wasm_bindgen::prelude::*;

/// The JSON panel. The editor is loaded when the panel is first seen.
#[component]
pub(in crate::ui) fn JsonPanel(
    /// Whether the page is dark.
    is_dark: Memo<bool>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let tabs = expect_context::<Tabs>();
    let engine = expect_context::<ProblemList>().engine;
    let host = NodeRef::<leptos::html::Div>::new();
    let editor = StoredValue::new_local(None::<CodeEditor>);
    let is_loaded = RwSignal::new(false);
    let is_loading = StoredValue::new(false);
    // What the editor shows because it was typed there: it need not be told.
    let typed = StoredValue::new(None::<Arc<Document>>);

    Effect::new(move |_| {
        let Some(parent) = host.get() else { return };
        if !tabs.is_visible(Panel::Json) || is_loading.get_value() {
            return;
        }
        is_loading.set_value(true);
        spawn_local(async move {
            let Ok(module) = load_editor().await else { return };
            let created = create(&module.unchecked_into(), &parent, workspace, engine, is_dark.get_untracked(), typed);
            editor.set_value(Some(created));
            is_loaded.set(true);
        });
    });
    let with_editor = move |act: &dyn Fn(&CodeEditor)| {
        if is_loaded.get() {
            editor.with_value(|editor| editor.iter().for_each(act));
        }
    };
    // A text that the editor has yet to be given.
    let is_due = StoredValue::new(false);
    let give_text = move || {
        if is_due.get_value() {
            is_due.set_value(false);
            let document = workspace.document.get_untracked();
            editor.with_value(|editor| editor.iter().for_each(|editor| editor.set_text(document.text())));
        }
    };
    Effect::new(move |_| {
        let document = workspace.document.get();
        let is_typed = typed.with_value(|typed| typed.as_ref().is_some_and(|typed| Arc::ptr_eq(typed, &document)));
        if is_typed || !is_loaded.get() {
            is_due.set_value(false);
            return;
        }
        is_due.set_value(true);
        // The graph is drawn first, unless somebody is about to type, and would type into the text of before.
        if host.get_untracked().is_some_and(|host| has_focus(&host)) {
            give_text();
        } else {
            after_paint(give_text);
        }
    });
    Effect::new(move |_| with_editor(&|editor| editor.set_dark(is_dark.get())));
    Effect::new(move |_| {
        let words = workspace.words();
        with_editor(&|editor| editor.set_language(words.json_panel(), &phrases(words)));
    });
    Effect::new(move |_| {
        let flat = flat_diagnostics(workspace);
        give_text();
        with_editor(&|editor| editor.set_diagnostics(&flat));
    });
    Effect::new(move |_| {
        // An editor that was hidden has measured nothing.
        if tabs.is_visible(Panel::Json) {
            with_editor(&CodeEditor::refresh);
        }
    });
    // The lines of the selected state stand out, however it was selected and whatever is changed.
    let mark_state = move |scrolls: bool| {
        let (key, document) = (workspace.selection.get_untracked(), workspace.document.get_untracked());
        let state = key.as_ref().and_then(|key| document.machine().find_key(key));
        let offset = |offset| utf16_offset(document.text(), offset) as u32;
        editor.with_value(|editor| {
            let Some(editor) = editor else { return };
            match state.and_then(|state| document.state_span(state)) {
                Some(span) => editor.mark_state(offset(span.start), offset(span.end), scrolls),
                None => editor.unmark(),
            }
        });
    };
    Effect::new(move |before: Option<Option<StateKey>>| {
        let key = workspace.selection.get();
        workspace.document.track();
        if !is_loaded.get() {
            return None;
        }
        let is_typing = host.get_untracked().is_some_and(|host| has_focus(&host));
        let scrolls = !is_typing && before.as_ref() != Some(&key);
        if is_due.get_value() {
            after_paint(move || {
                give_text();
                mark_state(scrolls);
            });
        } else {
            mark_state(scrolls);
        }
        key
    });
    Effect::new(move |_| {
        let reveal = workspace.reveal.get();
        let document = workspace.document.get_untracked();
        give_text();
        with_editor(&|editor| {
            if let Some(reveal) = reveal {
                let offset = |offset| utf16_offset(document.text(), offset) as u32;
                editor.show(offset(reveal.span.start), offset(reveal.span.end), reveal.with_focus);
            }
        });
    });

    view! {
        <div class="code-host" node_ref=host on:focusin=move |_| give_text()>
            <Show when=move || !is_loaded.get()>
                <p class="empty" role="status">{move || workspace.words().loading_editor()}</p>
            </Show>
        </div>
    }
}

/// Whether the focus is inside of an element.
fn has_focus(host: &web_sys::HtmlElement) -> bool {
    document().active_element().is_some_and(|active| host.contains(Some(&active)))
}

fn create(
    module: &EditorModule,
    parent: &web_sys::HtmlElement,
    workspace: Workspace,
    engine: StoredValue<Engine, LocalStorage>,
    is_dark: bool,
    typed: StoredValue<Option<Arc<Document>>>,
) -> CodeEditor {
    let words = workspace.language.get_untracked().messages();
    let on_change = Closure::<dyn Fn(String)>::new(move |shown: String| {
        let edits = workspace.document.with_untracked(|document| edits_from_normalized(document.text(), &shown));
        if !edits.is_empty() {
            workspace.apply_merged(&EditText { edits }.into(), Some(MergeKey("typing".to_owned())));
            // Where line ends differ from the editor's, it has to be told where they are.
            let document = workspace.document.get_untracked();
            typed.set_value((document.text() == shown).then_some(document));
        }
    });
    let on_select = Closure::<dyn Fn(u32, usize, bool)>::new(move |offset: u32, line: usize, has_typed: bool| {
        workspace.cursor_line.set_value(line);
        if !has_typed {
            select_at(workspace, offset);
        }
    });
    let on_undo = Closure::<dyn Fn()>::new(move || {
        workspace.undo();
    });
    let on_redo = Closure::<dyn Fn()>::new(move || {
        workspace.redo();
    });
    let place = move |offset: u32| workspace.document.with_untracked(|document| Place::of_document(document, offset));
    let on_hover =
        Closure::<dyn Fn(u32) -> js_sys::Promise>::new(move |offset: u32| hover(workspace, engine, place(offset)));
    let on_complete =
        Closure::<dyn Fn(u32) -> js_sys::Promise>::new(move |offset: u32| complete(workspace, engine, place(offset)));
    let text = workspace.document.with_untracked(|document| document.text().to_owned());
    let editor = module.create_editor(
        parent,
        &text,
        words.json_panel(),
        &phrases(words),
        is_dark,
        on_change.as_ref(),
        on_select.as_ref(),
        on_undo.as_ref(),
        on_redo.as_ref(),
        on_hover.as_ref(),
        on_complete.as_ref(),
    );
    // The editor lives as long as the page, and so do its callbacks.
    on_change.forget();
    on_select.forget();
    on_undo.forget();
    on_redo.forget();
    on_hover.forget();
    on_complete.forget();
    editor
}

/// Selects the state in whose text the cursor is. The next keystroke is a new undo step.
fn select_at(workspace: Workspace, offset: u32) {
    workspace.close_step();
    let key = workspace.document.with_untracked(|document| {
        let at = document_offset(document, offset);
        let machine = document.machine();
        machine.state_at(document.tree(), at).map(|state| machine.key(state))
    });
    if key.is_some() && workspace.selection.get_untracked() != key {
        workspace.selection.set(key);
    }
}

fn flat_diagnostics(workspace: Workspace) -> js_sys::Array {
    let language = workspace.language.get();
    let document = workspace.document.get_untracked();
    let flat = js_sys::Array::new();
    workspace.diagnostics.with(|diagnostics| {
        let spans = diagnostics.iter().map(|reported| reported.diagnostic.span);
        let ends: Vec<usize> = spans.flat_map(|span| [span.start, span.end]).collect();
        let offsets = utf16_offsets(document.text(), &ends);
        for (reported, offsets) in diagnostics.iter().zip(offsets.chunks(2)) {
            let said = reported.words(language);
            let severity = match reported.diagnostic.severity {
                Severity::Error => "error",
                Severity::Warning => "warning",
                Severity::Hint => "info",
            };
            let message = format!("{}. {}", said.message, said.advice);
            for offset in offsets {
                flat.push(&JsValue::from_f64(*offset as f64));
            }
            flat.push(&severity.into());
            flat.push(&message.into());
        }
    });
    flat
}
