//! What is known of the data where a person points or types in the code editor: the worker infers it.

use crate::asl::Document;
use crate::engine::{Request, Response};
use crate::flow::{About, Hint, Proposals};
use crate::i18n::Messages;
use crate::text::line_ending::normalized;
use crate::text::{LineIndex, byte_offset, utf16_offset};
use crate::ui::platform::engine::Engine;
use crate::ui::state::Workspace;
use js_sys::{Array, Object, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

/// The offset in the text, in bytes, of an offset of the editor, which counts UTF-16 units and each line end once.
pub(super) fn document_offset(document: &Document, offset: u32) -> usize {
    let text = normalized(document.text());
    let place = LineIndex::new(&text).position(&text, byte_offset(&text, offset as usize));
    document.lines().offset(document.text(), place)
}

/// Promises what is known at an offset of the editor: `{from, to, lines, note}`, or nothing.
pub(super) fn hover(workspace: Workspace, engine: StoredValue<Engine, LocalStorage>, offset: u32) -> Promise {
    let document = workspace.document.get_untracked();
    let request = Request::Hint {
        text: document.text().to_owned(),
        options: Box::new(untrack(|| workspace.check_options())),
        offset: document_offset(&document, offset),
    };
    promise(engine, &request, move |response| match response {
        Some(Response::Hint(Some(hint))) => {
            let words = workspace.language.get_untracked().messages();
            let told = span(&document, hint.span.start, hint.span.end);
            set(&told, "lines", &lines(&hint, words).iter().map(|text| JsValue::from_str(text)).collect::<Array>());
            set(&told, "note", &words.data_source().into());
            told.into()
        }
        _ => JsValue::NULL,
    })
}

/// Names and texts in turn.
fn lines(hint: &Hint, words: &dyn Messages) -> Vec<String> {
    match &hint.about {
        About::Path { path, shape, may_miss } => {
            let found = shape.clone().unwrap_or_else(|| words.data_nothing().to_owned());
            let note =
                if *may_miss && shape.is_some() { format!(" ({})", words.data_may_miss()) } else { String::new() };
            vec![path.clone(), format!("{found}{note}")]
        }
        About::State { before, after } => {
            let or = |shape: &Option<String>, none: &str| shape.clone().unwrap_or_else(|| none.to_owned());
            vec![
                words.data_before().to_owned(),
                or(before, words.data_unreached()),
                words.data_after().to_owned(),
                or(after, words.data_never_left()),
            ]
        }
    }
}

/// Promises the names with which the path at an offset of the editor may go on: `{from, names}`, or nothing.
pub(super) fn complete(workspace: Workspace, engine: StoredValue<Engine, LocalStorage>, offset: u32) -> Promise {
    let document = workspace.document.get_untracked();
    let request = Request::Propose {
        text: document.text().to_owned(),
        options: Box::new(untrack(|| workspace.check_options())),
        offset: document_offset(&document, offset),
    };
    promise(engine, &request, move |response| match response {
        Some(Response::Proposals(Some(Proposals { span: at, names }))) => {
            let words = workspace.language.get_untracked().messages();
            let told = span(&document, at.start, at.end);
            let flat = Array::new();
            for proposal in names {
                let note = if proposal.may_miss { format!(" ({})", words.data_may_miss()) } else { String::new() };
                flat.push(&proposal.name.into());
                flat.push(&format!("{}{note}", proposal.shape).into());
            }
            set(&told, "names", &flat);
            told.into()
        }
        _ => JsValue::NULL,
    })
}

fn promise(
    engine: StoredValue<Engine, LocalStorage>,
    request: &Request,
    read: impl FnOnce(Option<Response>) -> JsValue + 'static,
) -> Promise {
    let mut read = Some(read);
    Promise::new(&mut |resolve, _| {
        let Some(read) = read.take() else { return };
        engine.with_value(|engine| {
            engine.ask(request, move |response| {
                // The function that resolves a promise never throws.
                let _ = resolve.call1(&JsValue::UNDEFINED, &read(response));
            });
        });
    })
}

/// `{from, to}` in UTF-16 units of the text.
fn span(document: &Document, from: usize, to: usize) -> Object {
    let told = Object::new();
    for (key, offset) in [("from", from), ("to", to)] {
        set(&told, key, &JsValue::from_f64(utf16_offset(document.text(), offset) as f64));
    }
    told
}

fn set(object: &Object, key: &str, value: &JsValue) {
    // Setting a member of a plain object cannot fail.
    let _ = Reflect::set(object, &key.into(), value);
}
