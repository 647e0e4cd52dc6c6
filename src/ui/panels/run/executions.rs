//! Executions that this one has started: the children of distributed Maps, and other machines.

use super::{MAX_SHOWN, history};
use crate::engine::ChildRecord;
use crate::sim::{HistoryEvent, Status};
use crate::ui::state::{Run, Workspace};
use leptos::prelude::*;
use std::collections::BTreeMap;

/// One execution, gathered from its steps.
#[derive(Clone, PartialEq)]
struct Child {
    title: String,
    status: Status,
    arn: String,
    events: Vec<HistoryEvent>,
}

fn gather<'a>(records: impl Iterator<Item = &'a ChildRecord>, name: impl Fn(&ChildRecord) -> String) -> Vec<Child> {
    let mut children: BTreeMap<Vec<u64>, Child> = BTreeMap::new();
    for record in records {
        let child = children.entry(record.path.clone()).or_insert_with(|| Child {
            title: name(record),
            status: record.status,
            arn: record.arn.clone(),
            events: Vec::new(),
        });
        child.status = record.status;
        child.events.extend(record.events.iter().cloned());
    }
    children.into_values().collect()
}

/// A list of the executions; each opens to its own history.
#[component]
pub(super) fn Executions() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    let run = expect_context::<Run>();
    let children = Memo::new(move |_| {
        let index = run.index.get();
        let document = workspace.document.get_untracked();
        let name = |record: &ChildRecord| match &record.machine {
            Some(machine) => machine.clone(),
            None if record.path.len() == 1 => {
                format!("{} #{}", document.machine().state(record.state).name, record.index + 1)
            }
            None => format!("#{}", record.index + 1),
        };
        run.records.with(|records| gather(records.iter().take(index + 1).flat_map(|record| &record.children), name))
    });
    let row = move |child: Child| {
        let words = workspace.words();
        let (class, status) = match child.status {
            Status::Running => ("is-running", words.running()),
            Status::Succeeded => ("is-succeeded", words.succeeded()),
            Status::Failed => ("is-failed", words.failed()),
            Status::TimedOut => ("is-failed", words.timed_out()),
            Status::Aborted => ("is-failed", words.aborted()),
        };
        let is_open = RwSignal::new(false);
        let key = child.title.clone();
        let events = StoredValue::new(child.events);
        view! {
            <details
                class="visit"
                data-child=key
                on:toggle=move |event| is_open.set(crate::ui::platform::is_open(&event))
            >
                <summary>
                    {child.title}
                    <span class=format!("status {class} visit-status") data-status=child.status.as_str()>{status}</span>
                </summary>
                <div class="visit-data">
                    <code class="arn">{child.arn}</code>
                    {move || is_open.get().then(|| events.with_value(|events| history::table(workspace, events)))}
                </div>
            </details>
        }
    };
    view! {
        <Show when=move || children.with(|children| !children.is_empty())>
            <section class="group" data-executions="">
                <h3>{move || workspace.words().child_executions()}</h3>
                <Show when=move || children.with(|children| MAX_SHOWN < children.len())>
                    <p class="empty">
                        {move || workspace.words().first_n_of(MAX_SHOWN, children.with(Vec::len))}
                    </p>
                </Show>
                {move || children.get().into_iter().take(MAX_SHOWN).map(row).collect_view()}
            </section>
        </Show>
    }
}
