//! The arrow keys on the graph: along the edges, back, and from one way to the next.

use crate::asl::{Machine, StateId};
use crate::diagram::{Diagram, NodeKind};
use crate::layout::{Direction, Point};

/// An arrow key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrow {
    /// `↑`
    Up,
    /// `↓`
    Down,
    /// `←`
    Left,
    /// `→`
    Right,
}

/// What an arrow means for the flow.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    Along,
    Back,
    Aside(bool),
}

fn way(arrow: Arrow, direction: Direction) -> Way {
    match (direction, arrow) {
        (Direction::TopToBottom, Arrow::Down) | (Direction::LeftToRight, Arrow::Right) => Way::Along,
        (Direction::TopToBottom, Arrow::Up) | (Direction::LeftToRight, Arrow::Left) => Way::Back,
        (Direction::TopToBottom, Arrow::Right) | (Direction::LeftToRight, Arrow::Down) => Way::Aside(true),
        (Direction::TopToBottom, Arrow::Left) | (Direction::LeftToRight, Arrow::Up) => Way::Aside(false),
    }
}

/// Where an arrow leads from a state.
///
/// Along the flow lies the first state inside an open frame, else the target of the state's first transition, else what
/// follows the frame around. Back lies where the walk came from (`came_from`), if that leads here, else the first state that
/// does, else the frame around. Aside lie the other targets of the state that it was reached from, and the other branches of
/// the frame around; where there are none, the nearest state on that side of the drawing.
pub fn walk(
    machine: &Machine,
    diagram: &Diagram,
    direction: Direction,
    from: StateId,
    arrow: Arrow,
    came_from: Option<StateId>,
) -> Option<StateId> {
    machine.get(from)?;
    let map = Map { machine, diagram };
    match way(arrow, direction) {
        Way::Along => map.following(from).first().copied(),
        Way::Back => map.source(from, came_from),
        Way::Aside(forward) => map.beside(from, came_from, direction, forward).or_else(|| map.nearest(from, arrow)),
    }
}

struct Map<'a> {
    machine: &'a Machine,
    diagram: &'a Diagram,
}

