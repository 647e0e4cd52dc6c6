//! One component of a path in its brackets: names, positions, a slice, a filter. The first character that starts one of
//! them decides which it is; what stands before or behind it is passed over, so that `["1"]` is position 1.

use super::Step;
use super::filter::Filter;
use super::parse_filter;
use super::thrown::{Class, Thrown};

/// Reads a component.
pub(super) fn read(component: &[char], nesting: usize) -> Result<Step, Thrown> {
    if component == ['[', '*', ']'] {
        return Ok(Step::Wildcard);
    }
    if let Some(count) = placeholders(component) {
        return Ok(Step::Filter(Filter::Placeholders(count)));
    }
    for (index, character) in component.iter().enumerate() {
        let mut reader = Reader { component, index };
        match character {
            '?' => {
                // It starts at the nearest bracket before the question mark.
                let start = component[..index].iter().rposition(|character| *character == '[').unwrap_or_default();
                let end = reader.filter_end(start)?;
                let filter: String = component[start..end].iter().collect();
                return parse_filter::parse(&filter, nesting).map(Step::Filter);
            }
            '\'' => return reader.names(),
            '@' => {
                return reader.counted_from_end().map_err(|thrown| thrown.malformed_if(!component.ends_with(&[']'])));
            }
            ':' | '-' | '0'..='9' => return reader.positions(),
            _ => {}
        }
    }
    let written: String = component.iter().collect();
    let thrown = Thrown::invalid(format!("Could not analyze path component: {written}"));
    Err(thrown.malformed_if(!component.ends_with(&[']'])))
}

/// How many filters `[?]` or `[?, ?]` stands for: ones that only a Java program can hand over.
fn placeholders(component: &[char]) -> Option<usize> {
    let inner = component.strip_prefix(&['['])?.strip_suffix(&[']'])?;
    let first = inner.iter().position(|character| !character.is_ascii_whitespace())?;
    let is_placeholder = |character: &char| matches!(character, '?' | ',' | '*') || character.is_ascii_whitespace();
    (inner[first] == '?' && inner.iter().all(is_placeholder))
        .then(|| inner.iter().filter(|character| **character == '?').count())
}

struct Reader<'c> {
    component: &'c [char],
    index: usize,
}

impl Reader<'_> {
    fn current(&self) -> Result<char, Thrown> {
        let found = self.component.get(self.index).copied();
        found.ok_or_else(|| Thrown::out_of_bounds(self.component, self.index as i64))
    }

    fn advance(&mut self) -> Result<char, Thrown> {
        self.index += 1;
        self.current()
    }

    /// Behind the first closing bracket that stands neither in quotes nor in parentheses.
    fn filter_end(&mut self, start: usize) -> Result<usize, Thrown> {
        let (mut brackets, mut parentheses, mut is_quoted, mut before) = (0_i64, 0_i64, false, ' ');
        self.index = start;
        loop {
            let character = self.current()?;
            self.index += 1;
            match character {
                '\'' if before != '\\' => is_quoted = !is_quoted,
                _ if is_quoted => {}
                '(' => parentheses += 1,
                ')' => parentheses -= 1,
                '[' => brackets += 1,
                ']' => {
                    brackets -= 1;
                    if parentheses == 0 {
                        break;
                    }
                }
                _ => {}
            }
            before = character;
        }
        match brackets {
            0 => Ok(self.index),
            _ => Err(Thrown::invalid("Filter brackets are not balanced")),
        }
    }

    /// Names between single quotes up to the first closing bracket, be it in a name or not. What is not between quotes
    /// is passed over, and a backslash is a character like any other.
    fn names(&mut self) -> Result<Step, Thrown> {
        let mut names = Vec::new();
        let mut open: Option<String> = None;
        let mut current = self.current()?;
        while current != ']' {
            match (current, &mut open) {
                ('\'', Some(name)) => {
                    names.push(std::mem::take(name));
                    open = None;
                }
                ('\'', None) => open = Some(String::new()),
                (other, Some(name)) => name.push(other),
                (_, None) => {}
            }
            current = self.advance()?;
        }
        Ok(Step::Names(names))
    }

    /// `[(@.length-1)]`.
    fn counted_from_end(&mut self) -> Result<Step, Thrown> {
        self.advance()?;
        let mut current = self.advance()?;
        let mut function = String::new();
        while current != '-' {
            if !matches!(current, ' ' | '(' | ')') {
                function.push(current);
            }
            current = self.advance()?;
        }
        if !matches!(function.as_str(), "size" | "length") {
            return Err(Thrown::invalid(format!(
                "Invalid function: @.{function}. Supported functions are: [(@.length - n)] and [(@.size() - n)]"
            )));
        }
        let mut number = String::new();
        while current != ')' {
            if current != ' ' {
                number.push(current);
            }
            current = self.advance()?;
        }
        integer(&number).map(Step::FromEnd)
    }

    /// `[1]`, `[1,2]`, `[1:2]`, `[1:]`, `[:2]`. Blanks are passed over even within a number.
    fn positions(&mut self) -> Result<Step, Thrown> {
        let mut numbers = Vec::new();
        let mut number = String::new();
        let (mut is_sequence, mut is_from, mut is_to) = (false, false, false);
        let mut current = self.current()?;
        while current.is_ascii_digit() || matches!(current, ',' | ' ' | ':' | '-') {
            match current {
                ' ' => {}
                ':' => {
                    let is_start = number.is_empty();
                    if !is_start {
                        numbers.push(integer(&std::mem::take(&mut number))?);
                    }
                    current = self.advance()?;
                    while current.is_ascii_digit() || matches!(current, ' ' | '-') {
                        if current != ' ' {
                            number.push(current);
                        }
                        current = self.advance()?;
                    }
                    is_to |= is_start;
                    if is_start || !number.is_empty() {
                        numbers.push(integer(&std::mem::take(&mut number))?);
                    } else {
                        is_from = true;
                    }
                }
                ',' => {
                    numbers.push(integer(&std::mem::take(&mut number))?);
                    is_sequence = true;
                }
                other => number.push(other),
            }
            if current == ']' {
                break;
            }
            current = self.advance()?;
        }
        if !number.is_empty() {
            numbers.push(integer(&number)?);
        }
        let first = numbers.first().copied();
        Ok(match numbers.get(1) {
            None if !is_to && !is_from => Step::Indexes(numbers),
            _ if is_sequence => Step::Indexes(numbers),
            _ if is_from => Step::Slice { start: first, end: None },
            _ if is_to => Step::Slice { start: None, end: first },
            end => Step::Slice { start: first, end: end.copied() },
        })
    }
}

/// Java's `Integer.parseInt`.
fn integer(text: &str) -> Result<i64, Thrown> {
    let number = text.parse::<i32>().map(i64::from);
    number.map_err(|_| Thrown::new(Class::NumberFormat, format!("For input string: \"{text}\"")))
}
