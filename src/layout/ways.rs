//! Which way lines run on: from any segment to the node that its edges enter.
//!
//! The flow runs down and loops run up; on the way to its node a line may join that of other edges, but never divides.

use super::layered::{ItemKind, Layered, Lists};

/// For each segment, the one that comes next on the way to the node that its edges enter.
pub(super) fn onwards(layered: &Layered) -> Vec<Option<usize>> {
    // For each item, the last segment of the flow that comes from it and the last one of loops; where it is no node, the only
    // one.
    let mut flow = vec![None; layered.items.len()];
    let mut loops = vec![None; layered.items.len()];
    for (index, segment) in layered.segments.iter().enumerate() {
        if layered.is_back[segment.edge] {
            loops[segment.lower] = Some(index);
        } else {
            flow[segment.upper] = Some(index);
        }
    }
    let onwards = layered.segments.iter().map(|segment| {
        let is_back = layered.is_back[segment.edge];
        let (item, next) = if is_back { (segment.upper, &loops) } else { (segment.lower, &flow) };
        match layered.items[item].kind {
            ItemKind::Bend(_) | ItemKind::Label(_) => next[item],
            ItemKind::Node(_) | ItemKind::Lane { .. } => None,
        }
    });
    onwards.collect()
}

/// The segments on which lines turn, linked in the order in which a line meets them: what runs straight is passed over at
/// once, as thousands of lines may share it.
pub(super) struct Bent {
    /// For each segment, the first one that is bent from there on, itself included.
    first: Vec<Option<usize>>,
    onwards: Vec<Option<usize>>,
}

impl Bent {
    /// Links the segments of which `is_bent` says so.
    pub(super) fn new(layered: &Layered, is_bent: impl Fn(usize) -> bool) -> Bent {
        let onwards = onwards(layered);
        let upper_layer = layered.segments.iter().map(|segment| layered.items[segment.upper].layer);
        let of_layer = Lists::new(layered.layers.len(), upper_layer);
        let mut first = vec![None; layered.segments.len()];
        let mut link = |layer: usize, is_back: bool| {
            for &segment in of_layer[layer].iter().filter(|it| layered.is_back[layered.segments[**it].edge] == is_back)
            {
                first[segment] =
                    if is_bent(segment) { Some(segment) } else { onwards[segment].and_then(|next| first[next]) };
            }
        };
        // What comes next is linked before.
        (0..layered.layers.len()).rev().for_each(|layer| link(layer, false));
        (0..layered.layers.len()).for_each(|layer| link(layer, true));
        Bent { first, onwards }
    }

    /// The bent segments of a line that begins with `segment` at the node that it leaves.
    pub(super) fn from(&self, segment: usize) -> impl Iterator<Item = usize> {
        let next = |bent: &usize| self.onwards[*bent].and_then(|next| self.first[next]);
        std::iter::successors(self.first[segment], next)
    }
}

#[cfg(test)]
mod tests {
    use super::super::chains::cut;
    use super::super::flat::sample;
    use super::*;

    #[test]
    fn lines_run_on_to_the_node_that_they_enter() {
        // 0 -> 3 is long, 3 -> 0 leads back.
        let flat = sample(4, &[(0, 1), (1, 2), (2, 3), (0, 3), (3, 0)]);
        let layered = cut(&flat, &[false, false, false, false, true], &[0, 1, 2, 3]);
        let onwards = onwards(&layered);
        let (down, up) = (layered.chains[3].unwrap(), layered.chains[4].unwrap());
        assert_eq!((onwards[down.last], onwards[up.first], onwards[0]), (None, None, None));
        assert_eq!(onwards[down.first].and_then(|middle| onwards[middle]), Some(down.last));
        assert_eq!(onwards[up.last].and_then(|middle| onwards[middle]), Some(up.first));
    }

    #[test]
    fn only_what_is_bent_is_visited() {
        let flat = sample(4, &[(0, 1), (1, 2), (2, 3), (0, 3), (3, 0)]);
        let layered = cut(&flat, &[false, false, false, false, true], &[0, 1, 2, 3]);
        let (down, up) = (layered.chains[3].unwrap(), layered.chains[4].unwrap());
        let bent = Bent::new(&layered, |segment| [down.first, down.last, up.first].contains(&segment));
        assert_eq!(bent.from(down.first).collect::<Vec<_>>(), [down.first, down.last]);
        assert_eq!(bent.from(up.last).collect::<Vec<_>>(), [up.first]);
        assert_eq!(bent.from(0).count(), 0);
    }
}
