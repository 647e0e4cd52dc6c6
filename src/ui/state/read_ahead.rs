//! Attached files that only the reader can read: it is loaded for them before a run starts, once for each.

use super::{Machines, NoticeKind, Workspace};
use crate::project::Neighbour;
use crate::sim::{DataFile, DataFiles, needs_reader};
use crate::ui::platform::reader::read_ahead;
use leptos::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What was read, with the content that it was read of; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct ReadAhead {
    workspace: Workspace,
    known: StoredValue<Vec<(Arc<[u8]>, DataFile)>>,
}

impl ReadAhead {
    pub(super) fn new(machines: Machines) -> Self {
        Self { workspace: machines.workspace, known: StoredValue::new(Vec::new()) }
    }

    /// What the attached files hold that need it; none when the reader could not be loaded.
    pub(super) async fn data_files(self, machines: &BTreeMap<String, Neighbour>) -> Option<DataFiles> {
        let files = self.workspace.files.get_untracked();
        let of_machine = |text: &str| text.contains("\"PARQUET\"");
        let is_parquet_read = self.workspace.document.with_untracked(|document| of_machine(document.text()))
            || machines.values().any(|machine| of_machine(&machine.text));
        let (mut found, mut kept) = (DataFiles::new(), Vec::new());
        for (bucket, keys) in &files.buckets {
            for (key, content) in keys {
                // An Athena manifest tells formats by the names of files.
                if !needs_reader(&content.0, is_parquet_read || key.contains(".parquet")) {
                    continue;
                }
                let file = self.data_file(key, &content.0).await?;
                kept.push((Arc::clone(&content.0), file.clone()));
                found.entry(bucket.clone()).or_default().insert(key.clone(), file);
            }
        }
        self.known.set_value(kept);
        Some(found)
    }

    async fn data_file(self, key: &str, content: &Arc<[u8]>) -> Option<DataFile> {
        let is_same = |(of, _): &&(Arc<[u8]>, DataFile)| Arc::ptr_eq(of, content);
        let known = self.known.with_value(|known| known.iter().find(is_same).map(|(_, file)| file.clone()));
        if known.is_some() {
            return known;
        }
        let file = read_ahead(content).await?;
        if file.is_too_large {
            let words = self.workspace.language.get_untracked().messages();
            self.workspace.notify(NoticeKind::Warning, words.file_too_large_inside(key), false);
        }
        Some(file)
    }
}
