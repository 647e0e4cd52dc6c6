//! Payload templates: JSON in which a key that ends in `.$` holds a path or an intrinsic function
//! (specification, "Payload templates").

use super::intrinsic::Intrinsic;
use super::jsonpath::{Path, Root};
use super::{ExpressionError, Random, Scope};
use serde_json::{Map, Value};

/// The value of a template. Recurses as deep as the template nests, which the JSON reader bounds.
///
/// # Errors
/// The field (with its `.$`) whose expression failed, and why.
pub fn evaluate_template(
    template: &Value,
    scope: &Scope<'_>,
    random: &mut Random,
) -> Result<Value, (String, ExpressionError)> {
    match template {
        Value::Object(map) => {
            let mut result = Map::with_capacity(map.len());
            for (key, value) in map {
                let (name, value) = match (key.strip_suffix(".$"), value) {
                    (Some(name), Value::String(text)) => {
                        (name, member(text, scope, random).map_err(|error| (key.clone(), error))?)
                    }
                    (Some(_), other) => {
                        let reason = format!(
                            "The value for the field '{key}' must be a STRING that contains a JSONPath but was {other}"
                        );
                        return Err((key.clone(), ExpressionError::InvalidPath { path: other.to_string(), reason }));
                    }
                    (None, value) => (key.as_str(), evaluate_template(value, scope, random)?),
                };
                if result.insert(name.to_owned(), value).is_some() {
                    return Err((key.clone(), ExpressionError::DuplicateKey { key: name.to_owned() }));
                }
            }
            Ok(Value::Object(result))
        }
        Value::Array(items) => {
            items.iter().map(|item| evaluate_template(item, scope, random)).collect::<Result<_, _>>().map(Value::Array)
        }
        scalar => Ok(scalar.clone()),
    }
}

/// The value of a key that ends in `.$`.
fn member(text: &str, scope: &Scope<'_>, random: &mut Random) -> Result<Value, ExpressionError> {
    if Intrinsic::is_call(text) {
        return Intrinsic::parsed(text)?.evaluate(scope, random);
    }
    path_value(&*Path::parsed(text)?, scope)
}

/// What a path finds. Data that are `null` as a whole have no paths, not even `$` (AWS's words for it stand in questions
/// that its users ask).
///
/// # Errors
/// As [`Path::select`], and for `null`.
fn path_value(path: &Path, scope: &Scope<'_>) -> Result<Value, ExpressionError> {
    if *path.root() == Root::Input && scope.input.is_null() {
        return Err(ExpressionError::NullData);
    }
    path.select(scope)
}

/// The value of a path or of a call of an intrinsic function.
///
/// # Errors
/// When it is neither, or fails.
pub fn evaluate_text(text: &str, scope: &Scope<'_>, random: &mut Random) -> Result<Value, ExpressionError> {
    if Intrinsic::is_call(text) {
        Intrinsic::parsed(text)?.evaluate(scope, random)
    } else {
        Path::parsed(text)?.select(scope)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn run(template: &Value) -> Result<Value, String> {
        let input = json!({ "a": 1, "b": [1, 2] });
        let scope = Scope { input: &input, context: &Value::Null, variables: &() };
        evaluate_template(template, &scope, &mut Random::new(0)).map_err(|(field, error)| format!("{field}: {error}"))
    }

    #[test]
    fn replaces_marked_keys_at_any_depth() {
        let template = json!({ "x.$": "$.a", "y": [{ "z.$": "States.ArrayLength($.b)" }, "$.a"], "k": "$.a" });
        assert_eq!(run(&template), Ok(json!({ "x": 1, "y": [{ "z": 2 }, "$.a"], "k": "$.a" })));
    }

    #[test]
    fn a_position_past_the_end_of_an_array_is_null() {
        let template = json!({ "x.$": "$.b[2]", "y.$": "$.b[-3]" });
        assert_eq!(run(&template), Ok(json!({ "x": null, "y": null })));
        assert!(run(&json!({ "x.$": "$.b[2].c" })).is_err());
        assert!(run(&json!({ "x.$": "$.a[0]" })).is_err());
        assert_eq!(run(&json!({ "x.$": "States.Array($.b[2])" })), Ok(json!({ "x": [null] })));
    }

    #[test]
    fn null_has_no_paths() {
        let scope = Scope { input: &Value::Null, context: &json!({ "a": 1 }), variables: &() };
        let run = |template: &Value| evaluate_template(template, &scope, &mut Random::new(0));
        assert_eq!(run(&json!({ "x.$": "$" })), Err(("x.$".to_owned(), ExpressionError::NullData)));
        assert_eq!(run(&json!({ "x.$": "$.a" })), Err(("x.$".to_owned(), ExpressionError::NullData)));
        assert_eq!(run(&json!({ "x.$": "$$.a", "y": 2 })), Ok(json!({ "x": 1, "y": 2 })));
    }

    #[test]
    fn names_the_field_that_failed() {
        assert!(run(&json!({ "x.$": "$.nothing" })).unwrap_err().starts_with("x.$: "));
        assert!(run(&json!({ "x.$": 1 })).is_err());
        assert!(run(&json!({ "x": 1, "x.$": "$.a" })).is_err());
    }
}
