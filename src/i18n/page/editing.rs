//! Editing on the canvas: menus, the palette, gestures, the history.

use crate::i18n::texts::texts;
use crate::i18n::{En, Es};

texts! {
    /// Texts of editing on the canvas.
    EditingMessages {
        add: "Add", "Agregar";
        add_here: "What comes here?", "¿Qué va aquí?";
        more_actions: "Any service or pattern", "Cualquier servicio o patrón";
        add_after: "Add after…", "Agregar después…";
        edit_fields: "Edit the fields", "Editar los campos";
        connect_to: "Connect to…", "Conectar con…";
        catch_to: "On error go to…", "En caso de error, ir a…";
        cut: "Cut", "Cortar";
        copy_states: "Copy", "Copiar";
        paste_after: "Paste after", "Pegar después";
        delete_states: "Delete", "Eliminar";
        wrap_in_parallel: "Wrap in a Parallel", "Envolver en un Parallel";
        wrap_in_map: "Wrap in a Map", "Envolver en un Map";
        unwrap: "Take out of the frame", "Sacar del marco";
        extract: "Extract to a machine of its own", "Extraer a otra máquina";
        set_start: "Start here", "Empezar aquí";
        convert_type: "Change the type…", "Cambiar el tipo…";
        convert_to_jsonata: "Convert to JSONata…", "Convertir a JSONata…";
        add_branch: "Add a branch", "Agregar una rama";
        remove_line: "Remove this line", "Quitar esta línea";
        line_needs_target: "A rule, Default or catcher needs a state to lead to. To remove the line, select it and press Delete.", "Una regla, Default o una captura necesita un estado al que llevar. Para quitar la línea, selecciónala y pulsa Supr.";
        place_by_hand: "Place by hand…", "Colocar a mano…";
        place_automatically: "Back to its automatic place", "Volver a su lugar automático";
        state_menu: "Actions for the selected states", "Acciones para los estados seleccionados";
        drag_to_connect: "Drag to connect", "Arrastra para conectar";
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
        format!("Choose the state that {from} leads to. Escape cancels.")
    }

    fn choose_catch_target(&self, from: &str) -> String {
        format!("Choose the state that errors of {from} lead to. Escape cancels.")
    }

    fn extracted(&self, name: &str) -> String {
        format!("{name} is now a machine of its own. You find it in the run, under the other machines.")
    }

    fn gave_up(&self, fields: &[String]) -> String {
        format!("Left out, as they do not fit any more: {}. Undo brings them back.", fields.join(", "))
    }

    fn choose_place(&self, names: &[String]) -> String {
        match names {
            [name] => format!("Point to where {name} is to stand. Escape cancels."),
            _ => format!("Point to where the {} states are to stand. Escape cancels.", names.len()),
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
        format!("Elige el estado al que lleva {from}. Escape cancela.")
    }

    fn choose_catch_target(&self, from: &str) -> String {
        format!("Elige el estado al que llevan los errores de {from}. Escape cancela.")
    }

    fn extracted(&self, name: &str) -> String {
        format!("«{name}» es ahora una máquina aparte. La encuentras en el panel Ejecución, entre las otras máquinas.")
    }

    fn gave_up(&self, fields: &[String]) -> String {
        format!("Se quitó lo que ya no encaja: {}. Deshacer lo recupera.", fields.join(", "))
    }

    fn choose_place(&self, names: &[String]) -> String {
        match names {
            [name] => format!("Señala dónde debe quedar {name}. Escape cancela."),
            _ => format!("Señala dónde deben quedar los {} estados. Escape cancela.", names.len()),
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
