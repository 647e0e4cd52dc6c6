//! Give a Choice state one more rule, behind the others.

use super::insert_item::item_inserted;
use crate::asl::{Document, QueryLanguage, StateId, StateType};
use crate::edit::members::{MemberPlace, index_of, insert_member, member_indentation};
use crate::edit::{Label, Plan, Refusal, StepKind, Transaction, allow};
use crate::text::Edit;
use crate::text::json::NodeKind;
use serde_json::{Map, Value, json};

/// Give a Choice state one more rule, behind the others.
#[derive(Clone, Debug, PartialEq)]
pub struct AddChoiceRule {
    /// The Choice state.
    pub state: StateId,
    /// An object with the fields of the condition, or a JSONata expression as text; none for one to be filled in.
    pub condition: Option<Value>,
    /// A state of the same scope.
    pub target: StateId,
}

impl Plan for AddChoiceRule {
    fn plan(&self, document: &Document) -> Result<Transaction, Refusal> {
        let Self { state, ref condition, target } = *self;
        let machine = document.machine();
        allow::connect(machine, state, target)?;
        let edit = added(document, state, condition.as_ref(), &machine.state(target).name)?;
        Transaction::of(Label::new(StepKind::AddChoiceRule, &*machine.state(state).name), vec![edit], None)
    }
}

/// Adds a rule that leads to the state called `target`.
pub(in crate::edit) fn added(
    document: &Document,
    id: StateId,
    condition: Option<&Value>,
    target: &str,
) -> Result<Edit, Refusal> {
    let state = document.machine().state(id);
    if state.state_type != Some(StateType::Choice) {
        return Err(Refusal::WrongType { state_type: StateType::Choice.as_str() });
    }
    let rule = rule(state.query_language, condition, target)?;
    match document.tree().get(state.node, "Choices") {
        Some(list) => match document.tree().kind(list) {
            NodeKind::Array(items) => item_inserted(document, list, items.len(), &rule),
            _ => Err(Refusal::BrokenText),
        },
        None => {
            let place = index_of(document, state.node, "Type").map_or(MemberPlace::First, MemberPlace::After);
            let written = document.style().write(&json!([rule]), &member_indentation(document, state.node));
            insert_member(document, state.node, place, &[("Choices".to_owned(), written)])
        }
    }
}

fn rule(language: QueryLanguage, condition: Option<&Value>, target: &str) -> Result<Value, Refusal> {
    let mut fields = match (condition, language) {
        (Some(Value::Object(fields)), _) => fields.clone(),
        (Some(expression @ (Value::String(_) | Value::Bool(_))), QueryLanguage::JSONata) => {
            Map::from_iter([("Condition".to_owned(), expression.clone())])
        }
        (Some(_), _) => return Err(Refusal::NotACondition),
        (None, QueryLanguage::JSONata) => {
            Map::from_iter([("Condition".to_owned(), json!("{% $states.input.value = 1 %}"))])
        }
        (None, QueryLanguage::JSONPath) => {
            Map::from_iter([("Variable".to_owned(), json!("$.value")), ("IsPresent".to_owned(), json!(true))])
        }
    };
    fields.insert("Next".to_owned(), target.into());
    Ok(Value::Object(fields))
}
