//! Choice: the first rule that matches, else the default.

use super::super::data_flow::Assigned;
use super::super::failure::Failure;
use super::super::runner::Runner;
use super::super::token::{Token, TokenId};
use crate::asl::choice::{self, Test};
use serde_json::Value;
use std::sync::Arc;

impl Runner<'_> {
    /// Leaves a Choice state by the way that its rules choose.
    pub(super) fn choose(&mut self, id: TokenId, token: Token) {
        match self.chosen(&token) {
            Ok((next, output, assigned)) => self.leave(id, token, output, assigned, Some(&next)),
            Err(failure) => self.fail_state(id, token, failure),
        }
    }

    fn chosen(&mut self, token: &Token) -> Result<(String, Arc<Value>, Assigned), Failure> {
        let definition = self.definition(token);
        let is_jsonata = definition.is_jsonata();
        let input = if is_jsonata { Arc::clone(&token.input) } else { self.effective_input(token)? };
        let rules = definition.field("Choices").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let mut chosen = None;
        for (index, rule) in rules.iter().enumerate() {
            let matches =
                if is_jsonata { self.condition(token, rule, index)? } else { self.rule_matches(token, rule, &input)? };
            if matches {
                chosen = rule.as_object().map(|rule| (Some(index), rule, "Next"));
                break;
            }
        }
        // Without a match the state's own `Assign` and `Output` count, and only then.
        let (rule, part, next) = chosen.unwrap_or((None, &definition.fields, "Default"));
        let Some(next) = part.get(next).and_then(Value::as_str) else {
            let reason = "Failed to transition out of the state. The state does not point to a next state.";
            return Err(self.runtime(token, reason));
        };
        if is_jsonata {
            let states = self.states_of(token, None, None);
            let place = rule.map(|index| format!("Choices[{index}]/")).unwrap_or_default();
            let output = match part.get("Output") {
                Some(output) => Arc::new(self.jsonata(token, output, &format!("{place}Output"), &states)?),
                None => input,
            };
            let assigned = self.jsonata_assign(token, part.get("Assign"), &format!("{place}Assign"), &states)?;
            return Ok((next.to_owned(), output, assigned));
        }
        let assigned = self.path_assign(token, part.get("Assign"), &input)?;
        Ok((next.to_owned(), self.filtered_output(token, input)?, assigned))
    }

    fn condition(&mut self, token: &Token, rule: &Value, index: usize) -> Result<bool, Failure> {
        let field = rule.get("Condition").unwrap_or(&Value::Null);
        let location = format!("Choices[{index}]/Condition");
        let value = self.evaluated(token, field, &location)?;
        value.as_bool().ok_or_else(|| self.type_failure(token, field, &location, "boolean", &value))
    }

    /// Whether a rule matches. Recurses as deep as the rule nests, which the JSON reader bounds.
    fn rule_matches(&mut self, token: &Token, rule: &Value, input: &Value) -> Result<bool, Failure> {
        if let Some(inner) = rule.get("Not") {
            return Ok(!self.rule_matches(token, inner, input)?);
        }
        for (operator, ends_on) in [("And", false), ("Or", true)] {
            let Some(parts) = rule.get(operator).and_then(Value::as_array) else { continue };
            for part in parts {
                if self.rule_matches(token, part, input)? == ends_on {
                    return Ok(ends_on);
                }
            }
            return Ok(!ends_on);
        }
        let Some(members) = rule.as_object() else { return Ok(false) };
        let found = members.iter().find_map(|(field, operand)| Some((choice::find(field)?, operand)));
        let Some(((comparator, is_path), operand)) = found else { return Ok(false) };
        let variable = rule.get("Variable").and_then(Value::as_str).unwrap_or_default();
        let value = match (self.select_place(token, variable, input), comparator.test) {
            (Ok(value), _) => value,
            (Err(_), Test::IsPresent) => return Ok(operand.as_bool() == Some(false)),
            (Err(_), _) => {
                let reason = format!(
                    "Invalid path '{variable}': The choice state's condition path references an invalid value."
                );
                return Err(self.runtime(token, reason));
            }
        };
        if !is_path {
            return Ok(comparator.accepts(&value, operand));
        }
        let path = operand.as_str().unwrap_or_default();
        let other = self.select_place(token, path, input).map_err(|_| {
            let reason =
                format!("Invalid path '{path}': The choice state's condition path references an invalid value.");
            self.runtime(token, reason)
        })?;
        Ok(comparator.accepts(&value, &other))
    }
}
