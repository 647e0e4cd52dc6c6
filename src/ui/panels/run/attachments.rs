//! What is around a run: files that stand for S3 objects, and other machines that it can start.

use crate::asl::Document;
use crate::ui::actions::focus_later;
use crate::ui::controls::{Icon, icon};
use crate::ui::platform::file;
use crate::ui::state::{FIRST_BUCKET, MAX_OBJECT, Machines, NoticeKind};
use leptos::prelude::*;
use leptos::task::spawn_local;
use wasm_bindgen::JsCast as _;
use web_sys::{Event, File, HtmlInputElement};

/// The files that a person chose; the field is emptied, so that the same file can be chosen again.
fn chosen(event: &Event) -> Vec<File> {
    let Some(field) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) else {
        return Vec::new();
    };
    let list = field.files();
    let files = list.iter().flat_map(|list| (0..list.length()).filter_map(|index| list.get(index))).collect();
    field.set_value("");
    files
}

/// The id of what chooses files.
const CHOOSER: &str = "attach-files";

/// Where files are attached: a run that lacks one leads here.
#[derive(Clone, Copy)]
pub(super) struct Attaching {
    is_open: RwSignal<bool>,
    bucket: RwSignal<String>,
    prefix: RwSignal<String>,
}

impl Attaching {
    pub(super) fn new() -> Self {
        Self {
            is_open: RwSignal::new(false),
            bucket: RwSignal::new(FIRST_BUCKET.to_owned()),
            prefix: RwSignal::new(String::new()),
        }
    }

    /// Leads to the place where files are attached; what is chosen there gets the bucket and the prefix of an object, where one
    /// is given.
    pub(super) fn ask_for(self, object: Option<(String, String)>) {
        if let Some((bucket, key)) = object {
            self.bucket.set(bucket);
            self.prefix.set(key.rfind('/').map(|end| key[..=end].to_owned()).unwrap_or_default());
        }
        self.is_open.set(true);
        focus_later(format!("#{CHOOSER}"));
    }
}

/// S3 objects and other machines.
#[component]
pub(super) fn Attachments(attaching: Attaching) -> impl IntoView {
    let machines = expect_context::<Machines>();
    let workspace = machines.workspace;
    let Attaching { is_open, bucket, prefix } = attaching;
    let attach_files = move |event: Event| {
        for chosen in chosen(&event) {
            let name = chosen.name();
            if chosen.size() > MAX_OBJECT {
                let text = workspace.words().file_too_large(&name);
                workspace.notify(NoticeKind::Warning, text, false);
                continue;
            }
            let (bucket, key) = (bucket.get_untracked(), format!("{}{name}", prefix.get_untracked()));
            spawn_local(async move {
                match file::read_bytes(&chosen).await {
                    Some(content) => machines.attach(&bucket, &key, content),
                    None => {
                        let words = workspace.language.get_untracked().messages();
                        workspace.notify(NoticeKind::Warning, words.named_file_unreadable(&name), false);
                    }
                }
            });
        }
    };
    let attach_machines = move |event: Event| {
        for chosen in chosen(&event) {
            let name = chosen.name();
            spawn_local(async move {
                let words = workspace.language.get_untracked().messages();
                let text = file::read(&chosen).await.unwrap_or_default();
                if Document::new(text.as_str()).machine().root().is_none() {
                    return workspace.notify(NoticeKind::Warning, words.machine_cannot_run(&name), false);
                }
                machines.attach_machine(&name, text);
            });
        }
    };
    let objects = move || {
        workspace.files.with(|files| {
            let keys = |(bucket, keys): (&String, &std::collections::BTreeMap<String, crate::mock::Bytes>)| {
                keys.iter().map(|(key, bytes)| (bucket.clone(), key.clone(), bytes.0.len())).collect::<Vec<_>>()
            };
            files.buckets.iter().flat_map(keys).collect::<Vec<_>>()
        })
    };
    let object_row = move |(bucket, key, size): (String, String, usize)| {
        let uri = format!("s3://{bucket}/{key}");
        let label = format!("{} {uri}", workspace.words().remove());
        let (shown, title) = (uri.clone(), uri.clone());
        view! {
            <li data-object=shown>
                <code title=title>{uri}</code>
                <span class="is-muted">{workspace.words().bytes(size)}</span>
                <button
                    type="button"
                    class="button is-icon is-small is-quiet"
                    aria-label=label
                    on:click=move |_| {
                        workspace.change_files(|files| {
                            if let Some(keys) = files.buckets.get_mut(&bucket) {
                                keys.remove(&key);
                                if keys.is_empty() {
                                    files.buckets.remove(&bucket);
                                }
                            }
                        });
                    }
                >
                    {icon(Icon::Close)}
                </button>
            </li>
        }
    };
    let machine_row = move |name: String| {
        let label = format!("{} {name}", workspace.words().remove());
        let (shown, key, opened) = (name.clone(), name.clone(), name.clone());
        view! {
            <li data-machine=key>
                <button type="button" class="link" on:click=move |_| {
                    machines.open_started(&opened);
                }>
                    {shown}
                </button>
                <button
                    type="button"
                    class="button is-icon is-small is-quiet"
                    aria-label=label
                    on:click=move |_| workspace.set_linked(&name, None)
                >
                    {icon(Icon::Close)}
                </button>
            </li>
        }
    };
    view! {
        <section class="group">
            <details
                class="attachments"
                data-attachments=""
                prop:open=move || is_open.get()
                on:toggle=move |event| is_open.set(crate::ui::platform::is_open(&event))
            >
                <summary>
                    {move || workspace.words().attachments()}
                    <span class="is-muted">
                        {move || {
                            let n = objects().len() + workspace.linked.with(std::collections::BTreeMap::len);
                            (n > 0).then(|| format!(" ({n})"))
                        }}
                    </span>
                </summary>
                <p class="empty">{move || workspace.words().attachments_hint()}</p>
                <div class="row">
                    <label class="field">
                        <span class="field-label">"Bucket"</span>
                        <input
                            class="input"
                            id="attach-bucket"
                            prop:value=move || bucket.get()
                            on:input=move |event| bucket.set(event_target_value(&event))
                        />
                    </label>
                    <label class="field">
                        <span class="field-label">{move || workspace.words().key_prefix()}</span>
                        <input
                            class="input"
                            id="attach-prefix"
                            prop:value=move || prefix.get()
                            on:input=move |event| prefix.set(event_target_value(&event))
                        />
                    </label>
                </div>
                <label class="button file-button">
                    {move || workspace.words().attach_files()}
                    <input class="visually-hidden" id=CHOOSER type="file" multiple on:change=attach_files />
                </label>
                <ul class="attached">{move || objects().into_iter().map(object_row).collect_view()}</ul>
                <p class="empty">{move || workspace.words().machines_hint()}</p>
                <label class="button file-button">
                    {move || workspace.words().attach_machines()}
                    <input
                        class="visually-hidden"
                        id="attach-machines"
                        type="file"
                        multiple
                        accept=".json,.asl"
                        on:change=attach_machines
                    />
                </label>
                <ul class="attached">
                    {move || {
                        let names = workspace.linked.with(|linked| linked.keys().cloned().collect::<Vec<_>>());
                        names.into_iter().map(machine_row).collect_view()
                    }}
                </ul>
            </details>
        </section>
    }
}
