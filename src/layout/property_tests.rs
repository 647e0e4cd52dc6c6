//! What holds for the layout of any graph.

use proptest::prelude::*;

use super::{
    Direction, Edge, EdgeKind, Graph, Layout, Node, NodeId, NodeRole, Options, Parts, Point, Rect, Scope, ScopeId,
    Shift, Size, layout, layout_after,
};

fn kind() -> impl Strategy<Value = EdgeKind> {
    prop_oneof![
        4 => Just(EdgeKind::Next),
        2 => Just(EdgeKind::Choice),
        1 => Just(EdgeKind::Default),
        2 => Just(EdgeKind::Catch),
    ]
}

fn size(widest: u32, tallest: u32) -> impl Strategy<Value = Size> {
    (10..widest, 10..tallest).prop_map(|(width, height)| Size { width: f64::from(width), height: f64::from(height) })
}

fn role() -> impl Strategy<Value = NodeRole> {
    prop_oneof![
        8 => Just(NodeRole::State),
        1 => Just(NodeRole::Start),
        1 => Just(NodeRole::End),
    ]
}

/// Any graph of up to 4 scopes, each framed by a node of an earlier scope, with any edges, some of them between scopes.
fn graph() -> impl Strategy<Value = Graph> {
    let nodes = prop::collection::vec((0..4_u32, size(200, 80), role()), 1..24);
    let edges = prop::collection::vec(
        (any::<prop::sample::Index>(), any::<prop::sample::Index>(), kind(), prop::option::of(size(120, 24))),
        0..40,
    );
    let parents = prop::collection::vec(any::<prop::sample::Index>(), 3);
    (nodes, edges, parents).prop_map(|(nodes, edges, parents)| {
        let mut graph = Graph {
            scopes: vec![Scope { parent: None, title_height: 0.0 }],
            nodes: nodes.into_iter().map(|(scope, size, role)| Node { scope: ScopeId(scope), size, role }).collect(),
            edges: Vec::new(),
            shifts: Vec::new(),
        };
        for (scope, parent) in (1_u32..).zip(parents) {
            let earlier: Vec<u32> =
                (0_u32..).zip(&graph.nodes).filter(|(_, node)| node.scope.0 < scope).map(|(index, _)| index).collect();
            graph.scopes.push(Scope {
                parent: (!earlier.is_empty()).then(|| NodeId(*parent.get(&earlier))),
                title_height: 16.0,
            });
        }
        let count = graph.nodes.len();
        graph.edges = edges
            .into_iter()
            .map(|(from, to, kind, label)| Edge {
                from: NodeId(u32::try_from(from.index(count)).unwrap()),
                to: NodeId(u32::try_from(to.index(count)).unwrap()),
                kind,
                label,
            })
            .collect();
        graph
    })
}

/// Any graph, with some nodes moved by hand in half of them.
fn moved_graph() -> impl Strategy<Value = Graph> {
    let shift = (any::<prop::sample::Index>(), -400..400_i32, -400..400_i32);
    (graph(), prop::collection::vec(shift, 0..5), any::<bool>()).prop_map(|(graph, shifts, has_any)| {
        let mut shifts: Vec<(NodeId, Shift)> = shifts
            .into_iter()
            .filter(|_| has_any)
            .map(|(node, across, along)| {
                let node = NodeId(u32::try_from(node.index(graph.nodes.len())).unwrap());
                (node, Shift { across: f64::from(across), along: f64::from(along) })
            })
            .collect();
        shifts.sort_by_key(|(node, _)| *node);
        shifts.dedup_by_key(|(node, _)| *node);
        Graph { shifts, ..graph }
    })
}

/// A small change of a graph.
#[derive(Clone, Debug)]
enum Change {
    Resize(prop::sample::Index, Size),
    Label(prop::sample::Index, Option<Size>),
    Add(Size, prop::sample::Index, prop::sample::Index, EdgeKind),
    Reconnect(prop::sample::Index, prop::sample::Index),
    Disconnect(prop::sample::Index),
    Release,
}

fn change() -> impl Strategy<Value = Change> {
    let index = any::<prop::sample::Index>;
    prop_oneof![
        3 => (index(), size(200, 80)).prop_map(|(node, size)| Change::Resize(node, size)),
        2 => (index(), prop::option::of(size(120, 24))).prop_map(|(edge, label)| Change::Label(edge, label)),
        2 => (size(200, 80), index(), index(), kind()).prop_map(|(size, from, to, kind)| Change::Add(size, from, to, kind)),
        2 => (index(), index()).prop_map(|(edge, to)| Change::Reconnect(edge, to)),
        1 => index().prop_map(Change::Disconnect),
        1 => Just(Change::Release),
    ]
}

