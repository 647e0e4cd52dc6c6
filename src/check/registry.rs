//! All rules, in the order in which they run.

use super::rule::{Group, Rule, docs};
use super::{Severity, rules};

/// Every rule.
pub static RULES: &[Rule] = &[
    Rule {
        name: "json-syntax",
        group: Group::Definition,
        severity: Severity::Error,
        docs: docs!("json_syntax"),
        check: rules::json_syntax::check,
    },
    Rule {
        name: "missing-field",
        group: Group::Definition,
        severity: Severity::Error,
        docs: docs!("missing_field"),
        check: rules::missing_field::check,
    },
    Rule {
        name: "unknown-field",
        group: Group::Definition,
        severity: Severity::Error,
        docs: docs!("unknown_field"),
        check: rules::unknown_field::check,
    },
    Rule {
        name: "wrong-type",
        group: Group::Definition,
        severity: Severity::Error,
        docs: docs!("wrong_type"),
        check: rules::wrong_type::check,
    },
    Rule {
        name: "missing-target",
        group: Group::Definition,
        severity: Severity::Error,
        docs: docs!("missing_target"),
        check: rules::missing_target::check,
    },
    Rule {
        name: "unreachable-state",
        group: Group::Definition,
        severity: Severity::Error,
        docs: docs!("unreachable_state"),
        check: rules::unreachable_state::check,
    },
    Rule {
        name: "no-terminal-state",
        group: Group::Definition,
        severity: Severity::Error,
        docs: docs!("no_terminal_state"),
        check: rules::no_terminal_state::check,
    },
    Rule {
        name: "duplicate-state-name",
        group: Group::Definition,
        severity: Severity::Error,
        docs: docs!("duplicate_state_name"),
        check: rules::duplicate_state_name::check,
    },
    Rule {
        name: "next-and-end",
        group: Group::Definition,
        severity: Severity::Error,
        docs: docs!("next_and_end"),
        check: rules::next_and_end::check,
    },
    Rule {
        name: "empty-list",
        group: Group::Definition,
        severity: Severity::Error,
        docs: docs!("empty_list"),
        check: rules::empty_list::check,
    },
    Rule {
        name: "conflicting-fields",
        group: Group::Definition,
        severity: Severity::Error,
        docs: docs!("conflicting_fields"),
        check: rules::conflicting_fields::check,
    },
    Rule {
        name: "state-name-too-long",
        group: Group::Definition,
        severity: Severity::Error,
        docs: docs!("state_name_too_long"),
        check: rules::state_name_too_long::check,
    },
    Rule {
        name: "language-conflict",
        group: Group::Definition,
        severity: Severity::Error,
        docs: docs!("language_conflict"),
        check: rules::language_conflict::check,
    },
    Rule {
        name: "choice-comparator",
        group: Group::Definition,
        severity: Severity::Error,
        docs: docs!("choice_comparator"),
        check: rules::choice_comparator::check,
    },
    // data
    Rule {
        name: "unassigned-variable",
        group: Group::Data,
        severity: Severity::Warning,
        docs: docs!("unassigned_variable"),
        check: rules::unassigned_variable::check,
    },
    Rule {
        name: "unread-variable",
        group: Group::Data,
        severity: Severity::Hint,
        docs: docs!("unread_variable"),
        check: rules::unread_variable::check,
    },
    Rule {
        name: "values-at-entry",
        group: Group::Data,
        severity: Severity::Hint,
        docs: docs!("values_at_entry"),
        check: rules::values_at_entry::check,
    },
    Rule {
        name: "catch-loses-input",
        group: Group::Data,
        severity: Severity::Hint,
        docs: docs!("catch_loses_input"),
        check: rules::catch_loses_input::check,
    },
    Rule {
        name: "useless-result-selector",
        group: Group::Data,
        severity: Severity::Hint,
        docs: docs!("useless_result_selector"),
        check: rules::useless_result_selector::check,
    },
    Rule {
        name: "path-finds-nothing",
        group: Group::Data,
        severity: Severity::Warning,
        docs: docs!("path_finds_nothing"),
        check: rules::path_finds_nothing::check,
    },
    Rule {
        name: "path-may-find-nothing",
        group: Group::Data,
        severity: Severity::Hint,
        docs: docs!("path_may_find_nothing"),
        check: rules::path_may_find_nothing::check,
    },
];

/// The rule of a name.
pub fn rule(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name)
}
