//! Diagnostics as workflow commands of GitHub Actions, which show them at the lines of a pull request.
//!
//! Source: GitHub's documentation of workflow commands (`::error file={name},line={line},…::{message}`).

use super::Checked;
use super::checked::Finding;
use crate::check::Severity;
use crate::i18n::Language;
use crate::i18n::diagnostics::diagnostic_words;

pub(super) fn annotation(file: &Checked, finding: &Finding, language: Language) -> String {
    let Finding { diagnostic, start, end, .. } = finding;
    let words = diagnostic_words(diagnostic, language);
    let command = match diagnostic.severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Hint => "notice",
    };
    // GitHub takes an end column only on the line of the start.
    let end_column = if start.line == end.line { format!(",endColumn={}", end.column) } else { String::new() };
    format!(
        "::{command} file={},line={},col={},endLine={}{end_column},title={}::{}",
        property(&file.name),
        start.line,
        start.column,
        end.line,
        property(&diagnostic.rule),
        data(format!("{}. {}", words.message.trim_end_matches('.'), words.advice).trim_end())
    )
}

fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_ends_a_property_is_escaped() {
        assert_eq!(property("a:b,c%\n"), "a%3Ab%2Cc%25%0A");
        assert_eq!(data("a:b,c%\r\n"), "a:b,c%25%0D%0A");
    }
}
