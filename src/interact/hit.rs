//! What of a drawing lies under a point or in a rectangle, and where something that is let go there would land.

use crate::asl::{Machine, ScopeId, StateId};
use crate::diagram::{Diagram, Edge, Node, NodeKind, STATE_HEIGHT};
use crate::edit::{Place, open_end};
use crate::layout::{Point, Rect};

/// How near an edge has to be to be meant, in pixels of the screen.
pub const REACH: f64 = 12.0;

/// Lines whose distances from a point differ by less than this are one line for the eye, in pixels of the drawing.
const SAME_LINE: f64 = 0.5;

/// Where something would land.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Landing {
    /// The place in the definition.
    pub place: Place,
    /// What to show of it.
    pub mark: Mark,
}

/// What shows where something would land, in pixels of the drawing.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Mark {
    /// A point on an edge.
    Point(Point),
    /// A node, a branch or the inside of a frame.
    Area(Rect),
    /// The drawing as a whole.
    Everything,
}

/// The state under a point: the innermost one; anywhere in a frame where nothing else is, the frame.
#[must_use]
pub fn state_at(diagram: &Diagram, at: Point) -> Option<StateId> {
    node_at(diagram, at, |node| matches!(node.kind, NodeKind::State(_))).and_then(|node| match node.kind {
        NodeKind::State(state) => Some(state),
        _ => None,
    })
}

/// The states that a rectangle touches; of frames, those that it holds altogether. What is inside such a frame goes with
/// it and is not listed.
#[must_use]
pub fn states_in(diagram: &Diagram, machine: &Machine, area: Rect) -> Vec<StateId> {
    let mut found: Vec<StateId> = Vec::new();
    for node in &diagram.nodes {
        let NodeKind::State(state) = node.kind else { continue };
        let is_meant = if node.is_frame { holds(area, node.rect) } else { area.overlaps(&node.rect) };
        let goes_with_a_frame = owners(machine, state).any(|owner| found.contains(&owner));
        if is_meant && !goes_with_a_frame {
            found.push(state);
        }
    }
    found
}

/// The edge nearest to a point, if it is within `reach` (in pixels of the drawing), and the nearest point on it. Only
/// edges that are in the definition count. Of edges that share a line there, as those that lead to one state do, the one
/// is meant whose own middle is nearest.
#[must_use]
pub fn edge_at(diagram: &Diagram, at: Point, reach: f64) -> Option<(&Edge, Point)> {
    let found: Vec<(&Edge, f64, Point)> = diagram
        .edges
        .iter()
        .filter(|edge| edge.edge.is_some())
        .filter_map(|edge| nearest(&edge.points, at).map(|(distance, point)| (edge, distance, point)))
        .filter(|(_, distance, _)| *distance <= reach)
        .collect();
    let least = found.iter().map(|(_, distance, _)| *distance).min_by(f64::total_cmp)?;
    found
        .into_iter()
        .filter(|(_, distance, _)| *distance <= least + SAME_LINE)
        .min_by(|(a, ..), (b, ..)| distance(a.middle, at).total_cmp(&distance(b.middle, at)))
        .map(|(edge, _, point)| (edge, point))
}

/// Where states land that are let go at a point of the drawing: in an empty branch, behind a state, on an edge, or
/// at the one end of the branch or frame there; unconnected in a branch or frame with several ends, and in the machine. `scale` is that of the view; `dragged` are the states themselves,
/// in which nothing can land. Whether the states may be put there is asked of `edit::allow`.
#[must_use]
pub fn landing(diagram: &Diagram, machine: &Machine, at: Point, scale: f64, dragged: &[StateId]) -> Option<Landing> {
    let reach = REACH / scale.max(f64::MIN_POSITIVE);
    let own = |state: StateId| dragged.contains(&state) || owners(machine, state).any(|owner| dragged.contains(&owner));
    if state_at(diagram, at).is_some_and(own) {
        return None;
    }
    let solid = node_at(diagram, at, |node| match node.kind {
        NodeKind::Empty(_) => true,
        NodeKind::State(_) => !node.is_frame || at.y <= node.rect.y + STATE_HEIGHT,
        NodeKind::Start(_) | NodeKind::End(_) => false,
    });
    if let Some(node) = solid {
        let place = match node.kind {
            NodeKind::State(state) => Place::After(state),
            NodeKind::Empty(scope) | NodeKind::Start(scope) | NodeKind::End(scope) => Place::Empty(scope),
        };
        return Some(Landing { place, mark: Mark::Area(node.rect) });
    }
    if let Some((Edge { edge: Some(edge), .. }, point)) = edge_at(diagram, at, reach) {
        return Some(Landing { place: Place::Edge(*edge), mark: Mark::Point(point) });
    }
    let (scope, mark) = scope_at(diagram, machine, at);
    let end = open_end(machine, scope).filter(|_| scope != ScopeId::ROOT);
    if let Some(edge) = diagram.edges.iter().find(|edge| end.is_some() && edge.edge == end) {
        return Some(Landing { place: Place::Edge(edge.edge?), mark: Mark::Point(edge.middle) });
    }
    let is_empty = machine.scopes().find(|(id, _)| *id == scope).is_some_and(|(_, found)| found.states.is_empty());
    let place = if is_empty { Place::Empty(scope) } else { Place::Loose(scope) };
    Some(Landing { place, mark })
}

