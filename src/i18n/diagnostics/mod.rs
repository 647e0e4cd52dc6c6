//! The words for diagnostics: one fact, then what to do.

mod en;
mod es;
mod titles;

pub use titles::{group_title, severity_name};

use super::Language;
use crate::check::{Diagnostic, Problem, Rule, RuleDoc, rule};
use serde::{Deserialize, Serialize};

/// What is said of a diagnostic.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    /// What is wrong, in one sentence.
    pub message: String,
    /// What to do about it.
    pub advice: String,
}

/// The words for a diagnostic: those of its rule's documentation, or those here for AWS's own errors.
pub fn diagnostic_words(diagnostic: &Diagnostic, language: Language) -> Words {
    let Problem::Lint(lint) = &diagnostic.problem else {
        let messages = language.diagnostic_messages();
        let (message, advice) = (messages.problem(&diagnostic.problem), messages.advice(&diagnostic.problem));
        return Words { message, advice };
    };
    let doc = rule(&diagnostic.rule).map(|rule| rule.doc(language));
    let words = doc.and_then(|doc| doc.words(&lint.key)).unwrap_or_default();
    Words { message: lint.fill(words.0), advice: lint.fill(words.1) }
}

impl Rule {
    /// Its documentation in a language.
    pub fn doc(&self, language: Language) -> RuleDoc<'static> {
        RuleDoc::read(match language {
            Language::En => self.docs[0],
            Language::Es => self.docs[1],
        })
    }
}

/// Words for what is wrong with a definition.
pub trait DiagnosticMessages {
    /// What is wrong, in one sentence.
    fn problem(&self, problem: &Problem) -> String;
    /// What to do about it.
    fn advice(&self, problem: &Problem) -> String;
}
