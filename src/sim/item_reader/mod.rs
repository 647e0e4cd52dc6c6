//! `ItemReader`: the items of a distributed Map, from files that stand for S3 objects
//! (developer guide, "ItemReader (Map)").

mod csv;
mod data_file;
mod json;
mod listing;
mod manifest;
#[cfg(feature = "data-files")]
mod parquet;
#[cfg(feature = "data-files")]
mod zstd;

#[cfg(feature = "data-files")]
pub use data_file::read_ahead;
pub use data_file::{DataFile, DataFiles, MAX_READ_AHEAD, needs_reader};
pub(super) use json::items_at;

use super::token::Item;
use crate::mock::Files;
use serde_json::{Map, Value};
use std::io::Read as _;
use std::sync::Arc;

/// How large a compressed object may become, in bytes: what a web worker can hold.
const MAX_INFLATED_BYTES: u64 = 256 * 1024 * 1024;

/// What the files of each format begin with.
const GZIP: [u8; 2] = [0x1f, 0x8b];
const ZSTD: [u8; 4] = [0x28, 0xb5, 0x2f, 0xfd];
const PARQUET: &[u8] = b"PAR1";

/// The cause where the reader of Parquet itself fails.
const BROKEN_PARQUET: &str = "The Parquet file is broken.";

/// The cause where a file was attached that needs the reader, and it was not there.
#[cfg(not(feature = "data-files"))]
const NOT_READ: &str = "The part of Pasos that reads Parquet and ZSTD was not loaded.";

/// What S3 holds: the attached files, and over them what the execution has written.
pub(super) struct Storage<'a> {
    pub(super) files: &'a Files,
    pub(super) written: &'a Files,
    /// What was read ahead of the attached files.
    pub(super) data_files: &'a DataFiles,
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
    /// An object, inflated where it is compressed.
    fn get(&self, bucket: &str, key: &str) -> Result<Object<'_>, String> {
        if let Some(content) = self.written.get(bucket, key) {
            return Ok(Object { content: inflate(content, MAX_INFLATED_BYTES)?, rows: None });
        }
        let Some(content) = self.files.get(bucket, key) else {
            let exists = self.files.buckets.contains_key(bucket) || self.written.buckets.contains_key(bucket);
            return Err(missing(exists, bucket, key));
        };
        let ahead = self.data_files.get(bucket).and_then(|keys| keys.get(key));
        let content = match ahead.and_then(|file| file.content.clone()) {
            Some(content) => content?.0,
            None => inflate(content, MAX_INFLATED_BYTES)?,
        };
        Ok(Object { content, rows: ahead.and_then(|file| file.rows.as_ref()) })
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

/// What an object holds.
struct Object<'a> {
    content: Arc<[u8]>,
    /// Its rows, where it is a Parquet file that was read ahead.
    rows: Option<&'a data_file::Rows>,
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

fn inflate(content: &[u8], most: u64) -> Result<Arc<[u8]>, String> {
    if content.starts_with(&GZIP) {
        let mut inflated = Vec::new();
        flate2::read::MultiGzDecoder::new(content)
            .take(most + 1)
            .read_to_end(&mut inflated)
            .map_err(|error| format!("The GZIP data cannot be read: {error}"))?;
        if inflated.len() as u64 > most {
            return Err(too_large(most));
        }
        return Ok(inflated.into());
    }
    if !content.starts_with(&ZSTD) {
        return Ok(content.into());
    }
    #[cfg(feature = "data-files")]
    return zstd::inflate(content, most).map(Into::into);
    #[cfg(not(feature = "data-files"))]
    return Err(NOT_READ.to_owned());
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
            let object = storage.get(bucket, key)?;
            let items = match request.option("InputType") {
                "MANIFEST" => manifest::read(storage, request, &object.content)?,
                format => parse(format, &object, request)?,
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
fn parse(format: &str, object: &Object<'_>, request: &Request<'_>) -> Result<Vec<Item>, String> {
    let content = &*object.content;
    match format {
        "CSV" => csv::read(content, request.config).map(|rows| rows.into_iter().map(Item::of).collect()),
        "JSON" => json::read(content, request.items_pointer),
        "JSONL" => json::read_lines(content),
        "PARQUET" => match object.rows {
            Some(rows) => rows.items(request.max_items),
            None => rows(content, request.max_items),
        },
        other => Err(format!("The InputType '{other}' is not one that ItemReader knows.")),
    }
}

/// The rows of a Parquet file, at most so many.
fn rows(content: &[u8], most: usize) -> Result<Vec<Item>, String> {
    if !content.starts_with(PARQUET) {
        return Err("The Parquet file cannot be read: it does not begin with PAR1, as Parquet files do.".to_owned());
    }
    #[cfg(feature = "data-files")]
    {
        let mut items = Vec::new();
        parquet::read(content, |row| {
            items.push(Item::of(row));
            items.len() < most
        })?;
        Ok(items)
    }
    #[cfg(not(feature = "data-files"))]
    {
        let _ = most;
        Err(NOT_READ.to_owned())
    }
}

#[cfg(test)]
mod tests;
