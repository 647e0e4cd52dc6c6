//! What stands around the graph: header, problems, inspector, outline, run, notices, and the dialogs.

pub(super) mod breadcrumbs;
mod commands;
mod conversion;
mod engine_failure;
pub(super) mod export;
mod find_bar;
mod header;
mod history;
mod inspector;
mod keys;
mod mock;
mod notices;
mod outline;
mod part_failure;
mod problems;
mod run;
mod shelf;
mod transport;

pub(super) use breadcrumbs::Breadcrumbs;
pub(super) use commands::Commands;
pub(super) use conversion::ConversionDialog;
pub(super) use engine_failure::EngineFailure;
pub(super) use find_bar::FindBar;
pub(super) use header::{Header, HeaderControls};
pub(super) use inspector::Inspector;
pub(super) use keys::Keys;
pub(super) use notices::Notices;
pub(super) use outline::Outline;
pub(super) use part_failure::PartFailure;
pub(super) use problems::{Catalogue, ProblemWalk, Problems};
pub(super) use run::RunPanel;
pub(super) use shelf::{Followed, ShelfDialog};
pub(super) use transport::Transport;
