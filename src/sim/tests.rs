//! Properties of every run.
