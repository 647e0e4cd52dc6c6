//! The numbers of a Map: how many items, iterations and failures there may be. Each is written in the definition,
//! computed by an expression, or found where its `…Path` leads (developer guide, "Map state fields").

use super::super::failure::Failure;
use super::super::runner::Runner;
use super::super::token::{BatchNumbers, Token, Tolerance};
use serde_json::{Map, Value};

/// What a Map Run needs to know before it starts.
#[derive(Clone, Copy, Debug)]
pub(super) struct RunNumbers {
    pub(super) tolerance: Tolerance,
    /// `MaxItems` of the reader. A negative number fails only when the reader reads (observed on AWS: floci-io/floci
    /// pull request 3732).
    pub(super) max_items: Option<i64>,
    pub(super) batch: BatchNumbers,
}

/// Where a number stands.
#[derive(Clone, Copy)]
struct Place<'a> {
    /// `ItemBatcher/`; empty for a field of the state itself.
    part: &'static str,
    name: &'static str,
    /// The field itself.
    field: Option<&'a Value>,
    /// The path in the field `…Path`.
    path: Option<&'a str>,
}

impl<'a> Place<'a> {
    fn within(members: Option<&'a Map<String, Value>>, part: &'static str, name: &'static str) -> Self {
        let path = members.and_then(|members| members.get(&format!("{name}Path")));
        Self { part, name, field: members.and_then(|members| members.get(name)), path: path.and_then(Value::as_str) }
    }
}

impl<'a> Runner<'a> {
    fn place(&self, token: &Token, name: &'static str) -> Place<'a> {
        let definition = self.definition(token);
        Place { part: "", name, field: definition.field(name), path: definition.text(&format!("{name}Path")) }
    }

    /// `MaxConcurrency`; 0 sets no limit.
    pub(super) fn max_concurrency(&mut self, token: &Token) -> Result<Option<u64>, Failure> {
        self.count(token, self.place(token, "MaxConcurrency"))
    }

    /// How many iterations may fail.
    pub(super) fn tolerance(&mut self, token: &Token) -> Result<Tolerance, Failure> {
        let count = self.count(token, self.place(token, "ToleratedFailureCount"))?;
        Ok(Tolerance { count, percentage: self.tolerated_percentage(token)? })
    }

    /// All that a Map Run counts with.
    pub(super) fn run_numbers(&mut self, token: &Token) -> Result<RunNumbers, Failure> {
        let reader = self.definition(token).field("ItemReader");
        let config = reader.and_then(|reader| reader.get("ReaderConfig")).and_then(Value::as_object);
        let max_items = Place::within(config, "ItemReader/ReaderConfig/", "MaxItems");
        Ok(RunNumbers {
            tolerance: self.tolerance(token)?,
            max_items: self.whole(token, max_items)?,
            batch: self.batch_numbers(token)?,
        })
    }

    /// The limits of `ItemBatcher`. AWS takes 0 (`Minimum value is 0`), which sets no limit, as it does for
    /// `MaxConcurrency`.
    pub(super) fn batch_numbers(&mut self, token: &Token) -> Result<BatchNumbers, Failure> {
        let batcher = self.definition(token).field("ItemBatcher").and_then(Value::as_object);
        let mut limit = |name| {
            let number = self.count(token, Place::within(batcher, "ItemBatcher/", name))?;
            Ok(number.filter(|number| *number > 0).map(|number| usize::try_from(number).unwrap_or(usize::MAX)))
        };
        Ok(BatchNumbers { items: limit("MaxItemsPerBatch")?, bytes: limit("MaxInputBytesPerBatch")? })
    }

    /// `ToleratedFailurePercentage`: from 0 to 100, and not always whole.
    fn tolerated_percentage(&mut self, token: &Token) -> Result<Option<f64>, Failure> {
        let place = self.place(token, "ToleratedFailurePercentage");
        let Some(value) = self.value_at(token, place)? else { return Ok(None) };
        let number = match place.path {
            Some(_) => text_of(&value).parse().ok(),
            None => value.as_f64(),
        };
        let Some(percentage) = number else { return Err(self.no_number(token, place, &value, "float")) };
        if (0.0..=100.0).contains(&percentage) {
            return Ok(Some(percentage));
        }
        let reason = "ToleratedFailurePercentage must be between 0 and 100.".to_owned();
        Err(match self.definition(token).is_jsonata() {
            true => self.evaluation_failure(token, reason, Some(place.name)),
            false => self.runtime(token, reason),
        })
    }

    /// A whole number from 0.
    fn count(&mut self, token: &Token, place: Place<'a>) -> Result<Option<u64>, Failure> {
        let Some(number) = self.whole(token, place)? else { return Ok(None) };
        u64::try_from(number).map(Some).map_err(|_| match place.field {
            Some(field) if self.definition(token).is_jsonata() => {
                let location = format!("{}{}", place.part, place.name);
                self.type_failure(token, field, &location, "non-negative integer", &number.into())
            }
            _ => self.runtime(token, format!("{} cannot be negative.", place.name)),
        })
    }

    /// A whole number of 64 bits. What a path leads to is read as text, so that `"2"` is a number and `2.0` is none
    /// (measured, and observed on AWS: floci-io/floci pull request 3732); an expression has to give a number.
    fn whole(&mut self, token: &Token, place: Place<'a>) -> Result<Option<i64>, Failure> {
        let Some(value) = self.value_at(token, place)? else { return Ok(None) };
        let number = match place.path {
            Some(_) => text_of(&value).parse().ok(),
            None => value.as_i64(),
        };
        number.map(Some).ok_or_else(|| self.no_number(token, place, &value, "integer"))
    }

    /// What is given for a number, if anything is.
    fn value_at(&mut self, token: &Token, place: Place<'a>) -> Result<Option<Value>, Failure> {
        if let Some(field) = place.field {
            return self.evaluated(token, field, &format!("{}{}", place.part, place.name)).map(Some);
        }
        let Some(path) = place.path else { return Ok(None) };
        let input = self.effective_input(token)?;
        self.select_field(token, path, &input).map(Some)
    }

    /// What is given is no such number, in AWS's words.
    fn no_number(&self, token: &Token, place: Place<'a>, value: &Value, kind: &str) -> Failure {
        let Place { part, name, field, path } = place;
        match (field, path) {
            (Some(field), _) if self.definition(token).is_jsonata() => {
                let expected = if value.is_number() { "non-negative integer" } else { "number" };
                self.type_failure(token, field, &format!("{part}{name}"), expected, value)
            }
            (_, Some(path)) => {
                let shown = text_of(value);
                let reason =
                    format!("The {name}Path field refers to value \"{shown}\" which is not a valid {kind}: {path}");
                self.runtime(token, reason)
            }
            _ => self.runtime(token, format!("The {name} field is not a valid {kind}: {value}")),
        }
    }
}

/// A text as it is, and anything else as JSON.
fn text_of(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
