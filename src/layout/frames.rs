//! Pass: lays out the scopes from the inside out; a node that frames scopes is one big box for the scope around it.

use super::by_hand;
use super::components;
use super::flat::{Flat, FlatEdge, FlatLayout, FlatNode};
use super::geometry::{Point, Rect, Size, drawable};
use super::model::{Graph, Layout, NodeId, Route};
use super::nesting::Nesting;
use super::options::{Direction, Options};
use super::parts::{Part, Parts};
use std::sync::Arc;

/// Lays out all scopes that the root contains; parts of them that are among those `before` are taken over.
pub(super) fn lay_out(graph: &Graph, options: &Options, before: &Parts) -> (Layout, Parts) {
    let mut parts = Parts::with(options);
    let nesting = Nesting::new(graph);
    let edges_of_scope = edges_of_scope(graph);
    let mut scopes: Vec<FlatLayout> = vec![FlatLayout::default(); graph.scopes.len()];
    let mut frames: Vec<Frame> = vec![Frame::default(); graph.nodes.len()];
    for &scope in nesting.outside_in.iter().rev() {
        let nodes = &nesting.nodes_of_scope[scope];
        for &node in nodes {
            let inner: Vec<Size> = nesting.scopes_of_node[node]
                .iter()
                .map(|&inner| scope_size(&scopes[inner], graph.scopes[inner].title_height, options))
                .collect();
            frames[node] = Frame::around(graph.nodes[node].size.drawable(), &inner, options);
        }
        let part = |flat: Flat| parts.lay_out(flat, options, before);
        scopes[scope] = lay_out_scope(graph, nodes, &edges_of_scope[scope], &frames, options, part);
    }
    (place(graph, &nesting, &edges_of_scope, &scopes, &frames, options), parts)
}

/// The edges of each scope, by the index of the edge; edges between scopes belong to none.
fn edges_of_scope(graph: &Graph) -> Vec<Vec<usize>> {
    let mut edges = vec![Vec::new(); graph.scopes.len()];
    for (index, edge) in graph.edges.iter().enumerate() {
        let scope_at = |node: usize| graph.nodes.get(node).map(|node| node.scope);
        let (from, to) = (scope_at(edge.from.index()), scope_at(edge.to.index()));
        if let Some(scope) = from
            && from == to
            && let Some(edges) = edges.get_mut(scope.index())
        {
            edges.push(index);
        }
    }
    edges
}

/// The layout of one scope, its upper left corner at 0, 0; `lay_out` gives that of a connected part.
fn lay_out_scope(
    graph: &Graph,
    nodes: &[usize],
    edges: &[usize],
    frames: &[Frame],
    options: &Options,
    lay_out: impl FnMut(Flat) -> Arc<Part>,
) -> FlatLayout {
    let turn = |size: Size| match options.direction {
        Direction::TopToBottom => size,
        Direction::LeftToRight => size.transposed(),
    };
    // Nodes come in ascending order, so the place of one is found by halving.
    let place = |node: usize| nodes.binary_search(&node).unwrap_or(0);
    let flat = Flat {
        nodes: nodes
            .iter()
            .map(|&node| FlatNode { size: turn(frames[node].size), role: graph.nodes[node].role })
            .collect(),
        edges: edges
            .iter()
            .map(|&edge| {
                let edge = &graph.edges[edge];
                FlatEdge {
                    from: place(edge.from.index()),
                    to: place(edge.to.index()),
                    kind: edge.kind,
                    label: edge.label.map(|label| turn(label.drawable())),
                }
            })
            .collect(),
    };
    let (components, parts) = components::split(&flat);
    let parts: Vec<Arc<Part>> = parts.into_iter().map(lay_out).collect();
    let layouts: Vec<&FlatLayout> = parts.iter().map(|part| &part.layout).collect();
    let mut layout = components::pack(&flat, &components, &layouts, options.node_gap);
    let shifts =
        graph.shifts.iter().filter_map(|(node, shift)| Some((nodes.binary_search(&node.index()).ok()?, *shift)));
    by_hand::shift(&flat, &mut layout, &shifts.collect::<Vec<_>>(), options);
    if options.direction == Direction::LeftToRight {
        layout.size = layout.size.transposed();
        for node in &mut layout.nodes {
            *node = node.transposed();
        }
        for route in &mut layout.routes {
            for point in &mut route.points {
                *point = point.transposed();
            }
            route.label = route.label.map(Rect::transposed);
        }
    }
    layout
}

/// The size of a scope's room, with its padding and title.
fn scope_size(layout: &FlatLayout, title_height: f64, options: &Options) -> Size {
    let padding = 2.0 * options.scope_padding;
    Size {
        width: layout.size.width.max(options.least_scope.width) + padding,
        height: layout.size.height.max(options.least_scope.height) + padding + drawable(title_height),
    }
}

/// The size of a node and the room of each scope in it, measured from the node's upper left corner.
#[derive(Clone, Debug, Default, PartialEq)]
struct Frame {
    size: Size,
    scopes: Vec<Rect>,
}

