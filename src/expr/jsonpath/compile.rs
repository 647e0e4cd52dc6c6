//! From text to a path, by the rules of the engine's path compiler: the text is cut into components, and each component
//! is read on its own. Nothing is escaped anywhere, and much that looks wrong is read as something.

use super::bracket;
use super::thrown::{Class, Thrown};
use super::{Path, PathFault, Root, Step};

/// How deep filters may stand in the paths of filters. The engine refuses each of them, the innermost first.
const MAX_NESTING: usize = 32;

/// Reads a path as a field holds it: `$$` and `$name` are AWS's, the rest is the engine's.
pub(super) fn read(text: &str) -> Result<Path, (Thrown, usize)> {
    let trimmed = trim(text);
    let name = |rest: &str| {
        let is_part = |character: char| character.is_alphanumeric() || character == '_';
        rest.find(|character| !is_part(character)).unwrap_or(rest.len())
    };
    let (root, skipped) = match trimmed.strip_prefix('$') {
        Some(rest) if rest.starts_with('$') => (Root::Context, 1),
        Some(rest) if name(rest) > 0 => (Root::Variable(rest[..name(rest)].to_owned()), name(rest)),
        _ => (Root::Input, 0),
    };
    let compiled =
        if skipped == 0 { compile(trimmed, 0) } else { compile(&format!("${}", &trimmed[1 + skipped..]), 0) };
    let before = text.len() - text.trim_start_matches(is_trimmed).len();
    match compiled {
        Ok(compiled) => Ok(Path::new(root, compiled.steps, trimmed.to_owned())),
        Err((thrown, offset)) => Err((thrown, (before + skipped + offset).min(text.len()))),
    }
}

/// Reads a path inside a filter, which starts with `$` or `@`, and says whether it starts at the whole document.
pub(super) fn read_inner(text: &str, nesting: usize) -> Result<(Path, bool), Thrown> {
    // What other engines read as a condition of their own, this one reads as a path: the text may be right elsewhere.
    let compiled = compile(text, nesting).map_err(|(thrown, _)| thrown.malformed_if(false))?;
    Ok((Path::new(Root::Input, compiled.steps, text.to_owned()), compiled.is_of_document))
}

/// What Java's `trim` takes off.
pub(super) fn is_trimmed(character: char) -> bool {
    character <= ' '
}

pub(super) fn trim(text: &str) -> &str {
    text.trim_matches(is_trimmed)
}

struct Compiled {
    steps: Vec<Step>,
    is_of_document: bool,
}

/// Compiles a path. An exception comes with the place of the component that it is about, in bytes.
fn compile(text: &str, nesting: usize) -> Result<Compiled, (Thrown, usize)> {
    if text.is_empty() {
        // Refused before the compiler starts, which would put its own exception around it.
        return Err((Thrown::new(Class::InvalidPath, "json can not be null or empty").malformed(), 0));
    }
    if nesting > MAX_NESTING {
        return Err((Thrown::new(Class::Bound, format!("Nested deeper than {MAX_NESTING} levels")), 0));
    }
    let path = trim(text);
    let is_of_document = !path.starts_with('@');
    let (path, added) = match path.strip_prefix('@') {
        Some(rest) => (format!("${rest}"), 0),
        None if path.starts_with('$') => (path.to_owned(), 0),
        None => (format!("$.{path}"), 2),
    };
    let refused = |thrown: Thrown| Err((thrown.malformed().wrapped(), 0));
    if trim(text).is_empty() {
        return refused(Thrown::out_of_bounds(&[], 0));
    }
    if path.ends_with("..") {
        return refused(Thrown::invalid("A path can not end with a scan."));
    }
    let path: Vec<char> = path.chars().collect();
    if path.get(1).is_some_and(|second| !matches!(second, '.' | '[')) {
        return refused(Thrown::invalid(format!("Invalid path {}", path.iter().collect::<String>())));
    }
    let mut components = Components { path: &path, offset: 1, nesting };
    let mut steps = Vec::new();
    while components.offset < path.len() {
        let start = components.offset;
        match components.next() {
            Ok(step) => steps.extend(step),
            Err(thrown) => {
                // One that is never closed is wrong at its end.
                let place = if thrown.is_malformed { components.offset } else { start };
                let bytes: usize = path[..place.min(path.len())].iter().map(|character| character.len_utf8()).sum();
                return Err((thrown.wrapped(), bytes.saturating_sub(added)));
            }
        }
    }
    Ok(Compiled { steps, is_of_document })
}

