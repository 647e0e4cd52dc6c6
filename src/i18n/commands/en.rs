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
            Label::DeleteState { name } => format!("Delete {name}"),
            Label::DuplicateState { name } => format!("Duplicate {name}"),
            Label::DeleteStates { n_states } => format!("Delete {n_states} states"),
            Label::DuplicateStates { n_states } => format!("Duplicate {n_states} states"),
            Label::InsertStates { name, n_states: 1 } => format!("Add {name}"),
            Label::InsertStates { name, n_states } => format!("Add {name} ({n_states} states)"),
            Label::MoveStates { name, n_states: 1 } => format!("Move {name}"),
            Label::MoveStates { n_states, .. } => format!("Move {n_states} states"),
            Label::ConnectStates { from, to } => format!("Connect {from} to {to}"),
            Label::AddCatcher { name } => format!("Catch errors of {name}"),
            Label::WrapStates { state_type, n_states: 1 } => format!("Wrap a state in a {}", state_type.as_str()),
            Label::WrapStates { state_type, n_states } => {
                format!("Wrap {n_states} states in a {}", state_type.as_str())
            }
            Label::Unwrap { name } => format!("Unwrap {name}"),
            Label::ExtractToMachine { name } => format!("Extract the state machine {name}"),
            Label::AddBranch { name } => format!("Add a branch to {name}"),
            Label::AddChoiceRule { name } => format!("Add a rule to {name}"),
            Label::RemoveItem { field } => format!("Remove an entry of {field}"),
            Label::MoveItem { field } => format!("Reorder {field}"),
            Label::PlaceByHand { name, n_states: 1 } => format!("Place {name} by hand"),
            Label::PlaceByHand { n_states, .. } => format!("Place {n_states} states by hand"),
            Label::PlaceAutomatically { n_states: 1 } => "Back to the automatic place".to_owned(),
            Label::PlaceAutomatically { n_states } => format!("{n_states} states back to their automatic places"),
            Label::SetStartAt { name } => format!("Start at {name}"),
            Label::ConvertType { name, state_type } => format!("Turn {name} into a {} state", state_type.as_str()),
            Label::ConvertToJsonata { n_states: 1 } => "Convert a state to JSONata".to_owned(),
            Label::ConvertToJsonata { n_states } => format!("Convert {n_states} states to JSONata"),
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
            Refusal::NothingFollows { state_type } => {
                format!("Nothing can follow a {state_type} state: it ends the way.")
            }
            Refusal::CutsOff => {
                "No way leads out of these states, so what follows here would be cut off. Put them at the end of a way."
                    .to_owned()
            }
            Refusal::NotEmpty => "There are states here already. Drop it on a connection between them.".to_owned(),
            Refusal::SeveralScopes => {
                "These states lie in different branches. Select states of one branch only.".to_owned()
            }
            Refusal::OtherScope => {
                "A connection cannot lead into or out of a branch or an iteration. Move the state there first."
                    .to_owned()
            }
            Refusal::IntoItself => "A state cannot be moved into itself.".to_owned(),
            Refusal::NotAFragment => {
                "There are no states in this text. It should be JSON such as {\"StartAt\": …, \"States\": …}."
                    .to_owned()
            }
            Refusal::NeedsJsonPath { name } => {
                format!(
                    "{name} is written in JSONPath, and a machine in JSONata can only hold states in JSONata. Convert it first."
                )
            }
            Refusal::TooDeep => "The states would be nested too deep.".to_owned(),
            Refusal::CannotCatch { state_type } => {
                format!("A {state_type} state cannot catch errors; only Task, Parallel and Map states can.")
            }
            Refusal::WrongType { state_type } => format!("This is only possible for a {state_type} state."),
            Refusal::SeveralEntries => {
                "Several ways lead into these states. Select states that are entered at one place only.".to_owned()
            }
            Refusal::SeveralExits => {
                "These states go on at different places. Select states that all lead to the same one.".to_owned()
            }
            Refusal::SeveralBranches => {
                "Its branches run side by side and cannot become one way. Delete or move all but one first.".to_owned()
            }
            Refusal::LastItem { field } => format!("{field} needs at least one entry."),
            Refusal::NotAFrame => "Only Parallel and Map states have states inside.".to_owned(),
            Refusal::NotACondition => "This is no condition for a rule.".to_owned(),
            Refusal::NotAMachineName { character } => {
                format!("The name of a state machine cannot contain “{}”.", character.escape_debug())
            }
            Refusal::CannotReconnect => "Only connections that start at a state can start at another one.".to_owned(),
            Refusal::FieldTaken { field } => format!("There is a field {field} here already."),
            Refusal::NotJson => "This is not valid JSON yet, so it was not applied.".to_owned(),
            Refusal::BrokenText => "The JSON is broken here. Mend it in the JSON panel first.".to_owned(),
            Refusal::CannotEnd => "This transition cannot end the machine; it has to lead to a state.".to_owned(),
        }
    }
}
