//! Pictures of whole numbers: `#,##0`, `001`, `I`, `a`, `Ww`, with `;o` for first, second, third.

use crate::expr::jsonata::fault::{Fault, Outcome};

/// How whole numbers are written.
#[derive(Clone, Debug)]
pub(super) struct IntegerPicture {
    pub(super) style: Style,
    pub(super) case: Case,
    pub(super) ordinal: bool,
}

#[derive(Clone, Debug)]
pub(super) enum Style {
    Decimal(Digits),
    Letters,
    Roman,
    Words,
    /// A sequence of another kind, which is not known.
    Sequence(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    Upper,
    Lower,
    Title,
}

/// A decimal picture.
#[derive(Clone, Debug)]
pub(super) struct Digits {
    /// The digit zero of the script.
    pub(super) zero: u32,
    pub(super) mandatory: usize,
    pub(super) optional: usize,
    /// Separators at every so many digits.
    pub(super) regular: Option<(usize, char)>,
    /// Separators at places counted from the right; from the right.
    pub(super) separators: Vec<(usize, char)>,
}

/// The digit zero of each script (Unicode, general category Nd).
const ZEROS: [u32; 37] = [
    0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xDE6, 0xE50, 0xED0,
    0xF20, 0x1040, 0x1090, 0x17E0, 0x1810, 0x1946, 0x19D0, 0x1A80, 0x1A90, 0x1B50, 0x1BB0, 0x1C40, 0x1C50, 0xA620,
    0xA8D0, 0xA900, 0xA9D0, 0xA9F0, 0xAA50, 0xABF0, 0xFF10,
];

impl IntegerPicture {
    /// Reads a picture.
    pub(super) fn read(picture: &str) -> Outcome<Self> {
        let (primary, modifier) = picture.rsplit_once(';').unwrap_or((picture, ""));
        let (style, case) = match primary {
            "A" => (Style::Letters, Case::Upper),
            "a" => (Style::Letters, Case::Lower),
            "I" => (Style::Roman, Case::Upper),
            "i" => (Style::Roman, Case::Lower),
            "W" => (Style::Words, Case::Upper),
            "w" => (Style::Words, Case::Lower),
            "Ww" => (Style::Words, Case::Title),
            other => (decimal(other)?, Case::Lower),
        };
        Ok(Self { style, case, ordinal: modifier.starts_with('o') })
    }

    pub(super) fn digits(&self) -> Option<&Digits> {
        match &self.style {
            Style::Decimal(digits) => Some(digits),
            _ => None,
        }
    }

    /// At least so many digits.
    pub(super) fn set_mandatory(&mut self, count: usize) {
        if let Style::Decimal(digits) = &mut self.style {
            digits.mandatory = count;
        }
    }
}

fn decimal(picture: &str) -> Outcome<Style> {
    let mut zero = None;
    let (mut mandatory, mut optional) = (0, 0);
    let mut separators = Vec::new();
    for character in picture.chars().rev() {
        let code = character as u32;
        if let Some(own) = ZEROS.into_iter().find(|zero| (*zero..=zero + 9).contains(&code)) {
            mandatory += 1;
            if *zero.get_or_insert(own) != own {
                return Err(Fault::new("D3131"));
            }
        } else if character == '#' {
            optional += 1;
        } else {
            separators.push((mandatory + optional, character));
        }
    }
    let Some(zero) = zero else { return Ok(Style::Sequence(picture.to_owned())) };
    let regular = regular(&separators.iter().map(|(place, _)| *place).collect::<Vec<_>>())
        .filter(|_| separators.iter().all(|(_, separator)| *separator == separators[0].1))
        .map(|factor| (factor, separators[0].1));
    Ok(Style::Decimal(Digits { zero, mandatory, optional, regular, separators }))
}

/// The distance, when separators stand at its multiples and nowhere else.
pub(super) fn regular(places: &[usize]) -> Option<usize> {
    fn divisor(first: usize, second: usize) -> usize {
        if second == 0 { first } else { divisor(second, first % second) }
    }
    let factor = places.iter().copied().reduce(divisor).filter(|factor| *factor > 0)?;
    (1..=places.len()).all(|index| places.contains(&(index * factor))).then_some(factor)
}
