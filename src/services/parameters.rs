//! Holds the parameters of a call against the model of the action: names that the service does not take, names that it
//! needs, values of the wrong type.

use super::api::Api;
use super::fault::{Fault, FaultKind, Place};
use super::model::{Field, Shape, ShapeId};
use crate::asl::QueryLanguage;
use crate::expr::jsonata;
use serde_json::{Map, Value};

/// How the values are to be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// As they stand in a definition: expressions, paths and placeholders may come to anything.
    Definition(QueryLanguage),
    /// As they are sent.
    Sent,
}

/// Words of Java, behind which its SDK, whose names Step Functions has, puts `Value`.
const JAVA_WORDS: [&str; 12] = [
    "Default",
    "Package",
    "Import",
    "Enum",
    "Class",
    "Public",
    "Private",
    "Return",
    "Abstract",
    "Interface",
    "Case",
    "Final",
];

/// Parameters that are not needed where another one says the same (aws-sdk-java-v2, `copyObject` and `uploadPartCopy` of
/// S3; developer guide, "Call HTTPS APIs").
const INSTEAD: [(&str, &str); 4] = [
    ("Bucket", "DestinationBucket"),
    ("Key", "DestinationKey"),
    ("CopySource", "SourceKey"),
    ("Authentication", "InvocationConfig"),
];

/// Everything that is wrong with the parameters of a call, in the order in which it stands there.
pub fn faults(api: &Api, parameters: &Value, reading: Reading) -> Vec<Fault> {
    let mut walk = Walk { api, reading, place: Vec::new(), found: Vec::new() };
    let Value::Object(members) = parameters else { return Vec::new() };
    if !walk.is_open(parameters) {
        let required = api.required();
        walk.object(api.parameters(), &|field| required.contains(&field.name.as_str()), members);
    }
    walk.found
}

struct Walk<'a> {
    api: &'a Api,
    reading: Reading,
    place: Vec<Place>,
    found: Vec<Fault>,
}

