//! What stands around the graph: header, problems, inspector, run, notices.

mod conversion;
mod export;
mod header;
mod history;
mod inspector;
mod mock;
mod notices;
mod problems;
mod run;
mod transport;

pub(super) use conversion::ConversionDialog;
pub(super) use header::Header;
pub(super) use inspector::Inspector;
pub(super) use notices::Notices;
pub(super) use problems::{ProblemWalk, Problems};
pub(super) use run::RunPanel;
pub(super) use transport::Transport;
