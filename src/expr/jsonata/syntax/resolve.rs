//! Putting paths together: steps, their filters, and the parents that `%` names.

use super::Refusal;
use super::lexer::Word;
use super::raw::{Link, LinkKind, Raw, RawKind};
use super::tree::{Group, Kind, LambdaNode, Node, Operator, Slot, SortTerm, Stage, TransformNode};
use crate::expr::jsonata::error_text::quoted;
use crate::expr::jsonata::signature::Signature;
use crate::expr::jsonata::stack::with_stack;
use crate::expr::jsonata::value::Value;
use std::cell::{Cell, RefCell};
use std::ops::Range;
use std::rc::Rc;

/// The tree that is evaluated. Recurses as deep as the expression nests, which the parser bounds.
pub(super) fn resolve(raw: Raw, text: &str) -> Result<Node, Refusal> {
    let mut resolver = Resolver { text, parents: 0 };
    let node = resolver.node(raw)?;
    if matches!(node.kind, Kind::Parent(_)) || !node.seeking.is_empty() {
        return Err(no_parent(&node));
    }
    Ok(node)
}

fn no_parent(node: &Node) -> Refusal {
    let message = "The object representing the 'parent' cannot be derived from this expression";
    Refusal::new("S0217", message, node.span.clone())
}

struct Resolver<'a> {
    text: &'a str,
    parents: usize,
}

