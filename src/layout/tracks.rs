//! Pass: gives each horizontal line between two layers a track, so that lines neither lie on one another nor cross in vain.
//!
//! Source: Sander, "Layout of Directed Hypergraphs with Orthogonal Hyperedges" (2004):
//! nets whose lines overlap are ordered pair by pair, by the crossings that either order costs.

/// Lines that share one horizontal line: from every place in `tops` one comes down, from every one in `bottoms` one goes on.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Net {
    pub(super) tops: Vec<f64>,
    pub(super) bottoms: Vec<f64>,
}

/// Two coordinates closer than this are the same one: half a pixel cannot be seen as a corner.
pub(super) const SAME: f64 = 0.5;
/// Lines on the same track keep at least this distance.
const TRACK_CLEARANCE: f64 = 10.0;
/// What it costs if two lines lie on one another, in crossings.
const ON_ONE_ANOTHER: usize = 20;
/// With more overlapping pairs than this in one gap, the order of the nets is that of their left ends.
const MOST_PAIRS: usize = 20_000;

impl Net {
    pub(super) fn is_straight(&self) -> bool {
        self.right() - self.left() <= SAME
    }

    fn ends(&self) -> impl Iterator<Item = f64> {
        self.tops.iter().chain(&self.bottoms).copied()
    }

    fn left(&self) -> f64 {
        self.ends().fold(f64::INFINITY, f64::min)
    }

    fn right(&self) -> f64 {
        self.ends().fold(f64::NEG_INFINITY, f64::max)
    }

    /// What it costs if this net's line is above that of `other`.
    fn cost_above(&self, other: &Net) -> usize {
        let strictly_within = |net: &Net, x: f64| net.left() + SAME < x && x < net.right() - SAME;
        let downwards = self.bottoms.iter().filter(|&&x| strictly_within(other, x));
        let upwards = other.tops.iter().filter(|&&x| strictly_within(self, x));
        let collinear = self.bottoms.iter().filter(|&&x| other.tops.iter().any(|&top| (top - x).abs() < SAME));
        downwards.count() + upwards.count() + ON_ONE_ANOTHER * collinear.count()
    }

    /// Whether the two lines could not be on the same track.
    fn conflicts(&self, other: &Net) -> bool {
        let meet = |left: &Net, right: &Net| {
            (left.right() - right.left()).abs() < SAME
                && left.bottoms.iter().any(|x| (x - left.right()).abs() < SAME)
                && right.bottoms.iter().any(|x| (x - right.left()).abs() < SAME)
        };
        self.left() < other.right() + TRACK_CLEARANCE
            && other.left() < self.right() + TRACK_CLEARANCE
            && !meet(self, other)
            && !meet(other, self)
    }
}

/// For each net its track, counted from the top; straight nets get track 0, which they do not use.
pub(super) fn assign(nets: &[Net]) -> Vec<usize> {
    let mut bent: Vec<usize> = (0..nets.len()).filter(|&net| !nets[net].is_straight()).collect();
    bent.sort_by(|&a, &b| nets[a].left().total_cmp(&nets[b].left()));
    let mut pairs = Vec::new();
    'pairs: for (place, &net) in bent.iter().enumerate() {
        for &other in &bent[place + 1..] {
            if nets[other].left() >= nets[net].right() + TRACK_CLEARANCE {
                break;
            }
            if nets[net].conflicts(&nets[other]) {
                pairs.push((net, other));
            }
            if pairs.len() > MOST_PAIRS {
                break 'pairs;
            }
        }
    }
    if pairs.len() > MOST_PAIRS {
        return by_left_ends(nets, &bent);
    }
    let mut conflicting = vec![Vec::new(); nets.len()];
    let mut demands = vec![Vec::new(); nets.len()];
    for (net, other) in pairs {
        conflicting[net].push(other);
        conflicting[other].push(net);
        let as_is = nets[net].cost_above(&nets[other]);
        let exchanged = nets[other].cost_above(&nets[net]);
        if as_is < exchanged {
            demands[net].push((other, exchanged - as_is));
        } else if exchanged < as_is {
            demands[other].push((net, as_is - exchanged));
        }
    }
    let mut track = vec![None; nets.len()];
    for net in from_top_to_bottom(&bent, &demands) {
        let above = conflicting[net].iter().filter_map(|&other| track[other]).max();
        track[net] = Some(above.map_or(0, |above: usize| above + 1));
    }
    track.into_iter().map(|track| track.unwrap_or(0)).collect()
}

