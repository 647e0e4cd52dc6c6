//! Numbers by pictures: `#,##0.00`, `01%`, `00.###e0`.

use super::integer::regular;
use crate::expr::jsonata::fault::{Fault, Outcome};
use crate::expr::jsonata::functions::round;
use crate::expr::jsonata::limits::MEMORY;
use crate::expr::jsonata::members::Members;
use crate::expr::jsonata::number_text::fixed_text;

/// The most digits behind the point that ECMAScript writes.
const MAX_DIGITS: usize = 100;

/// The characters of a picture.
struct Signs {
    decimal: String,
    grouping: String,
    exponent: String,
    minus: String,
    percent: String,
    per_mille: String,
    zero: char,
    digit: String,
    separator: String,
}

impl Signs {
    fn read(options: Option<&Members>) -> Self {
        let sign = |name: &str, usual: &str| {
            let own = options.and_then(|options| options.get(name)).and_then(|value| value.as_text());
            own.map_or(usual.to_owned(), |own| (**own).to_owned())
        };
        Self {
            decimal: sign("decimal-separator", "."),
            grouping: sign("grouping-separator", ","),
            exponent: sign("exponent-separator", "e"),
            minus: sign("minus-sign", "-"),
            percent: sign("percent", "%"),
            per_mille: sign("per-mille", "\u{2030}"),
            zero: sign("zero-digit", "0").chars().next().unwrap_or('0'),
            digit: sign("digit", "#"),
            separator: sign("pattern-separator", ";"),
        }
    }

    fn is_digit(&self, character: char) -> bool {
        (self.zero as u32..self.zero as u32 + 10).contains(&(character as u32))
    }

    fn is_place(&self, character: char) -> bool {
        self.is_digit(character) || is(character, &self.digit)
    }

    fn is_active(&self, character: char) -> bool {
        let signs = [&self.decimal, &self.exponent, &self.grouping, &self.digit, &self.separator];
        self.is_digit(character) || signs.into_iter().any(|sign| is(character, sign))
    }
}

fn is(character: char, sign: &str) -> bool {
    let mut characters = sign.chars();
    characters.next() == Some(character) && characters.next().is_none()
}

/// A picture taken apart.
struct Picture {
    whole: String,
    prefix: String,
    suffix: String,
    active: String,
    mantissa: String,
    exponent: Option<String>,
    integer: String,
    fraction: String,
}

impl Picture {
    fn read(whole: &str, signs: &Signs) -> Self {
        let starts = |character: &char| signs.is_active(*character) && !is(*character, &signs.exponent);
        let characters: Vec<char> = whole.chars().collect();
        let from = characters.iter().position(starts);
        let to = characters.iter().rposition(starts);
        // Without anything active, all of it is: that is refused below.
        let (from, to) = from.zip(to).map_or((0, characters.len()), |(from, to)| (from, to + 1));
        let text = |part: &[char]| part.iter().collect::<String>();
        let active = text(&characters[from..to]);
        let suffix = text(&characters[to..]);
        let place = characters.iter().skip(from).position(|next| is(*next, &signs.exponent)).map(|place| place + from);
        let (mantissa, exponent) = match place.filter(|place| *place <= to) {
            // The place is counted from the beginning of the picture, in the active part too, as the reference does.
            Some(place) => {
                let active: Vec<char> = active.chars().collect();
                let count = active.len();
                let mantissa = text(&active[..place.min(count)]);
                let exponent = text(&active[(place + 1).min(count)..]);
                (mantissa, Some(exponent))
            }
            None => (active.clone(), None),
        };
        let (integer, fraction) = match mantissa.split_once(&signs.decimal) {
            Some((integer, fraction)) => (integer.to_owned(), fraction.to_owned()),
            None => (mantissa.clone(), suffix.clone()),
        };
        Self {
            whole: whole.to_owned(),
            prefix: text(&characters[..from]),
            suffix,
            active,
            mantissa,
            exponent,
            integer,
            fraction,
        }
    }

