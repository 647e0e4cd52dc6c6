//! What becomes of a value of each type. Numbers, texts, lists and structures become what they are in JSON, and timestamps
//! milliseconds since 1970, as recorded from AWS. What AWS makes of the others nobody has published: they become what the
//! crate of the Apache project makes of them as JSON (`DIFFERENCES.md` tells).

use base64::Engine as _;
use base64::prelude::BASE64_STANDARD;
use jiff::civil;
use jiff::{SignedDuration, ToSpan as _};
use parquet::basic::{ConvertedType, LogicalType, Repetition, TimeUnit};
use parquet::record::{Field, Row};
use parquet::schema::types::{Type, TypePtr};
use serde_json::{Map, Number, Value};

/// A column of a type that becomes nothing: its name and what it holds.
pub(super) fn unknown(schema: &Type) -> Option<String> {
    let mut waiting: Vec<&Type> = vec![schema];
    while let Some(of) = waiting.pop() {
        let about = of.get_basic_info();
        let kind = match about.logical_type_ref() {
            Some(LogicalType::Variant(_)) => Some("VARIANT"),
            _ if about.converted_type() == ConvertedType::INTERVAL => Some("INTERVAL"),
            _ => None,
        };
        if let Some(kind) = kind {
            return Some(refusal(kind, of.name()));
        }
        if of.is_group() {
            waiting.extend(of.get_fields().iter().map(|field| &**field));
        }
    }
    None
}

fn refusal(kind: &str, column: &str) -> String {
    format!(
        "Pasos does not know what Step Functions makes of {kind} in the Parquet column {column}. Leave the column out, or write it as text or as a number."
    )
}

/// A row, or a structure in one, of the fields that its type has.
// Recursion is bounded: a file that nests deeper than its schema is refused by the reader.
pub(super) fn object(row: &Row, fields: &[TypePtr]) -> Result<Value, String> {
    let pairs = row.get_column_iter().zip(fields);
    let members = pairs.map(|((name, field), of)| Ok((name.clone(), value(field, of)?)));
    members.collect::<Result<Map<_, _>, String>>().map(Value::Object)
}

fn value(field: &Field, of: &Type) -> Result<Value, String> {
    Ok(match field {
        Field::Null => Value::Null,
        Field::Bool(value) => (*value).into(),
        Field::Byte(value) => (*value).into(),
        Field::Short(value) => (*value).into(),
        Field::Int(value) => (*value).into(),
        Field::Long(value) => nanoseconds(*value, of),
        Field::UByte(value) => (*value).into(),
        Field::UShort(value) => (*value).into(),
        Field::UInt(value) => (*value).into(),
        Field::ULong(value) => (*value).into(),
        // The shortest text that means the same number, not the digits that a double has beyond it.
        Field::Float16(value) => number(value.to_string().parse().ok(), of)?,
        Field::Float(value) => number(value.to_string().parse().ok(), of)?,
        Field::Double(value) => number(Some(*value), of)?,
        Field::Decimal(_) => field.to_string().into(),
        Field::Str(text) => text.as_str().into(),
        Field::Bytes(bytes) => match (of.get_basic_info().logical_type_ref(), bytes.data()) {
            (Some(LogicalType::Uuid), id) => uuid(id).into(),
            (_, bytes) => BASE64_STANDARD.encode(bytes).into(),
        },
        Field::Date(days) => date(*days, of)?.into(),
        Field::TimeMillis(milliseconds) => time(i64::from(*milliseconds).saturating_mul(1_000_000)).into(),
        Field::TimeMicros(microseconds) => time(microseconds.saturating_mul(1_000)).into(),
        Field::TimestampMillis(milliseconds) => (*milliseconds).into(),
        Field::TimestampMicros(microseconds) => microseconds.div_euclid(1_000).into(),
        Field::Group(row) => object(row, of.get_fields())?,
        Field::ListInternal(list) => {
            let of = element(of);
            list.elements().iter().map(|element| value(element, of)).collect::<Result<Vec<_>, _>>()?.into()
        }
        Field::MapInternal(map) => {
            let of = of.get_fields().first().map(|entry| entry.get_fields()).unwrap_or_default();
            let [of_key, of_value] = of else { return Err(refusal("this map", "")) };
            let member = |(key, content): &(Field, Field)| {
                let key = match value(key, of_key)? {
                    Value::String(key) => key,
                    other => other.to_string(),
                };
                Ok((key, value(content, of_value)?))
            };
            map.entries().iter().map(member).collect::<Result<Map<_, _>, String>>()?.into()
        }
    })
}

/// The type of a list's elements. A list has a group around them in between, in files of early writers not always: the rules
/// for these are the format's own (parquet-format, `LogicalTypes.md`, "Backward-compatibility rules").
fn element(of: &Type) -> &Type {
    let about = of.get_basic_info();
    let is_list = |of: &Type| of.is_group() && of.get_basic_info().converted_type() == ConvertedType::LIST;
    let is_repeated =
        |of: &Type| of.get_basic_info().has_repetition() && of.get_basic_info().repetition() == Repetition::REPEATED;
    let is_annotated =
        matches!(about.converted_type(), ConvertedType::LIST | ConvertedType::MAP | ConvertedType::MAP_KEY_VALUE);
    // A field that is repeated without being a list holds its elements itself.
    let Some(repeated) = of.is_group().then(|| of.get_fields()).and_then(<[_]>::first).filter(|_| is_annotated) else {
        return of;
    };
    if repeated.is_primitive() {
        return repeated;
    }
    let fields = repeated.get_fields();
    let holds_list = is_list(repeated) || matches!(fields, [only] if is_repeated(only));
    let is_old = fields.len() > 1 || repeated.name() == "array" || repeated.name().ends_with("_tuple");
    match fields {
        [only, ..] if holds_list || !is_old || about.converted_type() != ConvertedType::LIST => only,
        _ => repeated,
    }
}

/// A whole number, which may stand for nanoseconds: the reader knows only coarser units.
fn nanoseconds(number: i64, of: &Type) -> Value {
    match of.get_basic_info().logical_type_ref() {
        Some(LogicalType::Timestamp(kind)) if kind.unit == TimeUnit::NANOS => number.div_euclid(1_000_000).into(),
        Some(LogicalType::Time(kind)) if kind.unit == TimeUnit::NANOS => time(number).into(),
        _ => number.into(),
    }
}

fn number(number: Option<f64>, of: &Type) -> Result<Value, String> {
    let number = number.and_then(Number::from_f64).map(Value::Number);
    number.ok_or_else(|| refusal("a number that is not finite", of.name()))
}

/// A day as ISO 8601 writes it.
fn date(days: i32, of: &Type) -> Result<String, String> {
    let date = civil::date(1970, 1, 1).checked_add(days.days());
    date.map(|date| date.to_string()).map_err(|_| refusal("a day before -9999 or after 9999", of.name()))
}

/// A time of day as ISO 8601 writes it. Midnight at the end of a day is the one at its beginning.
fn time(nanoseconds: i64) -> String {
    civil::Time::midnight().wrapping_add(SignedDuration::from_nanos(nanoseconds)).to_string()
}

fn uuid(bytes: &[u8]) -> String {
    let digits: String = bytes.iter().map(|byte| format!("{byte:02x}")).collect();
    let part = |from, to| digits.get(from..to).unwrap_or_default();
    [part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, digits.len())].join("-")
}
