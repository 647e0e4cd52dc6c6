//! Several tabs with one machine: one of them changes it, the others follow; nothing is overwritten.
//!
//! Who holds the lock of a machine may change it. The others ask for the lock and wait; until they get it they show what is
//! written. Where a browser has no locks, whoever writes looks whether the record is still the one it has read.

use super::Machines;
use super::opening::Found;
use crate::project::{Entry, Head, Key, MachineId};
use crate::ui::platform::channel::Channel;
use crate::ui::platform::locks::{self, Asked, Wait};
use crate::ui::platform::random;
use crate::ui::state::{NoticeKind, Offer};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde::{Deserialize, Serialize};

/// What tabs say to each other.
#[derive(Debug, Serialize, Deserialize)]
enum Message {
    /// A machine was written, or changed on the shelf.
    Written(Head),
    /// A machine is no more.
    Gone(MachineId),
    /// Somebody wants to change a machine.
    Wanted(MachineId),
    /// The tab that has a machine cannot store what was done there, and keeps it.
    Kept(MachineId),
}

fn lock_name(id: &MachineId) -> String {
    format!("pasos machine {id}")
}

impl Machines {
    pub(super) fn listen_to_tabs(self) {
        let channel = Channel::open("pasos", move |message| match message {
            Message::Written(head) => {
                let is_open = self.current.get_untracked().as_ref() == Some(&head.id);
                if head.deleted.is_some() {
                    self.tell_deleted(&head, is_open);
                }
                self.workspace.shelf.update(|shelf| shelf.put(head));
                if is_open && self.workspace.is_followed.get_untracked() {
                    spawn_local(self.catch_up());
                }
            }
            Message::Gone(id) => self.workspace.shelf.update(|shelf| shelf.forget(&id)),
            Message::Wanted(id) => {
                if self.current.get_untracked().as_ref() == Some(&id) && !self.workspace.is_followed.get_untracked() {
                    spawn_local(self.hand_over(id));
                }
            }
            Message::Kept(id) => {
                if self.current.get_untracked().as_ref() == Some(&id) && self.workspace.is_followed.get_untracked() {
                    self.workspace.notify(NoticeKind::Warning, self.words().not_handed_over(), false);
                }
            }
        });
        self.kept.update_value(|kept| kept.channel = Some(channel));
    }

    /// Another tab has put a machine into the bin: undo does not lead there any more, and whoever looks at it is told.
    fn tell_deleted(self, head: &Head, is_open: bool) {
        self.trail.update(|trail| trail.forget(&head.id));
        let was_there = self
            .workspace
            .shelf
            .with_untracked(|shelf| shelf.get(&head.id).is_some_and(|before| before.deleted.is_none()));
        if is_open && was_there {
            let text = self.words().machine_deleted(&head.name);
            self.workspace.notify_with(NoticeKind::Warning, text, Offer::BringBack(head.id.clone()));
        }
    }

    fn say(self, message: &Message) {
        self.kept.with_value(|kept| kept.channel.as_ref().map(|channel| channel.say(message)));
    }

    /// Tells other tabs what was written.
    pub(super) fn tell_tabs(self, head: &Head) {
        self.say(&Message::Written(head.clone()));
    }

    /// Tells other tabs that a machine is no more.
    pub(super) fn tell_gone(self, id: MachineId) {
        self.say(&Message::Gone(id));
    }

    /// Asks for the lock of the open machine; while another tab has it, this one follows.
    pub(super) fn claim(self, id: MachineId) {
        let name = lock_name(&id);
        locks::ask(&name, move |asked| match asked {
            Asked::Held(lock) if self.current.get_untracked().as_ref() == Some(&id) => {
                self.kept.update_value(|kept| kept.lock = Some(lock));
            }
            Asked::Held(lock) => lock.release(),
            Asked::Taken if self.current.get_untracked().as_ref() == Some(&id) => self.follow(id),
            Asked::Taken | Asked::Unknown => {}
        });
    }

