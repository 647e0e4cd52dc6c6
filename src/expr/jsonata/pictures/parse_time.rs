//! Times read by pictures.

use super::calendar::{Date, MILLIS_A_DAY, utc};
use super::integer::{Case, IntegerPicture, Style};
use super::integer_text::{leading_number, read as read_integer};
use super::time_picture::{DAYS, MONTHS, Marker, Part, read};
use super::words::word_values;
use crate::expr::jsonata::fault::{Fault, Outcome};
use crate::expr::jsonata::limits::TIME;
use crate::expr::regex::Regex;
use std::cell::RefCell;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::rc::Rc;

/// How many pictures are kept: more than a state machine has.
const MAX_KEPT: usize = 64;

/// A picture with the pattern of its texts.
struct Reader {
    regex: Regex,
    parts: Vec<Part>,
}

thread_local! {
    static READERS: RefCell<HashMap<String, Rc<Reader>>> = RefCell::new(HashMap::new());
}

fn reader(picture: &str) -> Outcome<Rc<Reader>> {
    if let Some(known) = READERS.with_borrow(|readers| readers.get(picture).cloned()) {
        return Ok(known);
    }
    let parts = read(picture)?;
    let mut pattern = String::from("^");
    for part in &parts {
        pattern.push('(');
        pattern.push_str(&part_pattern(part)?);
        pattern.push(')');
    }
    pattern.push('$');
    let regex = Regex::compile(&pattern, "i").map_err(|_| Fault::new("D3136"))?;
    let reader = Rc::new(Reader { regex, parts });
    READERS.with_borrow_mut(|readers| {
        if readers.len() >= MAX_KEPT {
            readers.clear();
        }
        readers.insert(picture.to_owned(), Rc::clone(&reader));
    });
    Ok(reader)
}

fn escaped(text: &str) -> String {
    text.chars().flat_map(|next| ".*+?^${}()|[]\\".contains(next).then_some('\\').into_iter().chain([next])).collect()
}

fn part_pattern(part: &Part) -> Outcome<String> {
    let marker = match part {
        Part::Literal(literal) => return Ok(escaped(literal)),
        Part::Marker(marker) => marker,
    };
    if matches!(marker.component, 'Z' | 'z') {
        let begin = if marker.component == 'z' { "GMT[-+][0-9]+" } else { "[-+][0-9]+" };
        return Ok(match separator(marker) {
            Some(separator) => format!("{begin}{}[0-9]+", escaped(&separator.to_string())),
            None => begin.to_owned(),
        });
    }
    match &marker.integer {
        Some(integer) => integer_pattern(integer, marker.digits),
        None if matches!(marker.component, 'M' | 'x' | 'F' | 'P') => Ok("[a-zA-Z]+".to_owned()),
        None => Err(Fault::new("D3133").with_text(&marker.component.to_string())),
    }
}

/// What stands between the hours and minutes of an offset.
fn separator(marker: &Marker) -> Option<char> {
    marker.integer.as_ref()?.digits()?.regular.map(|(_, separator)| separator)
}

fn integer_pattern(picture: &IntegerPicture, digits: Option<f64>) -> Outcome<String> {
    let upper = picture.case == Case::Upper;
    Ok(match &picture.style {
        Style::Letters => if upper { "[A-Z]+" } else { "[a-z]+" }.to_owned(),
        Style::Roman => if upper { "[MDCLXVI]+" } else { "[mdclxvi]+" }.to_owned(),
        Style::Words => {
            let mut words: Vec<String> = Vec::new();
            for (word, _) in word_values() {
                if !words.contains(&word) {
                    words.push(word);
                }
            }
            format!("(?:{}|and|[\\-, ])+", words.join("|"))
        }
        Style::Decimal(own) => {
            let count = match digits.filter(|count| *count > 0.0) {
                None => "+".to_owned(),
                Some(most) if own.optional == 0 => format!("{{{most}}}"),
                Some(most) => format!("{{{},{most}}}", (most - own.optional as f64).max(0.0)),
            };
            format!("[0-9]{count}{}", if picture.ordinal { "(?:th|st|nd|rd)" } else { "" })
        }
        Style::Sequence(token) => return Err(Fault::new("D3130").with_text(token)),
    })
}

/// The number of a name; nothing for one that is none.
fn name_number(text: &str, marker: &Marker) -> Option<f64> {
    let names = match marker.component {
        'M' | 'x' => &MONTHS[..],
        'F' => &DAYS[..],
        _ => {
            return match text {
                "am" | "AM" => Some(0.0),
                "pm" | "PM" => Some(1.0),
                _ => None,
            };
        }
    };
    let cut = |name: &'static str| match marker.longest {
        Some(longest) if longest > 0.0 => &name[..(longest as usize).min(name.len())],
        _ => name,
    };
    // Of names that are the same when they are cut off, the last one counts.
    names.iter().rposition(|name| cut(name) == text).map(|index| index as f64 + 1.0)
}

