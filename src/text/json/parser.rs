//! From tokens to the tree. Total: any text gives a tree and a list of faults.

use super::lexer::{Lexer, Token};
use super::syntax_error::{SyntaxError, SyntaxProblem};
use super::tree::{Member, Node, NodeId, NodeKind, Tree};
use crate::text::{LineIndex, Span};
use std::collections::HashSet;

/// How deep objects and arrays may nest. Everything that walks a tree or a value may recurse this deep and no deeper.
/// 1,000 is also where the JSON reader behind AWS's services stops by default (Jackson, `StreamReadConstraints`).
pub const MAX_DEPTH: usize = 1000;

/// How many faults are kept; a text that is no JSON at all would give one for each word.
const MAX_ERRORS: usize = 100;

/// What [`parse`] gives: always a tree, and what is wrong with the text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Parsed {
    /// What could be read.
    pub tree: Tree,
    /// Faults, in the order of the text.
    pub errors: Vec<SyntaxError>,
}

/// Reads a JSON text (RFC 8259), going on after each fault where a person would.
pub fn parse(text: &str) -> Parsed {
    let mut parser = Parser { lexer: Lexer::new(text), tree: Tree::default(), open: Vec::new(), end: text.len() };
    parser.run();
    parser.finish(text)
}

/// What may come next in the innermost open object or array.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Expect {
    /// A member or item, or the closing bracket when nothing stands before it.
    First,
    /// A member or item after a comma.
    Item,
    /// The colon after a name.
    Colon,
    /// The value after the colon.
    Value,
    /// A comma or the closing bracket.
    Comma,
}

struct Open {
    node: NodeId,
    bracket: char,
    expect: Expect,
    /// Span of the last comma, to point at when nothing follows it.
    comma: Span,
    keys: HashSet<Box<str>>,
}

struct Parser<'a> {
    lexer: Lexer<'a>,
    tree: Tree,
    open: Vec<Open>,
    end: usize,
}

