//! Parquet files: each row is an item, an object with the columns as its fields.

mod pages;
mod value;

use bytes::Bytes;
use pages::AnyFile;
use parquet::errors::ParquetError;
use parquet::file::reader::FileReader as _;
use serde_json::Value;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Hands the rows of a file on, one after the other, until nobody wants more.
///
/// # Errors
/// Why the file, or its next row, cannot be read.
pub(super) fn read(content: &[u8], mut take: impl FnMut(Value) -> bool) -> Result<(), String> {
    // The reader is made for files that a writer made; what harms it is one that is broken, as any other.
    let rows = catch_unwind(AssertUnwindSafe(|| rows(Bytes::copy_from_slice(content), &mut take)));
    rows.unwrap_or_else(|_| Err(super::BROKEN_PARQUET.to_owned()))
}

fn rows(content: Bytes, take: &mut dyn FnMut(Value) -> bool) -> Result<(), String> {
    let broken = |error: ParquetError| format!("The Parquet file cannot be read: {error}");
    let file = AnyFile::new(content).map_err(broken)?;
    let schema = file.metadata().file_metadata().schema_descr().root_schema();
    if let Some(unknown) = value::unknown(schema) {
        return Err(unknown);
    }
    for row in file.get_row_iter(None).map_err(broken)? {
        if !take(value::object(&row.map_err(broken)?, schema.get_fields())?) {
            break;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use parquet::data_type::{ByteArray, ByteArrayType, Int64Type};
    use parquet::file::properties::WriterProperties;
    use parquet::file::writer::SerializedFileWriter;
    use parquet::schema::parser::parse_message_type;
    use serde_json::json;
    use std::sync::Arc;

    /// Two rows; the second text is absent.
    fn file() -> Vec<u8> {
        let schema = "message m { required int64 id; optional binary name (UTF8); }";
        let schema = Arc::new(parse_message_type(schema).unwrap());
        let mut bytes = Vec::new();
        let mut writer = SerializedFileWriter::new(&mut bytes, schema, Arc::new(WriterProperties::default())).unwrap();
        let mut group = writer.next_row_group().unwrap();
        let mut column = group.next_column().unwrap().unwrap();
        column.typed::<Int64Type>().write_batch(&[1, 2], None, None).unwrap();
        column.close().unwrap();
        let mut column = group.next_column().unwrap().unwrap();
        column.typed::<ByteArrayType>().write_batch(&[ByteArray::from("ñ")], Some(&[1, 0]), None).unwrap();
        column.close().unwrap();
        group.close().unwrap();
        writer.close().unwrap();
        bytes
    }

    #[test]
    fn each_row_is_handed_on_until_nobody_wants_more() {
        let mut rows = Vec::new();
        read(&file(), |row| {
            rows.push(row);
            true
        })
        .unwrap();
        assert_eq!(rows, [json!({ "id": 1, "name": "ñ" }), json!({ "id": 2, "name": null })]);
        let mut count = 0;
        read(&file(), |_| {
            count += 1;
            false
        })
        .unwrap();
        assert_eq!(count, 1);
    }

    #[test]
    fn what_is_broken_is_said_so() {
        let whole = file();
        for broken in [&whole[..whole.len() - 9], b"PAR1", b"", &whole[4..]] {
            let why = read(broken, |_| true).unwrap_err();
            assert!(why.starts_with("The Parquet file"), "{why}");
        }
    }
}
