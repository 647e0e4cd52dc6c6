//! What is saved between sessions: the format, its versions and migrations.

use crate::mock::Mocks;
use serde::{Deserialize, Serialize};

/// The version that this program writes.
pub const VERSION: u32 = 1;

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
        Some(VERSION) => serde_json::from_value(value).map_err(|_| Unreadable::Malformed),
        Some(version) if version > VERSION => Err(Unreadable::TooNew { version }),
        _ => Err(Unreadable::Malformed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn comes_back_as_it_was() {
        let project = Project {
            version: VERSION,
            name: "order.asl.json".into(),
            text: "\u{feff}{\r\n 1.0".into(),
            input: "{".into(),
            mocks: crate::learn::find("order").unwrap().mocks(),
        };
        assert_eq!(decode(&encode(&project)), Ok(project));
    }

    #[test]
    fn says_why_it_cannot_be_read() {
        assert_eq!(decode("{}"), Err(Unreadable::Malformed));
        assert_eq!(decode("nonsense"), Err(Unreadable::Malformed));
        assert_eq!(decode(r#"{"version": 99}"#), Err(Unreadable::TooNew { version: 99 }));
    }
}
