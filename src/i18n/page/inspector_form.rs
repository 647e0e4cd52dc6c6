//! The controls of the inspector.

use crate::i18n::texts::texts;
use crate::i18n::{En, Es};

texts! {
    /// Texts of the controls of the inspector.
    InspectorFormMessages {
        more_actions: "Duplicate, delete, show in the JSON", "Duplicar, eliminar, mostrar en el JSON";
        ends_machine: "End here", "Terminar aquí";
        choose_state: "Choose a state…", "Elige un estado…";
        no_default: "No default", "Sin valor por omisión";
        is_missing: "not found", "no existe";
        not_set: "Not set", "Sin definir";
        written_as: "Written as", "Escrito como";
        way_text: "Text", "Texto";
        way_number: "Number", "Número";
        way_path: "Path", "Ruta";
        way_expression: "Expression", "Expresión";
        way_json: "JSON", "JSON";
        way_null: "null", "null";
        way_fields: "Fields", "Campos";
        way_switch: "true or false", "true o false";
        way_date: "Date and time", "Fecha y hora";
        null_hint: "null: nothing is passed on", "null: no se pasa nada";
        is_true: "true", "true";
        is_false: "false", "false";
        not_number: "This is not a number yet, so it has not been applied", "Todavía no es un número, por eso no se aplicó";
        other_fields_hint: "These fields do not belong here in this query language, or Pasos does not know them. They stay until you remove them.", "Estos campos no van aquí en este lenguaje de consulta, o Pasos no los conoce. Se quedan hasta que los quites.";
        foreign_value: "The value is of another kind than expected, so it is shown as JSON.", "El valor no es del tipo esperado y por eso se muestra como JSON.";
        add_error: "Add an error name", "Agregar un nombre de error";
        add_text: "Add a text", "Agregar un texto";
        local_time: "Choose in local time", "Elegir en hora local";
        example: "Example", "Ejemplo";
        same_as_machine: "As the machine", "Como la máquina";
        condition: "Condition", "Condición";
        all_of: "All of these (And)", "Todas estas (And)";
        any_of: "Any of these (Or)", "Alguna de estas (Or)";
        none_of: "Not", "No se cumple (Not)";
        add_condition: "Condition", "Condición";
        join_and: "And…", "Y…";
        join_or: "Or…", "O…";
        join_not: "Not", "No";
        unwrap_condition: "Take out of the group", "Sacar del grupo";
        remove_condition: "Remove this condition", "Quitar esta condición";
        condition_foreign: "This condition is no JSON object.", "Esta condición no es un objeto JSON.";
        variable: "Variable", "Variable";
        comparator: "Comparator", "Comparador";
        value: "Value", "Valor";
        value_from: "Compared with", "Se compara con";
        a_value: "a value", "un valor";
        a_path: "the value at a path", "el valor de una ruta";
        choose_comparator: "Choose a comparator…", "Elige un comparador…";
        operand_text: "Text", "Texto";
        operand_number: "Number", "Número";
        operand_timestamp: "Timestamp", "Marca de tiempo";
        operand_boolean: "Boolean", "Booleano";
        operand_kind: "Presence and type", "Presencia y tipo";
        move_up: "Move up", "Subir";
        move_down: "Move down", "Bajar";
        remove: "Remove", "Quitar";
        go_to: "Go to this state", "Ir a este estado";
        add_rule: "Add a rule", "Agregar una regla";
        add_retrier: "Add a retrier", "Agregar un reintento";
        add_catcher: "Add a catcher", "Agregar una captura";
        add_branch: "Add a branch", "Agregar una rama";
        open_branch: "Show its first state", "Mostrar su primer estado";
        open_items: "Show the first state inside", "Mostrar el primer estado de dentro";
        no_retries: "It does not try again.", "No se vuelve a intentar.";
        calls_function: "Calls the Lambda function", "Llama a la función Lambda";
        waits_for_worker: "Waits for a worker of the activity", "Espera a un trabajador de la actividad";
        pattern_response: "goes on with the response", "sigue con la respuesta";
        pattern_sync: "waits until the job is done", "espera a que el trabajo termine";
        pattern_token: "waits until the task token comes back", "espera a que vuelva el token de tarea";
        resource_unknown: "Not one of the ARNs that Step Functions knows.", "No es ninguno de los ARN que Step Functions conoce.";
    }
}

