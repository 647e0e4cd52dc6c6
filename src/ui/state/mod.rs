//! What the page knows: the workspace, the run, and how both are kept.

mod asking;
mod checking;
mod clipboard;
mod conversion;
mod editing;
mod finder;
mod going;
mod group;
mod insertion;
mod layout;
mod machines;
mod notices;
mod of_document;
mod placing;
mod problems;
mod rescue;
mod run;
mod saying;
mod viewing;
mod worker;
mod workspace;

pub(super) use asking::{Addition, MenuKind, OpenMenu, Pending};
pub(super) use checking::check_on_change;
pub(super) use clipboard::Clipboard;
pub(super) use conversion::Conversion;
pub(super) use finder::Finder;
pub(super) use layout::{Panel, Tabs};
pub(super) use machines::{FIRST_BUCKET, MAX_OBJECT, Machines, example_project};
pub(super) use notices::{Notice, NoticeKind, Offer};
pub(super) use of_document::OfDocument;
pub(super) use problems::{MAX_SHOWN, Part, ProblemItem, ProblemList, row_id};
pub(super) use rescue::keep_within_reach;
pub(super) use run::{Run, RunPhase, Stalled};
pub(super) use viewing::{Detail, Viewing};
pub(super) use worker::WorkerWatch;
pub(super) use workspace::{SavedState, Workspace};