    /// Refuses what is no picture; of several mistakes the last one is told.
    fn check(&self, signs: &Signs) -> Outcome<()> {
        let count = |sign: &str| self.whole.matches(sign).count();
        let (percents, per_milles) = (count(&signs.percent), count(&signs.per_mille));
        let digits = |text: &str| text.chars().any(|character| signs.is_digit(character));
        let doubled = format!("{0}{0}", signs.grouping);
        let beside_point = || {
            let (before, behind) = self.whole.split_once(&signs.decimal).unwrap_or_default();
            before.ends_with(&signs.grouping) || behind.starts_with(&signs.grouping)
        };
        let has_point = count(&signs.decimal) > 0;
        let exponent = self.exponent.as_deref();
        let rules = [
            ("D3081", count(&signs.decimal) > 1),
            ("D3082", percents > 1),
            ("D3083", per_milles > 1),
            ("D3084", percents > 0 && per_milles > 0),
            ("D3085", !self.mantissa.chars().any(|character| signs.is_place(character))),
            ("D3086", self.active.chars().any(|character| !signs.is_active(character))),
            ("D3087", has_point && beside_point()),
            ("D3088", !has_point && self.integer.ends_with(&signs.grouping)),
            ("D3089", self.whole.contains(&doubled)),
            ("D3090", self.integer.split_once(&signs.digit).is_some_and(|(before, _)| digits(before))),
            ("D3091", self.fraction.rsplit_once(&signs.digit).is_some_and(|(_, behind)| digits(behind))),
            ("D3092", exponent.is_some_and(|exponent| !exponent.is_empty()) && percents + per_milles > 0),
            ("D3093", exponent.is_some_and(|own| own.is_empty() || own.chars().any(|next| !signs.is_digit(next)))),
        ];
        match rules.iter().rev().find(|(_, is_broken)| *is_broken) {
            Some((code, _)) => Err(Fault::new(code)),
            None => Ok(()),
        }
    }

    /// For each separator of a part, the digits to its right, or to its left.
    fn groupings(&self, part: &str, to_left: bool, signs: &Signs) -> Vec<usize> {
        let places = |text: &str| text.chars().filter(|character| signs.is_place(*character)).count();
        let mut found = Vec::new();
        let mut next = part.find(&signs.grouping);
        while let Some(at) = next.filter(|at| *at < part.len()) {
            found.push(places(if to_left { &part[..at] } else { &part[at..] }));
            // The next one is looked for in the integer part, whichever part it is, as the reference does.
            let behind = at + signs.grouping.len().max(1);
            next = self.integer.get(behind..).and_then(|rest| rest.find(&signs.grouping)).map(|offset| behind + offset);
        }
        found
    }
}

/// A number by a picture, with other signs where they are wanted.
pub(crate) fn format_number(value: f64, picture: &str, options: Option<&Members>) -> Outcome<String> {
    let signs = Signs::read(options);
    let parts: Vec<&str> = match signs.separator.is_empty() {
        true => vec![picture],
        false => picture.split(&signs.separator).collect(),
    };
    if parts.len() > 2 {
        return Err(Fault::new("D3080"));
    }
    let mut pictures: Vec<Picture> = parts.iter().map(|part| Picture::read(part, &signs)).collect();
    pictures.iter().try_for_each(|picture| picture.check(&signs))?;
    if pictures.len() == 1 {
        let mut negative = Picture::read(parts[0], &signs);
        negative.prefix.insert_str(0, &signs.minus);
        pictures.push(negative);
    }
    // What is no number is written by the picture of negative ones, as the reference does.
    let is_negative = value < 0.0 || value.is_nan();
    write(value, &pictures[usize::from(is_negative)], &signs)
}

