//! From byte offsets to lines and columns, and back.

use serde::{Deserialize, Serialize};

/// A place in a text as editors and AWS's language service count it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Position {
    /// Line, from 1.
    pub line: usize,
    /// Column, from 1, in UTF-16 code units.
    pub column: usize,
}

/// Where the lines of a text begin. `\n`, `\r\n` and a lone `\r` end a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineIndex {
    starts: Vec<usize>,
}

impl LineIndex {
    /// Reads the whole text once.
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for (offset, byte) in bytes.iter().enumerate() {
            let ends_line = match byte {
                b'\n' => true,
                b'\r' => bytes.get(offset + 1) != Some(&b'\n'),
                _ => false,
            };
            if ends_line {
                starts.push(offset + 1);
            }
        }
        Self { starts }
    }

    /// Number of lines; a text always has at least one.
    pub fn n_lines(&self) -> usize {
        self.starts.len()
    }

    /// The place of a byte offset. An offset past the end gives the end; one inside a character gives that character.
    pub fn position(&self, text: &str, offset: usize) -> Position {
        let mut offset = offset.min(text.len());
        while !text.is_char_boundary(offset) {
            offset -= 1;
        }
        let line = self.starts.partition_point(|start| *start <= offset).max(1);
        let start = self.starts[line - 1];
        let column = text[start..offset].encode_utf16().count() + 1;
        Position { line, column }
    }

    /// The byte offset of a place; a place past the end of its line or text gives that end.
    pub fn offset(&self, text: &str, position: Position) -> usize {
        let line = position.line.clamp(1, self.starts.len());
        let start = self.starts[line - 1];
        let end = self.starts.get(line).copied().unwrap_or(text.len());
        let mut units = 1;
        for (index, character) in text[start..end].char_indices() {
            if units >= position.column || matches!(character, '\n' | '\r') {
                return start + index;
            }
            units += character.len_utf16();
        }
        end
    }
}

/// The UTF-16 offset of a byte offset: what a browser's text controls count in.
pub fn utf16_offset(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    text[..offset].encode_utf16().count()
}

/// The UTF-16 offsets of byte offsets in any order: the text is read once, however many they are.
pub fn utf16_offsets(text: &str, offsets: &[usize]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..offsets.len()).collect();
    order.sort_by_key(|index| offsets[*index]);
    let mut found = vec![0; offsets.len()];
    let (mut from, mut units) = (0, 0);
    for index in order {
        let offset = text.floor_char_boundary(offsets[index]);
        units += text[from..offset].encode_utf16().count();
        from = offset;
        found[index] = units;
    }
    found
}

/// The byte offset of a UTF-16 offset; one past the end gives the end, one inside a character gives its start.
pub fn byte_offset(text: &str, utf16: usize) -> usize {
    let mut units = 0;
    for (index, character) in text.char_indices() {
        units += character.len_utf16();
        if units > utf16 {
            return index;
        }
    }
    text.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_lines_with_every_line_ending_and_columns_in_utf16() {
        let text = "a\r\nb\rc\n😀x";
        let index = LineIndex::new(text);
        assert_eq!(index.n_lines(), 4);
        assert_eq!(index.position(text, 3), Position { line: 2, column: 1 });
        assert_eq!(index.position(text, 5), Position { line: 3, column: 1 });
        let x = text.len() - 1;
        assert_eq!(index.position(text, x), Position { line: 4, column: 3 });
        assert_eq!(index.offset(text, Position { line: 4, column: 3 }), x);
        assert_eq!(utf16_offset(text, x), 9);
        assert_eq!(byte_offset(text, 9), x);
        assert_eq!(byte_offset(text, 8), x - '😀'.len_utf8(), "inside a pair");
    }

    #[test]
    fn many_offsets_are_what_each_is_by_itself() {
        let text = "aé😀\nb😀c";
        let offsets = [99, 4, 0, 5, 4, text.len(), 2, 1];
        let each: Vec<usize> = offsets.iter().map(|offset| utf16_offset(text, *offset)).collect();
        assert_eq!(utf16_offsets(text, &offsets), each);
        assert!(utf16_offsets(text, &[]).is_empty());
    }

    #[test]
    fn clamps_what_lies_outside() {
        let text = "ab\nc";
        let index = LineIndex::new(text);
        assert_eq!(index.position(text, 99), Position { line: 2, column: 2 });
        assert_eq!(index.offset(text, Position { line: 1, column: 99 }), 2);
        assert_eq!(index.offset(text, Position { line: 9, column: 9 }), 4);
    }
}
