//! The problems panel and the catalogue of rules.

use crate::i18n::texts::texts;

texts! {
    /// Texts of the problems panel.
    ProblemMessages {
        errors: "Errors", "Errores";
        warnings: "Warnings", "Advertencias";
        hints: "Hints", "Sugerencias";
        filter_problems: "Filter by message, rule or state", "Filtrar por mensaje, regla o estado";
        nothing_matches: "Nothing matches.", "No hay coincidencias.";
        fix: "Fix", "Corregir";
        no_fix: "There is no quick fix for this problem.", "Este problema no tiene corrección rápida.";
        fix_all_safe: "Fix all safe problems", "Corregir todo lo que es seguro";
        why: "Why?", "¿Por qué?";
        switch_off: "Switch off", "Desactivar";
        switch_on: "Switch on", "Activar";
        for_machine: "For the whole machine", "Para toda la máquina";
        switched_off: "Rules that are switched off", "Reglas desactivadas";
        loading_explanation: "Loading the explanation…", "Cargando la explicación…";
        all_rules: "All rules of the checker", "Todas las reglas del revisor";
        rule_off_here: "off here: only the terminal program checks it, if asked to", "apagada aquí: solo la revisa el programa de terminal, si se lo pides";
        search_rules: "Search in names and explanations", "Buscar en nombres y explicaciones";
        rules_page: "Printed by `pasos rules`. An error is what AWS refuses; a warning is what AWS takes and hardly does what is meant; a hint is what could be better. Each can be switched off, everywhere or at one state.", "Lo imprime `pasos rules --lang es`. Un error es lo que AWS rechaza; una advertencia, lo que AWS acepta pero difícilmente hace lo que quieres; una sugerencia, lo que podría ser mejor. Cada regla se puede desactivar, en todas partes o en un estado.";
        rules_column: "Rule", "Regla";
        rules_finding: "What it finds", "Qué encuentra";
        rules_definition: "What AWS refuses", "Lo que AWS rechaza";
        rules_flow: "The way of the execution", "El camino de la ejecución";
        rules_data: "Data", "Datos";
        rules_reliability: "Errors, retries and time limits", "Errores, reintentos y tiempos límite";
        rules_limits: "Quotas and cost", "Cuotas y costo";
        rules_security: "Secrets and accounts", "Secretos y cuentas";
    }
}
