//! From the tree of a definition to its machine.

use super::machine::{Machine, Scope, ScopeId, ScopeRole, State, StateId, Target, Transition, TransitionKind};
use super::{QueryLanguage, StateType};
use crate::text::json::{NodeId, NodeKind, Tree};
use foldhash::{HashMap, HashMapExt as _};
use std::collections::hash_map::Entry;

/// Reads what can be read; what is missing or of the wrong type is left out, for the rules to report.
pub(super) fn read(tree: &Tree) -> Machine {
    let mut machine = Machine::default();
    let Some(root) = tree.root().filter(|root| matches!(tree.kind(*root), NodeKind::Object(_))) else {
        return machine;
    };
    machine.query_language = language(tree, root).unwrap_or_default();
    add_scope(&mut machine, tree, root, None, ScopeRole::Machine);
    resolve_targets(&mut machine);
    machine
}

fn language(tree: &Tree, node: NodeId) -> Option<QueryLanguage> {
    QueryLanguage::parse(tree.as_str(tree.get(node, "QueryLanguage")?)?)
}

// Recursion is bounded: each inner scope lies deeper in the tree, and the tree ends at `json::MAX_DEPTH`.
fn add_scope(machine: &mut Machine, tree: &Tree, node: NodeId, owner: Option<StateId>, role: ScopeRole) -> ScopeId {
    let id = ScopeId(machine.scopes.len() as u32);
    let states_node = tree.get(node, "States").filter(|states| matches!(tree.kind(*states), NodeKind::Object(_)));
    machine.scopes.push(Scope {
        node,
        owner,
        role,
        start_at: tree.get(node, "StartAt").and_then(|start| target(tree, start)),
        states_node,
        states: Vec::new(),
    });
    for member in states_node.map(|states| tree.members(states)).unwrap_or_default() {
        let state = StateId(machine.states.len() as u32);
        let state_type = tree.get(member.value, "Type").and_then(|name| StateType::parse(tree.as_str(name)?));
        machine.states.push(State {
            name: member.key.clone(),
            name_span: member.key_span,
            node: member.value,
            scope: id,
            state_type,
            query_language: language(tree, member.value).unwrap_or(machine.query_language),
            inner: Vec::new(),
            transitions: transitions(tree, member.value, state_type),
            is_end: tree.get(member.value, "End").and_then(|end| tree.as_bool(end)) == Some(true),
        });
        match machine.by_name.entry(member.key.clone()) {
            Entry::Vacant(free) => drop(free.insert(state)),
            Entry::Occupied(first) => {
                machine.of_one_name.entry(first.key().clone()).or_insert_with(|| vec![*first.get()]).push(state);
            }
        }
        machine.scopes[id.0 as usize].states.push(state);
        for (inner, role) in inner_scopes(tree, member.value, state_type) {
            let inner = add_scope(machine, tree, inner, Some(state), role);
            machine.states[state.0 as usize].inner.push(inner);
        }
    }
    id
}

fn inner_scopes(tree: &Tree, node: NodeId, state_type: Option<StateType>) -> Vec<(NodeId, ScopeRole)> {
    match state_type {
        Some(StateType::Parallel) => {
            let branches = tree.get(node, "Branches").map(|branches| tree.items(branches)).unwrap_or_default();
            branches.iter().enumerate().map(|(index, branch)| (*branch, ScopeRole::Branch(index))).collect()
        }
        Some(StateType::Map) => {
            let processor = tree.get(node, "ItemProcessor").or_else(|| tree.get(node, "Iterator"));
            processor.map(|processor| (processor, ScopeRole::ItemProcessor)).into_iter().collect()
        }
        _ => Vec::new(),
    }
}

fn transitions(tree: &Tree, node: NodeId, state_type: Option<StateType>) -> Vec<Transition> {
    let mut transitions = Vec::new();
    let mut add = |kind, field: Option<NodeId>| {
        if let Some(target) = field.and_then(|field| target(tree, field)) {
            transitions.push(Transition { kind, target });
        }
    };
    let list = |field| tree.get(node, field).map(|list| tree.items(list)).unwrap_or_default();
    if state_type == Some(StateType::Choice) {
        for (index, rule) in list("Choices").iter().enumerate() {
            add(TransitionKind::Choice(index), tree.get(*rule, "Next"));
        }
        add(TransitionKind::Default, tree.get(node, "Default"));
    } else if state_type.is_none_or(StateType::has_next) {
        add(TransitionKind::Next, tree.get(node, "Next"));
    }
    if state_type.is_none_or(StateType::can_catch) {
        for (index, catcher) in list("Catch").iter().enumerate() {
            add(TransitionKind::Catch(index), tree.get(*catcher, "Next"));
        }
    }
    transitions
}

