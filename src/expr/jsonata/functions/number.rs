//! Functions of numbers.

use super::{Arguments, Evaluator, Fault, Outcome, Value, number as number_of, text};
use crate::expr::jsonata::number_text::{number_text, radix_text};
use crate::expr::jsonata::pictures;

fn each(args: &Arguments, calculate: impl FnOnce(f64) -> f64) -> Outcome<Value> {
    Ok(number_of(args, 0)?.map_or(Value::Undefined, |number| Value::Number(calculate(number))))
}

pub(super) fn abs(_: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    each(&args, f64::abs)
}

pub(super) fn floor(_: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    each(&args, f64::floor)
}

pub(super) fn ceil(_: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    each(&args, f64::ceil)
}

pub(super) fn sqrt(_: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    match number_of(&args, 0)? {
        Some(negative) if negative < 0.0 => Err(Fault::new("D3060").with(&Value::Number(negative)).argument(1)),
        _ => each(&args, f64::sqrt),
    }
}

pub(super) fn power(_: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    let Some(base) = number_of(&args, 0)? else { return Ok(Value::Undefined) };
    let exponent = number_of(&args, 1)?.unwrap_or(f64::NAN);
    // One to an infinite power is no number in ECMAScript.
    #[expect(clippy::disallowed_methods, reason = "exponents may be fractions, and the reference has no other power")]
    let result = if base.abs() == 1.0 && exponent.is_infinite() { f64::NAN } else { base.powf(exponent) };
    if !result.is_finite() {
        return Err(Fault::new("D3061").with(&Value::Number(base)).and(&Value::Number(exponent)));
    }
    Ok(Value::Number(result))
}

/// A number in the decimal notation of its text, with its point moved.
fn shifted(number: f64, places: f64) -> f64 {
    let text = number_text(number);
    let (mantissa, exponent) = text.split_once('e').unwrap_or((&text, "0"));
    let exponent = exponent.parse::<f64>().unwrap_or_default() + places;
    if exponent.fract() != 0.0 {
        return f64::NAN;
    }
    format!("{mantissa}e{}", exponent.clamp(-1e6, 1e6) as i64).parse().unwrap_or(number)
}

/// Rounds to so many digits behind the point; a half goes to the even neighbour.
pub(crate) fn round(number: f64, precision: f64) -> f64 {
    let has_precision = precision != 0.0 && !precision.is_nan();
    let scaled = if has_precision { shifted(number, precision) } else { number };
    let floor = scaled.floor();
    let mut result = if scaled - floor >= 0.5 { floor + 1.0 } else { floor };
    if (result - scaled).abs() == 0.5 && (result % 2.0).abs() == 1.0 {
        result -= 1.0;
    }
    if has_precision {
        result = shifted(result, -precision);
    }
    if result == 0.0 { 0.0 } else { result }
}

pub(super) fn round_function(_: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    let precision = number_of(&args, 1)?.unwrap_or_default();
    each(&args, |number| round(number, precision))
}

fn numbers(args: &mut Arguments) -> Outcome<Option<Vec<f64>>> {
    let Some(items) = super::items(args, 0) else { return Ok(None) };
    let numbers = items.iter().map(|item| item.as_number().ok_or_else(|| super::wrong(0)));
    numbers.collect::<Outcome<Vec<f64>>>().map(Some)
}

fn folded(args: &mut Arguments, fold: impl FnOnce(&[f64]) -> f64) -> Outcome<Value> {
    Ok(match numbers(args)? {
        Some(numbers) if !numbers.is_empty() => Value::Number(fold(&numbers)),
        _ => Value::Undefined,
    })
}

fn total(numbers: &[f64]) -> f64 {
    numbers.iter().fold(0.0, |total, number| total + number)
}

pub(super) fn sum(_: &Evaluator, mut args: Arguments, _: &Value) -> Outcome<Value> {
    Ok(numbers(&mut args)?.map_or(Value::Undefined, |numbers| Value::Number(total(&numbers))))
}

pub(super) fn average(_: &Evaluator, mut args: Arguments, _: &Value) -> Outcome<Value> {
    folded(&mut args, |numbers| total(numbers) / numbers.len() as f64)
}

pub(super) fn max(_: &Evaluator, mut args: Arguments, _: &Value) -> Outcome<Value> {
    folded(&mut args, |numbers| numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max))
}

