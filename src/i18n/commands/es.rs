//! The words for commands in Spanish.

use super::CommandMessages;
use crate::edit::{Label, Refusal};
use crate::i18n::Es;

impl CommandMessages for Es {
    fn command_label(&self, label: &Label) -> String {
        match label {
            Label::EditText => "Editar el texto".to_owned(),
            Label::ReplaceText => "Abrir otra definición".to_owned(),
            Label::RenameState { name } => format!("Renombrar como «{name}»"),
            Label::DeleteState { name } => format!("Eliminar «{name}»"),
            Label::DuplicateState { name } => format!("Duplicar «{name}»"),
            Label::DeleteStates { n_states } => format!("Eliminar {n_states} estados"),
            Label::DuplicateStates { n_states } => format!("Duplicar {n_states} estados"),
            Label::InsertStates { name, n_states: 1 } => format!("Agregar {name}"),
            Label::InsertStates { name, n_states } => format!("Agregar {name} ({n_states} estados)"),
            Label::MoveStates { name, n_states: 1 } => format!("Mover «{name}»"),
            Label::MoveStates { n_states, .. } => format!("Mover {n_states} estados"),
            Label::ConnectStates { from, to } => format!("Conectar «{from}» con «{to}»"),
            Label::AddCatcher { name } => format!("Capturar los errores de «{name}»"),
            Label::WrapStates { state_type, n_states: 1 } => {
                format!("Envolver un estado en un {}", state_type.as_str())
            }
            Label::WrapStates { state_type, n_states } => {
                format!("Envolver {n_states} estados en un {}", state_type.as_str())
            }
            Label::Unwrap { name } => format!("Desenvolver «{name}»"),
            Label::ExtractToMachine { name } => format!("Extraer la máquina de estados «{name}»"),
            Label::AddBranch { name } => format!("Agregar una rama a «{name}»"),
            Label::AddChoiceRule { name } => format!("Agregar una regla a «{name}»"),
            Label::RemoveItem { field } => format!("Quitar un elemento de {field}"),
            Label::MoveItem { field } => format!("Reordenar {field}"),
            Label::PlaceByHand { name, n_states: 1 } => format!("Colocar «{name}» a mano"),
            Label::PlaceByHand { n_states, .. } => format!("Colocar {n_states} estados a mano"),
            Label::PlaceAutomatically { n_states: 1 } => "Volver al lugar automático".to_owned(),
            Label::PlaceAutomatically { n_states } => format!("Devolver {n_states} estados a su lugar automático"),
            Label::SetStartAt { name } => format!("Empezar en «{name}»"),
            Label::ConvertType { name, state_type } => {
                format!("Convertir «{name}» en un estado {}", state_type.as_str())
            }
            Label::ConvertToJsonata { n_states: 1 } => "Convertir un estado a JSONata".to_owned(),
            Label::ConvertToJsonata { n_states } => format!("Convertir {n_states} estados a JSONata"),
            Label::SetField { field } => format!("Cambiar {field}"),
            Label::RemoveField { field } => format!("Quitar {field}"),
            Label::RenameField { field } => format!("Renombrar el campo como {field}"),
            Label::ApplyFixes { n_fixes: 1 } => "Corregir 1 problema".to_owned(),
            Label::ApplyFixes { n_fixes } => format!("Corregir {n_fixes} problemas"),
            Label::SetTarget { from } => format!("Reconectar «{from}»"),
        }
    }

    fn refusal(&self, refusal: &Refusal) -> String {
        match refusal {
            Refusal::NotFound => "Esa parte de la definición ya no está.".to_owned(),
            Refusal::EmptyName => "Un estado necesita un nombre.".to_owned(),
            Refusal::NameTooLong { length } => {
                format!("El nombre tiene {length} caracteres y AWS admite 80. Acórtalo.")
            }
            Refusal::NameTaken { name } => {
                format!("Ya hay un estado llamado «{name}». Los nombres son únicos en toda la máquina.")
            }
            Refusal::NothingFollows { state_type } => {
                format!("Nada puede seguir a un estado {state_type}: ahí termina el camino.")
            }
            Refusal::CutsOff => {
                "Ningún camino sale de estos estados, y lo que sigue aquí quedaría aislado. Ponlos donde termine un camino."
                    .to_owned()
            }
            Refusal::NotEmpty => "Aquí ya hay estados. Suéltalo sobre una conexión entre ellos.".to_owned(),
            Refusal::SeveralScopes => {
                "Estos estados están en ramas distintas. Selecciona solo estados de una misma rama.".to_owned()
            }
            Refusal::OtherScope => {
                "Una conexión no puede entrar ni salir de una rama o iteración. Mueve antes el estado.".to_owned()
            }
            Refusal::IntoItself => "Un estado no se puede mover dentro de sí mismo.".to_owned(),
            Refusal::NotAFragment => {
                "En este texto no hay estados. Debería ser JSON como {\"StartAt\": …, \"States\": …}.".to_owned()
            }
            Refusal::NeedsJsonPath { name } => {
                format!(
                    "«{name}» está escrito en JSONPath, y una máquina en JSONata solo admite estados en JSONata. Conviértelo antes."
                )
            }
            Refusal::TooDeep => "Los estados quedarían anidados a demasiada profundidad.".to_owned(),
            Refusal::CannotCatch { state_type } => {
                format!("Un estado {state_type} no puede capturar errores; solo los estados Task, Parallel y Map.")
            }
            Refusal::WrongType { state_type } => format!("Esto solo se puede hacer con un estado {state_type}."),
            Refusal::SeveralEntries => {
                "A estos estados se llega por varios caminos. Selecciona estados con una sola entrada.".to_owned()
            }
            Refusal::SeveralExits => {
                "Estos estados siguen en lugares distintos. Selecciona estados que lleven todos al mismo.".to_owned()
            }
            Refusal::SeveralBranches => {
                "Sus ramas corren a la vez y no pueden volverse un solo camino. Elimina o mueve antes las demás."
                    .to_owned()
            }
            Refusal::LastItem { field } => format!("{field} necesita al menos un elemento."),
            Refusal::NotAFrame => "Solo los estados Parallel y Map contienen estados.".to_owned(),
            Refusal::NotACondition => "Esto no es una condición para una regla.".to_owned(),
            Refusal::NotAMachineName { character } => {
                format!("El nombre de una máquina de estados no puede contener «{}».", character.escape_debug())
            }
            Refusal::CannotReconnect => {
                "Solo las conexiones que salen de un estado pueden salir de otro.".to_owned()
            }
            Refusal::FieldTaken { field } => format!("Aquí ya hay un campo {field}."),
            Refusal::NotJson => "Todavía no es JSON válido, por eso no se aplicó.".to_owned(),
            Refusal::BrokenText => "El JSON tiene un error aquí. Corrígelo primero en el panel JSON.".to_owned(),
            Refusal::CannotEnd => {
                "Esta transición no puede terminar la máquina: tiene que llevar a un estado.".to_owned()
            }
        }
    }
}
