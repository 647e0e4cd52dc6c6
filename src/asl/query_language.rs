//! The two query languages.

use serde::{Deserialize, Serialize};

/// The value of a `QueryLanguage` field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum QueryLanguage {
    /// Paths, intrinsic functions and payload templates; what counts where nothing is said.
    #[default]
    JSONPath,
    /// Expressions between `{%` and `%}`.
    JSONata,
}

impl QueryLanguage {
    /// As it is written in a definition.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::JSONPath => "JSONPath",
            Self::JSONata => "JSONata",
        }
    }

    /// Reads the spelling of a definition; case counts.
    pub fn parse(text: &str) -> Option<Self> {
        [Self::JSONPath, Self::JSONata].into_iter().find(|language| language.as_str() == text)
    }
}
