//! `States.Base64Encode`, `States.Base64Decode` and `States.Hash`.

use super::{argument, string_argument};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::Value;
use sha2::Digest as _;

/// The most characters these functions take (developer guide).
const MAX_LENGTH: usize = 10_000;

fn bounded(text: &str) -> Result<&str, String> {
    if text.chars().count() > MAX_LENGTH {
        Err(format!("The input must not be longer than {MAX_LENGTH} characters"))
    } else {
        Ok(text)
    }
}

pub(super) fn encode(arguments: &[Value]) -> Result<Value, String> {
    Ok(STANDARD.encode(bounded(string_argument(arguments, 0)?)?).into())
}

pub(super) fn decode(arguments: &[Value]) -> Result<Value, String> {
    let text = bounded(string_argument(arguments, 0)?)?;
    let bytes = STANDARD.decode(text).map_err(|_| "The input is not valid Base64".to_owned())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned().into())
}

pub(super) fn hash(arguments: &[Value]) -> Result<Value, String> {
    let value = argument(arguments, 0)?;
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
    let text = bounded(&text)?;
    digest(text, string_argument(arguments, 1)?)
        .map(Value::from)
        .ok_or_else(|| "The algorithm must be MD5, SHA-1, SHA-256, SHA-384 or SHA-512".to_owned())
}

/// The digest of a text in lower-case hexadecimal digits; `None` for an unknown algorithm.
pub(in crate::expr) fn digest(text: &str, algorithm: &str) -> Option<String> {
    let hex = |bytes: &[u8]| bytes.iter().map(|byte| format!("{byte:02x}")).collect::<String>();
    Some(match algorithm {
        "MD5" => hex(&md5::Md5::digest(text)),
        "SHA-1" => hex(&sha1::Sha1::digest(text)),
        "SHA-256" => hex(&sha2::Sha256::digest(text)),
        "SHA-384" => hex(&sha2::Sha384::digest(text)),
        "SHA-512" => hex(&sha2::Sha512::digest(text)),
        _ => return None,
    })
}
