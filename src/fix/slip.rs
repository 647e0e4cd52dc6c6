//! Whether a name is another one with a slip of the finger, so that it can be corrected without asking.

/// Whether the names differ in case, spaces and signs only, by one letter too few or too many, or by two letters that
/// changed places. Another letter in the place of one may mean another thing (`Step A` and `Step B`), and so may a digit.
pub(super) fn is_slip(written: &str, meant: &str) -> bool {
    let (written, meant) = (letters(written), letters(meant));
    if written == meant {
        return true;
    }
    let (shorter, longer) = if written.len() < meant.len() { (&written, &meant) } else { (&meant, &written) };
    let same = shorter.iter().zip(longer.iter()).take_while(|(a, b)| a == b).count();
    match longer.len() - shorter.len() {
        // Names of a letter or two have too many neighbours.
        1 => shorter.len() >= 3 && !longer[same].is_ascii_digit() && longer[same + 1..] == shorter[same..],
        0 if same + 1 < longer.len() => {
            let is_swap = written[same] == meant[same + 1] && written[same + 1] == meant[same];
            let is_digit = written[same].is_ascii_digit() || meant[same].is_ascii_digit();
            is_swap && !is_digit && written[same + 2..] == meant[same + 2..]
        }
        _ => false,
    }
}

fn letters(name: &str) -> Vec<char> {
    name.chars().filter(|letter| letter.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::is_slip;

    #[test]
    fn tells_slips_from_other_names() {
        for (written, meant) in
            [("Secnd", "Second"), ("send-mail", "Send mail"), ("Secodn", "Second"), ("Nexxt", "Next")]
        {
            assert!(is_slip(written, meant), "{written}");
        }
        for (written, meant) in
            [("Step A", "Step B"), ("Step1", "Step2"), ("Step", "Step1"), ("A", "AB"), ("Step 12", "Step 21")]
        {
            assert!(!is_slip(written, meant), "{written}");
        }
    }
}
