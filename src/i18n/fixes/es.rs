//! The words for quick fixes in Spanish.

use super::FixMessages;
use crate::fix::FixTitle;
use crate::i18n::Es;

impl FixMessages for Es {
    fn fix_title(&self, title: &FixTitle) -> String {
        match title {
            FixTitle::CorrectTarget { name } => format!("Llevar a «{name}»"),
            FixTitle::CorrectField { field } => format!("Cambiar por {field}"),
            FixTitle::RemoveField { field } => format!("Quitar {field}"),
            FixTitle::RemoveState { name } => format!("Eliminar el estado «{name}»"),
            FixTitle::DefaultTo { name } => format!("Agregar un Default que lleve a «{name}»"),
            FixTitle::DefaultToNewFail => "Agregar un Default que lleve a un nuevo estado Fail".to_owned(),
            FixTitle::AddLambdaRetrier => "Agregar el reintento que AWS recomienda para Lambda".to_owned(),
            FixTitle::ModernField { from, to } => format!("Renombrar {from} como {to}"),
            FixTitle::RenameState { name } => format!("Renombrar el estado como «{name}»"),
            FixTitle::AddEnd => r#"Agregar "End": true"#.to_owned(),
            FixTitle::AddNext { name } => format!("Agregar un Next que lleve a «{name}»"),
            FixTitle::WriteExpression { text } => format!("Escribir {text}"),
            FixTitle::MoveStatesAllLast => "Mover States.ALL al final de la lista".to_owned(),
        }
    }
}
