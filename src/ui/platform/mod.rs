//! The browser's own services behind small functions: effects at the edge.

pub(super) mod clipboard;
pub(super) mod engine;
pub(super) mod file;
pub(super) mod media;
pub(super) mod preferences;
pub(super) mod storage;
