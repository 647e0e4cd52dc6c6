//! Editing on the canvas: menus, the palette, gestures, the history.

use crate::i18n::texts::texts;
use crate::i18n::{En, Es};

texts! {
    /// Texts of editing on the canvas.
    EditingMessages {
        add: "Add", "Agregar";
        add_here: "What comes here?", "¿Qué va aquí?";
        more_actions: "Any service or pattern", "Cualquier servicio o patrón";
        remove_line: "Remove this line", "Quitar esta línea";
        line_needs_target: "A rule, Default or catcher needs a state to lead to. To remove the line, select it and press Delete.", "Una regla, Default o una captura necesita un estado al que llevar. Para quitar la línea, selecciónala y pulsa Supr.";
        background_menu: "Actions for the graph", "Acciones para el grafo";
        state_menu: "Actions for the selected states", "Acciones para los estados seleccionados";
        drag_to_connect: "Drag to connect", "Arrastra para conectar";
        drag_to_add_rule: "Drag to add a rule", "Arrastra para agregar una regla";
        drag_to_default: "Drag to where it goes when no rule matches", "Arrastra hasta donde va si ninguna regla se cumple";
        drag_to_catch: "Drag to where errors go", "Arrastra hasta donde van los errores";
        reconnect_end: "Drag to lead elsewhere", "Arrastra para llevar a otro lugar";
        steps_done: "History", "Historial";
        history_start: "As it was opened", "Como se abrió";
        cancel: "Cancel", "Cancelar";
    }
}

/// Texts of editing with names and numbers in them.
pub trait EditingCountMessages {
    /// A line is being drawn from a state: the other one has to be chosen.
    fn choose_target(&self, from: &str) -> String;
    /// The same for a catcher.
    fn choose_catch_target(&self, from: &str) -> String;
    /// States became a machine of their own.
    fn extracted(&self, name: &str) -> String;
    /// Fields that a change could not keep.
    fn gave_up(&self, fields: &[String]) -> String;
    /// States wait for the place where they are to stand.
    fn choose_place(&self, names: &[String]) -> String;
    /// The inspector shows one of several selected states.
    fn several_selected(&self, n: usize, name: &str) -> String;
    /// How many states are being dragged.
    fn n_dragged(&self, n: usize) -> String;
}

impl EditingCountMessages for En {
    fn choose_target(&self, from: &str) -> String {
        format!("Choose the state that {from} leads to.")
    }

    fn choose_catch_target(&self, from: &str) -> String {
        format!("Choose the state that errors of {from} lead to.")
    }

    fn extracted(&self, name: &str) -> String {
        format!("{name} is now a machine of its own. You find it in the run, under the other machines.")
    }

    fn gave_up(&self, fields: &[String]) -> String {
        format!("Left out, as they do not fit any more: {}. Undo brings them back.", fields.join(", "))
    }

    fn choose_place(&self, names: &[String]) -> String {
        match names {
            [name] => format!("Point to where {name} is to stand."),
            _ => format!("Point to where the {} states are to stand.", names.len()),
        }
    }

    fn several_selected(&self, n: usize, name: &str) -> String {
        format!("{n} states are selected. Below are the fields of {name}; the menu of the states acts on all of them.")
    }

    fn n_dragged(&self, n: usize) -> String {
        format!("{n} states")
    }
}

impl EditingCountMessages for Es {
    fn choose_target(&self, from: &str) -> String {
        format!("Elige el estado al que lleva {from}.")
    }

    fn choose_catch_target(&self, from: &str) -> String {
        format!("Elige el estado al que llevan los errores de {from}.")
    }

    fn extracted(&self, name: &str) -> String {
        format!("«{name}» es ahora una máquina aparte. La encuentras en el panel Ejecución, entre las otras máquinas.")
    }

    fn gave_up(&self, fields: &[String]) -> String {
        format!("Se quitó lo que ya no encaja: {}. Deshacer lo recupera.", fields.join(", "))
    }

    fn choose_place(&self, names: &[String]) -> String {
        match names {
            [name] => format!("Señala dónde debe quedar {name}."),
            _ => format!("Señala dónde deben quedar los {} estados.", names.len()),
        }
    }

    fn several_selected(&self, n: usize, name: &str) -> String {
        format!(
            "Hay {n} estados seleccionados. Abajo están los campos de «{name}»; el menú de los estados actúa en todos."
        )
    }

    fn n_dragged(&self, n: usize) -> String {
        format!("{n} estados")
    }
}
