//! Pass: makes layers out of ranks, and cuts long edges into segments between neighbouring layers.
//!
//! Where an edge with a label leaves a rank, a layer of its own is put below that rank for the labels,
//! so that a label is an item like any other: nothing else is ever put where it stands.
//! Source of the dummy items: Sugiyama, Tagawa, Toda (1981); of labels as dummy items:
//! Gansner, Koutsofios, North, Vo, "A Technique for Drawing Directed Graphs" (1993), section 5.3.

use std::collections::BTreeMap;

use super::flat::{Flat, FlatEdge};
use super::geometry::Size;
use super::layered::{Chain, Item, ItemKind, Layered, Segment};
use super::model::EdgeKind;
use super::self_loops::room_beside;

/// The layered graph of `flat`; the order within the layers is not yet decided, the layers are empty.
pub(super) fn cut(flat: &Flat, is_back: &[bool], ranks: &[usize]) -> Layered {
    let layers = Layers::new(flat, is_back, ranks);
    let mut layered =
        Layered { layers: vec![Vec::new(); layers.count], is_back: is_back.to_vec(), ..Layered::default() };
    for (node, rank) in ranks.iter().enumerate() {
        layered.items.push(Item::of_no_size(ItemKind::Node(node), layers.of_rank[*rank]));
    }
    let mut shared = SharedLines::new(flat, is_back);
    for (index, edge) in flat.edges.iter().enumerate() {
        let chain = (!edge.is_self_loop()).then(|| add_chain(&mut layered, &layers, &mut shared, index, edge, ranks));
        layered.chains.push(chain);
    }
    measure(&mut layered, flat);
    layered
}

/// Gives the items of nodes and labels the room that these take; the others take none.
pub(super) fn measure(layered: &mut Layered, flat: &Flat) {
    let room_beside = room_beside(flat);
    for item in &mut layered.items {
        match item.kind {
            ItemKind::Node(node) => {
                let Size { width, height } = flat.nodes[node].size;
                item.left = width / 2.0;
                item.right = width / 2.0 + room_beside[node].width;
                item.height = height.max(room_beside[node].height);
            }
            ItemKind::Label(edge) => {
                let Size { width, height } = flat.edges[edge].label.unwrap_or_default();
                item.left = width / 2.0;
                item.right = width / 2.0;
                item.height = height;
            }
            ItemKind::Bend(_) | ItemKind::Lane { .. } => {}
        }
    }
}

/// Adds the items and segments of one edge, from top to bottom, except those that it shares with an edge before.
fn add_chain(
    layered: &mut Layered,
    layers: &Layers,
    shared: &mut SharedLines,
    index: usize,
    edge: &FlatEdge,
    ranks: &[usize],
) -> Chain {
    let is_back = layered.is_back[index];
    let (top, bottom) = ends(edge, is_back);
    let label_layer = edge.label.map(|_| layers.of_label(ranks[top], ranks[bottom], is_back));
    let is_long = is_back || ranks[bottom] - ranks[top] > 1;
    let mut upper = top;
    let mut first = None;
    let mut between = layered.items[top].layer + 1..layered.items[bottom].layer;
    // The line of a loop is shared from its upper end on, that of the flow from where it joins another to its lower end.
    let n_bends = between.len() - usize::from(label_layer.is_some_and(|layer| between.contains(&layer)));
    if is_back && let Some((segment, bend)) = shared.joined(index, n_bends) {
        first = Some(segment);
        upper = bend;
        between.start = layered.items[bend].layer + 1;
    }
    for layer in between {
        let (lower, joins) = if label_layer == Some(layer) {
            layered.items.push(Item::of_no_size(ItemKind::Label(index), layer));
            (layered.items.len() - 1, None)
        } else {
            shared.bend(layered, index, edge, layer)
        };
        let segment = add_segment(layered, shared, index, (upper, lower), edge.kind, is_long);
        let first = *first.get_or_insert(segment);
        if let Some(last) = joins {
            return Chain { first, last };
        }
        upper = lower;
    }
    let last = add_segment(layered, shared, index, (upper, bottom), edge.kind, is_long);
    Chain { first: first.unwrap_or(last), last }
}

/// Adds the next segment of the line of an edge; gives its index.
fn add_segment(
    layered: &mut Layered,
    shared: &mut SharedLines,
    edge: usize,
    (upper, lower): (usize, usize),
    kind: EdgeKind,
    is_long: bool,
) -> usize {
    // A line that many catchers share stays straight where the label of one more joins it.
    let is_bend = |item: usize| matches!(layered.items[item].kind, ItemKind::Bend(_));
    let strength = match kind {
        EdgeKind::Catch if is_bend(upper) && is_bend(lower) => 1,
        EdgeKind::Catch => 0,
        _ if is_long => 1,
        _ => 2,
    };
    let segment = layered.segments.len();
    // Lines that share come together on the way to their node: they run down, loops run up.
    let (source, target) = if layered.is_back[edge] { (lower, upper) } else { (upper, lower) };
    if let Some(line) = shared.line[edge]
        && is_bend(source)
        && layered.items[target].kind.is_node()
    {
        shared.lines[line].into_node = Some(segment);
    }
    layered.segments.push(Segment { upper, lower, edge, strength });
    segment
}

