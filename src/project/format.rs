//! A project as JSON text: what is written, and what is read of this and earlier versions.
//!
//! Reading is patient: a text that was cut off, or a field of a wrong type, costs what it is about and no more, and is told.

use super::Project;
use super::name::{parts, valid_name};
use crate::mock::{Files, Mocks};
use crate::text::json;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize, Serializer};
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The version that this program writes. Version 1 had no files, no other machines and no type of execution; version 2 no
/// places by hand; version 3 no extension, and the machines that it starts whole instead of links to them.
pub const VERSION: u32 = 4;

/// A machine that another one starts, with what its services answer.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Neighbour {
    /// The definition.
    pub text: String,
    /// What its services answer.
    #[serde(default)]
    pub mocks: Mocks,
}

/// Why a stored project cannot be read at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// It is no project.
    Malformed,
    /// A later version of Pasos wrote it.
    TooNew {
        /// Its version.
        version: u32,
    },
}

/// What was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Decoded {
    /// The project, with what could be read.
    pub project: Project,
    /// Machines that it held whole, as projects up to version 3 did; by name.
    pub neighbours: BTreeMap<String, Neighbour>,
    /// The fields that could not be read, and so are as in a new project.
    pub unread: Vec<&'static str>,
    /// Whether the text ends before the project does.
    pub is_cut_off: bool,
}

#[derive(Serialize)]
struct Stored<'a> {
    version: u32,
    name: &'a str,
    extension: &'a str,
    text: &'a str,
    input: &'a str,
    mocks: &'a Mocks,
    files: &'a Files,
    execution_type: crate::asl::ExecutionType,
    #[serde(skip_serializing_if = "str::is_empty")]
    start_time: &'a str,
    silenced: &'a [crate::check::Silence],
    placements: &'a crate::edit::Placements,
    linked: &'a BTreeMap<String, super::MachineId>,
}

impl Serialize for Project {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Stored {
            version: VERSION,
            name: &self.name,
            extension: &self.extension,
            text: self.document.text(),
            input: &self.input,
            mocks: &self.mocks,
            files: &self.files,
            execution_type: self.execution_type,
            start_time: &self.start_time,
            silenced: &self.silenced,
            placements: &self.placements,
            linked: &self.linked,
        }
        .serialize(serializer)
    }
}

/// Writes a project as text.
pub fn encode(project: &Project) -> String {
    // Plain data with text keys always becomes JSON.
    serde_json::to_string(project).unwrap_or_default()
}

/// Reads a project of this or an earlier version.
///
/// # Errors
/// When the text is no project, or one of a later version.
pub fn decode(text: &str) -> Result<Decoded, Unreadable> {
    let (value, is_cut_off) = patient_value(text);
    let decoded = decode_value(value.ok_or(Unreadable::Malformed)?)?;
    Ok(Decoded { is_cut_off, ..decoded })
}

/// What JSON says, and whether it is cut off or broken somewhere; then the value holds what could be read.
pub(super) fn patient_value(text: &str) -> (Option<Value>, bool) {
    if let Ok(value) = serde_json::from_str(text) {
        return (Some(value), false);
    }
    let parsed = json::parse(text);
    (parsed.tree.root().map(|root| parsed.tree.value(text, root)), true)
}

/// Reads a project that stands in a larger text.
pub(super) fn decode_value(value: Value) -> Result<Decoded, Unreadable> {
    let Value::Object(mut fields) = value else { return Err(Unreadable::Malformed) };
    let version = fields.get("version").and_then(Value::as_u64).and_then(|version| u32::try_from(version).ok());
    let version = version.ok_or(Unreadable::Malformed)?;
    if version > VERSION {
        return Err(Unreadable::TooNew { version });
    }
    let Some(Value::String(text)) = fields.remove("text") else { return Err(Unreadable::Malformed) };
    let mut reading = Reading { fields, unread: Vec::new() };
    let mut project = Project::new(reading.take::<String>("name"), text);
    // Only the end of a file's name that a definition can have: the rest of a path may lead anywhere.
    project.extension = parts(&reading.take_or("extension", || Project::EXTENSION.to_owned())).1;
    project.input = reading.take("input");
    if version < 4 {
        (project.name, project.extension) = parts(&project.name);
        // An input that nobody had touched was stored like one that somebody gave.
        if project.input.trim() == "{}" {
            project.input.clear();
        }
    }
    project.name = valid_name(&project.name).unwrap_or_default();
    project.mocks = Arc::new(reading.take("mocks"));
    let mut files: Files = reading.take("files");
    // A bucket is there while it holds something: it comes and goes with its keys.
    files.buckets.retain(|_, keys| !keys.is_empty());
    project.files = Arc::new(files);
    project.execution_type = reading.take("execution_type");
    project.start_time = reading.take("start_time");
    project.silenced = reading.take("silenced");
    project.placements = reading.take("placements");
    project.linked = reading.take("linked");
    let neighbours = reading.take("machines");
    Ok(Decoded { project, neighbours, unread: reading.unread, is_cut_off: false })
}

