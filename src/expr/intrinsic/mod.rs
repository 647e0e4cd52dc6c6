//! The intrinsic functions of the JSONPath language: `States.Format('{}', $.name)`
//! (specification, "Intrinsic functions"; developer guide, same title).

mod array;
mod encoding;
#[cfg(feature = "jsonata")]
pub(super) use encoding::digest;
mod json;
mod math;
mod parse;
mod string;

use super::jsonpath::Path;
use super::kept::Kept;
use super::{ExpressionError, Random, Scope, SyntaxFault};
pub(crate) use parse::{Argument, Call};
use serde_json::Value;
use std::rc::Rc;
pub(crate) use string::unescape;

/// How deep calls may nest (developer guide, "Intrinsic functions").
pub const MAX_NESTING: usize = 10;

/// The names of all functions, with their prefix.
pub const NAMES: [&str; 18] = [
    "States.Array",
    "States.ArrayContains",
    "States.ArrayGetItem",
    "States.ArrayLength",
    "States.ArrayPartition",
    "States.ArrayRange",
    "States.ArrayUnique",
    "States.Base64Decode",
    "States.Base64Encode",
    "States.Format",
    "States.Hash",
    "States.JsonMerge",
    "States.JsonToString",
    "States.MathAdd",
    "States.MathRandom",
    "States.StringSplit",
    "States.StringToJson",
    "States.UUID",
];

/// A call that has been read.
#[derive(Clone, Debug, PartialEq)]
pub struct Intrinsic {
    call: Call,
}

impl Intrinsic {
    /// Whether a text is meant as a call rather than a path.
    pub fn is_call(text: &str) -> bool {
        text.trim_start().starts_with("States.")
    }

    /// Reads a call.
    ///
    /// # Errors
    /// When the text is no call, names an unknown function, or nests deeper than [`MAX_NESTING`].
    pub fn parse(text: &str) -> Result<Self, ExpressionError> {
        match parse::parse(text) {
            Ok(call) => Ok(Self { call }),
            Err(fault) => Err(ExpressionError::InvalidIntrinsic { call: text.to_owned(), reason: fault.reason }),
        }
    }

    /// The same as [`Self::parse`]; what was read before is not read again.
    ///
    /// # Errors
    /// As [`Self::parse`].
    pub fn parsed(text: &str) -> Result<Rc<Self>, ExpressionError> {
        thread_local! {
            static KEPT: Kept<Intrinsic> = Kept::new();
        }
        KEPT.with(|kept| kept.get(text, Self::parse))
    }

    /// Reads a call without evaluating it, and looks at what can be seen of its arguments: how many there are, and
    /// whether a text stands where only a number can.
    ///
    /// # Errors
    /// As [`Self::parse`], and for wrong arguments, with their place where it is known.
    pub fn check(text: &str) -> Result<Self, SyntaxFault> {
        let call = parse::parse(text)?;
        let mut open = vec![&call];
        while let Some(call) = open.pop() {
            let reason = check_count(&call.name, call.arguments.len())
                .err()
                .or_else(|| (0..call.arguments.len()).find_map(|index| check_literal(call, index)));
            if let Some(reason) = reason {
                let offset = text.find(&call.name).unwrap_or_default();
                return Err(SyntaxFault { reason: format!("{}: {reason}", call.name), offset });
            }
            open.extend(call.arguments.iter().filter_map(|argument| match argument {
                Argument::Call(inner) => Some(&**inner),
                _ => None,
            }));
        }
        Ok(Self { call })
    }

    /// The name of the outermost function: `States.Format`.
    pub fn name(&self) -> &str {
        &self.call.name
    }

    /// The outermost call, for those who write it in another language.
    pub(crate) fn call(&self) -> &Call {
        &self.call
    }

    /// The paths among the arguments, at any depth, in the order of the text.
    pub fn paths(&self) -> impl Iterator<Item = &Path> {
        self.arguments().filter_map(|argument| match argument {
            Argument::Path(path) => Some(path),
            _ => None,
        })
    }

    /// The texts among the arguments that other engines read as paths and the one that AWS runs does not.
    pub fn refused_paths(&self) -> impl Iterator<Item = &str> {
        self.arguments().filter_map(|argument| match argument {
            Argument::RefusedPath(text) => Some(text.as_str()),
            _ => None,
        })
    }

    /// The arguments of all calls, in the order of the text.
    fn arguments(&self) -> impl Iterator<Item = &Argument> {
        let mut open: Vec<&Argument> = self.call.arguments.iter().rev().collect();
        std::iter::from_fn(move || {
            let argument = open.pop()?;
            if let Argument::Call(inner) = argument {
                open.extend(inner.arguments.iter().rev());
            }
            Some(argument)
        })
    }

