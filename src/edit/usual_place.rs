//! Where states go that a person puts in without pointing at a place, and what they hang on there.

use super::commands::InsertFragment;
use super::{Place, Plan, Refusal};
use crate::asl::{Document, EdgeRef, Machine, ScopeId, State, StateId, StateType, TransitionKind};
use std::collections::BTreeSet;

/// Where a fragment goes that is put in without a place: behind the state `after` or, where nothing can follow that, before
/// it; without one, to the end of the machine's main chain. What cannot stand there is left unconnected beside it.
pub fn usual_place(document: &Document, after: Option<StateId>, fragment: &str) -> Place {
    let machine = document.machine();
    let beside = after.and_then(|state| machine.get(state)).map_or(ScopeId::ROOT, |state| state.scope);
    let place = match after {
        Some(state) if machine.get(state).is_some_and(is_terminal) => only_way_into(machine, state),
        Some(state) => Some(Place::After(state)),
        None => chain_end(machine, ScopeId::ROOT),
    };
    let place = place.unwrap_or(Place::Loose(beside));
    match (InsertFragment { place, fragment: fragment.to_owned() }).plan(document) {
        Err(Refusal::CutsOff) => Place::Loose(beside),
        _ => place,
    }
}

/// The one place where a scope ends with `End`, if there is exactly one: what is let go anywhere in the scope goes there.
pub fn open_end(machine: &Machine, scope: ScopeId) -> Option<EdgeRef> {
    let found = machine.scopes().find(|(id, _)| *id == scope)?.1;
    let mut ends = found.states.iter().copied().filter(|state| machine.state(*state).is_end);
    match (ends.next(), ends.next()) {
        (Some(state), None) => Some(EdgeRef::End(state)),
        _ => None,
    }
}

/// What leads to a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Its scope starts with it.
    First,
    /// Another state does.
    After(StateId),
    /// Nothing does.
    Loose,
}

/// What leads to a state, apart from the states of `placed`, which came together with it.
pub fn standing(machine: &Machine, state: StateId, placed: &[StateId]) -> Standing {
    let Some(own) = machine.get(state) else { return Standing::Loose };
    let scope = machine.scope(own.scope);
    if scope.start_at.as_ref().and_then(|start| start.state) == Some(state) {
        return Standing::First;
    }
    let leads = |other: &StateId| machine.state(*other).transitions.iter().any(|way| way.target.state == Some(state));
    let before = scope.states.iter().copied().filter(|other| !placed.contains(other)).find(leads);
    before.map_or(Standing::Loose, Standing::After)
}

/// Where the main chain of a scope ends: before its Succeed state, at its `End`, or behind a state that leads nowhere yet.
/// `Next` and defaults are followed first, then rules in their order; never what happens after an error.
fn chain_end(machine: &Machine, scope: ScopeId) -> Option<Place> {
    let found = machine.scopes().find(|(id, _)| *id == scope)?.1;
    if found.states.is_empty() {
        return Some(Place::Empty(scope));
    }
    let start = found.start_at.as_ref().and_then(|start| start.state);
    let mut open: Vec<(EdgeRef, StateId)> = start.map(|state| (EdgeRef::Start(scope), state)).into_iter().collect();
    let mut seen = BTreeSet::new();
    while let Some((way_in, id)) = open.pop() {
        let state = machine.state(id);
        if !seen.insert(id) {
            continue;
        }
        if state.is_end {
            return Some(Place::Edge(EdgeRef::End(id)));
        }
        if state.state_type == Some(StateType::Succeed) {
            return Some(Place::Edge(way_in));
        }
        let ways = || state.transitions.iter().filter(|way| !matches!(way.kind, TransitionKind::Catch(_)));
        if !is_terminal(state) && ways().next().is_none() {
            return Some(Place::After(id));
        }
        // What is pushed last is followed first.
        let (main, rules): (Vec<_>, Vec<_>) =
            ways().partition(|way| matches!(way.kind, TransitionKind::Next | TransitionKind::Default));
        for way in rules.into_iter().rev().chain(main) {
            open.extend(way.target.state.map(|to| (EdgeRef::Transition(id, way.kind), to)));
        }
    }
    None
}

/// The edge into a state, if there is only one.
fn only_way_into(machine: &Machine, state: StateId) -> Option<Place> {
    let scope = machine.get(state)?.scope;
    let found = machine.scope(scope);
    let starts = found.start_at.as_ref().and_then(|start| start.state) == Some(state);
    let from = |other: &StateId| {
        let ways = machine.state(*other).transitions.iter().filter(|way| way.target.state == Some(state));
        ways.map(|way| EdgeRef::Transition(*other, way.kind)).collect::<Vec<_>>()
    };
    let mut ways = starts.then_some(EdgeRef::Start(scope)).into_iter().chain(found.states.iter().flat_map(from));
    match (ways.next(), ways.next()) {
        (Some(way), None) => Some(Place::Edge(way)),
        _ => None,
    }
}

