//! The places of a state from which lines are drawn: which there are, where, and what a line from each of them means.

use crate::asl::{StateId, StateType};
use crate::edit::commands::{AddCatcher, AddChoiceRule, AddDefault, ConnectStates};
use crate::edit::{Command, Place};
use crate::layout::{Direction, Point, Rect};

/// How far the port of errors stands from the lower side of a state, in pixels.
const CATCH_RISE: f64 = 12.0;

/// Where the second port stands on the lower side of a state in a drawing that runs to the right, as a share of its width.
const BESIDE: f64 = 0.75;

/// A place of a state from which lines are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Port {
    /// Where the state goes on: `Next`.
    Next,
    /// One more rule of a Choice state.
    Rule,
    /// Where a Choice state goes when no rule matches.
    Default,
    /// Where the state goes on when it fails.
    Catch,
}

impl Port {
    /// The ports of a state; the first one is where its flow leaves.
    #[must_use]
    pub fn of(state_type: Option<StateType>) -> &'static [Self] {
        match state_type {
            Some(StateType::Choice) => &[Self::Rule, Self::Default],
            Some(StateType::Task | StateType::Parallel | StateType::Map) => &[Self::Next, Self::Catch],
            Some(StateType::Pass | StateType::Wait) | None => &[Self::Next],
            Some(StateType::Succeed | StateType::Fail) => &[],
        }
    }

    /// Where it is on a state, in pixels of the drawing.
    #[must_use]
    pub fn place(self, state: Rect, direction: Direction) -> Point {
        let (middle, below) = (state.center(), state.bottom());
        match (self, direction) {
            (Self::Next | Self::Rule, Direction::TopToBottom) => Point { x: middle.x, y: below },
            (Self::Next | Self::Rule, Direction::LeftToRight) => Point { x: state.right(), y: middle.y },
            // The tip of its shape.
            (Self::Default, Direction::TopToBottom) => Point { x: state.right(), y: middle.y },
            (Self::Catch, Direction::TopToBottom) => Point { x: state.right(), y: below - CATCH_RISE },
            (Self::Default | Self::Catch, Direction::LeftToRight) => {
                Point { x: state.x + state.width * BESIDE, y: below }
            }
        }
    }

    /// What a line from this port of a state to another one does.
    #[must_use]
    pub fn command(self, from: StateId, to: StateId) -> Command {
        match self {
            Self::Next => ConnectStates { from, to }.into(),
            Self::Rule => AddChoiceRule { state: from, condition: None, target: to }.into(),
            Self::Default => AddDefault { choice: from, target: Some(to) }.into(),
            Self::Catch => AddCatcher { state: from, target: to, errors: Vec::new() }.into(),
        }
    }

    /// Where a new state is put that a line from this port of a state is to lead to.
    #[must_use]
    pub fn place_of_new(self, from: StateId) -> Place {
        match self {
            Self::Next | Self::Default => Place::After(from),
            Self::Rule => Place::Rule(from),
            Self::Catch => Place::Catcher(from),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asl::{Document, TransitionKind};
    use crate::edit::commands::InsertFragment;
    use crate::edit::plan;

    fn text(state_type: StateType) -> String {
        let own = match state_type {
            StateType::Choice => r#""Choices": [{"Variable": "$.a", "IsNull": true, "Next": "B"}], "Default": "B""#,
            StateType::Parallel => {
                r#""Branches": [{"StartAt": "I", "States": {"I": {"Type": "Succeed"}}}], "Next": "B""#
            }
            StateType::Map => r#""ItemProcessor": {"StartAt": "I", "States": {"I": {"Type": "Succeed"}}}, "Next": "B""#,
            StateType::Succeed | StateType::Fail => r#""Comment": "c""#,
            _ => r#""Next": "B""#,
        };
        format!(
            r#"{{"StartAt": "A", "States": {{"A": {{"Type": "{}", {own}}}, "B": {{"Type": "Succeed"}},
                "C": {{"Type": "Succeed"}}}}}}"#,
            state_type.as_str()
        )
    }

    /// The ways of the state A that lead to another state than before.
    fn new_ways(before: &Document, command: &Command) -> Vec<(TransitionKind, String)> {
        let transaction = plan(before, command).unwrap_or_else(|refusal| panic!("{command:?}: {refusal:?}"));
        let after = before.edited(&transaction.edits);
        let ways = |document: &Document| -> Vec<(TransitionKind, String)> {
            let state = document.machine().state(document.machine().find("A").unwrap());
            state.transitions.iter().map(|way| (way.kind, way.target.name.to_string())).collect()
        };
        let old = ways(before);
        assert!(ways(&after).len() >= old.len(), "no way is taken away");
        ways(&after).into_iter().filter(|way| !old.contains(way)).collect()
    }

    #[test]
    fn each_port_of_each_type_makes_the_way_that_it_shows() {
        for state_type in StateType::ALL {
            let document = Document::new(text(state_type));
            let id = |name: &str| document.machine().find(name).unwrap();
            let kind = |port: Port| match port {
                Port::Next => TransitionKind::Next,
                Port::Rule => TransitionKind::Choice(1),
                Port::Default => TransitionKind::Default,
                Port::Catch => TransitionKind::Catch(0),
            };
            for port in Port::of(Some(state_type)) {
                let ways = new_ways(&document, &port.command(id("A"), id("C")));
                assert_eq!(ways, [(kind(*port), "C".to_owned())], "{port:?} of {state_type:?}");
                let fragment = r#"{"New": {"Type": "Pass"}}"#.to_owned();
                let put_in = Command::from(InsertFragment { place: port.place_of_new(id("A")), fragment });
                assert_eq!(new_ways(&document, &put_in), [(kind(*port), "New".to_owned())], "{port:?} to a new state");
            }
        }
    }

    #[test]
    fn a_state_has_the_ports_of_the_ways_that_its_type_has() {
        for state_type in StateType::ALL {
            let ports = Port::of(Some(state_type));
            assert_eq!(ports.is_empty(), state_type.is_terminal(), "{state_type:?}");
            assert_eq!(ports.contains(&Port::Catch), state_type.can_catch(), "{state_type:?}");
            assert_eq!(ports.contains(&Port::Next), state_type.has_next(), "{state_type:?}");
        }
    }

    #[test]
    fn ports_stand_on_the_border_of_their_state_and_apart() {
        let state = Rect { x: 10.0, y: 20.0, width: 150.0, height: 52.0 };
        for direction in [Direction::TopToBottom, Direction::LeftToRight] {
            for ports in StateType::ALL.map(|state_type| Port::of(Some(state_type))) {
                let places: Vec<Point> = ports.iter().map(|port| port.place(state, direction)).collect();
                for at in &places {
                    assert!(at.x == state.right() || at.y == state.bottom(), "{at:?}");
                }
                if let [a, b] = places[..] {
                    assert!((a.x - b.x).abs() + (a.y - b.y).abs() > 20.0, "{ports:?} {direction:?}");
                }
            }
        }
    }
}
