//! Files: reading what a person chose or dropped, and offering a download.

use leptos::prelude::document;
use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url};

/// The text of a file; none when it cannot be read or is not UTF-8 (a NUL byte stands for that).
pub(in crate::ui) async fn read(file: &File) -> Option<String> {
    let bytes = read_bytes(file).await?;
    Some(String::from_utf8(bytes).unwrap_or_else(|_| "\0".to_owned()))
}

/// The bytes of a file; none when it cannot be read.
pub(in crate::ui) async fn read_bytes(file: &File) -> Option<Vec<u8>> {
    gloo::file::futures::read_as_bytes(&gloo::file::File::from(file.clone())).await.ok()
}

/// Offers a text as a file to save; says whether the browser took it.
pub(in crate::ui) fn download(name: &str, text: &str) -> bool {
    save(name, text).is_ok()
}

fn save(name: &str, text: &str) -> Result<(), JsValue> {
    let parts = js_sys::Array::of1(&js_sys::Uint8Array::from(text.as_bytes()));
    let options = BlobPropertyBag::new();
    options.set_type("application/json");
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let anchor: HtmlAnchorElement = document().create_element("a")?.unchecked_into();
    anchor.set_href(&url);
    anchor.set_download(name);
    anchor.click();
    // The download has its own hold on the data by the time the next task runs.
    gloo::timers::callback::Timeout::new(10_000, move || {
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}
