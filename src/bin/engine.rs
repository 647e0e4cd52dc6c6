//! The web worker: checks and simulates, away from the page.

use pasos::check;
use pasos::engine::{Host, Response, Session};
use std::cell::RefCell;
use std::panic;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    panic::set_hook(Box::new(tell_of_panic));
    let Some(scope) = worker_scope() else { return };
    let session = RefCell::new(Session::default());
    let port = scope.clone();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let Some(message) = event.data().as_string() else { return };
        let tell = |part: &Response| post(&port, part);
        let answer = session.borrow_mut().handle_message(&message, Host { now: &js_sys::Date::now, tell: &tell });
        // A message that cannot be posted has no one to be reported to but the page's own time limit.
        let _ = port.post_message(&answer.into());
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The worker lives as long as its message handler.
    on_message.forget();
    let _ = scope.post_message(&pasos::engine::READY.into());
}

fn post(scope: &DedicatedWorkerGlobalScope, response: &Response) {
    if let Ok(message) = serde_json::to_string(response) {
        // There is no one else to tell.
        let _ = scope.post_message(&message.into());
    }
}

fn worker_scope() -> Option<DedicatedWorkerGlobalScope> {
    js_sys::global().dyn_into().ok()
}

/// A panic ends a WebAssembly program. Before it does, the page learns which rule it was, and goes on without that rule.
fn tell_of_panic(panicked: &panic::PanicHookInfo<'_>) {
    console_error_panic_hook::hook(panicked);
    if let Some(rule) = check::running()
        && let Some(scope) = worker_scope()
    {
        post(&scope, &Response::RuleFailed(rule.to_owned()));
    }
}
