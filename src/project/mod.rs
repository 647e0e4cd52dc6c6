//! What is saved between sessions: the format, its versions and migrations.

use crate::check::Silence;
use crate::edit::Placements;
use crate::mock::{Files, Mocks};
use crate::sim::ExecutionType;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version that this program writes. Version 1 had no files, no other machines and no type of execution; version 2 no
/// places by hand.
pub const VERSION: u32 = 3;

/// Another machine of the workspace, which `states:startExecution` can start.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Neighbour {
    /// The definition.
    pub text: String,
    /// What its services answer.
    #[serde(default)]
    pub mocks: Mocks,
}

/// All that a person has made.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Project {
    /// The format's version.
    pub version: u32,
    /// What the file is called.
    pub name: String,
    /// The definition, byte for byte.
    pub text: String,
    /// The input of runs, as typed.
    pub input: String,
    /// What services answer.
    #[serde(default)]
    pub mocks: Mocks,
    /// What S3 holds in a run.
    #[serde(default)]
    pub files: Files,
    /// Other machines, by name.
    #[serde(default)]
    pub machines: BTreeMap<String, Neighbour>,
    /// How it is run.
    #[serde(default)]
    pub execution_type: ExecutionType,
    /// Rules of the checker that are switched off.
    #[serde(default)]
    pub silenced: Vec<Silence>,
    /// Where states stand that a person has moved: how far from where the layout would put them.
    #[serde(default)]
    pub placements: Placements,
}

/// Why a saved project cannot be read.
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

/// Writes a project as text.
pub fn encode(project: &Project) -> String {
    // Plain data with text keys always becomes JSON.
    serde_json::to_string(project).unwrap_or_default()
}

/// Reads a project of this or an earlier version.
///
/// # Errors
/// When the text is no project, or one of a later version.
pub fn decode(text: &str) -> Result<Project, Unreadable> {
    let value: serde_json::Value = serde_json::from_str(text).map_err(|_| Unreadable::Malformed)?;
    let version = value["version"].as_u64().and_then(|version| u32::try_from(version).ok());
    match version {
        Some(1..=VERSION) => serde_json::from_value(value)
            .map(|project: Project| Project { version: VERSION, ..project })
            .map_err(|_| Unreadable::Malformed),
        Some(version) if version > VERSION => Err(Unreadable::TooNew { version }),
        _ => Err(Unreadable::Malformed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout::Shift;

    #[test]
    fn comes_back_as_it_was() {
        let project = Project {
            version: VERSION,
            name: "order.asl.json".into(),
            text: "\u{feff}{\r\n 1.0".into(),
            input: "{".into(),
            mocks: crate::learn::find("order").unwrap().mocks(),
            files: Files::default(),
            machines: BTreeMap::from([("Other".to_owned(), Neighbour::default())]),
            execution_type: ExecutionType::Express,
            silenced: vec![Silence { rule: "unreachable-state".to_owned(), state: Some("A".to_owned()) }],
            placements: Placements::from([("A".to_owned(), Shift { across: 12.5, along: -40.0 })]),
        };
        assert_eq!(decode(&encode(&project)), Ok(project));
    }

    #[test]
    fn the_first_version_is_read_too() {
        let text = r#"{"version": 1, "name": "a.json", "text": "{}", "input": "1", "mocks": {"states": {}}}"#;
        let project = decode(text).unwrap();
        assert_eq!((project.version, project.name.as_str(), project.input.as_str()), (VERSION, "a.json", "1"));
        assert_eq!(project.silenced, []);
    }

    #[test]
    fn says_why_it_cannot_be_read() {
        assert_eq!(decode("{}"), Err(Unreadable::Malformed));
        assert_eq!(decode("nonsense"), Err(Unreadable::Malformed));
        assert_eq!(decode(r#"{"version": 99}"#), Err(Unreadable::TooNew { version: 99 }));
    }
}
