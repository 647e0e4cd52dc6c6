//! Where states stand after a person has moved them by hand.

use super::hit::owners;
use crate::asl::{Machine, StateId};
use crate::diagram::{Diagram, NodeKind};
use crate::edit::Placements;
use crate::layout::{Direction, Options, Point, Rect, Shift, nearest_free_place};

/// How near two connected states come to standing exactly in line, in pixels of the drawing: then they do.
const SNAP: f64 = 8.0;

/// A distance in whole pixels that moves a state by about `by`, and in line with a state that it is connected with if it
/// would nearly be.
#[must_use]
pub fn snapped(diagram: &Diagram, state: StateId, by: Point) -> Point {
    let kind = NodeKind::State(state);
    let whole = Point { x: by.x.round(), y: by.y.round() };
    let Some(node) = diagram.node(kind) else { return whole };
    let own = node.rect.center();
    let neighbours = diagram.edges.iter().filter_map(|edge| match (edge.from == kind, edge.to == kind) {
        (true, false) => diagram.node(edge.to),
        (false, true) => diagram.node(edge.from),
        _ => None,
    });
    let centres: Vec<Point> = neighbours.map(|node| node.rect.center()).collect();
    // From where the state is to where it stands in line: exact, so that the line is straight.
    let snap = |own: f64, at: fn(&Point) -> f64, by: f64, whole: f64| {
        let ways = centres.iter().map(|centre| at(centre) - own).filter(|way| (way - by).abs() <= SNAP);
        ways.min_by(|a, b| (a - by).abs().total_cmp(&(b - by).abs())).unwrap_or(whole)
    };
    Point { x: snap(own.x, |point| point.x, by.x, whole.x), y: snap(own.y, |point| point.y, by.y, whole.y) }
}

/// Where a state would come to stand that is moved by a distance, in pixels of the drawing: beside what stands there.
#[must_use]
pub fn landing_place(diagram: &Diagram, machine: &Machine, state: StateId, by: Point) -> Option<Rect> {
    let scope = machine.get(state)?.scope;
    let is_beside = |kind: NodeKind| match kind {
        NodeKind::State(other) => other != state && machine.get(other).is_some_and(|other| other.scope == scope),
        NodeKind::Start(other) | NodeKind::End(other) | NodeKind::Empty(other) => other == scope,
    };
    let others: Vec<Rect> = diagram.nodes.iter().filter(|node| is_beside(node.kind)).map(|node| node.rect).collect();
    let wish = diagram.node(NodeKind::State(state))?.rect.moved(by.x, by.y);
    Some(nearest_free_place(wish, &others, Options::default().edge_node_gap))
}

