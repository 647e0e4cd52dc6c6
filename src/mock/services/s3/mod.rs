//! S3: the attached files, and over them what the execution puts and deletes. Every bucket exists.
//!
//! - There is one version of each object: a `VersionId` comes back with it.
//! - What only says how an object is kept or who may have it is taken, and comes back where S3 gives it back. Nobody is
//!   kept out, and nothing is encrypted.
//! - Not simulated, and so an error: ranges and conditions of a request, parts of uploads, keys of the caller's own.

mod listing;
mod parameters;

use super::error::ServiceError;
use super::sqs::{md5_hex, message_text};
use super::{Call, Memory, Reply, identifier, sdk};
use parameters::{COPY_ANEW, KEPT, OVERRIDES, allow, confirmed};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// What S3 knows of an object that was put or deleted, beside its content.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Trace {
    /// Whether the object was deleted: then the attached file is hidden.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    deleted: bool,
    /// When it was put, in milliseconds since 1970.
    modified: i64,
    /// Its `ContentType`.
    content_type: Option<String>,
    /// Its own metadata.
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    metadata: Map<String, Value>,
    /// What else was said of it ([`parameters::KEPT`]).
    #[serde(default, skip_serializing_if = "Map::is_empty")]
    kept: Map<String, Value>,
}

impl Trace {
    /// What a request says of the object that it puts.
    fn of(call: &Call<'_>) -> Self {
        Self {
            deleted: false,
            modified: call.clock,
            content_type: call.request.get("ContentType").and_then(Value::as_str).map(str::to_owned),
            metadata: call.request.get("Metadata").and_then(Value::as_object).cloned().unwrap_or_default(),
            kept: parameters::kept(call),
        }
    }
}

/// The type of an object that was put without one (recorded).
const DEFAULT_TYPE: &str = "binary/octet-stream";

/// Answers a request.
pub(super) fn respond(memory: &mut Memory, call: &mut Call<'_>) -> Result<Reply, ServiceError> {
    let (bucket, key) = (call.text("Bucket"), call.text("Key"));
    let reply = match call.action {
        "getObject" | "headObject" => {
            allow(call, &[&["Bucket", "Key"][..], &OVERRIDES.map(|(name, _)| name)].concat())?;
            let Some(object) = Object::find(memory, call, bucket, key) else { return Err(no_such_key(call)) };
            let mut response = object.facts();
            parameters::set_wanted(&mut response, call);
            if call.action == "getObject" {
                response["Body"] = String::from_utf8_lossy(&object.content).into_owned().into();
            }
            response
        }
        "putObject" => {
            allow(call, &[&["Bucket", "Key", "Body", "ContentType", "Metadata"][..], &KEPT].concat())?;
            let content: Arc<[u8]> = call.request.get("Body").map(message_text).unwrap_or_default().into_bytes().into();
            let tag = entity_tag(&content);
            put(memory, bucket, key, content, Trace::of(call));
            confirmed(json!({ "ETag": tag, "ServerSideEncryption": "AES256" }), call)
        }
        "copyObject" => copy(memory, call)?,
        "deleteObject" => {
            allow(call, &["Bucket", "Key"])?;
            delete(memory, bucket, key, call.clock);
            match call.request.get("VersionId") {
                Some(version) => json!({ "VersionId": version }),
                None => json!({}),
            }
        }
        "deleteObjects" => {
            allow(call, &["Bucket", "Delete"])?;
            let objects = call.request.pointer("/Delete/Objects").and_then(Value::as_array).into_iter().flatten();
            let mut deleted = Vec::new();
            for object in objects {
                let Some(key) = object.get("Key").and_then(Value::as_str) else { continue };
                delete(memory, bucket, key, call.clock);
                deleted.push(match object.get("VersionId") {
                    Some(version) => json!({ "Key": key, "VersionId": version }),
                    None => json!({ "Key": key }),
                });
            }
            match call.request.pointer("/Delete/Quiet") {
                Some(Value::Bool(true)) => json!({}),
                _ => json!({ "Deleted": deleted }),
            }
        }
        "listObjectsV2" => listing::list(memory, call)?,
        "listBuckets" => {
            allow(call, &["Prefix"])?;
            let mut names: Vec<&String> = call.files.buckets.keys().chain(memory.written.buckets.keys()).collect();
            names.retain(|name| name.starts_with(call.text("Prefix")));
            names.sort();
            names.dedup();
            let date = identifier::sdk_date(call.clock);
            let buckets: Vec<Value> =
                names.into_iter().map(|name| json!({ "CreationDate": date, "Name": name })).collect();
            json!({ "Buckets": buckets, "Owner": { "Id": identifier::hex(call.random, 64) } })
        }
        // What nothing is remembered of.
        _ => sdk::shaped(call).ok_or_else(|| ServiceError::unknown_action(call))?,
    };
    Ok(reply.into())
}

