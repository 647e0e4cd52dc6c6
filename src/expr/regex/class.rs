//! Sets of characters.

/// A set of characters: an ASCII bit map, and ranges beyond.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Class {
    ascii: u128,
    /// Beyond ASCII, both ends included.
    ranges: Vec<(char, char)>,
    negated: bool,
}

/// Blanks beyond ASCII (ECMAScript, "WhiteSpace" and "LineTerminator").
const BLANKS: [(char, char); 8] = [
    ('\u{a0}', '\u{a0}'),
    ('\u{1680}', '\u{1680}'),
    ('\u{2000}', '\u{200a}'),
    ('\u{2028}', '\u{2029}'),
    ('\u{202f}', '\u{202f}'),
    ('\u{205f}', '\u{205f}'),
    ('\u{3000}', '\u{3000}'),
    ('\u{feff}', '\u{feff}'),
];

impl Class {
    pub(super) fn empty() -> Self {
        Self { ascii: 0, ranges: Vec::new(), negated: false }
    }

    pub(super) fn of(character: char) -> Self {
        let mut class = Self::empty();
        class.add(character, character);
        class
    }

    /// What `.` stands for: all but the ends of lines.
    pub(super) fn dot() -> Self {
        let mut class = Self::empty();
        for (from, to) in [('\n', '\n'), ('\r', '\r'), ('\u{2028}', '\u{2029}')] {
            class.add(from, to);
        }
        class.complement()
    }

    /// `\d`, `\w`, `\s` and their opposites.
    pub(super) fn escape(letter: char) -> Option<Self> {
        let mut class = Self::empty();
        match letter.to_ascii_lowercase() {
            'd' => class.add('0', '9'),
            'w' => {
                for (from, to) in [('0', '9'), ('A', 'Z'), ('a', 'z'), ('_', '_')] {
                    class.add(from, to);
                }
            }
            's' => {
                class.add('\t', '\r');
                class.add(' ', ' ');
                BLANKS.iter().for_each(|(from, to)| class.add(*from, *to));
            }
            _ => return None,
        }
        Some(if letter.is_ascii_uppercase() { class.complement() } else { class })
    }

    pub(super) fn add(&mut self, from: char, to: char) {
        let ascii_end = (to as u32).min(127);
        for code in from as u32..=ascii_end {
            self.ascii |= 1 << code;
        }
        if to as u32 > 127 {
            self.ranges.push((from.max('\u{80}'), to));
        }
    }

    /// Adds another set.
    pub(super) fn join(&mut self, other: &Self) {
        if !other.negated {
            self.ascii |= other.ascii;
            self.ranges.extend_from_slice(&other.ranges);
            return;
        }
        self.ascii |= !other.ascii;
        let mut sorted = other.ranges.clone();
        sorted.sort_unstable();
        let mut next = 0x80;
        for (from, to) in sorted {
            if (from as u32) > next
                && let (Some(start), Some(end)) = (following(next), preceding(from as u32))
                && start <= end
            {
                self.ranges.push((start, end));
            }
            next = next.max(to as u32 + 1);
        }
        if let Some(start) = following(next) {
            self.ranges.push((start, char::MAX));
        }
    }

    pub(super) fn complement(mut self) -> Self {
        self.negated = !self.negated;
        self
    }

    /// The set with what differs in case only. As far as ECMAScript goes without `u`: letter by letter.
    pub(super) fn ignoring_case(self) -> Self {
        let mut folded = Self { negated: false, ..self.clone() };
        for code in 0..128_u8 {
            let character = char::from(code);
            if self.ascii >> code & 1 == 1 {
                for other in same_case(character) {
                    folded.add(other, other);
                }
            }
        }
        for (from, to) in &self.ranges {
            for character in (*from..=*to).take(MAX_FOLDED) {
                for other in same_case(character) {
                    if !(*from..=*to).contains(&other) {
                        folded.add(other, other);
                    }
                }
            }
        }
        folded.negated = self.negated;
        folded
    }

    #[inline]
    pub(super) fn has(&self, character: char) -> bool {
        let code = character as u32;
        let inside = if code < 128 {
            self.ascii >> code & 1 == 1
        } else {
            self.ranges.iter().any(|(from, to)| (*from..=*to).contains(&character))
        };
        inside != self.negated
    }

    /// Its character, when it has one only.
    pub(super) fn only(&self) -> Option<char> {
        match (&self.ranges[..], self.ascii.count_ones()) {
            _ if self.negated => None,
            ([], 1) => char::from_u32(self.ascii.trailing_zeros()),
            ([(from, to)], 0) if from == to => Some(*from),
            _ => None,
        }
    }

    /// The ASCII characters of the set, as bits.
    pub(super) fn ascii(&self) -> u128 {
        if self.negated { !self.ascii } else { self.ascii }
    }

    /// Whether it may have characters beyond ASCII.
    pub(super) fn goes_beyond_ascii(&self) -> bool {
        self.negated || !self.ranges.is_empty()
    }
}

/// Of a range, so many characters are looked at for others of their case: more than all alphabets with cases have.
const MAX_FOLDED: usize = 0x3000;

fn following(code: u32) -> Option<char> {
    char::from_u32(if (0xd800..0xe000).contains(&code) { 0xe000 } else { code })
}

fn preceding(code: u32) -> Option<char> {
    char::from_u32(if code == 0xe000 { 0xd7ff } else { code - 1 })
}

/// A character as it is compared when case does not matter (ECMAScript, "Canonicalize").
pub(super) fn canonical(character: char) -> char {
    if character.is_ascii() {
        return character.to_ascii_uppercase();
    }
    let mut upper = character.to_uppercase();
    match (upper.next(), upper.next()) {
        (Some(only), None) if !only.is_ascii() => only,
        _ => character,
    }
}

/// The characters that are compared as this one is.
fn same_case(character: char) -> Vec<char> {
    let own = canonical(character);
    let mut found = vec![own];
    found.extend(own.to_lowercase().filter(|lower| canonical(*lower) == own));
    found.extend(character.to_lowercase().filter(|lower| canonical(*lower) == own));
    found
}
