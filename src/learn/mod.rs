//! The gallery of example machines.
