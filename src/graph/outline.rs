//! The order in which people read a machine: along its flow, from its first state, inner scopes under their state.

use crate::asl::{Machine, ScopeId, ScopeRole, StateId};

/// What one line of an outline stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OutlineItem {
    /// A state.
    State(StateId),
    /// A branch of a Parallel state.
    Branch(ScopeId),
}

/// One line of an outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct OutlineRow {
    /// What it stands for.
    pub item: OutlineItem,
    /// How deep it lies; 1 for the machine's own states.
    pub level: usize,
    /// Its number among the lines beside it, from 1.
    pub position: usize,
    /// How many lines lie beside it, itself included.
    pub set_size: usize,
    /// Whether lines lie under it.
    pub has_children: bool,
}

/// The states of a scope in the order of the flow: a state comes before those that it leads to, save where the flow turns
/// back, and the ways of a state in the order in which they are tried. What nothing leads to comes last, in the order of the
/// text.
pub fn flow_order(machine: &Machine, scope: ScopeId) -> Vec<StateId> {
    let scope = machine.scope(scope);
    let first = scope.start_at.as_ref().and_then(|target| target.state);
    let mut order = Vec::with_capacity(scope.states.len());
    let mut is_seen = vec![false; machine.n_states()];
    // The tail of the order is found first: what nothing leads to is appended, walk by walk.
    for root in first.into_iter().chain(scope.states.iter().copied()) {
        let mut finished = Vec::new();
        let mut open = vec![(root, 0)];
        if std::mem::replace(&mut is_seen[root.0 as usize], true) {
            continue;
        }
        while let Some((state, n_tried)) = open.last_mut() {
            let transitions = &machine.state(*state).transitions;
            // The last way is followed first: what is finished first stands last.
            let Some(index) = transitions.len().checked_sub(*n_tried + 1) else {
                finished.push(*state);
                open.pop();
                continue;
            };
            *n_tried += 1;
            if let Some(target) = transitions[index].target.state
                && !std::mem::replace(&mut is_seen[target.0 as usize], true)
            {
                open.push((target, 0));
            }
        }
        order.extend(finished.into_iter().rev());
    }
    order
}

/// All lines of a machine's outline. The states of a Map lie right under it, those of a Parallel under its branches.
pub fn outline(machine: &Machine) -> Vec<OutlineRow> {
    let mut rows = Vec::with_capacity(machine.n_states());
    let mut open: Vec<OutlineRow> = Vec::new();
    if machine.root().is_some() {
        push_states(machine, ScopeId::ROOT, 1, &mut open);
    }
    while let Some(row) = open.pop() {
        rows.push(row);
        match row.item {
            OutlineItem::Branch(scope) => push_states(machine, scope, row.level + 1, &mut open),
            OutlineItem::State(state) => push_inner(machine, state, row.level + 1, &mut open),
        }
    }
    rows
}

fn push_states(machine: &Machine, scope: ScopeId, level: usize, open: &mut Vec<OutlineRow>) {
    let has_children = |state: StateId| {
        let inner = &machine.state(state).inner;
        inner.iter().any(|scope| is_branch(machine, *scope) || !machine.scope(*scope).states.is_empty())
    };
    let states = flow_order(machine, scope);
    let set_size = states.len();
    let rows = states.into_iter().enumerate().map(|(index, state)| OutlineRow {
        item: OutlineItem::State(state),
        level,
        position: index + 1,
        set_size,
        has_children: has_children(state),
    });
    open.extend(rows.rev());
}

fn push_inner(machine: &Machine, state: StateId, level: usize, open: &mut Vec<OutlineRow>) {
    let inner = &machine.state(state).inner;
    let branches = inner.iter().copied().enumerate().filter(|(_, scope)| is_branch(machine, *scope));
    let rows = branches.map(|(index, scope)| OutlineRow {
        item: OutlineItem::Branch(scope),
        level,
        position: index + 1,
        set_size: inner.len(),
        has_children: !machine.scope(scope).states.is_empty(),
    });
    open.extend(rows.rev());
    for scope in inner.iter().filter(|scope| !is_branch(machine, **scope)) {
        push_states(machine, *scope, level, open);
    }
}

