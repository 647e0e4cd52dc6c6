//! What a check is told beside the definition.

use super::OPTIONAL;
use crate::asl::ExecutionType;
use crate::mock::Mocks;
use crate::services::Services;
use crate::text::Span;
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A rule that is switched off, everywhere or at one state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Silence {
    /// The rule's name.
    pub rule: String,
    /// The state's name; none for the whole machine.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub state: Option<String>,
}

/// What is known of a definition that stood in another file, or was made from one. Places are those of the definition.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// Values that are filled in when the template is deployed: what they hold is unknown, not absent.
    #[serde(default)]
    pub unknown: Vec<Span>,
    /// Scalars of YAML that other readers take for another value, each as it is written there.
    #[serde(default)]
    pub read_otherwise: Vec<(Span, String)>,
    /// The names for which the template gives values; none where that is not known.
    #[serde(default)]
    pub substitutions: Option<Vec<String>>,
    /// Whether the definition is a file of its own, in which nothing but these is filled in.
    #[serde(default)]
    pub is_file: bool,
    /// Whether the template switches logs on; none where that is not known.
    #[serde(default)]
    pub is_logged: Option<bool>,
    /// Whether the template switches tracing on; none where that is not known.
    #[serde(default)]
    pub is_traced: Option<bool>,
}

/// What a check is told. Settings of the project: the definition itself is never altered for them.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Options {
    /// Standard or Express.
    #[serde(default)]
    pub execution_type: ExecutionType,
    /// An example input, from which the shape of the data is inferred.
    #[serde(default)]
    pub input: Option<Value>,
    /// What services answer, for the shape of their results.
    #[serde(default)]
    pub mocks: Mocks,
    /// Rules that are switched off.
    #[serde(default)]
    pub silenced: Vec<Silence>,
    /// What is known of the services: no setting, but handed in by whoever checks.
    #[serde(skip)]
    pub services: Services,
    /// Rules that are switched on, of those that are off unless they are asked for.
    #[serde(default)]
    pub enabled: Vec<String>,
    /// Where the definition comes from.
    #[serde(default)]
    pub origin: Origin,
}

impl Options {
    /// Whether a rule that is off unless it is asked for was not asked for.
    pub fn is_left_off(&self, rule: &str) -> bool {
        OPTIONAL.contains(&rule) && !self.enabled.iter().any(|enabled| enabled == rule)
    }

    /// Whether what a rule finds at a state is not to be told.
    pub fn is_silenced(&self, rule: &str, state: Option<&str>) -> bool {
        self.silenced
            .iter()
            .any(|silence| silence.rule == rule && (silence.state.is_none() || silence.state.as_deref() == state))
    }
}
