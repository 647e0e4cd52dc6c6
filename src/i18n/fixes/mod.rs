//! The words for quick fixes.

mod en;
mod es;

use crate::fix::FixTitle;

/// Words for quick fixes.
pub trait FixMessages {
    /// What a fix does, as the words of a button.
    fn fix_title(&self, title: &FixTitle) -> String;
}
