//! Small parts that every panel uses.

mod icon;
mod menu;
mod tabs;

pub(super) use icon::{Icon, icon, state_icon, type_class};
pub(super) use menu::Menu;
pub(super) use tabs::TabList;
