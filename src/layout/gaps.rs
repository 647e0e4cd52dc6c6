//! Pass: the horizontal lines between the layers, and how tall the gaps must be for them.
//!
//! Edges out of the same port share one line, as a tree with its root at the port; so do edges into the same port
//! that are alone at their own source. Everything else gets a line of its own.

use super::flat::Flat;
use super::layered::Layered;
use super::options::Options;
use super::ports::{SegmentEnds, is_catch};
use super::tracks::{Net, assign};

/// Least distance between a line and the layers above and below: room for an arrow head and a rounded corner.
const STUB: f64 = 12.0;

/// The vertical order of everything: layers, and tracks in the gaps below them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Heights {
    /// The upper border of each layer.
    pub(super) layer_top: Vec<f64>,
    pub(super) layer_height: Vec<f64>,
    /// For each segment, the coordinate of its horizontal line.
    pub(super) line: Vec<f64>,
    pub(super) total: f64,
}

/// Stacks the layers, with gaps as tall as their lines need.
pub(super) fn stack(flat: &Flat, layered: &Layered, ends: &SegmentEnds, options: &Options) -> Heights {
    let mut segments_below = vec![Vec::new(); layered.layers.len()];
    for (index, segment) in layered.segments.iter().enumerate() {
        segments_below[layered.items[segment.upper].layer].push(index);
    }
    let mut heights = Heights {
        layer_top: Vec::new(),
        layer_height: Vec::new(),
        line: vec![0.0; layered.segments.len()],
        total: 0.0,
    };
    let mut top = 0.0;
    for (index, layer) in layered.layers.iter().enumerate() {
        let height = layer.iter().map(|&item| layered.items[item].height).fold(0.0, f64::max);
        heights.layer_top.push(top);
        heights.layer_height.push(height);
        heights.total = top + height;
        let Some(next) = layered.layers.get(index + 1) else {
            break;
        };
        let (net_of_segment, nets) = nets(flat, layered, ends, &segments_below[index]);
        let tracks = assign(&nets);
        let bent = nets.iter().zip(&tracks).filter(|(net, _)| !net.is_straight());
        let last_track = bent.map(|(_, &track)| track).max().unwrap_or(0);
        let lines_height = last_track as f64 * options.edge_gap;
        let least = if has_nodes(layered, layer) && has_nodes(layered, next) {
            options.layer_gap
        } else {
            options.layer_gap / 2.0
        };
        let gap = least.max(lines_height + 2.0 * STUB);
        let first_line = top + height + (gap - lines_height) / 2.0;
        for (&segment, net) in segments_below[index].iter().zip(net_of_segment) {
            heights.line[segment] = first_line + tracks[net] as f64 * options.edge_gap;
        }
        top += height + gap;
    }
    heights
}

fn has_nodes(layered: &Layered, layer: &[usize]) -> bool {
    layer.iter().any(|&item| layered.items[item].kind.is_node())
}

/// What the segments of one gap have in common: the item that they leave or enter, for nodes by the class of the edge.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Port {
    Below { item: usize, is_catch: bool },
    Above { item: usize, is_catch: bool },
}

/// The nets of one gap, and for each of its segments the net that it belongs to.
fn nets(flat: &Flat, layered: &Layered, ends: &SegmentEnds, segments: &[usize]) -> (Vec<usize>, Vec<Net>) {
    let is_catch = |segment: usize| is_catch(flat.edges[layered.segments[segment].edge].kind);
    let port_above =
        |segment: usize| Port::Below { item: layered.segments[segment].upper, is_catch: is_catch(segment) };
    let port_below =
        |segment: usize| Port::Above { item: layered.segments[segment].lower, is_catch: is_catch(segment) };
    let mut by_source: Vec<(Port, usize)> = segments.iter().map(|&segment| (port_above(segment), segment)).collect();
    by_source.sort_unstable();
    let mut keyed = Vec::with_capacity(segments.len());
    for group in by_source.chunk_by(|a, b| a.0 == b.0) {
        for &(port, segment) in group {
            let port = if group.len() > 1 { port } else { port_below(segment) };
            keyed.push((port, segment));
        }
    }
    keyed.sort_unstable();
    let mut nets = Vec::new();
    let mut net_by_segment = Vec::with_capacity(segments.len());
    for group in keyed.chunk_by(|a, b| a.0 == b.0) {
        let mut net = Net::default();
        for &(_, segment) in group {
            net.tops.push(ends.x[segment].0);
            net.bottoms.push(ends.x[segment].1);
            net_by_segment.push((segment, nets.len()));
        }
        net.tops.dedup();
        net.bottoms.dedup();
        nets.push(net);
    }
    net_by_segment.sort_unstable();
    let net_of_segment = net_by_segment.into_iter().map(|(_, net)| net).collect();
    (net_of_segment, nets)
}

#[cfg(test)]
mod tests {
    use super::super::flat::sample;
    use super::super::layered::sample_rows;
    use super::super::ports::segment_ends;
    use super::*;

    fn heights(rows: &[&[usize]], pairs: &[(usize, usize)], x: &[f64]) -> Heights {
        let flat = sample(x.len(), pairs);
        let layered = sample_rows(rows, pairs);
        let ends = segment_ends(&flat, &layered, x);
        stack(&flat, &layered, &ends, &Options::default())
    }

    #[test]
    fn edges_from_one_node_share_one_line_in_the_middle_of_the_gap() {
        let heights = heights(&[&[0], &[1, 2]], &[(0, 1), (0, 2)], &[50.0, 0.0, 100.0]);
        assert_eq!(heights.line, [44.0, 44.0]);
        assert_eq!(heights.layer_top, [0.0, 68.0]);
    }

    #[test]
    fn a_gap_grows_with_its_lines() {
        let rows: [&[usize]; 2] = [&[0, 1, 2, 3], &[4, 5, 6, 7]];
        let pairs = [(0, 7), (1, 6), (2, 5), (3, 4)];
        let x = [0.0, 50.0, 100.0, 150.0, 0.0, 51.0, 102.0, 153.0];
        let Heights { layer_top, line: mut lines, .. } = heights(&rows, &pairs, &x);
        assert!(layer_top[1] > 20.0 + Options::default().layer_gap);
        lines.sort_by(f64::total_cmp);
        assert!(lines.windows(2).all(|pair| pair[1] - pair[0] >= 16.0));
    }
}
