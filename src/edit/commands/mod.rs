//! One file per command: how it changes the text.

pub(super) mod add_default;
pub(super) mod add_first_state;
pub(super) mod delete_state;
pub(super) mod duplicate_state;
pub(super) mod insert_item;
pub(super) mod insert_state;
pub(super) mod move_item_last;
pub(super) mod rename_field;
pub(super) mod rename_state;
pub(super) mod set_field;
pub(super) mod set_target;
