//! The JSON text of a file, whether it is written in JSON or in YAML.

use super::{Detected, MappedText, detect};
use crate::text::Span;

/// Why a text cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// What the parser says, in English.
    pub message: String,
    /// Where it stopped; empty.
    pub span: Span,
}

/// The JSON text of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DefinitionText {
    /// The text with the way back to the file.
    pub made: MappedText,
    /// Scalars of a YAML file that readers of YAML 1.1 (SAM, Terraform, the AWS CLI) take for another value: `yes`, `010`,
    /// `2024-01-01`.
    pub read_otherwise: Vec<Span>,
}

/// The JSON text of a file, and the way back to its lines. JSON stays as it is, with all its faults: they are for the
/// checks to find. What is named `.yaml` or `.yml`, or looks like YAML, is read as YAML, in which every value keeps its
/// place.
///
/// # Errors
/// When it is YAML that is broken, or that JSON has no form for (several documents, objects as keys), or when this build
/// has no YAML (feature `yaml`).
pub fn definition_text(name: &str, text: &str) -> Result<DefinitionText, Unreadable> {
    let name = name.to_ascii_lowercase();
    let is_yaml = name.ends_with(".yaml")
        || name.ends_with(".yml")
        || (!name.ends_with(".json") && detect(text) == Detected::Yaml);
    if is_yaml {
        from_yaml(text)
    } else {
        Ok(DefinitionText { made: MappedText::original(text), ..DefinitionText::default() })
    }
}

#[cfg(feature = "yaml")]
fn from_yaml(text: &str) -> Result<DefinitionText, Unreadable> {
    super::yaml::to_json(text)
}

#[cfg(not(feature = "yaml"))]
fn from_yaml(_: &str) -> Result<DefinitionText, Unreadable> {
    Err(Unreadable { message: "YAML is not read here".to_owned(), span: Span::empty(0) })
}
