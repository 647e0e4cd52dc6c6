//! The words for a conversion to JSONata: what stands in its way, and where its meaning may differ.

mod en;
mod es;

use crate::convert::{Note, Reason};

/// Words for a conversion to JSONata.
pub trait ConvertMessages {
    /// Why a field cannot be converted, and what to do.
    fn convert_reason(&self, reason: &Reason) -> String;
    /// Where a converted field may not mean what it meant, in a sentence or two.
    fn convert_note(&self, note: Note) -> &'static str;
}