/// The placements after states were moved by a distance, in pixels of the drawing. What lies in a moved frame goes with
/// it. A state that is moved back to where the layout would put it has no place by hand any more.
#[must_use]
pub fn placed(
    diagram: &Diagram,
    machine: &Machine,
    placements: &Placements,
    states: &[StateId],
    by: Point,
    direction: Direction,
) -> Placements {
    let mut next = placements.clone();
    let goes_with_another = |state: StateId| owners(machine, state).any(|owner| states.contains(&owner));
    for &state in states.iter().filter(|state| !goes_with_another(**state)) {
        let Some(node) = diagram.node(NodeKind::State(state)) else { continue };
        let shift = node.shift.unwrap_or_default().and(Shift::of(by, direction));
        if shift == Shift::default() {
            next.remove(&*node.key.name);
        } else {
            next.insert(node.key.name.to_string(), shift);
        }
    }
    next
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asl::{Document, StateKey};
    use crate::diagram::{Arrangement, Drawn};
    use crate::i18n::Language;

    const NESTED: &str = r#"{"StartAt": "A", "States": {
        "A": {"Type": "Pass", "Next": "M"},
        "M": {"Type": "Map", "End": true, "ItemProcessor": {"StartAt": "I", "States": {"I": {"Type": "Pass", "End": true}}}}
    }}"#;

    fn drawn(placements: &Placements, direction: Direction) -> (Document, Diagram) {
        let document = Document::new(NESTED);
        let arrangement = Arrangement { placements: placements.clone(), direction, ..Arrangement::default() };
        let drawn = Drawn::new(&document, Language::En.messages(), &arrangement, None);
        let diagram = drawn.diagram().as_ref().clone();
        (document, diagram)
    }

    fn move_by(placements: &Placements, names: &[&str], x: f64, y: f64, direction: Direction) -> Placements {
        let (document, diagram) = drawn(placements, direction);
        let states: Vec<StateId> = names.iter().map(|name| document.machine().find(name).unwrap()).collect();
        placed(&diagram, document.machine(), placements, &states, Point { x, y }, direction)
    }

    #[test]
    fn a_state_stands_where_it_was_put_in_both_directions() {
        for direction in [Direction::TopToBottom, Direction::LeftToRight] {
            let before = drawn(&Placements::default(), direction).1;
            let placements = move_by(&Placements::default(), &["A"], 300.0, 200.0, direction);
            let after = drawn(&placements, direction).1;
            let offset = |diagram: &Diagram| {
                let (a, m) = (
                    diagram.state(&StateKey::first("A")).unwrap().rect,
                    diagram.state(&StateKey::first("M")).unwrap().rect,
                );
                (a.x - m.x, a.y - m.y)
            };
            let (x, y) = offset(&before);
            assert_eq!(offset(&after), (x + 300.0, y + 200.0));
        }
    }

    #[test]
    fn where_it_would_stand_is_where_it_will() {
        let (document, diagram) = drawn(&Placements::default(), Direction::TopToBottom);
        let (state, frame) =
            (document.machine().find("A").unwrap(), diagram.state(&StateKey::first("M")).unwrap().rect);
        let onto = frame.y - diagram.state(&StateKey::first("A")).unwrap().rect.y + 3.0;
        let place = landing_place(&diagram, document.machine(), state, Point { x: 0.0, y: onto }).unwrap();
        assert!(!place.overlaps(&frame));
        let placements = move_by(&Placements::default(), &["A"], 0.0, onto, Direction::TopToBottom);
        let after = drawn(&placements, Direction::TopToBottom).1;
        let offset = |a: Rect, m: Rect| (a.x - m.x, a.y - m.y);
        let (a, m) =
            (after.state(&StateKey::first("A")).unwrap().rect, after.state(&StateKey::first("M")).unwrap().rect);
        assert_eq!(offset(a, m), offset(place, frame));
    }

    #[test]
    fn there_and_back_is_no_place_by_hand() {
        let there = move_by(&Placements::default(), &["A"], 120.0, 0.0, Direction::TopToBottom);
        assert_eq!(there, Placements::from([("A".to_owned(), Shift { across: 120.0, along: 0.0 })]));
        assert_eq!(move_by(&there, &["A"], -120.0, 0.0, Direction::TopToBottom), Placements::default());
    }

    #[test]
    fn what_is_in_a_frame_goes_with_it() {
        let placements = move_by(&Placements::default(), &["I", "M"], 50.0, 0.0, Direction::TopToBottom);
        assert_eq!(placements.keys().collect::<Vec<_>>(), ["M"]);
        let after = drawn(&placements, Direction::TopToBottom).1;
        let (inner, frame) = (after.state(&StateKey::first("I")).unwrap(), after.state(&StateKey::first("M")).unwrap());
        assert!(inner.rect.x > frame.rect.x && inner.shift.is_none() && frame.shift.is_some());
    }

    #[test]
    fn a_frame_grows_around_what_is_moved_inside_it() {
        let before = drawn(&Placements::default(), Direction::TopToBottom).1;
        let placements = move_by(&Placements::default(), &["I"], 0.0, 300.0, Direction::TopToBottom);
        let after = drawn(&placements, Direction::TopToBottom).1;
        let height = |diagram: &Diagram| diagram.state(&StateKey::first("M")).unwrap().rect.height;
        assert!(height(&after) > height(&before) + 200.0);
    }

    #[test]
    fn states_that_nearly_stand_in_line_do() {
        let (document, diagram) = drawn(&Placements::default(), Direction::TopToBottom);
        let state = document.machine().find("A").unwrap();
        let straight = snapped(&diagram, state, Point { x: 5.3, y: -20.4 });
        let start = diagram.edges.iter().find(|edge| edge.to == NodeKind::State(state)).unwrap();
        let centre = diagram.node(start.from).unwrap().rect.center().x;
        assert_eq!(diagram.state(&StateKey::first("A")).unwrap().rect.center().x + straight.x, centre);
        assert_eq!(straight.y, -20.0);
        assert_eq!(snapped(&diagram, state, Point { x: 100.4, y: 0.0 }).x, 100.0);
    }
}
