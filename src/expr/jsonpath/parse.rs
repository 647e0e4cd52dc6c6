//! From text to a path.

use super::filter::{Comparator, Filter, Operand};
use super::{Argument, Path, Root, Step};
use serde_json::Value;

/// How deep filters may nest; a person writes two or three levels.
const MAX_NESTING: usize = 32;

pub(super) fn parse(text: &str) -> Result<Path, String> {
    let mut parser = Parser { text, offset: 0, nesting: 0 };
    let path = parser.path()?;
    if parser.offset < text.len() {
        return Err(format!("Unexpected text at position {}: {}", parser.offset, parser.rest()));
    }
    Ok(path)
}

struct Parser<'a> {
    text: &'a str,
    offset: usize,
    nesting: usize,
}

fn is_name(character: char) -> bool {
    character.is_alphanumeric() || matches!(character, '_' | '-' | '$' | '@') || !character.is_ascii()
}

impl<'a> Parser<'a> {
    fn rest(&self) -> &'a str {
        &self.text[self.offset..]
    }

    fn peek(&self) -> Option<char> {
        self.rest().chars().next()
    }

    fn eat(&mut self, wanted: &str) -> bool {
        let found = self.rest().starts_with(wanted);
        if found {
            self.offset += wanted.len();
        }
        found
    }

    fn expect(&mut self, wanted: &str) -> Result<(), String> {
        if self.eat(wanted) { Ok(()) } else { Err(format!("Expected '{wanted}' at position {}", self.offset)) }
    }

    fn blanks(&mut self) {
        self.offset += self.rest().len() - self.rest().trim_start().len();
    }

    fn take_while(&mut self, accepted: impl Fn(char) -> bool) -> &'a str {
        let rest = self.rest();
        let length = rest.find(|character| !accepted(character)).unwrap_or(rest.len());
        self.offset += length;
        &rest[..length]
    }

    fn path(&mut self) -> Result<Path, String> {
        let start = self.offset;
        let root = if self.eat("$$") {
            Root::Context
        } else if self.eat("$") {
            let name = self.take_while(|character| character.is_alphanumeric() || character == '_');
            if name.is_empty() { Root::Input } else { Root::Variable(name.to_owned()) }
        } else {
            self.expect("@").map_err(|_| "Path must start with '$'".to_owned())?;
            Root::Input
        };
        let mut steps = Vec::new();
        while let Some(character) = self.peek() {
            match character {
                '.' => self.dot(&mut steps)?,
                '[' => steps.push(self.bracket()?),
                _ => break,
            }
        }
        if matches!(steps.last(), Some(Step::DeepScan)) {
            return Err("Path must not end with a '.' or '..'".to_owned());
        }
        Ok(Path { root, steps, text: self.text[start..self.offset].to_owned() })
    }

    fn dot(&mut self, steps: &mut Vec<Step>) -> Result<(), String> {
        self.expect(".")?;
        if self.eat(".") {
            steps.push(Step::DeepScan);
            if self.peek() == Some('[') {
                return Ok(());
            }
        }
        if self.eat("*") {
            steps.push(Step::Wildcard);
            return Ok(());
        }
        if self.peek() == Some('[') {
            return Ok(());
        }
        let name = self.take_while(is_name);
        if name.is_empty() {
            return Err("Path must not end with a '.' or '..'".to_owned());
        }
        if self.eat("(") {
            let arguments = self.arguments()?;
            steps.push(Step::Function { name: name.to_owned(), arguments });
        } else {
            steps.push(Step::Names(vec![name.to_owned()]));
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
                Some('$' | '@') => Argument::Path(self.nested(Self::path)?),
                _ => Argument::Value(self.literal()?),
            };
            arguments.push(argument);
            self.blanks();
            if !self.eat(",") && self.peek() != Some(')') {
                return Err("Arguments to function: expected ',' or ')'".to_owned());
            }
        }
    }

    fn nested<T>(&mut self, read: impl FnOnce(&mut Self) -> Result<T, String>) -> Result<T, String> {
        if self.nesting == MAX_NESTING {
            return Err(format!("Nested deeper than {MAX_NESTING} levels"));
        }
        self.nesting += 1;
        let result = read(self);
        self.nesting -= 1;
        result
    }

    fn bracket(&mut self) -> Result<Step, String> {
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
                let filter = self.nested(Self::any_of)?;
                self.blanks();
                self.expect(")")?;
                Step::Filter(filter)
            }
            Some('\'' | '"') => {
                let mut names = vec![self.string()?];
                self.blanks();
                while self.eat(",") {
                    self.blanks();
                    names.push(self.string()?);
                    self.blanks();
                }
                Step::Names(names)
            }
            _ => self.indexes()?,
        };
        self.blanks();
        self.expect("]")?;
        Ok(step)
    }

    fn integer(&mut self) -> Result<Option<i64>, String> {
        self.blanks();
        let digits = self.take_while(|character| character.is_ascii_digit() || character == '-');
        self.blanks();
        if digits.is_empty() {
            return Ok(None);
        }
        digits.parse().map(Some).map_err(|_| format!("'{digits}' is not an index"))
    }

    fn indexes(&mut self) -> Result<Step, String> {
        let first = self.integer()?;
        if self.eat(":") {
            let end = self.integer()?;
            let step = if self.eat(":") { self.integer()?.unwrap_or(1) } else { 1 };
            if step < 1 {
                return Err(format!("The step {step} of a slice is not positive"));
            }
            return Ok(Step::Slice { start: first, end, step });
        }
        let mut indexes = vec![first.ok_or_else(|| "Could not parse the token in brackets".to_owned())?];
        while self.eat(",") {
            indexes.push(self.integer()?.ok_or_else(|| "Could not parse the token in brackets".to_owned())?);
        }
        Ok(Step::Indexes(indexes))
    }

    fn string(&mut self) -> Result<String, String> {
        let quote = self.peek().filter(|quote| matches!(quote, '\'' | '"')).ok_or("Expected a quoted name")?;
        self.offset += 1;
        let mut content = String::new();
        let mut characters = self.rest().char_indices();
        while let Some((index, character)) = characters.next() {
            if character == quote {
                self.offset += index + 1;
                return Ok(content);
            }
            if character == '\\' {
                match characters.next() {
                    Some((_, escaped)) => content.push(escaped),
                    None => break,
                }
            } else {
                content.push(character);
            }
        }
        Err("Property has not been closed - missing closing quote".to_owned())
    }

    fn literal(&mut self) -> Result<Value, String> {
        self.blanks();
        match self.peek() {
            Some('\'' | '"') => self.string().map(Value::from),
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
            items.push(self.nested(Self::literal)?);
            self.blanks();
            if !self.eat(",") && self.peek() != Some(']') {
                return Err("Expected ',' or ']' in a list".to_owned());
            }
        }
    }

    fn any_of(&mut self) -> Result<Filter, String> {
        let mut parts = vec![self.all_of()?];
        self.blanks();
        while self.eat("||") {
            parts.push(self.all_of()?);
            self.blanks();
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Filter::Or(parts) })
    }

    fn all_of(&mut self) -> Result<Filter, String> {
        let mut parts = vec![self.term()?];
        self.blanks();
        while self.eat("&&") {
            parts.push(self.term()?);
            self.blanks();
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Filter::And(parts) })
    }

    fn term(&mut self) -> Result<Filter, String> {
        self.blanks();
        if self.eat("!") {
            return Ok(Filter::Not(Box::new(self.nested(Self::term)?)));
        }
        if self.eat("(") {
            let inner = self.nested(Self::any_of)?;
            self.blanks();
            self.expect(")")?;
            return Ok(inner);
        }
        let left = self.operand()?;
        self.blanks();
        let Some(comparator) = Comparator::ALL.into_iter().find(|comparator| self.eat(comparator.as_str())) else {
            return Ok(Filter::Exists(left));
        };
        self.blanks();
        let right = self.operand()?;
        Ok(Filter::Compare { left, comparator, right })
    }

    fn operand(&mut self) -> Result<Operand, String> {
        self.blanks();
        match self.peek() {
            Some('@') => self.nested(Self::path).map(Operand::Current),
            Some('$') => self.nested(Self::path).map(Operand::Root),
            Some('/') => self.regular_expression(),
            _ => self.literal().map(Operand::Value),
        }
    }

    fn regular_expression(&mut self) -> Result<Operand, String> {
        self.expect("/")?;
        let mut pattern = String::new();
        loop {
            let character = self.peek().ok_or("The regular expression is not closed")?;
            self.offset += character.len_utf8();
            match character {
                '/' => break,
                '\\' if self.peek() == Some('/') => {
                    self.offset += 1;
                    pattern.push('/');
                }
                other => pattern.push(other),
            }
        }
        let flags = self.take_while(|character| character.is_ascii_alphabetic());
        if !flags.is_empty() {
            pattern = format!("(?{flags}){pattern}");
        }
        // Jayway asks for a match of the whole text (`Matcher.matches`).
        regex_lite::Regex::new(&format!("^(?:{pattern})$")).map_err(|error| error.to_string())?;
        Ok(Operand::Pattern(pattern))
    }
}
