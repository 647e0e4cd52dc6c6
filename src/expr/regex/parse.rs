//! Reading a pattern (ECMAScript, "Patterns", with annex B).

use super::BadPattern;
use super::class::Class;

/// How deep groups may nest: reading recurses as deep.
const MAX_NESTING: usize = 100;

/// A part of a pattern.
#[derive(Clone, Debug)]
pub(super) enum Part {
    Empty,
    Set(Class),
    Start,
    End,
    /// `\b`; `\B` when not.
    Boundary(bool),
    Sequence(Vec<Part>),
    Either(Vec<Part>),
    /// A group that is remembered, from 1.
    Group(usize, Box<Part>),
    Repeat {
        part: Box<Part>,
        least: usize,
        most: Option<usize>,
        greedy: bool,
    },
    Look {
        ahead: bool,
        wanted: bool,
        part: Box<Part>,
    },
    Back(usize),
}

/// A pattern with the number of its groups.
#[derive(Debug)]
pub(super) struct Parsed {
    pub(super) part: Part,
    pub(super) groups: usize,
}

pub(super) fn parse(source: &str) -> Result<Parsed, BadPattern> {
    let characters: Vec<char> = source.chars().collect();
    let mut names = Vec::new();
    let total = count_groups(&characters, &mut names);
    let mut parser = Parser { characters, at: 0, groups: 0, total, names, nesting: 0 };
    let part = parser.either()?;
    if parser.at < parser.characters.len() {
        return Err(BadPattern::Invalid("Unmatched ')'"));
    }
    Ok(Parsed { part, groups: parser.groups })
}

/// How many groups are remembered, and the names of those that have one: a back-reference may come before its group.
fn count_groups(characters: &[char], names: &mut Vec<(String, usize)>) -> usize {
    let (mut count, mut in_class, mut at) = (0, false, 0);
    while at < characters.len() {
        match characters[at] {
            '\\' => at += 1,
            '[' => in_class = true,
            ']' => in_class = false,
            '(' if !in_class => {
                if characters.get(at + 1) != Some(&'?') {
                    count += 1;
                } else if characters.get(at + 2) == Some(&'<') && !matches!(characters.get(at + 3), Some('=' | '!')) {
                    count += 1;
                    let name = characters[at + 3..].iter().take_while(|character| **character != '>');
                    names.push((name.collect(), count));
                }
            }
            _ => {}
        }
        at += 1;
    }
    count
}

struct Parser {
    characters: Vec<char>,
    at: usize,
    groups: usize,
    total: usize,
    names: Vec<(String, usize)>,
    nesting: usize,
}

impl Parser {
    fn peek(&self) -> Option<char> {
        self.characters.get(self.at).copied()
    }

    fn starts_with(&self, text: &str) -> bool {
        let rest = &self.characters[self.at.min(self.characters.len())..];
        text.chars().enumerate().all(|(index, character)| rest.get(index) == Some(&character))
    }

    fn eat(&mut self, text: &str) -> bool {
        let found = self.starts_with(text);
        if found {
            self.at += text.chars().count();
        }
        found
    }

    fn either(&mut self) -> Result<Part, BadPattern> {
        self.nesting += 1;
        if self.nesting > MAX_NESTING {
            return Err(BadPattern::TooLarge);
        }
        let mut choices = vec![self.sequence()?];
        while self.eat("|") {
            choices.push(self.sequence()?);
        }
        self.nesting -= 1;
        Ok(if choices.len() == 1 { choices.remove(0) } else { Part::Either(choices) })
    }

    fn sequence(&mut self) -> Result<Part, BadPattern> {
        let mut parts = Vec::new();
        while self.peek().is_some_and(|next| next != '|' && next != ')') {
            let (part, repeats) = self.term()?;
            parts.push(if repeats { self.repeated(part)? } else { part });
        }
        Ok(if parts.len() == 1 { parts.remove(0) } else { Part::Sequence(parts) })
    }