fn is_terminal(state: &State) -> bool {
    state.state_type.is_some_and(StateType::is_terminal)
}

#[cfg(test)]
mod tests {
    use super::*;

    const PASS: &str = r#"{"P": {"Type": "Pass", "End": true}}"#;
    const FAIL: &str = r#"{"F": {"Type": "Fail"}}"#;

    fn document(start: &str, states: &str) -> Document {
        Document::new(format!(r#"{{"StartAt": "{start}", "States": {{{states}}}}}"#))
    }

    fn place(document: &Document, after: Option<&str>, fragment: &str) -> Place {
        usual_place(document, after.and_then(|name| document.machine().find(name)), fragment)
    }

    #[test]
    fn the_main_chain_goes_on_where_it_ends() {
        let line = document("A", r#""B": {"Type": "Pass", "End": true}, "A": {"Type": "Pass", "Next": "B"}"#);
        assert_eq!(place(&line, None, PASS), Place::Edge(EdgeRef::End(StateId(0))));
        assert_eq!(place(&line, Some("A"), PASS), Place::After(StateId(1)));
        let unfinished = document("A", r#""A": {"Type": "Pass"}"#);
        assert_eq!(place(&unfinished, None, PASS), Place::After(StateId(0)));
        assert_eq!(place(&document("", ""), None, PASS), Place::Empty(ScopeId::ROOT));
    }

    #[test]
    fn a_chain_that_ends_in_success_goes_on_before_it() {
        let states = r#""A": {"Type": "Task", "Resource": "r", "Catch": [{"ErrorEquals": ["E"], "Next": "X"}], "Next": "S"},
            "X": {"Type": "Pass", "End": true}, "S": {"Type": "Succeed"}"#;
        let document = document("A", states);
        let before = Place::Edge(EdgeRef::Transition(StateId(0), TransitionKind::Next));
        assert_eq!(place(&document, None, PASS), before, "not at the end of what follows an error");
        assert_eq!(place(&document, Some("S"), PASS), before);
        assert_eq!(place(&document, None, FAIL), Place::Loose(ScopeId::ROOT), "it would cut the end off");
    }

    #[test]
    fn failures_and_loops_are_no_end() {
        let states = r#""C": {"Type": "Choice", "Choices": [{"Next": "F"}, {"Next": "A"}], "Default": "W"},
            "W": {"Type": "Wait", "Seconds": 1, "Next": "C"}, "F": {"Type": "Fail"}, "A": {"Type": "Pass", "End": true}"#;
        let document = document("C", states);
        assert_eq!(place(&document, None, PASS), Place::Edge(EdgeRef::End(StateId(3))));
        let rule = EdgeRef::Transition(StateId(0), TransitionKind::Choice(0));
        assert_eq!(place(&document, Some("F"), PASS), Place::Edge(rule));
        let endless = self::document("A", r#""A": {"Type": "Pass", "Next": "A"}"#);
        assert_eq!(place(&endless, None, PASS), Place::Loose(ScopeId::ROOT));
    }

    #[test]
    fn an_end_with_several_ways_into_it_is_left_alone() {
        let states = r#""C": {"Type": "Choice", "Choices": [{"Next": "S"}], "Default": "S"}, "S": {"Type": "Succeed"}"#;
        assert_eq!(place(&document("C", states), Some("S"), PASS), Place::Loose(ScopeId::ROOT));
    }

    #[test]
    fn a_scope_with_one_end_is_open_there() {
        let states =
            r#""A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "End": true}, "C": {"Type": "Succeed"}"#;
        assert_eq!(open_end(document("A", states).machine(), ScopeId::ROOT), Some(EdgeRef::End(StateId(1))));
        let two = states.replace("\"Next\": \"B\"", "\"End\": true");
        assert_eq!(open_end(document("A", &two).machine(), ScopeId::ROOT), None);
        assert_eq!(open_end(document("A", &two).machine(), ScopeId(7)), None);
    }

    #[test]
    fn what_leads_to_a_state_is_its_start_another_state_or_nothing() {
        let states = r#""A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "End": true},
            "L": {"Type": "Pass", "Next": "M"}, "M": {"Type": "Pass", "Next": "L"}"#;
        let document = document("A", states);
        let of = |state: u32, placed: &[StateId]| standing(document.machine(), StateId(state), placed);
        assert_eq!((of(0, &[]), of(1, &[])), (Standing::First, Standing::After(StateId(0))));
        assert_eq!(of(2, &[StateId(2), StateId(3)]), Standing::Loose, "a loop of its own connects nothing");
        assert_eq!(of(9, &[]), Standing::Loose);
    }
}
