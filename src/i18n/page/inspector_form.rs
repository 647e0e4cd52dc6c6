//! The controls of the inspector.

use crate::i18n::texts::texts;
use crate::i18n::{En, Es};

texts! {
    /// Texts of the controls of the inspector.
    InspectorFormMessages {
        form_ends_machine: "End here", "Terminar aquí";
        form_choose_state: "Choose a state…", "Elige un estado…";
        form_no_default: "No default", "Sin valor por omisión";
        form_is_missing: "not found", "no existe";
        form_not_set: "Not set", "Sin definir";
        form_written_as: "Written as", "Escrito como";
        form_way_text: "Text", "Texto";
        form_way_number: "Number", "Número";
        form_way_path: "Path", "Ruta";
        form_way_expression: "Expression", "Expresión";
        form_way_json: "JSON", "JSON";
        form_way_null: "null", "null";
        form_way_fields: "Fields", "Campos";
        form_way_switch: "true or false", "true o false";
        form_way_date: "Date and time", "Fecha y hora";
        form_null_data: "null: an empty object, {}, instead of the data", "null: un objeto vacío, {}, en lugar de los datos";
        form_null_result: "null: the result is dropped, the input goes on", "null: el resultado se descarta, sigue la entrada";
        form_is_true: "true", "true";
        form_is_false: "false", "false";
        form_not_number: "This is not a number yet, so it has not been applied", "Todavía no es un número, por eso no se aplicó";
        form_other_fields_hint: "These fields do not belong here in this query language, or Pasos does not know them. They stay until you remove them.", "Estos campos no van aquí en este lenguaje de consulta, o Pasos no los conoce. Se quedan hasta que los quites.";
        form_foreign_value: "The value is of another kind than expected, so it is shown as JSON.", "El valor no es del tipo esperado y por eso se muestra como JSON.";
        form_add_error: "Add an error name", "Agregar un nombre de error";
        form_add_text: "Add a text", "Agregar un texto";
        form_local_time: "Choose in local time", "Elegir en hora local";
        form_example: "Example", "Ejemplo";
        form_condition: "Condition", "Condición";
        form_all_of: "All of these (And)", "Todas estas (And)";
        form_any_of: "Any of these (Or)", "Alguna de estas (Or)";
        form_none_of: "Not", "No se cumple (Not)";
        form_add_condition: "Condition", "Condición";
        form_join_and: "And", "And";
        form_join_or: "Or", "Or";
        form_join_not: "Not", "Not";
        form_unwrap_condition: "Take out of the group", "Sacar del grupo";
        form_remove_condition: "Remove this condition", "Quitar esta condición";
        form_condition_foreign: "This condition is no JSON object.", "Esta condición no es un objeto JSON.";
        form_variable: "Variable", "Variable";
        form_comparator: "Comparator", "Comparador";
        form_value: "Value", "Valor";
        form_value_from: "Compared with", "Se compara con";
        form_a_value: "value", "valor";
        form_a_path: "path", "ruta";
        form_choose_comparator: "Choose a comparator…", "Elige un comparador…";
        form_operand_text: "Text", "Texto";
        form_operand_number: "Number", "Número";
        form_operand_timestamp: "Timestamp", "Marca de tiempo";
        form_operand_boolean: "Boolean", "Booleano";
        form_operand_kind: "Presence and type", "Presencia y tipo";
        form_move_up: "Move up", "Subir";
        form_move_down: "Move down", "Bajar";
        form_go_to: "Go to this state", "Ir a este estado";
        form_add_rule: "Add a rule", "Agregar una regla";
        form_add_retrier: "Add a retrier", "Agregar un reintento";
        form_add_catcher: "Add a catcher", "Agregar una captura";
        form_add_branch: "Add a branch", "Agregar una rama";
        form_no_retries: "It does not try again.", "No se vuelve a intentar.";
        form_calls_function: "Calls the Lambda function", "Llama a la función Lambda";
        form_waits_for_worker: "Waits for a worker of the activity", "Espera a un trabajador de la actividad";
        form_pattern_response: "goes on with the response", "sigue con la respuesta";
        form_pattern_sync: "waits until the job is done", "espera a que el trabajo termine";
        form_pattern_token: "waits until the task token comes back", "espera a que vuelva el token de tarea";
        form_find_action: "Service and action, or an ARN", "Servicio y acción, o un ARN";
        form_pattern: "How it waits", "Cómo espera";
        form_call_as_json: "As JSON", "Como JSON";
        form_call_not_loaded: "What this action takes could not be loaded yet, so its parameters are shown as JSON.", "Todavía no se pudo cargar qué recibe esta acción; por eso sus parámetros se muestran como JSON.";
        form_call_unknown: "Pasos does not know what this action takes, so its parameters are shown as JSON.", "Pasos no sabe qué recibe esta acción; por eso sus parámetros se muestran como JSON.";
        required: "required", "obligatorio";
        form_add_needed: "Add what the action needs", "Agregar lo que la acción necesita";
        form_add_parameter: "Add a parameter", "Agregar un parámetro";
        form_unknown_parameters: "As far as Pasos knows, the action has no such parameters. They stay until you remove them.", "Hasta donde Pasos sabe, la acción no tiene estos parámetros. Se quedan hasta que los quites.";
        form_shape_hint: "The type of the value. string is a text, integer a whole number; 1..64 are its limits; ? marks what may be missing, | separates choices, [ ] is a list, { } an object, * any name.", "El tipo del valor. string es un texto, integer un número entero; 1..64 son sus límites; ? marca lo que puede faltar, | separa opciones, [ ] es una lista, { } un objeto y * cualquier nombre.";
        form_value_replaced: "The value before has no counterpart here and was replaced. Undo brings it back.", "El valor anterior no tiene equivalente aquí y se reemplazó. Con Deshacer lo recuperas.";
        form_resource_unknown: "Not one of the ARNs that Step Functions knows.", "No es ninguno de los ARN que Step Functions conoce.";
    }
}

