//! The graph between the passes: items in layers, and segments that join items of neighbouring layers.

/// Something that takes room in a layer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Item {
    pub(super) kind: ItemKind,
    pub(super) layer: usize,
    /// Room to the left of the item's axis, on which its lines lie.
    pub(super) left: f64,
    /// Room to the right of the axis.
    pub(super) right: f64,
    pub(super) height: f64,
}

impl Item {
    pub(super) fn of_no_size(kind: ItemKind, layer: usize) -> Item {
        Item { kind, layer, left: 0.0, right: 0.0, height: 0.0 }
    }
}

/// What an item stands for; indices are those of the scope's `Flat`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ItemKind {
    /// A node.
    Node(usize),
    /// A place where an edge passes through a layer; several edges to the same node may share it.
    Bend(usize),
    /// A place where an edge passes through a layer and carries its label.
    Label(usize),
    /// A place beside a node where a back edge turns into, or comes out of, the side of the node.
    Lane { edge: usize, node: usize },
}

impl ItemKind {
    pub(super) fn is_node(self) -> bool {
        matches!(self, ItemKind::Node(_))
    }
}

/// A part of an edge between an item and one in the next layer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Segment {
    pub(super) upper: usize,
    pub(super) lower: usize,
    /// The edge that the segment belongs to; the first of them if several share it.
    pub(super) edge: usize,
    /// How much the segment wants to be vertical; the neighbours over stronger segments decide alone where an item goes.
    pub(super) strength: u8,
}

/// Where the line of an edge begins and ends.
///
/// What lies between is not kept for each edge: a thousand lines to one node would be a million segments. From its source a
/// line runs on to the node that it enters, and no item on the way has two segments that lead there ([`super::ways`]).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Chain {
    /// The uppermost segment.
    pub(super) first: usize,
    /// The lowest segment.
    pub(super) last: usize,
}

/// Items in layers, joined by segments.
#[derive(Clone, Debug, Default)]
pub(super) struct Layered {
    /// The nodes in their order come first.
    pub(super) items: Vec<Item>,
    pub(super) segments: Vec<Segment>,
    /// The items of each layer from left to right.
    pub(super) layers: Vec<Vec<usize>>,
    /// For each edge, its line; none for an edge from a node to itself.
    pub(super) chains: Vec<Option<Chain>>,
    /// For each edge, whether it runs against the flow.
    pub(super) is_back: Vec<bool>,
}

impl Layered {
    /// For each item, the segments that come from the layer above and those that lead to the layer below.
    pub(super) fn adjacency(&self) -> Adjacency {
        let count = self.items.len();
        Adjacency {
            above: Lists::new(count, self.segments.iter().map(|segment| segment.lower)),
            below: Lists::new(count, self.segments.iter().map(|segment| segment.upper)),
        }
    }

    /// The item that carries the label of an edge: the one next to the node that the edge leaves.
    pub(super) fn label_of(&self, edge: usize) -> Option<usize> {
        let Chain { first, last } = self.chains[edge]?;
        let beside = if self.is_back[edge] { self.segments[last].upper } else { self.segments[first].lower };
        (self.items[beside].kind == ItemKind::Label(edge)).then_some(beside)
    }

    /// For each item, its place in its layer.
    pub(super) fn places(&self) -> Vec<usize> {
        let mut places = vec![0; self.items.len()];
        for layer in &self.layers {
            for (place, &item) in layer.iter().enumerate() {
                places[item] = place;
            }
        }
        places
    }
}

/// Indices of segments by the items that they touch.
#[derive(Clone, Debug)]
pub(super) struct Adjacency {
    pub(super) above: Lists,
    pub(super) below: Lists,
}

/// Many short lists behind one another: making and freeing each by itself would take longer than using them.
#[derive(Clone, Debug)]
pub(super) struct Lists {
    /// Where each list begins, and where the last one ends.
    starts: Vec<usize>,
    all: Vec<usize>,
}

impl Lists {
    /// `count` lists; the index of each of the `owners` goes to the end of the list that it names.
    pub(super) fn new(count: usize, owners: impl Iterator<Item = usize> + Clone) -> Lists {
        let mut starts = vec![0; count + 1];
        for owner in owners.clone() {
            starts[owner + 1] += 1;
        }
        for list in 0..count {
            starts[list + 1] += starts[list];
        }
        let mut ends = starts.clone();
        let mut all = vec![0; starts[count]];
        for (index, owner) in owners.enumerate() {
            all[ends[owner]] = index;
            ends[owner] += 1;
        }
        Lists { starts, all }
    }
}

impl std::ops::Index<usize> for Lists {
    type Output = [usize];

    fn index(&self, list: usize) -> &[usize] {
        &self.all[self.starts[list]..self.starts[list + 1]]
    }
}

/// A layered graph of nodes only, `rows` in order, for the tests of single passes.
#[cfg(test)]
pub(super) fn sample_rows(rows: &[&[usize]], pairs: &[(usize, usize)]) -> Layered {
    let count = rows.iter().map(|row| row.len()).sum();
    let mut layered = Layered {
        layers: rows.iter().map(|row| row.to_vec()).collect(),
        chains: (0..pairs.len()).map(|segment| Some(Chain { first: segment, last: segment })).collect(),
        is_back: vec![false; pairs.len()],
        segments: pairs
            .iter()
            .enumerate()
            .map(|(edge, &(upper, lower))| Segment { upper, lower, edge, strength: 2 })
            .collect(),
        items: Vec::new(),
    };
    for item in 0..count {
        layered.items.push(Item {
            kind: ItemKind::Node(item),
            layer: rows.iter().position(|row| row.contains(&item)).unwrap_or_default(),
            left: 20.0,
            right: 20.0,
            height: 20.0,
        });
    }
    layered
}
