//! What AWS refuses at the top level of an expression: there is no data that `$`, `$$` or a bare name could mean
//! (developer guide, "Transforming data with JSONata").

use super::syntax::{Kind, Node};
use std::ops::Range;

/// A reference with its place, in bytes of the text.
#[derive(Clone, Debug)]
pub(super) struct Reference {
    pub(super) name: String,
    pub(super) span: Range<usize>,
}

/// The references at the top level, each name once, in the order of the text.
///
/// Recurses as deep as the tree, which the parser bounds.
pub(super) fn top_level_references(tree: &Node) -> Vec<Reference> {
    let mut found = Vec::new();
    visit(tree, &mut found);
    found
}

fn visit(node: &Node, found: &mut Vec<Reference>) {
    let mut add = |name: &str| {
        if !found.iter().any(|known| known.name == name) {
            found.push(Reference { name: name.to_owned(), span: node.span.clone() });
        }
    };
    match &node.kind {
        Kind::Name(name) => add(name),
        Kind::Variable(name) if name.is_empty() => add("$"),
        Kind::Variable(name) if &**name == "$" => add("$$"),
        // Every step but the first, and every predicate, has the step before as its data.
        Kind::Path { steps, .. } => steps.first().into_iter().for_each(|step| visit(step, found)),
        Kind::Binary(_, left, right) | Kind::Apply(left, right) => {
            visit(left, found);
            visit(right, found);
        }
        Kind::Negate(operand) | Kind::Bind(_, operand) => visit(operand, found),
        Kind::Array(items) | Kind::Block(items) => items.iter().for_each(|item| visit(item, found)),
        Kind::Call(procedure, arguments) => {
            // A field that is called is no function: that is what is said then.
            if !procedure.is_path() {
                visit(procedure, found);
            }
            arguments.iter().for_each(|argument| visit(argument, found));
        }
        Kind::Partial(procedure, arguments) => {
            if !procedure.is_path() {
                visit(procedure, found);
            }
            arguments.iter().flatten().for_each(|argument| visit(argument, found));
        }
        Kind::Object(group) => group.pairs.iter().for_each(|(key, value)| {
            visit(key, found);
            visit(value, found);
        }),
        Kind::Condition(condition, then, otherwise) => {
            visit(condition, found);
            visit(then, found);
            otherwise.iter().for_each(|otherwise| visit(otherwise, found));
        }
        // The body of a function and the parts of a transform have data of their own.
        _ => {}
    }
}
