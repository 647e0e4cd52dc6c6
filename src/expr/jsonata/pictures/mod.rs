//! Numbers and times written, and read, by pictures (XPath and XQuery Functions 3.1, "Formatting numbers", "Formatting
//! dates and times", as the reference implementation of JSONata 2.0.6 has them).

mod calendar;
mod decimal;
mod format_time;
mod integer;
mod integer_text;
mod iso;
mod parse_time;
mod time_picture;
mod words;

pub(super) use decimal::format_number;
pub(super) use format_time::format_time;
pub(super) use integer_text::{format_integer, parse_integer};
pub(super) use iso::parse_iso;
pub(super) use parse_time::parse_time;
