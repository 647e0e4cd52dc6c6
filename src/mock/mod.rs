//! What services answer: rules, sequences and defaults.