impl Walk<'_> {
    fn report(&mut self, kind: FaultKind) {
        self.found.push(Fault { place: self.place.clone(), kind });
    }

    /// Recurses as deep as the value nests, which whoever reads JSON bounds.
    fn value(&mut self, name: &str, shape: ShapeId, value: &Value) {
        if value.is_null() || self.is_open(value) {
            return;
        }
        let api = self.api;
        let wanted = match (api.service.shape(shape), value) {
            (Shape::Document | Shape::Stream, _) => return,
            (Shape::Choice(known), Value::String(text)) => {
                if !known.contains(text) {
                    self.report(FaultKind::NotListed {
                        field: name.to_owned(),
                        value: text.clone(),
                        known: known.clone(),
                    });
                }
                return;
            }
            (Shape::List(item), Value::Array(items)) => {
                for (index, value) in items.iter().enumerate() {
                    self.inside(Place::Item(index), |walk| walk.value(name, *item, value));
                }
                return;
            }
            (Shape::Map(of), Value::Object(members)) => {
                for (key, value) in members {
                    if self.is_path_key(key) {
                        continue;
                    }
                    self.inside(Place::Member(key.clone()), |walk| walk.value(key, *of, value));
                }
                return;
            }
            (Shape::Structure { fields, is_union }, Value::Object(members)) => {
                if *is_union || is_attribute(fields) {
                    self.one_of(fields, members);
                }
                // What the API needs inside of objects, optimized integrations do not ask for.
                let is_asked_for = !api.is_optimized() || api.has_own_parameters();
                self.object(fields, &|field| field.is_required && is_asked_for, members);
                return;
            }
            (Shape::Text { .. } | Shape::Bytes { .. } | Shape::Timestamp, Value::String(_))
            | (Shape::Number | Shape::Timestamp, Value::Number(_))
            | (Shape::Boolean, Value::Bool(_)) => return,
            (Shape::Integer { .. }, Value::Number(number)) if is_whole(number) => return,
            // Both are read as what is meant (published AWS samples rely on it): the attribute of an item is a text then.
            (Shape::Boolean, Value::String(text)) if ["true", "false"].contains(&text.as_str()) => return,
            // A path without `.$` stays text: that is another rule's to tell.
            (_, Value::String(text)) if self.is_definition() && text.starts_with("$.") => return,
            (Shape::Structure { fields, .. }, Value::String(_)) if api.is_optimized() && is_attribute(fields) => return,
            (Shape::Text { .. } | Shape::Bytes { .. }, _) if self.becomes_text(name, shape, value) => return,
            (Shape::Text { .. } | Shape::Choice(_) | Shape::Bytes { .. } | Shape::Timestamp, _) => "STRING",
            (Shape::Integer { .. }, _) => "INTEGER",
            (Shape::Number, _) => "NUMBER",
            (Shape::Boolean, _) => "BOOLEAN",
            (Shape::List(_), _) => "ARRAY",
            (Shape::Map(_) | Shape::Structure { .. }, _) => "OBJECT",
        };
        self.report(FaultKind::WrongType { field: name.to_owned(), wanted });
    }

    fn object(&mut self, fields: &[Field], is_required: &dyn Fn(&Field) -> bool, members: &Map<String, Value>) {
        // What a placeholder stands for may be any field.
        let is_closed = !members.keys().any(|key| self.is_definition() && key.contains("${"));
        for (key, value) in members {
            let name = self.field_name(key);
            let field = fields.iter().find(|field| self.is_called(field, name));
            match field {
                Some(field) if name.len() == key.len() => {
                    let (name, shape) = (field.name.clone(), field.shape);
                    self.inside(Place::Member(key.clone()), |walk| walk.value(&name, shape, value));
                }
                Some(_) => {}
                None if key.contains("${") && self.is_definition() => {}
                None if self.place.is_empty() && self.api.own_parameters().contains(&name) => {}
                None => {
                    let known = fields.iter().map(|field| field.name.clone()).collect();
                    self.report(FaultKind::Unknown { field: name.to_owned(), known });
                }
            }
        }
        for field in fields.iter().filter(|field| is_closed && is_required(field)) {
            let others = INSTEAD.iter().filter(|(name, _)| *name == field.name).map(|(_, other)| *other);
            let others = || others.clone().filter_map(|other| fields.iter().find(|field| field.name == other));
            let is_there = |field: &Field| members.keys().any(|key| self.is_called(field, self.field_name(key)));
            if !is_there(field) && !others().any(is_there) {
                self.report(FaultKind::Missing { field: field.name.clone() });
            }
        }
    }

    /// A union has one of its members; an attribute value of DynamoDB is one, though its model does not say so.
    fn one_of(&mut self, fields: &[Field], members: &Map<String, Value>) {
        let given = members.iter().filter(|(_, value)| !value.is_null()).map(|(key, _)| self.field_name(key));
        let known = given.filter(|name| fields.iter().any(|field| self.is_called(field, name)));
        let fields: Vec<String> = known.map(str::to_owned).collect();
        if fields.len() > 1 {
            self.report(FaultKind::Several { fields });
        }
    }

    fn is_called(&self, field: &Field, name: &str) -> bool {
        let is_java =
            || name.strip_suffix("Value").is_some_and(|word| word == field.name && JAVA_WORDS.contains(&word));
        let is_camel = || {
            self.api.takes_camel_case()
                && !self.place.is_empty()
                && field.name[..1].eq_ignore_ascii_case(name.get(..1).unwrap_or_default())
                && field.name.get(1..) == name.get(1..)
        };
        field.is_called(name, self.api.is_optimized()) || is_java() || is_camel()
    }

    fn inside(&mut self, place: Place, then: impl FnOnce(&mut Self)) {
        self.place.push(place);
        then(self);
        self.place.pop();
    }

    /// Whether the value becomes a text when it is sent.
    fn becomes_text(&self, name: &str, shape: ShapeId, value: &Value) -> bool {
        let is_text = matches!(self.api.service.shape(shape), Shape::Text { .. });
        self.api.takes_json(name, shape)
            && (!is_text || self.api.is_optimized() || value.is_object() || value.is_array())
    }

    fn is_definition(&self) -> bool {
        self.reading != Reading::Sent
    }

    /// The name without the `.$` of a payload template.
    fn field_name<'k>(&self, key: &'k str) -> &'k str {
        if self.is_path_key(key) { &key[..key.len() - 2] } else { key }
    }

    fn is_path_key(&self, key: &str) -> bool {
        self.reading == Reading::Definition(QueryLanguage::JSONPath) && key.ends_with(".$")
    }

    /// Whether a value in a definition may come to anything: an expression, a placeholder, a function of a template.
    fn is_open(&self, value: &Value) -> bool {
        let Reading::Definition(language) = self.reading else { return false };
        match value {
            Value::String(text) => {
                text.contains("${") || (language == QueryLanguage::JSONata && jsonata::expression(text).is_some())
            }
            Value::Object(members) => {
                members.len() == 1 && members.keys().any(|key| key == "Ref" || key.starts_with("Fn::"))
            }
            _ => false,
        }
    }
}

