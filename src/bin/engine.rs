//! The web worker: checks and simulates, away from the page.

use js_sys::Uint8Array;
use pasos::check;
use pasos::engine::{Host, Request, Response, Session, when_busy};
use pasos::services::Services;
use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::panic;
use std::rc::Rc;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

fn main() {
    panic::set_hook(Box::new(tell_of_panic));
    let Some(scope) = worker_scope() else { return };
    let session = Rc::new(RefCell::new(Session::default()));
    let port = scope.clone();
    when_busy(move |run, n_steps| post(&port, &Response::Busy { run, n_steps }));
    let worker = Worker {
        scope: scope.clone(),
        session,
        messages: Rc::default(),
        is_waiting: Rc::default(),
        has_asked: Rc::default(),
    };
    spawn_local(load_services(worker.clone()));
    let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let Ok(message) = event.data().dyn_into::<Uint8Array>() else { return };
        worker.messages.borrow_mut().push_back(message.to_vec());
        worker.go_on();
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    // The worker lives as long as its message handler.
    on_message.forget();
    let _ = scope.post_message(&pasos::engine::READY.into());
}

/// How long a run waits at its start for the models of what it calls, in milliseconds.
const PATIENCE: f64 = 3_000.0;

/// How often it is looked whether the table has come, in milliseconds.
const PAUSE: f64 = 20.0;

#[derive(Clone)]
struct Worker {
    scope: DedicatedWorkerGlobalScope,
    session: Rc<RefCell<Session>>,
    /// What was asked and not yet answered: answers come in the order of the questions.
    messages: Rc<RefCell<VecDeque<Vec<u8>>>>,
    /// Whether a run waits for the models of what it calls.
    is_waiting: Rc<Cell<bool>>,
    /// Whether the index of the table has come, or will not come.
    has_asked: Rc<Cell<bool>>,
}

impl Worker {
    /// Answers what was asked, until something has to wait.
    fn go_on(&self) {
        while !self.is_waiting.get() {
            let Some(message) = self.messages.borrow_mut().pop_front() else { return };
            let request = self.session.borrow_mut().read(&message);
            let Some(request) = request else {
                post(&self.scope, &Response::Refused);
                continue;
            };
            if self.session.borrow_mut().parts_before(&request).is_empty() {
                self.answer(request);
                continue;
            }
            self.is_waiting.set(true);
            let worker = self.clone();
            spawn_local(async move {
                worker.wait_for_parts(&request).await;
                worker.is_waiting.set(false);
                worker.answer(request);
                worker.go_on();
            });
        }
    }

    fn answer(&self, request: Request) {
        let answer = self.session.borrow_mut().handle(request, Host { now: &js_sys::Date::now });
        post(&self.scope, &answer);
        let services = self.session.borrow().services().clone();
        let wanted = services.take_wanted();
        if !wanted.is_empty() {
            spawn_local(load_parts(self.scope.clone(), services, wanted));
        }
    }

    /// Fetches the models that a run needs. It starts without those that do not come in time.
    async fn wait_for_parts(&self, request: &Request) {
        let end = js_sys::Date::now() + PATIENCE;
        while js_sys::Date::now() < end {
            let services = self.session.borrow().services().clone();
            let missing = self.session.borrow_mut().parts_before(request);
            if missing.is_empty() {
                return;
            }
            if services.date().is_none() {
                if self.has_asked.get() {
                    return;
                }
                sleep(&self.scope, PAUSE).await;
                continue;
            }
            let (scope, left) = (self.scope.clone(), end - js_sys::Date::now());
            let load = future_to_promise(async move {
                load_parts(scope, services, missing).await;
                Ok(JsValue::UNDEFINED)
            });
            let first = js_sys::Promise::race(&js_sys::Array::of2(&load, &timer(&self.scope, left)));
            // Neither of them fails; what has not come is not there.
            let _ = JsFuture::from(first).await;
            return;
        }
    }
}

/// A promise that is kept after so many milliseconds.
fn timer(scope: &DedicatedWorkerGlobalScope, milliseconds: f64) -> js_sys::Promise {
    js_sys::Promise::new(&mut |resolve, _| {
        // Where there are no timers, the time is up at once.
        if scope.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, milliseconds as i32).is_err() {
            let _ = resolve.call0(&JsValue::UNDEFINED);
        }
    })
}

async fn sleep(scope: &DedicatedWorkerGlobalScope, milliseconds: f64) {
    let _ = JsFuture::from(timer(scope, milliseconds)).await;
}

/// Fetches the index of the table of services. Where that fails, nothing is said about them.
async fn load_services(worker: Worker) {
    let index = fetch(&worker.scope, "index").await;
    if let Some(services) = index.and_then(|index| Services::of_index(&index).ok()) {
        worker.session.borrow_mut().know(services);
        post(&worker.scope, &Response::ServicesLoaded);
    }
    worker.has_asked.set(true);
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
    Some(Uint8Array::new(&buffer).to_vec())
}

fn post(scope: &DedicatedWorkerGlobalScope, response: &Response) {
    if let Ok(message) = serde_json::to_vec(response) {
        let bytes = Uint8Array::from(message.as_slice());
        // There is no one else to tell.
        let _ = scope.post_message_with_transfer(&bytes, &js_sys::Array::of1(&bytes.buffer()));
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
