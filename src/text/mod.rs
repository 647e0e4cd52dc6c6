//! Text with positions: spans, lines, edits, and a lossless, error-tolerant JSON tree. Knows nothing of ASL.
