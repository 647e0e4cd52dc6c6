//! The page: the only room that names leptos, web_sys, js_sys or gloo.
#![allow(unreachable_pub, reason = "what the component macro makes is public")]

mod actions;
mod app;
mod canvas;
mod code;
mod controls;
mod drops;
mod panels;
mod platform;
mod rest;
mod state;

pub use app::App;
pub use platform::last_resort::watch_for_failure;
