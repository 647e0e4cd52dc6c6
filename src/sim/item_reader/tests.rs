//! What ItemReader makes of each format, and what it refuses.

use super::*;
use serde_json::json;
use std::io::Write as _;

fn read_all(files: &[(&str, &[u8])], resource: &str, arguments: Value, config: Value) -> Result<Vec<Value>, String> {
    let mut storage = Files::default();
    for (key, content) in files {
        storage.put("data", key, *content);
    }
    let config = config.as_object().cloned().unwrap_or_default();
    let pointer = config.get("ItemsPointer").and_then(Value::as_str).map(str::to_owned);
    let request = Request {
        resource: &format!("arn:aws:states:::s3:{resource}"),
        arguments: &arguments,
        config: &config,
        items_pointer: pointer.as_deref(),
        max_items: config.get("MaxItems").and_then(Value::as_u64).map_or(usize::MAX, |most| most as usize),
    };
    let storage = Storage { files: &storage, written: &Files::default(), data_files: &DataFiles::new(), clock: 1_000 };
    read(&storage, &request).map(|items| items.iter().map(|item| (*item.value).clone()).collect())
}

fn object(content: &str, config: Value) -> Result<Vec<Value>, String> {
    read_all(&[("file", content.as_bytes())], "getObject", json!({ "Bucket": "data", "Key": "file" }), config)
}

fn csv(content: &str) -> Result<Vec<Value>, String> {
    object(content, json!({ "InputType": "CSV", "CSVHeaderLocation": "FIRST_ROW" }))
}

#[test]
fn csv_takes_its_header_from_the_first_row() {
    assert_eq!(
        csv("a,b\r\n1,2\n\n3\n4,5,6\n").unwrap(),
        [json!({ "a": "1", "b": "2" }), json!({ "a": "3", "b": "" }), json!({ "a": "4", "b": "5" })]
    );
}

#[test]
fn csv_quotes_and_backslashes() {
    assert_eq!(csv("a,b\n\"x, \"\"y\"\"\nz\",2\n").unwrap(), [json!({ "a": "x, \"y\"\nz", "b": "2" })]);
    assert_eq!(csv("a,b\nC:\\\\Temp\\n,1\\,2\n").unwrap(), [json!({ "a": "C:\\Tempn", "b": "1,2" })]);
    assert_eq!(csv("a,b\n{\"\"k\"\":1},2\n").unwrap(), [json!({ "a": "{\"k\":1}", "b": "2" })]);
}

#[test]
fn csv_with_a_quotation_mark_that_is_never_closed() {
    assert_eq!(
        csv("a,b\n1,2\n\"x,3\n4,5\n").unwrap_err(),
        "The quotation mark opened in line 3 of the CSV file is never closed."
    );
}

#[test]
fn csv_has_five_delimiters() {
    for (name, delimiter) in [("COMMA", ","), ("PIPE", "|"), ("SEMICOLON", ";"), ("SPACE", " "), ("TAB", "\t")] {
        let config = json!({
            "InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["x", "y"], "CSVDelimiter": name
        });
        assert_eq!(object(&format!("1{delimiter}2"), config).unwrap(), [json!({ "x": "1", "y": "2" })], "{name}");
    }
}

#[test]
fn csv_headers_are_unique() {
    assert_eq!(csv("a,a\n1,2").unwrap_err(), "CSV headers cannot contain duplicates.");
}

#[test]
fn json_is_an_array_or_has_one_where_the_pointer_says() {
    assert_eq!(object("[1, {\"a\": 2}]", json!({ "InputType": "JSON" })).unwrap(), [json!(1), json!({ "a": 2 })]);
    assert_eq!(
        object("{\"a\": 1}", json!({ "InputType": "JSON" })).unwrap_err(),
        "Attempting to map over non-iterable node."
    );
    let config = json!({ "InputType": "JSON", "ItemsPointer": "/a/list" });
    assert_eq!(object("{\"a\": {\"list\": [1, 2]}}", config.clone()).unwrap(), [1, 2]);
    assert_eq!(object("{\"a\": {\"list\": {\"k\": 3}}}", config.clone()).unwrap(), [3]);
    assert!(object("{}", config).is_err());
    assert!(object("[1,", json!({ "InputType": "JSON" })).is_err());
}

