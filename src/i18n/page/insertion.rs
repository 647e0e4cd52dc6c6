//! What is said when something was put into the machine.

use crate::i18n::texts::texts;
use crate::i18n::{En, Es};

texts! {
    /// Texts of the palette.
    InsertionMessages {
        search_palette: "State, service or pattern", "Estado, servicio o patrón";
        palette_hint: "Drag it onto the graph, or press it to add it after the selected state.", "Arrástralo al grafo o púlsalo para agregarlo después del estado seleccionado.";
        palette_hint_touch: "Press to add it after the selected state, or hold and drag it onto the graph.", "Pulsa para agregarlo después del estado seleccionado, o mantén pulsado y arrástralo al grafo.";
    }
}

/// What is said with names in it.
pub trait AddedMessages {
    /// A state was put in behind another one.
    fn added_after(&self, name: &str, other: &str) -> String;
    /// A state was put in where the machine, or a part of it, starts.
    fn added_first(&self, name: &str) -> String;
    /// Nothing leads to a state that was put in, and what to do about it.
    fn not_connected(&self, name: &str) -> String;
}

impl AddedMessages for En {
    fn added_after(&self, name: &str, other: &str) -> String {
        format!("{name} was added after {other}.")
    }

    fn added_first(&self, name: &str) -> String {
        format!("{name} was added at the start.")
    }

    fn not_connected(&self, name: &str) -> String {
        format!("Nothing leads to {name} yet. Open the menu of the state before it and choose “Connect to…”.")
    }
}

impl AddedMessages for Es {
    fn added_after(&self, name: &str, other: &str) -> String {
        format!("Se agregó {name} después de {other}.")
    }

    fn added_first(&self, name: &str) -> String {
        format!("Se agregó {name} al inicio.")
    }

    fn not_connected(&self, name: &str) -> String {
        format!("Nada lleva todavía a {name}. Abre el menú del estado anterior y elige «Conectar con…».")
    }
}
