//! From text to a path, in the grammar of Jayway's `PathCompiler`.

use super::{Argument, Path, Root, Step, quoted};
use crate::expr::SyntaxFault;
use serde_json::Value;

/// How deep filters, function arguments and lists may nest; a person writes two or three levels.
const MAX_NESTING: usize = 32;

/// How many functions a path may call; each is evaluated inside the one before it.
const MAX_FUNCTIONS: usize = 32;

pub(super) fn parse(text: &str) -> Result<Path, SyntaxFault> {
    // Jayway trims a path; blanks before it are AWS's to refuse.
    let text = text.trim_end();
    let mut parser = Parser { text, offset: 0, nesting: 0, ends: "" };
    match parser.path(Starts::Any) {
        Ok(path) if parser.offset == text.len() => Ok(path),
        Ok(_) => {
            let offset = parser.offset;
            Err(SyntaxFault { reason: format!("Could not parse token starting at position {offset}"), offset })
        }
        Err(reason) => Err(SyntaxFault { reason, offset: parser.offset }),
    }
}

pub(super) fn parse_start(text: &str) -> Result<(Path, usize), String> {
    let mut parser = Parser { text, offset: 0, nesting: 0, ends: ",)" };
    let path = parser.path(Starts::Any)?;
    Ok((path, parser.offset))
}

/// What a path may start with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Starts {
    /// `$`, `$$` or `$name`: what AWS lets a field start with.
    Any,
    /// `$` or `@`: what Jayway knows, inside a filter or a function.
    Document,
}

/// The characters that end a name in dot notation, beside those that go on with the path.
pub(super) const ENDS_IN_FILTER: &str = "<>=~!)";
const ENDS_IN_ARGUMENT: &str = ",)";

pub(super) struct Parser<'a> {
    text: &'a str,
    pub(super) offset: usize,
    nesting: usize,
    ends: &'static str,
}

