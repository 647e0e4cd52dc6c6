//! Numbers as English words, Roman numerals and letters.

const FEW: [&str; 20] = [
    "Zero",
    "One",
    "Two",
    "Three",
    "Four",
    "Five",
    "Six",
    "Seven",
    "Eight",
    "Nine",
    "Ten",
    "Eleven",
    "Twelve",
    "Thirteen",
    "Fourteen",
    "Fifteen",
    "Sixteen",
    "Seventeen",
    "Eighteen",
    "Nineteen",
];
const ORDINALS: [&str; 20] = [
    "Zeroth",
    "First",
    "Second",
    "Third",
    "Fourth",
    "Fifth",
    "Sixth",
    "Seventh",
    "Eighth",
    "Ninth",
    "Tenth",
    "Eleventh",
    "Twelfth",
    "Thirteenth",
    "Fourteenth",
    "Fifteenth",
    "Sixteenth",
    "Seventeenth",
    "Eighteenth",
    "Nineteenth",
];
const DECADES: [&str; 9] = ["Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety", "Hundred"];
const MAGNITUDES: [&str; 4] = ["Thousand", "Million", "Billion", "Trillion"];

/// A number in words. `follows` when words stand before it. Recursion ends with the number.
pub(super) fn words(number: f64, ordinal: bool) -> String {
    following(number, false, ordinal)
}

fn following(number: f64, follows: bool, ordinal: bool) -> String {
    let small = number as usize;
    let ending = |rest: f64, follows: bool| match rest > 0.0 {
        true => following(rest, follows, ordinal),
        false if ordinal => "th".to_owned(),
        false => String::new(),
    };
    if number <= 19.0 {
        let word = if ordinal { ORDINALS[small.min(19)] } else { FEW[small.min(19)] };
        format!("{}{word}", if follows { " and " } else { "" })
    } else if number < 100.0 {
        let decade = DECADES[small / 10 - 2];
        let before = if follows { " and " } else { "" };
        match (small % 10, ordinal) {
            (0, true) => format!("{before}{}ieth", &decade[..decade.len() - 1]),
            (0, false) => format!("{before}{decade}"),
            (rest, _) => format!("{before}{decade}-{}", following(rest as f64, false, ordinal)),
        }
    } else if number < 1000.0 {
        let before = if follows { ", " } else { "" };
        format!("{before}{} Hundred{}", FEW[small / 100], ending((small % 100) as f64, true))
    } else {
        let magnitude = ((number.log10() / 3.0).floor() as usize).clamp(1, MAGNITUDES.len());
        let factor = 1000_f64.powi(magnitude as i32);
        let many = (number / factor).floor();
        let before = if follows { ", " } else { "" };
        let rest = number - many * factor;
        format!("{before}{} {}{}", following(many, false, false), MAGNITUDES[magnitude - 1], ending(rest, true))
    }
}

/// All words of numbers with their values, in lower case.
pub(super) fn word_values() -> Vec<(String, f64)> {
    let mut values: Vec<(String, f64)> = Vec::new();
    let mut add = |word: String, value: f64| values.push((word.to_lowercase(), value));
    FEW.iter().enumerate().for_each(|(value, word)| add((*word).to_owned(), value as f64));
    ORDINALS.iter().enumerate().for_each(|(value, word)| add((*word).to_owned(), value as f64));
    for (index, word) in DECADES.iter().enumerate() {
        let value = (index as f64 + 2.0) * 10.0;
        add((*word).to_owned(), value);
        add(format!("{}ieth", &word[..word.len() - 1]), value);
    }
    add("hundredth".to_owned(), 100.0);
    for (index, word) in MAGNITUDES.iter().enumerate() {
        let value = 1000_f64.powi(index as i32 + 1);
        add((*word).to_owned(), value);
        add(format!("{word}th"), value);
    }
    values
}

/// The number of words; not a number where one is none.
pub(super) fn words_to_number(text: &str) -> f64 {
    let values = word_values();
    let text = text.replace(", ", "\u{1}").replace(" and ", "\u{1}");
    let mut segments = vec![0.0];
    for word in text.split(|separator: char| separator.is_whitespace() || "\u{1}\\-".contains(separator)) {
        let value = values.iter().find(|(known, _)| known == word).map_or(f64::NAN, |(_, value)| *value);
        let mut top = segments.pop().unwrap_or_default();
        if value < 100.0 {
            if top >= 1000.0 {
                segments.push(top);
                top = 0.0;
            }
            segments.push(top + value);
        } else {
            segments.push(top * value);
        }
    }
    segments.iter().sum()
}

const ROMAN: [(f64, &str); 13] = [
    (1000.0, "m"),
    (900.0, "cm"),
    (500.0, "d"),
    (400.0, "cd"),
    (100.0, "c"),
    (90.0, "xc"),
    (50.0, "l"),
    (40.0, "xl"),
    (10.0, "x"),
    (9.0, "ix"),
    (5.0, "v"),
    (4.0, "iv"),
    (1.0, "i"),
];

/// A number in Roman numerals, which grow with it.
pub(super) fn roman(number: f64) -> String {
    let mut rest = number;
    let mut text = String::new();
    for (value, numeral) in ROMAN {
        while rest >= value {
            text.push_str(numeral);
            rest -= value;
        }
    }
    text
}

/// The number of Roman numerals in capitals.
pub(super) fn roman_to_number(text: &str) -> f64 {
    let (mut total, mut largest) = (0.0, 1.0);
    for digit in text.chars().rev() {
        let value = match digit {
            'M' => 1000.0,
            'D' => 500.0,
            'C' => 100.0,
            'L' => 50.0,
            'X' => 10.0,
            'V' => 5.0,
            'I' => 1.0,
            _ => f64::NAN,
        };
        if value < largest {
            total -= value;
        } else {
            largest = value;
            total += value;
        }
    }
    total
}

/// A number in letters, as columns of a table are named.
pub(super) fn letters(number: f64, first: char) -> String {
    let mut rest = number;
    let mut letters = Vec::new();
    while rest > 0.0 {
        letters.push(char::from(((rest - 1.0) % 26.0) as u8 + first as u8));
        rest = ((rest - 1.0) / 26.0).floor();
    }
    letters.into_iter().rev().collect()
}

/// The number of letters.
pub(super) fn letters_to_number(text: &str, first: char) -> f64 {
    let place = |letter: char| f64::from(letter as u32) - f64::from(first as u32) + 1.0;
    text.chars().fold(0.0, |total, letter| total * 26.0 + place(letter))
}
