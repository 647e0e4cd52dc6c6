//! Base64, and escapes in addresses.

use super::{Arguments, Evaluator, Fault, Outcome, Value, text};
use base64::Engine as _;
use base64::alphabet::STANDARD;
use base64::engine::{DecodePaddingMode, GeneralPurpose, GeneralPurposeConfig};

/// What `encodeURIComponent` leaves as it is, beside letters and digits (ECMAScript, "Encode").
const UNRESERVED: &str = "-_.!~*'()";

/// What `encodeURI` leaves as well, and `decodeURI` leaves escaped.
const RESERVED: &str = ";/?:@&=+$,#";

/// As AWS reads it (Java SE API documentation, class `Base64.Decoder`): padding may be left out.
const READER: GeneralPurpose = GeneralPurpose::new(
    &STANDARD,
    GeneralPurposeConfig::new()
        .with_decode_padding_mode(DecodePaddingMode::Indifferent)
        .with_decode_allow_trailing_bits(true),
);

/// Each UTF-16 unit is a byte: what goes beyond is cut off.
pub(super) fn base64encode(evaluator: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    let Some(text) = text(&args, 0)? else { return Ok(Value::Undefined) };
    let bytes: Vec<u8> = text.encode_utf16().map(|unit| unit as u8).collect();
    evaluator.text(&READER.encode(bytes))
}

pub(super) fn base64decode(evaluator: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    let Some(text) = text(&args, 0)? else { return Ok(Value::Undefined) };
    // Padding that is there is whole.
    let is_whole = !text.contains('=') || text.len().is_multiple_of(4);
    match READER.decode(&*text) {
        Ok(bytes) if is_whole => evaluator.text(&bytes.into_iter().map(char::from).collect::<String>()),
        _ => Err(Fault::bound(crate::expr::jsonata::INTERNAL)),
    }
}

fn encoded(evaluator: &Evaluator, args: &Arguments, kept: &[&str]) -> Outcome<Value> {
    let Some(text) = text(args, 0)? else { return Ok(Value::Undefined) };
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        let character = char::from(byte);
        if byte.is_ascii_alphanumeric() || byte.is_ascii() && kept.iter().any(|kept| kept.contains(character)) {
            encoded.push(character);
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    evaluator.text(&encoded)
}

pub(super) fn encode_url(evaluator: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    encoded(evaluator, &args, &[UNRESERVED, RESERVED])
}

pub(super) fn encode_url_component(evaluator: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    encoded(evaluator, &args, &[UNRESERVED])
}

/// Reads escapes, but for those of characters that are kept escaped; `None` where one is malformed.
fn decoded(text: &str, kept: &str) -> Option<String> {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at] != b'%' {
            decoded.push(bytes[at]);
            at += 1;
            continue;
        }
        let digits = text.get(at + 1..at + 3).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_hexdigit()))?;
        let byte = u8::from_str_radix(digits, 16).ok()?;
        if byte.is_ascii() && kept.contains(char::from(byte)) {
            decoded.extend_from_slice(&bytes[at..at + 3]);
        } else {
            decoded.push(byte);
        }
        at += 3;
    }
    String::from_utf8(decoded).ok()
}

fn decode(evaluator: &Evaluator, args: &Arguments, kept: &str, name: &str) -> Outcome<Value> {
    let Some(text) = text(args, 0)? else { return Ok(Value::Undefined) };
    match decoded(&text, kept) {
        Some(decoded) => evaluator.text(&decoded),
        None => Err(Fault::new("D3140").with(&Value::String(text)).said(name)),
    }
}

pub(super) fn decode_url(evaluator: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    decode(evaluator, &args, RESERVED, "decodeUrl")
}

pub(super) fn decode_url_component(evaluator: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    decode(evaluator, &args, "", "decodeUrlComponent")
}