/// The innermost scope around a point.
fn scope_at(diagram: &Diagram, machine: &Machine, at: Point) -> (ScopeId, Mark) {
    let branches = diagram.branches.iter().filter(|branch| touches(branch.rect, at));
    let branch = branches.max_by_key(|branch| branch.depth).map(|branch| (branch.depth, branch.scope, branch.rect));
    let frames = diagram.nodes.iter().filter(|node| node.is_frame && touches(node.rect, at));
    let frame = frames.max_by_key(|node| node.depth).and_then(|node| {
        let NodeKind::State(state) = node.kind else { return None };
        // Between the branches of a frame the first one is meant; the only one of a Map state always.
        machine.get(state)?.inner.first().map(|scope| (node.depth + 1, *scope, node.rect))
    });
    match (branch, frame) {
        (Some((depth, scope, rect)), Some((inner, ..))) if depth >= inner => (scope, Mark::Area(rect)),
        (_, Some((_, scope, rect))) | (Some((_, scope, rect)), None) => (scope, Mark::Area(rect)),
        (None, None) => (ScopeId::ROOT, Mark::Everything),
    }
}

/// The innermost of the nodes that count and touch a point.
fn node_at(diagram: &Diagram, at: Point, counts: impl Fn(&Node) -> bool) -> Option<&Node> {
    diagram.nodes.iter().filter(|node| touches(node.rect, at) && counts(node)).max_by_key(|node| node.depth)
}

/// The states around a state, the innermost first.
pub(super) fn owners(machine: &Machine, state: StateId) -> impl Iterator<Item = StateId> {
    let owner = |state: &StateId| machine.get(*state).and_then(|state| machine.scope(state.scope).owner);
    std::iter::successors(owner(&state), owner)
}

fn touches(rect: Rect, at: Point) -> bool {
    rect.x <= at.x && at.x <= rect.right() && rect.y <= at.y && at.y <= rect.bottom()
}

fn holds(outer: Rect, inner: Rect) -> bool {
    outer.x <= inner.x && inner.right() <= outer.right() && outer.y <= inner.y && inner.bottom() <= outer.bottom()
}

fn distance(a: Point, b: Point) -> f64 {
    ((a.x - b.x).powi(2) + (a.y - b.y).powi(2)).sqrt()
}

