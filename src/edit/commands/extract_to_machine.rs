//! Make states a machine of their own, and a Task that runs it and waits for it.

use crate::asl::{Document, MAX_NAME_LENGTH, QueryLanguage, StateId};
use crate::edit::clipboard::{clipboard_style, written};
use crate::edit::enclose::Enclosed;
use crate::edit::names::Names;
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
    /// What the new machine shall be called, and the state that runs it: what a machine's name does not take is left out of
    /// the former.
    pub name: String,
}

impl Plan for ExtractToMachine {
    fn plan(&self, document: &Document) -> Result<Transaction, Refusal> {
        let Self { states, name } = self;
        let enclosed = Enclosed::find(document, states)?;
        let machine = document.machine();
        // What moves away takes its names along: the state that calls may be called like the one that it calls.
        let leaves = |state| {
            enclosed.part.states.contains(&state) || enclosed.part.is_around(machine, machine.state(state).scope)
        };
        let called: String = name.trim().chars().take(MAX_NAME_LENGTH).collect();
        let name = machine_name(name);
        let task = Names::without(machine, leaves).take(if called.is_empty() { &name } else { &called });
        let style = document.style();
        let [outer, field] = enclosed.indentations(document);

        let clipboard = clipboard_style(document);
        let succeed: Vec<_> = enclosed.succeed(&clipboard, &clipboard.indent.repeat(2)).into_iter().collect();
        let definition = written(&enclosed.inside, &enclosed.part.states, &succeed, &clipboard);

        let arn = format!("{ACCOUNT}:{name}");
        let resource = json!("arn:aws:states:::states:startExecution.sync:2");
        let mut fields = vec![("Type", json!("Task"))];
        if enclosed.language != document.machine().query_language() {
            fields.push(("QueryLanguage", json!(enclosed.language.as_str())));
        }
        fields.push(("Resource", resource));
        // The answer describes the execution: what followed shall get what the states gave.
        fields.extend(match enclosed.language {
            QueryLanguage::JSONPath => {
                [("Parameters", json!({ "StateMachineArn": arn, "Input.$": "$" })), ("OutputPath", json!("$.Output"))]
            }
            QueryLanguage::JSONata => [
                ("Arguments", json!({ "StateMachineArn": arn, "Input": "{% $states.input %}" })),
                ("Output", json!("{% $states.result.Output %}")),
            ],
        });
        let mut fields: Vec<(String, String)> =
            fields.into_iter().map(|(key, value)| (key.to_owned(), style.write(&value, &field))).collect();
        fields.extend(enclosed.ways_out(document, &field));

        let json = raw::object(&style, &outer, &fields);
        let label = Label::new(StepKind::ExtractToMachine, &*name);
        let transaction = Transaction::of(label, enclosed.replaced(document, &task, &json)?, Some(task.clone()))?;
        Ok(Transaction { placed: vec![task], extracted: Some((name, definition + "\n")), ..transaction })
    }
}

/// A name that `CreateStateMachine` takes, as near to the typed one as can be: what it does not take becomes a hyphen.
fn machine_name(typed: &str) -> String {
    let is_bad = |character: char| character.is_whitespace() || character.is_control() || FORBIDDEN.contains(character);
    let plain: String = typed.trim().chars().map(|character| if is_bad(character) { '-' } else { character }).collect();
    let short: String = plain.chars().take(MAX_NAME_LENGTH).collect();
    let name = short.trim_matches('-');
    if name.is_empty() { "machine".to_owned() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::machine_name;

    #[test]
    fn a_name_is_made_valid() {
        for (typed, expected) in [
            ("Cobrar el pedido", "Cobrar-el-pedido"),
            ("../x", "..-x"),
            ("a:b/c", "a-b-c"),
            ("???", "machine"),
            ("طلب", "طلب"),
            ("", "machine"),
        ] {
            assert_eq!(machine_name(typed), expected, "{typed}");
        }
        assert_eq!(machine_name(&"x".repeat(300)).len(), 80);
    }
}