/// Texts of the inspector with numbers and names in them.
pub trait InspectorCountMessages {
    /// Adds a field.
    fn form_add_named(&self, field: &str) -> String;
    /// Removes a field.
    fn form_remove_named(&self, field: &str) -> String;
    /// What a field is for.
    fn form_help_on(&self, field: &str) -> String;
    /// What counts while a field is not set.
    fn form_default_value(&self, value: &str) -> String;
    /// A rule of a Choice state; `number` from 1.
    fn form_rule(&self, number: usize) -> String;
    /// An entry of `Retry`.
    fn form_retrier(&self, number: usize) -> String;
    /// An entry of `Catch`.
    fn form_catcher(&self, number: usize) -> String;
    /// A JSONPath that cannot be read.
    fn form_wrong_path(&self, reason: &str) -> String;
    /// How many states a branch has.
    fn form_n_states(&self, n: usize) -> String;
    /// The delays of a retrier, each written with its unit.
    fn form_delays(&self, n: u64, listed: &[String], has_jitter: bool) -> String;
    /// How long all delays are together.
    fn form_in_all(&self, total: &str) -> String;
}

impl InspectorCountMessages for En {
    fn form_add_named(&self, field: &str) -> String {
        format!("Add {field}")
    }
    fn form_remove_named(&self, field: &str) -> String {
        format!("Remove {field}")
    }
    fn form_help_on(&self, field: &str) -> String {
        format!("What is {field}?")
    }
    fn form_default_value(&self, value: &str) -> String {
        format!("default: {value}")
    }
    fn form_rule(&self, number: usize) -> String {
        format!("Rule {number}")
    }
    fn form_retrier(&self, number: usize) -> String {
        format!("Retrier {number}")
    }
    fn form_catcher(&self, number: usize) -> String {
        format!("Catcher {number}")
    }
    fn form_wrong_path(&self, reason: &str) -> String {
        format!("Not a JSONPath yet: {reason}")
    }
    fn form_n_states(&self, n: usize) -> String {
        if n == 1 { "1 state".to_owned() } else { format!("{n} states") }
    }
    fn form_delays(&self, n: u64, listed: &[String], has_jitter: bool) -> String {
        let retries = if n == 1 { "1 retry".to_owned() } else { format!("{n} retries") };
        let more = if n as usize > listed.len() { ", …" } else { "" };
        let at_most = if has_jitter { "at a random moment within" } else { "after" };
        format!("{retries}, {at_most} {}{more}", listed.join(", "))
    }
    fn form_in_all(&self, total: &str) -> String {
        format!("at most {total} of waiting in all")
    }
}

impl InspectorCountMessages for Es {
    fn form_add_named(&self, field: &str) -> String {
        format!("Agregar {field}")
    }
    fn form_remove_named(&self, field: &str) -> String {
        format!("Quitar {field}")
    }
    fn form_help_on(&self, field: &str) -> String {
        format!("¿Qué es {field}?")
    }
    fn form_default_value(&self, value: &str) -> String {
        format!("por omisión: {value}")
    }
    fn form_rule(&self, number: usize) -> String {
        format!("Regla {number}")
    }
    fn form_retrier(&self, number: usize) -> String {
        format!("Reintento {number}")
    }
    fn form_catcher(&self, number: usize) -> String {
        format!("Captura {number}")
    }
    fn form_wrong_path(&self, reason: &str) -> String {
        format!("Todavía no es un JSONPath: {reason}")
    }
    fn form_n_states(&self, n: usize) -> String {
        if n == 1 { "1 estado".to_owned() } else { format!("{n} estados") }
    }
    fn form_delays(&self, n: u64, listed: &[String], has_jitter: bool) -> String {
        let retries = if n == 1 { "1 reintento".to_owned() } else { format!("{n} reintentos") };
        let more = if n as usize > listed.len() { ", …" } else { "" };
        let at_most = if has_jitter { "cada uno al azar antes de" } else { "tras" };
        format!("{retries}, {at_most} {}{more}", listed.join(", "))
    }
    fn form_in_all(&self, total: &str) -> String {
        format!("{total} de espera en total como máximo")
    }
}