/// An order of the nets that meets the demands "above that one"; where they form a cycle, the cheapest net goes first.
fn from_top_to_bottom(bent: &[usize], demands: &[Vec<(usize, usize)>]) -> Vec<usize> {
    let mut weight_above = vec![0; demands.len()];
    for &(other, weight) in demands.iter().flatten() {
        weight_above[other] += weight;
    }
    let mut is_placed = vec![false; demands.len()];
    let mut free: Vec<usize> = bent.iter().rev().copied().filter(|&net| weight_above[net] == 0).collect();
    let mut order = Vec::with_capacity(bent.len());
    while order.len() < bent.len() {
        let next = free
            .pop()
            .or_else(|| bent.iter().copied().filter(|&net| !is_placed[net]).min_by_key(|&net| weight_above[net]));
        let Some(net) = next else { break };
        if is_placed[net] {
            continue;
        }
        is_placed[net] = true;
        order.push(net);
        for &(other, weight) in &demands[net] {
            weight_above[other] -= weight;
            if weight_above[other] == 0 && !is_placed[other] {
                free.push(other);
            }
        }
    }
    order
}

/// Each net takes the first track that is free at its left end; the nets come in the order of their left ends.
fn by_left_ends(nets: &[Net], bent: &[usize]) -> Vec<usize> {
    let mut track = vec![0; nets.len()];
    // Where the last line of each track ends. A heap would need an order on floats for little gain: tracks are few.
    let mut ends: Vec<f64> = Vec::new();
    for &net in bent {
        let left = nets[net].left();
        let free = ends.iter().position(|end| end + TRACK_CLEARANCE <= left);
        let chosen = free.unwrap_or(ends.len());
        if free.is_none() {
            ends.push(0.0);
        }
        ends[chosen] = nets[net].right();
        track[net] = chosen;
    }
    track
}

#[cfg(test)]
mod tests {
    use super::*;

    fn net(tops: &[f64], bottoms: &[f64]) -> Net {
        Net { tops: tops.to_vec(), bottoms: bottoms.to_vec() }
    }

    #[test]
    fn lines_that_do_not_meet_share_a_track() {
        let nets = [net(&[0.0], &[50.0]), net(&[100.0], &[150.0]), net(&[7.0], &[7.0])];
        assert_eq!(assign(&nets), [0, 0, 0]);
    }

    #[test]
    fn of_two_lines_to_the_right_the_one_from_further_right_is_above() {
        let nets = [net(&[0.0], &[60.0]), net(&[30.0], &[90.0])];
        assert_eq!(assign(&nets), [1, 0]);
    }

    #[test]
    fn a_line_that_begins_where_another_goes_on_is_above_it() {
        let nets = [net(&[0.0], &[50.0]), net(&[50.0], &[0.0, 80.0])];
        let tracks = assign(&nets);
        assert!(tracks[1] < tracks[0]);
    }

    #[test]
    fn lines_that_meet_at_one_target_from_both_sides_share_a_track() {
        let nets = [net(&[0.0], &[50.0]), net(&[100.0], &[50.0])];
        assert_eq!(assign(&nets), [0, 0]);
    }

    #[test]
    fn a_crowd_still_gets_tracks_of_its_own() {
        let nets: Vec<Net> =
            (0..300).map(|index| net(&[f64::from(index) * 20.0], &[f64::from(index) * 20.0 + 9000.0])).collect();
        let tracks = assign(&nets);
        for (a, net) in nets.iter().enumerate() {
            for (b, other) in nets.iter().enumerate().skip(a + 1) {
                assert!(tracks[a] != tracks[b] || !net.conflicts(other));
            }
        }
    }
}
