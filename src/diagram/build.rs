//! From a document to its drawing.

use super::label::detail;
use super::text_width::{code_width, text_width};
use super::{Branch, Diagram, Edge, Node, NodeKind, STATE_HEIGHT};
use crate::asl::{Document, EdgeRef, Machine, ScopeId, ScopeRole, StateType, Target, TransitionKind, summary};
use crate::i18n::Messages;
use crate::layout::{self, EdgeKind, NodeRole, Options, Point, Size};

/// The least and greatest width of a state, in pixels.
const STATE_WIDTH: (f64, f64) = (150.0, 280.0);

/// What of a state's width is not text: the icon and the margins, in pixels.
const STATE_MARGIN: f64 = 76.0;

/// Draws a document.
pub fn diagram(document: &Document, words: &dyn Messages) -> Diagram {
    let mut builder =
        Builder { document, words, graph: layout::Graph::default(), kinds: Vec::new(), edges: Vec::new() };
    if document.machine().root().is_none_or(|root| root.states.is_empty() && root.states_node.is_none()) {
        return Diagram::default();
    }
    builder.add_scopes();
    builder.add_edges();
    let placed = layout::layout(&builder.graph, &Options::default());
    builder.finish(placed)
}

struct PendingEdge {
    edge: Option<EdgeRef>,
    kind: Option<TransitionKind>,
    label: Option<String>,
}

struct Builder<'a> {
    document: &'a Document,
    words: &'a dyn Messages,
    graph: layout::Graph,
    kinds: Vec<NodeKind>,
    edges: Vec<PendingEdge>,
}

