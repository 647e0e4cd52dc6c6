//! Shapes of each construct.