impl Parser<'_> {
    fn run(&mut self) {
        while let Some((token, span)) = self.lexer.next() {
            if self.open.is_empty() && self.tree.root.is_some() {
                self.lexer.report(SyntaxProblem::TrailingText, Span::new(span.start, self.end));
                return;
            }
            if self.open.len() >= MAX_DEPTH && matches!(token, Token::Open(_)) {
                // What lies deeper is left out of the tree; the text keeps it.
                self.lexer.report(SyntaxProblem::TooDeep, span);
                self.value(NodeKind::Invalid, Span::new(span.start, self.end));
                return;
            }
            self.token(token, span);
        }
    }

    fn token(&mut self, token: Token, span: Span) {
        match token {
            Token::Open(bracket) => self.open_bracket(bracket, span),
            Token::Close(bracket) => self.close_bracket(bracket, span),
            Token::Colon => self.colon(span),
            Token::Comma => self.comma(span),
            Token::String(text) => self.string(text, span),
            Token::Number => self.scalar(NodeKind::Number, span),
            Token::Bool(value) => self.scalar(NodeKind::Bool(value), span),
            Token::Null => self.scalar(NodeKind::Null, span),
            Token::Unknown => self.scalar(NodeKind::Invalid, span),
        }
    }

    fn expect(&self) -> Option<(char, Expect)> {
        self.open.last().map(|open| (open.bracket, open.expect))
    }

    fn set_expect(&mut self, expect: Expect) {
        if let Some(open) = self.open.last_mut() {
            open.expect = expect;
        }
    }

    fn add(&mut self, kind: NodeKind, span: Span) -> NodeId {
        let node = NodeId(self.tree.nodes.len() as u32);
        let parent = self.open.last().map(|open| open.node);
        self.tree.nodes.push(Node { kind, span, parent });
        node
    }

    /// Puts a value where the innermost bracket wants one. The caller has reported what is out of place.
    fn value(&mut self, kind: NodeKind, span: Span) -> NodeId {
        let node = self.add(kind, span);
        let Some(open) = self.open.last_mut() else {
            self.tree.root = Some(node);
            return node;
        };
        open.expect = Expect::Comma;
        match &mut self.tree.nodes[open.node.0 as usize].kind {
            NodeKind::Array(items) => items.push(node),
            NodeKind::Object(members) => {
                if let Some(member) = members.last_mut() {
                    member.value = node;
                }
            }
            _ => {}
        }
        node
    }

    /// Reports what is missing before a value that stands here, and says whether the value has a place.
    fn prepare_value(&mut self, span: Span) -> bool {
        let before = Span::empty(span.start);
        match self.expect() {
            None | Some((_, Expect::Value)) | Some(('[', Expect::First | Expect::Item)) => true,
            Some((_, Expect::Colon)) => {
                self.lexer.report(SyntaxProblem::ExpectedColon, before);
                true
            }
            Some(('[', _)) => {
                self.lexer.report(SyntaxProblem::ExpectedComma, before);
                true
            }
            Some(_) => {
                self.lexer.report(SyntaxProblem::ExpectedKey, span);
                false
            }
        }
    }

    fn scalar(&mut self, kind: NodeKind, span: Span) {
        if self.prepare_value(span) {
            self.value(kind, span);
        }
    }

    fn string(&mut self, text: Box<str>, span: Span) {
        match self.expect() {
            Some(('{', Expect::First | Expect::Item)) => self.key(text, span),
            Some(('{', Expect::Comma)) => {
                self.lexer.report(SyntaxProblem::ExpectedComma, Span::empty(span.start));
                self.key(text, span);
            }
            _ => self.scalar(NodeKind::String(text), span),
        }
    }

    fn key(&mut self, key: Box<str>, key_span: Span) {
        let value = self.add(NodeKind::Invalid, Span::empty(key_span.end));
        let Some(open) = self.open.last_mut() else { return };
        open.expect = Expect::Colon;
        if !open.keys.insert(key.clone()) {
            self.lexer.report(SyntaxProblem::DuplicateKey(key.to_string()), key_span);
        }
        if let NodeKind::Object(members) = &mut self.tree.nodes[open.node.0 as usize].kind {
            members.push(Member { key, key_span, value });
        }
    }

    fn open_bracket(&mut self, bracket: char, span: Span) {
        // An object where a name should stand has no place in the tree, but its inside is still read.
        let has_place = self.prepare_value(span);
        let kind = if bracket == '{' { NodeKind::Object(Vec::new()) } else { NodeKind::Array(Vec::new()) };
        let node = if has_place { self.value(kind, span) } else { self.add(kind, span) };
        self.open.push(Open { node, bracket, expect: Expect::First, comma: span, keys: HashSet::new() });
    }

    fn close_bracket(&mut self, bracket: char, span: Span) {
        let matching = if bracket == '}' { '{' } else { '[' };
        if self.open.last().is_none_or(|open| open.bracket != matching) {
            if !self.open.iter().any(|open| open.bracket == matching) {
                self.lexer.report(SyntaxProblem::UnexpectedBracket(bracket), span);
                return;
            }
            // An inner bracket was forgotten: close up to the one that matches.
            while self.open.last().is_some_and(|open| open.bracket != matching) {
                self.report_unclosed(span.start);
                self.close(span.start);
            }
        }
        self.missing_before_close(span);
        self.close(span.end);
    }

    fn missing_before_close(&mut self, span: Span) {
        let Some(open) = self.open.last() else { return };
        match open.expect {
            Expect::Item => {
                let comma = open.comma;
                self.lexer.report(SyntaxProblem::TrailingComma, comma);
            }
            Expect::Colon => self.lexer.report(SyntaxProblem::ExpectedColon, Span::empty(span.start)),
            Expect::Value => self.lexer.report(SyntaxProblem::ExpectedValue, Span::empty(span.start)),
            Expect::First | Expect::Comma => {}
        }
    }

    fn close(&mut self, end: usize) {
        if let Some(open) = self.open.pop() {
            self.tree.nodes[open.node.0 as usize].span.end = end;
        }
    }

    fn report_unclosed(&mut self, at: usize) {
        let Some(open) = self.open.last() else { return };
        let start = self.tree.span(open.node).start;
        // The line is filled in when all is read, as the lines are counted once: until then the offset stands here.
        let problem = SyntaxProblem::Unclosed { bracket: open.bracket, line: start };
        self.lexer.report(problem, Span::empty(at));
    }

    fn colon(&mut self, span: Span) {
        match self.expect() {
            Some((_, Expect::Colon)) => self.set_expect(Expect::Value),
            _ => self.lexer.report(SyntaxProblem::UnexpectedText(":".to_owned()), span),
        }
    }

    fn comma(&mut self, span: Span) {
        match self.expect() {
            Some((_, Expect::Comma)) => {}
            Some((_, Expect::Colon)) => self.lexer.report(SyntaxProblem::ExpectedColon, span),
            Some((_, Expect::Value)) | Some(('[', _)) => self.lexer.report(SyntaxProblem::ExpectedValue, span),
            Some(_) => self.lexer.report(SyntaxProblem::ExpectedKey, span),
            None => self.lexer.report(SyntaxProblem::ExpectedValue, span),
        }
        if let Some(open) = self.open.last_mut() {
            open.expect = Expect::Item;
            open.comma = span;
        }
    }

    fn finish(mut self, text: &str) -> Parsed {
        if self.tree.root.is_none() {
            self.lexer.report(SyntaxProblem::Empty, Span::new(0, self.end));
        }
        if !self.open.is_empty() && !self.lexer.errors.iter().any(|error| error.problem == SyntaxProblem::TooDeep) {
            self.report_unclosed(self.end);
        }
        while !self.open.is_empty() {
            self.close(self.end);
        }
        let mut errors = self.lexer.errors;
        errors.truncate(MAX_ERRORS);
        let lines = LineIndex::new(text);
        for error in &mut errors {
            if let SyntaxProblem::Unclosed { line, .. } = &mut error.problem {
                *line = lines.position(text, *line).line;
            }
        }
        errors.sort_by_key(|error| error.span.start);
        Parsed { tree: self.tree, errors }
    }
}
