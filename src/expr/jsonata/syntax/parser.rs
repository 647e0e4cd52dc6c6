//! Reading operators by how tightly they bind (Pratt's method), with the binding powers of JSONata 2.0.6.

use super::Refusal;
use super::lexer::{Lexer, Token, Word};
use super::raw::{LinkKind, Raw, RawKind};
use super::resolve::resolve;
use super::tree::Node;
use crate::expr::jsonata::error_text::quoted;
use crate::expr::jsonata::signature::Signature;
use crate::expr::jsonata::stack::with_stack;
use std::ops::Range;
use std::rc::Rc;

/// How deep brackets, conditions and signs may nest in the text: reading recurses as deep, and the stack of a web worker
/// is small.
const MAX_NESTING: usize = if cfg!(target_family = "wasm") { 150 } else { 250 };

/// How deep the parts of an expression may nest; a chain of operators nests one level each. AWS evaluates no more than a
/// hundred.
const MAX_HEIGHT: usize = if cfg!(target_family = "wasm") { 250 } else { 500 };

/// How tightly a sign binds behind an operand; 0 for what ends it.
fn power(sign: &str) -> usize {
    match sign {
        "(" | "[" | "@" | "#" => 80,
        "." => 75,
        "{" => 70,
        "*" | "/" | "%" => 60,
        "+" | "-" | "&" => 50,
        "=" | "<" | ">" | "^" | "!=" | "<=" | ">=" | "~>" | "in" => 40,
        "and" => 30,
        "or" => 25,
        "?" => 20,
        ":=" => 10,
        _ => 0,
    }
}

/// Reads an expression.
///
/// # Errors
/// What is wrong, and where.
pub(crate) fn read(text: &str) -> Result<Node, Refusal> {
    let mut lexer = Lexer::new(text);
    let token = lexer.next(false)?;
    let mut parser = Parser { lexer, token, nesting: 0 };
    let raw = parser.expression(0)?;
    if !parser.token.is_end() {
        return Err(Refusal::syntax(&parser.token.shown(text), parser.token.span));
    }
    resolve(raw, text)
}

struct Parser<'a> {
    lexer: Lexer<'a>,
    /// The word that comes next.
    token: Token,
    nesting: usize,
}

