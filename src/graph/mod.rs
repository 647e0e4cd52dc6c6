//! A machine as a petgraph graph: scopes, reachability and loops.
