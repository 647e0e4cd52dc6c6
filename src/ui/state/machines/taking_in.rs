//! What comes from outside: what it is decides what happens. A definition opens, a project opens, a file of machines puts
//! them on the shelf, data is attached where it was dropped; anything else is refused and changes nothing.

use super::Machines;
use crate::import::{Detected, detect, is_data_file, unreadable};
use crate::project::{Decoded, MachineId, Project, Unreadable, decode, free_name, project_name, read_backup};
use crate::ui::platform::{file, random};
use crate::ui::state::NoticeKind;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::BTreeMap;

/// How large a file with a definition may be, in bytes: the largest that AWS takes has one megabyte.
const MAX_TEXT: f64 = 32.0 * 1024.0 * 1024.0;

/// How large one file of S3 may be, in bytes: it is kept in the browser with the project.
pub(in crate::ui) const MAX_OBJECT: f64 = 20.0 * 1024.0 * 1024.0;

/// The bucket that dropped data goes to.
pub(in crate::ui) const FIRST_BUCKET: &str = "my-bucket";

impl Machines {
    /// Opens a file that was chosen.
    pub(in crate::ui) fn open_file(self, chosen: web_sys::File) {
        spawn_local(async move {
            let name = chosen.name();
            if let Some(text) = self.read_text(&chosen).await {
                self.open_text(&name, text);
            }
        });
    }

    /// Takes in a file that was dropped on the page: data is attached.
    pub(in crate::ui) fn drop_file(self, dropped: web_sys::File) {
        spawn_local(async move {
            let name = dropped.name();
            if !is_data_file(&name) {
                if let Some(text) = self.read_text(&dropped).await {
                    self.open_text(&name, text);
                }
                return;
            }
            if dropped.size() > MAX_OBJECT {
                return self.warn(self.words().file_too_large(&name));
            }
            let Some(bytes) = file::read_bytes(&dropped).await else {
                return self.warn(self.words().named_file_unreadable(&name));
            };
            let text = std::str::from_utf8(&bytes).ok().filter(|_| name.to_ascii_lowercase().ends_with("json"));
            match text.map(|text| (detect(text), text)) {
                Some((Detected::OtherJson, _)) | None => {
                    if self.workspace.change_files(|files| files.put(FIRST_BUCKET, &name, bytes)) {
                        let uri = format!("s3://{FIRST_BUCKET}/{name}");
                        self.workspace.notify(NoticeKind::Information, self.words().attached(&uri), false);
                    }
                }
                Some((_, text)) => self.open_text(&name, text.to_owned()),
            }
        });
    }

    async fn read_text(self, file: &web_sys::File) -> Option<String> {
        if file.size() > MAX_TEXT {
            self.warn(self.words().file_too_large(&file.name()));
            return None;
        }
        let text = file::read(file).await;
        if text.is_none() {
            self.warn(self.words().file_unreadable());
        }
        text
    }

    fn warn(self, text: impl Into<String>) {
        self.workspace.notify(NoticeKind::Warning, text, false);
    }

    /// Opens a text as a machine of its own, if it is one.
    pub(in crate::ui) fn open_text(self, file_name: &str, text: String) {
        let words = self.words();
        match unreadable(&text).unwrap_or_else(|| detect(&text)) {
            Detected::Empty => self.warn(words.file_empty()),
            Detected::Binary => self.warn(words.file_binary()),
            Detected::OtherJson => self.warn(words.file_not_machine()),
            Detected::OtherText => self.warn(words.file_other_text()),
            Detected::Template => self.warn(words.file_template()),
            Detected::History => self.warn(words.file_history()),
            Detected::Yaml => self.warn(words.file_yaml()),
            Detected::Project => self.open_project(&text),
            Detected::Machines => self.take_in_machines(&text),
            Detected::Definition => {
                let (name, extension) = project_name(file_name);
                self.add(Project { extension, ..Project::new(name, text) });
                self.workspace.notify(NoticeKind::Information, format!("{}: {file_name}", words.opened()), false);
            }
        }
    }

    fn open_project(self, text: &str) {
        let words = self.words();
        match decode(text) {
            Err(Unreadable::Malformed) => self.warn(words.file_not_machine()),
            Err(Unreadable::TooNew { .. }) => self.warn(words.machine_too_new("")),
            Ok(decoded) => {
                if decoded.is_cut_off || !decoded.unread.is_empty() {
                    self.warn(words.read_in_part(&decoded.unread.join(", ")));
                }
                let Decoded { mut project, neighbours, .. } = decoded;
                // Machines of other browsers have other ids here.
                project.linked.clear();
                self.in_turn(async move {
                    let project = self.with_neighbours(project, neighbours).await;
                    self.add(project);
                });
            }
        }
    }

    /// Puts machines that a project of an earlier version held on the shelf, and links it to them.
    pub(super) async fn with_neighbours(
        self,
        mut project: Project,
        neighbours: BTreeMap<String, crate::project::Neighbour>,
    ) -> Project {
        for (name, neighbour) in neighbours {
            let mut other = Project::new(self.free_name(&name), neighbour.text);
            other.mocks = neighbour.mocks.into();
            let id = MachineId::of(random::number());
            project.linked.insert(name, id.clone());
            self.put_or_hold(id, other).await;
        }
        project
    }

    fn take_in_machines(self, text: &str) {
        let Ok(backup) = read_backup(text) else { return self.warn(self.words().file_not_machine()) };
        let new_ids: BTreeMap<MachineId, MachineId> =
            backup.machines.iter().map(|(id, _)| (id.clone(), MachineId::of(random::number()))).collect();
        self.in_turn(async move {
            let n_machines = backup.machines.len();
            for (id, mut project) in backup.machines {
                project.name = self.free_name(&project.name);
                let links = std::mem::take(&mut project.linked).into_iter();
                project.linked = links.filter_map(|(name, id)| Some((name, new_ids.get(&id)?.clone()))).collect();
                if let Some(id) = new_ids.get(&id) {
                    self.put_or_hold(id.clone(), project).await;
                }
            }
            let words = self.words();
            self.workspace.notify(NoticeKind::Information, words.n_taken_in(n_machines), false);
            if backup.n_unread > 0 {
                self.warn(words.n_machines_unread(backup.n_unread));
            }
            self.shelf_opened.update(|opened| *opened += 1);
        });
    }

    /// The name, or one with a number where the shelf has it already.
    pub(super) fn free_name(self, name: &str) -> String {
        self.workspace.shelf.with_untracked(|shelf| free_name(name, |name| shelf.has_name(name, None)))
    }

    /// Puts files into S3.
    pub(in crate::ui) fn attach(self, bucket: &str, key: &str, bytes: Vec<u8>) {
        self.workspace.change_files(|files| files.put(bucket, key, bytes));
    }

    /// Puts a definition on the shelf and links it to the open machine under its name.
    pub(in crate::ui) fn attach_machine(self, file_name: &str, text: String) {
        let (name, extension) = project_name(file_name);
        let project = Project { extension, ..Project::new(self.free_name(&name), text) };
        let id = MachineId::of(random::number());
        self.in_turn(async move {
            self.put_or_hold(id.clone(), project).await;
            self.workspace.set_linked(&name, Some(id));
        });
    }
}
