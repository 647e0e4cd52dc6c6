//! Diagnostics as JSON, in the words of AWS's API `ValidateStateMachineDefinition`, with line and column.

use super::Checked;
use super::checked::Finding;
use crate::check::{Diagnostic, Problem};
use crate::i18n::Language;
use crate::i18n::diagnostics::diagnostic_words;
use serde_json::{Map, Value, json};

pub(super) fn file(name: Option<&str>, checked: &Checked) -> Value {
    let mut result = Map::new();
    if let Some(name) = name {
        result.insert("file".into(), name.into());
    }
    result.insert("result".into(), if checked.has_errors() { "FAIL" } else { "OK" }.into());
    result.insert("diagnostics".into(), checked.findings.iter().map(finding_json).collect());
    Value::Object(result)
}

fn finding_json(finding: &Finding) -> Value {
    let Finding { diagnostic, machine, start, end } = finding;
    let mut json = json!({
        "severity": diagnostic.severity.as_str(),
        "code": diagnostic.problem.code(),
        "message": aws_message(diagnostic),
        "rule": diagnostic.rule,
        "line": start.line, "column": start.column, "endLine": end.line, "endColumn": end.column
    });
    if let Some(object) = json.as_object_mut() {
        for (name, value) in [("location", &diagnostic.location), ("machine", machine)] {
            if let Some(value) = value {
                object.insert(name.into(), value.as_str().into());
            }
        }
    }
    json
}

/// AWS's own words, or those of the rule.
fn aws_message(diagnostic: &Diagnostic) -> String {
    match &diagnostic.problem {
        Problem::Lint(_) => diagnostic_words(diagnostic, Language::En).message,
        problem => problem.aws_message(diagnostic.location.as_deref().unwrap_or_default()),
    }
}
