//! A diagnostic with the line it is about, in the manner of rustc.

use super::Checked;
use super::checked::Finding;
use crate::check::Severity;
use crate::i18n::Language;
use crate::i18n::diagnostics::diagnostic_words;

/// The most characters of a line that are shown, so that a template of one line stays readable.
const MAX_WIDTH: usize = 200;
/// How many characters of a long line are shown before the mark.
const BEFORE_MARK: usize = 60;

pub(super) fn frame(file: &Checked, finding: &Finding, language: Language, is_coloured: bool) -> String {
    let (diagnostic, start) = (&finding.diagnostic, finding.start);
    let words = language.messages();
    let said = diagnostic_words(diagnostic, language);
    let (severity, colour) = match diagnostic.severity {
        Severity::Error => (words.severity_error(), "31"),
        Severity::Warning => (words.severity_warning(), "33"),
        Severity::Hint => (words.severity_hint(), "36"),
    };
    let paint =
        |text: &str, code: &str| if is_coloured { format!("\x1b[1;{code}m{text}\x1b[0m") } else { text.to_owned() };
    let number = start.line.to_string();
    let gutter = " ".repeat(number.len());
    let (line, before, width) = marked_line(&file.text, finding);
    let machine = finding.machine.as_ref().map(|name| format!(" ({name})")).unwrap_or_default();
    format!(
        "{}: {}\n{gutter}{} {}:{}:{}{machine}\n{gutter} {bar}\n{} {bar} {line}\n{gutter} {bar} {before}{}\n{gutter} {} {}\n",
        paint(&format!("{severity}[{}]", diagnostic.rule), colour),
        said.message,
        paint("-->", "34"),
        file.name,
        start.line,
        start.column,
        paint(&number, "34"),
        paint(&"^".repeat(width), colour),
        paint("=", "34"),
        said.advice,
        bar = paint("|", "34"),
    )
}

/// The line, what stands under it before the mark, and how wide the mark is.
fn marked_line(text: &str, finding: &Finding) -> (String, String, usize) {
    let (start, end) = (finding.start, finding.end);
    let line = text.lines().nth(start.line - 1).unwrap_or_default();
    // Columns count UTF-16 units; the mark counts characters.
    let characters = |units: usize| {
        let mut passed = 0;
        let before = line.chars().take_while(|character| {
            let is_before = passed < units;
            passed += character.len_utf16();
            is_before
        });
        before.count()
    };
    let first = characters(start.column - 1);
    let last = if end.line == start.line { characters(end.column - 1) } else { first + 1 };
    let skipped = if line.chars().count() > MAX_WIDTH { first.saturating_sub(BEFORE_MARK) } else { 0 };
    let shown: String = line.chars().skip(skipped).take(MAX_WIDTH).collect();
    let before =
        shown.chars().take(first - skipped).map(|character| if character == '\t' { '\t' } else { ' ' }).collect();
    (shown, before, last.saturating_sub(first).clamp(1, MAX_WIDTH))
}
