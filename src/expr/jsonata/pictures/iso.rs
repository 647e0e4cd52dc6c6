//! Times in ISO 8601 (ECMAScript, "Date Time String Format"), as `$toMillis` reads them without a picture.

use super::calendar::{clipped, moment};
use crate::expr::jsonata::fault::{Fault, Outcome};
use crate::expr::regex::Regex;
use std::rc::Rc;

/// What JSONata takes for a time. More than can be read: that is not a number.
const FORM: &str = r"^\d{4}(-[01]\d)*(-[0-3]\d)*(T[0-2]\d:[0-5]\d:[0-5]\d)*(\.\d+)?([+-][0-2]\d:?[0-5]\d|Z)?$";

thread_local! {
    static PATTERN: Option<Rc<Regex>> = Regex::compile(FORM, "").ok().map(Rc::new);
}

/// A time in milliseconds since 1970.
pub(crate) fn parse_iso(text: &str) -> Outcome<f64> {
    if let Some(millis) = read(text) {
        return Ok(millis);
    }
    let has_form = PATTERN.with(Option::clone).is_some_and(|form| matches!(form.find_at(text, 0), Ok(Some(_))));
    if has_form { Ok(f64::NAN) } else { Err(Fault::new("D3110").with_text(text)) }
}

/// Digits, and nothing else, as a number.
fn number(text: &str, count: usize) -> Option<(f64, &str)> {
    let digits = text.get(..count).filter(|digits| digits.bytes().all(|digit| digit.is_ascii_digit()))?;
    Some((digits.parse().ok()?, &text[count..]))
}

fn read(text: &str) -> Option<f64> {
    let (year, mut rest) = number(text, 4)?;
    let mut date = [year, 0.0, 1.0];
    for (index, most) in [(1, 12.0), (2, 31.0)] {
        if let Some(behind) = rest.strip_prefix('-')
            && let Some((value, behind)) = number(behind, 2)
            && !behind.starts_with(':')
            && !(behind.len() == 2 && behind.bytes().all(|byte| byte.is_ascii_digit()))
        {
            if value < 1.0 || value > most {
                return None;
            }
            date[index] = if index == 1 { value - 1.0 } else { value };
            rest = behind;
        } else {
            break;
        }
    }
    let mut time = [0.0; 4];
    if let Some(behind) = rest.strip_prefix('T') {
        rest = behind;
        for (index, part) in time.iter_mut().take(3).enumerate() {
            let (value, behind) = number(rest, 2)?;
            *part = value;
            rest = if index < 2 { behind.strip_prefix(':')? } else { behind };
        }
        if let Some(behind) = rest.strip_prefix('.') {
            let count = behind.bytes().take_while(u8::is_ascii_digit).count();
            let digits = behind.get(..count.min(3)).filter(|digits| !digits.is_empty())?;
            time[3] = digits.parse::<f64>().ok()? * [100.0, 10.0, 1.0][digits.len() - 1];
            rest = &behind[count..];
        }
        let is_end_of_day = time == [24.0, 0.0, 0.0, 0.0];
        if time[0] > 23.0 && !is_end_of_day || time[1] > 59.0 || time[2] > 59.0 {
            return None;
        }
    }
    let offset = match rest {
        "" | "Z" => 0.0,
        zone => {
            let sign = if zone.starts_with('-') { -1.0 } else { 1.0 };
            let (hours, behind) = number(zone.strip_prefix(['+', '-'])?, 2)?;
            let (minutes, behind) = number(behind.strip_prefix(':').unwrap_or(behind), 2)?;
            if !behind.is_empty() || minutes > 59.0 {
                return None;
            }
            sign * (hours * 60.0 + minutes)
        }
    };
    Some(clipped(moment(date, time) - offset * 60_000.0))
}
