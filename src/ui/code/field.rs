//! A JSON field of a form: the code editor, small; a plain text field until it is loaded.

use super::binding::{CodeEditor, EditorModule, load_editor};
use super::hints::{Place, complete, hover};
use super::phrases::phrases;
use crate::ui::platform::engine::Engine;
use crate::ui::state::{Panel, ProblemList, Tabs, Workspace};
use js_sys::Promise;
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::prelude::*;

/// What the field shows, and what it tells.
#[derive(Clone, Copy)]
pub(in crate::ui) struct FieldText {
    /// The text.
    pub(in crate::ui) text: Signal<String>,
    /// What was typed.
    pub(in crate::ui) on_input: Callback<String>,
    /// The field got the focus.
    pub(in crate::ui) on_focus: Callback<()>,
    /// It lost it.
    pub(in crate::ui) on_blur: Callback<()>,
    /// Escape: whether there was something to put back.
    pub(in crate::ui) on_escape: Callback<(), bool>,
    /// The definition with the field as it is typed, and where in it the text of the field starts, in bytes; none while
    /// the definition has no place for it.
    pub(in crate::ui) in_document: Callback<(), Option<(String, usize)>>,
}

/// What the editor calls; it lives as long as the editor.
struct Callbacks {
    on_input: Closure<dyn Fn(String)>,
    on_focus: Closure<dyn Fn()>,
    on_blur: Closure<dyn Fn()>,
    on_escape: Closure<dyn Fn() -> bool>,
    on_hover: Closure<dyn Fn(u32) -> Promise>,
    on_complete: Closure<dyn Fn(u32) -> Promise>,
}

impl Callbacks {
    fn new(field: FieldText, workspace: Workspace, engine: StoredValue<Engine, LocalStorage>) -> Self {
        let place = move |offset: u32| {
            let (text, start) = field.in_document.try_run(())??;
            Some(Place::of_value(text, start, offset))
        };
        let nothing = || Promise::resolve(&JsValue::NULL);
        Self {
            on_input: Closure::new(move |text: String| {
                field.on_input.try_run(text);
            }),
            on_focus: Closure::new(move || {
                field.on_focus.try_run(());
            }),
            on_blur: Closure::new(move || {
                field.on_blur.try_run(());
            }),
            on_escape: Closure::new(move || field.on_escape.try_run(()).unwrap_or(false)),
            on_hover: Closure::new(move |offset: u32| {
                place(offset).map_or_else(nothing, |place| hover(workspace, engine, place))
            }),
            on_complete: Closure::new(move |offset: u32| {
                place(offset).map_or_else(nothing, |place| complete(workspace, engine, place))
            }),
        }
    }
}

/// A JSON field.
#[component]
pub(in crate::ui) fn JsonField(
    /// What it shows.
    field: FieldText,
    /// The id of the control.
    id: String,
    /// How tests name it.
    data_field: String,
    /// The panel in which it stands: the editor is loaded once that is seen.
    panel: Panel,
    /// What the field is called.
    #[prop(into)]
    label: Signal<String>,
    /// Whether what it shows cannot be right.
    #[prop(into)]
    is_invalid: Signal<bool>,
) -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let tabs = expect_context::<Tabs>();
    let engine = expect_context::<ProblemList>().engine;
    let host = NodeRef::<leptos::html::Div>::new();
    let area = NodeRef::<leptos::html::Textarea>::new();
    let editor = StoredValue::new_local(None::<(CodeEditor, Callbacks)>);
    let is_loaded = RwSignal::new(false);
    let is_loading = StoredValue::new(false);
    let described_by = format!("{id}-problems");
    let describes = described_by.clone();

    Effect::new(move |_| {
        let Some(parent) = host.get() else { return };
        if !tabs.is_visible(panel) || is_loading.get_value() {
            return;
        }
        is_loading.set_value(true);
        let describes = describes.clone();
        spawn_local(async move {
            let Ok(module) = load_editor().await else { return };
            // The form may be another one by now.
            if host.try_get_untracked().flatten().is_none() || editor.try_with_value(|_| ()).is_none() {
                return;
            }
            let has_focus =
                area.get_untracked().is_some_and(|area| document().active_element().as_ref() == Some(&area));
            let callbacks = Callbacks::new(field, workspace, engine);
            let module: EditorModule = module.unchecked_into();
            let words = workspace.language.get_untracked().messages();
            let created = module.create_field(
                &parent,
                &field.text.get_untracked(),
                &label.get_untracked(),
                &describes,
                &phrases(words),
                is_dark(),
                callbacks.on_input.as_ref(),
                callbacks.on_focus.as_ref(),
                callbacks.on_blur.as_ref(),
                callbacks.on_escape.as_ref(),
                callbacks.on_hover.as_ref(),
                callbacks.on_complete.as_ref(),
            );
            if has_focus {
                created.focus();
            }
            editor.set_value(Some((created, callbacks)));
            is_loaded.set(true);
        });
    });
    let with_editor = move |act: &dyn Fn(&CodeEditor)| {
        if is_loaded.get() {
            editor.with_value(|editor| editor.iter().for_each(|(editor, _)| act(editor)));
        }
    };
    Effect::new(move |_| {
        let text = field.text.get();
        with_editor(&|editor| editor.set_text(&text));
    });
    Effect::new(move |_| {
        let words = workspace.words();
        let label = label.get();
        with_editor(&|editor| editor.set_language(&label, &phrases(words)));
    });
    Effect::new(move |_| {
        workspace.theme.track();
        // The page takes on its theme in an effect of its own.
        request_animation_frame(move || {
            let _ = editor.try_with_value(|editor| editor.iter().for_each(|(editor, _)| editor.set_dark(is_dark())));
        });
    });
    Effect::new(move |_| {
        // An editor that was hidden has measured nothing.
        if tabs.is_visible(panel) {
            with_editor(&CodeEditor::refresh);
        }
    });
    on_cleanup(move || {
        if let Some(Some((editor, _callbacks))) = editor.try_update_value(Option::take) {
            editor.destroy();
        }
    });
    view! {
        <div
            class="json-field"
            class:is-invalid=move || is_invalid.get()
            id=id
            data-field=data_field
            node_ref=host
        >
            <Show when=move || !is_loaded.get()>
                <textarea
                    class="input"
                    node_ref=area
                    spellcheck="false"
                    aria-label=move || label.get()
                    aria-describedby=described_by.clone()
                    prop:value=move || field.text.get()
                    on:input=move |event| field.on_input.run(event_target_value(&event))
                    on:focus=move |_| field.on_focus.run(())
                    on:blur=move |_| field.on_blur.run(())
                ></textarea>
            </Show>
        </div>
    }
}

fn is_dark() -> bool {
    let root = document().document_element();
    root.is_some_and(|root| root.get_attribute("data-theme").as_deref() == Some("dark"))
}
