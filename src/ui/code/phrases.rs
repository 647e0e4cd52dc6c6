//! CodeMirror's own texts in the language of the page.

use crate::i18n::Messages;
use wasm_bindgen::JsValue;

/// CodeMirror's own texts in the language of the page.
pub(super) fn phrases(words: &dyn Messages) -> JsValue {
    let phrases = js_sys::Object::new();
    for (key, text) in [
        ("Find", words.editor_find()),
        ("Replace", words.editor_replace()),
        ("next", words.editor_next()),
        ("previous", words.editor_previous()),
        ("all", words.editor_all()),
        ("match case", words.editor_match_case()),
        ("by word", words.editor_by_word()),
        ("regexp", words.editor_regexp()),
        ("replace", words.editor_replace_one()),
        ("replace all", words.editor_replace_all()),
        ("close", words.editor_close()),
        ("Go to line", words.editor_go_to_line()),
        ("go", words.editor_go()),
        ("Fold line", words.editor_fold_line()),
        ("Unfold line", words.editor_unfold_line()),
        ("folded code", words.editor_folded_code()),
        ("Completions", words.editor_completions()),
    ] {
        // Setting a member of a plain object cannot fail.
        let _ = js_sys::Reflect::set(&phrases, &key.into(), &text.into());
    }
    phrases.into()
}
