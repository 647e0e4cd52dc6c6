//! The browser's own services behind small functions: effects at the edge.

pub(super) mod channel;
pub(super) mod clipboard;
pub(super) mod engine;
pub(super) mod file;
pub(super) mod focus;
pub(super) mod last_resort;
pub(super) mod leaving;
pub(super) mod locks;
pub(super) mod media;
pub(super) mod painting;
pub(super) mod preferences;
pub(super) mod random;
pub(super) mod reader;
pub(super) mod session;
pub(super) mod storage;

use wasm_bindgen::JsCast as _;

/// Whether the `<details>` that an event comes from is open.
pub(super) fn is_open(event: &web_sys::Event) -> bool {
    let details = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
    details.is_some_and(|details| details.has_attribute("open"))
}