impl Builder<'_> {
    fn machine(&self) -> &Machine {
        self.document.machine()
    }

    fn node(&self, kind: NodeKind) -> Option<layout::NodeId> {
        self.kinds.binary_search(&kind).ok().map(|index| layout::NodeId(index as u32))
    }

    /// Nodes are sorted by kind, so that each is found by a search: states first, in the order of the text.
    fn add_scopes(&mut self) {
        let document = self.document;
        let machine = document.machine();
        let mut kinds: Vec<NodeKind> = machine.states().map(|(id, _)| NodeKind::State(id)).collect();
        for (id, scope) in machine.scopes() {
            if scope.states.is_empty() {
                kinds.push(NodeKind::Empty(id));
                continue;
            }
            kinds.push(NodeKind::Start(id));
            if scope.states.iter().any(|state| ends(machine, *state)) {
                kinds.push(NodeKind::End(id));
            }
        }
        kinds.sort();
        self.kinds = kinds;
        for (_, scope) in machine.scopes() {
            let title_height = if matches!(scope.role, ScopeRole::Branch(_)) { 20.0 } else { 0.0 };
            let parent = scope.owner.and_then(|owner| self.node(NodeKind::State(owner)));
            self.graph.scopes.push(layout::Scope { parent, title_height });
        }
        for kind in self.kinds.clone() {
            let (scope, size, role) = match kind {
                NodeKind::State(id) => (machine.state(id).scope, self.state_size(id), NodeRole::State),
                NodeKind::Start(scope) => (scope, self.marker_size(scope, self.words.start()), NodeRole::Start),
                NodeKind::End(scope) => (scope, self.marker_size(scope, self.words.end()), NodeRole::End),
                NodeKind::Empty(scope) => (scope, Size { width: 150.0, height: 40.0 }, NodeRole::State),
            };
            self.graph.nodes.push(layout::Node { scope: layout::ScopeId(scope.0), size, role });
        }
    }

    fn state_size(&self, id: crate::asl::StateId) -> Size {
        let state = self.machine().state(id);
        let text = text_width(&state.name, 15.5).max(text_width(&detail(self.document, id, self.words), 12.5));
        let margin = if state.state_type == Some(StateType::Choice) { STATE_MARGIN + 18.0 } else { STATE_MARGIN };
        // Even numbers keep centre lines on whole pixels.
        let width = ((text + margin) / 2.0).ceil() * 2.0;
        Size { width: width.clamp(STATE_WIDTH.0, STATE_WIDTH.1), height: STATE_HEIGHT }
    }

    /// The machine's own markers carry words; those inside frames are dots.
    fn marker_size(&self, scope: ScopeId, text: &str) -> Size {
        if scope == ScopeId::ROOT {
            Size { width: ((text_width(text, 12.0) + 28.0) / 2.0).ceil() * 2.0, height: 28.0 }
        } else {
            Size { width: 14.0, height: 14.0 }
        }
    }

    fn add_edges(&mut self) {
        let document = self.document;
        let machine = document.machine();
        for (id, scope) in machine.scopes() {
            let first = scope.start_at.as_ref();
            self.connect(
                NodeKind::Start(id),
                first,
                PendingEdge { edge: Some(EdgeRef::Start(id)), kind: None, label: None },
                EdgeKind::Start,
            );
        }
        for (id, state) in machine.states() {
            for transition in &state.transitions {
                let kind = match transition.kind {
                    TransitionKind::Next => EdgeKind::Next,
                    TransitionKind::Choice(_) => EdgeKind::Choice,
                    TransitionKind::Default => EdgeKind::Default,
                    TransitionKind::Catch(_) => EdgeKind::Catch,
                };
                let pending = PendingEdge {
                    edge: Some(EdgeRef::Transition(id, transition.kind)),
                    kind: Some(transition.kind),
                    label: summary::transition(document, id, transition.kind),
                };
                self.connect(NodeKind::State(id), Some(&transition.target), pending, kind);
            }
            if ends(machine, id) {
                let edge = state.is_end.then_some(EdgeRef::End(id));
                let pending = PendingEdge { edge, kind: None, label: None };
                self.push_edge(NodeKind::State(id), NodeKind::End(state.scope), pending, EdgeKind::End);
            }
        }
    }

    fn connect(&mut self, from: NodeKind, target: Option<&Target>, pending: PendingEdge, kind: EdgeKind) {
        if let Some(state) = target.and_then(|target| target.state) {
            self.push_edge(from, NodeKind::State(state), pending, kind);
        }
    }

    fn push_edge(&mut self, from: NodeKind, to: NodeKind, pending: PendingEdge, kind: EdgeKind) {
        let (Some(from), Some(to)) = (self.node(from), self.node(to)) else { return };
        let label =
            pending.label.as_ref().map(|text| Size { width: (code_width(text, 12.0) + 18.0).ceil(), height: 20.0 });
        self.graph.edges.push(layout::Edge { from, to, kind, label });
        self.edges.push(pending);
    }

    fn finish(self, placed: layout::Layout) -> Diagram {
        let machine = self.document.machine();
        let nodes = self
            .kinds
            .iter()
            .zip(&placed.nodes)
            .map(|(kind, rect)| {
                let (scope, is_frame, detail) = match kind {
                    NodeKind::State(id) => {
                        let state = machine.state(*id);
                        (state.scope, !state.inner.is_empty(), detail(self.document, *id, self.words))
                    }
                    NodeKind::Start(scope) | NodeKind::End(scope) | NodeKind::Empty(scope) => {
                        (*scope, false, String::new())
                    }
                };
                Node { kind: *kind, rect: *rect, is_frame, depth: machine.depth(scope), detail }
            })
            .collect();
        let branches = machine
            .scopes()
            .zip(&placed.scopes)
            .filter_map(|((id, scope), rect)| match scope.role {
                ScopeRole::Branch(index) => {
                    Some(Branch { scope: id, number: index + 1, depth: machine.depth(id), rect: *rect })
                }
                _ => None,
            })
            .collect();
        let edges = self
            .edges
            .into_iter()
            .zip(&self.graph.edges)
            .zip(placed.edges)
            .map(|((pending, edge), route)| Edge {
                edge: pending.edge,
                kind: pending.kind,
                from: self.kinds[edge.from.index()],
                to: self.kinds[edge.to.index()],
                middle: middle(&route),
                label: pending.label.zip(route.label),
                is_back: route.is_back,
                points: route.points,
            })
            .collect();
        Diagram { width: placed.width, height: placed.height, nodes, branches, edges }
    }
}

/// Whether a line leads from a state to the End marker. A Fail state ends by itself.
fn ends(machine: &Machine, id: crate::asl::StateId) -> bool {
    let state = machine.state(id);
    state.is_end || state.state_type == Some(StateType::Succeed)
}

/// The middle of the longest straight part that no label covers.
fn middle(route: &layout::Route) -> Point {
    let parts = route.points.windows(2).map(|pair| {
        let length = (pair[1].x - pair[0].x).abs() + (pair[1].y - pair[0].y).abs();
        let point = Point { x: (pair[0].x + pair[1].x) / 2.0, y: (pair[0].y + pair[1].y) / 2.0 };
        let covered = route.label.is_some_and(|label| {
            point.x >= label.x - 12.0
                && point.x <= label.x + label.width + 12.0
                && point.y >= label.y - 12.0
                && point.y <= label.y + label.height + 12.0
        });
        (covered, length, point)
    });
    let best = parts.reduce(|best, part| if (best.0, -best.1) <= (part.0, -part.1) { best } else { part });
    best.map_or(Point { x: 0.0, y: 0.0 }, |(_, _, point)| point)
}
