//! The machines of this browser: which one is open, and how all of them are kept.
//!
//! - [`holding`] keeps in memory what nothing would store.
//! - [`keeping`] sees to it that what was done is written, soon and before the page is left; [`writing`] writes it.
//! - [`opening`] reads a machine; [`beginning`] finds the one to begin with.
//! - [`tabs`] agrees with other tabs on who may change it.
//! - [`shelf`] is what a person does with whole machines; [`cards`] is what they look like there.
//! - [`neighbours`] finds the machines that a run may start.

mod beginning;
mod cards;
mod holding;
mod keeping;
mod neighbours;
mod opening;
mod shelf;
mod tabs;
mod taking_in;
mod writing;

pub(in crate::ui) use shelf::example_project;
pub(in crate::ui) use taking_in::{FIRST_BUCKET, MAX_OBJECT};

use super::Workspace;
use crate::project::{Card, Entry, Head, MachineId, Trail};
use crate::ui::platform::channel::Channel;
use crate::ui::platform::locks::{Lock, Wait};
use crate::ui::platform::session;
use crate::ui::platform::storage::Storage;
use gloo::timers::callback::Timeout;
use gloo::timers::future::TimeoutFuture;
use holding::Held;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;
use std::rc::Rc;

/// How long to wait for what is under way before looking again, in milliseconds.
const A_MOMENT: u32 = 10;

/// All machines; cheap to copy.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Machines {
    pub(in crate::ui) workspace: Workspace,
    kept: StoredValue<Kept, LocalStorage>,
    /// Whether somebody is about to open another machine; from the start until the first one is open, too.
    is_taken: StoredValue<bool>,
    /// The machine that is open; none until something was opened.
    pub(in crate::ui) current: RwSignal<Option<MachineId>>,
    /// The machines that were open in this tab before.
    trail: RwSignal<Trail>,
    /// The pictures and counts of the shelf, as far as they were read.
    pub(in crate::ui) cards: RwSignal<BTreeMap<MachineId, Card>>,
    /// Counts how often the shelf was asked for.
    pub(in crate::ui) shelf_opened: RwSignal<u32>,
}

/// What is known of how machines are kept: the open one, but for the first three.
#[derive(Default)]
struct Kept {
    storage: Option<Rc<Storage>>,
    channel: Option<Channel>,
    /// Machines that were left while nothing would store them: they live as long as the tab does.
    held: BTreeMap<MachineId, Held>,
    /// The wait for the lock of the open machine, which another tab has.
    wait: Option<Wait>,
    lock: Option<Lock>,
    /// Its lines on the shelf as they were stored last, wherever that was.
    head: Option<Head>,
    /// The same as the database has them.
    database_head: Option<Head>,
    /// The example that it is, while nothing of it was changed.
    example: Option<String>,
    /// What was done and is not stored for certain.
    queue: Vec<Entry>,
    /// How many of those are being written now.
    n_in_flight: usize,
    /// Whether the next record has to be the whole project: nothing, or not all, of it is in the database.
    needs_base: bool,
    /// How many bytes of entries were written since the last base.
    journal_size: usize,
    /// Whether something of it stands in localStorage.
    has_local: bool,
    is_writing: bool,
    has_warned: bool,
    timer: Option<Timeout>,
    card_timer: Option<Timeout>,
}

impl Kept {
    /// Forgets the open machine, and nothing of the others.
    fn close(&mut self) {
        *self = Self {
            storage: self.storage.take(),
            channel: self.channel.take(),
            held: std::mem::take(&mut self.held),
            ..Self::default()
        };
    }
}

impl Machines {
    pub(in crate::ui) fn new(workspace: Workspace) -> Self {
        Self {
            workspace,
            kept: StoredValue::new_local(Kept::default()),
            is_taken: StoredValue::new(true),
            current: RwSignal::new(None),
            trail: RwSignal::new(session::trail()),
            cards: RwSignal::new(BTreeMap::new()),
            shelf_opened: RwSignal::new(0),
        }
    }

    /// Does something that opens or adds machines, after whatever was begun before has come to its end: two at once would
    /// each leave the machine that the other has just opened.
    fn in_turn(self, act: impl Future<Output = ()> + 'static) {
        spawn_local(async move {
            while self.is_taken.get_value() {
                TimeoutFuture::new(A_MOMENT).await;
            }
            self.is_taken.set_value(true);
            act.await;
            self.is_taken.set_value(false);
        });
    }

    fn storage(self) -> Option<Rc<Storage>> {
        self.kept.with_value(|kept| kept.storage.clone())
    }

    fn words(self) -> &'static dyn crate::i18n::Messages {
        self.workspace.language.get_untracked().messages()
    }
}
