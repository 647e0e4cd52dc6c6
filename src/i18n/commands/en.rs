//! The words for commands in English.

use super::CommandMessages;
use crate::edit::{Label, Refusal, StepKind};
use crate::i18n::En;

impl CommandMessages for En {
    fn command_label(&self, label: &Label) -> String {
        let Label { kind, name, other, count } = label;
        match kind {
            StepKind::EditText => "Edit the text".to_owned(),
            StepKind::ReplaceText => "Open another definition".to_owned(),
            StepKind::RenameState => format!("Rename to {name}"),
            StepKind::DeleteStates if *count == 1 => format!("Delete {name}"),
            StepKind::DeleteStates => format!("Delete {count} states"),
            StepKind::DuplicateStates if *count == 1 => format!("Duplicate {name}"),
            StepKind::DuplicateStates => format!("Duplicate {count} states"),
            StepKind::InsertFragment if *count == 1 => format!("Add {name}"),
            StepKind::InsertFragment => format!("Add {name} ({count} states)"),
            StepKind::MoveStates if *count == 1 => format!("Move {name}"),
            StepKind::MoveStates => format!("Move {count} states"),
            StepKind::ConnectStates => format!("Connect {name} to {other}"),
            StepKind::AddCatcher => format!("Catch errors of {name}"),
            StepKind::WrapStates if *count == 1 => format!("Wrap a state in a {other}"),
            StepKind::WrapStates => format!("Wrap {count} states in a {other}"),
            StepKind::Unwrap => format!("Unwrap {name}"),
            StepKind::ExtractToMachine => format!("Extract the state machine {name}"),
            StepKind::AddBranch => format!("Add a branch to {name}"),
            StepKind::AddChoiceRule => format!("Add a rule to {name}"),
            StepKind::AddDefault => format!("Add a Default to {name}"),
            StepKind::InsertItem => format!("Add an entry to {name}"),
            StepKind::RemoveItem => format!("Remove an entry of {name}"),
            StepKind::MoveItem => format!("Reorder {name}"),
            StepKind::PlaceByHand if *count == 1 => format!("Place {name} by hand"),
            StepKind::PlaceByHand => format!("Place {count} states by hand"),
            StepKind::PlaceAutomatically if *count == 1 => "Back to the automatic place".to_owned(),
            StepKind::PlaceAutomatically => format!("{count} states back to their automatic places"),
            StepKind::SetStartAt => format!("Start at {name}"),
            StepKind::ConvertType => format!("Turn {name} into a {other} state"),
            StepKind::ConvertToJsonata if *count == 1 => "Convert a state to JSONata".to_owned(),
            StepKind::ConvertToJsonata => format!("Convert {count} states to JSONata"),
            StepKind::SetField => format!("Change {name}"),
            StepKind::RemoveField => format!("Remove {name}"),
            StepKind::RenameField => format!("Rename the field to {name}"),
            StepKind::ApplyFixes if *count == 1 => "Fix 1 problem".to_owned(),
            StepKind::ApplyFixes => format!("Fix {count} problems"),
            StepKind::SetTarget | StepKind::Reconnect => format!("Reconnect {name}"),
            StepKind::RemoveTransition => format!("Remove a connection of {name}"),
            StepKind::SetName => "Rename the machine".to_owned(),
            StepKind::SetInput => "Change the input".to_owned(),
            StepKind::SetMocks => "Change the mocks".to_owned(),
            StepKind::SetFiles => "Change the attached files".to_owned(),
            StepKind::SetExecutionType => "Change the type of the machine".to_owned(),
            StepKind::SetStartTime => "Change the start time".to_owned(),
            StepKind::SetSilenced => "Change the silenced rules".to_owned(),
            StepKind::SetLinked => "Change the linked machines".to_owned(),
            StepKind::Other => "A change by a later version of Pasos".to_owned(),
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
            Refusal::CannotReconnect => "Only connections that start at a state can start at another one.".to_owned(),
            Refusal::FieldTaken { field } => format!("There is a field {field} here already."),
            Refusal::NotJson => "This is not valid JSON yet, so it was not applied.".to_owned(),
            Refusal::BrokenText => "The JSON is broken here. Mend it in the JSON panel first.".to_owned(),
            Refusal::CannotEnd => "This transition cannot end the machine; it has to lead to a state.".to_owned(),
        }
    }
}
