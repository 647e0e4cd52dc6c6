//! Parquet and ZSTD files that real writers made, as the items of a distributed Map: at once, as the terminal reads them, and
//! ahead, as the page does.
//!
//! `tests/data_files/make.py` makes them, and beside them what was put in. Those of that folder were made with the versions
//! that stand in `.build/setup`; `make data-files` makes them anew elsewhere and runs this test on them:
//!
//! ```text
//! DATA_FILES=FOLDER cargo test --no-default-features --features cli --test data_files
//! ```
#![cfg(feature = "data-files")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use pasos::asl::Document;
use pasos::mock::Mocks;
use pasos::sim::{DataFiles, Environment, MAX_READ_AHEAD, Program, StartOptions, Status, read_ahead, start, step};
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::PathBuf;

/// The files by name, without those that say what is in them.
fn files() -> BTreeMap<String, Vec<u8>> {
    let here = || PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/data_files");
    let folder = std::env::var_os("DATA_FILES").map_or_else(here, PathBuf::from);
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let named =
        entries.map(|path| (path.file_name().unwrap().to_str().unwrap().to_owned(), std::fs::read(path).unwrap()));
    named.filter(|(name, _)| !name.ends_with(".py")).collect()
}

/// What a Map makes of a file when each iteration gives back its item: the items, or the cause of its failure.
fn items(name: &str, content: &[u8], is_ahead: bool, max_items: usize) -> Result<Vec<Value>, String> {
    let input_type =
        ["parquet", "jsonl", "csv"].into_iter().find(|format| name.contains(&format!(".{format}"))).unwrap();
    let mut config = json!({ "InputType": input_type.to_uppercase(), "MaxItems": max_items });
    if input_type == "csv" {
        config["CSVHeaderLocation"] = "FIRST_ROW".into();
    }
    let definition = json!({ "StartAt": "Each", "States": { "Each": {
        "Type": "Map",
        "ItemReader": {
            "Resource": "arn:aws:states:::s3:getObject",
            "ReaderConfig": config,
            "Parameters": { "Bucket": "data", "Key": name }
        },
        "ItemProcessor": {
            "ProcessorConfig": { "Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS" },
            "StartAt": "Item",
            "States": { "Item": { "Type": "Pass", "End": true } }
        },
        "End": true
    } } });
    let program = Program::compile(&Document::new(definition.to_string())).unwrap();
    let mut environment = Environment::from(Mocks::default());
    environment.files.put("data", name, content);
    if is_ahead {
        // It travels as text.
        let file = serde_json::to_string(&read_ahead(content, MAX_READ_AHEAD)).unwrap();
        let read = BTreeMap::from([(name.to_owned(), serde_json::from_str(&file).unwrap())]);
        environment.data_files = DataFiles::from([("data".to_owned(), read)]);
    }
    let mut execution = start(&program, StartOptions::default()).next;
    while execution.status() == Status::Running {
        execution = step(&program, execution, &environment).next;
    }
    match execution.output() {
        Some(output) => Ok(output.as_array().unwrap().clone()),
        None => Err(execution.cause().unwrap_or_default().to_owned()),
    }
}

#[test]
fn all_files_hold_what_their_writers_put_in() {
    let files = files();
    let mut n_read = 0;
    for (name, content) in files.iter().filter(|(name, _)| !name.ends_with(".json") && !name.contains(".refused.")) {
        let put_in = format!("{}.json", name.split('.').next().unwrap());
        let put_in: Vec<Value> = serde_json::from_slice(&files[&put_in]).unwrap();
        for is_ahead in [false, true] {
            let read = items(name, content, is_ahead, 0).unwrap_or_else(|why| panic!("{name}: {why}"));
            assert_eq!(read.len(), put_in.len(), "{name}");
            for (row, (read, put_in)) in read.iter().zip(&put_in).enumerate() {
                for (column, value) in put_in.as_object().unwrap() {
                    assert_eq!(&read[column], value, "{name}: {column} in row {row}");
                }
                assert_eq!(read.as_object().unwrap().len(), put_in.as_object().unwrap().len(), "{name}");
            }
            assert_eq!(items(name, content, is_ahead, 1).unwrap(), put_in[..1], "{name}: MaxItems");
        }
        n_read += 1;
    }
    assert!(n_read >= 30, "{n_read} files");
}

#[test]
fn what_has_no_known_form_is_refused_with_its_column() {
    let files = files();
    for (name, column) in [("interval", "pause"), ("variant", "anything"), ("nan", "ratio")] {
        let name = format!("duckdb-{name}.refused.parquet");
        for is_ahead in [false, true] {
            let why = items(&name, &files[&name], is_ahead, 0).unwrap_err();
            assert!(why.contains(&format!("in the Parquet column {column}.")), "{name}: {why}");
        }
    }
}

#[test]
fn a_broken_file_fails_the_map_in_the_same_words_at_once_and_ahead() {
    let files = files();
    for name in [
        "pyarrow-rows.zstd-1.parquet",
        "pyarrow-rows.brotli-2.parquet",
        "duckdb-types.v2.parquet",
        "pyarrow-lines.jsonl.zst",
    ] {
        let whole = &files[name];
        // A part is missing, or another one is in its place.
        let mut wrong = whole.clone();
        for byte in &mut wrong[whole.len() / 4..whole.len() / 2] {
            *byte ^= 0x5a;
        }
        for broken in [&whole[..whole.len() - 20], &wrong[..], &whole[..5]] {
            let at_once = items(name, broken, false, 0);
            assert_eq!(items(name, broken, true, 0), at_once, "{name}");
            assert!(at_once.is_err_and(|why| !why.is_empty()), "{name}");
        }
    }
}
