//! The web worker: checks and simulates, away from the page.

fn main() {}