impl Frame {
    /// A frame with its header at the top; the scopes stand across the flow, stretched to the same length along it.
    fn around(header: Size, scopes: &[Size], options: &Options) -> Frame {
        if scopes.is_empty() {
            return Frame { size: header, scopes: Vec::new() };
        }
        let padding = options.frame_padding;
        let gaps = options.scope_gap * (scopes.len() - 1) as f64;
        let widest = scopes.iter().map(|scope| scope.width).fold(0.0, f64::max);
        let tallest = scopes.iter().map(|scope| scope.height).fold(0.0, f64::max);
        let room = (header.width - 2.0 * padding).max(0.0);
        let mut frame = Frame::default();
        let mut corner = Point { x: padding, y: header.height };
        match options.direction {
            Direction::TopToBottom => {
                let needed = gaps + scopes.iter().map(|scope| scope.width).sum::<f64>();
                let stretch = (room - needed).max(0.0) / scopes.len() as f64;
                for scope in scopes {
                    frame.scopes.push(Rect { x: corner.x, y: corner.y, width: scope.width + stretch, height: tallest });
                    corner.x += scope.width + stretch + options.scope_gap;
                }
                frame.size =
                    Size { width: needed.max(room) + 2.0 * padding, height: header.height + tallest + padding };
            }
            Direction::LeftToRight => {
                for scope in scopes {
                    frame.scopes.push(Rect { x: corner.x, y: corner.y, width: widest.max(room), height: scope.height });
                    corner.y += scope.height + options.scope_gap;
                }
                frame.size =
                    Size { width: widest.max(room) + 2.0 * padding, height: corner.y - options.scope_gap + padding };
            }
        }
        frame
    }
}

/// Moves every scope to its place in the drawing.
fn place(
    graph: &Graph,
    nesting: &Nesting,
    edges_of_scope: &[Vec<usize>],
    scopes: &[FlatLayout],
    frames: &[Frame],
    options: &Options,
) -> Layout {
    let mut layout = Layout {
        nodes: vec![Rect::default(); graph.nodes.len()],
        scopes: vec![Rect::default(); graph.scopes.len()],
        edges: vec![Route::default(); graph.edges.len()],
        ..Layout::default()
    };
    for (index, &scope) in nesting.outside_in.iter().enumerate() {
        let content = &scopes[scope];
        let title_height = drawable(graph.scopes[scope].title_height);
        if index == 0 {
            let size = scope_size(content, title_height, options);
            layout.width = size.width;
            layout.height = size.height;
            layout.scopes[scope] = Rect { x: 0.0, y: 0.0, width: size.width, height: size.height };
        }
        let room = layout.scopes[scope];
        // Contents stand in the middle across the flow, and at the beginning along it.
        let slack = match options.direction {
            Direction::TopToBottom => Point { x: (room.width - content.size.width) / 2.0, y: options.scope_padding },
            Direction::LeftToRight => {
                Point { x: options.scope_padding, y: (room.height - title_height - content.size.height) / 2.0 }
            }
        };
        let (dx, dy) = (room.x + slack.x, room.y + title_height + slack.y);
        for (&node, rect) in nesting.nodes_of_scope[scope].iter().zip(&content.nodes) {
            let rect = rect.moved(dx, dy);
            layout.nodes[node] = rect;
            for (&inner, room) in nesting.scopes_of_node[node].iter().zip(&frames[node].scopes) {
                layout.scopes[inner] = room.moved(rect.x, rect.y);
            }
        }
        layout.shifts.extend(
            content.shifts.iter().map(|&(place, shift)| (NodeId(nesting.nodes_of_scope[scope][place] as u32), shift)),
        );
        for (&edge, route) in edges_of_scope[scope].iter().zip(&content.routes) {
            layout.edges[edge] = route.moved(dx, dy);
        }
    }
    layout
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEADER: Size = Size { width: 200.0, height: 40.0 };
    const SCOPE: Size = Size { width: 60.0, height: 100.0 };
    const TALL: Size = Size { width: 60.0, height: 300.0 };

    #[test]
    fn a_node_without_scopes_keeps_its_size() {
        let frame = Frame::around(HEADER, &[], &Options::default());
        assert_eq!(frame.size, HEADER);
    }

    #[test]
    fn scopes_stand_side_by_side_equally_tall_and_fill_the_width_of_the_header() {
        let options = Options::default();
        let frame = Frame::around(HEADER, &[SCOPE, TALL], &options);
        assert_eq!(frame.size.width, HEADER.width);
        assert_eq!(frame.size.height, 40.0 + 300.0 + options.frame_padding);
        assert_eq!(frame.scopes[0].height, frame.scopes[1].height);
        assert_eq!(frame.scopes[0].x, options.frame_padding);
        assert_eq!(frame.scopes[1].x - frame.scopes[0].right(), options.scope_gap);
        assert_eq!(frame.scopes[1].right(), HEADER.width - options.frame_padding);
    }

    #[test]
    fn from_left_to_right_scopes_stand_one_below_the_other() {
        let options = Options { direction: Direction::LeftToRight, ..Options::default() };
        let frame = Frame::around(HEADER, &[SCOPE, TALL], &options);
        assert_eq!(frame.scopes[0].width, frame.scopes[1].width);
        assert_eq!(frame.scopes[1].y - frame.scopes[0].bottom(), options.scope_gap);
        assert_eq!(frame.size.height, frame.scopes[1].bottom() + options.frame_padding);
    }
}
