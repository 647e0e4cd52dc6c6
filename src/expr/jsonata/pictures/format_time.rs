//! Times written by pictures.

use super::calendar::Date;
use super::integer::{Case, Digits, IntegerPicture, Style};
use super::integer_text::{leading_number, written};
use super::time_picture::{DAYS, MONTHS, Marker, Part, read};
use crate::expr::jsonata::fault::{Fault, Outcome};

/// The picture of ISO 8601.
const ISO: &str = "[Y0001]-[M01]-[D01]T[H01]:[m01]:[s01].[f001][Z01:01t]";

/// A moment in milliseconds since 1970, by a picture, at an offset such as `-0500`.
pub(crate) fn format_time(millis: f64, picture: Option<&str>, zone: Option<&str>) -> Outcome<String> {
    let offset = zone.map_or(0.0, leading_number);
    let (hours, minutes) = ((offset / 100.0).floor(), offset % 100.0);
    let parts = read(picture.unwrap_or(ISO))?;
    let date = Date::of(millis + (60.0 * hours + minutes) * 60_000.0);
    let mut text = String::new();
    for part in &parts {
        match part {
            Part::Literal(literal) => text.push_str(literal),
            Part::Marker(marker) if matches!(marker.component, 'Z' | 'z') => {
                text.push_str(&zone_text(marker, hours, minutes)?);
            }
            Part::Marker(marker) => text.push_str(&component(&date, marker)?),
        }
    }
    Ok(text)
}

fn component(date: &Date, marker: &Marker) -> Outcome<String> {
    let mut value = match (date.part(marker.component), marker.component) {
        (Some(value), _) => value,
        (None, 'P') => {
            let half = if date.hour >= 12.0 { "pm" } else { "am" };
            return Ok(if marker.names == Some(Case::Upper) { half.to_uppercase() } else { half.to_owned() });
        }
        (None, 'C' | 'E') => return Ok("ISO".to_owned()),
        // Letters that stand for nothing are written so in the host language.
        (None, _) => return Ok("undefined".to_owned()),
    };
    if marker.component == 'Y'
        && let Some(digits) = marker.digits
    {
        value %= 10_f64.powi(digits as i32);
    }
    let Some(case) = marker.names else {
        return match &marker.integer {
            Some(integer) => written(value, integer),
            None => Err(Fault::new("D3133").with_text(&marker.component.to_string())),
        };
    };
    let names = match marker.component {
        'M' | 'x' => &MONTHS[..],
        'F' => &DAYS[..],
        other => return Err(Fault::new("D3133").with_text(&other.to_string())),
    };
    // A moment that is none has no names.
    let Some(name) = names.get((value - 1.0) as usize).filter(|_| value.is_finite()) else {
        return Err(Fault::new("D1001"));
    };
    let name = match case {
        Case::Upper => name.to_uppercase(),
        Case::Lower => name.to_lowercase(),
        Case::Title => (*name).to_owned(),
    };
    Ok(match marker.longest {
        Some(longest) if (name.len() as f64) > longest => name[..longest.max(0.0) as usize].to_owned(),
        _ => name,
    })
}

fn zone_text(marker: &Marker, hours: f64, minutes: f64) -> Outcome<String> {
    let offset = hours * 100.0 + minutes;
    let Some(picture) = &marker.integer else { return Ok(String::new()) };
    let digits = picture.digits();
    let mut text = match (digits.is_some_and(|digits| digits.regular.is_some()), digits.map(|digits| digits.mandatory))
    {
        (true, _) => written(offset, picture)?,
        (false, Some(1 | 2)) => {
            let mut text = written(hours, picture)?;
            if minutes != 0.0 {
                text.push(':');
                text.push_str(&written(minutes, &two_digits())?);
            }
            text
        }
        (false, Some(3 | 4)) => written(offset, picture)?,
        (false, count) => {
            let count = count.unwrap_or_default();
            return Err(Fault::new("D3134").with(&crate::expr::jsonata::value::Value::Number(count as f64)));
        }
    };
    if offset >= 0.0 {
        text.insert(0, '+');
    }
    if marker.component == 'z' {
        text.insert_str(0, "GMT");
    }
    Ok(if offset == 0.0 && marker.short_zone { "Z".to_owned() } else { text })
}

fn two_digits() -> IntegerPicture {
    let digits = Digits { zero: 0x30, mandatory: 2, optional: 0, regular: None, separators: Vec::new() };
    IntegerPicture { style: Style::Decimal(digits), case: Case::Lower, ordinal: false }
}
