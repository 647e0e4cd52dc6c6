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
    // aws
    Rule {
        name: "invalid-path",
        group: Group::Definition,
        severity: Severity::Error,
        docs: docs!("invalid_path"),
        check: rules::invalid_path::check,
    },
    Rule {
        name: "invalid-intrinsic",
        group: Group::Definition,
        severity: Severity::Error,
        docs: docs!("invalid_intrinsic"),
        check: rules::invalid_intrinsic::check,
    },
    Rule {
        name: "payload-template",
        group: Group::Definition,
        severity: Severity::Error,
        docs: docs!("payload_template"),
        check: rules::payload_template::check,
    },
    Rule {
        name: "invalid-jsonata",
        group: Group::Definition,
        severity: Severity::Error,
        docs: docs!("invalid_jsonata"),
        check: rules::invalid_jsonata::check,
    },
    Rule {
        name: "jsonata-delimiters",
        group: Group::Definition,
        severity: Severity::Error,
        docs: docs!("jsonata_delimiters"),
        check: rules::jsonata_delimiters::check,
    },
    Rule {
        name: "misplaced-states-variable",
        group: Group::Definition,
        severity: Severity::Error,
        docs: docs!("misplaced_states"),
        check: rules::misplaced_states::check,
    },
    Rule {
        name: "states-all",
        group: Group::Definition,
        severity: Severity::Error,
        docs: docs!("states_all"),
        check: rules::states_all::check,
    },
    Rule {
        name: "invalid-resource",
        group: Group::Definition,
        severity: Severity::Error,
        docs: docs!("invalid_resource"),
        check: rules::invalid_resource::check,
    },
    Rule {
        name: "missing-argument",
        group: Group::Definition,
        severity: Severity::Error,
        docs: docs!("missing_argument"),
        check: rules::missing_argument::check,
    },
    Rule {
        name: "express-pattern",
        group: Group::Definition,
        severity: Severity::Error,
        docs: docs!("express_pattern"),
        check: rules::express_pattern::check,
    },
    Rule {
        name: "credentials",
        group: Group::Definition,
        severity: Severity::Error,
        docs: docs!("credentials"),
        check: rules::credentials::check,
    },
    Rule {
        name: "map-field",
        group: Group::Definition,
        severity: Severity::Error,
        docs: docs!("map_field"),
        check: rules::map_field::check,
    },
    Rule {
        name: "map-label",
        group: Group::Definition,
        severity: Severity::Error,
        docs: docs!("map_label"),
        check: rules::map_label::check,
    },
    Rule {
        name: "variable-name",
        group: Group::Definition,
        severity: Severity::Error,
        docs: docs!("variable_name"),
        check: rules::variable_name::check,
    },
    Rule {
        name: "outer-variable",
        group: Group::Definition,
        severity: Severity::Error,
        docs: docs!("outer_variable"),
        check: rules::outer_variable::check,
    },
    Rule {
        name: "definition-too-large",
        group: Group::Definition,
        severity: Severity::Error,
        docs: docs!("definition_too_large"),
        check: rules::definition_too_large::check,
    },
];

/// The rule of a name.
pub fn rule(name: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.name == name)
}
