//! YAML as libyaml reads it, with lines that YAML 1.2 wants further to the right.
//!
//! Inside of brackets and of quotes, libyaml (PyYAML, so SAM and the AWS CLI) lets a line begin in any column; YAML 1.2 wants
//! it right of the key (sections 7.3 and 7.4), and so does the parser. Blanks at the start of such a line mean nothing, so the
//! lines that the parser stumbles over get more of them.

use super::Offsets;
use crate::import::MappedText;
use crate::text::Span;
use saphyr_parser::{Parser, ScanError};

/// The most bytes that are read while lines are moved: each moved line costs one more reading of what stands before it.
const MAX_BYTES_READ: usize = 32 * 1024 * 1024;

/// The text with its lines moved, when that makes it readable.
pub(super) fn indented(text: &str) -> Option<MappedText> {
    // Right of every key.
    let deepest = text.lines().map(|line| line.len() - line.trim_start_matches([' ', '-']).len()).max()?;
    let blanks = " ".repeat(deepest + 2);
    let (mut moved, mut n_read) = (Vec::<usize>::new(), 0);
    loop {
        let made = with_blanks(text, &moved, &blanks);
        let Some(error) = Parser::new_from_str(&made.text).find_map(Result::err) else { return Some(made) };
        let byte = Offsets::new(&made.text).byte(error.marker());
        n_read += byte;
        let before = moved.len();
        moved.extend(lines_to_move(&made, byte, &error, text));
        moved.sort_unstable();
        moved.dedup();
        if moved.len() == before || n_read > MAX_BYTES_READ {
            return None;
        }
    }
}

/// Where the lines of the original start that an error is about.
fn lines_to_move(made: &MappedText, byte: usize, error: &ScanError, text: &str) -> Vec<usize> {
    let original = made.map.span(Span::empty(byte)).start;
    match error.info() {
        "invalid indentation" | "invalid indentation in flow construct" => vec![line_start(text, original)],
        "invalid indentation in quoted scalar" => {
            let quoted = text.get(original..).unwrap_or_default();
            let end = original + closing_quote(quoted);
            let inner = text.get(original..end).unwrap_or_default();
            inner.match_indices('\n').map(|(offset, _)| original + offset + 1).collect()
        }
        _ => Vec::new(),
    }
}

fn line_start(text: &str, offset: usize) -> usize {
    text.get(..offset).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1)
}

/// Where the quote closes with which a text begins.
fn closing_quote(text: &str) -> usize {
    let mut characters = text.char_indices();
    let quote = characters.next().map_or('"', |(_, quote)| quote);
    while let Some((offset, character)) = characters.next() {
        if character == '\\' && quote == '"' {
            characters.next();
        } else if character == quote {
            return offset;
        }
    }
    text.len()
}

fn with_blanks(text: &str, lines: &[usize], blanks: &str) -> MappedText {
    let mut made = MappedText::default();
    let mut copied = 0;
    for start in lines {
        made.push_copy(text.get(copied..*start).unwrap_or_default(), copied);
        made.push(blanks, Span::empty(*start));
        copied = *start;
    }
    made.push_copy(text.get(copied..).unwrap_or_default(), copied);
    made
}
