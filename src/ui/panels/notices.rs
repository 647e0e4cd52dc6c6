//! Short notices at the foot of the page.

use super::export;
use crate::ui::controls::{Icon, icon};
use crate::ui::state::{NoticeKind, Workspace};
use leptos::prelude::*;

/// The notices that are shown now.
#[component]
pub(in crate::ui) fn Notices() -> impl IntoView {
    let workspace = expect_context::<Workspace>();
    view! {
        <div class="notices" role="status" aria-live="polite">
            <For each=move || workspace.notices.get() key=|notice| notice.id let:notice>
                <div
                    class="notice"
                    class:is-warning=notice.kind == NoticeKind::Warning
                    class:is-error=notice.kind == NoticeKind::Error
                >
                    <span>{notice.text.clone()}</span>
                    {notice
                        .offers_download
                        .then(|| {
                            view! {
                                <button type="button" class="button" on:click=move |_| export::download(workspace)>
                                    {icon(Icon::Download)}
                                    {move || workspace.words().download_json()}
                                </button>
                            }
                        })}
                    <button
                        type="button"
                        class="button is-quiet is-icon"
                        aria-label=move || workspace.words().dismiss()
                        on:click=move |_| {
                            workspace.notices.update(|notices| notices.retain(|other| other.id != notice.id));
                        }
                    >
                        {icon(Icon::Close)}
                    </button>
                </div>
            </For>
        </div>
    }
}
