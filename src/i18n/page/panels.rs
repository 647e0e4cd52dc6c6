//! The panels around the canvas: their names, the JSON text and the problems.

use crate::i18n::texts::texts;

texts! {
    /// Names of the panels and texts of the JSON and problems panels.
    PanelMessages {
        graph: "Graph", "Grafo";
        json: "JSON", "JSON";
        problems: "Problems", "Problemas";
        inspector: "Inspector", "Inspector";
        execution: "Run", "Ejecución";
        panels: "Panels", "Paneles";
        json_panel: "The definition as JSON text", "La definición como texto JSON";
        loading_editor: "Loading the editor…", "Cargando el editor…";
        no_problems: "No problems found", "No se encontraron problemas";
        checking: "Checking…", "Revisando…";
        not_checked: "Not checked", "Sin revisar";
        severity_error: "Error", "Error";
        severity_warning: "Warning", "Advertencia";
        severity_hint: "Hint", "Sugerencia";
        editor_find: "Find", "Buscar";
        editor_replace: "Replace", "Reemplazar";
        editor_next: "next", "siguiente";
        editor_previous: "previous", "anterior";
        editor_all: "all", "todo";
        editor_match_case: "match case", "distinguir mayúsculas";
        editor_by_word: "by word", "palabra completa";
        editor_regexp: "regexp", "expresión regular";
        editor_replace_one: "replace", "reemplazar";
        editor_replace_all: "replace all", "reemplazar todo";
        editor_close: "close", "cerrar";
        editor_go_to_line: "Go to line", "Ir a la línea";
        editor_go: "go", "ir";
        editor_fold_line: "Fold line", "Plegar la línea";
        editor_unfold_line: "Unfold line", "Desplegar la línea";
        editor_completions: "Completions", "Sugerencias";
        data_before: "Input", "Entrada";
        data_after: "Output", "Salida";
        data_nothing: "nothing", "nada";
        data_unreached: "no way leads here", "ningún camino llega aquí";
        data_never_left: "fails, or never ends", "falla o no termina";
        data_may_miss: "may be missing", "puede faltar";
        data_source: "Inferred from the run's input and the mocked answers", "Deducido de la entrada de la ejecución y de las respuestas simuladas";
        editor_folded_code: "folded code", "código plegado";
    }
}
