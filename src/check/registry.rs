//! All rules, in the order in which they run.

use super::context::Context;
use super::rules;

/// One rule.
#[derive(Clone, Copy)]
pub struct Rule {
    /// Its name, after the defect that it finds.
    pub name: &'static str,
    pub(super) check: fn(&mut Context<'_>),
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// Every rule.
pub static RULES: &[Rule] = &[
    Rule { name: "json-syntax", check: rules::json_syntax::check },
    Rule { name: "missing-field", check: rules::missing_field::check },
    Rule { name: "unknown-field", check: rules::unknown_field::check },
    Rule { name: "wrong-type", check: rules::wrong_type::check },
    Rule { name: "missing-target", check: rules::missing_target::check },
    Rule { name: "unreachable-state", check: rules::unreachable_state::check },
    Rule { name: "no-terminal-state", check: rules::no_terminal_state::check },
    Rule { name: "duplicate-state-name", check: rules::duplicate_state_name::check },
    Rule { name: "next-and-end", check: rules::next_and_end::check },
    Rule { name: "empty-list", check: rules::empty_list::check },
    Rule { name: "conflicting-fields", check: rules::conflicting_fields::check },
    Rule { name: "state-name-too-long", check: rules::state_name_too_long::check },
    Rule { name: "language-conflict", check: rules::language_conflict::check },
    Rule { name: "choice-comparator", check: rules::choice_comparator::check },
];
