//! The inspector.

use crate::i18n::texts::texts;

texts! {
    /// Texts of the inspector.
    InspectorMessages {
        nothing_selected_hint: "Select a state in the graph to see and change its fields. Below are the fields of the whole machine.", "Selecciona un estado en el grafo para ver y cambiar sus campos. Abajo están los campos de toda la máquina.";
        machine: "State machine", "Máquina de estados";
        name: "Name", "Nombre";
        state_type: "Type", "Tipo";
        remove_field: "Remove this field", "Quitar este campo";
        not_json: "This is not valid JSON yet, so it has not been applied", "Todavía no es JSON válido, por eso no se aplicó";
        group_configuration: "Configuration", "Configuración";
        group_arguments: "Arguments", "Argumentos";
        group_input: "Input", "Entrada";
        group_output: "Output", "Salida";
        group_variables: "Variables", "Variables";
        group_error_handling: "Error handling", "Manejo de errores";
        group_other: "Other fields", "Otros campos";
        show_in_json: "Show in the JSON", "Mostrar en el JSON";
        delete_state: "Delete this state", "Eliminar este estado";
    }
}
