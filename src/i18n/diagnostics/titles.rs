//! What groups of rules and severities are called.

use crate::check::{Group, Severity};
use crate::i18n::Messages;

/// What a group of rules is called.
pub fn group_title(group: Group, words: &dyn Messages) -> &'static str {
    match group {
        Group::Definition => words.rules_definition(),
        Group::Flow => words.rules_flow(),
        Group::Data => words.rules_data(),
        Group::Reliability => words.rules_reliability(),
        Group::Limits => words.rules_limits(),
        Group::Security => words.rules_security(),
    }
}

/// What a problem of a severity is called.
pub fn severity_name(severity: Severity, words: &dyn Messages) -> &'static str {
    match severity {
        Severity::Error => words.severity_error(),
        Severity::Warning => words.severity_warning(),
        Severity::Hint => words.severity_hint(),
    }
}