    /// Lets the lock of the open machine go.
    pub(super) fn release(self) {
        if let Some(lock) = self.kept.try_update_value(|kept| kept.lock.take()).flatten() {
            lock.release();
        }
    }

    /// Does something with a machine that is not open here; where another tab has it, says so and does nothing.
    pub(super) fn alone(self, id: &MachineId, act: impl Future<Output = ()> + 'static) {
        locks::ask(&lock_name(id), move |asked| match asked {
            Asked::Taken => self.workspace.notify(NoticeKind::Warning, self.words().open_in_other_tab(), false),
            Asked::Held(lock) => spawn_local(async move {
                act.await;
                lock.release();
            }),
            Asked::Unknown => spawn_local(act),
        });
    }

    fn follow(self, id: MachineId) {
        self.workspace.is_followed.set(true);
        let wait = locks::wait(&lock_name(&id), move |lock| {
            self.kept.update_value(|kept| kept.wait.take().into_iter().for_each(Wait::forget));
            let is_followed = self.workspace.is_followed.get_untracked();
            if self.current.get_untracked().as_ref() != Some(&id) || !is_followed {
                return lock.release();
            }
            self.kept.update_value(|kept| kept.lock = Some(lock));
            spawn_local(async move {
                self.catch_up().await;
                self.workspace.is_followed.set(false);
                // What was typed in vain meanwhile is not part of the machine.
                self.workspace.show_again();
                self.workspace.say(self.words().yours_to_change().to_owned());
            });
        });
        // A wait that was there before ends: else this tab would stand in line twice, and be its own next one.
        self.kept.update_value(|kept| kept.wait = wait);
    }

    /// Another tab wants to change this machine: what was done here is written, and that tab goes on.
    async fn hand_over(self, id: MachineId) {
        if !self.settle().await {
            return self.say(&Message::Kept(id));
        }
        self.release();
        if self.current.get_untracked().as_ref() == Some(&id) {
            self.follow(id);
        }
    }

    /// Asks the tab that has the machine to hand it over.
    pub(in crate::ui) fn take_here(self) {
        if let Some(id) = self.current.get_untracked() {
            self.say(&Message::Wanted(id));
        }
    }

    /// Goes on with a copy of the machine that another tab has.
    pub(in crate::ui) fn copy_here(self) {
        let mut editor = self.workspace.editor.get_untracked();
        let name = editor.project().name.clone();
        let copy = self.free_name(&name);
        editor.change(crate::edit::Label::new(crate::edit::StepKind::SetName, ""), None, |project| project.name = copy);
        // The copy is stored whole: what was done to come to it is in it.
        editor.take_entries();
        self.adopt(MachineId::of(random::number()), editor, Found { needs_base: true, ..Found::default() });
    }

    /// Shows what was written since this tab last looked.
    async fn catch_up(self) {
        let Some(id) = self.current.get_untracked() else { return };
        let Some(known) = self.kept.with_value(|kept| kept.head.as_ref().map(|head| head.revision)) else { return };
        let mut revision = known;
        if let Some(storage) = self.storage() {
            for (key, text) in storage.read(&Key::all_entries(&id)).await {
                let follows = Key::revision(&key) == Some(revision + 1);
                if let Some(entries) = serde_json::from_str::<Vec<Entry>>(&text).ok().filter(|_| follows) {
                    self.workspace.replay(entries);
                    revision += 1;
                }
            }
        }
        let written = self.workspace.shelf.with_untracked(|shelf| shelf.get(&id).cloned());
        if let Some(head) = written.filter(|head| head.revision == revision) {
            return self.kept.update_value(|kept| (kept.head, kept.database_head) = (Some(head.clone()), Some(head)));
        }
        if let Ok((editor, found)) = self.read(&id).await {
            self.kept.update_value(|kept| {
                (kept.head, kept.database_head) = (found.head, found.database_head);
                kept.journal_size = found.journal_size;
            });
            self.workspace.replace(editor);
        }
    }
}
