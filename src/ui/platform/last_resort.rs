//! When the page itself fails: a person is told, and gets the work as a file.
//!
//! A panic ends the program of the page. Its hook runs before that and shows what stands in `boundary.js`, which also
//! looks for what ends the program without a panic, as a stack that is used up does.

use js_sys::Array;
use std::cell::RefCell;
use std::panic;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(module = "/src/ui/boundary.js")]
extern "C" {
    #[wasm_bindgen(js_name = prepare)]
    fn prepare_texts(texts: &Array);
    fn watch(take_work: &JsValue);
    fn show(reason: &str);
}

/// Gives the name of a file and its text.
type TakeWork = Box<dyn Fn() -> (String, String)>;

thread_local! {
    static WORK: RefCell<Option<TakeWork>> = const { RefCell::new(None) };
}

/// Looks out for the end of the program, from now on.
pub fn watch_for_failure() {
    panic::set_hook(Box::new(|panicked| {
        console_error_panic_hook::hook(panicked);
        show(&panicked.to_string());
    }));
    let take = Closure::<dyn Fn() -> Array>::new(|| {
        // Whoever changes it may just have failed.
        let work = WORK.with(|work| work.try_borrow().ok().and_then(|work| work.as_ref().map(|take| take())));
        work.map_or_else(Array::new, |(name, text)| Array::of2(&name.into(), &text.into()))
    });
    watch(take.as_ref());
    // It is needed as long as the page lives.
    take.forget();
}

/// Says how the work is taken if the page fails; called at each change, so it should hold the work, not copy it.
pub(in crate::ui) fn keep_within_reach(take: impl Fn() -> (String, String) + 'static) {
    WORK.with(|work| *work.borrow_mut() = Some(Box::new(take)));
}

/// The texts in the language of the page: title, what happened, what to do, and the names of the buttons that download and
/// reload.
pub(in crate::ui) fn prepare(texts: [&str; 5]) {
    prepare_texts(&texts.into_iter().map(JsValue::from).collect());
}
