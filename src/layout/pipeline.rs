//! The passes, in order, for one connected part of a scope.

use super::flat::{Flat, FlatLayout};
use super::options::Options;
use super::{chains, coordinates, cycles, gaps, lanes, layering, ordering, ports, routing, settling, taps};

/// Lays out a connected graph; the flow runs down, the upper left corner is at 0, 0.
pub(super) fn lay_out(flat: &Flat, options: &Options) -> FlatLayout {
    let is_back = cycles::back_edges(flat);
    let ranks = layering::ranks(flat, &is_back);
    let mut layered = chains::cut(flat, &is_back, &ranks);
    ordering::order(&mut layered);
    taps::join(&mut layered);
    lanes::add(&mut layered);
    let mut x = coordinates::assign(&layered, options);
    settling::settle(&layered, &mut x, options);
    coordinates::start_at_zero(&layered, &mut x);
    let ends = ports::segment_ends(flat, &layered, &x);
    let heights = gaps::stack(flat, &layered, &ends, options);
    routing::draw(flat, &layered, &x, &ends, &heights)
}