/// Lines that several edges into the same node share.
///
/// Catchers do so always, and loops: an error path with many sources is one line, and so is the way back to the beginning.
/// Other edges keep lines of their own as long as they can be told apart;
/// without a limit, a thousand edges over a thousand layers would be a million bends.
struct SharedLines {
    /// For each edge, the line that it shares.
    line: Vec<Option<usize>>,
    lines: Vec<SharedLine>,
}

/// One such line.
#[derive(Clone, Default)]
struct SharedLine {
    /// Its bends, by how many layers they are away from the node that it enters: none is left out.
    bends: Vec<Option<usize>>,
    /// The segment between the nearest bend and the node.
    into_node: Option<usize>,
}

/// Edges of the same class and into the same node may share a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Class {
    Flow,
    Catch,
    Back { is_catch: bool },
}

/// From this many edges into one node, all share one line.
const CROWD: usize = 32;

impl SharedLines {
    fn new(flat: &Flat, is_back: &[bool]) -> SharedLines {
        let mut entering = vec![0; flat.nodes.len()];
        for edge in &flat.edges {
            entering[edge.to] += 1;
        }
        let class = |(edge, is_back): (&FlatEdge, &bool)| {
            let is_catch = edge.kind == EdgeKind::Catch;
            if *is_back {
                Some(Class::Back { is_catch })
            } else if is_catch {
                Some(Class::Catch)
            } else {
                (entering[edge.to] >= CROWD).then_some(Class::Flow)
            }
        };
        let mut lines = BTreeMap::new();
        let line = |(edge, is_back): (&FlatEdge, &bool)| {
            let class = class((edge, is_back))?;
            let next = lines.len();
            Some(*lines.entry((edge.to, class)).or_insert(next))
        };
        let line = flat.edges.iter().zip(is_back).map(line).collect();
        SharedLines { line, lines: vec![SharedLine::default(); lines.len()] }
    }

    /// The item where an edge passes a layer; where its line joins another there, also the segment by which that one enters
    /// the node.
    fn bend(&mut self, layered: &mut Layered, index: usize, edge: &FlatEdge, layer: usize) -> (usize, Option<usize>) {
        let distance = layer.abs_diff(layered.items[edge.to].layer);
        let items = &mut layered.items;
        let mut add = || {
            items.push(Item::of_no_size(ItemKind::Bend(index), layer));
            items.len() - 1
        };
        let Some(line) = self.line[index] else { return (add(), None) };
        let line = &mut self.lines[line];
        if line.bends.len() < distance {
            line.bends.resize(distance, None);
        }
        match line.bends[distance - 1] {
            Some(bend) => (bend, line.into_node),
            None => (*line.bends[distance - 1].insert(add()), None),
        }
    }

    /// The last of the first `n_bends` bends that the line of an edge has, counted from the node that it enters, and the
    /// segment between the first one and the node.
    fn joined(&self, index: usize, n_bends: usize) -> Option<(usize, usize)> {
        let line = &self.lines[self.line[index]?];
        let bend = line.bends.iter().take(n_bends).next_back().copied().flatten()?;
        Some((line.into_node?, bend))
    }
}

