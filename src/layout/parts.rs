//! What is kept of a layout, so that the next one does only what has changed.
//!
//! The layout of a connected part follows from its nodes and edges alone. Where these are the same, it is taken over; where
//! only sizes have changed, as when somebody types a name or a condition, the order of the items is. Parts that are the same
//! are laid out once, too: many a branch looks like another.

use super::flat::{Flat, FlatEdge, FlatLayout, FlatNode};
use super::geometry::Size;
use super::layered::Layered;
use super::options::Options;
use super::pipeline;
use foldhash::fast::FixedState;
use std::collections::HashMap;
use std::hash::{BuildHasher as _, Hash, Hasher};
use std::sync::Arc;

/// The connected parts of a layout: what [`super::layout_after`] makes the next one from.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// With what room the parts were laid out; none before the first layout.
    options: Option<Options>,
    /// By their hashes. Of two that have the same one, the first is kept: what is found is compared, so that the other one is
    /// merely laid out again.
    finished: HashMap<u64, Arc<Part>, FixedState>,
    ordered: HashMap<u64, Arc<Part>, FixedState>,
}

/// A connected part and its layout.
#[derive(Debug)]
pub(super) struct Part {
    flat: Flat,
    layered: Layered,
    pub(super) layout: FlatLayout,
    /// Of all that decides the order.
    connection_hash: u64,
}

impl Parts {
    /// No parts yet, for a layout with these options.
    pub(super) fn with(options: &Options) -> Parts {
        Parts { options: Some(*options), ..Parts::default() }
    }

    /// The layout of a part: one of these, one of those before, or a new one. It is one of these then.
    pub(super) fn lay_out(&mut self, flat: Flat, options: &Options, before: &Parts) -> Arc<Part> {
        let before = Some(before).filter(|before| before.options == Some(*options));
        let hash = FixedState::default().hash_one(Whole(&flat));
        let is_same = |part: &&Arc<Part>| part.flat == flat;
        if let Some(part) = self.finished.get(&hash).filter(is_same) {
            return Arc::clone(part);
        }
        let part = match before.and_then(|before| before.finished.get(&hash)).filter(is_same) {
            Some(part) => Arc::clone(part),
            None => {
                let connection_hash = FixedState::default().hash_one(Connection(&flat));
                let is_alike = |part: &&Arc<Part>| Connection(&part.flat) == Connection(&flat);
                let known = self.ordered.get(&connection_hash).filter(is_alike);
                let known =
                    known.or_else(|| before.and_then(|before| before.ordered.get(&connection_hash)).filter(is_alike));
                let layered = match known {
                    Some(part) => pipeline::ordered_like(&part.layered, &flat),
                    None => pipeline::order(&flat),
                };
                let layout = pipeline::place(&flat, &layered, options);
                Arc::new(Part { flat, layered, layout, connection_hash })
            }
        };
        self.ordered.entry(part.connection_hash).or_insert_with(|| Arc::clone(&part));
        self.finished.entry(hash).or_insert_with(|| Arc::clone(&part));
        part
    }
}

/// All of a part.
struct Whole<'a>(&'a Flat);

impl Hash for Whole<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        Connection(self.0).hash(state);
        let labels = self.0.edges.iter().filter_map(|edge| edge.label);
        for Size { width, height } in self.0.nodes.iter().map(|node| node.size).chain(labels) {
            state.write_u64(width.to_bits());
            state.write_u64(height.to_bits());
        }
    }
}

/// What of a part decides the order: all but the sizes.
struct Connection<'a>(&'a Flat);

impl PartialEq for Connection<'_> {
    fn eq(&self, other: &Connection<'_>) -> bool {
        let roles = |nodes: &[FlatNode], others: &[FlatNode]| {
            nodes.iter().map(|node| node.role).eq(others.iter().map(|node| node.role))
        };
        let way = |edge: &FlatEdge| (edge.from, edge.to, edge.kind, edge.label.is_some());
        roles(&self.0.nodes, &other.0.nodes) && self.0.edges.iter().map(way).eq(other.0.edges.iter().map(way))
    }
}

impl Hash for Connection<'_> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        state.write_usize(self.0.nodes.len());
        for node in &self.0.nodes {
            node.role.hash(state);
        }
        for edge in &self.0.edges {
            state.write_usize(edge.from);
            state.write_usize(edge.to);
            (edge.kind, edge.label.is_some()).hash(state);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::flat::sample;
    use super::*;

    fn next(flat: &Flat, before: &Parts) -> (Arc<Part>, Parts) {
        let options = Options::default();
        let mut parts = Parts::with(&options);
        let part = parts.lay_out(flat.clone(), &options, before);
        (part, parts)
    }

    #[test]
    fn what_did_not_change_is_the_very_same_and_what_is_alike_is_there_once() {
        let flat = sample(3, &[(0, 1), (1, 2), (2, 0)]);
        let (first, mut parts) = next(&flat, &Parts::default());
        let (second, _) = next(&flat, &parts);
        assert!(Arc::ptr_eq(&first, &second));
        let twin = parts.lay_out(flat.clone(), &Options::default(), &Parts::default());
        assert!(Arc::ptr_eq(&first, &twin));
        let wide = Options { node_gap: 90.0, ..Options::default() };
        assert!(!Arc::ptr_eq(&first, &Parts::with(&wide).lay_out(flat, &wide, &parts)));
    }

    #[test]
    fn another_size_takes_over_the_order_and_another_edge_does_not() {
        let mut flat = sample(3, &[(0, 1), (1, 2), (2, 0)]);
        let (first, parts) = next(&flat, &Parts::default());
        flat.nodes[1].size.width = 300.0;
        let (wider, _) = next(&flat, &parts);
        assert_eq!(wider.connection_hash, first.connection_hash);
        assert_eq!(wider.layered.layers, first.layered.layers);
        assert_ne!(wider.layered.items, first.layered.items);
        assert_eq!(wider.layout, pipeline::lay_out(&flat, &Options::default()));
        flat.edges[2].to = 1;
        assert_ne!(next(&flat, &parts).0.connection_hash, first.connection_hash);
    }
}
