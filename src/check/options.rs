//! What a check is told beside the definition.

use crate::asl::ExecutionType;
use crate::mock::Mocks;
use crate::services::Services;
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
}

impl Options {
    /// Whether what a rule finds at a state is not to be told.
    pub fn is_silenced(&self, rule: &str, state: Option<&str>) -> bool {
        self.silenced
            .iter()
            .any(|silence| silence.rule == rule && (silence.state.is_none() || silence.state.as_deref() == state))
    }
}