    /// One part, and whether it may be repeated.
    fn term(&mut self) -> Result<(Part, bool), BadPattern> {
        let Some(next) = self.peek() else { return Ok((Part::Empty, false)) };
        self.at += 1;
        Ok(match next {
            '^' => (Part::Start, false),
            '$' => (Part::End, false),
            '.' => (Part::Set(Class::dot()), true),
            '[' => (Part::Set(self.class()?), true),
            '(' => self.group()?,
            '\\' => self.escape()?,
            '*' | '+' | '?' => return Err(BadPattern::Invalid("Nothing to repeat")),
            '{' if self.bounds(self.at - 1).is_some() => return Err(BadPattern::Invalid("Nothing to repeat")),
            other => (Part::Set(Class::of(other)), true),
        })
    }

    fn group(&mut self) -> Result<(Part, bool), BadPattern> {
        let look = [("?=", true, true), ("?!", true, false), ("?<=", false, true), ("?<!", false, false)];
        let look = look.into_iter().find(|(sign, ..)| self.eat(sign));
        let mut number = None;
        if look.is_none() && !self.eat("?:") {
            if self.eat("?<") {
                while self.peek().is_some_and(|next| next != '>') {
                    self.at += 1;
                }
                if !self.eat(">") {
                    return Err(BadPattern::Invalid("Invalid capture group name"));
                }
            } else if self.peek() == Some('?') {
                return Err(BadPattern::Invalid("Invalid group"));
            }
            self.groups += 1;
            number = Some(self.groups);
        }
        let part = Box::new(self.either()?);
        if !self.eat(")") {
            return Err(BadPattern::Invalid("Unterminated group"));
        }
        Ok(match (look, number) {
            (Some((_, ahead, wanted)), _) => (Part::Look { ahead, wanted, part }, ahead),
            (None, Some(number)) => (Part::Group(number, part), true),
            (None, None) => (*part, true),
        })
    }

    /// `{2}`, `{2,}`, `{2,3}` at a place: least, most, and the place behind.
    fn bounds(&self, at: usize) -> Option<(usize, Option<usize>, usize)> {
        let rest: String = self.characters[at..].iter().take_while(|character| **character != '}').collect();
        let inner = rest.strip_prefix('{')?;
        let end = at + rest.chars().count() + 1;
        if end > self.characters.len() {
            return None;
        }
        let number = |digits: &str| {
            let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
            is_number.then(|| digits.parse::<usize>().unwrap_or(usize::MAX))
        };
        match inner.split_once(',') {
            None => number(inner).map(|count| (count, Some(count), end)),
            Some((least, "")) => number(least).map(|least| (least, None, end)),
            Some((least, most)) => Some((number(least)?, Some(number(most)?), end)),
        }
    }

    fn repeated(&mut self, part: Part) -> Result<Part, BadPattern> {
        let (least, most) = match self.peek() {
            Some('*') => (0, None),
            Some('+') => (1, None),
            Some('?') => (0, Some(1)),
            Some('{') => match self.bounds(self.at) {
                Some((least, most, end)) => {
                    self.at = end - 1;
                    (least, most)
                }
                None => return Ok(part),
            },
            _ => return Ok(part),
        };
        self.at += 1;
        if most.is_some_and(|most| most < least) {
            return Err(BadPattern::Invalid("numbers out of order in {} quantifier"));
        }
        let greedy = !self.eat("?");
        Ok(Part::Repeat { part: Box::new(part), least, most, greedy })
    }

    fn escape(&mut self) -> Result<(Part, bool), BadPattern> {
        let Some(next) = self.peek() else { return Err(BadPattern::Invalid("\\ at end of pattern")) };
        match next {
            'b' | 'B' => {
                self.at += 1;
                return Ok((Part::Boundary(next == 'b'), false));
            }
            'k' if !self.names.is_empty() => {
                let rest: String = self.characters[self.at + 1..].iter().take_while(|next| **next != '>').collect();
                let name = rest.strip_prefix('<').unwrap_or_default();
                let known = self.names.iter().find(|(known, _)| known == name);
                let Some((_, number)) = known else { return Err(BadPattern::Invalid("Invalid named reference")) };
                let number = *number;
                self.at += rest.chars().count() + 2;
                return Ok((Part::Back(number), true));
            }
            '1'..='9' => {
                let digits: String =
                    self.characters[self.at..].iter().take_while(|next| next.is_ascii_digit()).collect();
                if let Ok(number) = digits.parse::<usize>()
                    && number <= self.total
                {
                    self.at += digits.len();
                    return Ok((Part::Back(number), true));
                }
            }
            _ => {}
        }
        if let Some(class) = Class::escape(next) {
            self.at += 1;
            return Ok((Part::Set(class), true));
        }
        Ok((Part::Set(Class::of(self.escaped_character())), true))
    }

