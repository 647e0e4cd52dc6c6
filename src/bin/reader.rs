//! The web worker that reads Parquet and ZSTD. The page loads it for one file that was attached, and ends it with its answer:
//! so it costs nothing where no such file is, and a file that is broken takes nothing else with it.

use pasos::engine::READY;
use pasos::sim::{MAX_READ_AHEAD, read_ahead};
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    let Ok(scope) = js_sys::global().dyn_into::<DedicatedWorkerGlobalScope>() else { return };
    let port = scope.clone();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let content = js_sys::Uint8Array::new(&event.data()).to_vec();
        if let Ok(answer) = serde_json::to_string(&read_ahead(&content, MAX_READ_AHEAD)) {
            // A message that cannot be posted has no one to be reported to but the page's own time limit.
            let _ = port.post_message(&answer.into());
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The worker lives as long as its message handler.
    on_message.forget();
    let _ = scope.post_message(&READY.into());
}
