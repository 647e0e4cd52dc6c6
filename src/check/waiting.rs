//! States at which an execution stands still for a while.

use crate::asl::resource::Resource;
use crate::asl::{Machine, State, StateId, StateType};
use crate::text::json::Tree;

/// The Resource of a Task.
pub(super) fn resource(tree: &Tree, state: &State) -> Option<Resource> {
    if state.state_type != Some(StateType::Task) {
        return None;
    }
    tree.get(state.node, "Resource").and_then(|resource| tree.as_str(resource)).map(Resource::parse)
}

/// Whether a state itself waits: a Wait state, a job, a callback or an activity.
fn is_waiting(tree: &Tree, state: &State) -> bool {
    state.state_type == Some(StateType::Wait) || resource(tree, state).is_some_and(|resource| resource.has_task_token())
}

/// For each state, whether it or one inside of it waits. Inner states follow their outer one in the text, so one walk
/// backwards does: O(states).
pub(super) fn waiting_states(tree: &Tree, machine: &Machine) -> Vec<bool> {
    let mut waiting: Vec<bool> = machine.states().map(|(_, state)| is_waiting(tree, state)).collect();
    for index in (0..waiting.len()).rev() {
        let scope = machine.scope(machine.state(StateId(index as u32)).scope);
        if let (true, Some(owner)) = (waiting[index], scope.owner) {
            waiting[owner.0 as usize] = true;
        }
    }
    waiting
}
