//! The simulator: a pure stepper over a machine, its history events and its timeline.
