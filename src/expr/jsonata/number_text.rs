//! How numbers are written: as ECMAScript does ("Number::toString", "Number.prototype.toFixed").

/// The digits after which a number is rounded when it becomes a text (`$string` of the reference implementation).
const SIGNIFICANT: usize = 15;

/// Beyond it, ECMAScript writes an exponent.
const LARGEST_PLAIN: i32 = 21;

/// The shortest text that reads as the number.
pub(super) fn number_text(number: f64) -> String {
    if number.is_nan() {
        return "NaN".to_owned();
    }
    if number.is_infinite() {
        return if number > 0.0 { "Infinity" } else { "-Infinity" }.to_owned();
    }
    if number == 0.0 {
        return "0".to_owned();
    }
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return (number as i64).to_string();
    }
    let scientific = format!("{:e}", number.abs());
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let digits = mantissa.replace('.', "");
    let point = exponent.parse::<i32>().unwrap_or_default() + 1;
    let count = digits.len() as i32;
    let mut text = String::from(if number < 0.0 { "-" } else { "" });
    if count <= point && point <= LARGEST_PLAIN {
        text.push_str(&digits);
        text.push_str(&"0".repeat((point - count) as usize));
    } else if 0 < point && point <= LARGEST_PLAIN {
        text.push_str(&digits[..point as usize]);
        text.push('.');
        text.push_str(&digits[point as usize..]);
    } else if -6 < point && point <= 0 {
        text.push_str("0.");
        text.push_str(&"0".repeat((-point) as usize));
        text.push_str(&digits);
    } else {
        text.push_str(&digits[..1]);
        if count > 1 {
            text.push('.');
            text.push_str(&digits[1..]);
        }
        text.push_str(if point > 0 { "e+" } else { "e-" });
        text.push_str(&(point - 1).abs().to_string());
    }
    text
}

/// A number as `$string` and `&` write it: without what binary arithmetic adds behind its fifteenth digit.
pub(super) fn rounded_number_text(number: f64) -> String {
    if number.fract() == 0.0 && number.abs() < 1e15 {
        return number_text(number);
    }
    let rounded = format!("{number:.*e}", SIGNIFICANT - 1);
    number_text(rounded.parse().unwrap_or(number))
}

/// A number with so many digits behind the point; from 10²¹ on as [`number_text`].
pub(super) fn fixed_text(number: f64, digits: usize) -> String {
    if number.is_finite() && number.abs() < 1e21 { format!("{number:.digits$}") } else { number_text(number) }
}

/// A whole number in another base, with the digits that ECMAScript engines give: those of no weight are zeros.
pub(super) fn radix_text(number: f64, radix: u32) -> String {
    if radix == 10 || !number.is_finite() {
        return number_text(number);
    }
    let radix = f64::from(radix);
    let mut rest = number.abs();
    let mut digits = Vec::new();
    while rest / radix >= 9_007_199_254_740_992.0 {
        rest /= radix;
        digits.push(b'0');
    }
    loop {
        let digit = rest % radix;
        digits.push(b"0123456789abcdefghijklmnopqrstuvwxyz"[digit as usize]);
        rest = (rest - digit) / radix;
        if rest < 1.0 {
            break;
        }
    }
    if number < 0.0 {
        digits.push(b'-');
    }
    digits.into_iter().rev().map(char::from).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_in_ecmascript() {
        for (number, text) in [
            (0.1 + 0.2, "0.30000000000000004"),
            (1e21, "1e+21"),
            (123_456_789_012_345_680_000.0, "123456789012345680000"),
            (1e-7, "1e-7"),
            (0.000_001_5, "0.0000015"),
            (-1.5e300, "-1.5e+300"),
            (-0.0, "0"),
        ] {
            assert_eq!(number_text(number), text);
        }
        assert_eq!(rounded_number_text(0.1 + 0.2), "0.3");
        assert_eq!(rounded_number_text(1.0 / 3.0), "0.333333333333333");
        assert_eq!(radix_text(255.0, 16), "ff");
        assert_eq!(radix_text(1e21, 16), "3635c9adc5dea00000");
        assert_eq!(radix_text(-5.0, 2), "-101");
    }
}