/// The upper and the lower end of an edge.
fn ends(edge: &FlatEdge, is_back: bool) -> (usize, usize) {
    if is_back { (edge.to, edge.from) } else { (edge.from, edge.to) }
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
        Layers { of_rank, has_labels_below, count }
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
    use super::super::ways::onwards;
    use super::*;

    /// The segments of an edge's line, from top to bottom.
    fn segments(layered: &Layered, edge: usize) -> Vec<Segment> {
        let Chain { first, last } = layered.chains[edge].unwrap();
        let onwards = onwards(layered);
        let way = |from: usize| std::iter::successors(Some(from), |&it| onwards[it]).map(|it| layered.segments[it]);
        if layered.is_back[edge] {
            let mut loop_up: Vec<Segment> = way(last).collect();
            loop_up.reverse();
            loop_up
        } else {
            way(first).collect()
        }
    }

    fn kinds(layered: &Layered, edge: usize) -> Vec<ItemKind> {
        let segments = segments(layered, edge);
        let items = segments.iter().map(|segment| segment.upper).chain(segments.last().map(|segment| segment.lower));
        items.map(|item| layered.items[item].kind).collect()
    }

    const LABEL: Option<Size> = Some(Size { width: 60.0, height: 16.0 });

    #[test]
    fn a_long_edge_passes_every_layer_once() {
        let flat = sample(4, &[(0, 1), (1, 2), (2, 3), (0, 3)]);
        let layered = cut(&flat, &[false; 4], &[0, 1, 2, 3]);
        assert_eq!(layered.layers.len(), 4);
        assert_eq!(kinds(&layered, 3), [ItemKind::Node(0), ItemKind::Bend(3), ItemKind::Bend(3), ItemKind::Node(3)]);
        assert!(
            layered
                .segments
                .iter()
                .all(|segment| { layered.items[segment.lower].layer == layered.items[segment.upper].layer + 1 })
        );
    }

    #[test]
    fn catchers_of_the_same_handler_share_a_line() {
        let mut flat = sample(4, &[(0, 1), (1, 2), (2, 3), (0, 3), (1, 3)]);
        flat.edges[3].kind = EdgeKind::Catch;
        flat.edges[4].kind = EdgeKind::Catch;
        let layered = cut(&flat, &[false; 5], &[0, 1, 2, 3]);
        let (long, short) = (segments(&layered, 3), segments(&layered, 4));
        assert_eq!((long.len(), short.len()), (3, 2));
        assert_eq!(long[2..], short[1..]);
        assert_eq!(layered.chains[3].unwrap().last, layered.chains[4].unwrap().last);
        assert_eq!(layered.segments.len(), 3 + 3 + 1);
    }

    #[test]
    fn loops_to_the_same_node_share_a_line() {
        let flat = sample(4, &[(0, 1), (1, 2), (2, 3), (2, 0), (3, 0)]);
        let layered = cut(&flat, &[false, false, false, true, true], &[0, 1, 2, 3]);
        let (short, long) = (segments(&layered, 3), segments(&layered, 4));
        assert_eq!((short.len(), long.len()), (2, 3));
        assert_eq!(short[..1], long[..1]);
        assert_eq!(layered.chains[3].unwrap().first, layered.chains[4].unwrap().first);
        assert_eq!(layered.segments.len(), 3 + 2 + 2);
    }

    #[test]
    fn a_crowd_of_edges_does_not_need_a_bend_per_edge_and_layer() {
        let count = 1000;
        let edges: Vec<_> =
            (0..count).flat_map(|node| [(node, node + 1), (node, count + 1)]).chain([(count, count + 1)]).collect();
        let flat = sample(count + 2, &edges);
        let ranks: Vec<usize> = (0..count + 2).collect();
        let layered = cut(&flat, &vec![false; edges.len()], &ranks);
        assert!(layered.items.len() < 3 * count);
    }

    #[test]
    fn what_thousands_of_catchers_share_is_kept_once() {
        // A chain of 4,000 states that all catch to the same handler, or to the first of them.
        let stored = |count: usize, is_back: bool| {
            let handler = if is_back { 0 } else { count };
            let edges: Vec<_> = (0..count)
                .flat_map(|node| [(node, node + 1), (node, handler)])
                .filter(|&(from, to)| from != to && to < count + usize::from(!is_back))
                .collect();
            let mut flat = sample(count + 1, &edges);
            flat.edges.iter_mut().filter(|edge| edge.to == handler).for_each(|edge| {
                edge.kind = EdgeKind::Catch;
                edge.label = LABEL;
            });
            let is_back: Vec<bool> = edges.iter().map(|&(from, to)| to < from).collect();
            let layered = cut(&flat, &is_back, &(0..=count).collect::<Vec<_>>());
            assert_eq!(layered.chains.len(), edges.len());
            // A chain is of a fixed size.
            layered.items.len() + layered.segments.len() + layered.chains.len()
        };
        for is_back in [false, true] {
            let n_stored = stored(4_000, is_back);
            assert!(n_stored < 2 * stored(2_000, is_back) + 100, "{n_stored}");
            assert!(n_stored < 14 * 4_000, "{n_stored}");
        }
    }

    #[test]
    fn labels_get_a_layer_below_the_source() {
        let mut flat = sample(3, &[(0, 1), (0, 2)]);
        flat.edges[1].label = LABEL;
        let layered = cut(&flat, &[false; 2], &[0, 1, 1]);
        assert_eq!(layered.layers.len(), 3);
        assert_eq!(kinds(&layered, 0), [ItemKind::Node(0), ItemKind::Bend(0), ItemKind::Node(1)]);
        assert_eq!(kinds(&layered, 1), [ItemKind::Node(0), ItemKind::Label(1), ItemKind::Node(2)]);
    }

    #[test]
    fn the_label_of_a_long_back_edge_stands_beside_a_node_and_costs_no_layer() {
        let mut flat = sample(3, &[(0, 1), (1, 2), (2, 0)]);
        flat.edges[2].label = LABEL;
        let layered = cut(&flat, &[false, false, true], &[0, 1, 2]);
        assert_eq!(layered.layers.len(), 3);
        assert_eq!(kinds(&layered, 2), [ItemKind::Node(0), ItemKind::Label(2), ItemKind::Node(2)]);
    }
}
