//! The clipboard.

use wasm_bindgen_futures::JsFuture;

/// Copies a text; says whether the browser allowed it.
pub(in crate::ui) async fn copy(text: &str) -> bool {
    let clipboard = leptos::prelude::window().navigator().clipboard();
    // Pages that are not served securely have no clipboard at all.
    if clipboard.is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}
