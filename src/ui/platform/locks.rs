//! Web Locks: one tab at a time may change a machine. `web-sys` has them only behind a flag of the compiler.

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use leptos::task::spawn_local;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::AbortController;

#[wasm_bindgen]
extern "C" {
    type LockManager;

    #[wasm_bindgen(method, catch)]
    fn request(this: &LockManager, name: &str, options: &JsValue, callback: &JsValue) -> Result<Promise, JsValue>;
}

/// A lock that this tab holds until it lets it go, or is closed.
#[derive(Debug, Default)]
pub(in crate::ui) struct Lock {
    resolve: Rc<RefCell<Option<Function>>>,
}

impl Lock {
    /// Lets it go.
    pub(in crate::ui) fn release(self) {
        if let Some(resolve) = self.resolve.borrow_mut().take() {
            // The function of a promise takes any call.
            let _ = resolve.call0(&JsValue::NULL);
        }
    }
}

/// What became of asking for a lock.
#[derive(Debug)]
pub(in crate::ui) enum Asked {
    /// This tab has it.
    Held(Lock),
    /// Another tab has it.
    Taken,
    /// The browser has no locks, as on a page that is not served securely: whoever writes must look first.
    Unknown,
}

/// A wait for a lock, which ends with it.
#[derive(Debug)]
pub(in crate::ui) struct Wait(Option<AbortController>);

impl Wait {
    /// The lock was got.
    pub(in crate::ui) fn forget(mut self) {
        self.0 = None;
    }
}

impl Drop for Wait {
    fn drop(&mut self) {
        if let Some(controller) = &self.0 {
            controller.abort();
        }
    }
}

/// Asks for a lock, and calls `then` with what became of it.
pub(in crate::ui) fn ask(name: &str, then: impl FnOnce(Asked) + 'static) {
    request(name, "ifAvailable", &JsValue::TRUE, then);
}

/// Waits for a lock, and calls `then` with it. None where the browser has no locks.
pub(in crate::ui) fn wait(name: &str, then: impl FnOnce(Lock) + 'static) -> Option<Wait> {
    let controller = AbortController::new().ok()?;
    request(name, "signal", &controller.signal(), move |asked| {
        if let Asked::Held(lock) = asked {
            then(lock);
        }
    });
    Some(Wait(Some(controller)))
}

fn request(name: &str, option: &str, value: &JsValue, then: impl FnOnce(Asked) + 'static) {
    let manager = Reflect::get(&window().navigator(), &JsValue::from_str("locks"));
    let Some(manager) = manager.ok().filter(|manager| manager.is_object()) else { return then(Asked::Unknown) };
    let manager: LockManager = manager.unchecked_into();
    let options = js_sys::Object::new();
    // A plain object takes any field.
    let _ = Reflect::set(&options, &JsValue::from_str(option), value);
    let then = Rc::new(RefCell::new(Some(then)));
    let tell = {
        let then = Rc::clone(&then);
        move |asked: Asked| {
            let then = then.borrow_mut().take();
            if let Some(then) = then {
                then(asked);
            }
        }
    };
    let tell_granted = tell.clone();
    let granted = Closure::once_into_js(move |lock: JsValue| -> JsValue {
        if lock.is_null() {
            tell_granted(Asked::Taken);
            return JsValue::UNDEFINED;
        }
        let lock = Lock::default();
        let resolve = Rc::clone(&lock.resolve);
        // The browser holds the lock until this promise ends.
        let held = Promise::new(&mut |function, _| *resolve.borrow_mut() = Some(function));
        tell_granted(Asked::Held(lock));
        held.into()
    });
    match manager.request(name, &options, &granted) {
        // A wait that was given up ends in an error, which is no news.
        Ok(ended) => spawn_local(async move { drop(JsFuture::from(ended).await) }),
        Err(_) => tell(Asked::Unknown),
    }
}
