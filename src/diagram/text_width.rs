//! How wide a text is, without a browser: good enough to leave room, the same everywhere.

/// Width in pixels of a text in a sans-serif font of this size, a little more rather than less.
pub(super) fn text_width(text: &str, font_size: f64) -> f64 {
    text.chars().map(|character| em(character) * font_size).sum()
}

/// Width in pixels in a monospaced font.
pub(super) fn code_width(text: &str, font_size: f64) -> f64 {
    text.chars().map(|character| if character as u32 > 0x2e80 { 1.2 } else { 0.62 } * font_size).sum()
}

fn em(character: char) -> f64 {
    match character {
        'i' | 'j' | 'l' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' => 0.32,
        'f' | 't' | 'r' | ' ' | '(' | ')' | '-' | '/' => 0.4,
        'm' | 'w' | 'M' | 'W' | '@' | '%' => 0.92,
        'A'..='Z' => 0.7,
        // Ideographs and emoji.
        character if character as u32 > 0x2e80 => 1.2,
        _ => 0.6,
    }
}