impl Change {
    fn apply(self, graph: &mut Graph) {
        let (n_nodes, n_edges) = (graph.nodes.len(), graph.edges.len());
        let node = |index: prop::sample::Index| NodeId(u32::try_from(index.index(n_nodes)).unwrap());
        match self {
            Change::Resize(at, size) => graph.nodes[at.index(n_nodes)].size = size,
            // A state between two others, at the end of the text.
            Change::Add(size, from, to, kind) => {
                let new = NodeId(u32::try_from(n_nodes).unwrap());
                graph.nodes.push(Node { size, role: NodeRole::State, ..graph.nodes[from.index(n_nodes)] });
                graph.edges.push(Edge { from: node(from), to: new, kind, label: None });
                graph.edges.push(Edge { from: new, to: node(to), kind: EdgeKind::Next, label: Some(size) });
            }
            Change::Release => graph.shifts.clear(),
            Change::Label(..) | Change::Reconnect(..) | Change::Disconnect(_) if n_edges == 0 => {}
            Change::Label(at, label) => graph.edges[at.index(n_edges)].label = label,
            Change::Reconnect(at, to) => graph.edges[at.index(n_edges)].to = node(to),
            Change::Disconnect(at) => drop(graph.edges.remove(at.index(n_edges))),
        }
    }
}

fn options() -> impl Strategy<Value = Options> {
    prop_oneof![Just(Direction::TopToBottom), Just(Direction::LeftToRight)]
        .prop_map(|direction| Options { direction, ..Options::default() })
}

/// Slack for rounding, in pixels.
const ROUNDING: f64 = 1e-6;

fn shrunk(rect: &Rect) -> Rect {
    Rect {
        x: rect.x + ROUNDING,
        y: rect.y + ROUNDING,
        width: (rect.width - 2.0 * ROUNDING).max(0.0),
        height: (rect.height - 2.0 * ROUNDING).max(0.0),
    }
}

fn is_within(inner: &Rect, outer: &Rect) -> bool {
    inner.x >= outer.x - ROUNDING
        && inner.y >= outer.y - ROUNDING
        && inner.right() <= outer.right() + ROUNDING
        && inner.bottom() <= outer.bottom() + ROUNDING
}

fn is_on_border(point: Point, rect: &Rect) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() < ROUNDING;
    let is_beside = point.x > rect.x - ROUNDING && point.x < rect.right() + ROUNDING;
    let is_level = point.y > rect.y - ROUNDING && point.y < rect.bottom() + ROUNDING;
    is_beside
        && is_level
        && (near(point.x, rect.x)
            || near(point.x, rect.right())
            || near(point.y, rect.y)
            || near(point.y, rect.bottom()))
}

/// The rectangle without area that a part of a line covers.
fn part(pair: &[Point]) -> Rect {
    Rect {
        x: pair[0].x.min(pair[1].x),
        y: pair[0].y.min(pair[1].y),
        width: (pair[0].x - pair[1].x).abs(),
        height: (pair[0].y - pair[1].y).abs(),
    }
}

/// The nodes that are drawn in a scope.
fn drawn_in(graph: &Graph, layout: &Layout, scope: ScopeId) -> Vec<usize> {
    (0..graph.nodes.len()).filter(|&node| graph.nodes[node].scope == scope && layout.nodes[node].width > 0.0).collect()
}

