//! The web worker, from the page's side: questions, answers, and what happens when none comes.
//!
//! A worker that does not answer in time is ended and started again. `gloo::worker` cannot do that: ending its bridge
//! posts a message, which a busy worker never reads. So the page holds the worker itself.

mod failing;

pub(in crate::ui) use failing::BUDGET;

use crate::engine::{READY, Request, Response, Source};
use gloo::timers::callback::{Interval, Timeout};
use js_sys::{Array, Uint8Array};
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{Event, MessageEvent, Worker, WorkerOptions, WorkerType};

/// How often the page looks whether the worker is silent, in milliseconds. The looks are counted, not the time: a page that
/// was itself busy, or a computer that slept, is no silence of the worker.
const LOOK: u32 = 1_000;

/// Why a question has no answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Unanswered {
    /// The worker was silent over it for too long, and was ended.
    TooLong,
    /// The worker failed over it.
    Failed,
    /// The worker was gone before it came to it.
    NeverAsked,
}

/// Why there is no worker.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum EngineFailure {
    /// It could not be loaded.
    NotLoaded,
    /// It had to be ended again and again.
    KeepsFailing,
}

/// What happens to the worker beside its answers.
pub(in crate::ui) enum EngineEvent {
    /// It was ended and started again over a question that nobody followed.
    Restarted,
    /// A rule of the checker ended it; it was started again.
    RuleFailed(String),
    /// It knows more of the services than before.
    ServicesLoaded,
    /// It is gone for good, until a person wants it tried again.
    Failed(EngineFailure),
}

type OnAnswer = Box<dyn FnOnce(Result<Response, Unanswered>)>;

/// A question that waits for its answer.
struct Waiting {
    /// What is done with each part of the answer; who follows it also tells of its end.
    on_part: Option<Rc<dyn Fn(Response)>>,
    on_answer: OnAnswer,
}

/// The page's hold on its worker.
#[derive(Clone)]
pub(in crate::ui) struct Engine {
    inner: Rc<RefCell<Inner>>,
}

/// What the worker's messages and errors are given to; they live as long as it does.
struct Listeners {
    _on_message: Closure<dyn Fn(MessageEvent)>,
    _on_error: Closure<dyn Fn(Event)>,
}

struct Inner {
    worker: Option<Worker>,
    listeners: Option<Listeners>,
    is_ready: bool,
    /// Whether it is about to be ended anyway.
    is_ending: bool,
    /// Whether it is left alone.
    has_failed: bool,
    /// The definition that was sent last.
    sent: Option<String>,
    /// Questions that wait for the worker to listen.
    outbox: Vec<Vec<u8>>,
    /// What waits for an answer, the oldest first: the worker answers in order.
    waiting: VecDeque<Waiting>,
    /// How often the page has looked since the worker last said something.
    n_silent_looks: u32,
    /// How often it was loaded since it last listened.
    n_loads: u32,
    /// How often it had to be ended since it last answered.
    n_failures: u32,
    on_event: Rc<dyn Fn(EngineEvent)>,
    looks: Option<Interval>,
}

impl Engine {
    /// A worker that is not started yet.
    pub(in crate::ui) fn new(on_event: impl Fn(EngineEvent) + 'static) -> Self {
        Self {
            inner: Rc::new(RefCell::new(Inner {
                worker: None,
                listeners: None,
                is_ready: false,
                is_ending: false,
                has_failed: false,
                sent: None,
                outbox: Vec::new(),
                waiting: VecDeque::new(),
                n_silent_looks: 0,
                n_loads: 0,
                n_failures: 0,
                on_event: Rc::new(on_event),
                looks: None,
            })),
        }
    }

    /// Starts the worker.
    pub(in crate::ui) fn start(&self) {
        let weak = Rc::downgrade(&self.inner);
        let look = move || {
            if let Some(inner) = weak.upgrade() {
                Self { inner }.look();
            }
        };
        self.inner.borrow_mut().looks = Some(Interval::new(LOOK, look));
        self.spawn();
    }

    /// Asks; the answer comes later.
    pub(in crate::ui) fn ask(&self, request: Request, on_answer: impl FnOnce(Result<Response, Unanswered>) + 'static) {
        self.send(request, Waiting { on_part: None, on_answer: Box::new(on_answer) });
    }

    /// Asks, and takes the answer part by part. Each part gives the worker its time anew.
    pub(in crate::ui) fn follow(
        &self,
        request: Request,
        on_part: impl Fn(Response) + 'static,
        on_answer: impl FnOnce(Result<Response, Unanswered>) + 'static,
    ) {
        self.send(request, Waiting { on_part: Some(Rc::new(on_part)), on_answer: Box::new(on_answer) });
    }

