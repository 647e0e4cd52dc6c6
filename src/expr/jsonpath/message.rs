//! How messages write paths and the types of values.

use super::Step;
use serde_json::Value;
use std::fmt::Write as _;

/// The path as messages of what a definite path misses write it: `$['a'][0]`.
pub(super) fn trodden(steps: &[Step]) -> String {
    let mut text = "$".to_owned();
    for step in steps {
        match step {
            Step::Names { names, .. } => text.extend(names.iter().map(|name| format!("['{name}']"))),
            other => text.push_str(&other.to_string()),
        }
    }
    text
}

/// The path as Jayway writes it after reading it: `$['a'][0]`.
pub(super) fn written(steps: &[Step]) -> String {
    steps.iter().fold("$".to_owned(), |mut text, step| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{step}");
        text
    })
}

impl std::fmt::Display for Step {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let list = |items: Vec<String>| format!("[{}]", items.join(","));
        match self {
            Self::Names { names, quote } => {
                let escaped = |name: &String| name.replace('\\', "\\\\").replace('\'', "\\'");
                let quoted = |name| format!("{quote}{}{quote}", escaped(name));
                f.write_str(&list(names.iter().map(quoted).collect()))
            }
            Self::Indexes(indexes) => f.write_str(&list(indexes.iter().map(i64::to_string).collect())),
            Self::Slice { start, end } => {
                let bound = |bound: &Option<i64>| bound.map(|bound| bound.to_string()).unwrap_or_default();
                write!(f, "[{}:{}]", bound(start), bound(end))
            }
            Self::Wildcard => f.write_str("[*]"),
            Self::DeepScan => f.write_str(".."),
            Self::Filter(_) => f.write_str("[?]"),
            Self::Function { name, arguments } if arguments.is_empty() => write!(f, ".{name}()"),
            Self::Function { name, .. } => write!(f, ".{name}(...)"),
        }
    }
}

/// What Java calls the type of a value.
pub(super) fn java_class(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "java.lang.Boolean",
        Value::Number(number) if number.is_f64() => "java.lang.Double",
        Value::Number(number) if number.as_i64().is_some_and(|number| i32::try_from(number).is_ok()) => {
            "java.lang.Integer"
        }
        Value::Number(_) => "java.lang.Long",
        Value::String(_) => "java.lang.String",
        Value::Array(_) => "java.util.ArrayList",
        Value::Object(_) => "java.util.LinkedHashMap",
    }
}
