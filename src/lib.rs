//! Pasos: a visual workflow designer for Amazon States Language.
//!
//! This library is the core: it knows no browser, reads no clock and never panics on input.
#![doc = include_str!("ARCHITECTURE.md")]

pub mod action;
pub mod asl;
pub mod calls;
pub mod check;
#[cfg(feature = "cli")]
pub mod cli;
pub mod convert;
pub mod diagram;
pub mod edit;
pub mod engine;
pub mod expr;
pub mod fix;
pub mod flow;
pub mod form;
pub mod graph;
pub mod i18n;
pub mod import;
pub mod interact;
pub mod layout;
pub mod learn;
pub mod mock;
pub mod palette;
pub mod project;
pub mod replay;
pub mod search;
pub mod services;
pub mod sim;
pub mod suite;
pub mod test_state;
pub mod text;
#[cfg(feature = "ui")]
pub mod ui;
