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
            Label::AddState { state_type } => format!("Agregar un estado {}", state_type.as_str()),
            Label::DeleteState { name } => format!("Eliminar «{name}»"),
            Label::DuplicateState { name } => format!("Duplicar «{name}»"),
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
            Refusal::MustEnd { state_type } => {
                format!("Nada puede seguir a un estado {state_type}, así que no cabe entre dos estados.")
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
