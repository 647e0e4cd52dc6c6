//! Graphs for the tests of the whole layout, built from names, and a drawing of the result for the developer's eye.

use std::fmt::Write;

use super::{Edge, EdgeKind, Graph, Layout, Node, NodeId, NodeRole, Options, Scope, ScopeId, Size, layout};

/// Builds graphs in tests.
pub(super) struct Sample {
    pub(super) graph: Graph,
    names: Vec<String>,
}

impl Sample {
    pub(super) fn new() -> Sample {
        Sample {
            graph: Graph { scopes: vec![Scope { parent: None, title_height: 0.0 }], ..Graph::default() },
            names: Vec::new(),
        }
    }

    pub(super) fn scope_in(&mut self, parent: NodeId) -> ScopeId {
        let id = ScopeId(u32::try_from(self.graph.scopes.len()).unwrap());
        self.graph.scopes.push(Scope { parent: Some(parent), title_height: 20.0 });
        id
    }

    fn node(&mut self, scope: ScopeId, name: &str, width: f64, role: NodeRole) -> NodeId {
        let id = NodeId(u32::try_from(self.graph.nodes.len()).unwrap());
        let height = if role == NodeRole::State { 56.0 } else { 32.0 };
        self.graph.nodes.push(Node { scope, size: Size { width, height }, role });
        self.names.push(name.to_owned());
        id
    }

    pub(super) fn state(&mut self, scope: ScopeId, name: &str) -> NodeId {
        self.node(scope, name, 180.0, NodeRole::State)
    }

    pub(super) fn start(&mut self, scope: ScopeId) -> NodeId {
        self.node(scope, "Start", 64.0, NodeRole::Start)
    }

    pub(super) fn end(&mut self, scope: ScopeId) -> NodeId {
        self.node(scope, "End", 64.0, NodeRole::End)
    }

    pub(super) fn edge(&mut self, from: NodeId, to: NodeId, kind: EdgeKind) {
        self.graph.edges.push(Edge { from, to, kind, label: None });
    }

    pub(super) fn labelled(&mut self, from: NodeId, to: NodeId, kind: EdgeKind, width: f64) {
        self.edge(from, to, kind);
        self.graph.edges.last_mut().unwrap().label = Some(Size { width, height: 20.0 });
    }

    /// A scope with a start, states one after the other, and an end.
    pub(super) fn line(&mut self, scope: ScopeId, names: &[&str]) -> Vec<NodeId> {
        let start = self.start(scope);
        let states: Vec<NodeId> = names.iter().map(|name| self.state(scope, name)).collect();
        let end = self.end(scope);
        self.edge(start, states[0], EdgeKind::Start);
        for pair in states.windows(2) {
            self.edge(pair[0], pair[1], EdgeKind::Next);
        }
        self.edge(*states.last().unwrap(), end, EdgeKind::End);
        states
    }

    pub(super) fn svg(&self, options: &Options) -> String {
        svg(&self.graph, &self.names, &layout(&self.graph, options))
    }
}

/// The drawing as SVG.
fn svg(graph: &Graph, names: &[String], layout: &Layout) -> String {
    let mut svg = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' width='{0}' height='{1}' viewBox='0 0 {0} {1}' font-family='sans-serif' font-size='13'>\
         <defs><marker id='head' viewBox='0 0 8 8' refX='8' refY='4' markerWidth='8' markerHeight='8' orient='auto'>\
         <path d='M0 0L8 4L0 8z' fill='context-stroke'/></marker></defs><rect width='100%' height='100%' fill='#fafafa'/>",
        layout.width, layout.height
    );
    // Outer boxes come first: the vectors need not be in that order.
    let mut boxes: Vec<(usize, bool)> = (0..layout.nodes.len()).map(|it| (it, true)).collect();
    boxes.extend((1..layout.scopes.len()).map(|it| (it, false)));
    let rect_of = |&(index, is_node): &(usize, bool)| {
        if is_node { layout.nodes[index] } else { layout.scopes[index] }
    };
    boxes.sort_by(|a, b| {
        let area = |it| rect_of(it).width * rect_of(it).height;
        area(b).total_cmp(&area(a))
    });
    for it in &boxes {
        let rect = rect_of(it);
        let (fill, stroke, radius) = match *it {
            (_, false) => ("#f1f5f9", "#cbd5e1", 6),
            (node, true) if graph.nodes[node].role != NodeRole::State => ("#e2e8f0", "#64748b", 16),
            _ => ("#ffffff", "#475569", 8),
        };
        write!(
            svg,
            "<rect x='{}' y='{}' width='{}' height='{}' rx='{radius}' fill='{fill}' stroke='{stroke}'/>",
            rect.x, rect.y, rect.width, rect.height
        )
        .unwrap();
        if let (node, true) = *it {
            write!(
                svg,
                "<text x='{}' y='{}' text-anchor='middle'>{}</text>",
                rect.center().x,
                rect.y + graph.nodes[node].size.height / 2.0 + 4.0,
                names[node]
            )
            .unwrap();
        }
    }
    for (edge, route) in graph.edges.iter().zip(&layout.edges) {
        let color = match (edge.kind, route.is_back) {
            (EdgeKind::Catch, _) => "#dc2626",
            (_, true) => "#7c3aed",
            (EdgeKind::Default, _) => "#0284c7",
            _ => "#334155",
        };
        write!(
            svg,
            "<path d='{}' fill='none' stroke='{color}' stroke-width='1.5' marker-end='url(#head)'/>",
            rounded(&route.points)
        )
        .unwrap();
    }
    for route in &layout.edges {
        if let Some(label) = route.label {
            write!(
                svg,
                "<rect x='{}' y='{}' width='{}' height='{}' rx='4' fill='#fff' stroke='#94a3b8'/>",
                label.x, label.y, label.width, label.height
            )
            .unwrap();
        }
    }
    svg.push_str("</svg>");
    svg
}

fn rounded(points: &[super::Point]) -> String {
    let mut path = String::new();
    for (index, point) in points.iter().enumerate() {
        if index == 0 {
            write!(path, "M{} {}", point.x, point.y).unwrap();
        } else if let Some(next) = points.get(index + 1) {
            let towards = |to: &super::Point| {
                let (dx, dy) = (to.x - point.x, to.y - point.y);
                let length = dx.abs() + dy.abs();
                let cut = (length / 2.0).min(8.0) / length.max(0.001);
                point.moved(dx * cut, dy * cut)
            };
            let (before, after) = (towards(&points[index - 1]), towards(next));
            write!(path, "L{} {}Q{} {} {} {}", before.x, before.y, point.x, point.y, after.x, after.y).unwrap();
        } else {
            write!(path, "L{} {}", point.x, point.y).unwrap();
        }
    }
    path
}