fn no_such_key(call: &mut Call<'_>) -> ServiceError {
    // The answer to HEAD has no body, and so no message.
    let message = if call.action == "headObject" { "null" } else { "The specified key does not exist." };
    ServiceError::sdk("S3.NoSuchKeyException", "S3", 404, message, call.random)
}

fn entity_tag(content: &[u8]) -> String {
    format!("\"{}\"", md5_hex(content))
}

struct Object {
    content: Arc<[u8]>,
    trace: Trace,
}

impl Object {
    /// An object as it is now. An attached file counts as put at the time of the request.
    fn find(memory: &Memory, call: &Call<'_>, bucket: &str, key: &str) -> Option<Self> {
        let trace = memory.objects.get(bucket).and_then(|keys| keys.get(key));
        if trace.is_some_and(|trace| trace.deleted) {
            return None;
        }
        let content = memory.written.get(bucket, key).or_else(|| call.files.get(bucket, key))?;
        let attached = Trace { modified: call.clock, ..Trace::default() };
        Some(Self { content: content.into(), trace: trace.cloned().unwrap_or(attached) })
    }

    /// What `getObject` and `headObject` say of it.
    fn facts(&self) -> Value {
        let mut facts = json!({
            "AcceptRanges": "bytes",
            "ContentLength": self.content.len(),
            "ContentType": self.trace.content_type.as_deref().unwrap_or(DEFAULT_TYPE),
            "ETag": entity_tag(&self.content),
            "LastModified": seconds(self.trace.modified),
            "Metadata": self.trace.metadata,
            "ServerSideEncryption": "AES256"
        });
        for (name, said) in &self.trace.kept {
            facts[name] = said.clone();
        }
        facts
    }
}

/// A time without the part of the second, as S3 keeps it.
fn seconds(clock: i64) -> String {
    let date = identifier::sdk_date(clock);
    format!("{}Z", date.split('.').next().unwrap_or_default())
}

fn put(memory: &mut Memory, bucket: &str, key: &str, content: Arc<[u8]>, trace: Trace) {
    memory.written.put(bucket, key, content);
    memory.objects.entry(bucket.to_owned()).or_default().insert(key.to_owned(), trace);
}

fn delete(memory: &mut Memory, bucket: &str, key: &str, clock: i64) {
    if let Some(keys) = memory.written.buckets.get_mut(bucket) {
        keys.remove(key);
    }
    let trace = Trace { deleted: true, modified: clock, ..Trace::default() };
    memory.objects.entry(bucket.to_owned()).or_default().insert(key.to_owned(), trace);
}

/// `copyObject`: the content and what belongs to it. `CopySource` is `bucket/key`, the key URL-encoded; `SourceBucket` and
/// `SourceKey` say the same, the key as it is, and `DestinationBucket` and `DestinationKey` what `Bucket` and `Key` say.
fn copy(memory: &mut Memory, call: &mut Call<'_>) -> Result<Value, ServiceError> {
    const SAID_TWICE: [&str; 4] = ["SourceBucket", "SourceKey", "DestinationBucket", "DestinationKey"];
    let own = ["Bucket", "Key", "CopySource", "ContentType", "Metadata", "MetadataDirective"];
    allow(call, &[&own[..], &SAID_TWICE, &KEPT].concat())?;
    let either = |name, other| if call.text(name).is_empty() { call.text(other) } else { call.text(name) };
    let (bucket, key) = (either("Bucket", "DestinationBucket"), either("Key", "DestinationKey"));
    let source = call.text("CopySource");
    let (from, from_key) = match source.strip_prefix('/').unwrap_or(source).split_once('/') {
        Some((from, from_key)) => (from, percent_decoded(from_key)),
        None if source.is_empty() => (call.text("SourceBucket"), call.text("SourceKey").to_owned()),
        None => return Err(ServiceError::not_simulated(&format!("the CopySource \"{source}\" of S3"))),
    };
    let Some(object) = Object::find(memory, call, from, &from_key) else { return Err(no_such_key(call)) };
    let tag = entity_tag(&object.content);
    let said = Trace::of(call);
    let trace = if call.text("MetadataDirective") == "REPLACE" {
        said
    } else {
        // Where and how it is kept is said anew with each copy.
        let mut kept = object.trace.kept;
        kept.retain(|name, _| !COPY_ANEW.contains(&name.as_str()));
        kept.extend(said.kept.into_iter().filter(|(name, _)| COPY_ANEW.contains(&name.as_str())));
        Trace { modified: call.clock, kept, ..object.trace }
    };
    put(memory, bucket, key, object.content, trace);
    let result = json!({ "ETag": tag, "LastModified": seconds(call.clock) });
    Ok(confirmed(json!({ "CopyObjectResult": result, "ServerSideEncryption": "AES256" }), call))
}

fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, behind)) = rest.split_first() {
        let code = behind.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        match code.and_then(|digits| u8::from_str_radix(digits, 16).ok()).filter(|_| *first == b'%') {
            Some(byte) => {
                bytes.push(byte);
                rest = &behind[2..];
            }
            None => {
                bytes.push(*first);
                rest = behind;
            }
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
