//! The data of a state in the JSONPath language: `InputPath`, templates, `ResultPath`, `OutputPath`, `Assign`
//! (specification, "Input and output processing").

use super::failure::Failure;
use super::runner::Runner;
use super::token::Token;
use crate::asl::error_name;
use crate::expr::jsonpath::{Path, broken_step, set_at};
use crate::expr::{ExpressionError, Scope, evaluate_template, evaluate_text};
use serde_json::{Map, Value};
use std::sync::Arc;

/// What AWS records where a reference path does not fit the data, with these words and without the words that it puts
/// before its reason elsewhere (reports of users, among them cdklabs/construct-hub pull request 459). The specification
/// calls it `States.ResultPathMatchFailure`; it is caught by either name.
const REFERENCE_PATH_CONFLICT: &str = "States.ReferencePathConflict";

fn reference_path_conflict(step: &str, input: &Value) -> Failure {
    let cause = format!("Unable to apply step \"{step}\" to input {input}");
    Failure { also: Some(error_name::RESULT_PATH_MATCH_FAILURE), ..Failure::new(REFERENCE_PATH_CONFLICT, cause) }
}

/// Variables that a state assigns when it is left.
pub(super) type Assigned = Map<String, Value>;

impl Runner<'_> {
    /// The input after `InputPath`.
    pub(super) fn effective_input(&mut self, token: &Token) -> Result<Arc<Value>, Failure> {
        let input = Arc::clone(&token.input);
        let effective = self.filter_path(token, "InputPath", &input)?;
        self.stage(token, "afterInputPath", &effective);
        Ok(effective)
    }

    /// The output after `OutputPath`.
    pub(super) fn filtered_output(&mut self, token: &Token, output: Arc<Value>) -> Result<Arc<Value>, Failure> {
        self.filter_path(token, "OutputPath", &output)
    }

    fn filter_path(&mut self, token: &Token, field: &str, data: &Arc<Value>) -> Result<Arc<Value>, Failure> {
        match self.definition(token).field(field) {
            None => Ok(Arc::clone(data)),
            Some(Value::Null) => Ok(Arc::new(Value::Object(Map::new()))),
            Some(Value::String(text)) if text == "$" => Ok(Arc::clone(data)),
            Some(path) => {
                let text = path.as_str().unwrap_or_default();
                if data.is_null() && (text.starts_with("$.") || text.starts_with("$[")) {
                    return Err(self.path_failure(token, &ExpressionError::NullData));
                }
                self.select(token, text, data).map(Arc::new).map_err(|error| self.path_failure(token, &error))
            }
        }
    }

    fn path_failure(&self, token: &Token, error: &ExpressionError) -> Failure {
        match error {
            ExpressionError::IntrinsicFailed { .. } | ExpressionError::InvalidIntrinsic { .. } => {
                self.error_in(token, error_name::INTRINSIC_FAILURE, error)
            }
            _ => self.runtime(token, error),
        }
    }

    /// The value of a path or of a call of an intrinsic function.
    pub(super) fn select(&mut self, token: &Token, text: &str, data: &Value) -> Result<Value, ExpressionError> {
        let context = self.context(token);
        let mut random = self.execution.shared.random.clone();
        let variables = self.variables(token.instance);
        let scope = Scope { input: data, context: &context, variables: &variables };
        let result = evaluate_text(text, &scope, &mut random);
        self.execution.shared.random = random;
        result
    }

    /// The value of a reference path in a field such as `SecondsPath`.
    pub(super) fn select_field(&mut self, token: &Token, text: &str, data: &Value) -> Result<Value, Failure> {
        self.select(token, text, data).map_err(|error| self.path_failure(token, &error))
    }

    /// The value of `ItemsPath`. What it misses is told as of a `ResultPath` that cannot be applied (reports of users:
    /// `Unable to apply step "items" to input {…}`).
    pub(super) fn select_items(&mut self, token: &Token, text: &str, data: &Value) -> Result<Value, Failure> {
        self.select_place(token, text, data).map_err(|error| match &error {
            ExpressionError::NotFound { .. } => {
                self.broken_path(token, text, data).unwrap_or_else(|| self.path_failure(token, &error))
            }
            other => self.path_failure(token, other),
        })
    }

    /// The value at a place that has to be there: `ItemsPath` and the operands of Choice rules. A position that the list
    /// does not have, which is `null` in other fields, is not there (see `DIFFERENCES.md`).
    pub(super) fn select_place(&mut self, token: &Token, text: &str, data: &Value) -> Result<Value, ExpressionError> {
        let found = self.select(token, text, data)?;
        if found.is_null() && self.broken_path(token, text, data).is_some() {
            let reason = format!("No results for path: {text}");
            return Err(ExpressionError::NotFound { path: text.to_owned(), reason });
        }
        Ok(found)
    }

    fn broken_path(&self, token: &Token, text: &str, data: &Value) -> Option<Failure> {
        let path = Path::parsed(text).ok()?;
        let context = self.context(token);
        let variables = self.variables(token.instance);
        let scope = Scope { input: data, context: &context, variables: &variables };
        let start = path.start(&scope).ok()?;
        Some(reference_path_conflict(&broken_step(&path, start)?, start))
    }

    /// The value of a payload template; without one, the data as it is.
    pub(super) fn template(
        &mut self,
        token: &Token,
        template: Option<&Value>,
        data: &Arc<Value>,
        stage: &'static str,
    ) -> Result<Arc<Value>, Failure> {
        let Some(template) = template else {
            // The test of a state tells the stage where its field is missing, too (measured).
            if self.probe.is_some() {
                self.stage(token, stage, data);
            }
            return Ok(Arc::clone(data));
        };
        let value = Arc::new(self.evaluate_template(token, template, data, None)?);
        if !stage.is_empty() {
            self.stage(token, stage, &value);
        }
        Ok(value)
    }

    /// Evaluates a template; `context` stands in for the token's own where that is not yet complete.
    pub(super) fn evaluate_template(
        &mut self,
        token: &Token,
        template: &Value,
        data: &Value,
        context: Option<&Value>,
    ) -> Result<Value, Failure> {
        let own;
        let context = match context {
            Some(context) => context,
            None => {
                own = self.context(token);
                &own
            }
        };
        let mut random = self.execution.shared.random.clone();
        let variables = self.variables(token.instance);
        let scope = Scope { input: data, context, variables: &variables };
        let result = evaluate_template(template, &scope, &mut random);
        self.execution.shared.random = random;
        result.map_err(|(field, error)| match &error {
            ExpressionError::NotFound { path, .. } => {
                let searched = if path.starts_with("$$") { context } else { data };
                let reason = format!(
                    "The JSONPath '{path}' specified for the field '{field}' could not be found in the input '{searched}'"
                );
                self.runtime(token, reason)
            }
            other => self.path_failure(token, other),
        })
    }

    /// `result` put into the state's input where `ResultPath` says.
    pub(super) fn result_path(
        &mut self,
        token: &Token,
        path: Option<&Value>,
        input: &Arc<Value>,
        result: &Arc<Value>,
    ) -> Result<Arc<Value>, Failure> {
        let text = match path {
            None => "$",
            Some(Value::Null) => "",
            Some(path) => path.as_str().unwrap_or_default(),
        };
        if text == "$" || text.is_empty() {
            let output = Arc::clone(if text == "$" { result } else { input });
            self.stage(token, "afterResultPath", &output);
            return Ok(output);
        }
        let path = Path::parsed(text).map_err(|error| self.path_failure(token, &error))?;
        let written = set_at(&path, input, (**result).clone());
        let output = written.map(Arc::new).map_err(|step| reference_path_conflict(&step, input))?;
        self.stage(token, "afterResultPath", &output);
        Ok(output)
    }

    /// What a state assigns, with `$` as `data`.
    pub(super) fn path_assign(
        &mut self,
        token: &Token,
        assign: Option<&Value>,
        data: &Arc<Value>,
    ) -> Result<Assigned, Failure> {
        let Some(assign) = assign else { return Ok(Assigned::new()) };
        match self.evaluate_template(token, assign, data, None)? {
            Value::Object(assigned) => Ok(assigned),
            _ => Ok(Assigned::new()),
        }
    }
}