/// Whether a number has no fraction: `5` and `5.0`.
fn is_whole(number: &serde_json::Number) -> bool {
    number.as_f64().is_none_or(|number| number.fract() == 0.0)
}

/// Whether the fields are those of an attribute value of DynamoDB.
fn is_attribute(fields: &[Field]) -> bool {
    fields.iter().map(|field| field.name.as_str()).take(3).eq(["S", "N", "B"])
}

#[cfg(test)]
mod tests {
    use super::super::Services;
    use super::*;
    use crate::asl::resource::Resource;
    use serde_json::json;

    fn found(call: &str, parameters: &Value, reading: Reading) -> Vec<String> {
        let resource = Resource::parse(&format!("arn:aws:states:::{call}"));
        let api = Api::of(&Services::bundled(), &resource).unwrap();
        let words = |fault: Fault| fault.kind.aws_message().unwrap_or_else(|| format!("{:?}", fault.kind));
        faults(&api, parameters, reading).into_iter().map(words).collect()
    }

    #[test]
    fn names_and_types_are_those_of_the_service() {
        let sent = |call, parameters| found(call, &parameters, Reading::Sent);
        assert_eq!(
            sent(
                "dynamodb:putItem",
                json!({ "TableName": "t", "Item": { "id": { "S": { "a": 1 } }, "n": { "N": 5 } } })
            ),
            ["The value for the field 'S' must be a STRING", "The value for the field 'N' must be a STRING"]
        );
        assert_eq!(
            sent("aws-sdk:sfn:startExecution", json!({ "stateMachineArn": "a" })),
            [
                "The field \"stateMachineArn\" is not supported by Step Functions",
                "The field 'StateMachineArn' is required but was missing"
            ]
        );
        assert_eq!(
            sent("sqs:sendMessage", json!({ "QueueUrl": "q", "MessageBody": { "a": 1 }, "DelaySeconds": "5" })),
            ["The value for the field 'DelaySeconds' must be an INTEGER"]
        );
        assert_eq!(
            sent("aws-sdk:lambda:invoke", json!({ "FunctionName": "f", "Payload": { "a": 1 } })),
            ["The value for the field 'Payload' must be a STRING"]
        );
        assert_eq!(sent("lambda:invoke", json!({ "FunctionName": "f", "Payload": { "a": 1 } })), [""; 0]);
        assert_eq!(sent("aws-sdk:s3:putObject", json!({ "Bucket": "b", "Key": "k", "Body": { "a": 1 } })), [""; 0]);
    }

    #[test]
    fn what_may_come_to_anything_is_believed() {
        let read = |call, parameters, language| found(call, &parameters, Reading::Definition(language));
        let parameters = json!({ "Bucket.$": "$.b", "Key": "${Key}", "PartNumber": "{% $n %}" });
        assert_eq!(read("aws-sdk:s3:getObject", parameters.clone(), QueryLanguage::JSONPath).len(), 1);
        assert_eq!(
            read("aws-sdk:s3:getObject", parameters, QueryLanguage::JSONata),
            [
                "The field \"Bucket.$\" is not supported by Step Functions",
                "The field 'Bucket' is required but was missing"
            ]
        );
        assert_eq!(read("aws-sdk:s3:getObject", json!({ "${All}": 1 }), QueryLanguage::JSONPath), [""; 0]);
        assert_eq!(
            read(
                "batch:submitJob",
                json!({ "JobName": "j", "JobQueue": "q", "JobDefinition": "d", "RetryStrategy": { "attempts": 5 } }),
                QueryLanguage::JSONPath
            ),
            [""; 0]
        );
    }
}