fn scope_ids(graph: &Graph) -> impl Iterator<Item = ScopeId> {
    (0_u32..).take(graph.scopes.len()).map(ScopeId)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(400) })]

    #[test]
    fn nodes_of_a_scope_do_not_overlap_and_lie_in_its_room(graph in moved_graph(), options in options()) {
        let layout = layout(&graph, &options);
        for scope in scope_ids(&graph) {
            let nodes = drawn_in(&graph, &layout, scope);
            for (place, &node) in nodes.iter().enumerate() {
                let rect = shrunk(&layout.nodes[node]);
                prop_assert!(is_within(&layout.nodes[node], &layout.scopes[scope.index()]));
                for &other in &nodes[place + 1..] {
                    prop_assert!(!rect.overlaps(&layout.nodes[other]), "{node} and {other}");
                }
            }
        }
    }

    #[test]
    fn scopes_lie_in_their_frames_below_the_header_and_apart(graph in moved_graph(), options in options()) {
        let layout = layout(&graph, &options);
        for (index, scope) in graph.scopes.iter().enumerate().skip(1) {
            let rect = layout.scopes[index];
            let Some(parent) = scope.parent.filter(|_| rect.width > 0.0) else { continue };
            let frame = layout.nodes[parent.index()];
            prop_assert!(is_within(&rect, &frame));
            prop_assert!(rect.y + ROUNDING >= frame.y + graph.nodes[parent.index()].size.height);
            for (other, sibling) in graph.scopes.iter().enumerate().skip(index + 1) {
                let is_sibling = sibling.parent == scope.parent;
                prop_assert!(!is_sibling || !rect.overlaps(&layout.scopes[other]));
            }
        }
    }

    #[test]
    fn lines_run_from_border_to_border_and_through_no_node(graph in moved_graph(), options in options()) {
        let layout = layout(&graph, &options);
        for (edge, route) in graph.edges.iter().zip(&layout.edges) {
            let from = layout.nodes[edge.from.index()];
            let to = layout.nodes[edge.to.index()];
            let scope = graph.nodes[edge.from.index()].scope;
            let is_drawn = scope == graph.nodes[edge.to.index()].scope && from.width > 0.0;
            prop_assert_eq!(route.points.len() >= 2, is_drawn);
            let (Some(&first), Some(&last)) = (route.points.first(), route.points.last()) else {
                continue;
            };
            prop_assert!(is_on_border(first, &from), "{first:?} of {from:?}");
            prop_assert!(is_on_border(last, &to), "{last:?} of {to:?}");
            for pair in route.points.windows(2) {
                let part = part(pair);
                prop_assert!(part.width == 0.0 || part.height == 0.0, "{pair:?}");
                for node in drawn_in(&graph, &layout, scope) {
                    prop_assert!(!part.overlaps(&shrunk(&layout.nodes[node])), "{pair:?} {node}");
                }
                prop_assert!(is_within(&part, &layout.scopes[scope.index()]));
            }
        }
    }

    #[test]
    fn labels_have_room_of_their_own(graph in moved_graph(), options in options()) {
        let layout = layout(&graph, &options);
        for scope in scope_ids(&graph) {
            let nodes = drawn_in(&graph, &layout, scope);
            let mut labels: Vec<Rect> = Vec::new();
            for (edge, route) in graph.edges.iter().zip(&layout.edges) {
                if graph.nodes[edge.from.index()].scope != scope || route.points.is_empty() {
                    continue;
                }
                prop_assert_eq!(route.label.map(|it| (it.width, it.height)), edge.label.map(|it| (it.width, it.height)));
                let Some(label) = route.label else { continue };
                prop_assert!(is_within(&label, &layout.scopes[scope.index()]));
                for &node in &nodes {
                    prop_assert!(!shrunk(&label).overlaps(&layout.nodes[node]));
                }
                for other in &labels {
                    prop_assert!(!shrunk(&label).overlaps(other), "{label:?} {other:?}");
                }
                labels.push(label);
            }
        }
    }

    #[test]
    fn the_flow_runs_in_its_direction_and_only_loops_run_back(graph in graph(), options in options()) {
        let layout = layout(&graph, &options);
        for (edge, route) in graph.edges.iter().zip(&layout.edges) {
            if route.points.is_empty() || edge.from == edge.to {
                prop_assert!(route.points.is_empty() || route.is_back);
                continue;
            }
            let (from, to) = (layout.nodes[edge.from.index()], layout.nodes[edge.to.index()]);
            let (upper, lower) = if route.is_back { (to, from) } else { (from, to) };
            match options.direction {
                Direction::TopToBottom => prop_assert!(upper.bottom() <= lower.y),
                Direction::LeftToRight => prop_assert!(upper.right() <= lower.x),
            }
        }
    }

    #[test]
    fn the_same_graph_gives_the_same_layout(graph in moved_graph(), options in options()) {
        prop_assert_eq!(layout(&graph, &options), layout(&graph, &options));
    }

    #[test]
    fn a_layout_that_takes_over_parts_is_the_one_from_scratch(
        mut graph in moved_graph(),
        options in options(),
        changes in prop::collection::vec(change(), 1..12),
    ) {
        let (_, mut parts) = layout_after(&graph, &options, &Parts::default());
        for change in changes {
            change.apply(&mut graph);
            let (changed, next) = layout_after(&graph, &options, &parts);
            prop_assert_eq!(changed, layout(&graph, &options));
            parts = next;
        }
    }

    #[test]
    fn references_to_nowhere_and_lengths_that_are_none_do_no_harm(
        scopes in prop::collection::vec(prop::option::of(0..6_u32), 0..5),
        nodes in prop::collection::vec((0..6_u32, any::<f64>(), any::<f64>()), 0..6),
        edges in prop::collection::vec((0..8_u32, 0..8_u32, any::<f64>()), 0..8),
        gap in any::<f64>(),
    ) {
        let graph = Graph {
            scopes: scopes
                .into_iter()
                .map(|parent| Scope { parent: parent.map(NodeId), title_height: gap })
                .collect(),
            nodes: nodes
                .into_iter()
                .map(|(scope, width, height)| Node {
                    scope: ScopeId(scope),
                    size: Size { width, height },
                    role: NodeRole::State,
                })
                .collect(),
            edges: edges
                .into_iter()
                .map(|(from, to, width)| Edge {
                    from: NodeId(from),
                    to: NodeId(to),
                    kind: EdgeKind::Next,
                    label: Some(Size { width, height: width }),
                })
                .collect(),
            shifts: vec![(NodeId(1), Shift { across: gap, along: f64::NAN }), (NodeId(9), Shift::default())],
        };
        let options = Options { node_gap: gap, layer_gap: gap, edge_gap: gap, ..Options::default() };
        let layout = layout(&graph, &options);
        prop_assert_eq!(layout.nodes.len(), graph.nodes.len());
        prop_assert_eq!(layout.edges.len(), graph.edges.len());
        prop_assert!(layout.width.is_finite() && layout.height.is_finite());
        for rect in layout.nodes.iter().chain(&layout.scopes) {
            prop_assert!(rect.x.is_finite() && rect.y.is_finite());
            prop_assert!(rect.width.is_finite() && rect.height.is_finite());
        }
    }
}

