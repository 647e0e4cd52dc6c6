//! The words for commands in Spanish.

use super::CommandMessages;
use crate::edit::{Label, Refusal, StepKind};
use crate::i18n::Es;

impl CommandMessages for Es {
    fn command_label(&self, label: &Label) -> String {
        let Label { kind, name, other, count } = label;
        match kind {
            StepKind::EditText => "Editar el texto".to_owned(),
            StepKind::ReplaceText => "Abrir otra definición".to_owned(),
            StepKind::RenameState => format!("Renombrar como «{name}»"),
            StepKind::DeleteStates if *count == 1 => format!("Eliminar «{name}»"),
            StepKind::DeleteStates => format!("Eliminar {count} estados"),
            StepKind::DuplicateStates if *count == 1 => format!("Duplicar «{name}»"),
            StepKind::DuplicateStates => format!("Duplicar {count} estados"),
            StepKind::InsertFragment if *count == 1 => format!("Agregar {name}"),
            StepKind::InsertFragment => format!("Agregar {name} ({count} estados)"),
            StepKind::MoveStates if *count == 1 => format!("Mover «{name}»"),
            StepKind::MoveStates => format!("Mover {count} estados"),
            StepKind::ConnectStates => format!("Conectar «{name}» con «{other}»"),
            StepKind::AddCatcher => format!("Capturar los errores de «{name}»"),
            StepKind::WrapStates if *count == 1 => format!("Envolver un estado en un {other}"),
            StepKind::WrapStates => format!("Envolver {count} estados en un {other}"),
            StepKind::Unwrap => format!("Desenvolver «{name}»"),
            StepKind::ExtractToMachine => format!("Extraer la máquina de estados «{name}»"),
            StepKind::AddBranch => format!("Agregar una rama a «{name}»"),
            StepKind::AddChoiceRule => format!("Agregar una regla a «{name}»"),
            StepKind::AddDefault => format!("Agregar un Default a «{name}»"),
            StepKind::InsertItem => format!("Agregar un elemento a {name}"),
            StepKind::RemoveItem => format!("Quitar un elemento de {name}"),
            StepKind::MoveItem => format!("Reordenar {name}"),
            StepKind::PlaceByHand if *count == 1 => format!("Colocar «{name}» a mano"),
            StepKind::PlaceByHand => format!("Colocar {count} estados a mano"),
            StepKind::PlaceAutomatically if *count == 1 => "Volver al lugar automático".to_owned(),
            StepKind::PlaceAutomatically => format!("Devolver {count} estados a su lugar automático"),
            StepKind::SetStartAt => format!("Empezar en «{name}»"),
            StepKind::ConvertType => format!("Convertir «{name}» en un estado {other}"),
            StepKind::ConvertToJsonata if *count == 1 => "Convertir un estado a JSONata".to_owned(),
            StepKind::ConvertToJsonata => format!("Convertir {count} estados a JSONata"),
            StepKind::SetField => format!("Cambiar {name}"),
            StepKind::RemoveField => format!("Quitar {name}"),
            StepKind::RenameField => format!("Renombrar el campo como {name}"),
            StepKind::ApplyFixes if *count == 1 => "Corregir 1 problema".to_owned(),
            StepKind::ApplyFixes => format!("Corregir {count} problemas"),
            StepKind::SetTarget | StepKind::Reconnect => format!("Reconectar «{name}»"),
            StepKind::RemoveTransition => format!("Quitar una conexión de «{name}»"),
            StepKind::SetName => "Cambiar el nombre de la máquina".to_owned(),
            StepKind::SetInput => "Cambiar la entrada".to_owned(),
            StepKind::SetMocks => "Cambiar las respuestas simuladas".to_owned(),
            StepKind::SetFiles => "Cambiar los archivos adjuntos".to_owned(),
            StepKind::SetExecutionType => "Cambiar el tipo de la máquina".to_owned(),
            StepKind::SetStartTime => "Cambiar la hora de inicio".to_owned(),
            StepKind::SetSilenced => "Cambiar las reglas silenciadas".to_owned(),
            StepKind::SetLinked => "Cambiar las máquinas enlazadas".to_owned(),
            StepKind::Other => "Un cambio de una versión posterior de Pasos".to_owned(),
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
