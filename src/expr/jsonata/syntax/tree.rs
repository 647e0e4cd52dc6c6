//! The tree of an expression that is evaluated.

use crate::expr::jsonata::signature::Signature;
use crate::expr::jsonata::value::Value;
use crate::expr::regex::Regex;
use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::Rc;

/// A part of an expression with what stands behind it.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) kind: Kind,
    /// Bytes of the text.
    pub(crate) span: Range<usize>,
    /// Filters, where it is no step of a path.
    pub(crate) predicates: Vec<Node>,
    /// Filters and positions, where it is a step of a path.
    pub(crate) stages: Vec<Stage>,
    pub(crate) group: Option<Group>,
    pub(crate) keep_array: bool,
    /// It is written in brackets as a step of a path.
    pub(crate) constructs: bool,
    /// The variable that `@` binds.
    pub(crate) focus: Option<Rc<str>>,
    /// The variable that `#` binds.
    pub(crate) index: Option<Rc<str>>,
    /// The name under which `%` finds what it was evaluated on.
    pub(crate) ancestor: Option<Rc<Slot>>,
    /// It carries variables from step to step.
    pub(crate) tuple: bool,
    /// The parents that are still looked for.
    pub(crate) seeking: Vec<Rc<Slot>>,
}

/// A place for a parent.
#[derive(Debug)]
pub(crate) struct Slot {
    pub(super) label: RefCell<Rc<str>>,
    pub(super) level: Cell<usize>,
}

impl Slot {
    pub(crate) fn label(&self) -> Rc<str> {
        Rc::clone(&self.label.borrow())
    }
}

#[derive(Debug)]
pub(crate) enum Kind {
    Path {
        steps: Vec<Node>,
        keep_singleton: bool,
    },
    Name(Rc<str>),
    Literal(Value),
    Variable(Rc<str>),
    Wildcard,
    Descendants,
    Parent(Rc<Slot>),
    Regex(Rc<Regex>),
    Binary(Operator, Box<Node>, Box<Node>),
    Negate(Box<Node>),
    Array(Vec<Node>),
    Object(Group),
    Block(Vec<Node>),
    Bind(Rc<str>, Box<Node>),
    Condition(Box<Node>, Box<Node>, Option<Box<Node>>),
    Call(Box<Node>, Vec<Node>),
    /// A call with arguments left open.
    Partial(Box<Node>, Vec<Option<Node>>),
    Lambda(Rc<LambdaNode>),
    Apply(Box<Node>, Box<Node>),
    Transform(Rc<TransformNode>),
    /// A step that orders.
    Sort(Vec<SortTerm>),
}

/// Operators with two operands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    Concatenate,
    Range,
    In,
    And,
    Or,
}

impl Operator {
    const ALL: [(Self, &'static str); 16] = [
        (Self::Add, "+"),
        (Self::Subtract, "-"),
        (Self::Multiply, "*"),
        (Self::Divide, "/"),
        (Self::Remainder, "%"),
        (Self::Equal, "="),
        (Self::NotEqual, "!="),
        (Self::Less, "<"),
        (Self::LessOrEqual, "<="),
        (Self::Greater, ">"),
        (Self::GreaterOrEqual, ">="),
        (Self::Concatenate, "&"),
        (Self::Range, ".."),
        (Self::In, "in"),
        (Self::And, "and"),
        (Self::Or, "or"),
    ];

    pub(super) fn of(sign: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, own)| *own == sign).map(|(operator, _)| *operator)
    }

    /// As it is written.
    pub(crate) fn sign(self) -> &'static str {
        Self::ALL.iter().find(|(own, _)| *own == self).map_or("", |(_, sign)| sign)
    }
}

/// Keys with values.
#[derive(Debug)]
pub(crate) struct Group {
    pub(crate) pairs: Vec<(Node, Node)>,
}

/// What a step does with what it found.
#[derive(Debug)]
pub(crate) enum Stage {
    Filter(Node),
    Index(Rc<str>),
}

#[derive(Debug)]
pub(crate) struct SortTerm {
    pub(crate) expression: Node,
    pub(crate) descending: bool,
}

/// A function of the expression.
#[derive(Debug)]
pub(crate) struct LambdaNode {
    pub(crate) params: Rc<[Rc<str>]>,
    pub(crate) signature: Option<Signature>,
    pub(crate) body: Node,
}

/// `| where | what to set, what to take away |`
#[derive(Debug)]
pub(crate) struct TransformNode {
    pub(crate) pattern: Node,
    pub(crate) update: Node,
    pub(crate) delete: Option<Node>,
}

impl Node {
    pub(crate) fn new(kind: Kind, span: Range<usize>) -> Self {
        Self {
            kind,
            span,
            predicates: Vec::new(),
            stages: Vec::new(),
            group: None,
            keep_array: false,
            constructs: false,
            focus: None,
            index: None,
            ancestor: None,
            tuple: false,
            seeking: Vec::new(),
        }
    }

    /// The steps when it is a path, else it as the only one.
    pub(super) fn into_steps(self) -> (Vec<Self>, Option<Self>) {
        match self.kind {
            Kind::Path { .. } => {
                let mut path = self;
                let Kind::Path { steps, .. } = &mut path.kind else { return (Vec::new(), Some(path)) };
                (std::mem::take(steps), Some(path))
            }
            _ => (vec![self], None),
        }
    }

    /// Changes the last step of a path, else the node itself.
    pub(super) fn with_last_step<T>(&mut self, change: impl FnOnce(&mut Self) -> T) -> T {
        if let Kind::Path { steps, .. } = &mut self.kind
            && let Some(last) = steps.last_mut()
        {
            return change(last);
        }
        change(self)
    }

    pub(crate) fn is_path(&self) -> bool {
        matches!(self.kind, Kind::Path { .. })
    }
}
