//! The functions of `editor.js`.

use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/ui/boundary.js")]
extern "C" {
    /// Loads the module with `createEditor`.
    #[wasm_bindgen(js_name = loadEditor, catch)]
    pub(super) async fn load_editor() -> Result<JsValue, JsValue>;
}

#[wasm_bindgen]
extern "C" {
    /// The module.
    pub(super) type EditorModule;

    #[wasm_bindgen(method, js_name = createEditor)]
    pub(super) fn create_editor(
        this: &EditorModule,
        parent: &web_sys::HtmlElement,
        text: &str,
        label: &str,
        phrases: &JsValue,
        is_dark: bool,
        on_change: &JsValue,
        on_select: &JsValue,
        on_undo: &JsValue,
        on_redo: &JsValue,
        on_hover: &JsValue,
        on_complete: &JsValue,
    ) -> CodeEditor;

    #[wasm_bindgen(method, js_name = createField)]
    pub(super) fn create_field(
        this: &EditorModule,
        parent: &web_sys::HtmlElement,
        text: &str,
        label: &str,
        described_by: &str,
        phrases: &JsValue,
        is_dark: bool,
        on_change: &JsValue,
        on_focus: &JsValue,
        on_blur: &JsValue,
        on_escape: &JsValue,
        on_hover: &JsValue,
        on_complete: &JsValue,
    ) -> CodeEditor;

    /// One editor.
    #[derive(Clone)]
    pub(super) type CodeEditor;

    #[wasm_bindgen(method, js_name = setText)]
    pub(super) fn set_text(this: &CodeEditor, text: &str);

    #[wasm_bindgen(method)]
    pub(super) fn show(this: &CodeEditor, from: u32, to: u32, select: bool);

    #[wasm_bindgen(method, js_name = markState)]
    pub(super) fn mark_state(this: &CodeEditor, from: u32, to: u32, scrolls: bool);

    #[wasm_bindgen(method)]
    pub(super) fn unmark(this: &CodeEditor);

    #[wasm_bindgen(method, js_name = setDiagnostics)]
    pub(super) fn set_diagnostics(this: &CodeEditor, flat: &js_sys::Array);

    #[wasm_bindgen(method, js_name = setLanguage)]
    pub(super) fn set_language(this: &CodeEditor, label: &str, phrases: &JsValue);

    #[wasm_bindgen(method, js_name = setDark)]
    pub(super) fn set_dark(this: &CodeEditor, dark: bool);

    #[wasm_bindgen(method)]
    pub(super) fn refresh(this: &CodeEditor);

    #[wasm_bindgen(method)]
    pub(super) fn focus(this: &CodeEditor);

    #[wasm_bindgen(method)]
    pub(super) fn destroy(this: &CodeEditor);
}
