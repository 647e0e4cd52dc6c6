//! One file for each command: what it asks for, and how it changes the text; and the list of them.

mod add_branch;
mod add_catcher;
mod add_choice_rule;
mod add_default;
mod apply_fixes;
mod connect_states;
mod convert_to_jsonata;
mod convert_type;
mod delete_states;
mod duplicate_states;
mod edit_text;
mod extract_to_machine;
mod insert_fragment;
mod insert_item;
mod move_item;
mod move_states;
mod reconnect;
mod remove_item;
mod remove_transition;
mod rename_field;
mod rename_state;
mod replace_text;
mod set_field;
mod set_start_at;
mod set_target;
mod unwrap;
mod wrap_states;

/// Hands the list of all commands to another macro, `module::Struct` each, with what else that is given. This is the one
/// place that knows them all; the `mod` lines stay apart, as `cargo fmt` finds no files through a macro.
macro_rules! for_each_command {
    ($macro:ident $($more:tt)*) => {
        $macro! {
            add_branch::AddBranch,
            add_catcher::AddCatcher,
            add_choice_rule::AddChoiceRule,
            add_default::AddDefault,
            apply_fixes::ApplyFixes,
            connect_states::ConnectStates,
            convert_to_jsonata::ConvertToJsonata,
            convert_type::ConvertType,
            delete_states::DeleteStates,
            duplicate_states::DuplicateStates,
            edit_text::EditText,
            extract_to_machine::ExtractToMachine,
            insert_fragment::InsertFragment,
            insert_item::InsertItem,
            move_item::MoveItem,
            move_states::MoveStates,
            reconnect::Reconnect,
            remove_item::RemoveItem,
            remove_transition::RemoveTransition,
            rename_field::RenameField,
            rename_state::RenameState,
            replace_text::ReplaceText,
            set_field::SetField,
            set_start_at::SetStartAt,
            set_target::SetTarget,
            unwrap::Unwrap,
            wrap_states::WrapStates,
            $($more)*
        }
    };
}
pub(super) use for_each_command;

macro_rules! exports {
    ($($module:ident::$command:ident,)*) => { $(pub use $module::$command;)* };
}
for_each_command!(exports);

pub(super) use add_catcher::added as added_catcher;
pub(super) use add_choice_rule::added as added_rule;
pub use set_field::FieldValue;
pub(super) use unwrap::inner;
