//! The words for quick fixes in English.

use super::FixMessages;
use crate::fix::FixTitle;
use crate::i18n::En;

impl FixMessages for En {
    fn fix_title(&self, title: &FixTitle) -> String {
        match title {
            FixTitle::CorrectTarget { name } => format!("Lead to {name}"),
            FixTitle::CorrectField { field } => format!("Change to {field}"),
            FixTitle::RemoveField { field } => format!("Remove {field}"),
            FixTitle::RemoveState { name } => format!("Remove the state {name}"),
            FixTitle::DefaultTo { name } => format!("Add a Default that leads to {name}"),
            FixTitle::DefaultToNewFail => "Add a Default that leads to a new Fail state".to_owned(),
            FixTitle::AddLambdaRetrier => "Add the retrier that AWS recommends for Lambda".to_owned(),
            FixTitle::ModernField { from, to } => format!("Rename {from} to {to}"),
            FixTitle::RenameState { name } => format!("Rename the state to {name}"),
            FixTitle::AddEnd => r#"Add "End": true"#.to_owned(),
            FixTitle::AddNext { name } => format!("Add a Next that leads to {name}"),
            FixTitle::WriteExpression { text } => format!("Write {text}"),
            FixTitle::MoveStatesAllLast => "Move States.ALL to the end of the list".to_owned(),
        }
    }
}
