//! One text for both query languages.
//!
//! The palette's JSON texts hold both:
//!
//! - `"Parameters": {…}` is `Arguments` in JSONata. In it a member such as `"Body.$": "$.order"` becomes
//!   `"Body": "{% $states.input.order %}"`; so do paths into the context (`$$.Task.Token`) and to variables (`$count`), and
//!   `States.Array` and `States.JsonToString` of one path.
//! - A member whose name begins with `@` stands for those of [`SHORTHANDS`], which do not replace what is said beside it.
//! - A member whose name ends in `@P` is there only in JSONPath, one that ends in `@J` only in JSONata, both without the mark.

use crate::asl::QueryLanguage;
use serde_json::{Map, Value};

/// What many states have, and the members that they stand for; `NAME` is the value of the shorthand.
const SHORTHANDS: [(&str, &str); 7] = [
    (
        "@lambda",
        r#"{"Type":"Task","Resource":"arn:aws:states:::lambda:invoke",
"Parameters":{"FunctionName":"NAME","Payload.$":"$"},"@retry":""}"#,
    ),
    // The transient errors of Lambda, which are to be tried again (developer guide, "Best practices for Step Functions",
    // "Handle transient Lambda service exceptions"), with the jitter that AWS's own designer adds.
    (
        "@retry",
        r#"{"Retry":[{"ErrorEquals":["Lambda.ClientExecutionTimeoutException","Lambda.ServiceException",
"Lambda.AWSLambdaException","Lambda.SdkClientException","Lambda.TooManyRequestsException"],
"IntervalSeconds":2,"MaxAttempts":6,"BackoffRate":2,"JitterStrategy":"FULL"}]}"#,
    ),
    // The output is the payload of the function, as in what AWS's own designer inserts.
    ("@payload", r#"{"OutputPath@P":"$.Payload","Output@J":"{% $states.result.Payload %}"}"#),
    // The input with the payload of the function beside it.
    (
        "@result",
        r#"{"ResultSelector@P":{"Payload.$":"$.Payload"},"ResultPath@P":"$.NAME",
"Output@J":"{% $merge([$states.input, {'NAME': $states.result.Payload}]) %}"}"#,
    ),
    // The input as it is.
    ("@keep", r#"{"ResultPath@P":null,"Output@J":"{% $states.input %}"}"#),
    // In a catcher: the input with the error beside it.
    (
        "@error",
        r#"{"ResultPath@P":"$.error","Output@J":"{% $merge([$states.input, {'error': $states.errorOutput}]) %}"}"#,
    ),
    // In a Fail state: the error that was caught.
    (
        "@fail",
        r#"{"ErrorPath@P":"$.error.Error","CausePath@P":"$.error.Cause",
"Error@J":"{% $states.input.error.Error %}","Cause@J":"{% $states.input.error.Cause %}"}"#,
    ),
];

/// Reads a text of the palette in one of the languages. The texts are the palette's own: one that is no object gives an empty
/// one, which no item of the palette does (tested).
pub(super) fn read(text: &str, language: QueryLanguage) -> Map<String, Value> {
    match serde_json::from_str(text).map(|value| select(value, language, false)) {
        Ok(Value::Object(members)) => members,
        _ => Map::new(),
    }
}

/// Reads parameters.
pub(super) fn read_parameters(text: &str, language: QueryLanguage) -> Value {
    serde_json::from_str(text).map_or(Value::Null, |value| select(value, language, true))
}

/// The field of a Task that holds its parameters.
pub(super) fn parameters_field(language: QueryLanguage) -> &'static str {
    if language == QueryLanguage::JSONata { "Arguments" } else { "Parameters" }
}

