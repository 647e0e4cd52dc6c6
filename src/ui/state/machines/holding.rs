//! Machines that nothing would store: they live in memory as long as the tab does, and are tried again.

use super::Machines;
use super::opening::Found;
use super::writing::head_after;
use crate::project::{Editor, Head, MachineId, rebase};
use crate::ui::platform::random;
use crate::ui::platform::storage::NotStored;
use crate::ui::state::{NoticeKind, SavedState};
use leptos::prelude::*;

/// A machine in memory.
#[derive(Clone)]
pub(super) struct Held {
    pub(super) editor: Editor,
    /// Its lines on the shelf as they were stored last, wherever that was; none for one that never was.
    pub(super) head: Option<Head>,
    /// The same as the database has them.
    pub(super) database_head: Option<Head>,
}

impl Held {
    /// A machine that was never stored.
    pub(super) fn new(editor: Editor) -> Self {
        Self { editor, head: None, database_head: None }
    }

    pub(super) fn found(self) -> (Editor, Found) {
        let Self { editor, head, database_head } = self;
        (editor, Found { head, database_head, needs_base: true, ..Found::default() })
    }
}

impl Machines {
    /// Keeps a machine in memory that nothing would store.
    pub(super) fn hold(self, id: MachineId, held: Held) {
        let head = head_after(held.head.as_ref(), id.clone(), held.editor.project());
        self.workspace.shelf.update(|shelf| shelf.put(head));
        self.kept.update_value(|kept| drop(kept.held.insert(id, held)));
        self.workspace.saved.set(SavedState::Failed);
    }

    /// Keeps the open machine in memory, which is about to be left.
    pub(super) fn hold_open(self, id: MachineId, editor: Editor) {
        let (head, database_head) = self.kept.with_value(|kept| (kept.head.clone(), kept.database_head.clone()));
        self.hold(id, Held { editor, head, database_head });
    }

    /// Writes the machines that are held in memory; says whether none is left.
    pub(super) async fn store_held(self) -> bool {
        let all = self.kept.with_value(|kept| kept.held.clone());
        for (id, held) in all {
            let after = head_after(held.head.as_ref(), id.clone(), held.editor.project());
            let batch = rebase(held.database_head.as_ref(), &after, &held.editor);
            let is_stored = match self.try_store(batch, after).await {
                Ok(()) => true,
                // Another tab has changed it meanwhile, and what is held becomes a machine of its own.
                Err(NotStored::Overtaken) => {
                    let mut project = held.editor.project().clone();
                    let name = std::mem::take(&mut project.name);
                    project.name = self.free_name(&name);
                    let notice = self.words().became_copy(&name, &project.name);
                    let is_stored = self.put_on_shelf(MachineId::of(random::number()), project).await;
                    if is_stored {
                        self.workspace.notify(NoticeKind::Warning, notice, false);
                    }
                    is_stored
                }
                Err(NotStored::Full | NotStored::Refused) => false,
            };
            if is_stored {
                self.kept.update_value(|kept| drop(kept.held.remove(&id)));
            }
        }
        self.kept.with_value(|kept| kept.held.is_empty())
    }
}