fn write(value: f64, picture: &Picture, signs: &Signs) -> Outcome<String> {
    let count = |text: &str, wanted: &dyn Fn(char) -> bool| text.chars().filter(|next| wanted(*next)).count();
    let mut least_integer = count(&picture.integer, &|next| signs.is_digit(next));
    let scaling = least_integer as i32;
    let mut least_fraction = count(&picture.fraction, &|next| signs.is_digit(next));
    let mut most_fraction = count(&picture.fraction, &|next| signs.is_place(next));
    if least_integer == 0 && most_fraction == 0 {
        match picture.exponent {
            Some(_) => (least_fraction, most_fraction) = (1, 1),
            None => least_integer = 1,
        }
    }
    if picture.exponent.is_some() && least_integer == 0 && picture.integer.contains(&signs.digit) {
        least_integer = 1;
    }
    if least_integer == 0 && least_fraction == 0 {
        least_fraction = 1;
    }
    if most_fraction > MAX_DIGITS {
        return Err(Fault::bound(MEMORY));
    }
    let mut mantissa = if picture.whole.contains(&signs.percent) {
        value * 100.0
    } else if picture.whole.contains(&signs.per_mille) {
        value * 1000.0
    } else {
        value
    };
    let least_exponent = picture.exponent.as_deref().map_or(0, |own| count(own, &|next| signs.is_digit(next)));
    let mut exponent = None;
    if least_exponent > 0 {
        let (most, least) = (10_f64.powi(scaling), 10_f64.powi(scaling - 1));
        let mut power = 0_i32;
        // The sign is written elsewhere, and zero has no exponent.
        mantissa = mantissa.abs();
        while mantissa < least && mantissa > 0.0 {
            mantissa *= 10.0;
            power -= 1;
        }
        while mantissa > most && mantissa.is_finite() {
            mantissa /= 10.0;
            power += 1;
        }
        exponent = Some(power);
    }
    let rounded = round(mantissa, most_fraction as f64);
    let mut text = digits(&fixed_text(rounded.abs(), most_fraction), signs);
    text = match text.contains('.') {
        true => text.replacen('.', &signs.decimal, 1),
        false => text + &signs.decimal,
    };
    let trimmed = text.trim_start_matches(signs.zero).trim_end_matches(signs.zero).to_owned();
    let (mut integer, mut fraction) = match trimmed.split_once(&signs.decimal) {
        Some((integer, fraction)) => (integer.chars().collect::<Vec<_>>(), fraction.chars().collect::<Vec<_>>()),
        None => (trimmed.chars().collect(), Vec::new()),
    };
    while integer.len() < least_integer {
        integer.insert(0, signs.zero);
    }
    while fraction.len() < least_fraction {
        fraction.push(signs.zero);
    }
    group_integer(&mut integer, &picture.groupings(&picture.integer, false, signs), signs);
    for place in picture.groupings(&picture.fraction, true, signs) {
        insert(&mut fraction, place, &signs.grouping);
    }
    let mut written: String = integer.into_iter().collect();
    if picture.whole.contains(&signs.decimal) && !fraction.is_empty() {
        written.push_str(&signs.decimal);
        written.extend(fraction);
    } else if !fraction.is_empty() {
        // Without a point in the picture, the last character goes, as in the reference.
        written.push_str(&signs.decimal);
        written.extend(fraction);
        written.pop();
    }
    if let Some(power) = exponent {
        written.push_str(&signs.exponent);
        written.push_str(if power < 0 { &signs.minus } else { "" });
        let power = digits(&power.abs().to_string(), signs);
        written.extend(std::iter::repeat_n(signs.zero, least_exponent.saturating_sub(power.chars().count())));
        written.push_str(&power);
    }
    Ok(format!("{}{written}{}", picture.prefix, picture.suffix))
}

/// The digits of a text in the script of the picture.
fn digits(text: &str, signs: &Signs) -> String {
    let own = |next: char| match next.to_digit(10) {
        Some(digit) => char::from_u32(signs.zero as u32 + digit).unwrap_or(next),
        None => next,
    };
    text.chars().map(own).collect()
}

fn insert(text: &mut Vec<char>, place: usize, sign: &str) {
    let place = place.min(text.len());
    text.splice(place..place, sign.chars());
}

fn group_integer(integer: &mut Vec<char>, places: &[usize], signs: &Signs) {
    match regular(places) {
        Some(distance) => {
            let length = integer.len();
            for group in 1..=length.saturating_sub(1) / distance {
                insert(integer, length - group * distance, &signs.grouping);
            }
        }
        None => {
            let length = integer.len();
            let mut moved = 0;
            for place in places {
                // A place before the number is counted from its end, as the host language does.
                let at = length + moved;
                let at = if *place <= at { at - place } else { (2 * at).saturating_sub(*place) };
                insert(integer, at, &signs.grouping);
                moved += signs.grouping.chars().count();
            }
        }
    }
}
