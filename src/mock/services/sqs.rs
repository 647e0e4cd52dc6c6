//! SQS: a message that is sent goes nowhere.

use super::error::ServiceError;
use super::{Call, Reply, identifier};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use md5::Digest as _;
use serde_json::{Value, json};

/// The digest of a message in hexadecimal digits.
pub(super) fn md5_hex(bytes: &[u8]) -> String {
    md5::Md5::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The text of a field that Step Functions fills with JSON where it is not a text.
pub(super) fn message_text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}

/// `sqs:sendMessage`.
pub(super) fn respond(call: &mut Call<'_>) -> Result<Reply, ServiceError> {
    match call.action {
        "sendMessage" => Ok(sent(call)?.into()),
        _ => Err(ServiceError::unknown_action(call)),
    }
}

/// The response to a message. A queue whose name ends in `.fifo` numbers its messages (SQS API reference,
/// "SendMessage").
pub(super) fn sent(call: &mut Call<'_>) -> Result<Value, ServiceError> {
    let body = call.request.get("MessageBody").map(message_text).unwrap_or_default();
    let mut response = json!({});
    for (given, digest) in
        [("MessageAttributes", "MD5OfMessageAttributes"), ("MessageSystemAttributes", "MD5OfMessageSystemAttributes")]
    {
        if let Some(attributes) = call.request.get(given) {
            response[digest] = attributes_digest(attributes)?.into();
        }
    }
    response["MD5OfMessageBody"] = md5_hex(body.as_bytes()).into();
    response["MessageId"] = call.random.uuid().into();
    if call.text("QueueUrl").ends_with(".fifo") {
        response["SequenceNumber"] = format!("188{}", identifier::digits(call.random, 17)).into();
    }
    Ok(response)
}

/// The digest of the attributes in the order of their names: of each the name, the type, whether it is text (1) or bytes
/// (2), and the value, with lengths of four bytes (SQS developer guide, "Calculating the MD5 message digest for message
/// attributes").
fn attributes_digest(attributes: &Value) -> Result<String, ServiceError> {
    let mut sorted: Vec<(&String, &Value)> = attributes.as_object().into_iter().flatten().collect();
    sorted.sort_by_key(|(name, _)| *name);
    let mut bytes = Vec::new();
    let mut part = |content: &[u8], kind: Option<u8>| {
        bytes.extend(kind);
        bytes.extend((content.len() as u32).to_be_bytes());
        bytes.extend(content);
    };
    for (name, attribute) in sorted {
        part(name.as_bytes(), None);
        part(attribute.get("DataType").and_then(Value::as_str).unwrap_or_default().as_bytes(), None);
        let binary = attribute.get("BinaryValue").and_then(Value::as_str);
        match (attribute.get("StringValue"), binary.map(|text| BASE64_STANDARD.decode(text))) {
            (Some(text), None) => part(message_text(text).as_bytes(), Some(1)),
            (None, Some(Ok(content))) => part(&content, Some(2)),
            _ => return Err(ServiceError::not_simulated(&format!("the message attribute {name} of SQS"))),
        }
    }
    Ok(md5_hex(&bytes))
}
