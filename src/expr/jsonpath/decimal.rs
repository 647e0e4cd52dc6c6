//! Decimal numbers of any size, read and compared as Java's `BigDecimal` does, with its messages.

use super::thrown::{Class, Thrown};
use std::cmp::Ordering;

/// A number: `0.d₁d₂… × 10^exponent`, without zeros at either end of the digits; no digits for zero.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decimal {
    is_negative: bool,
    digits: Vec<u8>,
    exponent: i64,
}

/// Up to this many characters `BigDecimal` reads a number in a way of its own, with another message.
const COMPACT_LENGTH: usize = 18;

/// How many digits an exponent may have behind its leading zeros.
const MAX_EXPONENT_DIGITS: usize = 10;

impl Decimal {
    /// Reads a number.
    ///
    /// # Errors
    /// When the text is no number: the `NumberFormatException` of `BigDecimal`.
    pub(super) fn parse(text: &str) -> Result<Self, Thrown> {
        let thrown = |message: &str| Thrown::new(Class::NumberFormat, message);
        let is_negative = text.starts_with('-');
        let characters: Vec<char> = text.strip_prefix(['-', '+']).unwrap_or(text).chars().collect();
        if characters.is_empty() && text.is_empty() {
            return Err(Thrown::bare(Class::NumberFormat));
        }
        let is_compact = characters.len() <= COMPACT_LENGTH;
        let (mut digits, mut after_dot, mut has_digits, mut has_dot, mut exponent) =
            (Vec::new(), 0_i64, false, false, 0_i64);
        for (index, character) in characters.iter().enumerate() {
            match character {
                '0'..='9' => {
                    has_digits = true;
                    after_dot += i64::from(has_dot);
                    digits.push(*character as u8);
                }
                '.' if has_dot => return Err(thrown("Character array contains more than one decimal point.")),
                '.' => has_dot = true,
                'e' | 'E' => {
                    exponent = exponent_of(&characters[index + 1..])?;
                    if i32::try_from(exponent).is_err() {
                        return Err(thrown("Exponent overflow."));
                    }
                    break;
                }
                other if is_compact => {
                    return Err(thrown(&format!(
                        "Character {other} is neither a decimal digit number, decimal point, nor \"e\" notation \
                         exponential mark."
                    )));
                }
                _ => return Err(thrown("Character array is missing \"e\" notation exponential mark.")),
            }
        }
        if !has_digits {
            return Err(thrown("No digits found."));
        }
        if exponent != 0 && i32::try_from(after_dot - exponent).is_err() {
            return Err(thrown("Scale out of range."));
        }
        Ok(Self::normal(is_negative, digits, exponent - after_dot))
    }

    /// Digits and the exponent of the last of them.
    fn normal(is_negative: bool, digits: Vec<u8>, exponent: i64) -> Self {
        let exponent = exponent.saturating_add_unsigned(digits.len() as u64);
        let leading = digits.iter().take_while(|digit| **digit == b'0').count();
        let trailing = digits[leading..].iter().rev().take_while(|digit| **digit == b'0').count();
        let digits = digits[leading..digits.len() - trailing].to_vec();
        if digits.is_empty() {
            return Self { is_negative: false, digits, exponent: 0 };
        }
        Self { is_negative, digits, exponent: exponent.saturating_sub_unsigned(leading as u64) }
    }

    fn magnitude(&self, other: &Self) -> Ordering {
        self.exponent.cmp(&other.exponent).then_with(|| self.digits.cmp(&other.digits))
    }

    /// -1, 0 or 1.
    fn sign(&self) -> i8 {
        match (self.digits.is_empty(), self.is_negative) {
            (true, _) => 0,
            (false, true) => -1,
            (false, false) => 1,
        }
    }

    pub(super) fn compare(&self, other: &Self) -> Ordering {
        self.sign().cmp(&other.sign()).then_with(|| match self.sign() {
            0 => Ordering::Equal,
            1 => self.magnitude(other),
            _ => other.magnitude(self),
        })
    }
}

/// The exponent behind an `e`.
fn exponent_of(characters: &[char]) -> Result<i64, Thrown> {
    let thrown = |message: &str| Thrown::new(Class::NumberFormat, message);
    let is_negative = characters.first() == Some(&'-');
    let characters = if is_negative || characters.first() == Some(&'+') { &characters[1..] } else { characters };
    if characters.is_empty() {
        return Err(Thrown::bare(Class::NumberFormat));
    }
    let surplus = characters.len().saturating_sub(MAX_EXPONENT_DIGITS);
    let zeros = characters.iter().take(surplus).take_while(|character| **character == '0').count();
    if zeros < surplus {
        return Err(thrown("Too many nonzero exponent digits."));
    }
    let mut exponent = 0_i64;
    for character in &characters[zeros..] {
        let digit = character.to_digit(10).ok_or_else(|| thrown("Not a digit."))?;
        exponent = exponent * 10 + i64::from(digit);
    }
    Ok(if is_negative { -exponent } else { exponent })
}
