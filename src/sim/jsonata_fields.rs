//! The data of a state in the JSONata language: `Arguments`, `Output`, `Assign` and all that may hold `{% … %}`
//! (developer guide, "Transforming data with JSONata").

use super::data_flow::Assigned;
use super::failure::{Failure, Kind};
use super::runner::Runner;
use super::states_variable::StatesVariable;
use super::token::Token;
use crate::asl::error_name;
use crate::expr::Random;
use crate::expr::jsonata::{self, Binding};
use serde_json::{Map, Value, json};
use std::sync::Arc;

impl Runner<'_> {
    /// The `$states` of a token.
    pub(super) fn states_of(
        &self,
        token: &Token,
        result: Option<&Arc<Value>>,
        error_output: Option<&Arc<Value>>,
    ) -> StatesVariable {
        let context = self.context(token);
        StatesVariable::new(Arc::clone(&token.input), context, result.cloned(), error_output.cloned())
    }

    /// The value of a field: every text `{% … %}` in it is evaluated. Recurses as deep as the field nests.
    pub(super) fn jsonata(
        &mut self,
        token: &Token,
        value: &Value,
        location: &str,
        states: &StatesVariable,
    ) -> Result<Value, Failure> {
        match value {
            Value::String(text) => match jsonata::expression(text) {
                Some(expression) => self.evaluate_jsonata(token, expression.trim(), location, states),
                None => Ok(value.clone()),
            },
            Value::Array(items) => items
                .iter()
                .enumerate()
                .map(|(index, item)| self.jsonata(token, item, &format!("{location}[{index}]"), states))
                .collect::<Result<_, _>>()
                .map(Value::Array),
            Value::Object(map) => {
                let mut result = Map::with_capacity(map.len());
                for (key, item) in map {
                    result.insert(key.clone(), self.jsonata(token, item, &format!("{location}/{key}"), states)?);
                }
                Ok(Value::Object(result))
            }
            scalar => Ok(scalar.clone()),
        }
    }

    fn evaluate_jsonata(
        &mut self,
        token: &Token,
        expression: &str,
        location: &str,
        states: &StatesVariable,
    ) -> Result<Value, Failure> {
        let clock = self.execution.clock;
        let mut random = self.execution.shared.random.clone();
        let variables = self.variables(token.instance);
        let named = variables.all().into_iter().map(|(name, value)| (name, Binding::Json(value)));
        let states = Binding::Ready(states.prepared(expression));
        let bindings: Vec<(&str, Binding<'_>)> = named.chain([("states", states)]).collect();
        let result = jsonata::evaluate_bound(expression, &Value::Null, &bindings, &mut random, clock);
        // JSON has no functions: there is a result, and nothing of it comes out.
        let is_function = matches!(result, Ok(None)) && gives_something(expression, &bindings, &random, clock);
        self.execution.shared.random = random;
        let said = format!("The JSONata expression '{expression}' specified for the field '{location}'");
        let reason = match result {
            Ok(Some(value)) => return Ok(value),
            Ok(None) if is_function => format!("{said} returned an unsupported result type."),
            Ok(None) => format!("{said} returned nothing (undefined)."),
            Err(error) => format!("{said} {}", error.thrown()),
        };
        Err(self.evaluation_failure(token, reason, Some(location)))
    }

    /// The answer that a mock computes from what is sent, which the expression sees as `$states.input`.
    pub(super) fn computed(&mut self, token: &Token, text: &str, request: &Value) -> Result<Value, Failure> {
        let Some(expression) = jsonata::expression(text) else { return Ok(Value::from(text)) };
        let states = json!({ "input": request, "context": self.context(token) });
        let clock = self.execution.clock;
        let mut random = self.execution.shared.random.clone();
        let bindings = [("states", Binding::Json(&states))];
        let result = jsonata::evaluate_bound(expression.trim(), &Value::Null, &bindings, &mut random, clock);
        self.execution.shared.random = random;
        match result {
            Ok(value) => Ok(value.unwrap_or_default()),
            Err(error) => Err(self.runtime(token, format!("The expression of the mock failed: {error}"))),
        }
    }

    /// A `States.QueryEvaluationError`.
    pub(super) fn evaluation_failure(&self, token: &Token, reason: String, location: Option<&str>) -> Failure {
        Failure {
            kind: Kind::Evaluation(location.map(str::to_owned)),
            ..self.error_in(token, error_name::QUERY_EVALUATION_ERROR, reason)
        }
    }

    /// A value of the wrong type, in AWS's words.
    pub(super) fn type_failure(
        &self,
        token: &Token,
        field: &Value,
        location: &str,
        expected: &str,
        value: &Value,
    ) -> Failure {
        let actual = match value {
            Value::Null => "null",
            Value::Bool(_) => "boolean",
            Value::Number(_) => "number",
            Value::String(_) => "string",
            Value::Array(_) => "array",
            Value::Object(_) => "object",
        };
        let expression = field.as_str().and_then(jsonata::expression).map(str::trim).unwrap_or_default();
        let reason = format!(
            "The JSONata expression '{expression}' specified for the field '{location}' returned an unexpected result type. Expected '{expected}', but was '{actual}' for value: {value}"
        );
        self.evaluation_failure(token, reason, Some(location))
    }

    /// What a state or one of its parts assigns.
    pub(super) fn jsonata_assign(
        &mut self,
        token: &Token,
        assign: Option<&Value>,
        location: &str,
        states: &StatesVariable,
    ) -> Result<Assigned, Failure> {
        match assign {
            Some(assign) => match self.jsonata(token, assign, location, states)? {
                Value::Object(assigned) => Ok(assigned),
                _ => Ok(Assigned::new()),
            },
            None => Ok(Assigned::new()),
        }
    }
}

/// Whether an expression without a value has one that JSON cannot hold: a function.
fn gives_something(expression: &str, bindings: &[(&str, Binding<'_>)], random: &Random, now: i64) -> bool {
    let question = format!("$exists((\n{expression}\n))");
    let result = jsonata::evaluate_bound(&question, &Value::Null, bindings, &mut random.clone(), now);
    matches!(result, Ok(Some(Value::Bool(true))))
}