#[test]
fn two_hundred_levels_of_nesting_are_laid_out() {
    let levels: u32 = 200;
    let mut graph = Graph::default();
    for level in 0..levels {
        graph.scopes.push(Scope { parent: level.checked_sub(1).map(NodeId), title_height: 16.0 });
        graph.nodes.push(Node {
            scope: ScopeId(level),
            size: Size { width: 100.0, height: 40.0 },
            role: NodeRole::State,
        });
    }
    let layout = layout(&graph, &Options::default());
    for pair in layout.nodes.windows(2) {
        assert!(is_within(&pair[1], &pair[0]));
    }
    assert_eq!(layout.nodes[199].width, 100.0);
}

#[test]
fn an_empty_graph_and_an_empty_root_have_a_layout() {
    assert_eq!(layout(&Graph::default(), &Options::default()), Layout::default());
    let graph = Graph { scopes: vec![Scope { parent: None, title_height: 0.0 }], ..Graph::default() };
    let layout = layout(&graph, &Options::default());
    assert!(layout.width > 0.0 && layout.height > 0.0);
}

/// A machine of `count` states with branches that join again, catchers and loops.
fn large(count: u32) -> Graph {
    let size = Size { width: 180.0, height: 56.0 };
    let mut graph = Graph { scopes: vec![Scope { parent: None, title_height: 0.0 }], ..Graph::default() };
    let mut connect = |from: u32, to: u32, kind, label| {
        graph.edges.push(Edge { from: NodeId(from), to: NodeId(to.min(count - 1)), kind, label });
    };
    for index in 0..count {
        connect(index, index + 1 + index % 3, EdgeKind::Next, None);
        if index % 2 == 0 {
            connect(index, index + 1, EdgeKind::Choice, Some(size));
        }
        if index % 7 == 0 {
            connect(index, index + 20, EdgeKind::Catch, None);
        }
        if index % 11 == 10 {
            connect(index, index - 9, EdgeKind::Default, Some(size));
        }
    }
    graph.nodes = vec![Node { scope: ScopeId::ROOT, size, role: NodeRole::State }; count as usize];
    graph
}

#[test]
fn two_thousand_states_are_all_drawn() {
    let graph = large(2000);
    let layout = layout(&graph, &Options::default());
    assert!(layout.nodes.iter().all(|rect| rect.width > 0.0));
    assert!(layout.edges.iter().all(|route| route.points.len() >= 2));
}
