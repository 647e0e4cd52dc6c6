//! The texts of the page, a group for each part of it.

mod canvas;
mod counts;
mod drawing;
mod editing;
mod examples;
mod header;
mod inspector;
mod notices;
mod panels;
mod problems;
mod run;

pub use canvas::CanvasMessages;
pub use counts::CountMessages;
pub use drawing::{DrawingMessages, FrameMessages};
pub use editing::{EditingCountMessages, EditingMessages};
pub use examples::ExampleMessages;
pub use header::HeaderMessages;
pub use inspector::InspectorMessages;
pub use notices::NoticeMessages;
pub use panels::PanelMessages;
pub use problems::ProblemMessages;
pub use run::RunMessages;