    /// The character behind a backslash, wherever it may stand.
    fn escaped_character(&mut self) -> char {
        let Some(next) = self.peek() else { return '\\' };
        self.at += 1;
        let hex = |parser: &Self, length: usize| {
            let digits: String = parser.characters[parser.at..].iter().take(length).collect();
            (digits.len() == length).then(|| u32::from_str_radix(&digits, 16).ok()).flatten()
        };
        match next {
            't' => '\t',
            'n' => '\n',
            'v' => '\u{b}',
            'f' => '\u{c}',
            'r' => '\r',
            'c' => match self.peek() {
                Some(letter) if letter.is_ascii_alphabetic() => {
                    self.at += 1;
                    char::from(letter as u8 % 32)
                }
                _ => {
                    self.at -= 1;
                    '\\'
                }
            },
            'x' | 'u' => {
                let length = if next == 'x' { 2 } else { 4 };
                let Some(code) = hex(self, length) else { return next };
                self.at += length;
                // Two escapes may write one character.
                if (0xd800..0xdc00).contains(&code) && self.starts_with("\\u") {
                    self.at += 2;
                    if let Some(low) = hex(self, 4).filter(|low| (0xdc00..0xe000).contains(low)) {
                        self.at += 4;
                        return char::from_u32(0x10000 + ((code - 0xd800) << 10) + (low - 0xdc00)).unwrap_or(next);
                    }
                    self.at -= 2;
                }
                char::from_u32(code).unwrap_or(char::REPLACEMENT_CHARACTER)
            }
            '0'..='7' => {
                let mut code = next as u32 - '0' as u32;
                while let Some(digit @ '0'..='7') = self.peek()
                    && code * 8 + (digit as u32 - '0' as u32) <= 0o377
                {
                    code = code * 8 + (digit as u32 - '0' as u32);
                    self.at += 1;
                }
                char::from_u32(code).unwrap_or(next)
            }
            other => other,
        }
    }

    fn class(&mut self) -> Result<Class, BadPattern> {
        let negated = self.eat("^");
        let mut class = Class::empty();
        loop {
            let Some(next) = self.peek() else { return Err(BadPattern::Invalid("Unterminated character class")) };
            if next == ']' {
                self.at += 1;
                return Ok(if negated { class.complement() } else { class });
            }
            let first = self.class_atom();
            if self.peek() == Some('-') && self.characters.get(self.at + 1).is_some_and(|next| *next != ']') {
                self.at += 1;
                let last = self.class_atom();
                match (first, last) {
                    (Ok(from), Ok(to)) if from <= to => class.add(from, to),
                    (Ok(_), Ok(_)) => return Err(BadPattern::Invalid("Range out of order in character class")),
                    (first, last) => {
                        class.add('-', '-');
                        for part in [first, last] {
                            match part {
                                Ok(character) => class.add(character, character),
                                Err(set) => class.join(&set),
                            }
                        }
                    }
                }
                continue;
            }
            match first {
                Ok(character) => class.add(character, character),
                Err(set) => class.join(&set),
            }
        }
    }

    /// A character of a class, or a set.
    fn class_atom(&mut self) -> Result<char, Class> {
        let next = self.peek().unwrap_or(']');
        self.at += 1;
        if next != '\\' {
            return Ok(next);
        }
        match self.peek() {
            Some('b') => {
                self.at += 1;
                Ok('\u{8}')
            }
            Some('-') => {
                self.at += 1;
                Ok('-')
            }
            Some(letter) => match Class::escape(letter) {
                Some(set) => {
                    self.at += 1;
                    Err(set)
                }
                None => Ok(self.escaped_character()),
            },
            None => Ok('\\'),
        }
    }
}
