//! What is known of the data where a person points or types in the code editor: the worker infers it.

use crate::asl::Document;
use crate::calls::Completions;
use crate::engine::{Request, Response, Source};
use crate::flow::{About, Hint, Proposals};
use crate::i18n::Messages;
use crate::text::line_ending::normalized;
use crate::text::{LineIndex, Span, byte_offset, utf16_offset};
use crate::ui::platform::engine::Engine;
use crate::ui::state::Workspace;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Function, Object, Promise, Reflect};
use leptos::prelude::*;
use wasm_bindgen::prelude::*;

/// The offset in the text, in bytes, of an offset of the editor, which counts UTF-16 units and each line end once.
pub(super) fn document_offset(document: &Document, offset: u32) -> usize {
    let text = normalized(document.text());
    let place = LineIndex::new(&text).position(&text, byte_offset(&text, offset as usize));
    document.lines().offset(document.text(), place)
}

/// A place in an editor, as the worker finds it.
pub(super) struct Place {
    /// The whole definition.
    pub(super) text: String,
    /// The place, in bytes.
    pub(super) offset: usize,
    /// Where in the definition the text of the editor starts, in bytes.
    pub(super) start: usize,
}

impl Place {
    /// A place in the editor of the definition itself.
    pub(super) fn of_document(document: &Document, offset: u32) -> Self {
        Self { text: document.text().to_owned(), offset: document_offset(document, offset), start: 0 }
    }

    /// A place in the editor of a value, whose text stands in a definition from `start` on.
    pub(super) fn of_value(text: String, start: usize, offset: u32) -> Self {
        let offset = start + text.get(start..).map_or(0, |shown| byte_offset(shown, offset as usize));
        Self { text, offset, start }
    }

    /// `{from, to}` in UTF-16 units of what the editor shows.
    fn span(&self, span: Span) -> Object {
        let told = Object::new();
        let start = utf16_offset(&self.text, self.start);
        for (key, offset) in [("from", span.start), ("to", span.end)] {
            let shown = utf16_offset(&self.text, offset).saturating_sub(start);
            set(&told, key, &JsValue::from_f64(shown as f64));
        }
        told
    }
}

/// Promises what is known at a place: `{from, to, lines, note}`, or nothing.
pub(super) fn hover(workspace: Workspace, engine: StoredValue<Engine, LocalStorage>, place: Place) -> Promise {
    let options = Box::new(untrack(|| workspace.check_options()));
    let request = Request::Hint { text: Source::from(place.text.clone()), options, offset: place.offset };
    promise(engine, request, move |response| {
        let Some(Response::Hint(Some(hint))) = response else { return JsValue::NULL };
        // The name of a state is not part of a value in it.
        if hint.span.start < place.start {
            return JsValue::NULL;
        }
        let words = workspace.language.get_untracked().messages();
        let told = place.span(hint.span);
        set(&told, "lines", &lines(&hint, words).iter().map(|text| JsValue::from_str(text)).collect::<Array>());
        set(&told, "note", &words.data_source().into());
        told.into()
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

/// How often what is not loaded yet is asked for again, and after how long, in milliseconds.
const PATIENCE: u32 = 20;
const WAIT: u32 = 100;

/// Promises how what is typed at a place may go on, or nothing: of a path `{from, to, names}`, names and shapes in turn;
/// of a call `{from, to, calls}`, of each its label, its shape, what is written, and from and to of what is selected then.
pub(super) fn complete(workspace: Workspace, engine: StoredValue<Engine, LocalStorage>, place: Place) -> Promise {
    let mut place = Some(place);
    Promise::new(&mut |resolve, _| {
        if let Some(place) = place.take() {
            ask_completions(workspace, engine, place, resolve, PATIENCE);
        }
    })
}

fn ask_completions(
    workspace: Workspace,
    engine: StoredValue<Engine, LocalStorage>,
    place: Place,
    resolve: Function,
    patience: u32,
) {
    let options = Box::new(untrack(|| workspace.check_options()));
    let request = Request::Propose { text: Source::from(place.text.clone()), options, offset: place.offset };
    let on_answer = move |response: Result<Response, _>| {
        let told = match response {
            Ok(Response::Completions(found)) if !found.is_whole && patience > 0 => {
                let again = move || ask_completions(workspace, engine, place, resolve, patience - 1);
                Timeout::new(WAIT, again).forget();
                return;
            }
            Ok(Response::Completions(found)) => told_calls(workspace, &place, found),
            Ok(Response::Proposals(Some(found))) => told_names(workspace, &place, found),
            _ => JsValue::NULL,
        };
        // The function that resolves a promise never throws.
        let _ = resolve.call1(&JsValue::UNDEFINED, &told);
    };
    engine.with_value(|engine| engine.ask(request, on_answer));
}

fn told_names(workspace: Workspace, place: &Place, Proposals { span, names }: Proposals) -> JsValue {
    let words = workspace.language.get_untracked().messages();
    let told = place.span(span);
    let flat = Array::new();
    for proposal in names {
        let note = if proposal.may_miss { format!(" ({})", words.data_may_miss()) } else { String::new() };
        flat.push(&proposal.name.into());
        flat.push(&format!("{}{note}", proposal.shape).into());
    }
    set(&told, "names", &flat);
    told.into()
}

fn told_calls(workspace: Workspace, place: &Place, found: Completions) -> JsValue {
    let words = workspace.language.get_untracked().messages();
    let told = place.span(found.span);
    let flat = Array::new();
    for completion in found.list {
        let note = if completion.is_required { format!(" ({})", words.required()) } else { String::new() };
        flat.push(&completion.label.into());
        flat.push(&format!("{}{note}", completion.shape).into());
        flat.push(&completion.insert.into());
        flat.push(&(completion.selected.0 as f64).into());
        flat.push(&(completion.selected.1 as f64).into());
    }
    set(&told, "calls", &flat);
    told.into()
}

fn promise(
    engine: StoredValue<Engine, LocalStorage>,
    request: Request,
    read: impl FnOnce(Option<Response>) -> JsValue + 'static,
) -> Promise {
    let mut once = Some((request, read));
    Promise::new(&mut |resolve, _| {
        let Some((request, read)) = once.take() else { return };
        engine.with_value(|engine| {
            engine.ask(request, move |response| {
                // The function that resolves a promise never throws.
                let _ = resolve.call1(&JsValue::UNDEFINED, &read(response.ok()));
            });
        });
    })
}

fn set(object: &Object, key: &str, value: &JsValue) {
    // Setting a member of a plain object cannot fail.
    let _ = Reflect::set(object, &key.into(), value);
}
