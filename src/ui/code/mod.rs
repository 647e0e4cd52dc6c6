//! The code editor: CodeMirror behind a thin boundary (`editor.js`), and the panel that holds it.

mod binding;
mod field;
mod hints;
mod panel;
mod phrases;

pub(super) use field::{FieldText, JsonField};
pub(super) use panel::JsonPanel;
