//! Small parts that every panel uses.

mod icon;
mod menu;
mod problem_counts;
mod search_field;
mod tabs;

pub(super) use icon::{Icon, icon, state_icon, type_class};
pub(super) use menu::Menu;
pub(super) use problem_counts::{ProblemCounts, SEVERITIES, severity_class, severity_icon, severity_title};
pub(super) use search_field::SearchField;
pub(super) use tabs::TabList;