    /// Loads the worker again after it was left alone.
    pub(in crate::ui) fn try_again(&self) {
        {
            let mut inner = self.inner.borrow_mut();
            if !std::mem::take(&mut inner.has_failed) {
                return;
            }
            (inner.n_loads, inner.n_failures) = (0, 0);
        }
        self.spawn();
    }

    fn send(&self, request: Request, waiting: Waiting) {
        let mut inner = self.inner.borrow_mut();
        let Some(message) = inner.message(request) else { return };
        if inner.has_failed {
            Timeout::new(0, move || (waiting.on_answer)(Err(Unanswered::NeverAsked))).forget();
            return;
        }
        if inner.waiting.is_empty() {
            inner.n_silent_looks = 0;
        }
        inner.waiting.push_back(waiting);
        if inner.is_ready {
            inner.post(&message);
        } else {
            inner.outbox.push(message);
        }
    }

    fn spawn(&self) {
        let weak = Rc::downgrade(&self.inner);
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            let Some(inner) = weak.upgrade() else { return };
            match event.data().dyn_into::<Uint8Array>() {
                Ok(message) => Self { inner }.receive(&message.to_vec()),
                Err(message) if message == READY => Self { inner }.listens(),
                Err(_) => {}
            }
        });
        let weak = Rc::downgrade(&self.inner);
        let on_error = Closure::<dyn Fn(Event)>::new(move |_: Event| {
            // The handlers are at work: they must not be taken apart before they are done.
            let weak = weak.clone();
            Timeout::new(0, move || {
                if let Some(inner) = weak.upgrade() {
                    Self { inner }.failed();
                }
            })
            .forget();
        });
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let worker = Worker::new_with_options("./engine_loader.js", &options);
        let mut inner = self.inner.borrow_mut();
        (inner.is_ready, inner.is_ending, inner.n_silent_looks) = (false, false, 0);
        inner.n_loads += 1;
        inner.sent = None;
        if let Ok(worker) = worker {
            worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
            worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
            inner.worker = Some(worker);
            inner.listeners = Some(Listeners { _on_message: on_message, _on_error: on_error });
        } else {
            // A policy that forbids it.
            let engine = self.clone();
            Timeout::new(0, move || engine.failed()).forget();
        }
    }

    /// The worker takes messages from now on.
    fn listens(&self) {
        let mut inner = self.inner.borrow_mut();
        (inner.is_ready, inner.n_loads, inner.n_silent_looks) = (true, 0, 0);
        for message in std::mem::take(&mut inner.outbox) {
            inner.post(&message);
        }
    }

    fn receive(&self, message: &[u8]) {
        self.inner.borrow_mut().n_silent_looks = 0;
        match serde_json::from_slice(message).unwrap_or(Response::Refused) {
            Response::RuleFailed(rule) => {
                self.inner.borrow_mut().is_ending = true;
                // The worker's message handler is at work: it must not be taken apart before it is done.
                let engine = self.clone();
                Timeout::new(0, move || {
                    let on_event = Rc::clone(&engine.inner.borrow().on_event);
                    engine.restart(Unanswered::Failed);
                    on_event(EngineEvent::RuleFailed(rule));
                })
                .forget();
            }
            Response::ServicesLoaded => {
                let on_event = Rc::clone(&self.inner.borrow().on_event);
                on_event(EngineEvent::ServicesLoaded);
            }
            part @ Response::Busy { .. } => {
                let on_part = self.inner.borrow().waiting.front().and_then(|waiting| waiting.on_part.clone());
                if let Some(on_part) = on_part {
                    on_part(part);
                }
            }
            response => {
                let waiting = {
                    let mut inner = self.inner.borrow_mut();
                    inner.n_failures = 0;
                    inner.waiting.pop_front()
                };
                if let Some(waiting) = waiting {
                    (waiting.on_answer)(Ok(response));
                }
            }
        }
    }
}

impl Inner {
    /// A request as the worker reads it, which knows the text that was sent last.
    fn message(&mut self, mut request: Request) -> Option<Vec<u8>> {
        if let Some(source) = request.source_mut()
            && let Source::Text(text) = source
        {
            let text = std::mem::take(text);
            *source = Source::after(&text, self.sent.as_deref());
            self.sent = Some(text);
        }
        serde_json::to_vec(&request).ok()
    }

    fn post(&self, message: &[u8]) {
        if let Some(worker) = &self.worker {
            let bytes = Uint8Array::from(message);
            // A message that cannot be posted gets no answer, and the looks see to that.
            let _ = worker.post_message_with_transfer(&bytes, &Array::of1(&bytes.buffer()));
        }
    }
}
