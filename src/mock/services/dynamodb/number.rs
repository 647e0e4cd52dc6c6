//! Numbers as DynamoDB has them: decimal, up to 38 digits.

use super::Failure;
use std::cmp::Ordering;

/// A number: `digits` times ten to the power of `exponent`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    digits: i128,
    exponent: i32,
}

impl Number {
    /// Reads a number as text: `-1.5e3`. What it cannot be is said in DynamoDB's words.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let no_number = || format!("The parameter cannot be converted to a numeric value: {text}");
        let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
        let places = exponent.strip_prefix(['-', '+']).unwrap_or(exponent);
        if places.is_empty() || !places.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(no_number());
        }
        // More places than a number can have are too many, however many they are.
        let far = if exponent.starts_with('-') { i64::MIN / 4 } else { i64::MAX / 4 };
        let exponent = exponent.parse::<i32>().map_or(far, i64::from);
        let (negative, unsigned) = match mantissa.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, mantissa.strip_prefix('+').unwrap_or(mantissa)),
        };
        let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, ""));
        let all = format!("{whole}{fraction}");
        if all.is_empty() || !all.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(no_number());
        }
        let significant = all.trim_matches('0');
        if significant.is_empty() {
            return Ok(Self { digits: 0, exponent: 0 });
        }
        if significant.len() > 38 {
            return Err("Attempting to store more than 38 significant digits in a Number".to_owned());
        }
        let trailing = all.len() - all.trim_end_matches('0').len();
        let exponent = exponent - fraction.len() as i64 + trailing as i64;
        // The place of its first digit (DynamoDB developer guide, "Data types": from 1E-130 to 9.99…E+125).
        let (size, outside) = match exponent + significant.len() as i64 - 1 {
            ..=-131 => ("underflow", "smaller"),
            126.. => ("overflow", "larger"),
            _ => {
                let digits: i128 = significant.parse().map_err(|_| no_number())?;
                let exponent = i32::try_from(exponent).map_err(|_| no_number())?;
                return Ok(Self { digits: if negative { -digits } else { digits }, exponent });
            }
        };
        Err(format!("Number {size}. Attempting to store a number with magnitude {outside} than supported range"))
    }

    /// Both with the same exponent; None where that takes too many digits.
    fn aligned(self, other: Self) -> Option<(i128, i128, i32)> {
        let exponent = self.exponent.min(other.exponent);
        let scaled = |number: Self| {
            let places = u32::try_from(number.exponent - exponent).ok()?;
            if number.digits == 0 { Some(0) } else { number.digits.checked_mul(10_i128.checked_pow(places)?) }
        };
        Some((scaled(self)?, scaled(other)?, exponent))
    }

    /// The sum, or the difference.
    pub(super) fn plus(self, other: Self, negate: bool) -> Result<Self, Failure> {
        let other = if negate { Self { digits: -other.digits, ..other } } else { other };
        let sum = self.aligned(other).and_then(|(left, right, exponent)| Some((left.checked_add(right)?, exponent)));
        let (digits, exponent) =
            sum.ok_or_else(|| Failure::NotSimulated("arithmetic beyond 38 digits of DynamoDB".to_owned()))?;
        Ok(Self { digits, exponent })
    }

    /// As DynamoDB writes it: without an exponent and needless zeros.
    pub(super) fn text(self) -> String {
        let sign = if self.digits < 0 { "-" } else { "" };
        let digits = self.digits.unsigned_abs().to_string();
        if self.exponent >= 0 {
            let zeros = if self.digits == 0 { 0 } else { self.exponent as usize };
            return format!("{sign}{digits}{}", "0".repeat(zeros));
        }
        let places = self.exponent.unsigned_abs() as usize;
        let padded = format!("{digits:0>width$}", width = places + 1);
        let (whole, fraction) = padded.split_at(padded.len() - places);
        let text = format!("{whole}.{fraction}");
        format!("{sign}{}", text.trim_end_matches('0').trim_end_matches('.'))
    }
}

impl PartialOrd for Number {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Number {
    fn cmp(&self, other: &Self) -> Ordering {
        if let Some((left, right, _)) = self.aligned(*other) {
            return left.cmp(&right);
        }
        // Too far apart for the same exponent: the sign decides, then the place of the first digit.
        let place = |number: &Self| {
            let magnitude = number.digits.unsigned_abs().to_string().len() as i32 + number.exponent;
            number.digits.signum() as i32 * (magnitude + 1000)
        };
        place(self).cmp(&place(other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sum(left: &str, right: &str) -> String {
        Number::parse(left).unwrap().plus(Number::parse(right).unwrap(), false).unwrap().text()
    }

    #[test]
    fn adds_without_rounding() {
        assert_eq!(sum("0.1", "0.2"), "0.3");
        assert_eq!(sum("9007199254740993", "1"), "9007199254740994");
        assert_eq!(sum("1.50", "-1.5"), "0");
        assert_eq!(sum("1e3", "-0.05"), "999.95");
        assert_eq!(sum("-7", "2"), "-5");
        assert!(Number::parse("1e100").unwrap().plus(Number::parse("1").unwrap(), false).is_err());
    }

    #[test]
    fn compares_by_value() {
        let ascending = ["-1e100", "-10", "-9.5", "0", "1e-90", "2", "10.0", "1e20", "1e100"];
        for pair in ascending.windows(2) {
            assert!(Number::parse(pair[0]).unwrap() < Number::parse(pair[1]).unwrap(), "{pair:?}");
        }
        assert_eq!(Number::parse("1.0"), Number::parse("1"));
        assert_eq!(Number::parse("0.00"), Number::parse("-0"));
        assert!(["", "x", "1.2.3", "--1", "1e", "1e+-5", "e5"].into_iter().all(|text| Number::parse(text).is_err()));
    }

    #[test]
    fn what_is_too_large_or_too_small_is_refused_whatever_its_exponent() {
        let refusal = |text: &str| Number::parse(text).unwrap_err();
        for text in ["1e126", "-1e2147483647", "1e99999999999999999999", "10e125"] {
            assert!(refusal(text).starts_with("Number overflow"), "{text}");
        }
        for text in ["1e-131", "1e-2147483648", "0.1e-130", "1e-99999999999999999999"] {
            assert!(refusal(text).starts_with("Number underflow"), "{text}");
        }
        assert!(refusal(&"1".repeat(39)).contains("38 significant digits"));
        for text in ["9.9e125", "1e-130", "0e999", "1000e-133", "0.001e128"] {
            assert!(Number::parse(text).is_ok(), "{text}");
        }
    }
}
