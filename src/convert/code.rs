//! A JSONata expression as text, with what has to be known to put it into another one.

use super::literal;

/// How many operands stand side by side.
const LONGEST_CHAIN: usize = 16;

/// How tightly the outermost operator of an expression binds, the loosest first (JSONata's grammar).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Binding {
    /// `a ? b : c`.
    Condition,
    /// `a or b`.
    Or,
    /// `a and b`.
    And,
    /// `a = b`, `a in b`.
    Comparison,
    /// `a + b`, `a & b`.
    Sum,
    /// `a * b`.
    Product,
    /// A path, a call, a literal, brackets.
    Path,
}

/// What kind of value an expression has, as far as that is known without data.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Unknown,
    Text,
    Number,
    /// `true`, `false` or `null`.
    Constant,
    Object,
    Array,
}

/// An expression.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Code {
    pub(super) text: String,
    pub(super) binding: Binding,
    pub(super) kind: Kind,
    /// Whether it may find nothing.
    pub(super) may_miss: bool,
    /// Whether it draws something random, so that writing it twice gives two values.
    pub(super) is_drawn: bool,
}

impl Code {
    /// A path, a call or a literal that always has a value.
    pub(super) fn new(text: impl Into<String>, kind: Kind) -> Self {
        Self { text: text.into(), binding: Binding::Path, kind, may_miss: false, is_drawn: false }
    }

    /// An operation on other expressions.
    pub(super) fn operation(text: String, binding: Binding, kind: Kind, parts: &[&Self]) -> Self {
        Self {
            text,
            binding,
            kind,
            may_miss: parts.iter().any(|part| part.may_miss),
            is_drawn: parts.iter().any(|part| part.is_drawn),
        }
    }

    /// A call of a function.
    pub(super) fn call(function: &str, arguments: &[&Self], kind: Kind) -> Self {
        let written: Vec<&str> = arguments.iter().map(|argument| argument.text.as_str()).collect();
        Self::operation(format!("{function}({})", written.join(", ")), Binding::Path, kind, arguments)
    }

    /// Parts joined by an operator. JSONata evaluates a chain as deep as it is long, and AWS lets it go a hundred levels
    /// deep: a long chain becomes a chain of chains.
    pub(super) fn chain(parts: &[Self], operator: &str, binding: Binding, operand: Binding, kind: Kind) -> Self {
        let mut parts = parts.to_vec();
        while parts.len() > LONGEST_CHAIN {
            let link = |link: &[Self]| {
                let inner = Self::chain(link, operator, binding, operand, kind);
                Self { text: format!("({})", inner.text), binding: Binding::Path, ..inner }
            };
            parts = parts.chunks(LONGEST_CHAIN).map(link).collect();
        }
        let written: Vec<String> = parts.iter().map(|part| part.at(operand)).collect();
        Self::operation(written.join(operator), binding, kind, &parts.iter().collect::<Vec<_>>())
    }

    /// The same value, failing where it finds nothing.
    pub(super) fn required(&self) -> Self {
        if !self.may_miss {
            return self.clone();
        }
        let text = format!("($assert($exists({})); {})", self.text, self.text);
        Self { text, binding: Binding::Path, may_miss: false, ..self.clone() }
    }

    /// How deep brackets nest in it.
    pub(super) fn nesting(&self) -> usize {
        let (mut depth, mut deepest) = (0_usize, 0);
        for character in self.text.chars() {
            match character {
                '(' | '[' | '{' => depth += 1,
                ')' | ']' | '}' => depth = depth.saturating_sub(1),
                _ => {}
            }
            deepest = deepest.max(depth);
        }
        deepest
    }

    /// The text, in brackets where it binds less tightly than its place wants.
    pub(super) fn at(&self, binding: Binding) -> String {
        if self.binding >= binding { self.text.clone() } else { format!("({})", self.text) }
    }

    /// The text before a step of a path; a literal cannot be one of its steps.
    fn before_step(&self) -> String {
        match self.kind {
            Kind::Text | Kind::Number | Kind::Constant => format!("({})", self.text),
            _ => self.at(Binding::Path),
        }
    }

    /// A member of the value.
    pub(super) fn member(&self, name: &str) -> Self {
        let text = format!("{}.{}", self.before_step(), literal::name(name));
        Self { may_miss: true, ..Self::operation(text, Binding::Path, Kind::Unknown, &[self]) }
    }

    /// An item of a list.
    pub(super) fn item(&self, index: &str) -> Self {
        let text = format!("{}[{index}]", self.before_step());
        Self { may_miss: true, ..Self::operation(text, Binding::Path, Kind::Unknown, &[self]) }
    }

    /// As a value in a definition.
    pub(super) fn field(&self) -> String {
        format!("{{% {} %}}", self.text)
    }
}