struct Reading {
    fields: Map<String, Value>,
    unread: Vec<&'static str>,
}

impl Reading {
    fn take<T: DeserializeOwned + Default>(&mut self, field: &'static str) -> T {
        self.take_or(field, T::default)
    }

    fn take_or<T: DeserializeOwned>(&mut self, field: &'static str, or: impl FnOnce() -> T) -> T {
        let Some(value) = self.fields.remove(field) else { return or() };
        serde_json::from_value(value).unwrap_or_else(|_| {
            self.unread.push(field);
            or()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asl::ExecutionType;
    use crate::check::Silence;
    use crate::layout::Shift;
    use crate::project::MachineId;

    fn full() -> Project {
        let mut project = Project::new("order", "\u{feff}{\r\n 1.0");
        project.extension = ".json".to_owned();
        project.input = "{".to_owned();
        project.mocks = Arc::new(crate::learn::find("order").unwrap().mocks());
        project.change_files(|files| files.put("b", "k", *b"x"));
        project.execution_type = ExecutionType::Express;
        project.start_time = "2026-03-01T08:00:00Z".to_owned();
        project.silenced = vec![Silence { rule: "unreachable-state".to_owned(), state: Some("A".to_owned()) }];
        project.placements.insert("A".to_owned(), Shift { across: 12.5, along: -40.0 });
        project.linked.insert("Other".to_owned(), MachineId::of(7));
        project
    }

    #[test]
    fn comes_back_as_it_was() {
        let decoded = decode(&encode(&full())).unwrap();
        assert_eq!(decoded.project, full());
        assert_eq!((decoded.unread, decoded.is_cut_off), (Vec::new(), false));
    }

    #[test]
    fn the_first_version_is_read_too() {
        let text = r#"{"version": 1, "name": "a.json", "text": "{}", "input": "1", "mocks": {"states": {}}}"#;
        let project = decode(text).unwrap().project;
        assert_eq!((&*project.name, &*project.extension, &*project.input), ("a", ".json", "1"));
    }

    #[test]
    fn the_third_version_gives_its_machines_and_an_untouched_input_is_none() {
        let text = r#"{"version": 3, "name": "a.asl.json", "text": "{}", "input": "{}", "mocks": {"states": {}},
            "machines": {"Other": {"text": "{}"}}}"#;
        let decoded = decode(text).unwrap();
        assert_eq!(decoded.project.input, "");
        assert_eq!(decoded.neighbours.keys().collect::<Vec<_>>(), ["Other"]);
    }

    #[test]
    fn a_wrong_type_costs_its_field_only() {
        let text = r#"{"version": 4, "name": 5, "text": "{}", "input": "7", "silenced": {}, "mocks": "none"}"#;
        let decoded = decode(text).unwrap();
        assert_eq!(decoded.unread, ["name", "mocks", "silenced"]);
        assert_eq!(decoded.project.input, "7");
    }

    #[test]
    fn what_was_cut_off_opens_as_far_as_it_goes() {
        let whole = encode(&full());
        let decoded = decode(&whole[..whole.len() - 40]).unwrap();
        assert!(decoded.is_cut_off);
        assert_eq!(decoded.project.document, full().document);
    }

    #[test]
    fn says_why_it_cannot_be_read() {
        for text in ["{}", "nonsense", "[1]", r#"{"version": 4, "text": 5}"#, r#"{"version": -1, "text": ""}"#] {
            assert_eq!(decode(text), Err(Unreadable::Malformed), "{text}");
        }
        assert_eq!(decode(r#"{"version": 99}"#), Err(Unreadable::TooNew { version: 99 }));
    }
}