impl<'a> Parser<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.offset..]
    }

    pub(super) fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    pub(super) fn eat(&mut self, wanted: &str) -> bool {
        let found = self.rest().starts_with(wanted);
        if found {
            self.offset += wanted.len();
        }
        found
    }

    pub(super) fn expect(&mut self, wanted: &str) -> Result<(), String> {
        if self.eat(wanted) { Ok(()) } else { Err(format!("Expected '{wanted}' at position {}", self.offset)) }
    }

    pub(super) fn blanks(&mut self) {
        self.offset += self.rest().len() - self.rest().trim_start().len();
    }

    pub(super) fn take_while(&mut self, accepted: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let length = rest.find(|character| !accepted(character)).unwrap_or(rest.len());
        self.offset += length;
        &rest[..length]
    }

    /// Reads one level deeper, where names end at other characters.
    pub(super) fn nested<T>(
        &mut self,
        ends: &'static str,
        read: impl FnOnce(&mut Self) -> Result<T, String>,
    ) -> Result<T, String> {
        if self.nesting == MAX_NESTING {
            return Err(format!("Nested deeper than {MAX_NESTING} levels"));
        }
        self.nesting += 1;
        let ends_outside = std::mem::replace(&mut self.ends, ends);
        let result = read(self);
        self.ends = ends_outside;
        self.nesting -= 1;
        result
    }

    /// A path inside a filter or a function.
    pub(super) fn inner_path(&mut self) -> Result<Path, String> {
        let ends = self.ends;
        self.nested(ends, |parser| parser.path(Starts::Document))
    }

    fn path(&mut self, starts: Starts) -> Result<Path, String> {
        let start = self.offset;
        let root = if starts == Starts::Document && self.eat("@") {
            Root::Input
        } else if starts == Starts::Any && self.eat("$$") {
            Root::Context
        } else if self.eat("$") {
            let is_letter = |character: char| character.is_alphanumeric() || character == '_';
            let name = if starts == Starts::Any { self.take_while(is_letter) } else { "" };
            if name.is_empty() { Root::Input } else { Root::Variable(name.to_owned()) }
        } else {
            return Err("Path must start with '$' or '@'".to_owned());
        };
        let mut steps = Vec::new();
        loop {
            match self.peek() {
                Some('.') => self.dot(&mut steps)?,
                Some('[') => steps.push(self.bracket()?),
                None => break,
                Some(end) if end.is_whitespace() || self.ends.contains(end) => break,
                Some(_) if steps.is_empty() => {
                    return Err(format!("Illegal character at position {} expected '.' or '['", self.offset));
                }
                Some(_) => return Err(format!("Could not parse token starting at position {}", self.offset)),
            }
        }
        if steps.iter().filter(|step| matches!(step, Step::Function { .. })).count() > MAX_FUNCTIONS {
            return Err(format!("More than {MAX_FUNCTIONS} functions"));
        }
        Ok(Path { root, steps, text: self.text[start..self.offset].to_owned() })
    }

    fn dot(&mut self, steps: &mut Vec<Step>) -> Result<(), String> {
        self.expect(".")?;
        if self.eat(".") {
            steps.push(Step::DeepScan);
        }
        match self.peek() {
            None => return Err("Path must not end with a '.' or '..'".to_owned()),
            Some('.') => return Err(format!("Character '.' on position {} is not valid.", self.offset)),
            Some('*') => {
                self.offset += 1;
                steps.push(Step::Wildcard);
                return Ok(());
            }
            Some('[') => {
                steps.push(self.bracket()?);
                return Ok(());
            }
            Some(_) => {}
        }
        let ends = self.ends;
        let name = self.take_while(|character| {
            !matches!(character, '.' | '[' | '(') && !character.is_whitespace() && !ends.contains(character)
        });
        if name.is_empty() {
            return Err(format!("Could not parse token starting at position {}", self.offset));
        }
        if self.eat("(") {
            let arguments = self.nested(ENDS_IN_ARGUMENT, Self::arguments)?;
            steps.push(Step::Function { name: name.to_owned(), arguments });
        } else if self.peek().is_some_and(char::is_whitespace) && self.ends.is_empty() {
            return Err(format!(
                "Use bracket notion ['my prop'] if your property contains blank characters. position: {}",
                self.offset
            ));
        } else {
            steps.push(Step::Names { names: vec![name.to_owned()], quote: '\'' });
        }
        Ok(())
    }

    fn arguments(&mut self) -> Result<Vec<Argument>, String> {
        let mut arguments = Vec::new();
        loop {
            self.blanks();
            if self.eat(")") {
                return Ok(arguments);
            }
            let argument = match self.peek() {
                Some('$' | '@') => Argument::Path(self.inner_path()?),
                _ => Argument::Value(self.literal()?),
            };
            arguments.push(argument);
            self.blanks();
            if !self.eat(",") && self.peek() != Some(')') {
                return Err("Arguments to function: expected ',' or ')'".to_owned());
            }
        }
    }

    fn bracket(&mut self) -> Result<Step, String> {
        let start = self.offset;
        self.expect("[")?;
        self.blanks();
        let step = match self.peek() {
            Some('*') => {
                self.offset += 1;
                Step::Wildcard
            }
            Some('?') => {
                self.offset += 1;
                self.blanks();
                self.expect("(")?;
                let filter = self.nested(ENDS_IN_FILTER, Self::any_of)?;
                self.blanks();
                self.expect(")")?;
                Step::Filter(filter)
            }
            Some(quote @ ('\'' | '"')) => self.names(quote)?,
            Some('-' | ':' | '0'..='9') => self.indexes()?,
            _ => {
                return Err(format!("Could not parse token starting at position {start}. Expected ?, ', 0-9, * "));
            }
        };
        self.blanks();
        self.expect("]")?;
        Ok(step)
    }

    /// All names of one bracket stand in the same quotes.
    fn names(&mut self, quote: char) -> Result<Step, String> {
        let mut names = vec![quoted::name(self.quoted()?, quote)];
        self.blanks();
        while self.eat(",") {
            self.blanks();
            if self.peek() != Some(quote) {
                return Err(format!("Found empty property at index {}", self.offset));
            }
            names.push(quoted::name(self.quoted()?, quote));
            self.blanks();
        }
        if self.peek().is_some_and(|end| end != ']') {
            return Err(format!(
                "Property must be separated by comma or Property must be terminated close square bracket at index {}",
                self.offset
            ));
        }
        Ok(Step::Names { names, quote })
    }

    /// What stands between the quotes at the offset.
    pub(super) fn quoted(&mut self) -> Result<&'a str, String> {
        let quote = self.peek().filter(|quote| matches!(quote, '\'' | '"')).ok_or("Expected a quoted text")?;
        let content = &self.rest()[1..];
        let length = quoted::length(content, quote)
            .ok_or_else(|| format!("Property has not been closed - missing closing {quote}"))?;
        self.offset += length + 2;
        Ok(&content[..length])
    }

    fn indexes(&mut self) -> Result<Step, String> {
        let text = self.take_while(|character| character.is_ascii_digit() || "-:, ".contains(character)).trim();
        // Java's `int`.
        let integer = |part: &str| part.parse::<i32>().map(i64::from);
        if text.contains(':') {
            let refused = || format!("Failed to parse SliceOperation: {text}");
            let mut bounds = text.split(':').map(|part| match part {
                "" => Ok(None),
                part => integer(part).map(Some).map_err(|_| refused()),
            });
            let (start, end) = (bounds.next().transpose()?.flatten(), bounds.next().transpose()?.flatten());
            return match (start, end) {
                (None, None) => Err(refused()),
                _ => Ok(Step::Slice { start, end }),
            };
        }
        let index = |part: &str| {
            integer(part.trim()).map_err(|_| format!("Failed to parse token in ArrayIndexOperation: {part}"))
        };
        text.split(',').map(index).collect::<Result<_, _>>().map(Step::Indexes)
    }

    pub(super) fn literal(&mut self) -> Result<Value, String> {
        self.blanks();
        match self.peek() {
            Some('\'' | '"') => quoted::string(self.quoted()?).map(Value::from),
            Some('[' | '{') => self.json(),
            _ => {
                let word = self.take_while(|character| character.is_ascii_alphanumeric() || "+-._".contains(character));
                serde_json::from_str(word).map_err(|_| format!("Expected a value at position {}", self.offset))
            }
        }
    }

    /// A JSON array or object, with strings in either kind of quotes.
    fn json(&mut self) -> Result<Value, String> {
        let mut stream = serde_json::Deserializer::from_str(self.rest()).into_iter::<Value>();
        if let Some(Ok(value)) = stream.next() {
            self.offset += stream.byte_offset();
            return Ok(value);
        }
        self.expect("[")?;
        let mut items = Vec::new();
        loop {
            self.blanks();
            if self.eat("]") {
                return Ok(items.into());
            }
            items.push(self.nested(ENDS_IN_ARGUMENT, Self::literal)?);
            self.blanks();
            if !self.eat(",") && self.peek() != Some(']') {
                return Err("Expected ',' or ']' in a list".to_owned());
            }
        }
    }
}
