//! From a document to its drawing, and from a changed document to the next one with as little work as that needs.

use super::addition_places::addition_places;
use super::graph::{Outline, PendingEdge};
use super::joining::join;
use super::key::{Keys, Role, owner_name};
use super::{Arrangement, Branch, Diagram, Edge, Node, NodeKind};
use crate::asl::{Document, Machine, ScopeRole};
use crate::i18n::Messages;
use crate::layout::{self, Options};
use std::sync::Arc;

/// Draws a document from top to bottom, nothing folded.
pub fn diagram(document: &Document, words: &dyn Messages) -> Diagram {
    Arc::unwrap_or_clone(Drawn::new(document, words, &Arrangement::default(), None).diagram)
}

/// A drawing with what it was made of, so that the next one can be made from it.
#[derive(Clone, Debug)]
pub struct Drawn {
    graph: layout::Graph,
    placed: Arc<layout::Layout>,
    parts: Arc<layout::Parts>,
    arrangement: Arrangement,
    diagram: Arc<Diagram>,
}

impl Drawn {
    /// Draws a document. Where the graph is that of `before`, its places are kept, where a part of it is, the layout of that
    /// part; where the whole drawing is, it is the very same one.
    pub fn new(document: &Document, words: &dyn Messages, arrangement: &Arrangement, before: Option<&Self>) -> Self {
        let machine = document.machine();
        if machine.root().is_none_or(|root| root.states.is_empty() && root.states_node.is_none()) {
            return Self {
                graph: layout::Graph::default(),
                placed: Arc::default(),
                parts: Arc::default(),
                arrangement: arrangement.clone(),
                diagram: Arc::default(),
            };
        }
        let Outline { graph, kinds, details, edges } = Outline::new(document, words, arrangement);
        let direction = arrangement.direction;
        let (placed, parts) = match before {
            Some(before) if before.arrangement.direction == direction && before.graph == graph => {
                (Arc::clone(&before.placed), Arc::clone(&before.parts))
            }
            _ => {
                let parts = before.map(|before| Arc::clone(&before.parts)).unwrap_or_default();
                let options = Options { direction, ..Options::default() };
                let (placed, parts) = layout::layout_after(&graph, &options, &parts);
                (Arc::new(placed), Arc::new(parts))
            }
        };
        let mut keys = Keys::default();
        let mut nodes = nodes(machine, arrangement, &placed, &kinds, details, &mut keys);
        for (node, shift) in &placed.shifts {
            nodes[node.index()].shift = Some(*shift);
        }
        let edges = lines(&graph, &placed, &nodes, edges);
        let branches = rooms(machine, &placed, &mut keys);
        let diagram = Diagram { width: placed.width, height: placed.height, nodes, branches, edges };
        let diagram = match before {
            Some(before) if *before.diagram == diagram => Arc::clone(&before.diagram),
            _ => Arc::new(diagram),
        };
        Self { graph, placed, parts, arrangement: arrangement.clone(), diagram }
    }

    /// The graph that was laid out, for those who measure layouts.
    pub fn graph(&self) -> &layout::Graph {
        &self.graph
    }

    /// Where everything of the graph is.
    pub fn layout(&self) -> &layout::Layout {
        &self.placed
    }

    /// The drawing.
    pub fn diagram(&self) -> &Arc<Diagram> {
        &self.diagram
    }
}

fn nodes(
    machine: &Machine,
    arrangement: &Arrangement,
    placed: &layout::Layout,
    kinds: &[NodeKind],
    details: Vec<String>,
    keys: &mut Keys,
) -> Vec<Node> {
    let depths = depths(machine);
    let nodes = kinds.iter().zip(&placed.nodes).zip(details).map(|((&kind, &rect), detail)| {
        let (scope, state_type, holds, is_folded) = match kind {
            NodeKind::State(id) => {
                let state = machine.state(id);
                (state.scope, state.state_type, !state.inner.is_empty(), arrangement.is_folded(machine, id))
            }
            NodeKind::Start(scope) | NodeKind::End(scope) | NodeKind::Empty(scope) => (scope, None, false, false),
        };
        Node {
            key: keys.of_node(machine, kind),
            kind,
            state_type,
            rect,
            is_frame: holds && !is_folded,
            is_folded,
            depth: depths[scope.0 as usize],
            shift: None,
            detail,
        }
    });
    nodes.collect()
}

/// For each scope, how many frames are around it.
fn depths(machine: &Machine) -> Vec<usize> {
    let mut depths: Vec<usize> = Vec::new();
    // An outer scope comes before its inner ones.
    for (_, scope) in machine.scopes() {
        depths.push(scope.owner.map_or(0, |owner| depths[machine.state(owner).scope.0 as usize] + 1));
    }
    depths
}

fn rooms(machine: &Machine, placed: &layout::Layout, keys: &mut Keys) -> Vec<Branch> {
    let drawn = machine.scopes().zip(&placed.scopes).filter(|(_, rect)| rect.width > 0.0);
    let rooms = drawn.filter_map(|((id, scope), &rect)| match scope.role {
        ScopeRole::Branch(index) => Some(Branch {
            key: keys.next(Role::Branch, owner_name(machine, id)),
            scope: id,
            number: index + 1,
            depth: machine.depth(id),
            rect,
        }),
        _ => None,
    });
    rooms.collect()
}

fn lines(graph: &layout::Graph, placed: &layout::Layout, nodes: &[Node], edges: Vec<PendingEdge>) -> Vec<Edge> {
    let takes_additions = edges.iter().zip(&placed.edges).filter(|(pending, _)| pending.edge.is_some());
    let mut places = addition_places(takes_additions.map(|(_, route)| route)).into_iter();
    let lines = edges.into_iter().zip(&graph.edges).zip(&placed.edges).map(|((pending, edge), route)| {
        let (from, to) = (&nodes[edge.from.index()], &nodes[edge.to.index()]);
        let middle = pending.edge.and_then(|_| places.next()).unwrap_or_default();
        Edge {
            edge: pending.edge,
            kind: pending.kind,
            from: from.kind,
            to: to.kind,
            from_key: from.key.clone(),
            to_key: to.key.clone(),
            middle,
            label: pending.label.zip(route.label),
            is_back: route.is_back,
            points: route.points.clone(),
            joining: None,
        }
    });
    let mut lines: Vec<Edge> = lines.collect();
    let mut leading_to: Vec<Vec<usize>> = vec![Vec::new(); nodes.len()];
    for (index, edge) in graph.edges.iter().enumerate().take(lines.len()) {
        leading_to[edge.to.index()].push(index);
    }
    for mut together in leading_to.into_iter().filter(|edges| edges.len() > 1) {
        join(&mut lines, &mut together);
    }
    lines
}
