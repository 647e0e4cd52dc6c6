//! Manifests: files that name the objects with the items. An S3 inventory (`manifest.json`) names CSV files without a
//! header row; an Athena manifest names data files, one a line.

use super::{Request, Storage, csv, parse};
use crate::sim::token::Item;
use serde_json::{Map, Value};

/// The items of all objects that the manifest names.
pub(super) fn read(storage: &Storage<'_>, request: &Request<'_>, content: &[u8]) -> Result<Vec<Item>, String> {
    if request.option("ManifestType") == "ATHENA_DATA" {
        return athena(storage, request, content);
    }
    let manifest: Value = serde_json::from_slice(content).map_err(|_| "The manifest is not valid JSON.".to_owned())?;
    inventory(storage, request, &manifest)
}

fn inventory(storage: &Storage<'_>, request: &Request<'_>, manifest: &Value) -> Result<Vec<Item>, String> {
    let text = |name: &str| manifest[name].as_str().ok_or_else(|| format!("The inventory manifest has no {name}."));
    if text("fileFormat")? != "CSV" {
        return Err("Pasos reads S3 inventories in the format CSV only.".to_owned());
    }
    let columns: Vec<&str> = text("fileSchema")?.split(',').map(str::trim).collect();
    // The destination may be given as an ARN; the object of a manifest lies in the bucket of its files.
    let destination = manifest["destinationBucket"].as_str().and_then(|arn| arn.rsplit(':').next());
    let bucket = destination.unwrap_or_else(|| request.argument("Bucket"));
    let mut items = Vec::new();
    for file in manifest["files"].as_array().into_iter().flatten() {
        let key = file["key"].as_str().ok_or("A file of the inventory manifest has no key.")?;
        let content = storage.get(bucket, key)?.content;
        let text = std::str::from_utf8(&content).map_err(|_| format!("{key} is not encoded in UTF-8."))?;
        for record in csv::records(text, ',')? {
            let row: Map<String, Value> =
                columns.iter().zip(record).map(|(column, field)| ((*column).to_owned(), field.into())).collect();
            items.push(Item::of(Value::Object(row)));
            if items.len() >= request.max_items {
                return Ok(items);
            }
        }
    }
    Ok(items)
}

fn athena(storage: &Storage<'_>, request: &Request<'_>, content: &[u8]) -> Result<Vec<Item>, String> {
    let text = std::str::from_utf8(content).map_err(|_| "The manifest is not encoded in UTF-8.".to_owned())?;
    // An Athena manifest says what format its data files have by their names.
    let mut items = Vec::new();
    for line in text.lines().map(|line| line.trim().trim_matches('"')).filter(|line| !line.is_empty()) {
        let place = line.strip_prefix("s3://").and_then(|place| place.split_once('/'));
        let (bucket, key) = place.ok_or_else(|| format!("The manifest names '{line}', which is no S3 URI."))?;
        let name = key.trim_end_matches(".gz");
        let format = match name.rsplit('.').next() {
            Some("csv") => "CSV",
            Some("json") => "JSON",
            Some("jsonl") => "JSONL",
            Some("parquet") => "PARQUET",
            _ => return Err(format!("Pasos cannot tell the format of '{key}' by its name.")),
        };
        items.extend(parse(format, &storage.get(bucket, key)?, request)?);
    }
    Ok(items)
}
