//! Short notices at the foot of the page.

use super::Workspace;
use crate::project::MachineId;
use leptos::prelude::*;

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::ui) enum NoticeKind {
    Information,
    Warning,
    Error,
}

/// A short notice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) struct Notice {
    pub(in crate::ui) id: u32,
    pub(in crate::ui) kind: NoticeKind,
    pub(in crate::ui) text: String,
    /// What it offers to do.
    pub(in crate::ui) offer: Option<Offer>,
}

/// What a notice offers to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Offer {
    /// Download the definition that is open.
    Download,
    /// Download what is stored of a machine, as it is.
    Raw {
        /// The machine's name.
        name: String,
        /// What is stored.
        text: String,
    },
    /// Bring a machine back from the bin.
    BringBack(MachineId),
}

impl Workspace {
    /// Shows a notice for a while; errors stay until they are closed.
    pub(in crate::ui) fn notify(self, kind: NoticeKind, text: impl Into<String>, offers_download: bool) {
        self.notify_offering(kind, text.into(), offers_download.then_some(Offer::Download));
    }

    /// The same with something that the notice offers to do.
    pub(in crate::ui) fn notify_with(self, kind: NoticeKind, text: impl Into<String>, offer: Offer) {
        self.notify_offering(kind, text.into(), Some(offer));
    }

    fn notify_offering(self, kind: NoticeKind, text: String, offer: Option<Offer>) {
        let id = self.next_number();
        self.notices.update(|notices| {
            notices.retain(|notice| notice.text != text);
            // Two news at once can be read; older ones give way to newer ones.
            let is_news = |notice: &Notice| notice.kind == NoticeKind::Information;
            let is_crowded = notices.iter().filter(|notice| is_news(notice)).count() > 1;
            if let Some(oldest) = notices.iter().position(is_news).filter(|_| is_crowded) {
                notices.remove(oldest);
            }
            notices.push(Notice { id, kind, text, offer });
        });
        if kind != NoticeKind::Error {
            let close = move || self.notices.update(|notices| notices.retain(|notice| notice.id != id));
            gloo::timers::callback::Timeout::new(6_000, close).forget();
        }
    }
}
