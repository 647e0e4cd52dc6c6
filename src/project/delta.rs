//! How one project differs from another, as data: what a step of the history does or takes back.

use super::Project;
use super::shelf::MachineId;
use crate::asl::ExecutionType;
use crate::check::Silence;
use crate::layout::Shift;
use crate::mock::{Bytes, Sequence};
use crate::text::Edits;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Values that come in place of others; none where one goes.
type Changes<Value> = BTreeMap<String, Option<Value>>;

/// What changes. Fields that stay as they are stand for nothing.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Delta {
    /// Edits of the definition, each of the text that the one before it leaves.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    text: Vec<Edits>,
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    extension: Option<String>,
    /// Edits of the input, likewise.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    input: Vec<Edits>,
    #[serde(skip_serializing_if = "Option::is_none")]
    execution_type: Option<ExecutionType>,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    silenced: Option<Vec<Silence>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    placements: Changes<Shift>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    mocks: Changes<Sequence>,
    #[serde(skip_serializing_if = "Option::is_none")]
    mocks_are_complete: Option<bool>,
    /// By bucket, then by key. A bucket goes with its last key.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    files: BTreeMap<String, Changes<Bytes>>,
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    linked: Changes<MachineId>,
}

impl Delta {
    /// What turns `before` into `after`.
    pub fn between(before: &Project, after: &Project) -> Self {
        let is_same = Arc::ptr_eq(&before.document, &after.document);
        let text = if is_same { Edits::none() } else { Edits::between(before.document.text(), after.document.text()) };
        Self { text: some(text), ..Self::beside_text(before, after) }
    }

    /// What turns `before` into `after`, where `edits` do so with the text.
    pub(super) fn with_text(before: &Project, after: &Project, edits: Edits) -> Self {
        Self { text: some(edits), ..Self::beside_text(before, after) }
    }