/// The distance of a point from a line, and the nearest point on it.
fn nearest(line: &[Point], at: Point) -> Option<(f64, Point)> {
    let parts = line.windows(2).map(|pair| {
        let (from, to) = (pair[0], pair[1]);
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let length = dx * dx + dy * dy;
        let part = if length > 0.0 { ((at.x - from.x) * dx + (at.y - from.y) * dy) / length } else { 0.0 };
        let part = part.clamp(0.0, 1.0);
        let point = Point { x: from.x + part * dx, y: from.y + part * dy };
        (distance(point, at), point)
    });
    parts.min_by(|(a, _), (b, _)| a.total_cmp(b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::asl::{Document, EdgeRef, TransitionKind};
    use crate::diagram::diagram;
    use crate::i18n::Language;

    const TEXT: &str = r#"{"StartAt": "A", "States": {
        "A": {"Type": "Pass", "Next": "P"},
        "P": {"Type": "Parallel", "Branches": [
            {"StartAt": "I", "States": {"I": {"Type": "Pass", "Next": "J"}, "J": {"Type": "Pass", "End": true}}}, {"States": {}}],
            "Next": "M"},
        "M": {"Type": "Map", "ItemProcessor": {"StartAt": "X", "States": {"X": {"Type": "Succeed"}}}, "End": true}}}"#;

    struct Drawn {
        document: Document,
        diagram: Diagram,
    }

    impl Drawn {
        fn new(text: &str) -> Self {
            let document = Document::new(text);
            let diagram = diagram(&document, Language::En.messages());
            Self { document, diagram }
        }

        fn id(&self, name: &str) -> StateId {
            self.document.machine().find(name).unwrap()
        }

        fn rect(&self, kind: NodeKind) -> Rect {
            self.diagram.nodes.iter().find(|node| node.kind == kind).unwrap().rect
        }

        fn state(&self, name: &str) -> Rect {
            self.rect(NodeKind::State(self.id(name)))
        }

        fn middle_of_next(&self, name: &str) -> (EdgeRef, Point) {
            let edge = EdgeRef::Transition(self.id(name), TransitionKind::Next);
            (edge, self.diagram.edges.iter().find(|found| found.edge == Some(edge)).unwrap().middle)
        }

        fn place(&self, at: Point, dragged: &[StateId]) -> Option<Place> {
            landing(&self.diagram, self.document.machine(), at, 1.0, dragged).map(|landing| landing.place)
        }
    }

    #[test]
    fn an_edge_is_meant_from_twelve_pixels() {
        let drawn = Drawn::new(TEXT);
        for name in ["A", "I"] {
            let (edge, middle) = drawn.middle_of_next(name);
            assert_eq!(drawn.place(middle.moved(11.5, 0.0), &[]), Some(Place::Edge(edge)));
            assert_ne!(drawn.place(middle.moved(12.5, 0.0), &[]), Some(Place::Edge(edge)));
        }
        let (edge, middle) = drawn.middle_of_next("A");
        let machine = drawn.document.machine();
        let far = landing(&drawn.diagram, machine, middle.moved(20.0, 0.0), 0.5, &[]).unwrap();
        assert_eq!(far, Landing { place: Place::Edge(edge), mark: Mark::Point(middle) }, "what is seen half as large");
    }

    #[test]
    fn states_heads_branches_and_the_background_are_places() {
        let drawn = Drawn::new(TEXT);
        let (a, p) = (drawn.id("A"), drawn.id("P"));
        assert_eq!(drawn.place(drawn.state("A").center(), &[]), Some(Place::After(a)));
        let frame = drawn.state("P");
        let head = Point { x: frame.x + 20.0, y: frame.y + 20.0 };
        assert_eq!(drawn.place(head, &[]), Some(Place::After(p)));
        assert_eq!(drawn.place(drawn.rect(NodeKind::Empty(ScopeId(2))).center(), &[]), Some(Place::Empty(ScopeId(2))));
        let branch = drawn.diagram.branches[0].rect;
        let corner = Point { x: branch.x + 1.0, y: branch.bottom() - 1.0 };
        let end = EdgeRef::End(drawn.id("J"));
        assert_eq!(drawn.place(corner, &[]), Some(Place::Edge(end)), "the branch goes on at its one end");
        let map = drawn.state("M");
        let corner = Point { x: map.x + 1.0, y: map.bottom() - 1.0 };
        assert_eq!(drawn.place(corner, &[]), Some(Place::Loose(ScopeId(3))));
        let outside = Point { x: drawn.diagram.width + 100.0, y: 0.0 };
        assert_eq!(drawn.place(outside, &[]), Some(Place::Loose(ScopeId::ROOT)));
        assert_eq!(Drawn::new(r#"{"States": {}}"#).place(outside, &[]), Some(Place::Empty(ScopeId::ROOT)));
    }

    #[test]
    fn nothing_lands_in_itself() {
        let drawn = Drawn::new(TEXT);
        let p = [drawn.id("P")];
        assert_eq!(drawn.place(drawn.state("P").center(), &p), None);
        assert_eq!(drawn.place(drawn.state("I").center(), &p), None);
        assert!(drawn.place(drawn.state("A").center(), &p).is_some());
    }

    #[test]
    fn a_rectangle_takes_what_it_touches_and_frames_that_it_holds() {
        let drawn = Drawn::new(TEXT);
        let machine = drawn.document.machine();
        let names = |area: Rect| -> Vec<&str> {
            let found = states_in(&drawn.diagram, machine, area);
            found.into_iter().map(|state| &*machine.state(state).name).collect()
        };
        let everything = Rect { x: 0.0, y: 0.0, width: drawn.diagram.width, height: drawn.diagram.height };
        assert_eq!(names(everything), ["A", "P", "M"]);
        let i = drawn.state("I");
        assert_eq!(names(Rect { width: 2.0, height: 2.0, ..i.moved(1.0, 1.0) }), ["I"], "not the frame around it");
        assert!(names(Rect { width: 0.0, height: 0.0, ..everything }).is_empty());
        assert_eq!(state_at(&drawn.diagram, i.center()), Some(drawn.id("I")));
    }
}
