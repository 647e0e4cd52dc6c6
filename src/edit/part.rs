//! Several states that are handled together: what of a selection counts, in which order, and how it hangs together.

use super::Refusal;
use crate::asl::{Machine, ScopeId, StateId, TransitionKind};
use std::collections::{BTreeMap, BTreeSet};

/// States of one scope, with all that is inside them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) scope: ScopeId,
    /// In the order in which they are reached from the start of the scope.
    pub(super) states: Vec<StateId>,
    members: BTreeSet<StateId>,
}

impl Part {
    /// The parts of a selection, one for each scope. A state inside another selected one goes with that one.
    pub(super) fn all(machine: &Machine, selection: &[StateId]) -> Result<Vec<Self>, Refusal> {
        let selected: BTreeSet<StateId> = selection.iter().copied().collect();
        if selected.is_empty() || selected.iter().any(|state| machine.get(*state).is_none()) {
            return Err(Refusal::NotFound);
        }
        let mut scopes: Vec<ScopeId> = Vec::new();
        let mut outermost = BTreeSet::new();
        for state in &selected {
            let scope = machine.state(*state).scope;
            if around(machine, scope).any(|owner| selected.contains(&owner)) {
                continue;
            }
            outermost.insert(*state);
            if !scopes.contains(&scope) {
                scopes.push(scope);
            }
        }
        Ok(scopes
            .into_iter()
            .map(|scope| {
                let in_scope = |state: &StateId| machine.state(*state).scope == scope;
                let members: BTreeSet<StateId> = outermost.iter().copied().filter(in_scope).collect();
                let states = in_order(machine, scope).into_iter().filter(|state| members.contains(state)).collect();
                Self { scope, states, members }
            })
            .collect())
    }

    /// The one part of a selection that lies in one scope.
    pub(super) fn single(machine: &Machine, selection: &[StateId]) -> Result<Self, Refusal> {
        let mut parts = Self::all(machine, selection)?;
        match (parts.pop(), parts.is_empty()) {
            (Some(part), true) => Ok(part),
            _ => Err(Refusal::SeveralScopes),
        }
    }

    /// All states of a scope.
    pub(super) fn whole(machine: &Machine, scope: ScopeId) -> Self {
        let states = in_order(machine, scope);
        Self { scope, members: states.iter().copied().collect(), states }
    }

    pub(super) fn contains(&self, state: StateId) -> bool {
        self.members.contains(&state)
    }

    /// Whether a scope lies inside one of the states.
    pub(super) fn is_around(&self, machine: &Machine, scope: ScopeId) -> bool {
        around(machine, scope).any(|owner| self.contains(owner))
    }

    /// The states to which a way leads from outside, or at which the scope starts.
    pub(super) fn entries(&self, machine: &Machine) -> Vec<StateId> {
        let scope = machine.scope(self.scope);
        let outside = scope.states.iter().filter(|state| !self.contains(**state));
        let targets: BTreeSet<StateId> = outside
            .flat_map(|state| &machine.state(*state).transitions)
            .map(|transition| &transition.target)
            .chain(&scope.start_at)
            .filter_map(|target| target.state)
            .collect();
        self.states.iter().copied().filter(|state| targets.contains(state)).collect()
    }

    /// The groups of states that hang together, each in order, the first of each being its entry. Groups from which
    /// nothing leads on come last, as nothing could follow them.
    pub(super) fn chains(&self, machine: &Machine) -> Vec<Vec<StateId>> {
        let mut neighbours: BTreeMap<StateId, Vec<StateId>> = BTreeMap::new();
        for state in &self.states {
            for transition in &machine.state(*state).transitions {
                if let Some(target) = transition.target.state.filter(|target| self.contains(*target)) {
                    neighbours.entry(*state).or_default().push(target);
                    neighbours.entry(target).or_default().push(*state);
                }
            }
        }
        let positions: BTreeMap<StateId, usize> = self.states.iter().copied().zip(0..).collect();
        let mut seen = BTreeSet::new();
        let mut chains = Vec::new();
        for state in &self.states {
            let mut chain = Vec::new();
            let mut pending = vec![*state];
            while let Some(state) = pending.pop() {
                if seen.insert(state) {
                    chain.push(state);
                    pending.extend(neighbours.get(&state).into_iter().flatten());
                }
            }
            if !chain.is_empty() {
                chain.sort_by_key(|state| positions.get(state));
                chains.push(chain);
            }
        }
        chains.sort_by_key(|chain| !self.leads_on(machine, chain));
        chains
    }