impl Resolver<'_> {
    fn node(&mut self, raw: Raw) -> Result<Node, Refusal> {
        with_stack(|| self.resolved(raw))
    }

    fn resolved(&mut self, raw: Raw) -> Result<Node, Refusal> {
        let (span, keep_array) = (raw.span.clone(), raw.keep_array);
        let mut node = match raw.kind {
            RawKind::Chain(head, links) => {
                let mut node = self.node(*head)?;
                for link in links {
                    let keep = link.keep_array;
                    node = self.link(node, link)?;
                    node.keep_array |= keep;
                }
                node
            }
            kind => self.plain(kind, span, keep_array)?,
        };
        node.keep_array |= keep_array;
        Ok(node)
    }

    fn boxed(&mut self, raw: Raw, owner: &mut Vec<Rc<Slot>>) -> Result<Box<Node>, Refusal> {
        self.part(raw, owner).map(Box::new)
    }

    /// A part whose parents the whole looks for.
    fn part(&mut self, raw: Raw, owner: &mut Vec<Rc<Slot>>) -> Result<Node, Refusal> {
        let node = self.node(raw)?;
        owner.extend(node.seeking.iter().cloned());
        if let Kind::Parent(slot) = &node.kind {
            owner.push(Rc::clone(slot));
        }
        Ok(node)
    }

    fn parts(&mut self, raws: Vec<Raw>, owner: &mut Vec<Rc<Slot>>) -> Result<Vec<Node>, Refusal> {
        raws.into_iter().map(|raw| self.part(raw, owner)).collect()
    }

    fn plain(&mut self, kind: RawKind, span: Range<usize>, keep_array: bool) -> Result<Node, Refusal> {
        let mut seeking = Vec::new();
        let mut constructs = false;
        let kind = match kind {
            RawKind::Word(word) => return self.word(word, span, keep_array),
            RawKind::Wildcard => Kind::Wildcard,
            RawKind::Descendants => Kind::Descendants,
            RawKind::Parent => {
                let label = RefCell::new(Rc::from(format!("!{}", self.parents)));
                self.parents += 1;
                Kind::Parent(Rc::new(Slot { label, level: Cell::new(1) }))
            }
            RawKind::Negate(operand) => {
                let operand = self.boxed(*operand, &mut seeking)?;
                match operand.kind {
                    Kind::Literal(Value::Number(number)) => {
                        return Ok(Node { kind: Kind::Literal(Value::Number(-number)), ..*operand });
                    }
                    _ => Kind::Negate(operand),
                }
            }
            RawKind::Array(items) => Kind::Array(self.parts(items, &mut seeking)?),
            RawKind::Object(pairs) => Kind::Object(self.group(pairs, &mut seeking)?),
            RawKind::Block(items) => {
                let items = self.parts(items, &mut seeking)?;
                constructs = items.iter().any(|item| match &item.kind {
                    Kind::Path { steps, .. } => steps.first().is_some_and(|step| step.constructs),
                    _ => item.constructs,
                });
                Kind::Block(items)
            }
            RawKind::Binary("~>", left, right) => {
                let (left, right) = (self.node(*left)?, self.node(*right)?);
                let keep_array = left.keep_array || right.keep_array;
                let node = Node::new(Kind::Apply(Box::new(left), Box::new(right)), span);
                return Ok(Node { keep_array, ..node });
            }
            RawKind::Binary(sign, left, right) => {
                let (left, right) = (self.boxed(*left, &mut seeking)?, self.boxed(*right, &mut seeking)?);
                let Some(operator) = Operator::of(sign) else { return Err(Refusal::syntax(sign, span)) };
                Kind::Binary(operator, left, right)
            }
            RawKind::Bind(name, value) => Kind::Bind(name, self.boxed(*value, &mut seeking)?),
            RawKind::Condition(condition, then, otherwise) => {
                let condition = self.boxed(*condition, &mut seeking)?;
                let then = self.boxed(*then, &mut seeking)?;
                let otherwise = otherwise.map(|otherwise| self.boxed(*otherwise, &mut seeking)).transpose()?;
                Kind::Condition(condition, then, otherwise)
            }
            RawKind::Transform(pattern, update, delete) => {
                let pattern = self.node(*pattern)?;
                let update = self.node(*update)?;
                let delete = delete.map(|delete| self.node(*delete)).transpose()?;
                Kind::Transform(Rc::new(TransformNode { pattern, update, delete }))
            }
            RawKind::Lambda { params, signature, body } => {
                let body = self.node(*body)?;
                let signature = signature.and_then(|written| Signature::read(&written).ok());
                Kind::Lambda(Rc::new(LambdaNode { params: params.into(), signature, body }))
            }
            RawKind::Chain(head, links) => return self.node(Raw::new(RawKind::Chain(head, links), span, 0)),
        };
        Ok(Node { seeking, constructs, ..Node::new(kind, span) })
    }

    fn word(&self, word: Word, span: Range<usize>, keep_array: bool) -> Result<Node, Refusal> {
        let name = |name: Rc<str>| {
            let step = Node { keep_array, ..Node::new(Kind::Name(name), span.clone()) };
            Kind::Path { steps: vec![step], keep_singleton: keep_array }
        };
        let kind = match word {
            Word::Name(own) => name(own),
            Word::Operator(sign @ ("and" | "or" | "in")) => name(Rc::from(sign)),
            Word::Operator(sign) => return Err(Refusal::syntax(sign, span)),
            Word::End => {
                let end = self.text.trim_end().len();
                return Err(Refusal::new("S0207", "Unexpected end of expression", end..end));
            }
            Word::Variable(name) => Kind::Variable(name),
            Word::Text(text) => Kind::Literal(Value::String(text)),
            Word::Number(number) => Kind::Literal(Value::Number(number)),
            Word::Truth(truth) => Kind::Literal(Value::Bool(truth)),
            Word::Null => Kind::Literal(Value::Null),
            Word::Pattern(regex) => Kind::Regex(regex),
        };
        Ok(Node::new(kind, span))
    }

    fn group(&mut self, pairs: Vec<(Raw, Raw)>, owner: &mut Vec<Rc<Slot>>) -> Result<Group, Refusal> {
        let pairs = pairs.into_iter().map(|(key, value)| Ok((self.part(key, owner)?, self.part(value, owner)?)));
        Ok(Group { pairs: pairs.collect::<Result<_, Refusal>>()? })
    }

    fn link(&mut self, mut left: Node, link: Link) -> Result<Node, Refusal> {
        let span = link.span;
        match link.kind {
            LinkKind::Step(step) => self.step(left, step),
            LinkKind::Filter(filter) => {
                let filter = self.node(filter)?;
                self.filter(left, filter, span)
            }
            LinkKind::Group(pairs) => {
                if left.group.is_some() {
                    return Err(Refusal::new("S0210", "Each step can only have one grouping expression", span));
                }
                // The parents of a group are looked for nowhere.
                left.group = Some(self.group(pairs, &mut Vec::new())?);
                Ok(left)
            }
            LinkKind::Sort(terms) => {
                let mut seeking = Vec::new();
                let terms = terms
                    .into_iter()
                    .map(|(term, descending)| Ok(SortTerm { expression: self.part(term, &mut seeking)?, descending }));
                let terms = terms.collect::<Result<_, Refusal>>()?;
                let step = Node { seeking, ..Node::new(Kind::Sort(terms), span) };
                let mut path = as_path(left);
                if let Kind::Path { steps, .. } = &mut path.kind {
                    steps.push(step);
                }
                resolve_ancestry(&mut path)?;
                Ok(path)
            }
            LinkKind::Focus(name) => left
                .with_last_step(|step| {
                    if !step.stages.is_empty() || !step.predicates.is_empty() {
                        let message = "A context variable binding must precede any predicates on a step";
                        return Err(Refusal::new("S0215", message, span));
                    }
                    if matches!(step.kind, Kind::Sort(_)) {
                        let message = "A context variable binding must precede the 'order-by' clause on a step";
                        return Err(Refusal::new("S0216", message, span));
                    }
                    step.focus = Some(name);
                    step.tuple = true;
                    step.keep_array |= link.keep_array;
                    Ok(())
                })
                .map(|()| left),
            LinkKind::Index(name) => {
                let mut path = as_path(left);
                path.with_last_step(|step| {
                    step.stages.extend(std::mem::take(&mut step.predicates).into_iter().map(Stage::Filter));
                    if step.stages.is_empty() {
                        step.index = Some(name);
                    } else {
                        step.stages.push(Stage::Index(name));
                    }
                    step.tuple = true;
                });
                Ok(path)
            }
            LinkKind::Call(arguments) => self.call(left, arguments, span),
        }
    }

    fn call(&mut self, procedure: Node, arguments: Vec<Raw>, span: Range<usize>) -> Result<Node, Refusal> {
        let mut seeking = Vec::new();
        let procedure = Box::new(procedure);
        let is_open = |raw: &Raw| matches!(raw.kind, RawKind::Word(Word::Operator("?")));
        let kind = if arguments.iter().any(is_open) {
            let arguments = arguments
                .into_iter()
                .map(|raw| if is_open(&raw) { Ok(None) } else { self.part(raw, &mut seeking).map(Some) });
            Kind::Partial(procedure, arguments.collect::<Result<_, Refusal>>()?)
        } else {
            Kind::Call(procedure, self.parts(arguments, &mut seeking)?)
        };
        Ok(Node { seeking, ..Node::new(kind, span) })
    }

    fn step(&mut self, left: Node, step: Raw) -> Result<Node, Refusal> {
        let first_parent = match &left.kind {
            Kind::Parent(slot) => vec![Rc::clone(slot)],
            _ => Vec::new(),
        };
        let mut path = as_path(left);
        path.seeking.extend(first_parent);
        let (rest, whole) = self.node(step)?.into_steps();
        let Kind::Path { steps, keep_singleton } = &mut path.kind else { return Ok(path) };
        let is_path = whole.is_some();
        // What was put together before need not be looked at again, but for its ends.
        let joint = steps.len().saturating_sub(1);
        for mut step in rest {
            if !is_path {
                step.stages.extend(std::mem::take(&mut step.predicates).into_iter().map(Stage::Filter));
            }
            steps.push(step);
        }
        if let Some(first) = steps.first_mut() {
            name_step(first)?;
        }
        for step in &mut steps[joint..] {
            name_step(step)?;
            *keep_singleton |= step.keep_array;
        }
        *keep_singleton |= steps.first().is_some_and(|step| step.keep_array);
        let last = steps.len() - 1;
        for index in [0, last] {
            if matches!(steps[index].kind, Kind::Array(_)) {
                steps[index].constructs = true;
            }
        }
        resolve_ancestry(&mut path)?;
        Ok(path)
    }

    fn filter(&mut self, mut left: Node, mut filter: Node, span: Range<usize>) -> Result<Node, Refusal> {
        let is_path = left.is_path();
        left.with_last_step(|step| {
            if step.group.is_some() {
                return Err(Refusal::new("S0209", "A predicate cannot follow a grouping expression in a step", span));
            }
            for slot in std::mem::take(&mut filter.seeking) {
                if slot.level.get() == 1 {
                    seek_parent(step, &slot)?;
                } else {
                    slot.level.set(slot.level.get().saturating_sub(1));
                }
                step.seeking.push(slot);
            }
            match is_path {
                true => step.stages.push(Stage::Filter(filter)),
                false => step.predicates.push(filter),
            }
            Ok(())
        })?;
        Ok(left)
    }
}

