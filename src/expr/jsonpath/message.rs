//! How the engine writes paths in its messages.

use super::Step;
use super::filter::Filter;
use std::fmt::{self, Write as _};

/// Steps one after another: `['a'][0]`.
pub(super) fn written(steps: &[Step]) -> String {
    steps.iter().fold(String::new(), |mut text, step| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{step}");
        text
    })
}

/// Names in brackets: `['a', 'b']`, and `[]` without any.
pub(super) fn names_in_brackets(names: &[String]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| format!("'{name}'")).collect();
    format!("[{}]", quoted.join(", "))
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let bound = |bound: &Option<i64>| bound.map(|bound| bound.to_string()).unwrap_or_default();
        match self {
            Self::Root => f.write_str("$"),
            Self::Names(names) => f.write_str(&names_in_brackets(names)),
            Self::Indexes(indexes) => {
                write!(f, "[{}]", indexes.iter().map(i64::to_string).collect::<Vec<_>>().join(","))
            }
            Self::FromEnd(index) => write!(f, "[@.size(){index}]"),
            Self::Slice { start, end } => write!(f, "[{}:{}]", bound(start), bound(end)),
            Self::Wildcard => f.write_str("[*]"),
            Self::DeepScan => f.write_str(".."),
            Self::Filter(Filter::Placeholders(count)) => write!(f, "[{}]", vec!["?"; *count].join(",")),
            Self::Filter(Filter::Conditions { .. }) => f.write_str("[?]"),
        }
    }
}