/// The recursion ends with the palette's own texts.
fn select(value: Value, language: QueryLanguage, is_template: bool) -> Value {
    let is_jsonata = language == QueryLanguage::JSONata;
    match value {
        Value::Object(members) => {
            let mut selected = Map::new();
            for (key, value) in members {
                if let (true, Value::String(value)) = (key.starts_with('@'), &value) {
                    let text = SHORTHANDS.iter().find(|(name, _)| *name == key).map_or("{}", |(_, text)| *text);
                    for (name, value) in read(&text.replace("NAME", value), language) {
                        selected.entry(name).or_insert(value);
                    }
                    continue;
                }
                let (name, only) = match key.rsplit_once('@') {
                    Some((name, "P")) => (name, Some(QueryLanguage::JSONPath)),
                    Some((name, "J")) => (name, Some(QueryLanguage::JSONata)),
                    _ => (key.as_str(), None),
                };
                if only.is_some_and(|only| only != language) {
                    continue;
                }
                let is_parameters = name == "Parameters" && !is_template && only.is_none();
                let name = if is_parameters { parameters_field(language) } else { name };
                let is_template = (is_template || is_parameters) && only.is_none();
                match (name.strip_suffix(".$"), &value) {
                    (Some(name), Value::String(path)) if is_template && is_jsonata => {
                        selected.insert(name.to_owned(), format!("{{% {} %}}", expression(path)).into());
                    }
                    _ => {
                        selected.insert(name.to_owned(), select(value, language, is_template));
                    }
                }
            }
            Value::Object(selected)
        }
        Value::Array(items) => {
            Value::Array(items.into_iter().map(|item| select(item, language, is_template)).collect())
        }
        scalar => scalar,
    }
}

/// A path of JSONPath as an expression of JSONata.
fn expression(path: &str) -> String {
    if let Some((function, argument)) = path.strip_suffix(')').and_then(|call| call.split_once('(')) {
        let argument = expression(argument);
        return if function == "States.Array" { format!("[{argument}]") } else { format!("$string({argument})") };
    }
    match (path.strip_prefix("$$"), path.strip_prefix('$')) {
        (Some(rest), _) => format!("$states.context{rest}"),
        (None, Some(rest)) if rest.is_empty() || rest.starts_with(['.', '[']) => format!("$states.input{rest}"),
        _ => path.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const TEXT: &str = r#"{ "Type": "Task", "Parameters": { "Id": 7, "Body.$": "$", "Deep": [{ "Token.$": "$$.Task.Token" }],
        "Count.$": "$count", "List.$": "States.Array($.a)", "Text.$": "States.JsonToString($)" }, "ResultPath@P": "$.x", "Output@J": "{% 1 %}" }"#;

    #[test]
    fn shorthands_give_way() {
        let text = r#"{ "@lambda": "f", "Retry": 1, "@result": "x", "Next": "B" }"#;
        let paths = json!({ "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
            "Parameters": { "FunctionName": "f", "Payload.$": "$" }, "Retry": 1,
            "ResultSelector": { "Payload.$": "$.Payload" }, "ResultPath": "$.x", "Next": "B" });
        assert_eq!(Value::Object(read(text, QueryLanguage::JSONPath)), paths);
        let expressions = json!({ "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke",
            "Arguments": { "FunctionName": "f", "Payload": "{% $states.input %}" }, "Retry": 1,
            "Output": "{% $merge([$states.input, {'x': $states.result.Payload}]) %}", "Next": "B" });
        assert_eq!(Value::Object(read(text, QueryLanguage::JSONata)), expressions);
    }

    #[test]
    fn one_text_gives_both_languages() {
        let paths = json!({ "Type": "Task", "Parameters": { "Id": 7, "Body.$": "$",
            "Deep": [{ "Token.$": "$$.Task.Token" }], "Count.$": "$count", "List.$": "States.Array($.a)",
            "Text.$": "States.JsonToString($)" }, "ResultPath": "$.x" });
        assert_eq!(Value::Object(read(TEXT, QueryLanguage::JSONPath)), paths);
        let expressions = json!({ "Type": "Task", "Arguments": { "Id": 7, "Body": "{% $states.input %}",
            "Deep": [{ "Token": "{% $states.context.Task.Token %}" }], "Count": "{% $count %}",
            "List": "{% [$states.input.a] %}", "Text": "{% $string($states.input) %}" }, "Output": "{% 1 %}" });
        assert_eq!(Value::Object(read(TEXT, QueryLanguage::JSONata)), expressions);
    }
}
