//! Text as it is compared: in small letters, without accents.

/// Letters with marks, and the letter each is taken for. Spanish, and its neighbours whose words stand in definitions.
const MARKED: [(&str, char); 15] = [
    ("àáâãäåāăą", 'a'),
    ("çćĉċč", 'c'),
    ("ďđ", 'd'),
    ("èéêëēĕėęě", 'e'),
    ("ĝğġģ", 'g'),
    ("ìíîïĩīĭįı", 'i'),
    ("ł", 'l'),
    ("ñńņň", 'n'),
    ("òóôõöøōŏő", 'o'),
    ("ŕŗř", 'r'),
    ("śŝşš", 's'),
    ("ţťŧ", 't'),
    ("ùúûüũūŭůűų", 'u'),
    ("ýÿŷ", 'y'),
    ("źżž", 'z'),
];

/// A text in small letters without accents: `Acción` and `accion` are the same. Accents that are written as signs of their
/// own (U+0300 to U+036F) go too.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii() {
            folded.push(letter.to_ascii_lowercase());
        } else if !('\u{300}'..='\u{36f}').contains(&letter) {
            folded.extend(letter.to_lowercase().map(unmarked));
        }
    }
    folded
}

fn unmarked(letter: char) -> char {
    MARKED.iter().find(|(marked, _)| marked.contains(letter)).map_or(letter, |(_, plain)| *plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_case_do_not_count() {
        assert_eq!(fold("ACCIÓN Pingüino ÑANDÚ"), "accion pinguino nandu");
        assert_eq!(fold("cancio\u{301}n"), "cancion");
        assert_eq!(fold("日本 Ωmega"), "日本 ωmega");
    }
}
