//! Text with delimiters, by the rules of Step Functions (developer guide, "How Step Functions parses input CSV files"):
//! unlike in RFC 4180, a backslash escapes a backslash, a quotation mark or the delimiter, inside and outside of quotation
//! marks; blank lines are skipped; missing fields are empty and surplus ones dropped.

use serde_json::{Map, Value};
use std::collections::BTreeSet;

/// The rows, each as an object of texts.
pub(super) fn read(content: &[u8], config: &Map<String, Value>) -> Result<Vec<Value>, String> {
    let option = |name: &str| config.get(name).and_then(Value::as_str).unwrap_or_default();
    let delimiter = match option("CSVDelimiter") {
        "PIPE" => '|',
        "SEMICOLON" => ';',
        "SPACE" => ' ',
        "TAB" => '\t',
        _ => ',',
    };
    let text = std::str::from_utf8(content).map_err(|_| "The CSV file is not encoded in UTF-8.".to_owned())?;
    let mut records = records(text.strip_prefix('\u{feff}').unwrap_or(text), delimiter)?.into_iter();
    let headers: Vec<String> = if option("CSVHeaderLocation") == "GIVEN" {
        let given = config.get("CSVHeaders").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        given.iter().map(|header| header.as_str().unwrap_or_default().to_owned()).collect()
    } else {
        records.next().unwrap_or_default()
    };
    let mut seen = BTreeSet::new();
    if !headers.iter().all(|header| seen.insert(header)) {
        return Err("CSV headers cannot contain duplicates.".to_owned());
    }
    let row = |record: Vec<String>| {
        let mut fields = record.into_iter();
        headers.iter().map(|header| (header.clone(), Value::from(fields.next().unwrap_or_default()))).collect()
    };
    Ok(records.map(|record| Value::Object(row(record))).collect())
}

/// The records of a text, without blank lines.
pub(super) fn records(text: &str, delimiter: char) -> Result<Vec<Vec<String>>, String> {
    let mut records = Vec::new();
    let mut record: Vec<String> = Vec::new();
    let mut field = String::new();
    let mut in_quotes = false;
    let mut characters = text.chars().peekable();
    let mut line = 1;
    let mut quoted_since = 0;
    while let Some(character) = characters.next() {
        line += usize::from(character == '\n');
        match character {
            '\\' => match characters.peek() {
                Some(next) if *next == '\\' || *next == '"' || *next == delimiter => field.extend(characters.next()),
                // In front of anything else it is dropped.
                _ => {}
            },
            '"' if in_quotes && characters.peek() == Some(&'"') => field.extend(characters.next()),
            '"' if in_quotes => in_quotes = false,
            '"' if field.is_empty() => {
                in_quotes = true;
                quoted_since = line;
            }
            '"' if characters.peek() == Some(&'"') => field.extend(characters.next()),
            '\r' if !in_quotes && characters.peek() == Some(&'\n') => {}
            '\n' | '\r' if !in_quotes => {
                end_record(&mut records, &mut record, &mut field);
            }
            other if other == delimiter && !in_quotes => record.push(std::mem::take(&mut field)),
            other => field.push(other),
        }
    }
    if in_quotes {
        return Err(format!("The quotation mark opened in line {quoted_since} of the CSV file is never closed."));
    }
    end_record(&mut records, &mut record, &mut field);
    Ok(records)
}

fn end_record(records: &mut Vec<Vec<String>>, record: &mut Vec<String>, field: &mut String) {
    if record.is_empty() && field.is_empty() {
        return;
    }
    record.push(std::mem::take(field));
    records.push(std::mem::take(record));
}
