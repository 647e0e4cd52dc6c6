//! `pasos check`: what is wrong with definitions.

use super::{MachineType, read_text};
use crate::asl::Document;
use crate::check::{self, Diagnostic, Options, Problem, Severity};
use crate::i18n::Language;
use crate::i18n::diagnostics::diagnostic_words;
use clap::{Args, ValueEnum};
use serde_json::{Map, Value, json};
use std::path::PathBuf;
use std::process::ExitCode;

/// How diagnostics are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Text,
    Json,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum LanguageOption {
    En,
    Es,
}

/// Options of `pasos check`.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// The definitions
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// How to print what is found
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The type of the state machine
    #[arg(long = "type", value_enum, default_value_t = MachineType::Standard)]
    machine_type: MachineType,
    /// The language of the messages; the environment's (LANG) when left out
    #[arg(long, value_enum)]
    lang: Option<LanguageOption>,
}

impl Check {
    pub(super) fn execute(self) -> Result<ExitCode, String> {
        let execution_type = self.machine_type.execution_type();
        let options = Options { execution_type, ..Options::default() };
        let mut checked = Vec::new();
        for path in &self.files {
            let document = Document::new(read_text(path)?);
            let diagnostics = check::check_with(&document, &options);
            checked.push((path.display().to_string(), document, diagnostics));
        }
        let language = match self.lang {
            Some(LanguageOption::En) => Language::En,
            Some(LanguageOption::Es) => Language::Es,
            None => Language::preferred(std::env::var("LANG").iter().map(String::as_str)),
        };
        print_diagnostics(&checked, self.format, language);
        let failed = checked.iter().any(|(_, _, diagnostics)| has_errors(diagnostics));
        Ok(ExitCode::from(u8::from(failed)))
    }
}

fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}

/// Prints what was found in some files.
pub(super) fn print_diagnostics(checked: &[(String, Document, Vec<Diagnostic>)], format: Format, language: Language) {
    match (format, checked) {
        (Format::Json, [(_, document, diagnostics)]) => println!("{}", as_json(None, document, diagnostics)),
        (Format::Json, files) => {
            let all: Vec<Value> =
                files.iter().map(|(name, document, diagnostics)| as_json(Some(name), document, diagnostics)).collect();
            println!("{}", Value::Array(all));
        }
        (Format::Text, files) => {
            for (name, document, diagnostics) in files {
                for diagnostic in diagnostics {
                    println!("{}", frame(name, document, diagnostic, language));
                }
                println!("{name}: {}", language.messages().n_problems(diagnostics.len()));
            }
        }
    }
}

fn as_json(file: Option<&str>, document: &Document, diagnostics: &[Diagnostic]) -> Value {
    let list: Vec<Value> = diagnostics.iter().map(|diagnostic| diagnostic_json(document, diagnostic)).collect();
    let mut result = Map::new();
    if let Some(file) = file {
        result.insert("file".into(), file.into());
    }
    result.insert("result".into(), if has_errors(diagnostics) { "FAIL" } else { "OK" }.into());
    result.insert("diagnostics".into(), list.into());
    Value::Object(result)
}

fn diagnostic_json(document: &Document, diagnostic: &Diagnostic) -> Value {
    let (start, end) = (document.position(diagnostic.span.start), document.position(diagnostic.span.end));
    let location = diagnostic.location.as_deref();
    let mut json = json!({
        "severity": diagnostic.severity.as_str(),
        "code": diagnostic.problem.code(),
        "message": message(diagnostic),
        "rule": diagnostic.rule,
        "line": start.line, "column": start.column, "endLine": end.line, "endColumn": end.column
    });
    if let (Some(location), Some(object)) = (location, json.as_object_mut()) {
        object.insert("location".into(), location.into());
    }
    json
}

/// AWS's own words, or those of the rule.
fn message(diagnostic: &Diagnostic) -> String {
    match &diagnostic.problem {
        Problem::Lint(_) => diagnostic_words(diagnostic, Language::En).message,
        problem => problem.aws_message(diagnostic.location.as_deref().unwrap_or_default()),
    }
}

/// A diagnostic with the line it is about, in the manner of rustc.
fn frame(name: &str, document: &Document, diagnostic: &Diagnostic, language: Language) -> String {
    let words = language.messages();
    let said = diagnostic_words(diagnostic, language);
    let start = document.position(diagnostic.span.start);
    let end = document.position(diagnostic.span.end);
    let line = document.text().lines().nth(start.line - 1).unwrap_or_default();
    let width = if end.line == start.line { end.column.saturating_sub(start.column).max(1) } else { 1 };
    let severity = match diagnostic.severity {
        Severity::Error => words.severity_error(),
        Severity::Warning => words.severity_warning(),
        Severity::Hint => words.severity_hint(),
    };
    let number = start.line.to_string();
    let gutter = " ".repeat(number.len());
    // Columns count UTF-16 units; blanks stand in for what lies before the mark, tabs stay tabs.
    let before: String =
        line.chars().take(start.column - 1).map(|character| if character == '\t' { '\t' } else { ' ' }).collect();
    format!(
        "{severity}[{}]: {}\n{gutter}--> {name}:{}:{}\n{gutter} |\n{number} | {line}\n{gutter} | {before}{}\n{gutter} = {}\n",
        diagnostic.rule,
        said.message,
        start.line,
        start.column,
        "^".repeat(width.min(200)),
        said.advice,
    )
}
