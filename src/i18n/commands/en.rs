//! The words for commands in English.

use super::CommandMessages;
use crate::edit::{Label, Refusal};
use crate::i18n::En;

impl CommandMessages for En {
    fn command_label(&self, label: &Label) -> String {
        match label {
            Label::EditText => "Edit the text".to_owned(),
            Label::ReplaceText => "Open another definition".to_owned(),
            Label::RenameState { name } => format!("Rename to {name}"),
            Label::AddState { state_type } => format!("Add a {} state", state_type.as_str()),
            Label::DeleteState { name } => format!("Delete {name}"),
            Label::DuplicateState { name } => format!("Duplicate {name}"),
            Label::SetField { field } => format!("Change {field}"),
            Label::RemoveField { field } => format!("Remove {field}"),
            Label::RenameField { field } => format!("Rename the field to {field}"),
            Label::ApplyFixes { n_fixes: 1 } => "Fix 1 problem".to_owned(),
            Label::ApplyFixes { n_fixes } => format!("Fix {n_fixes} problems"),
            Label::SetTarget { from } => format!("Reconnect {from}"),
        }
    }

    fn refusal(&self, refusal: &Refusal) -> String {
        match refusal {
            Refusal::NotFound => "That part of the definition is no longer there.".to_owned(),
            Refusal::EmptyName => "A state needs a name.".to_owned(),
            Refusal::NameTooLong { length } => {
                format!("The name has {length} characters; AWS allows 80. Shorten it.")
            }
            Refusal::NameTaken { name } => {
                format!("Another state is already called {name}. Names are unique in the whole machine.")
            }
            Refusal::MustEnd { state_type } => {
                format!("Nothing can follow a {state_type} state, so it cannot stand between two states.")
            }
            Refusal::FieldTaken { field } => format!("There is a field {field} here already."),
            Refusal::NotJson => "This is not valid JSON yet, so it was not applied.".to_owned(),
            Refusal::BrokenText => "The JSON is broken here. Mend it in the JSON panel first.".to_owned(),
            Refusal::CannotEnd => "This transition cannot end the machine; it has to lead to a state.".to_owned(),
        }
    }
}
