//! Diagnostics: one rule per file, with its code, level and texts.
