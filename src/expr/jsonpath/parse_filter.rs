//! From text to a filter, in the grammar of Jayway's `FilterCompiler`: `||` binds looser than `&&`, and both looser
//! than `!`.

use super::filter::{Comparator, Filter, Operand, Pattern};
use super::parse::{ENDS_IN_FILTER, Parser};

impl Parser<'_> {
    pub(super) fn any_of(&mut self) -> Result<Filter, String> {
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
        let negated = self.eat("!");
        self.blanks();
        if negated && !matches!(self.peek(), Some('@' | '$')) {
            return Ok(Filter::Not(Box::new(self.nested(ENDS_IN_FILTER, Self::term)?)));
        }
        if self.eat("(") {
            let inner = self.nested(ENDS_IN_FILTER, Self::any_of)?;
            self.blanks();
            self.expect(")")?;
            return Ok(inner);
        }
        // Jayway hangs a `!` before a path on the path, where only the question whether it exists looks at it:
        // `!@.a == 1` is `@.a == 1`.
        self.expression(!negated)
    }

    fn expression(&mut self, wanted: bool) -> Result<Filter, String> {
        let left = self.operand()?;
        self.blanks();
        match self.comparator() {
            Some(comparator) => {
                let right = self.operand()?;
                Ok(Filter::Compare { left, comparator, right })
            }
            None if matches!(left, Operand::Current(_) | Operand::Root(_)) => Ok(Filter::Exists { path: left, wanted }),
            None => Err(format!("Expected path node at position {}", self.offset)),
        }
    }

    fn comparator(&mut self) -> Option<Comparator> {
        let start = self.offset;
        let is_sign = |character: char| "<>=~!".contains(character);
        let text = match self.peek() {
            Some(sign) if is_sign(sign) => self.take_while(is_sign),
            _ => self.take_while(|character| character.is_ascii_alphabetic()),
        };
        // A word has to be followed by a blank.
        let is_apart = text.starts_with(is_sign) || self.peek().is_none_or(char::is_whitespace);
        let comparator = Comparator::parse(text).filter(|_| is_apart);
        if comparator.is_none() {
            self.offset = start;
        }
        comparator
    }

    fn operand(&mut self) -> Result<Operand, String> {
        self.blanks();
        match self.peek() {
            Some('@') => self.inner_path().map(Operand::Current),
            Some('$') => self.inner_path().map(Operand::Root),
            Some('/') => self.regular_expression(),
            _ => self.literal().map(Operand::Value),
        }
    }

    fn regular_expression(&mut self) -> Result<Operand, String> {
        self.expect("/")?;
        let mut source = String::new();
        loop {
            let character = self.peek().ok_or("Pattern not closed. Expected /")?;
            self.offset += character.len_utf8();
            match character {
                '/' => break,
                '\\' => {
                    let escaped = self.peek().ok_or("Pattern not closed. Expected /")?;
                    self.offset += escaped.len_utf8();
                    source.extend(if escaped == '/' { vec!['/'] } else { vec!['\\', escaped] });
                }
                other => source.push(other),
            }
        }
        let flags = self.take_while(|character| "dixmsuU".contains(character));
        Pattern::new(&source, flags).map(Operand::Pattern)
    }
}