impl Parser<'_> {
    /// Takes the next word. `infix` where an operand ends with it.
    fn take(&mut self, infix: bool) -> Result<Token, Refusal> {
        let next = self.lexer.next(infix)?;
        Ok(std::mem::replace(&mut self.token, next))
    }

    fn expect(&mut self, sign: &str, infix: bool) -> Result<Token, Refusal> {
        if self.token.is(sign) {
            return self.take(infix);
        }
        let text = self.lexer.text;
        let expected = quoted(sign);
        Err(if self.token.is_end() {
            let end = text.trim_end().len();
            Refusal::new("S0203", format!("Expected {expected} before end of expression"), end..end)
        } else {
            let message = format!("Expected {expected}, got {}", quoted(&self.token.shown(text)));
            Refusal::new("S0202", message, self.token.span.clone())
        })
    }

    fn expression(&mut self, tightness: usize) -> Result<Raw, Refusal> {
        self.nesting += 1;
        if self.nesting > MAX_NESTING {
            return Err(Refusal::too_deep(self.lexer.text));
        }
        let left = with_stack(|| self.operators(tightness))?;
        self.nesting -= 1;
        Ok(left)
    }

    /// An operand with the operators behind it that bind more tightly.
    fn operators(&mut self, tightness: usize) -> Result<Raw, Refusal> {
        let first = self.take(true)?;
        let mut left = self.operand(first)?;
        while let Word::Operator(sign) = self.token.word
            && power(sign) > tightness
        {
            let token = self.take(false)?;
            left = self.behind(left, sign, token.span)?;
            if left.height > MAX_HEIGHT {
                return Err(Refusal::too_deep(self.lexer.text));
            }
        }
        Ok(left)
    }

    /// Expressions with a separator between them, up to a closing bracket.
    fn list(&mut self, close: &str) -> Result<Vec<Raw>, Refusal> {
        let mut items = Vec::new();
        while !self.token.is(close) {
            items.push(self.expression(0)?);
            if !self.token.is(";") {
                break;
            }
            self.take(false)?;
        }
        Ok(items)
    }

    fn operand(&mut self, token: Token) -> Result<Raw, Refusal> {
        let span = token.span.clone();
        let Word::Operator(sign) = token.word else { return Ok(Raw::new(RawKind::Word(token.word), span, 1)) };
        let (kind, height) = match sign {
            "and" | "or" | "in" => (RawKind::Word(token.word), 0),
            "*" => (RawKind::Wildcard, 0),
            "**" => (RawKind::Descendants, 0),
            "%" => (RawKind::Parent, 0),
            "-" => {
                let operand = self.expression(70)?;
                let height = operand.height;
                (RawKind::Negate(Box::new(operand)), height)
            }
            "(" => {
                let items = self.list(")")?;
                self.expect(")", true)?;
                let height = Raw::height_of(&items);
                (RawKind::Block(items), height)
            }
            "[" => {
                let items = self.array()?;
                let height = Raw::height_of(&items);
                (RawKind::Array(items), height)
            }
            "{" => {
                let pairs = self.pairs()?;
                let height = pairs.iter().map(|(key, value)| key.height.max(value.height)).max().unwrap_or_default();
                (RawKind::Object(pairs), height)
            }
            "|" => self.transform()?,
            sign => {
                let message = format!("The symbol {} cannot be used as a unary operator", quoted(sign));
                return Err(Refusal::new("S0211", message, span));
            }
        };
        Ok(Raw::new(kind, span, height + 1))
    }

    fn array(&mut self) -> Result<Vec<Raw>, Refusal> {
        let mut items = Vec::new();
        if !self.token.is("]") {
            loop {
                let mut item = self.expression(0)?;
                if self.token.is("..") {
                    let span = self.take(false)?.span;
                    let end = self.expression(0)?;
                    let height = item.height.max(end.height) + 1;
                    item = Raw::new(RawKind::Binary("..", Box::new(item), Box::new(end)), span, height);
                }
                items.push(item);
                if !self.token.is(",") {
                    break;
                }
                self.take(false)?;
            }
        }
        self.expect("]", true)?;
        Ok(items)
    }

    fn pairs(&mut self) -> Result<Vec<(Raw, Raw)>, Refusal> {
        let mut pairs = Vec::new();
        if !self.token.is("}") {
            loop {
                let key = self.expression(0)?;
                self.expect(":", false)?;
                pairs.push((key, self.expression(0)?));
                if !self.token.is(",") {
                    break;
                }
                self.take(false)?;
            }
        }
        self.expect("}", true)?;
        Ok(pairs)
    }

    fn transform(&mut self) -> Result<(RawKind, usize), Refusal> {
        let pattern = self.expression(0)?;
        self.expect("|", false)?;
        let update = self.expression(0)?;
        let mut delete = None;
        if self.token.is(",") {
            self.take(false)?;
            delete = Some(self.expression(0)?);
        }
        self.expect("|", false)?;
        let height = Raw::height_of([&pattern, &update].into_iter().chain(&delete));
        Ok((RawKind::Transform(Box::new(pattern), Box::new(update), delete.map(Box::new)), height))
    }

    /// What a sign makes of the operand before it.
    fn behind(&mut self, left: Raw, sign: &'static str, span: Range<usize>) -> Result<Raw, Refusal> {
        match sign {
            "(" => self.call(left, span),
            "." => {
                let step = self.expression(75)?;
                let height = step.height;
                Ok(left.linked(LinkKind::Step(step), span, height))
            }
            "[" if self.token.is("]") => {
                self.take(false)?;
                Ok(left.keep_array())
            }
            "[" => {
                let filter = self.expression(0)?;
                self.expect("]", true)?;
                let height = filter.height;
                Ok(left.linked(LinkKind::Filter(filter), span, height))
            }
            "{" => {
                let pairs = self.pairs()?;
                let height = pairs.iter().map(|(key, value)| key.height.max(value.height)).max().unwrap_or_default();
                Ok(left.linked(LinkKind::Group(pairs), span, height))
            }
            "^" => {
                let terms = self.terms()?;
                let height = Raw::height_of(terms.iter().map(|(term, _)| term));
                Ok(left.linked(LinkKind::Sort(terms), span, height))
            }
            "@" | "#" => {
                let name = self.expression(80)?;
                let RawKind::Word(Word::Variable(name)) = name.kind else {
                    let message = format!("The right side of {} must be a variable name (start with $)", quoted(sign));
                    return Err(Refusal::new("S0214", message, name.span));
                };
                let link = if sign == "@" { LinkKind::Focus(name) } else { LinkKind::Index(name) };
                Ok(left.linked(link, span, 1))
            }
            ":=" => {
                let RawKind::Word(Word::Variable(name)) = left.kind else {
                    let message = "The left side of := must be a variable name (start with $)";
                    return Err(Refusal::new("S0212", message, left.span));
                };
                let value = self.expression(9)?;
                let height = value.height + 1;
                Ok(Raw::new(RawKind::Bind(name, Box::new(value)), span, height))
            }
            "?" => {
                let then = self.expression(0)?;
                let mut otherwise = None;
                if self.token.is(":") {
                    self.take(false)?;
                    otherwise = Some(self.expression(0)?);
                }
                let height = Raw::height_of([&left, &then].into_iter().chain(&otherwise)) + 1;
                let kind = RawKind::Condition(Box::new(left), Box::new(then), otherwise.map(Box::new));
                Ok(Raw::new(kind, span, height))
            }
            sign => {
                let right = self.expression(power(sign))?;
                let height = left.height.max(right.height) + 1;
                Ok(Raw::new(RawKind::Binary(sign, Box::new(left), Box::new(right)), span, height))
            }
        }
    }

    fn terms(&mut self) -> Result<Vec<(Raw, bool)>, Refusal> {
        self.expect("(", false)?;
        let mut terms = Vec::new();
        loop {
            let descending = self.token.is(">");
            if descending || self.token.is("<") {
                self.take(false)?;
            }
            terms.push((self.expression(0)?, descending));
            if !self.token.is(",") {
                break;
            }
            self.take(false)?;
        }
        self.expect(")", false)?;
        Ok(terms)
    }

    fn call(&mut self, left: Raw, span: Range<usize>) -> Result<Raw, Refusal> {
        let mut arguments = Vec::new();
        if !self.token.is(")") {
            loop {
                if self.token.is("?") {
                    let open = self.take(false)?;
                    arguments.push(Raw::new(RawKind::Word(open.word), open.span, 1));
                } else {
                    arguments.push(self.expression(0)?);
                }
                if !self.token.is(",") {
                    break;
                }
                self.take(false)?;
            }
        }
        self.expect(")", true)?;
        match &left.kind {
            RawKind::Word(Word::Name(name)) if matches!(&**name, "function" | "λ") => self.lambda(arguments, span),
            _ => {
                let height = Raw::height_of(&arguments);
                Ok(left.linked(LinkKind::Call(arguments), span, height))
            }
        }
    }

    fn lambda(&mut self, arguments: Vec<Raw>, span: Range<usize>) -> Result<Raw, Refusal> {
        let mut params: Vec<Rc<str>> = Vec::with_capacity(arguments.len());
        for (index, argument) in arguments.into_iter().enumerate() {
            let RawKind::Word(Word::Variable(name)) = argument.kind else {
                let place = index + 1;
                let message =
                    format!("Parameter {place} of function definition must be a variable name (start with $)");
                return Err(Refusal::new("S0208", message, argument.span));
            };
            params.push(name);
        }
        let signature = if self.token.is("<") { Some(self.signature()?) } else { None };
        self.expect("{", false)?;
        let body = self.expression(0)?;
        self.expect("}", false)?;
        let height = body.height + 1;
        Ok(Raw::new(RawKind::Lambda { params, signature, body: Box::new(body) }, span, height))
    }

    fn signature(&mut self) -> Result<String, Refusal> {
        let start = self.token.span.clone();
        let mut depth = 1;
        let mut written = String::from("<");
        while depth > 0 && !self.token.is("{") && !self.token.is_end() {
            self.take(false)?;
            match self.token.word {
                Word::Operator(">") => depth -= 1,
                Word::Operator("<") => depth += 1,
                _ => {}
            }
            written.push_str(&self.token.shown(self.lexer.text));
        }
        self.expect(">", false)?;
        match Signature::read(&written) {
            Ok(_) => Ok(written),
            Err((code, message)) => Err(Refusal::new(code, message, start)),
        }
    }
}
