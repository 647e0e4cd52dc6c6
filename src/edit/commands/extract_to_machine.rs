//! Make states a machine of their own, and a Task that runs it and waits for it.

use crate::asl::{Document, MAX_NAME_LENGTH, QueryLanguage, StateId};
use crate::edit::clipboard::{clipboard_style, written};
use crate::edit::enclose::Enclosed;
use crate::edit::{Label, Plan, Refusal, StepKind, Transaction, raw};
use serde_json::json;

/// Characters that the name of a state machine cannot have (API reference, `CreateStateMachine`), apart from white space
/// and control characters.
const FORBIDDEN: &str = "<>{}[]?*\"#%\\^|~`$&,;:/";

/// Stands for the account and region, which a definition does not know.
const ACCOUNT: &str = "arn:aws:states:us-east-1:123456789012:stateMachine";

/// Make states that have one entry and one exit a machine of their own, and a Task that runs it.
#[derive(Clone, Debug, PartialEq)]
pub struct ExtractToMachine {
    /// The states.
    pub states: Vec<StateId>,
    /// The name of the new machine.
    pub name: String,
}

impl Plan for ExtractToMachine {
    fn plan(&self, document: &Document) -> Result<Transaction, Refusal> {
        let Self { states, name } = self;
        validate(name)?;
        let mut enclosed = Enclosed::find(document, states)?;
        let task = enclosed.names.take(name);
        let style = document.style();
        let [outer, field] = enclosed.indentations(document);

        let clipboard = clipboard_style(document);
        let succeed: Vec<_> = enclosed.succeed(&clipboard, &clipboard.indent.repeat(2)).into_iter().collect();
        let definition = written(&enclosed.inside, &enclosed.part.states, &succeed, &clipboard);

        let machine = format!("{ACCOUNT}:{name}");
        let resource = json!("arn:aws:states:::states:startExecution.sync:2");
        let mut fields = vec![("Type", json!("Task"))];
        if enclosed.language != document.machine().query_language() {
            fields.push(("QueryLanguage", json!(enclosed.language.as_str())));
        }
        fields.push(("Resource", resource));
        // The answer describes the execution: what followed shall get what the states gave.
        fields.extend(match enclosed.language {
            QueryLanguage::JSONPath => [
                ("Parameters", json!({ "StateMachineArn": machine, "Input.$": "$" })),
                ("OutputPath", json!("$.Output")),
            ],
            QueryLanguage::JSONata => [
                ("Arguments", json!({ "StateMachineArn": machine, "Input": "{% $states.input %}" })),
                ("Output", json!("{% $states.result.Output %}")),
            ],
        });
        let mut fields: Vec<(String, String)> =
            fields.into_iter().map(|(key, value)| (key.to_owned(), style.write(&value, &field))).collect();
        fields.extend(enclosed.ways_out(document, &field));

        let json = raw::object(&style, &outer, &fields);
        let label = Label::new(StepKind::ExtractToMachine, name);
        let transaction = Transaction::of(label, enclosed.replaced(document, &task, &json)?, Some(task.clone()))?;
        Ok(Transaction { placed: vec![task], extracted: Some((name.clone(), definition + "\n")), ..transaction })
    }
}

fn validate(name: &str) -> Result<(), Refusal> {
    if name.is_empty() {
        return Err(Refusal::EmptyName);
    }
    let length = name.chars().count();
    if length > MAX_NAME_LENGTH {
        return Err(Refusal::NameTooLong { length });
    }
    let is_forbidden =
        |character: &char| character.is_whitespace() || character.is_control() || FORBIDDEN.contains(*character);
    match name.chars().find(is_forbidden) {
        Some(character) => Err(Refusal::NotAMachineName { character }),
        None => Ok(()),
    }
}
