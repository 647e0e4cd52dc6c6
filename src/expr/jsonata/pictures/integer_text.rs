//! Whole numbers written and read by their pictures.

use super::integer::{Case, Digits, IntegerPicture, Style};
use super::words;
use crate::expr::jsonata::fault::{Fault, Outcome};
use crate::expr::jsonata::limits::MEMORY;
use crate::expr::jsonata::number_text::number_text;

/// The largest number written in Roman numerals, of which a thousand is the largest: ten thousand of them.
const MAX_ROMAN: f64 = 1e7;

/// The widest number: no picture of a person asks for more digits.
const MAX_DIGITS: usize = 10_000;

/// A whole number by a picture.
pub(crate) fn format_integer(number: f64, picture: &str) -> Outcome<String> {
    written(number, &IntegerPicture::read(picture)?)
}

pub(super) fn written(number: f64, picture: &IntegerPicture) -> Outcome<String> {
    let (value, upper) = (number.abs(), picture.case == Case::Upper);
    let cased = |text: String| match picture.case {
        Case::Upper => text.to_uppercase(),
        Case::Lower => text.to_lowercase(),
        Case::Title => text,
    };
    let text = match &picture.style {
        Style::Letters => words::letters(value, if upper { 'A' } else { 'a' }),
        Style::Roman if value > MAX_ROMAN => return Err(Fault::bound(MEMORY)),
        Style::Roman => cased(words::roman(value)),
        Style::Words if !value.is_finite() => return Err(Fault::new("D1001")),
        Style::Words => cased(words::words(value, picture.ordinal)),
        Style::Decimal(digits) => decimal(value, digits, picture.ordinal)?,
        Style::Sequence(token) => return Err(Fault::new("D3130").with_text(token)),
    };
    Ok(if number < 0.0 { format!("-{text}") } else { text })
}

fn decimal(value: f64, picture: &Digits, ordinal: bool) -> Outcome<String> {
    if picture.mandatory > MAX_DIGITS {
        return Err(Fault::bound(MEMORY));
    }
    let mut text: Vec<char> = number_text(value).chars().collect();
    while text.len() < picture.mandatory {
        text.insert(0, '0');
    }
    if picture.zero != 0x30 {
        for digit in &mut text {
            *digit = char::from_u32((*digit as u32 + picture.zero).saturating_sub(0x30)).unwrap_or(*digit);
        }
    }
    let length = text.len();
    match picture.regular {
        Some((distance, separator)) => {
            let count = length.saturating_sub(1) / distance;
            for index in 1..=count {
                text.insert(length - index * distance, separator);
            }
        }
        None => {
            // Those that lie further to the left first, each counted from the right.
            for (place, separator) in picture.separators.iter().rev() {
                let length = text.len();
                if *place <= length {
                    text.insert(length - place, *separator);
                } else {
                    // As the host language cuts: what lies before the number takes as many of its last digits.
                    let kept = text.split_off(length - (place - length).min(length));
                    text = std::iter::once(*separator).chain(kept).collect();
                }
            }
        }
    }
    if ordinal {
        let is_teen = text.len() > 1 && text[text.len() - 2] == '1';
        text.extend(
            match text.last() {
                Some('1') if !is_teen => "st",
                Some('2') if !is_teen => "nd",
                Some('3') if !is_teen => "rd",
                _ => "th",
            }
            .chars(),
        );
    }
    Ok(text.into_iter().collect())
}

/// The number that a text is by a picture.
pub(crate) fn parse_integer(text: &str, picture: &str) -> Outcome<f64> {
    let picture = IntegerPicture::read(picture)?;
    match &picture.style {
        Style::Sequence(token) => Err(Fault::new("D3130").with_text(token)),
        _ => Ok(read(text, &picture)),
    }
}

/// Not a number where the text is none.
pub(super) fn read(text: &str, picture: &IntegerPicture) -> f64 {
    let upper = picture.case == Case::Upper;
    match &picture.style {
        Style::Letters => words::letters_to_number(text, if upper { 'A' } else { 'a' }),
        Style::Roman if upper => words::roman_to_number(text),
        Style::Roman => words::roman_to_number(&text.to_uppercase()),
        Style::Words => words::words_to_number(&text.to_lowercase()),
        Style::Sequence(_) => f64::NAN,
        Style::Decimal(picture_digits) => {
            let mut digits: String = text.to_owned();
            if picture.ordinal {
                let kept = text.chars().count().saturating_sub(2);
                digits = text.chars().take(kept).collect();
            }
            match picture_digits.regular {
                Some(_) => digits = digits.replace(',', ""),
                None => {
                    for (_, separator) in &picture_digits.separators {
                        digits = digits.replace(*separator, "");
                    }
                }
            }
            if picture_digits.zero != 0x30 {
                let ascii =
                    |digit: char| (digit as u32 + 0x30).checked_sub(picture_digits.zero).and_then(char::from_u32);
                digits = digits.chars().map(|digit| ascii(digit).unwrap_or(' ')).collect();
            }
            leading_number(&digits)
        }
    }
}

/// The whole number that a text begins with; not a number where there is none.
pub(super) fn leading_number(text: &str) -> f64 {
    let text = text.trim_start();
    let sign = usize::from(text.starts_with(['-', '+']));
    let count = text[sign..].bytes().take_while(u8::is_ascii_digit).count();
    if count == 0 { f64::NAN } else { text[..sign + count].parse().unwrap_or(f64::NAN) }
}
