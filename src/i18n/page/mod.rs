//! The texts of the page, a group for each part of it.

mod actions;
mod canvas;
mod counts;
mod drawing;
mod examples;
mod header;
mod inspector;
mod navigation;
mod notices;
mod panels;
mod problems;
mod run;

pub use actions::ActionMessages;
pub use canvas::CanvasMessages;
pub use counts::CountMessages;
pub use drawing::{DrawingMessages, FrameMessages};
pub use examples::ExampleMessages;
pub use header::HeaderMessages;
pub use inspector::InspectorMessages;
pub use navigation::{NavigationMessages, WayMessages};
pub use notices::NoticeMessages;
pub use panels::PanelMessages;
pub use problems::ProblemMessages;
pub use run::RunMessages;
