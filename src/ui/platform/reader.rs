//! The web worker that reads Parquet and ZSTD (`bin/reader`): loaded for one file, and ended with its answer.

use crate::engine::READY;
use crate::sim::DataFile;
use gloo::timers::callback::Timeout;
use js_sys::{Promise, Uint8Array};
use std::cell::Cell;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};

/// How long it may take to be loaded and to read a file, in milliseconds: over a slow network the first is most of a minute.
const BUDGET: u32 = 120_000;

/// Reads a file; none when the worker could not be loaded.
pub(in crate::ui) async fn read_ahead(content: &[u8]) -> Option<DataFile> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options("./reader_loader.js", &options).ok()?;
    let is_ready = Rc::new(Cell::new(false));
    let mut resolve = JsValue::UNDEFINED;
    let answer = Promise::new(&mut |done, _| resolve = done.into());
    let resolve: js_sys::Function = resolve.unchecked_into();
    let settle = move |value: &JsValue| {
        // The first answer counts; calling the function of a promise cannot fail.
        let _ = resolve.call1(&JsValue::UNDEFINED, value);
    };

    let (port, file, ready, done) = (worker.clone(), Uint8Array::from(content), Rc::clone(&is_ready), settle.clone());
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        if event.data().as_string().is_some_and(|text| text == READY) {
            ready.set(true);
            if port.post_message(&file).is_ok() {
                return;
            }
        }
        done(&event.data());
    });
    let done = settle.clone();
    let on_error = Closure::<dyn Fn(Event)>::new(move |_: Event| done(&JsValue::UNDEFINED));
    worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    let _limit = Timeout::new(BUDGET, move || settle(&JsValue::UNDEFINED));

    let answer = JsFuture::from(answer).await.ok().and_then(|answer| answer.as_string());
    worker.set_onmessage(None);
    worker.set_onerror(None);
    worker.terminate();
    let read = answer.and_then(|answer| serde_json::from_str(&answer).ok());
    read.or_else(|| is_ready.get().then(|| DataFile::broken(content)))
}
