//! Variables, scope by scope.

use super::now::place;
use super::pretty;
use crate::ui::state::{Run, Workspace};
use leptos::prelude::*;

/// The variables of the machine and of the scopes that are at work.
#[component]
pub(super) fn Variables() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let run = expect_context::<Run>();
    move || {
        let words = workspace.words();
        let scopes = run.shown_snapshot()?.scopes;
        if scopes.is_empty() {
            return None;
        }
        let list = scopes
            .into_iter()
            .map(|scope| {
                let title = match scope.owner {
                    None => words.scope_machine().to_owned(),
                    Some(owner) => {
                        let name = workspace
                            .document
                            .with_untracked(|document| document.machine().state(owner).name.to_string());
                        format!("{name} {}", place(&scope.path))
                    }
                };
                view! {
                    <div class="scope" data-scope=place(&scope.path)>
                        <span class="field-label">{title}</span>
                        <pre class="data" tabindex="0">{pretty(&scope.variables)}</pre>
                    </div>
                }
            })
            .collect_view();
        Some(view! {
            <section class="group" data-variables="">
                <h3>{words.variables()}</h3>
                {list}
            </section>
        })
    }
}
