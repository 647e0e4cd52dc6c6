//! The web worker: checks and simulates, away from the page.

use pasos::check;
use pasos::engine::{Host, Response, Session, when_busy};
use pasos::services::Services;
use std::cell::RefCell;
use std::panic;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    panic::set_hook(Box::new(tell_of_panic));
    let Some(scope) = worker_scope() else { return };
    let session = Rc::new(RefCell::new(Session::default()));
    spawn_local(load_services(scope.clone(), Rc::clone(&session)));
    let port = scope.clone();
    when_busy(move |run, n_steps| post(&port, &Response::Busy { run, n_steps }));
    let port = scope.clone();
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let Some(message) = event.data().as_string() else { return };
        let answer = session.borrow_mut().handle_message(&message, Host { now: &js_sys::Date::now });
        // A message that cannot be posted has no one to be reported to but the page's own time limit.
        let _ = port.post_message(&answer.into());
        let services = session.borrow().services().clone();
        let wanted = services.take_wanted();
        if !wanted.is_empty() {
            spawn_local(load_parts(port.clone(), services, wanted));
        }
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The worker lives as long as its message handler.
    on_message.forget();
    let _ = scope.post_message(&pasos::engine::READY.into());
}

/// Fetches the index of the table of services. Where that fails, nothing is said about them.
async fn load_services(scope: DedicatedWorkerGlobalScope, session: Rc<RefCell<Session>>) {
    let index = fetch(&scope, "index").await;
    if let Some(services) = index.and_then(|index| Services::of_index(&index).ok()) {
        session.borrow_mut().know(services);
        post(&scope, &Response::ServicesLoaded);
    }
}

/// Fetches the parts of services that were asked for. One that does not come is not asked for again until it is needed.
async fn load_parts(scope: DedicatedWorkerGlobalScope, services: Services, names: Vec<String>) {
    let mut has_more = false;
    for name in names {
        let part = fetch(&scope, &name).await;
        has_more |= part.is_some_and(|part| services.add(&name, &part).is_ok());
    }
    if has_more {
        post(&scope, &Response::ServicesLoaded);
    }
}

/// The bytes of a file of the table, beside the page.
async fn fetch(scope: &DedicatedWorkerGlobalScope, name: &str) -> Option<Vec<u8>> {
    let response = JsFuture::from(scope.fetch_with_str(&format!("services/{name}.bin"))).await.ok()?;
    let response: web_sys::Response = response.dyn_into().ok().filter(web_sys::Response::ok)?;
    let buffer: JsValue = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    Some(js_sys::Uint8Array::new(&buffer).to_vec())
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