    fn beside_text(before: &Project, after: &Project) -> Self {
        let is_other = |a: &String, b: &String| (a != b).then(|| b.clone());
        let (mut mocks, mut files) = (Changes::new(), BTreeMap::new());
        if !Arc::ptr_eq(&before.mocks, &after.mocks) {
            mocks = changes(&before.mocks.states, &after.mocks.states);
        }
        if !Arc::ptr_eq(&before.files, &after.files) {
            let (old, new) = (&before.files.buckets, &after.files.buckets);
            let none = BTreeMap::new();
            for bucket in old.keys().chain(new.keys()) {
                let keys = changes(old.get(bucket).unwrap_or(&none), new.get(bucket).unwrap_or(&none));
                if !keys.is_empty() {
                    files.insert(bucket.clone(), keys);
                }
            }
        }
        Self {
            text: Vec::new(),
            name: is_other(&before.name, &after.name),
            extension: is_other(&before.extension, &after.extension),
            input: some(Edits::between(&before.input, &after.input)),
            execution_type: (before.execution_type != after.execution_type).then_some(after.execution_type),
            start_time: is_other(&before.start_time, &after.start_time),
            silenced: (before.silenced != after.silenced).then(|| after.silenced.clone()),
            placements: changes(&before.placements, &after.placements),
            mocks,
            mocks_are_complete: (before.mocks.are_complete != after.mocks.are_complete)
                .then_some(after.mocks.are_complete),
            files,
            linked: changes(&before.linked, &after.linked),
        }
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The project after the change. Edits that do not fit (they were made for another text) are left out.
    pub fn apply(&self, project: &mut Project) {
        if !self.text.is_empty() {
            let text = replayed(&self.text, project.document.text());
            project.document = Arc::new(crate::asl::Document::new(text));
        }
        project.input = replayed(&self.input, &project.input);
        take(&mut project.name, self.name.as_ref());
        take(&mut project.extension, self.extension.as_ref());
        take(&mut project.execution_type, self.execution_type.as_ref());
        take(&mut project.start_time, self.start_time.as_ref());
        take(&mut project.silenced, self.silenced.as_ref());
        apply_changes(&mut project.placements, &self.placements);
        apply_changes(&mut project.linked, &self.linked);
        if !self.mocks.is_empty() || self.mocks_are_complete.is_some() {
            project.change_mocks(|mocks| {
                apply_changes(&mut mocks.states, &self.mocks);
                take(&mut mocks.are_complete, self.mocks_are_complete.as_ref());
            });
        }
        if !self.files.is_empty() {
            project.change_files(|files| {
                for (bucket, keys) in &self.files {
                    let held = files.buckets.entry(bucket.clone()).or_default();
                    apply_changes(held, keys);
                    if held.is_empty() {
                        files.buckets.remove(bucket);
                    }
                }
            });
        }
    }

    /// This change and then another one, as one.
    #[must_use]
    pub fn then(mut self, next: Self) -> Self {
        append(&mut self.text, next.text);
        append(&mut self.input, next.input);
        self.name = next.name.or(self.name);
        self.extension = next.extension.or(self.extension);
        self.execution_type = next.execution_type.or(self.execution_type);
        self.start_time = next.start_time.or(self.start_time);
        self.silenced = next.silenced.or(self.silenced);
        self.placements.extend(next.placements);
        self.mocks.extend(next.mocks);
        self.mocks_are_complete = next.mocks_are_complete.or(self.mocks_are_complete);
        self.linked.extend(next.linked);
        for (bucket, keys) in next.files {
            self.files.entry(bucket).or_default().extend(keys);
        }
        self
    }

    /// About how many bytes it takes up.
    pub(super) fn size(&self) -> usize {
        let of_edits = |list: &[Edits]| -> usize {
            list.iter().flat_map(Edits::iter).map(|edit| edit.insert.len() + size_of_val(edit)).sum()
        };
        let of_files = self.files.values().flatten();
        let of_files: usize = of_files.map(|(key, bytes)| key.len() + bytes.as_ref().map_or(0, |b| b.0.len())).sum();
        // What services answer is plain data of any shape: its length as text stands for its size.
        let of_mocks =
            self.mocks.values().flatten().map(|sequence| serde_json::to_string(sequence).map_or(0, |t| t.len()));
        let few = size_of::<Self>() + 64 * (self.placements.len() + self.linked.len() + self.mocks.len());
        few + of_edits(&self.text) + of_edits(&self.input) + of_files + of_mocks.sum::<usize>()
    }
}

fn some(edits: Edits) -> Vec<Edits> {
    if edits.is_empty() { Vec::new() } else { vec![edits] }
}

fn take<Value: Clone>(place: &mut Value, value: Option<&Value>) {
    if let Some(value) = value {
        place.clone_from(value);
    }
}

fn replayed(list: &[Edits], text: &str) -> String {
    list.iter().fold(text.to_owned(), |text, edits| edits.apply(&text))
}

/// Adds edits to a list; a key typed behind the one before becomes one with it.
fn append(list: &mut Vec<Edits>, next: Vec<Edits>) {
    for edits in next {
        match list.last_mut().and_then(|last| Some((last.joined(&edits)?, last))) {
            Some((joined, last)) => *last = joined,
            None => list.push(edits),
        }
    }
}

fn changes<Value: Clone + PartialEq>(
    before: &BTreeMap<String, Value>,
    after: &BTreeMap<String, Value>,
) -> Changes<Value> {
    let new = after.iter().filter(|(key, value)| before.get(*key) != Some(value));
    let gone = before.keys().filter(|key| !after.contains_key(*key));
    new.map(|(key, value)| (key.clone(), Some(value.clone()))).chain(gone.map(|key| (key.clone(), None))).collect()
}

fn apply_changes<Value: Clone>(map: &mut BTreeMap<String, Value>, changes: &Changes<Value>) {
    for (key, value) in changes {
        match value {
            Some(value) => drop(map.insert(key.clone(), value.clone())),
            None => drop(map.remove(key)),
        }
    }
}
