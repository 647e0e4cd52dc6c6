//! What the worker knows of the call of the Task in the form.

use super::form::Form;
use crate::asl::resource::Resource;
use crate::calls::{Described, Description};
use crate::engine::{Request, Response};
use crate::ui::state::WorkerWatch;
use leptos::prelude::*;

/// The call of a Task.
#[derive(Clone, Copy)]
pub(super) struct Called {
    /// Its `Resource` as written; empty where there is none.
    pub(super) resource: Memo<String>,
    /// What is known of it.
    pub(super) description: RwSignal<Description>,
}

impl Called {
    /// Asks the worker whenever the call is another one, and when the worker knows more.
    pub(super) fn provide(form: Form) {
        let worker = expect_context::<WorkerWatch>();
        let root = form.root();
        let resource = Memo::new(move |_| {
            let text = form.read(root, |document, node| {
                let tree = document.tree();
                tree.as_str(tree.get(node, "Resource")?).map(str::to_owned)
            });
            text.unwrap_or_default()
        });
        let description = RwSignal::new(Description::default());
        Effect::new(move |_| {
            worker.services_loaded.track();
            let asked = resource.get();
            let set = move |new: Description| {
                if description.try_with_untracked(|known| *known != new) == Some(true) {
                    description.set(new);
                }
            };
            if !matches!(Resource::parse(&asked), Resource::Service { .. }) {
                return set(Description::default());
            }
            let request = Request::DescribeCall { resource: asked.clone() };
            worker.engine.with_value(|engine| {
                engine.ask(request, move |answer| {
                    // Another state may be selected by now, or the call is another one.
                    if resource.try_get_untracked().as_ref() != Some(&asked) {
                        return;
                    }
                    set(match answer {
                        Ok(Response::CallDescribed(description)) => description,
                        _ => Description { parameters: Described::NotLoaded, ..Description::default() },
                    });
                });
            });
        });
        provide_context(Self { resource, description });
    }
}
