//! `ItemReader`: the items of a distributed Map, from files that stand for S3 objects
//! (developer guide, "ItemReader (Map)").

mod csv;
#[cfg(not(feature = "data-files"))]
mod elsewhere;
mod json;
mod listing;
mod manifest;
#[cfg(feature = "data-files")]
mod parquet;
#[cfg(feature = "data-files")]
mod zstd;

pub(super) use json::items_at;

#[cfg(not(feature = "data-files"))]
use elsewhere::{parquet, zstd};

use super::token::Item;
use crate::mock::Files;
use serde_json::{Map, Value};
use std::io::Read as _;
use std::sync::Arc;

/// How large a compressed object may become, in bytes: what a web worker can hold.
const MAX_INFLATED_BYTES: u64 = 256 * 1024 * 1024;

/// What S3 holds: the attached files, and over them what the execution has written.
pub(super) struct Storage<'a> {
    pub(super) files: &'a Files,
    pub(super) written: &'a Files,
    /// The virtual clock in milliseconds since 1970: when the attached files were last changed.
    pub(super) clock: i64,
}

/// What is read.
pub(super) struct Request<'a> {
    /// `arn:aws:states:::s3:getObject` or `…:listObjectsV2`.
    pub(super) resource: &'a str,
    /// `Bucket`, `Key`, `Prefix`.
    pub(super) arguments: &'a Value,
    /// `ReaderConfig`.
    pub(super) config: &'a Map<String, Value>,
    /// A JSON pointer to the items in a JSON file.
    pub(super) items_pointer: Option<&'a str>,
    pub(super) max_items: usize,
}

impl Request<'_> {
    fn argument(&self, name: &str) -> &str {
        self.arguments.get(name).and_then(Value::as_str).unwrap_or_default()
    }

    fn option(&self, name: &str) -> &str {
        self.config.get(name).and_then(Value::as_str).unwrap_or_default()
    }
}

impl Storage<'_> {
    /// The content of an object, inflated where it is compressed.
    fn get(&self, bucket: &str, key: &str) -> Result<Arc<[u8]>, String> {
        let found = self.written.get(bucket, key).or_else(|| self.files.get(bucket, key));
        let Some(content) = found else {
            let exists = self.files.buckets.contains_key(bucket) || self.written.buckets.contains_key(bucket);
            return Err(missing(exists, bucket, key));
        };
        inflate(content)
    }

    /// The keys of a bucket with their contents, in S3's order.
    fn list(&self, bucket: &str, prefix: &str) -> Result<Vec<(String, Vec<u8>)>, String> {
        if !self.files.buckets.contains_key(bucket) && !self.written.buckets.contains_key(bucket) {
            return Err(missing(false, bucket, prefix));
        }
        let all = self.files.list(bucket, prefix).chain(self.written.list(bucket, prefix));
        let merged: std::collections::BTreeMap<String, Vec<u8>> =
            all.map(|(key, content)| (key.to_owned(), content.to_vec())).collect();
        Ok(merged.into_iter().collect())
    }
}

/// S3's words for what is not there. The execution names the object, as there is no request id to look it up by.
fn missing(bucket_exists: bool, bucket: &str, key: &str) -> String {
    if bucket_exists {
        format!(
            "The specified key does not exist. (Service: Amazon S3; Status Code: 404; Error Code: NoSuchKey; Bucket: {bucket}; Key: {key})"
        )
    } else {
        format!(
            "The specified bucket does not exist (Service: Amazon S3; Status Code: 404; Error Code: NoSuchBucket; Bucket: {bucket})"
        )
    }
}

fn inflate(content: &[u8]) -> Result<Arc<[u8]>, String> {
    match content {
        [0x1f, 0x8b, ..] => {
            let mut inflated = Vec::new();
            flate2::read::MultiGzDecoder::new(content)
                .take(MAX_INFLATED_BYTES + 1)
                .read_to_end(&mut inflated)
                .map_err(|error| format!("The GZIP data cannot be read: {error}"))?;
            if inflated.len() as u64 > MAX_INFLATED_BYTES {
                return Err(too_large(MAX_INFLATED_BYTES));
            }
            Ok(inflated.into())
        }
        [0x28, 0xb5, 0x2f, 0xfd, ..] => zstd::inflate(content, MAX_INFLATED_BYTES).map(Into::into),
        content => Ok(content.into()),
    }
}

/// What an object is refused with that would not fit into memory.
fn too_large(most: u64) -> String {
    format!("The object has more than {most} bytes when it is inflated.")
}

/// The items, each with where it is from.
///
/// # Errors
/// The cause of a `States.ItemReaderFailed`, in AWS's words where they are known.
pub(super) fn read(storage: &Storage<'_>, request: &Request<'_>) -> Result<Vec<Item>, String> {
    let bucket = request.argument("Bucket");
    let action = request.resource.rsplit(':').next().unwrap_or_default();
    let (items, source) = match action {
        "listObjectsV2" => {
            let items = listing::read(storage, request, bucket, request.argument("Prefix"))?;
            (items, format!("S3://{bucket}"))
        }
        "getObject" => {
            let key = request.argument("Key");
            let content = storage.get(bucket, key)?;
            let items = match request.option("InputType") {
                "MANIFEST" => manifest::read(storage, request, &content)?,
                format => parse(format, &content, request)?,
            };
            (items, format!("S3://{bucket}/{key}"))
        }
        _ => return Err(format!("Pasos does not simulate the ItemReader resource '{}'.", request.resource)),
    };
    let source: Arc<str> = source.into();
    let limited = items.into_iter().take(request.max_items);
    Ok(limited.map(|item| Item { source: Some(Arc::clone(&source)), ..item }).collect())
}

/// The items in one object.
fn parse(format: &str, content: &[u8], request: &Request<'_>) -> Result<Vec<Item>, String> {
    match format {
        "CSV" => csv::read(content, request.config).map(|rows| rows.into_iter().map(Item::of).collect()),
        "JSON" => json::read(content, request.items_pointer),
        "JSONL" => json::read_lines(content),
        "PARQUET" => parquet::read(content, request.max_items),
        other => Err(format!("The InputType '{other}' is not one that ItemReader knows.")),
    }
}

#[cfg(test)]
mod tests;
