//! The code editor: CodeMirror behind a thin boundary (`editor.js`), and the panel that holds it.

mod binding;
mod hints;
mod panel;

pub(super) use panel::JsonPanel;
