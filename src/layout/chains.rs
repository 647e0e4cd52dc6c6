//! Pass: makes layers out of ranks, and cuts long edges into segments between neighbouring layers.
//!
//! Where an edge with a label leaves a rank, a layer of its own is put below that rank for the labels,
//! so that a label is an item like any other: nothing else is ever put where it stands.
//! Source of the dummy items: Sugiyama, Tagawa, Toda (1981); of labels as dummy items:
//! Gansner, Koutsofios, North, Vo, "A Technique for Drawing Directed Graphs" (1993), section 5.3.

use super::flat::{Flat, FlatEdge};
use super::layered::{Item, ItemKind, Layered, Segment};
use super::model::EdgeKind;
use super::self_loops::room_beside;

/// The layered graph of `flat`; the order within the layers is not yet decided, the layers are empty.
pub(super) fn cut(flat: &Flat, is_back: &[bool], ranks: &[usize]) -> Layered {
    let layers = Layers::new(flat, is_back, ranks);
    let mut layered = Layered {
        layers: vec![Vec::new(); layers.count],
        is_back: is_back.to_vec(),
        ..Layered::default()
    };
    let room_beside = room_beside(flat);
    for (node, data) in flat.nodes.iter().enumerate() {
        layered.items.push(Item {
            kind: ItemKind::Node(node),
            layer: layers.of_rank[ranks[node]],
            left: data.size.width / 2.0,
            right: data.size.width / 2.0 + room_beside[node].width,
            height: data.size.height.max(room_beside[node].height),
        });
    }
    for (index, edge) in flat.edges.iter().enumerate() {
        let chain = if edge.is_self_loop() {
            Vec::new()
        } else {
            chain_of(&mut layered, &layers, index, edge, is_back[index], ranks)
        };
        layered.chains.push(chain);
    }
    layered
}

/// Adds the items and segments of one edge; returns all items of its line.
fn chain_of(
    layered: &mut Layered,
    layers: &Layers,
    index: usize,
    edge: &FlatEdge,
    is_back: bool,
    ranks: &[usize],
) -> Vec<usize> {
    let (top, bottom) = ends(edge, is_back);
    let first = layers.of_rank[ranks[top]];
    let last = layers.of_rank[ranks[bottom]];
    let label_layer = edge
        .label
        .map(|_| layers.of_label(ranks[top], ranks[bottom], is_back));
    let strength = match edge.kind {
        EdgeKind::Catch => 0,
        _ if is_back || ranks[bottom] - ranks[top] > 1 => 1,
        _ => 2,
    };
    let mut chain = vec![top];
    for layer in first + 1..last {
        let item = match edge.label {
            Some(size) if label_layer == Some(layer) => Item {
                kind: ItemKind::Label(index),
                layer,
                left: size.width / 2.0,
                right: size.width / 2.0,
                height: size.height,
            },
            _ => Item {
                kind: ItemKind::Bend(index),
                layer,
                left: 0.0,
                right: 0.0,
                height: 0.0,
            },
        };
        chain.push(layered.items.len());
        layered.items.push(item);
    }
    chain.push(bottom);
    layered
        .segments
        .extend(chain.windows(2).map(|pair| Segment {
            upper: pair[0],
            lower: pair[1],
            edge: index,
            strength,
        }));
    chain
}

/// The upper and the lower end of an edge.
fn ends(edge: &FlatEdge, is_back: bool) -> (usize, usize) {
    if is_back {
        (edge.to, edge.from)
    } else {
        (edge.from, edge.to)
    }
}

/// Which layer each rank became, and where the layers for labels are.
struct Layers {
    of_rank: Vec<usize>,
    has_labels_below: Vec<bool>,
    count: usize,
}

impl Layers {
    fn new(flat: &Flat, is_back: &[bool], ranks: &[usize]) -> Layers {
        let rank_count = ranks.iter().map(|rank| rank + 1).max().unwrap_or(0);
        let mut has_labels_below = vec![false; rank_count];
        for (edge, &is_back) in flat.edges.iter().zip(is_back) {
            let (top, bottom) = ends(edge, is_back);
            let needs_layer = !is_back || ranks[bottom] == ranks[top] + 1;
            if edge.label.is_some() && !edge.is_self_loop() && needs_layer {
                has_labels_below[ranks[top]] = true;
            }
        }
        let mut of_rank = Vec::with_capacity(rank_count);
        let mut count = 0;
        for has_labels in &has_labels_below {
            of_rank.push(count);
            count += 1 + usize::from(*has_labels);
        }
        Layers {
            of_rank,
            has_labels_below,
            count,
        }
    }

    /// Labels stand where the edge begins: below the source, or beside what lies above it if the edge runs up.
    fn of_label(&self, top: usize, bottom: usize, is_back: bool) -> usize {
        if !is_back {
            self.of_rank[top] + 1
        } else if self.has_labels_below[bottom - 1] {
            self.of_rank[bottom - 1] + 1
        } else {
            self.of_rank[bottom - 1]
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::flat::sample;
    use super::super::geometry::Size;
    use super::*;

    fn kinds(layered: &Layered, edge: usize) -> Vec<ItemKind> {
        layered.chains[edge]
            .iter()
            .map(|&item| layered.items[item].kind)
            .collect()
    }

    const LABEL: Option<Size> = Some(Size {
        width: 60.0,
        height: 16.0,
    });

    #[test]
    fn a_long_edge_passes_every_layer_once() {
        let flat = sample(4, &[(0, 1), (1, 2), (2, 3), (0, 3)]);
        let layered = cut(&flat, &[false; 4], &[0, 1, 2, 3]);
        assert_eq!(layered.layers.len(), 4);
        assert_eq!(
            kinds(&layered, 3),
            [
                ItemKind::Node(0),
                ItemKind::Bend(3),
                ItemKind::Bend(3),
                ItemKind::Node(3)
            ]
        );
        assert!(layered.segments.iter().all(|segment| {
            layered.items[segment.lower].layer == layered.items[segment.upper].layer + 1
        }));
    }

    #[test]
    fn labels_get_a_layer_below_the_source() {
        let mut flat = sample(3, &[(0, 1), (0, 2)]);
        flat.edges[1].label = LABEL;
        let layered = cut(&flat, &[false; 2], &[0, 1, 1]);
        assert_eq!(layered.layers.len(), 3);
        assert_eq!(
            kinds(&layered, 0),
            [ItemKind::Node(0), ItemKind::Bend(0), ItemKind::Node(1)]
        );
        assert_eq!(
            kinds(&layered, 1),
            [ItemKind::Node(0), ItemKind::Label(1), ItemKind::Node(2)]
        );
    }

    #[test]
    fn the_label_of_a_long_back_edge_stands_beside_a_node_and_costs_no_layer() {
        let mut flat = sample(3, &[(0, 1), (1, 2), (2, 0)]);
        flat.edges[2].label = LABEL;
        let layered = cut(&flat, &[false, false, true], &[0, 1, 2]);
        assert_eq!(layered.layers.len(), 3);
        assert_eq!(
            kinds(&layered, 2),
            [ItemKind::Node(0), ItemKind::Label(2), ItemKind::Node(2)]
        );
    }
}
