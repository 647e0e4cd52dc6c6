//! Pass: takes a scope apart into its connected parts and sets the finished parts side by side.
//!
//! The part with the start comes first, the others follow in columns no taller than the tallest part,
//! so that twenty states nobody has connected yet do not become one endless row.

use super::flat::{Flat, FlatLayout};
use super::geometry::Rect;
use super::geometry::Size;
use super::model::{NodeRole, Route};

/// Where the nodes and edges of a connected part come from.
#[derive(Debug)]
pub(super) struct Component {
    pub(super) nodes: Vec<usize>,
    pub(super) edges: Vec<usize>,
}

/// The connected parts in document order of their first nodes, those with a start marker first.
pub(super) fn split(flat: &Flat) -> (Vec<Component>, Vec<Flat>) {
    let mut neighbours = vec![Vec::new(); flat.nodes.len()];
    for edge in &flat.edges {
        neighbours[edge.from].push(edge.to);
        neighbours[edge.to].push(edge.from);
    }
    let mut component_of = vec![usize::MAX; flat.nodes.len()];
    let mut count = 0;
    for first in 0..flat.nodes.len() {
        if component_of[first] != usize::MAX {
            continue;
        }
        component_of[first] = count;
        let mut open = vec![first];
        while let Some(node) = open.pop() {
            for &other in &neighbours[node] {
                if component_of[other] == usize::MAX {
                    component_of[other] = count;
                    open.push(other);
                }
            }
        }
        count += 1;
    }
    let mut components: Vec<(Component, Flat)> =
        (0..count).map(|_| (Component { nodes: Vec::new(), edges: Vec::new() }, Flat::default())).collect();
    let mut index_within = vec![0; flat.nodes.len()];
    for (node, data) in flat.nodes.iter().enumerate() {
        let (component, part) = &mut components[component_of[node]];
        index_within[node] = component.nodes.len();
        component.nodes.push(node);
        part.nodes.push(*data);
    }
    for (edge, data) in flat.edges.iter().enumerate() {
        let (component, part) = &mut components[component_of[data.from]];
        let mut data = *data;
        data.from = index_within[data.from];
        data.to = index_within[data.to];
        component.edges.push(edge);
        part.edges.push(data);
    }
    components.sort_by_key(|(_, part)| !part.nodes.iter().any(|node| node.role == NodeRole::Start));
    components.into_iter().unzip()
}

/// One layout of all parts: `parts` are the layouts of `components`, `gap` is the distance between two parts.
pub(super) fn pack(flat: &Flat, components: &[Component], parts: &[&FlatLayout], gap: f64) -> FlatLayout {
    let mut packed = FlatLayout {
        size: Size::default(),
        nodes: vec![Rect::default(); flat.nodes.len()],
        routes: vec![Route::default(); flat.edges.len()],
        shifts: Vec::new(),
    };
    let tallest = parts.iter().map(|part| part.size.height).fold(0.0, f64::max);
    let area: f64 = parts.iter().map(|part| (part.size.width + gap) * (part.size.height + gap)).sum();
    let column_height = tallest.max(area.sqrt() * 0.75);
    let mut x = 0.0;
    let mut y = 0.0;
    let mut column_width: f64 = 0.0;
    for (component, part) in components.iter().zip(parts) {
        if y > 0.0 && y + part.size.height > column_height {
            x += column_width + gap;
            y = 0.0;
            column_width = 0.0;
        }
        for (&node, rect) in component.nodes.iter().zip(&part.nodes) {
            packed.nodes[node] = rect.moved(x, y);
        }
        for (&edge, route) in component.edges.iter().zip(&part.routes) {
            packed.routes[edge] = route.moved(x, y);
        }
        packed.size.width = packed.size.width.max(x + part.size.width);
        packed.size.height = packed.size.height.max(y + part.size.height);
        column_width = column_width.max(part.size.width);
        y += part.size.height + gap;
    }
    packed
}

#[cfg(test)]
mod tests {
    use super::super::flat::sample;
    use super::*;

    #[test]
    fn parts_keep_document_order_and_the_start_comes_first() {
        let mut flat = sample(5, &[(0, 2), (3, 1)]);
        flat.nodes[3].role = NodeRole::Start;
        let (components, parts) = split(&flat);
        let nodes: Vec<_> = components.iter().map(|part| part.nodes.clone()).collect();
        assert_eq!(nodes, [vec![1, 3], vec![0, 2], vec![4]]);
        assert_eq!(components[0].edges, [1]);
        assert_eq!((parts[0].edges[0].from, parts[0].edges[0].to), (1, 0));
    }

    #[test]
    fn unconnected_nodes_fill_columns_beside_the_tall_part() {
        let flat = sample(4, &[]);
        let (components, _) = split(&flat);
        let part = |width: f64, height: f64| FlatLayout {
            size: Size { width, height },
            nodes: vec![Rect { x: 0.0, y: 0.0, width, height }],
            routes: Vec::new(),
            shifts: Vec::new(),
        };
        let parts = [part(100.0, 400.0), part(50.0, 150.0), part(50.0, 150.0), part(50.0, 150.0)];
        let packed = pack(&flat, &components, &parts.each_ref(), 20.0);
        let corners: Vec<_> = packed.nodes.iter().map(|rect| (rect.x, rect.y)).collect();
        assert_eq!(corners, [(0.0, 0.0), (120.0, 0.0), (120.0, 170.0), (190.0, 0.0)]);
        assert_eq!((packed.size.width, packed.size.height), (240.0, 400.0));
    }
}