    /// The value of the call.
    ///
    /// # Errors
    /// When a path in it finds nothing or the function refuses its arguments.
    pub fn evaluate(&self, scope: &Scope<'_>, random: &mut Random) -> Result<Value, ExpressionError> {
        evaluate(&self.call, scope, random)
    }
}

// Recursion ends at MAX_NESTING, which the parser enforces.
fn evaluate(call: &Call, scope: &Scope<'_>, random: &mut Random) -> Result<Value, ExpressionError> {
    let mut arguments = Vec::with_capacity(call.arguments.len());
    for argument in &call.arguments {
        arguments.push(match argument {
            Argument::Value(value) => value.clone(),
            Argument::Template(text) => Value::from(string::unescape(text)),
            Argument::Path(path) => path.select(scope)?,
            Argument::RefusedPath(text) => Path::parse(text)?.select(scope)?,
            Argument::Call(inner) => evaluate(inner, scope, random)?,
        });
    }
    let fail = |reason| ExpressionError::IntrinsicFailed { function: call.name.clone(), reason };
    check_count(&call.name, arguments.len()).map_err(fail)?;
    let result = match call.name.as_str() {
        "States.Format" => string::format(call, &arguments),
        "States.StringSplit" => string::split(&arguments),
        "States.StringToJson" => json::parse(&arguments),
        "States.JsonToString" => json::write(&arguments),
        "States.JsonMerge" => json::merge(&arguments),
        "States.Array" => Ok(Value::Array(arguments)),
        "States.ArrayPartition" => array::partition(&arguments),
        "States.ArrayContains" => array::contains(&arguments),
        "States.ArrayRange" => array::range(&arguments),
        "States.ArrayGetItem" => array::get_item(&arguments),
        "States.ArrayLength" => array::length(&arguments),
        "States.ArrayUnique" => array::unique(&arguments),
        "States.Base64Encode" => encoding::encode(&arguments),
        "States.Base64Decode" => encoding::decode(&arguments),
        "States.Hash" => encoding::hash(&arguments),
        "States.MathRandom" => math::random(&arguments, random),
        "States.MathAdd" => math::add(&arguments),
        "States.UUID" => Ok(random.uuid().into()),
        other => Err(format!("'{other}' is not an intrinsic function")),
    };
    result.map_err(fail)
}

/// Refuses a call with too few or too many arguments (developer guide, the signature of each function).
fn check_count(name: &str, count: usize) -> Result<(), String> {
    let (least, most) = match name {
        "States.Array" => (0, usize::MAX),
        "States.Format" => (1, usize::MAX),
        "States.UUID" => (0, 0),
        "States.ArrayLength"
        | "States.ArrayUnique"
        | "States.Base64Decode"
        | "States.Base64Encode"
        | "States.JsonToString"
        | "States.StringToJson" => (1, 1),
        "States.ArrayRange" | "States.JsonMerge" => (3, 3),
        "States.MathRandom" => (2, 3),
        _ => (2, 2),
    };
    if (least..=most).contains(&count) {
        return Ok(());
    }
    let wanted = match most {
        most if most == least => least.to_string(),
        usize::MAX => format!("at least {least}"),
        most => format!("{least} to {most}"),
    };
    Err(format!("Expected {wanted} arguments but got {count}"))
}

/// What is wrong with a text that stands where a number must (developer guide, the signature of each function).
fn check_literal(call: &Call, index: usize) -> Option<String> {
    let is_number = match call.name.as_str() {
        "States.MathAdd" | "States.MathRandom" | "States.ArrayRange" => true,
        "States.ArrayPartition" | "States.ArrayGetItem" => index == 1,
        _ => false,
    };
    let is_text = matches!(call.arguments.get(index), Some(Argument::Template(_)));
    (is_number && is_text).then(|| format!("Argument {} must be a number", index + 1))
}

/// One argument, or what AWS would miss.
fn argument(arguments: &[Value], index: usize) -> Result<&Value, String> {
    arguments.get(index).ok_or_else(|| format!("Expected at least {} arguments but got {}", index + 1, arguments.len()))
}

fn array_argument(arguments: &[Value], index: usize) -> Result<&Vec<Value>, String> {
    argument(arguments, index)?.as_array().ok_or_else(|| format!("Argument {} must be an array", index + 1))
}

fn string_argument(arguments: &[Value], index: usize) -> Result<&str, String> {
    argument(arguments, index)?.as_str().ok_or_else(|| format!("Argument {} must be a string", index + 1))
}

fn integer_argument(arguments: &[Value], index: usize) -> Result<i64, String> {
    super::java_text::java_round(argument(arguments, index)?)
        .ok_or_else(|| format!("Argument {} must be a number", index + 1))
}

#[cfg(test)]
mod tests;
