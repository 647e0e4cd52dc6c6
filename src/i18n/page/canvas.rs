//! The canvas.

use crate::i18n::texts::texts;

texts! {
    /// Texts of the canvas.
    CanvasMessages {
        canvas: "The state machine as a graph", "La máquina de estados como grafo";
        start: "Start", "Inicio";
        end: "End", "Fin";
        add_first: "Add the first state", "Agregar el primer estado";
        which_type: "Which type of state?", "¿Qué tipo de estado?";
        nothing_to_draw: "Nothing to draw yet", "Todavía no hay nada que dibujar";
        nothing_to_draw_hint: "Paste or drop an ASL definition, open a file, or choose an example.", "Pega o suelta una definición ASL, abre un archivo o elige un ejemplo.";
        drop_here: "Drop the file to open it", "Suelta el archivo para abrirlo";
        duplicate: "Duplicate", "Duplicar";
        unknown_type: "Unknown type", "Tipo desconocido";
        is_current: "running now", "en ejecución";
        is_waiting: "waiting", "en espera";
        is_done: "done", "terminado";
        is_failed: "failed", "falló";
        is_placed: "placed by hand", "colocado a mano";
        has_problems: "has problems", "tiene problemas";
        task_about: "Calls a service or a function", "Llama a un servicio o a una función";
        choice_about: "Chooses the way by the data", "Elige el camino según los datos";
        parallel_about: "Runs branches at the same time", "Ejecuta ramas al mismo tiempo";
        map_about: "Repeats its states for each item", "Repite sus estados para cada elemento";
        pass_about: "Passes its input on, or changes it", "Pasa su entrada tal cual, o la cambia";
        wait_about: "Waits for a time or until a date", "Espera un tiempo o hasta una fecha";
        succeed_about: "Ends well", "Termina bien";
        fail_about: "Ends with an error", "Termina con un error";
    }
}
