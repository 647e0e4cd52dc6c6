//! Which function refused its arguments: AWS names it, the library does not.
//!
//! After such a refusal the expression is evaluated once more, each call telling its name before it is made: the last
//! name told is the one.

use super::tree::children_mut;
use jsonata_core::ast::{AstNode, BinaryOp};
use jsonata_core::evaluator::{Evaluator, EvaluatorError};
use jsonata_core::value::JValue;
use std::cell::RefCell;
use std::rc::Rc;

/// A name that no expression can write.
const TELL: &str = "\u{1}tell";

/// Whether the message of this code names a function.
pub(super) fn names_function(code: &str) -> bool {
    matches!(code, "T0410" | "T0411" | "T0412")
}

/// The tree with calls that tell their names. Recurses as deep as the tree, which the parser bounds.
pub(super) fn telling(tree: &AstNode) -> AstNode {
    let mut tree = tree.clone();
    visit(&mut tree);
    tree
}

fn visit(node: &mut AstNode) {
    unchain(node);
    children_mut(node).into_iter().for_each(visit);
    let AstNode::Function { name, args, is_builtin: true } = node else { return };
    if name.starts_with('\u{1}') || args.iter().any(|argument| matches!(argument, AstNode::Placeholder)) {
        return;
    }
    let mut block = Vec::with_capacity(args.len() + 2);
    for (index, argument) in args.iter_mut().enumerate() {
        let variable = AstNode::Variable(format!("\u{1}told{index}"));
        let value = std::mem::replace(argument, variable.clone());
        block.push(AstNode::Binary { op: BinaryOp::ColonEqual, lhs: Box::new(variable), rhs: Box::new(value) });
    }
    let tell = AstNode::Function { name: TELL.to_owned(), args: vec![AstNode::String(name.clone())], is_builtin: true };
    block.push(tell);
    block.push(std::mem::replace(node, AstNode::Null));
    *node = AstNode::Block(block);
}

/// Writes `a ~> $f(b)` and `a ~> $f` as calls.
fn unchain(node: &mut AstNode) {
    let AstNode::Binary { op: BinaryOp::ChainPipe, lhs, rhs } = node else { return };
    let (name, mut rest) = match &mut **rhs {
        AstNode::Function { name, args, is_builtin: true }
            if !args.iter().any(|argument| matches!(argument, AstNode::Placeholder)) =>
        {
            (name.clone(), std::mem::take(args))
        }
        AstNode::Variable(name) if !name.is_empty() => (name.clone(), Vec::new()),
        _ => return,
    };
    rest.insert(0, std::mem::replace(&mut **lhs, AstNode::Null));
    *node = AstNode::Function { name, args: rest, is_builtin: true };
}

/// Lets an evaluator take down the names.
pub(super) fn register(evaluator: &mut Evaluator, last: &Rc<RefCell<Option<String>>>) -> Result<(), EvaluatorError> {
    let last = Rc::clone(last);
    evaluator.register_fn(TELL, move |arguments: &[JValue]| {
        *last.borrow_mut() = arguments.first().and_then(JValue::as_str).map(str::to_owned);
        Ok(JValue::Undefined)
    })
}