/// Texts of the inspector with numbers and names in them.
pub trait InspectorCountMessages {
    /// Adds a field.
    fn add_named(&self, field: &str) -> String;
    /// Removes a field.
    fn remove_named(&self, field: &str) -> String;
    /// What a field is for.
    fn help_on(&self, field: &str) -> String;
    /// What counts while a field is not set.
    fn default_value(&self, value: &str) -> String;
    /// A rule of a Choice state; `number` from 1.
    fn rule(&self, number: usize) -> String;
    /// An entry of `Retry`.
    fn retrier(&self, number: usize) -> String;
    /// An entry of `Catch`.
    fn catcher(&self, number: usize) -> String;
    /// A JSONPath that cannot be read.
    fn wrong_path(&self, reason: &str) -> String;
    /// How many states a branch has.
    fn n_states(&self, n: usize) -> String;
    /// The delays of a retrier, each written with its unit.
    fn delays(&self, n: u64, listed: &[String], has_jitter: bool) -> String;
    /// How long all delays are together.
    fn in_all(&self, total: &str) -> String;
}

impl InspectorCountMessages for En {
    fn add_named(&self, field: &str) -> String {
        format!("Add {field}")
    }
    fn remove_named(&self, field: &str) -> String {
        format!("Remove {field}")
    }
    fn help_on(&self, field: &str) -> String {
        format!("What is {field}?")
    }
    fn default_value(&self, value: &str) -> String {
        format!("default: {value}")
    }
    fn rule(&self, number: usize) -> String {
        format!("Rule {number}")
    }
    fn retrier(&self, number: usize) -> String {
        format!("Retrier {number}")
    }
    fn catcher(&self, number: usize) -> String {
        format!("Catcher {number}")
    }
    fn wrong_path(&self, reason: &str) -> String {
        format!("Not a JSONPath yet: {reason}")
    }
    fn n_states(&self, n: usize) -> String {
        if n == 1 { "1 state".to_owned() } else { format!("{n} states") }
    }
    fn delays(&self, n: u64, listed: &[String], has_jitter: bool) -> String {
        let retries = if n == 1 { "1 retry".to_owned() } else { format!("{n} retries") };
        let more = if n as usize > listed.len() { ", …" } else { "" };
        let at_most = if has_jitter { "at a random moment within" } else { "after" };
        format!("{retries}, {at_most} {}{more}", listed.join(", "))
    }
    fn in_all(&self, total: &str) -> String {
        format!("at most {total} of waiting in all")
    }
}

impl InspectorCountMessages for Es {
    fn add_named(&self, field: &str) -> String {
        format!("Agregar {field}")
    }
    fn remove_named(&self, field: &str) -> String {
        format!("Quitar {field}")
    }
    fn help_on(&self, field: &str) -> String {
        format!("¿Qué es {field}?")
    }
    fn default_value(&self, value: &str) -> String {
        format!("por omisión: {value}")
    }
    fn rule(&self, number: usize) -> String {
        format!("Regla {number}")
    }
    fn retrier(&self, number: usize) -> String {
        format!("Reintento {number}")
    }
    fn catcher(&self, number: usize) -> String {
        format!("Captura {number}")
    }
    fn wrong_path(&self, reason: &str) -> String {
        format!("Todavía no es un JSONPath: {reason}")
    }
    fn n_states(&self, n: usize) -> String {
        if n == 1 { "1 estado".to_owned() } else { format!("{n} estados") }
    }
    fn delays(&self, n: u64, listed: &[String], has_jitter: bool) -> String {
        let retries = if n == 1 { "1 reintento".to_owned() } else { format!("{n} reintentos") };
        let more = if n as usize > listed.len() { ", …" } else { "" };
        let at_most = if has_jitter { "en un momento al azar dentro de" } else { "a los" };
        format!("{retries}, {at_most} {}{more}", listed.join(", "))
    }
    fn in_all(&self, total: &str) -> String {
        format!("{total} de espera en total como máximo")
    }
}