#[test]
fn jsonl_has_a_value_a_line() {
    assert_eq!(object("1\n\n{\"a\":2}\n", json!({ "InputType": "JSONL" })).unwrap(), [json!(1), json!({ "a": 2 })]);
    assert_eq!(
        object("1\n{", json!({ "InputType": "JSONL" })).unwrap_err(),
        "Line 2 of the JSONL file is not valid JSON."
    );
}

#[test]
fn max_items_limits_what_is_read() {
    assert_eq!(object("[1,2,3]", json!({ "InputType": "JSON", "MaxItems": 2 })).unwrap(), [1, 2]);
}

#[test]
fn objects_that_are_missing() {
    let ask = |bucket: &str, key: &str| {
        let arguments = json!({ "Bucket": bucket, "Key": key });
        read_all(&[("file", b"[]")], "getObject", arguments, json!({ "InputType": "JSON" })).unwrap_err()
    };
    assert!(ask("data", "other").contains("NoSuchKey"));
    assert!(ask("other", "file").contains("NoSuchBucket"));
}

#[test]
fn a_listing_has_an_item_an_object() {
    let files: [(&str, &[u8]); 3] = [("in/b", b"[3]"), ("in/a", b"[1, 2]"), ("out/c", b"")];
    let arguments = json!({ "Bucket": "data", "Prefix": "in/" });
    let items = read_all(&files, "listObjectsV2", arguments.clone(), json!({})).unwrap();
    assert_eq!(items.len(), 2);
    assert_eq!(items[0]["Key"], "in/a");
    assert_eq!(items[0]["Size"], 6);
    let config = json!({ "InputType": "JSON", "Transformation": "LOAD_AND_FLATTEN" });
    assert_eq!(read_all(&files, "listObjectsV2", arguments, config).unwrap(), [1, 2, 3]);
}

fn gzip(content: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(content).unwrap();
    encoder.finish().unwrap()
}

#[test]
fn an_inventory_names_compressed_files() {
    let manifest = json!({
        "sourceBucket": "source",
        "destinationBucket": "arn:aws:s3:::data",
        "fileFormat": "CSV",
        "fileSchema": "Bucket, Key, Size",
        "files": [{ "key": "part.csv.gz", "size": 40 }]
    });
    let part = gzip(b"\"source\",\"a.txt\",\"12\"\n\"source\",\"b.txt\",\"7\"\n");
    let files: [(&str, &[u8]); 2] = [("manifest.json", manifest.to_string().leak().as_bytes()), ("part.csv.gz", &part)];
    let config = json!({ "InputType": "MANIFEST", "ManifestType": "S3_INVENTORY" });
    let items = read_all(&files, "getObject", json!({ "Bucket": "data", "Key": "manifest.json" }), config).unwrap();
    assert_eq!(items[1], json!({ "Bucket": "source", "Key": "b.txt", "Size": "7" }));
}

#[test]
fn an_athena_manifest_names_data_files() {
    let files: [(&str, &[u8]); 3] =
        [("m.csv", b"\"s3://data/1.json\"\ns3://data/2.csv\n"), ("1.json", b"[1]"), ("2.csv", b"a\nx\n")];
    let config = json!({ "InputType": "MANIFEST", "ManifestType": "ATHENA_DATA", "CSVHeaderLocation": "FIRST_ROW" });
    let items = read_all(&files, "getObject", json!({ "Bucket": "data", "Key": "m.csv" }), config).unwrap();
    assert_eq!(items, [json!(1), json!({ "a": "x" })]);
}