fn target(tree: &Tree, node: NodeId) -> Option<Target> {
    Some(Target { name: tree.as_str(node)?.into(), node, state: None })
}

fn resolve_targets(machine: &mut Machine) {
    for index in 0..machine.scopes.len() {
        let ids = std::mem::take(&mut machine.scopes[index].states);
        let mut by_name: HashMap<&str, StateId> = HashMap::with_capacity(ids.len());
        for id in &ids {
            by_name.entry(&machine.state(*id).name).or_insert(*id);
        }
        let find = |target: &Target| by_name.get(&*target.name).copied();
        let start = machine.scopes[index].start_at.as_ref().and_then(find);
        let found: Vec<Option<StateId>> = ids
            .iter()
            .flat_map(|id| &machine.state(*id).transitions)
            .map(|transition| find(&transition.target))
            .collect();
        if let Some(start_at) = &mut machine.scopes[index].start_at {
            start_at.state = start;
        }
        let mut found = found.into_iter();
        for id in &ids {
            for transition in &mut machine.states[id.0 as usize].transitions {
                transition.target.state = found.next().flatten();
            }
        }
        machine.scopes[index].states = ids;
    }
}

#[cfg(test)]
mod tests {
    use crate::asl::{Document, ScopeRole, StateId, StateType, TransitionKind};

    #[test]
    fn reads_scopes_states_and_transitions() {
        let document = Document::new(
            r#"{"StartAt": "P", "QueryLanguage": "JSONata", "States": {
                "P": {"Type": "Parallel", "Branches": [
                    {"StartAt": "A", "States": {"A": {"Type": "Pass", "End": true}}},
                    {"StartAt": "B", "States": {"B": {"Type": "Succeed"}}}],
                  "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "C"}], "Next": "C"},
                "C": {"Type": "Choice", "Choices": [{"Next": "P"}, {"Next": "Nowhere"}], "Default": "D"},
                "D": {"Type": "Fail", "Next": "P"}}}"#,
        );
        let machine = document.machine();
        let names: Vec<&str> = machine.states().map(|(_, state)| &*state.name).collect();
        assert_eq!(names, ["P", "A", "B", "C", "D"]);
        let parallel = machine.state(machine.find("P").unwrap());
        assert_eq!(parallel.state_type, Some(StateType::Parallel));
        assert_eq!(machine.scope(parallel.inner[1]).role, ScopeRole::Branch(1));
        let kinds: Vec<_> = parallel.transitions.iter().map(|transition| transition.kind).collect();
        assert_eq!(kinds, [TransitionKind::Next, TransitionKind::Catch(0)]);
        let choice = machine.state(machine.find("C").unwrap());
        assert_eq!(choice.transitions[0].target.state, machine.find("P"));
        assert_eq!(choice.transitions[1].target.state, None);
        assert!(machine.state(machine.find("D").unwrap()).transitions.is_empty(), "a Fail state goes nowhere");
    }

    #[test]
    fn a_name_finds_the_first_state_that_is_called_so() {
        let document = Document::new(
            r#"{"StartAt": "M", "States": {
                "M": {"Type": "Map", "ItemProcessor": {"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "A"}}}},
                "A": {"Type": "Pass", "Next": "A"}, "A": {"Type": "Wait", "Next": "A"}}}"#,
        );
        let machine = document.machine();
        let found = machine.find("A").unwrap();
        assert_eq!(machine.scope(machine.state(found).scope).role, ScopeRole::ItemProcessor);
        let leads_to: Vec<_> =
            machine.states().filter_map(|(_, state)| state.transitions.first()?.target.state).collect();
        assert_eq!(leads_to, [found, StateId(2), StateId(2)], "a way leads to the first of its own scope");
        assert_eq!(machine.find("B"), None);
    }

    #[test]
    fn a_broken_definition_still_gives_a_machine() {
        let document = Document::new(r#"{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Ty"#);
        assert_eq!(document.machine().n_states(), 2);
        assert!(Document::new("[]").machine().root().is_none());
        assert!(Document::new("").machine().root().is_none());
    }
}
