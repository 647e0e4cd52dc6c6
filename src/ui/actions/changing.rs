//! The actions that are one command on the selected states, and what must hold of these for them.

use super::Actions;
use super::focus::{after_drawing, focus_selected, is_focus_in_graph, place_of_selected};
use crate::action::Action;
use crate::asl::{QueryLanguage, State, StateId, StateType};
use crate::edit::commands::{
    AddBranch, ConvertType, DuplicateStates, ExtractToMachine, SetStartAt, Unwrap, WrapStates,
};
use crate::edit::{Command, allow};
use crate::ui::state::{MenuKind, OpenMenu};
use leptos::prelude::*;

impl Actions {
    /// Whether an action on the selected states fits them; reading it follows what that depends on.
    pub(super) fn fits_selection(self, action: Action) -> bool {
        let states = self.workspace.selected_states();
        let Some(first) = states.first().copied() else { return false };
        let fits_one = |holds: &dyn Fn(&State) -> bool| {
            let holds = |state: &State| states.len() == 1 && holds(state);
            self.workspace.document.with(|document| document.machine().get(first).is_some_and(holds))
        };
        match action {
            Action::Rename | Action::ConvertType => fits_one(&|_| true),
            Action::AddAfter | Action::Connect => {
                fits_one(&|state| !state.state_type.is_some_and(StateType::is_terminal))
            }
            Action::Catch => fits_one(&|state| state.state_type.is_none_or(StateType::can_catch)),
            Action::AddBranch => fits_one(&|state| state.state_type == Some(StateType::Parallel)),
            Action::ToJsonata => fits_one(&|state| state.query_language == QueryLanguage::JSONPath),
            Action::Fold => fits_one(&|state| !state.inner.is_empty()),
            Action::SetStart => self.workspace.document.with(|document| {
                let is_start = |state: &State| {
                    let start = document.machine().scope(state.scope).start_at.as_ref();
                    start.and_then(|start| start.state) == Some(first)
                };
                states.len() == 1 && document.machine().get(first).is_some_and(|state| !is_start(state))
            }),
            Action::Unwrap => {
                states.len() == 1 && self.workspace.document.with(|document| allow::unwrap(document, first).is_ok())
            }
            Action::WrapInParallel | Action::WrapInMap | Action::Extract => {
                self.workspace.document.with(|document| allow::enclose(document.machine(), &states).is_ok())
            }
            Action::PlaceAutomatically => !self.workspace.selected_placed().is_empty(),
            // All the others are done to any states.
            _ => true,
        }
    }

    /// The command that an action on the selected states is; none for actions that are more than one command.
    fn command(self, action: Action, states: Vec<StateId>) -> Option<Command> {
        let first = *states.first()?;
        Some(match action {
            Action::Duplicate => Command::from(DuplicateStates { states }),
            Action::WrapInParallel => Command::from(WrapStates { states, state_type: StateType::Parallel }),
            Action::WrapInMap => Command::from(WrapStates { states, state_type: StateType::Map }),
            Action::Unwrap => Command::from(Unwrap { state: first }),
            Action::Extract => Command::from(ExtractToMachine { name: self.machine_name(first), states }),
            Action::AddBranch => Command::from(AddBranch { state: first }),
            Action::SetStart => Command::from(SetStartAt { state: first }),
            _ => return None,
        })
    }

    /// Changes the selected states, and says so.
    pub(super) fn change(self, action: Action) {
        let states = untrack(move || self.workspace.selected_states());
        if let Some(command) = self.command(action, states) {
            self.apply(&command);
        }
    }

    /// Makes the selected state one of another type, and says so.
    pub(in crate::ui) fn convert(self, state_type: StateType) {
        if let Some(state) = untrack(move || self.workspace.selected_states()).first().copied() {
            self.apply(&ConvertType { state, state_type }.into());
        }
    }

    /// Does a command, and says so. In the graph the focus goes where the selection does.
    fn apply(self, command: &Command) {
        let is_in_graph = is_focus_in_graph();
        if self.workspace.apply(command) {
            self.workspace.say_step();
            if is_in_graph {
                focus_selected(self);
            }
        }
    }

    /// Lets a person choose another type for the selected state: in the place of the menu that is open, or else at the state.
    pub(super) fn choose_type(self) {
        let kind = MenuKind::Types;
        match self.menu.get_untracked() {
            Some(open) => self.menu.set(Some(OpenMenu { kind, ..open })),
            None => {
                self.tabs_to_graph();
                after_drawing(move || {
                    let at = place_of_selected(self);
                    self.menu.set(Some(OpenMenu { at, kind }));
                });
            }
        }
    }

    /// The name of a state, which a machine that is made of it gets.
    fn machine_name(self, state: StateId) -> String {
        self.workspace.document.with_untracked(|document| {
            document.machine().get(state).map(|state| state.name.to_string()).unwrap_or_default()
        })
    }
}
