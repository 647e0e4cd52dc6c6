//! What the page knows: the workspace, the run, and how both are kept.

mod checking;
mod clipboard;
mod conversion;
mod finder;
mod going;
mod group;
mod insertion;
mod keeping;
mod layout;
mod placing;
mod problems;
mod rescue;
mod run;
mod saying;
mod worker;
mod workspace;

pub(super) use checking::check_on_change;
pub(super) use clipboard::Clipboard;
pub(super) use conversion::Conversion;
pub(super) use finder::Finder;
pub(super) use keeping::{keep_on_change, restore};
pub(super) use layout::{Panel, Tabs};
pub(super) use problems::{MAX_SHOWN, Part, ProblemItem, ProblemList, row_id};
pub(super) use rescue::keep_within_reach;
pub(super) use run::{Run, RunPhase, Stalled};
pub(super) use worker::WorkerWatch;
pub(super) use workspace::{NoticeKind, SavedState, Workspace};
