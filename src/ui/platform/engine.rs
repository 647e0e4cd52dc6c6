//! The web worker, from the page's side: questions, answers, and a limit on how long an answer may take.
//!
//! A worker that does not answer in time is ended and started again. `gloo::worker` cannot do that: ending its bridge
//! posts a message, which a busy worker never reads. So the page holds the worker itself.

use crate::engine::{READY, Request, Response};
use gloo::timers::callback::Timeout;
use std::cell::RefCell;
use std::collections::VecDeque;
use std::rc::Rc;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;
use web_sys::{MessageEvent, Worker, WorkerOptions, WorkerType};

/// How long the worker may take for one answer, in milliseconds.
const BUDGET: u32 = 8_000;

/// How long it may take to be loaded and to listen, in milliseconds: over a slow network that is most of a minute.
const START_BUDGET: u32 = 120_000;

/// What is done with an answer; none when the worker had to be ended.
type OnAnswer = Box<dyn FnOnce(Option<Response>)>;

/// The page's hold on its worker.
#[derive(Clone)]
pub(in crate::ui) struct Engine {
    inner: Rc<RefCell<Inner>>,
}

struct Inner {
    worker: Option<Worker>,
    on_message: Option<Closure<dyn Fn(MessageEvent)>>,
    is_ready: bool,
    /// Questions that wait for the worker to listen.
    outbox: Vec<String>,
    /// What waits for an answer, the oldest first: the worker answers in order.
    waiting: VecDeque<OnAnswer>,
    limit: Option<Timeout>,
    on_restart: Rc<dyn Fn()>,
    on_rule_failed: Rc<dyn Fn(String)>,
}

impl Engine {
    /// Starts a worker. `on_restart` is called when it had to be ended, `on_rule_failed` when a rule of the checker ended
    /// it: with the rule's name, once a new worker was started.
    pub(in crate::ui) fn start(on_restart: impl Fn() + 'static, on_rule_failed: impl Fn(String) + 'static) -> Self {
        let engine = Self {
            inner: Rc::new(RefCell::new(Inner {
                worker: None,
                on_message: None,
                is_ready: false,
                outbox: Vec::new(),
                waiting: VecDeque::new(),
                limit: None,
                on_restart: Rc::new(on_restart),
                on_rule_failed: Rc::new(on_rule_failed),
            })),
        };
        engine.spawn();
        engine
    }

    /// Asks; the answer comes later.
    pub(in crate::ui) fn ask(&self, request: &Request, on_answer: impl FnOnce(Option<Response>) + 'static) {
        let Ok(message) = serde_json::to_string(request) else { return };
        let mut inner = self.inner.borrow_mut();
        inner.waiting.push_back(Box::new(on_answer));
        if inner.is_ready {
            inner.post(&message);
        } else {
            inner.outbox.push(message);
        }
        if inner.waiting.len() == 1 {
            inner.limit = Some(self.limit(if inner.is_ready { BUDGET } else { START_BUDGET }));
        }
    }

    /// Ends the worker, whatever it does, and starts a new one. All that waits gets no answer.
    pub(in crate::ui) fn restart(&self) {
        let waiting = {
            let mut inner = self.inner.borrow_mut();
            if let Some(worker) = inner.worker.take() {
                worker.set_onmessage(None);
                worker.terminate();
            }
            inner.limit = None;
            inner.outbox.clear();
            std::mem::take(&mut inner.waiting)
        };
        self.spawn();
        for on_answer in waiting {
            on_answer(None);
        }
    }

    fn spawn(&self) {
        let options = WorkerOptions::new();
        options.set_type(WorkerType::Module);
        let Ok(worker) = Worker::new_with_options("./engine_loader.js", &options) else { return };
        let weak = Rc::downgrade(&self.inner);
        let on_message = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
            if let (Some(inner), Some(message)) = (weak.upgrade(), event.data().as_string()) {
                Self { inner }.receive(&message);
            }
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        let mut inner = self.inner.borrow_mut();
        inner.worker = Some(worker);
        inner.on_message = Some(on_message);
        inner.is_ready = false;
    }

    fn receive(&self, message: &str) {
        if message == READY {
            let mut inner = self.inner.borrow_mut();
            inner.is_ready = true;
            for message in std::mem::take(&mut inner.outbox) {
                inner.post(&message);
            }
            inner.limit = (!inner.waiting.is_empty()).then(|| self.limit(BUDGET));
            return;
        }
        let response = serde_json::from_str(message).ok();
        if let Some(Response::RuleFailed(rule)) = response {
            let on_rule_failed = Rc::clone(&self.inner.borrow().on_rule_failed);
            // The worker's message handler is at work: it must not be taken apart before it is done.
            let engine = self.clone();
            Timeout::new(0, move || {
                engine.restart();
                on_rule_failed(rule);
            })
            .forget();
            return;
        }
        let on_answer = {
            let mut inner = self.inner.borrow_mut();
            let on_answer = inner.waiting.pop_front();
            inner.limit = (!inner.waiting.is_empty()).then(|| self.limit(BUDGET));
            on_answer
        };
        if let Some(on_answer) = on_answer {
            on_answer(response);
        }
    }

    fn limit(&self, budget: u32) -> Timeout {
        let weak = Rc::downgrade(&self.inner);
        Timeout::new(budget, move || {
            if let Some(inner) = weak.upgrade() {
                let engine = Self { inner };
                let on_restart = Rc::clone(&engine.inner.borrow().on_restart);
                // This very timer is running: it must not be taken apart while it does.
                let running = engine.inner.borrow_mut().limit.take();
                std::mem::forget(running);
                engine.restart();
                on_restart();
            }
        })
    }
}

impl Inner {
    fn post(&self, message: &str) {
        if let Some(worker) = &self.worker {
            // A message that cannot be posted gets no answer, and the limit sees to that.
            let _ = worker.post_message(&message.into());
        }
    }
}
