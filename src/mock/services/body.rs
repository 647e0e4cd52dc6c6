//! What a service itself would have sent: its length and checksum are in the headers of a response.

use serde_json::{Value, json};

/// A payload as a function in Python writes it, with a space after each `:` and `,`: all recorded functions are such.
pub(super) fn python_json(value: &Value) -> String {
    match value {
        Value::Object(members) => {
            let members = members.iter().map(|(name, value)| format!("{}: {}", json!(name), python_json(value)));
            format!("{{{}}}", members.collect::<Vec<_>>().join(", "))
        }
        Value::Array(items) => format!("[{}]", items.iter().map(python_json).collect::<Vec<_>>().join(", ")),
        scalar => scalar.to_string(),
    }
}

/// A response as a JSON service sends it: names as the service spells them, times in seconds with an exponent.
pub(super) fn wire(value: &Value, camel: bool) -> String {
    match value {
        Value::Object(members) => {
            let members = members.iter().map(|(name, value)| {
                let is_time = ["Date", "At", "On", "Time", "DateTime"].iter().any(|end| name.ends_with(end));
                let time = value.as_i64().filter(|time| is_time && *time >= 1_000_000_000_000);
                let value = match time {
                    Some(time) => {
                        let digits = time.to_string();
                        let fraction = digits[1..].trim_end_matches('0');
                        let fraction = if fraction.is_empty() { "0" } else { fraction };
                        format!("{}.{fraction}E{}", &digits[..1], digits.len() - 4)
                    }
                    None => wire(value, camel),
                };
                let name = if camel { lower_first(name) } else { name.clone() };
                format!("{}:{value}", json!(name))
            });
            format!("{{{}}}", members.collect::<Vec<_>>().join(","))
        }
        Value::Array(items) => {
            format!("[{}]", items.iter().map(|item| wire(item, camel)).collect::<Vec<_>>().join(","))
        }
        scalar => scalar.to_string(),
    }
}

fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}

/// The checksum that DynamoDB sends with its responses: CRC-32 as in IEEE 802.3.
pub(super) fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies_are_spelled_as_services_spell_them() {
        let response =
            json!({ "StartDate": 1_710_678_726_120_i64, "Tasks": [{ "LastStatus": "RUNNING", "Count": 1 }] });
        let camel = r#"{"startDate":1.71067872612E9,"tasks":[{"lastStatus":"RUNNING","count":1}]}"#;
        assert_eq!(wire(&response, true), camel);
        assert_eq!(python_json(&json!({ "a": [1, "x"], "b": {} })), r#"{"a": [1, "x"], "b": {}}"#);
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    }
}
