//! The texts of the page, a group for each part of it.

mod actions;
mod canvas;
mod counts;
mod drawing;
mod editing;
mod examples;
mod field_help;
mod header;
mod inspector;
mod inspector_form;
mod navigation;
mod notices;
mod panels;
mod problems;
mod run;
mod saying;

pub use actions::ActionMessages;
pub use canvas::CanvasMessages;
pub use counts::CountMessages;
pub use drawing::{DrawingMessages, FrameMessages};
pub use editing::{EditingCountMessages, EditingMessages};
pub use examples::ExampleMessages;
pub use field_help::{FieldHelp, field_help};
pub use header::HeaderMessages;
pub use inspector::InspectorMessages;
pub use inspector_form::{InspectorCountMessages, InspectorFormMessages};
pub use navigation::{NavigationMessages, WayMessages};
pub use notices::NoticeMessages;
pub use panels::PanelMessages;
pub use problems::ProblemMessages;
pub use run::RunMessages;
pub use saying::{SayingMessages, SelectingMessages};
