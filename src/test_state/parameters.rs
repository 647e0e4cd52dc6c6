//! The members of a `TestState` request with their limits, as the model of the API has them
//! (botocore 1.44, `stepfunctions/2016-11-23`), and what is said where a request goes beyond them: the SDK looks at names,
//! types and least values, the service at the rest.

use super::request::Refusal;
use serde_json::{Map, Value};

/// What a member may be.
enum Kind {
    /// Text of a length in characters.
    Text { least: usize, most: usize },
    /// JSON as text of at most so many bytes; here, also the JSON itself.
    Json { most: usize },
    /// One of these texts.
    Choice(&'static [&'static str]),
    /// A whole number from 0.
    Count,
    /// `true` or `false`.
    Flag,
    /// An object with these members.
    Object(&'static [(&'static str, Kind)]),
}

use Kind::{Choice, Count, Flag, Json, Object, Text};

/// `SensitiveData` of the model, in bytes.
const DATA: Kind = Json { most: 262_144 };
const STATE_NAME: Kind = Text { least: 1, most: 80 };

const REQUEST: &[(&str, Kind)] = &[
    ("definition", Json { most: 1_048_576 }),
    ("roleArn", Text { least: 1, most: 256 }),
    ("input", DATA),
    ("inspectionLevel", Choice(&["INFO", "DEBUG", "TRACE"])),
    ("revealSecrets", Flag),
    ("variables", DATA),
    ("stateName", STATE_NAME),
    (
        "mock",
        Object(&[
            ("result", DATA),
            (
                "errorOutput",
                Object(&[("error", Text { least: 0, most: 256 }), ("cause", Text { least: 0, most: 32_768 })]),
            ),
            ("fieldValidationMode", Choice(&["STRICT", "PRESENT", "NONE"])),
        ]),
    ),
    ("context", DATA),
    (
        "stateConfiguration",
        Object(&[
            ("retrierRetryCount", Count),
            ("errorCausedByState", STATE_NAME),
            ("mapIterationFailureCount", Count),
            ("mapItemReaderData", DATA),
        ]),
    ),
];

/// What is found wrong on the way through a request.
#[derive(Default)]
struct Found {
    /// What the SDK says before it sends anything.
    by_client: Vec<String>,
    /// What the service says.
    by_service: Vec<String>,
}

/// Refuses what is not of the API.
pub(super) fn refuse_wrong_members(request: &Value) -> Result<(), Refusal> {
    let mut found = Found::default();
    match request {
        Value::Object(members) => {
            if members.get("definition").is_none_or(Value::is_null) {
                found.by_client.push("Missing required parameter in input: \"definition\"".to_owned());
            }
            found.object("", REQUEST, members);
        }
        other => found.wrong_type("", other, "<class 'dict'>"),
    }
    if !found.by_client.is_empty() {
        let message = format!("Parameter validation failed:\n{}", found.by_client.join("\n"));
        return Err(Refusal { exception: "ParamValidationError", message });
    }
    match found.by_service.len() {
        0 => Ok(()),
        1 => Err(Refusal::validation(format!("1 validation error detected: {}", found.by_service[0]))),
        n => Err(Refusal::validation(format!("{n} validation errors detected: {}", found.by_service.join("; ")))),
    }
}

impl Found {
    /// Recurses as deep as the model nests.
    fn object(&mut self, place: &str, kinds: &[(&str, Kind)], members: &Map<String, Value>) {
        for (name, value) in members {
            let inner = if place.is_empty() { name.clone() } else { format!("{place}.{name}") };
            match kinds.iter().find(|(known, _)| known == name) {
                Some((_, kind)) if !value.is_null() => self.member(&inner, kind, value),
                Some(_) => {}
                // A text of JSON may be accompanied by its JSON, for those who read the request.
                None if is_note(name, kinds) => {}
                None => {
                    let all: Vec<&str> = kinds.iter().map(|(known, _)| *known).collect();
                    let place = if place.is_empty() { "input" } else { place };
                    self.by_client
                        .push(format!("Unknown parameter in {place}: \"{name}\", must be one of: {}", all.join(", ")));
                }
            }
        }
    }

    fn member(&mut self, place: &str, kind: &Kind, value: &Value) {
        match (kind, value) {
            (Text { least, most }, Value::String(text)) => {
                let length = text.chars().count();
                if length < *least {
                    self.by_client.push(format!(
                        "Invalid length for parameter {place}, value: {length}, valid min length: {least}"
                    ));
                } else if length > *most {
                    self.too_long(place, *most);
                }
            }
            (Json { most }, value) => {
                let length = value.as_str().map_or_else(|| value.to_string().len(), str::len);
                if length > *most {
                    self.too_long(place, *most);
                }
            }
            (Choice(texts), Value::String(text)) => {
                if !texts.contains(&text.as_str()) {
                    self.by_service.push(format!(
                        "Value '{text}' at '{place}' failed to satisfy constraint: Member must satisfy enum value set: [{}]",
                        texts.join(", ")
                    ));
                }
            }
            (Count, Value::Number(number)) if number.is_i64() || number.is_u64() => {
                if number.as_i64().is_some_and(|number| number < 0) {
                    self.by_client
                        .push(format!("Invalid value for parameter {place}, value: {number}, valid min value: 0"));
                }
            }
            (Flag, Value::Bool(_)) => {}
            (Object(kinds), Value::Object(members)) => self.object(place, kinds, members),
            (Text { .. } | Choice(_), other) => self.wrong_type(place, other, "<class 'str'>"),
            (Count, other) => self.wrong_type(place, other, "<class 'int'>"),
            (Flag, other) => self.wrong_type(place, other, "<class 'bool'>"),
            (Object(_), other) => self.wrong_type(place, other, "<class 'dict'>"),
        }
    }

    fn too_long(&mut self, place: &str, most: usize) {
        self.by_service.push(format!(
            "Value at '{place}' failed to satisfy constraint: Member must have length less than or equal to {most}"
        ));
    }

    fn wrong_type(&mut self, place: &str, value: &Value, wanted: &str) {
        let is = match value {
            Value::Null => "<class 'NoneType'>",
            Value::Bool(_) => "<class 'bool'>",
            Value::Number(number) if number.is_f64() => "<class 'float'>",
            Value::Number(_) => "<class 'int'>",
            Value::String(_) => "<class 'str'>",
            Value::Array(_) => "<class 'list'>",
            Value::Object(_) => "<class 'dict'>",
        };
        let shown = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
        self.by_client
            .push(format!("Invalid type for parameter {place}, value: {shown}, type: {is}, valid types: {wanted}"));
    }
}

/// Whether a name is that of a member that holds JSON, and `_json`.
fn is_note(name: &str, kinds: &[(&str, Kind)]) -> bool {
    let noted = name.strip_suffix("_json");
    noted.is_some_and(|noted| kinds.iter().any(|(known, kind)| *known == noted && matches!(kind, Json { .. })))
}