    /// Whether a way goes on behind some states of the part.
    fn leads_on(&self, machine: &Machine, chain: &[StateId]) -> bool {
        chain.iter().any(|id| {
            let state = machine.state(*id);
            let goes_out = |kind: TransitionKind| matches!(kind, TransitionKind::Next | TransitionKind::Default);
            let leaves = state.transitions.iter().any(|transition| {
                goes_out(transition.kind) && transition.target.state.is_none_or(|target| !self.contains(target))
            });
            leaves || (state.is_end && state.state_type.is_none_or(crate::asl::StateType::has_next))
        })
    }
}

/// The states around a scope, the innermost first.
fn around(machine: &Machine, scope: ScopeId) -> impl Iterator<Item = StateId> {
    std::iter::successors(machine.scope(scope).owner, |owner| machine.scope(machine.state(*owner).scope).owner)
}

/// The states of a scope in the order in which a search from its start reaches them; then those that nothing leads to,
/// with what they lead to; then the rest, in the order of the text.
fn in_order(machine: &Machine, scope: ScopeId) -> Vec<StateId> {
    let found = machine.scope(scope);
    let led_to: BTreeSet<StateId> = found
        .states
        .iter()
        .flat_map(|state| machine.state(*state).transitions.iter().map(move |transition| (state, transition)))
        .filter_map(|(state, transition)| transition.target.state.filter(|target| target != state))
        .collect();
    let start = found.start_at.as_ref().and_then(|start| start.state);
    let roots = found.states.iter().copied().filter(|state| !led_to.contains(state));
    let mut order = Vec::with_capacity(found.states.len());
    let mut seen = BTreeSet::new();
    for root in start.into_iter().chain(roots).chain(found.states.iter().copied()) {
        let mut next = order.len();
        if seen.insert(root) {
            order.push(root);
        }
        while let Some(state) = order.get(next).copied() {
            next += 1;
            for target in machine.state(state).transitions.iter().filter_map(|transition| transition.target.state) {
                if seen.insert(target) {
                    order.push(target);
                }
            }
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asl::Document;

    const TEXT: &str = r#"{"StartAt": "A", "States": {
        "D": {"Type": "Succeed"},
        "C": {"Type": "Pass", "Next": "D"},
        "B": {"Type": "Map", "ItemProcessor": {"StartAt": "I", "States": {"I": {"Type": "Pass", "End": true}}}, "Next": "C"},
        "A": {"Type": "Pass", "Next": "B"}, "Z": {"Type": "Pass", "Next": "Y"}, "Y": {"Type": "Pass", "End": true}}}"#;

    fn names(machine: &Machine, states: &[StateId]) -> String {
        states.iter().map(|state| &*machine.state(*state).name).collect()
    }

    #[test]
    fn what_is_inside_goes_with_what_is_around() {
        let document = Document::new(TEXT);
        let machine = document.machine();
        let ids = |names: &str| -> Vec<StateId> {
            names.chars().filter_map(|name| machine.find(&name.to_string())).collect()
        };
        let part = Part::single(machine, &ids("DIB")).unwrap();
        assert_eq!(names(machine, &part.states), "BD", "in the order of the flow");
        assert!(part.is_around(machine, ScopeId(1)));
        assert_eq!(Part::single(machine, &ids("AI")), Err(Refusal::SeveralScopes));
        assert_eq!(names(machine, &Part::single(machine, &ids("BC")).unwrap().entries(machine)), "B");
        let chains = Part::single(machine, &ids("DCAYZ")).unwrap().chains(machine);
        let chains: Vec<String> = chains.iter().map(|chain| names(machine, chain)).collect();
        assert_eq!(chains, ["A", "ZY", "CD"], "what ends by itself comes last");
        assert_eq!(Part::single(machine, &[]), Err(Refusal::NotFound));
    }
}
