//! Diagnostics as SARIF 2.1.0 (OASIS standard), which code hosts and editors read.

use super::Checked;
use super::checked::Finding;
use crate::check::{RULES, Rule, Severity};
use crate::i18n::Language;
use crate::i18n::diagnostics::diagnostic_words;
use serde_json::{Value, json};

pub(super) fn log(files: &[Checked], language: Language) -> Value {
    let results: Vec<Value> =
        files.iter().flat_map(|file| file.findings.iter().map(|finding| result(file, finding, language))).collect();
    let rules: Vec<Value> = RULES.iter().map(|rule| descriptor(rule, language)).collect();
    json!({
        "$schema": "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "pasos",
                "version": env!("CARGO_PKG_VERSION"),
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "language": language.tag(),
                "rules": rules
            } },
            "language": language.tag(),
            "columnKind": "utf16CodeUnits",
            "results": results
        }]
    })
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "note",
    }
}

fn descriptor(rule: &Rule, language: Language) -> Value {
    let doc = rule.doc(language);
    let mut descriptor = json!({ "id": rule.name, "defaultConfiguration": { "level": level(rule.severity) } });
    let Some(object) = descriptor.as_object_mut() else { return descriptor };
    if !doc.title.is_empty() {
        object.insert("shortDescription".into(), json!({ "text": doc.title }));
    }
    if let Some((_, text)) = doc.sections.first().filter(|(_, text)| !text.is_empty()) {
        object.insert("fullDescription".into(), json!({ "text": text }));
    }
    if !doc.sections.is_empty() {
        let section = |heading: &str, text: &str| format!("## {heading}\n\n{text}");
        let markdown: Vec<String> = doc.sections.iter().map(|(heading, text)| section(heading, text)).collect();
        let plain: Vec<String> = doc.sections.iter().map(|(heading, text)| format!("{heading}\n{text}")).collect();
        object.insert("help".into(), json!({ "text": plain.join("\n\n"), "markdown": markdown.join("\n\n") }));
    }
    descriptor
}

fn result(file: &Checked, finding: &Finding, language: Language) -> Value {
    let Finding { diagnostic, machine, start, end } = finding;
    let words = diagnostic_words(diagnostic, language);
    let mut location = json!({
        "physicalLocation": {
            "artifactLocation": { "uri": uri(&file.name) },
            "region": {
                "startLine": start.line, "startColumn": start.column, "endLine": end.line, "endColumn": end.column
            }
        }
    });
    let place = diagnostic.location.as_deref().map(|place| match machine {
        Some(machine) => format!("{machine}{place}"),
        None => place.to_owned(),
    });
    if let (Some(place), Some(object)) = (place, location.as_object_mut()) {
        object.insert("logicalLocations".into(), json!([{ "fullyQualifiedName": place }]));
    }
    let index = RULES.iter().position(|rule| rule.name == diagnostic.rule);
    let mut result = json!({
        "ruleId": diagnostic.rule,
        "level": level(diagnostic.severity),
        "message": { "text": format!("{}. {}", words.message.trim_end_matches('.'), words.advice).trim_end() },
        "locations": [location]
    });
    if let (Some(index), Some(object)) = (index, result.as_object_mut()) {
        object.insert("ruleIndex".into(), index.into());
    }
    result
}

/// A path as a URI reference: parts behind slashes, all else than letters, digits and `-._~` escaped.
fn uri(path: &str) -> String {
    let mut uri = String::new();
    if path.starts_with('/') {
        uri.push_str("file://");
    }
    for byte in path.bytes() {
        match byte {
            b'\\' if cfg!(windows) => uri.push('/'),
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' | b'/' => uri.push(char::from(byte)),
            _ => uri.push_str(&format!("%{byte:02X}")),
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_become_uris() {
        assert_eq!(uri("a b/ñ.json"), "a%20b/%C3%B1.json");
        assert_eq!(uri("/a"), "file:///a");
    }
}
