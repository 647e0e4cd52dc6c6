//! The passes, in order, for one connected part of a scope.

use super::flat::{Flat, FlatLayout};
use super::layered::Layered;
use super::options::Options;
use super::{chains, coordinates, cycles, gaps, lanes, layering, ordering, ports, routing, settling, taps};

/// Lays out a connected graph; the flow runs down, the upper left corner is at 0, 0.
#[cfg(test)]
pub(super) fn lay_out(flat: &Flat, options: &Options) -> FlatLayout {
    place(flat, &order(flat), options)
}

/// The items of a connected graph in their layers and in order: how large anything is does not matter here.
pub(super) fn order(flat: &Flat) -> Layered {
    let is_back = cycles::back_edges(flat);
    let ranks = layering::ranks(flat, &is_back);
    let mut layered = chains::cut(flat, &is_back, &ranks);
    ordering::order(&mut layered);
    taps::join(&mut layered);
    lanes::add(&mut layered);
    layered
}

/// The order of another graph that is connected in the same way, with the sizes of this one.
pub(super) fn ordered_like(layered: &Layered, flat: &Flat) -> Layered {
    let mut layered = layered.clone();
    chains::measure(&mut layered, flat);
    layered
}

/// Where everything of a connected graph goes, given its items in order.
pub(super) fn place(flat: &Flat, layered: &Layered, options: &Options) -> FlatLayout {
    let mut x = coordinates::assign(layered, options);
    settling::settle(layered, &mut x, options);
    coordinates::start_at_zero(layered, &mut x);
    let ends = ports::segment_ends(flat, layered, &x);
    let heights = gaps::stack(flat, layered, &ends, options);
    routing::draw(flat, layered, &x, &ends, &heights)
}
