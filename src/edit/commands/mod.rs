//! One file per command: how it changes the text.

pub(super) mod add_branch;
pub(super) mod add_catcher;
pub(super) mod add_choice_rule;
pub(super) mod add_default;
pub(super) mod connect_states;
pub(super) mod convert_type;
pub(super) mod delete_states;
pub(super) mod duplicate_states;
pub(super) mod extract_to_machine;
pub(super) mod insert_fragment;
pub(super) mod insert_item;
pub(super) mod move_item;
pub(super) mod move_states;
pub(super) mod reconnect;
pub(super) mod remove_item;
pub(super) mod remove_transition;
pub(super) mod rename_field;
pub(super) mod rename_state;
pub(super) mod set_field;
pub(super) mod set_start_at;
pub(super) mod set_target;
pub(super) mod unwrap;
pub(super) mod wrap;