fn is_branch(machine: &Machine, scope: ScopeId) -> bool {
    matches!(machine.scope(scope).role, ScopeRole::Branch(_))
}

/// What lies around a state, the outermost first, without the machine and the state itself: the Map and Parallel states, and
/// the branches of these.
pub fn around(machine: &Machine, state: StateId) -> Vec<OutlineItem> {
    let mut path = Vec::new();
    let mut scope = machine.state(state).scope;
    while let Some(owner) = machine.scope(scope).owner {
        if is_branch(machine, scope) {
            path.push(OutlineItem::Branch(scope));
        }
        path.push(OutlineItem::State(owner));
        scope = machine.state(owner).scope;
    }
    path.reverse();
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asl::Document;

    fn names(machine: &Machine, items: impl IntoIterator<Item = OutlineItem>) -> Vec<String> {
        let name = |item| match item {
            OutlineItem::State(state) => machine.state(state).name.to_string(),
            OutlineItem::Branch(scope) => format!("branch of scope {}", scope.0),
        };
        items.into_iter().map(name).collect()
    }

    #[test]
    fn follows_the_flow_and_not_the_text() {
        let document = Document::new(
            r#"{"StartAt": "Ask", "States": {
                "Lost": {"Type": "Pass", "Next": "Join"},
                "Join": {"Type": "Pass", "Next": "Again"},
                "No": {"Type": "Pass", "Next": "Join"},
                "Yes": {"Type": "Task", "Resource": "r", "Next": "Join",
                        "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Mend"}]},
                "Mend": {"Type": "Pass", "Next": "Join"},
                "Again": {"Type": "Choice", "Choices": [{"Variable": "$.x", "IsNull": true, "Next": "Ask"}], "Default": "Done"},
                "Done": {"Type": "Succeed"},
                "Ask": {"Type": "Choice", "Choices": [{"Variable": "$.x", "IsNull": true, "Next": "Yes"}], "Default": "No"}}}"#,
        );
        let order = flow_order(document.machine(), ScopeId::ROOT).into_iter().map(OutlineItem::State);
        assert_eq!(names(document.machine(), order), ["Ask", "Yes", "Mend", "No", "Join", "Again", "Done", "Lost"]);
    }

    const NESTED: &str = r#"{"StartAt": "Both", "States": {
        "Both": {"Type": "Parallel", "End": true, "Branches": [
            {"StartAt": "Each", "States": {"Each": {"Type": "Map", "End": true, "ItemProcessor": {
                "StartAt": "One", "States": {"One": {"Type": "Pass", "End": true}}}}}},
            {"StartAt": "Side", "States": {"Side": {"Type": "Pass", "End": true}}}]}}}"#;

    #[test]
    fn inner_scopes_lie_under_their_state() {
        let document = Document::new(NESTED);
        let rows = outline(document.machine());
        let items = names(document.machine(), rows.iter().map(|row| row.item));
        assert_eq!(items, ["Both", "branch of scope 1", "Each", "One", "branch of scope 3", "Side"]);
        assert_eq!(rows.iter().map(|row| row.level).collect::<Vec<_>>(), [1, 2, 3, 4, 2, 3]);
        assert_eq!((rows[4].position, rows[4].set_size), (2, 2));
        assert_eq!(rows.iter().map(|row| row.has_children).collect::<Vec<_>>(), [true, true, true, false, true, false]);
    }

    #[test]
    fn tells_what_lies_around() {
        let document = Document::new(NESTED);
        let machine = document.machine();
        let one = machine.find("One").unwrap();
        assert_eq!(names(machine, around(machine, one)), ["Both", "branch of scope 1", "Each"]);
        assert!(around(machine, machine.find("Both").unwrap()).is_empty());
    }

    #[test]
    fn any_text_has_an_outline() {
        for text in ["", "[]", "{}", r#"{"States": {}}"#, r#"{"StartAt": "B", "States": {"A": 1, "A": {"Next": "A"}}}"#]
        {
            let document = Document::new(text);
            assert_eq!(outline(document.machine()).len(), document.machine().n_states(), "{text}");
        }
    }
}
