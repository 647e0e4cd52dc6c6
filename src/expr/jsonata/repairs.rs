//! Functions of the library that do not do what the reference implementation does.

use jsonata_core::evaluator::{Evaluator, EvaluatorError};
use jsonata_core::value::JValue;

/// Functions that take the data of their place when they are given no argument, and are replaced here: a function of
/// ours must be told the data.
pub(super) const NEED_CONTEXT: [&str; 2] = ["encodeUrl", "encodeUrlComponent"];

/// What `encodeURIComponent` leaves as it is, beside letters and digits (ECMAScript, "Encode").
const UNRESERVED: &str = "-_.!~*'()";

/// What `encodeURI` leaves as well.
const RESERVED: &str = ";/?:@&=+$,#";

/// Replaces the functions.
pub(super) fn register(evaluator: &mut Evaluator) -> Result<(), EvaluatorError> {
    for (function, kept) in NEED_CONTEXT.into_iter().zip([format!("{UNRESERVED}{RESERVED}"), UNRESERVED.to_owned()]) {
        evaluator.register_fn_override(function, move |arguments: &[JValue]| match arguments {
            [] | [JValue::Undefined] => Ok(JValue::Undefined),
            [JValue::String(text)] => Ok(JValue::string(encode(text, &kept))),
            _ => Err(EvaluatorError::TypeError(format!(
                "T0410: Argument {} of function {function} does not match function signature",
                arguments.len()
            ))),
        })?;
    }
    Ok(())
}

fn encode(text: &str, kept: &str) -> String {
    let mut encoded = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || kept.as_bytes().contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}
