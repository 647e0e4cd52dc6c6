//! Text with positions: spans, lines, edits, and a lossless, error-tolerant JSON tree. Knows nothing of ASL.

mod edit;
pub mod json;
pub mod line_ending;
mod line_index;
mod pointer;
mod span;
mod style;

pub use edit::{Edit, Edits, OverlappingEdits};
pub use line_index::{LineIndex, Position, byte_offset, utf16_offset, utf16_offsets};
pub use pointer::Pointer;
pub use span::Span;
pub use style::Style;
