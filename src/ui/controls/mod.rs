//! Small parts that every panel uses.

mod dialog;
mod icon;
mod menu;
mod palette_icon;
mod problem_counts;
mod search_field;
mod tabs;

pub(super) use dialog::{CloseButton, Modal, ModalDialog};
pub(super) use icon::{Icon, icon, state_icon, type_class};
pub(super) use menu::Menu;
pub(super) use palette_icon::palette_icon;
pub(super) use problem_counts::{ProblemCounts, SEVERITIES, severity_class, severity_icon, severity_title};
pub(super) use search_field::SearchField;
pub(super) use tabs::TabList;