impl Map<'_> {
    fn is_drawn(&self, state: StateId) -> bool {
        self.diagram.node(NodeKind::State(state)).is_some()
    }

    /// The first states of the scopes inside a state, as far as they are drawn.
    fn inside(&self, state: StateId) -> Vec<StateId> {
        let inner = self.machine.state(state).inner.iter();
        let first = |scope| {
            let scope = self.machine.scope(scope);
            scope.start_at.as_ref().and_then(|target| target.state).or_else(|| scope.states.first().copied())
        };
        inner.filter_map(|scope| first(*scope)).filter(|state| self.is_drawn(*state)).collect()
    }

    /// The targets of a state's own transitions, each once.
    fn targets(&self, state: StateId) -> Vec<StateId> {
        let mut targets = Vec::new();
        for target in self.machine.state(state).transitions.iter().filter_map(|transition| transition.target.state) {
            if target != state && !targets.contains(&target) {
                targets.push(target);
            }
        }
        targets
    }

    /// All to which a step along the flow may lead: what the drawing shows next.
    fn following(&self, state: StateId) -> Vec<StateId> {
        let inside = self.inside(state);
        if !inside.is_empty() {
            return inside;
        }
        let mut state = state;
        loop {
            let targets = self.targets(state);
            let owner = self.machine.scope(self.machine.state(state).scope).owner;
            match owner {
                // What ends its branch is followed by what follows the frame.
                Some(owner) if targets.is_empty() => state = owner,
                _ => return targets,
            }
        }
    }

    /// The state that this one is reached from.
    fn source(&self, state: StateId, came_from: Option<StateId>) -> Option<StateId> {
        if let Some(before) = came_from.filter(|before| self.machine.get(*before).is_some() && self.is_drawn(*before))
            && before != state
            && self.following(before).contains(&state)
        {
            return Some(before);
        }
        let scope = self.machine.scope(self.machine.state(state).scope);
        let is_first = scope.start_at.as_ref().is_some_and(|target| target.state == Some(state));
        let leads_here = |before: &&StateId| **before != state && self.targets(**before).contains(&state);
        // The first state of a branch comes from its frame, even if the flow also turns back to it.
        let before = if is_first { None } else { scope.states.iter().find(leads_here).copied() };
        before.or(scope.owner).or_else(|| scope.states.iter().find(leads_here).copied())
    }

    /// The next state among those that are reached from the same one, as the drawing orders them across the flow.
    fn beside(
        &self,
        state: StateId,
        came_from: Option<StateId>,
        direction: Direction,
        forward: bool,
    ) -> Option<StateId> {
        let source = self.source(state, came_from)?;
        let inside = self.inside(source);
        let row = if inside.contains(&state) { inside } else { self.targets(source) };
        let across = |other: StateId| {
            let at = self.centre(other)?;
            Some(match direction {
                Direction::TopToBottom => at.x,
                Direction::LeftToRight => at.y,
            })
        };
        let own = across(state)?;
        let others = row.into_iter().filter(|other| *other != state);
        let placed = others.filter_map(|other| Some((across(other)? - own, other)));
        let ahead = placed.filter(|(distance, _)| if forward { *distance > 1.0 } else { *distance < -1.0 });
        ahead.min_by(|a, b| a.0.abs().total_cmp(&b.0.abs())).map(|(_, other)| other)
    }

    fn centre(&self, state: StateId) -> Option<Point> {
        self.diagram.node(NodeKind::State(state)).map(|node| node.rect.center())
    }

    /// The nearest state of the same scope on a side of the drawing.
    fn nearest(&self, state: StateId, arrow: Arrow) -> Option<StateId> {
        let own = self.centre(state)?;
        let others = &self.machine.scope(self.machine.state(state).scope).states;
        let distance = |other: &StateId| {
            let at = self.centre(*other)?;
            let (dx, dy) = (at.x - own.x, at.y - own.y);
            let (ahead, aside) = match arrow {
                Arrow::Up => (-dy, dx),
                Arrow::Down => (dy, dx),
                Arrow::Left => (-dx, dy),
                Arrow::Right => (dx, dy),
            };
            // Within a quarter turn of the arrow.
            (ahead > 1.0 && aside.abs() <= ahead).then(|| (ahead + 2.0 * aside.abs(), *other))
        };
        let found = others.iter().filter(|other| **other != state).filter_map(distance);
        found.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, other)| other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asl::Document;
    use crate::diagram::{Arrangement, Drawn};
    use crate::i18n::Language;

    const MACHINE: &str = r#"{"StartAt": "Ask", "States": {
        "Ask": {"Type": "Choice", "Choices": [{"Variable": "$.a", "IsNull": true, "Next": "Yes"}], "Default": "No"},
        "Yes": {"Type": "Pass", "Next": "Both"},
        "No": {"Type": "Pass", "Next": "Both"},
        "Both": {"Type": "Parallel", "Next": "Done", "Branches": [
            {"StartAt": "L1", "States": {"L1": {"Type": "Pass", "Next": "L2"}, "L2": {"Type": "Pass", "End": true}}},
            {"StartAt": "R1", "States": {"R1": {"Type": "Pass", "End": true}}}]},
        "Done": {"Type": "Choice", "Choices": [{"Variable": "$.a", "IsNull": true, "Next": "Ask"}], "Default": "End"},
        "End": {"Type": "Succeed"}}}"#;

    struct Walker {
        document: Document,
        arrangement: Arrangement,
        drawn: Drawn,
        at: StateId,
        came_from: Option<StateId>,
    }

    impl Walker {
        fn new(arrangement: Arrangement, start: &str) -> Self {
            let document = Document::new(MACHINE);
            let drawn = Drawn::new(&document, Language::En.messages(), &arrangement, None);
            let at = document.machine().find(start).unwrap();
            Self { document, arrangement, drawn, at, came_from: None }
        }

        /// The names that the arrows reach, one after the other; a key without effect gives the same name.
        fn go(&mut self, arrows: &str) -> Vec<String> {
            let arrow = |sign| match sign {
                '↑' => Arrow::Up,
                '↓' => Arrow::Down,
                '←' => Arrow::Left,
                _ => Arrow::Right,
            };
            let machine = self.document.machine();
            let step = |sign| {
                let direction = self.arrangement.direction;
                if let Some(to) = walk(machine, self.drawn.diagram(), direction, self.at, arrow(sign), self.came_from) {
                    self.came_from = Some(self.at);
                    self.at = to;
                }
                machine.state(self.at).name.to_string()
            };
            arrows.chars().map(step).collect()
        }
    }

    #[test]
    fn goes_along_the_flow_into_frames_and_out_again() {
        let mut walker = Walker::new(Arrangement::default(), "Ask");
        assert_eq!(walker.go("↓↓↓↓↓↓"), ["Yes", "Both", "L1", "L2", "Done", "Ask"]);
        let mut walker = Walker::new(Arrangement::default(), "End");
        assert_eq!(walker.go("↓"), ["End"]);
    }

    #[test]
    fn goes_back_the_way_it_came() {
        let mut walker = Walker::new(Arrangement::default(), "No");
        assert_eq!(walker.go("↓↑"), ["Both", "No"]);
        let mut walker = Walker::new(Arrangement::default(), "Both");
        assert_eq!(walker.go("↑↑"), ["Yes", "Ask"]);
        let mut walker = Walker::new(Arrangement::default(), "L2");
        assert_eq!(walker.go("↑↑"), ["L1", "Both"]);
        let mut walker = Walker::new(Arrangement::default(), "L2");
        assert_eq!(walker.go("↓↑"), ["Done", "L2"]);
    }

    #[test]
    fn goes_aside_among_ways_and_branches() {
        let mut walker = Walker::new(Arrangement::default(), "Yes");
        let aside = walker.go("→←←→");
        assert!(aside.contains(&"No".to_owned()) && aside.contains(&"Yes".to_owned()), "{aside:?}");
        let mut walker = Walker::new(Arrangement::default(), "L1");
        let aside = walker.go("→←←→");
        assert!(aside.contains(&"R1".to_owned()) && aside.contains(&"L1".to_owned()), "{aside:?}");
    }

    #[test]
    fn turns_with_the_drawing_and_skips_what_is_folded() {
        let arrangement = Arrangement {
            direction: Direction::LeftToRight,
            folded: ["Both".to_owned()].into(),
            ..Arrangement::default()
        };
        let mut walker = Walker::new(arrangement, "Ask");
        assert_eq!(walker.go("→→→←←←"), ["Yes", "Both", "Done", "Both", "Yes", "Ask"]);
    }
}
