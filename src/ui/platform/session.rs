//! What belongs to this tab and outlives a reload of it: which machine is open, and the way that led there.

use crate::project::{MachineId, Trail};
use leptos::prelude::window;
use serde::Serialize;
use serde::de::DeserializeOwned;

const MACHINE: &str = "pasos.machine";
const TRAIL: &str = "pasos.trail";

fn read<T: DeserializeOwned>(key: &str) -> Option<T> {
    let text = window().session_storage().ok()??.get_item(key).ok()??;
    serde_json::from_str(&text).ok()
}

/// What cannot be kept is a small loss: the tab then opens the machine that was changed last.
fn write(key: &str, value: &impl Serialize) {
    if let (Ok(Some(storage)), Ok(text)) = (window().session_storage(), serde_json::to_string(value)) {
        let _ = storage.set_item(key, &text);
    }
}

/// The machine that was open in this tab.
pub(in crate::ui) fn machine() -> Option<MachineId> {
    read(MACHINE)
}

/// Keeps which machine is open.
pub(in crate::ui) fn keep_machine(machine: &MachineId) {
    write(MACHINE, machine);
}

/// The machines that were open in this tab before.
pub(in crate::ui) fn trail() -> Trail {
    read(TRAIL).unwrap_or_default()
}

/// Keeps the machines that were open before.
pub(in crate::ui) fn keep_trail(trail: &Trail) {
    write(TRAIL, trail);
}