/// A text as a step is a name; other literals are no steps.
fn name_step(step: &mut Node) -> Result<(), Refusal> {
    match &step.kind {
        Kind::Literal(Value::String(name)) => step.kind = Kind::Name(Rc::clone(name)),
        Kind::Literal(value) => {
            let written = quoted_literal(value);
            let message = format!("The literal value {written} cannot be used as a step within a path expression");
            return Err(Refusal::new("S0213", message, step.span.clone()));
        }
        _ => {}
    }
    Ok(())
}

fn quoted_literal(value: &Value) -> String {
    match value {
        Value::Number(number) => crate::expr::jsonata::number_text::number_text(*number),
        Value::Bool(truth) => truth.to_string(),
        Value::String(text) => quoted(text),
        _ => "null".to_owned(),
    }
}

/// A path; what is none becomes the only step of one.
fn as_path(node: Node) -> Node {
    if node.is_path() {
        return node;
    }
    let span = node.span.clone();
    Node::new(Kind::Path { steps: vec![node], keep_singleton: false }, span)
}

/// Finds, in the steps before the last one, what the parents of the last one are.
fn resolve_ancestry(path: &mut Node) -> Result<(), Refusal> {
    let Kind::Path { steps, .. } = &mut path.kind else { return Ok(()) };
    let Some((last, before)) = steps.split_last_mut() else { return Ok(()) };
    let mut slots = last.seeking.clone();
    if let Kind::Parent(slot) = &last.kind {
        slots.push(Rc::clone(slot));
    }
    for slot in slots {
        let mut rest = &mut before[..];
        while slot.level.get() > 0 {
            // Steps that bind by `@` stand beside each other.
            while let [.., before_it, it] = &*rest
                && it.focus.is_some()
                && before_it.focus.is_some()
            {
                let shorter = rest.len() - 1;
                rest = &mut rest[..shorter];
            }
            let Some((step, shorter)) = rest.split_last_mut() else {
                path.seeking.push(Rc::clone(&slot));
                break;
            };
            seek_parent(step, &slot)?;
            rest = shorter;
        }
    }
    Ok(())
}

fn seek_parent(node: &mut Node, slot: &Rc<Slot>) -> Result<(), Refusal> {
    match &mut node.kind {
        Kind::Name(_) | Kind::Wildcard => {
            slot.level.set(slot.level.get() - 1);
            if slot.level.get() == 0 {
                if let Some(known) = &node.ancestor {
                    let label = known.label();
                    *slot.label.borrow_mut() = label;
                }
                node.ancestor = Some(Rc::clone(slot));
                node.tuple = true;
            }
        }
        Kind::Parent(_) => slot.level.set(slot.level.get() + 1),
        Kind::Block(items) => {
            if let Some(last) = items.last_mut() {
                seek_parent(last, slot)?;
                node.tuple = true;
            }
        }
        Kind::Path { steps, .. } => {
            let mut rest = steps.iter_mut().rev();
            if let Some(last) = rest.next() {
                seek_parent(last, slot)?;
            }
            for step in rest {
                if slot.level.get() == 0 {
                    break;
                }
                seek_parent(step, slot)?;
            }
            node.tuple = true;
        }
        _ => return Err(no_parent(node)),
    }
    Ok(())
}
