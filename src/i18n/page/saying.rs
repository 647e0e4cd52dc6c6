//! What is said of a deed to those who do not see it, and the selection of several states by taps.

use crate::i18n::texts::texts;
use crate::i18n::{En, Es};

texts! {
    /// Texts of selecting several states by taps.
    SelectingMessages {
        tap_to_select: "Tap the states", "Toca los estados";
        menu: "Menu", "Menú";
        done: "Done", "Listo";
    }
}

/// What was done, in a few words.
pub trait SayingMessages {
    /// How many states are selected now.
    fn n_selected(&self, n: usize) -> String;
    /// A step was taken back.
    fn undone(&self, step: &str) -> String;
    /// A step was done again.
    fn redone(&self, step: &str) -> String;
    /// States were copied.
    fn n_copied(&self, n: usize) -> String;
    /// What is inside a frame was hidden, or is shown again.
    fn said_folded(&self, name: &str, is_folded: bool) -> String;
}

impl SayingMessages for En {
    fn n_selected(&self, n: usize) -> String {
        if n == 1 { "1 state selected".to_owned() } else { format!("{n} states selected") }
    }

    fn undone(&self, step: &str) -> String {
        format!("Undone: {step}")
    }

    fn redone(&self, step: &str) -> String {
        format!("Done again: {step}")
    }

    fn n_copied(&self, n: usize) -> String {
        if n == 1 { "1 state copied".to_owned() } else { format!("{n} states copied") }
    }

    fn said_folded(&self, name: &str, is_folded: bool) -> String {
        if is_folded { format!("{name} collapsed") } else { format!("{name} expanded") }
    }
}

impl SayingMessages for Es {
    fn n_selected(&self, n: usize) -> String {
        if n == 1 { "1 estado seleccionado".to_owned() } else { format!("{n} estados seleccionados") }
    }

    fn undone(&self, step: &str) -> String {
        format!("Deshecho: {step}")
    }

    fn redone(&self, step: &str) -> String {
        format!("Rehecho: {step}")
    }

    fn n_copied(&self, n: usize) -> String {
        if n == 1 { "1 estado copiado".to_owned() } else { format!("{n} estados copiados") }
    }

    fn said_folded(&self, name: &str, is_folded: bool) -> String {
        if is_folded { format!("«{name}» plegado") } else { format!("«{name}» desplegado") }
    }
}