/// The minutes of an offset.
fn offset(text: &str, marker: &Marker) -> f64 {
    let text = text.get(if marker.component == 'z' { 3 } else { 0 }..).unwrap_or_default();
    let (hours, minutes) = match separator(marker).and_then(|separator| text.split_once(separator)) {
        Some((hours, minutes)) => (leading_number(hours), leading_number(minutes)),
        None if text.len() <= 3 => (leading_number(text), 0.0),
        None => (leading_number(text.get(..3).unwrap_or_default()), leading_number(text.get(3..).unwrap_or_default())),
    };
    hours * 60.0 + minutes
}

/// The parts of a time by their letters.
#[derive(Default)]
struct Parts(HashMap<char, f64>);

impl Parts {
    fn get(&self, component: char) -> f64 {
        self.0.get(&component).copied().unwrap_or_default()
    }

    /// Which of the parts are there and not zero, as bits.
    fn mask(&self, components: &str) -> u32 {
        let is_set = |component: char| self.0.get(&component).is_some_and(|value| *value != 0.0 && !value.is_nan());
        components.chars().fold(0, |mask, component| mask << 1 | u32::from(is_set(component)))
    }
}

/// A time by a picture, in milliseconds since 1970; nothing when the text does not fit. `now` fills in the parts before
/// the first that is given.
pub(crate) fn parse_time(text: &str, picture: &str, now: f64) -> Outcome<Option<f64>> {
    let reader = reader(picture)?;
    let Some(found) = reader.regex.find_at(text, 0).map_err(|_| Fault::bound(TIME))? else { return Ok(None) };
    let mut parts = Parts::default();
    for (part, range) in reader.parts.iter().zip(&found.groups) {
        let (Part::Marker(marker), Some(range)) = (part, range) else { continue };
        let own = &text[range.clone()];
        let value = match (&marker.integer, marker.component) {
            (_, 'Z' | 'z') => Some(offset(own, marker)),
            (Some(integer), _) => Some(read_integer(own, integer)),
            (None, _) => name_number(own, marker),
        };
        match value {
            Some(value) => parts.0.insert(marker.component, value),
            None => parts.0.remove(&marker.component),
        };
    }
    if !reader.parts.iter().any(|part| matches!(part, Part::Marker(_))) {
        return Ok(None);
    }
    moment(parts, now).map(Some)
}

fn moment(mut parts: Parts, now: f64) -> Outcome<f64> {
    let is_type = |mask: u32, kind: u32| !kind & mask == 0 && kind & mask != 0;
    let mask = parts.mask("YXMxWwdD");
    let date_a = is_type(mask, 0b1010_0001);
    let by_day_of_year = !date_a && is_type(mask, 0b1000_0010);
    let by_week_of_month = is_type(mask, 0b0101_0100);
    let by_week = !by_week_of_month && is_type(mask, 0b0100_1000);
    let mask = parts.mask("PHhmsf");
    let half_days = !is_type(mask, 0b01_0111) && is_type(mask, 0b10_1111);
    let date_parts = match (by_day_of_year, by_week_of_month, by_week) {
        (true, ..) => "YD",
        (_, true, _) => "XxwF",
        (.., true) => "XWF",
        _ => "YMD",
    };
    let time_parts = if half_days { "Phmsf" } else { "Hmsf" };
    let now = Date::of(now);
    let (mut has_started, mut has_ended) = (false, false);
    for component in date_parts.chars().chain(time_parts.chars()) {
        match parts.0.entry(component) {
            Entry::Occupied(_) if has_ended => return Err(Fault::new("D3136")),
            Entry::Occupied(_) => has_started = true,
            Entry::Vacant(missing) if has_started => {
                missing.insert(if matches!(component, 'M' | 'D' | 'd') { 1.0 } else { 0.0 });
                has_ended = true;
            }
            Entry::Vacant(missing) => {
                missing.insert(now.part(component).unwrap_or_default());
            }
        }
    }
    let month = parts.get('M');
    let mut date = [parts.get('Y'), if month > 0.0 { month - 1.0 } else { 0.0 }, parts.get('D')];
    if by_day_of_year {
        let day = Date::of(utc([parts.get('Y'), 0.0, 1.0], [0.0; 4]) + (parts.get('d') - 1.0) * MILLIS_A_DAY);
        date = [parts.get('Y'), day.month, day.day];
    }
    if by_week_of_month || by_week {
        return Err(Fault::new("D3136"));
    }
    let mut hour = parts.get('H');
    if half_days {
        hour = if parts.get('h') == 12.0 { 0.0 } else { parts.get('h') };
        if parts.get('P') == 1.0 {
            hour += 12.0;
        }
    }
    let millis = utc(date, [hour, parts.get('m'), parts.get('s'), parts.get('f')]);
    let zones = [parts.get('Z'), parts.get('z')];
    let zone = zones.into_iter().find(|zone| *zone != 0.0 && !zone.is_nan()).unwrap_or_default();
    Ok(millis - zone * 60_000.0)
}