pub(super) fn min(_: &Evaluator, mut args: Arguments, _: &Value) -> Outcome<Value> {
    folded(&mut args, |numbers| numbers.iter().copied().fold(f64::INFINITY, f64::min))
}

/// Whether a text is a decimal number: `-?[0-9]+(\.[0-9]+)?([Ee][-+]?[0-9]+)?`
fn is_decimal(text: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let text = text.strip_prefix('-').unwrap_or(text);
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, Some(exponent.strip_prefix(['-', '+']).unwrap_or(exponent))),
        None => (text, None),
    };
    let is_mantissa = match mantissa.split_once('.') {
        Some((whole, fraction)) => digits(whole) && digits(fraction),
        None => digits(mantissa),
    };
    is_mantissa && exponent.is_none_or(digits)
}

/// A number in base 16, 8 or 2. A text in which the reference implementation sees one, and that is none, is no number.
fn based(text: &str) -> Option<f64> {
    let radix_of = |text: &str| match text.get(..2)? {
        "0x" | "0X" => Some(16),
        "0o" | "0O" => Some(8),
        "0b" | "0B" => Some(2),
        _ => None,
    };
    let starts = |at: usize, radix: u32| {
        text.get(at..).is_some_and(|rest| {
            radix_of(rest) == Some(radix) && rest[2..].chars().next().is_some_and(|digit| digit.is_digit(radix))
        })
    };
    let ends_binary = || {
        let digits = text.trim_end_matches(['0', '1']);
        let kept = digits.len();
        kept < text.len() && kept >= 2 && matches!(text.get(kept - 2..kept), Some("0b" | "0B"))
    };
    if !starts(0, 16) && !(0..text.len()).any(|at| starts(at, 8)) && !ends_binary() {
        return None;
    }
    let Some(radix) = radix_of(text) else { return Some(f64::NAN) };
    let digits = text[2..].chars().map(|digit| digit.to_digit(radix));
    let value = digits
        .map(|digit| digit.map(f64::from))
        .try_fold(0.0, |value, digit| digit.map(|digit| value * f64::from(radix) + digit));
    Some(value.unwrap_or(f64::NAN))
}

pub(super) fn number(_: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    let value = super::argument(&args, 0);
    let converted = match &value {
        Value::Undefined => return Ok(Value::Undefined),
        Value::Number(number) => Some(*number),
        Value::Bool(truth) => Some(f64::from(u8::from(*truth))),
        Value::String(text) if is_decimal(text) => text.parse::<f64>().ok().filter(|number| number.is_finite()),
        Value::String(text) => based(text),
        _ => None,
    };
    converted.map(Value::Number).ok_or_else(|| Fault::new("D3030").with(&value).argument(1))
}

pub(super) fn format_base(_: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    let Some(value) = number_of(&args, 0)? else { return Ok(Value::Undefined) };
    let radix = number_of(&args, 1)?.map_or(10.0, |radix| round(radix, 0.0));
    if !(2.0..=36.0).contains(&radix) {
        return Err(Fault::new("D3100").with(&Value::Number(radix)));
    }
    Ok(Value::text(&radix_text(round(value, 0.0), radix as u32)))
}

pub(super) fn format_number(_: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    let Some(value) = number_of(&args, 0)? else { return Ok(Value::Undefined) };
    let picture = text(&args, 1)?.ok_or_else(|| super::wrong(1))?;
    let options = match args.get(2) {
        Some(Value::Object(options)) => Some(options),
        _ => None,
    };
    Ok(Value::text(&pictures::format_number(value, &picture, options.map(|options| &**options))?))
}

/// A picture that is not there is the word "undefined" in the host language, in which there is no digit.
fn no_picture() -> Fault {
    Fault::new("D3130").with_text("undefined")
}

pub(super) fn format_integer(evaluator: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    let Some(value) = number_of(&args, 0)? else { return Ok(Value::Undefined) };
    if !value.is_finite() {
        return Err(Fault::new("D1001").with(&Value::Number(value)));
    }
    let picture = text(&args, 1)?.ok_or_else(no_picture)?;
    evaluator.text(&pictures::format_integer(value.floor(), &picture)?)
}

pub(super) fn parse_integer(_: &Evaluator, args: Arguments, _: &Value) -> Outcome<Value> {
    let Some(value) = text(&args, 0)? else { return Ok(Value::Undefined) };
    let picture = text(&args, 1)?.ok_or_else(no_picture)?;
    pictures::parse_integer(&value, &picture).map(Value::Number)
}
