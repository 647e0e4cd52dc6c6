//! Pictures of times: `[Y0001]-[M01]-[D01]`.

use super::integer::{Case, IntegerPicture, Style};
use super::integer_text::leading_number;
use crate::expr::jsonata::fault::{Fault, Outcome};

/// A part of a picture.
#[derive(Clone, Debug)]
pub(super) enum Part {
    Literal(String),
    Marker(Marker),
}

/// What stands in brackets.
#[derive(Clone, Debug)]
pub(super) struct Marker {
    /// Which part of the time it is: `Y`, `M`, `D` and so on.
    pub(super) component: char,
    /// Written as a name, and how.
    pub(super) names: Option<Case>,
    pub(super) integer: Option<IntegerPicture>,
    /// The longest name.
    pub(super) longest: Option<f64>,
    /// The last digits of the year that are written, and the digits that are read.
    pub(super) digits: Option<f64>,
    /// `Z` stands for no offset.
    pub(super) short_zone: bool,
}

pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
pub(super) const DAYS: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// Reads a picture.
pub(super) fn read(picture: &str) -> Outcome<Vec<Part>> {
    let mut parts = Vec::new();
    let mut rest = picture;
    let literal = |text: &str, parts: &mut Vec<Part>| {
        if !text.is_empty() {
            parts.push(Part::Literal(text.replace("]]", "]")));
        }
    };
    while let Some((before, behind)) = rest.split_once('[') {
        literal(before, &mut parts);
        if let Some(behind) = behind.strip_prefix('[') {
            parts.push(Part::Literal("[".to_owned()));
            rest = behind;
            continue;
        }
        let Some((marker, behind)) = behind.split_once(']') else { return Err(Fault::new("D3135")) };
        let marker: String = marker.chars().filter(|character| !character.is_whitespace()).collect();
        parts.push(Part::Marker(read_marker(&marker)?));
        rest = behind;
    }
    literal(rest, &mut parts);
    Ok(parts)
}

fn presentation(component: char) -> Option<&'static str> {
    Some(match component {
        'Y' | 'M' | 'D' | 'd' | 'W' | 'w' | 'X' | 'x' | 'H' | 'h' | 'f' => "1",
        'F' | 'P' | 'C' | 'E' => "n",
        'm' | 's' => "01",
        'Z' | 'z' => "01:01",
        _ => return None,
    })
}

/// The number of a width; `*` and nothing stand for none.
fn width(text: Option<&str>) -> Option<f64> {
    text.filter(|text| *text != "*").map(leading_number)
}

fn read_marker(marker: &str) -> Outcome<Marker> {
    let mut characters = marker.chars();
    let component = characters.next();
    let modifiers = characters.as_str();
    let (presentation_text, widths) = match modifiers.rsplit_once(',') {
        Some((presentation, widths)) => (presentation, Some(widths)),
        None => (modifiers, None),
    };
    let (least, most) = match widths.map(|widths| widths.split_once('-').map_or((widths, None), |(a, b)| (a, Some(b))))
    {
        Some((least, most)) => (width(Some(least)), width(most)),
        None => (None, None),
    };
    let mut second = None;
    let mut first = presentation_text.to_owned();
    if presentation_text.chars().count() > 1
        && let Some(last @ ('a' | 't' | 'c' | 'o')) = presentation_text.chars().next_back()
    {
        first.pop();
        second = Some(last);
    }
    let unknown = || Fault::new("D3132").with_text(&component.map(String::from).unwrap_or_default());
    let component = component.ok_or_else(unknown)?;
    if first.is_empty() {
        first = presentation(component).ok_or_else(unknown)?.to_owned();
    }
    let names = match first.as_bytes() {
        [b'n', ..] => Some(Case::Lower),
        [b'N', b'n', ..] => Some(Case::Title),
        [b'N', ..] => Some(Case::Upper),
        _ => None,
    };
    let mut read =
        Marker { component, names, integer: None, longest: most, digits: None, short_zone: second == Some('t') };
    if names.is_none() && "YMDdFWwXxHhmsf".contains(component) {
        let pattern = second.map_or(first.clone(), |second| format!("{first};{second}"));
        read.integer = Some(number_picture(&pattern, component, least, most, &mut read.digits)?);
    }
    if matches!(component, 'Z' | 'z') {
        read.integer = Some(IntegerPicture::read(&first)?);
    }
    Ok(read)
}

fn number_picture(
    pattern: &str,
    component: char,
    least: Option<f64>,
    most: Option<f64>,
    digits: &mut Option<f64>,
) -> Outcome<IntegerPicture> {
    let mut picture = IntegerPicture::read(pattern)?;
    let mandatory = picture.digits().map(|digits| digits.mandatory);
    if let (Some(least), Some(mandatory)) = (least, mandatory)
        && (mandatory as f64) < least
    {
        picture.set_mandatory(least as usize);
    }
    if matches!(component, 'Y' | 'M' | 'D') {
        if let Some(most) = most {
            *digits = Some(most);
            if most.is_finite() {
                picture.set_mandatory(most as usize);
            }
        } else if let Style::Decimal(own) = &picture.style
            && own.mandatory + own.optional >= 2
        {
            *digits = Some((own.mandatory + own.optional) as f64);
        }
    }
    Ok(picture)
}
