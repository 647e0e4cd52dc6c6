//! One file per rule.

pub(super) mod catch_loses_input;
pub(super) mod choice_comparator;
pub(super) mod conflicting_fields;
pub(super) mod duplicate_state_name;
pub(super) mod empty_list;
pub(super) mod json_syntax;
pub(super) mod language_conflict;
pub(super) mod missing_field;
pub(super) mod missing_target;
pub(super) mod next_and_end;
pub(super) mod no_terminal_state;
pub(super) mod path_finds_nothing;
pub(super) mod path_may_find_nothing;
pub(super) mod state_name_too_long;
pub(super) mod unassigned_variable;
pub(super) mod unknown_field;
pub(super) mod unreachable_state;
pub(super) mod unread_variable;
pub(super) mod useless_result_selector;
pub(super) mod values_at_entry;
pub(super) mod wrong_type;
