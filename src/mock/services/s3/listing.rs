//! What is in a bucket.

use super::super::error::ServiceError;
use super::super::{Call, Memory};
use super::parameters::allow;
use super::{Object, entity_tag, seconds};
use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;

/// The most keys that one listing has (S3 API reference, "ListObjectsV2").
const MAX_KEYS: u64 = 1000;

/// `listObjectsV2`: keys in the order of their bytes; with a delimiter, what stands before it counts once.
pub(super) fn list(memory: &Memory, call: &mut Call<'_>) -> Result<Value, ServiceError> {
    allow(call, &["Bucket", "Prefix", "Delimiter", "MaxKeys", "StartAfter", "ContinuationToken"])?;
    let (bucket, prefix, delimiter) = (call.text("Bucket"), call.text("Prefix"), call.text("Delimiter"));
    let start_after = call.text("StartAfter");
    let token = BASE64_STANDARD.decode(call.text("ContinuationToken")).unwrap_or_default();
    let start = String::from_utf8_lossy(&token).into_owned().max(start_after.to_owned());
    let max_keys = call.request.get("MaxKeys").and_then(Value::as_u64).unwrap_or(MAX_KEYS).min(MAX_KEYS);
    let attached = call.files.list(bucket, prefix).map(|(key, _)| key);
    let written = memory.written.list(bucket, prefix).map(|(key, _)| key);
    let mut keys: Vec<&str> = attached.chain(written).filter(|key| *key > start.as_str()).collect();
    keys.sort_unstable();
    keys.dedup();

    let mut contents = Vec::new();
    let mut groups: BTreeSet<String> = BTreeSet::new();
    let mut is_truncated = false;
    let mut last = String::new();
    for key in keys {
        let Some(object) = Object::find(memory, call, bucket, key) else { continue };
        let behind = key.strip_prefix(prefix).unwrap_or_default();
        let group = behind.find(delimiter).filter(|_| !delimiter.is_empty());
        let group = group.map(|index| format!("{prefix}{}", &behind[..index + delimiter.len()]));
        if group.as_ref().is_some_and(|group| groups.contains(group)) {
            continue;
        }
        if (contents.len() + groups.len()) as u64 >= max_keys {
            is_truncated = true;
            break;
        }
        // What is behind a group is behind all of its keys.
        last = group.as_ref().map_or_else(|| key.to_owned(), |group| format!("{group}{}", char::MAX));
        match group {
            Some(group) => {
                groups.insert(group);
            }
            None => contents.push(json!({
                "ETag": entity_tag(&object.content),
                "Key": key,
                "LastModified": seconds(object.trace.modified),
                "Size": object.content.len(),
                "StorageClass": object.trace.kept.get("StorageClass").cloned().unwrap_or_else(|| "STANDARD".into())
            })),
        }
    }
    let mut response = Map::new();
    if let Some(token) = call.request.get("ContinuationToken") {
        response.insert("ContinuationToken".into(), token.clone());
    }
    let count = contents.len() + groups.len();
    if !groups.is_empty() {
        let groups: Vec<Value> = groups.iter().map(|group| json!({ "Prefix": group })).collect();
        response.insert("CommonPrefixes".into(), groups.into());
    }
    if !contents.is_empty() {
        response.insert("Contents".into(), contents.into());
    }
    if !delimiter.is_empty() {
        response.insert("Delimiter".into(), delimiter.into());
    }
    response.insert("IsTruncated".into(), is_truncated.into());
    response.insert("KeyCount".into(), count.into());
    response.insert("MaxKeys".into(), max_keys.into());
    response.insert("Name".into(), bucket.into());
    if is_truncated {
        response.insert("NextContinuationToken".into(), BASE64_STANDARD.encode(last).into());
    }
    response.insert("Prefix".into(), prefix.into());
    if !start_after.is_empty() {
        response.insert("StartAfter".into(), start_after.into());
    }
    response.sort_keys();
    Ok(Value::Object(response))
}
