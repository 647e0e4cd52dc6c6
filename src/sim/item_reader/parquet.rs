//! Parquet files: each row is an item, an object with the columns as its fields.

use crate::sim::token::Item;
use bytes::Bytes;
use parquet::basic::{LogicalType, TimeUnit};
use parquet::file::reader::{FileReader as _, SerializedFileReader};
use parquet::record::{Field, Row};
use serde_json::{Map, Number, Value};
use std::panic::{AssertUnwindSafe, catch_unwind};

/// The rows of a file, at most so many.
pub(super) fn read(content: &[u8], most: usize) -> Result<Vec<Item>, String> {
    // The reader is made for files that a writer made; what harms it is one that is broken, as any other.
    let rows = catch_unwind(AssertUnwindSafe(|| rows(Bytes::copy_from_slice(content), most)));
    rows.unwrap_or_else(|_| Err("The Parquet file is broken.".to_owned()))
}

fn rows(content: Bytes, most: usize) -> Result<Vec<Item>, String> {
    let broken = |error: parquet::errors::ParquetError| format!("The Parquet file cannot be read: {error}");
    let reader = SerializedFileReader::new(content).map_err(broken)?;
    // The rows give moments in nanoseconds as bare numbers.
    let columns = reader.metadata().file_metadata().schema_descr().columns();
    let is_fine = |logical: &LogicalType| matches!(logical, LogicalType::Timestamp(kind) | LogicalType::Time(kind) if kind.unit == TimeUnit::NANOS);
    if let Some(column) = columns.iter().find(|column| column.logical_type_ref().is_some_and(is_fine)) {
        return Err(unknown("moment in nanoseconds", column.name()));
    }
    let rows = reader.get_row_iter(None).map_err(broken)?;
    rows.take(most).map(|row| object(&row.map_err(broken)?).map(Item::of)).collect()
}

fn unknown(kind: &str, column: &str) -> String {
    format!(
        "Pasos does not know what Step Functions makes of the {kind} in the Parquet column {column}. Leave the column out, or write it as text or as a number."
    )
}

// Recursion is bounded: a file that nests deeper than its schema is refused by the reader.
fn object(row: &Row) -> Result<Value, String> {
    let fields = row.get_column_iter().map(|(name, field)| Ok((name.clone(), value(name, field)?)));
    fields.collect::<Result<Map<_, _>, String>>().map(Value::Object)
}

/// A value as Step Functions hands it on: numbers as numbers, moments in milliseconds since 1970.
fn value(column: &str, field: &Field) -> Result<Value, String> {
    let number = |number: f64| Number::from_f64(number).map(Value::Number);
    let unknown = |kind| unknown(kind, column);
    Ok(match field {
        Field::Null => Value::Null,
        Field::Bool(value) => (*value).into(),
        Field::Byte(value) => (*value).into(),
        Field::Short(value) => (*value).into(),
        Field::Int(value) => (*value).into(),
        Field::Long(value) => (*value).into(),
        Field::UByte(value) => (*value).into(),
        Field::UShort(value) => (*value).into(),
        Field::UInt(value) => (*value).into(),
        Field::ULong(value) => (*value).into(),
        // The shortest text that means the same number, not the digits that a double has beyond it.
        Field::Float(value) => match value.to_string().parse().ok().and_then(number) {
            Some(value) => value,
            None => return Err(unknown("number that is not finite")),
        },
        Field::Double(value) => match number(*value) {
            Some(value) => value,
            None => return Err(unknown("number that is not finite")),
        },
        Field::Str(text) => text.as_str().into(),
        Field::TimestampMillis(milliseconds) => (*milliseconds).into(),
        Field::TimestampMicros(microseconds) => microseconds.div_euclid(1000).into(),
        Field::Group(row) => object(row)?,
        Field::ListInternal(list) => {
            list.elements().iter().map(|element| value(column, element)).collect::<Result<Vec<_>, _>>()?.into()
        }
        Field::MapInternal(map) => {
            let entry = |(key, content): &(Field, Field)| match key {
                Field::Str(key) => Ok((key.clone(), value(column, content)?)),
                _ => Err(unknown("map without texts as keys")),
            };
            map.entries().iter().map(entry).collect::<Result<Map<_, _>, String>>()?.into()
        }
        Field::Date(_) => return Err(unknown("date")),
        Field::TimeMillis(_) | Field::TimeMicros(_) => return Err(unknown("time of day")),
        Field::Decimal(_) => return Err(unknown("decimal number")),
        Field::Float16(_) => return Err(unknown("half-precision number")),
        Field::Bytes(_) => return Err(unknown("binary value")),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use parquet::data_type::{ByteArray, ByteArrayType, DoubleType, Int32Type, Int64Type};
    use parquet::file::properties::WriterProperties;
    use parquet::file::writer::SerializedFileWriter;
    use parquet::schema::parser::parse_message_type;
    use serde_json::json;
    use std::sync::Arc;

    /// A file with a column of each kind, two rows long; the second text is absent.
    fn file(extra: &str) -> Vec<u8> {
        let schema = format!(
            "message m {{ required int64 id; optional binary name (UTF8); required double price;
             required int64 at (TIMESTAMP_MICROS); {extra} }}"
        );
        let schema = Arc::new(parse_message_type(&schema).unwrap());
        let mut bytes = Vec::new();
        let mut writer = SerializedFileWriter::new(&mut bytes, schema, Arc::new(WriterProperties::default())).unwrap();
        let mut group = writer.next_row_group().unwrap();
        let mut index = 0;
        while let Some(mut column) = group.next_column().unwrap() {
            match index {
                0 => column.typed::<Int64Type>().write_batch(&[1, 2], None, None).map(|_| ()),
                1 => column
                    .typed::<ByteArrayType>()
                    .write_batch(&[ByteArray::from("ñ")], Some(&[1, 0]), None)
                    .map(|_| ()),
                2 => column.typed::<DoubleType>().write_batch(&[0.5, -2.0], None, None).map(|_| ()),
                3 => column.typed::<Int64Type>().write_batch(&[1_700_000_000_123_456, -1], None, None).map(|_| ()),
                _ => column.typed::<Int32Type>().write_batch(&[1, 2], None, None).map(|_| ()),
            }
            .unwrap();
            column.close().unwrap();
            index += 1;
        }
        group.close().unwrap();
        writer.close().unwrap();
        bytes
    }

    #[test]
    fn each_row_is_an_item_with_values_of_its_types() {
        let items = read(&file(""), 10).unwrap();
        let values: Vec<&Value> = items.iter().map(|item| &*item.value).collect();
        assert_eq!(
            values,
            [
                &json!({ "id": 1, "name": "ñ", "price": 0.5, "at": 1_700_000_000_123_i64 }),
                &json!({ "id": 2, "name": null, "price": -2.0, "at": -1 })
            ]
        );
        assert_eq!(read(&file(""), 1).unwrap().len(), 1);
    }

    #[test]
    fn what_is_not_known_or_broken_is_said_so() {
        let refusal = |content: &[u8]| read(content, 10).unwrap_err();
        assert!(refusal(&file("required int32 day (DATE);")).contains("the date in the Parquet column day"));
        let whole = file("");
        for broken in [&whole[..whole.len() - 9], b"PAR1", b"", &whole[4..]] {
            assert!(refusal(broken).starts_with("The Parquet file"), "{}", refusal(broken));
        }
    }
}
