//! Wait: until a time on the virtual clock.

use super::super::failure::Failure;
use super::super::runner::Runner;
use super::super::token::Token;
use crate::asl::timestamp;
use serde_json::Value;
use std::sync::Arc;

/// The longest wait in seconds.
const MAX_SECONDS: i64 = 99_999_999;

/// The longest wait for a timestamp, in seconds: 32 bits (measured).
const MAX_DELAY: i64 = i32::MAX as i64;

impl Runner<'_> {
    /// When the wait is over, in milliseconds since 1970.
    pub(super) fn wait_until(&mut self, token: &mut Token) -> Result<i64, Failure> {
        let definition = self.definition(token);
        let input = if definition.is_jsonata() { Arc::clone(&token.input) } else { self.effective_input(token)? };
        let seconds = |runner: &Self, seconds: i64| {
            if seconds > MAX_SECONDS {
                return Err(runner.runtime(token, "Wait state delay is too long."));
            }
            Ok(runner.execution.clock.saturating_add(seconds.max(0) * 1000))
        };
        if let Some(path) = definition.text("SecondsPath") {
            let missing = |runner: &Self| {
                runner.runtime(token, format!("The SecondsPath parameter does not reference an input value: {path}"))
            };
            let value = self.select(token, path, &input).map_err(|_| missing(self))?;
            return match &value {
                Value::Number(number) => match number.as_i64() {
                    Some(negative) if negative < 0 => {
                        let reason =
                            format!("The SecondsPath parameter references a negative value: {path} == {negative}");
                        Err(self.runtime(token, reason))
                    }
                    Some(whole) => seconds(self, whole),
                    None => Err(self.not_a_long(token, path, &value)),
                },
                Value::Null => Err(missing(self)),
                other => Err(self.not_a_long(token, path, other)),
            };
        }
        if let Some(field) = definition.field("Seconds") {
            let value = self.evaluated(token, field, "Seconds")?;
            return match value.as_i64().filter(|whole| *whole >= 0) {
                Some(whole) => seconds(self, whole),
                None if self.definition(token).is_jsonata() => {
                    Err(self.type_failure(token, field, "Seconds", "non-negative integer", &value))
                }
                // Only what a template was to fill in gets here: AWS creates no such machine.
                None => Err(self.runtime(token, format!("The Seconds field is not a non-negative integer: {value}"))),
            };
        }
        let (text, field) = if let Some(path) = definition.text("TimestampPath") {
            (self.select_field(token, path, &input)?, path.to_owned())
        } else {
            let field = definition.field("Timestamp").unwrap_or(&Value::Null);
            let value = self.evaluated(token, field, "Timestamp")?;
            if definition.is_jsonata() && !value.is_string() {
                return Err(self.type_failure(token, field, "Timestamp", "string", &value));
            }
            (value, "Timestamp".to_owned())
        };
        match text.as_str().and_then(timestamp::parse) {
            Some(due) if due.saturating_sub(self.execution.clock) / 1000 > MAX_DELAY => {
                Err(self.runtime(token, "Wait state delay is too long."))
            }
            // Truncated to whole seconds; a time that has passed ends the wait at once.
            Some(due) => Ok((due - due.rem_euclid(1000)).max(self.execution.clock)),
            None if definition.is_jsonata() => {
                let shown = text.as_str().unwrap_or_default();
                let reason = format!(
                    "The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: {shown}"
                );
                // The expression did not fail: the event hangs on the state, not on what came before (measured).
                token.arrived_from = token.entered_event;
                Err(self.evaluation_failure(token, reason, Some("Timestamp")))
            }
            None => {
                let parameter = if definition.text("TimestampPath").is_some() { "TimestampPath" } else { "Timestamp" };
                let reason = format!(
                    "The {parameter} parameter does not reference a valid ISO-8601 extended offset date-time format string: {field} == {}",
                    text.as_str().map_or_else(|| text.to_string(), str::to_owned)
                );
                Err(self.runtime(token, reason))
            }
        }
    }

    fn not_a_long(&self, token: &Token, path: &str, value: &Value) -> Failure {
        let shown = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        self.runtime(token, format!("The SecondsPath parameter cannot be parsed as a long value: {path} == {shown}"))
    }

    /// A field that may be an expression in the JSONata language.
    pub(super) fn evaluated(&mut self, token: &Token, field: &Value, location: &str) -> Result<Value, Failure> {
        if !self.definition(token).is_jsonata() {
            return Ok(field.clone());
        }
        let states = self.states_of(token, None, None);
        self.jsonata(token, field, location, &states)
    }
}
