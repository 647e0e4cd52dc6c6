//! What was found in a file, at the lines of that file.

use super::sources::{Definition, Source};
use crate::asl::Document;
use crate::check::{Diagnostic, Options, Severity, check_with};
use crate::text::{LineIndex, Position};

/// One file with what was found in it.
pub(in crate::cli) struct Checked {
    pub(super) name: String,
    pub(super) text: String,
    pub(super) findings: Vec<Finding>,
}

/// A diagnostic and its place in the file.
pub(super) struct Finding {
    pub(super) diagnostic: Diagnostic,
    /// The machine's name in a template.
    pub(super) machine: Option<String>,
    pub(super) start: Position,
    pub(super) end: Position,
}

impl Checked {
    /// Checks every definition of a file.
    pub(super) fn new(source: Source, options: &Options) -> Self {
        let lines = LineIndex::new(&source.text);
        let mut findings = Vec::new();
        for definition in &source.definitions {
            let mut options = Options { origin: definition.origin.clone(), ..options.clone() };
            if let Some(execution_type) = definition.execution_type {
                options.execution_type = execution_type;
            }
            let document = Document::new(definition.made.text.as_str());
            let diagnostics = check_with(&document, &options);
            findings.extend(located(definition, diagnostics, &source.text, &lines));
        }
        findings.sort_by_key(|finding| finding.start);
        Self { name: source.name, text: source.text, findings }
    }

    /// What was found in a definition that is a file of its own.
    pub(in crate::cli) fn of_definition(source: Source, diagnostics: Vec<Diagnostic>) -> Self {
        let lines = LineIndex::new(&source.text);
        let definition = source.definitions.first();
        let findings = definition.map(|definition| located(definition, diagnostics, &source.text, &lines));
        Self { findings: findings.unwrap_or_default(), name: source.name, text: source.text }
    }

    /// Whether AWS refuses a definition in it.
    pub(super) fn has_errors(&self) -> bool {
        self.findings.iter().any(|finding| finding.diagnostic.severity == Severity::Error)
    }
}

fn located(definition: &Definition, diagnostics: Vec<Diagnostic>, text: &str, lines: &LineIndex) -> Vec<Finding> {
    diagnostics
        .into_iter()
        .map(|diagnostic| {
            let span = definition.made.map.span(diagnostic.span);
            let (start, end) = (lines.position(text, span.start), lines.position(text, span.end));
            Finding { diagnostic, machine: definition.machine.clone(), start, end }
        })
        .collect()
}