struct Components<'p> {
    path: &'p [char],
    offset: usize,
    nesting: usize,
}

impl Components<'_> {
    /// The step of the next component; none for a dot that nothing follows directly.
    fn next(&mut self) -> Result<Option<Step>, Thrown> {
        match self.path[self.offset] {
            ' ' => Err(Thrown::invalid("Space not allowed in path").malformed()),
            '$' => {
                self.offset += 1;
                Ok(Some(Step::Root))
            }
            '*' => {
                self.offset += 1;
                Ok(Some(Step::Wildcard))
            }
            '[' => {
                let start = self.offset;
                self.offset = self.closed();
                bracket::read(&self.path[start..self.offset], self.nesting).map(Some)
            }
            '.' => {
                self.offset += 1;
                match self.path.get(self.offset) {
                    None => Err(Thrown::out_of_bounds(self.path, self.offset as i64)),
                    Some('.') => {
                        self.offset += 1;
                        Ok(Some(Step::DeepScan))
                    }
                    Some('[' | ' ') => Ok(None),
                    Some(_) => self.name().map(Some),
                }
            }
            _ => self.name().map(Some),
        }
    }

    /// A name in dot notation, which is read as if it stood in brackets and quotes.
    fn name(&mut self) -> Result<Step, Thrown> {
        let rest = &self.path[self.offset..];
        let length = rest.iter().position(|character| matches!(character, '.' | '[' | ' ')).unwrap_or(rest.len());
        self.offset += length;
        if rest[..length] == ['*'] {
            return Ok(Step::Wildcard);
        }
        let quoted: Vec<char> = ['[', '\''].iter().chain(&rest[..length]).chain(&['\'', ']']).copied().collect();
        bracket::read(&quoted, self.nesting)
    }

    /// Behind the bracket that closes the one at the offset, whatever stands in quotes.
    fn closed(&self) -> usize {
        let mut open = 0_usize;
        for (index, character) in self.path.iter().enumerate().skip(self.offset) {
            match character {
                '[' => open += 1,
                ']' if open == 1 => return index + 1,
                ']' => open -= 1,
                _ => {}
            }
        }
        self.path.len()
    }
}

/// Reads a path from a field, and says where a wrong one goes wrong.
pub(super) fn read_placed(text: &str) -> Result<Path, PathFault> {
    read(text).map_err(|(thrown, offset)| PathFault {
        is_malformed: thrown.is_malformed,
        reason: thrown.reason(),
        offset,
    })
}

/// The length of the path at the start of a text that goes on after it with a blank, a comma or a closing parenthesis;
/// those in brackets, and between parentheses of the path, are part of it.
pub(super) fn length_at_start(text: &str) -> usize {
    let (mut brackets, mut parentheses, mut is_quoted, mut before) = (0_usize, 0_usize, false, ' ');
    for (index, character) in text.char_indices() {
        let is_outside = brackets == 0 && !is_quoted;
        match character {
            '\'' if brackets > 0 && before != '\\' => is_quoted = !is_quoted,
            _ if is_quoted => {}
            '[' => brackets += 1,
            ']' => brackets = brackets.saturating_sub(1),
            '(' if is_outside => parentheses += 1,
            ')' if is_outside && parentheses > 0 => parentheses -= 1,
            ',' | ')' if is_outside && parentheses == 0 => return index,
            blank if is_outside && parentheses == 0 && blank.is_whitespace() => return index,
            _ => {}
        }
        before = character;
    }
    text.len()
}
