//! What a Task can call, as the worker finds it while a person types.

use super::WorkerWatch;
use crate::calls::Found;
use crate::engine::{Request, Response};
use gloo::timers::callback::Timeout;
use leptos::prelude::*;

/// How many calls are asked for at once.
const LIMIT: usize = 24;

/// How long a person has to rest before the worker is asked, in milliseconds: what is found is fetched, too.
const REST: u32 = 80;

/// What fewer letters find is anything.
const SHORTEST: usize = 2;

/// The calls that fit what is typed, as far as they are known by now: more come when the worker knows more.
pub(in crate::ui) fn found_calls(
    worker: WorkerWatch,
    typed: impl Fn() -> String + Send + Sync + 'static,
) -> Signal<Found> {
    let found = RwSignal::new((String::new(), Found::default()));
    let typed = Memo::new(move |_| typed());
    let timer = StoredValue::new_local(None::<Timeout>);
    Effect::new(move |_| {
        worker.services_loaded.track();
        let wanted = typed.get();
        timer.set_value(None);
        if wanted.trim().chars().count() < SHORTEST {
            return;
        }
        let ask = move || {
            let request = Request::FindCalls { typed: wanted.clone(), limit: LIMIT };
            worker.engine.with_value(|engine| {
                engine.ask(request, move |answer| {
                    if let Ok(Response::Calls(answer)) = answer {
                        // The list may be gone by now.
                        let _ = found.try_set((wanted, answer));
                    }
                });
            });
        };
        timer.set_value(Some(Timeout::new(REST, ask)));
    });
    // What was found for other words is not shown.
    Signal::derive(move || found.with(|(of, found)| if *of == typed.get() { found.clone() } else { Found::default() }))
}
