//! How deep an evaluation nests whatever its data are: the library takes short cuts that AWS's does not.

use jsonata_core::ast::{AstNode, BinaryOp};

/// Levels of evaluation that every run of the expression reaches: a chain of additions nests one level a term, brackets
/// one more than their count (measured, floci issue 2737). What may be left out (branches, bodies of functions, steps
/// that may find nothing) is not counted.
///
/// Recurses as deep as the tree, which the parser bounds.
pub(super) fn certain_depth(node: &AstNode) -> usize {
    let below = match node {
        AstNode::Binary { op: BinaryOp::And | BinaryOp::Or | BinaryOp::Coalesce | BinaryOp::Default, lhs, .. } => {
            certain_depth(lhs)
        }
        AstNode::Binary { op: BinaryOp::ColonEqual, rhs, .. } => certain_depth(rhs),
        AstNode::Binary { lhs, rhs, .. } => certain_depth(lhs).max(certain_depth(rhs)),
        AstNode::Unary { operand, .. } => certain_depth(operand),
        AstNode::Path { steps } => steps.first().map_or(0, |step| certain_depth(&step.node)),
        AstNode::Array(items) | AstNode::Block(items) | AstNode::Function { args: items, .. } => {
            items.iter().map(certain_depth).max().unwrap_or(0)
        }
        AstNode::Object(members) => members.iter().map(|(_, value)| certain_depth(value)).max().unwrap_or(0),
        AstNode::Conditional { condition, .. } => certain_depth(condition),
        AstNode::ObjectTransform { input, .. } | AstNode::Sort { input, .. } => certain_depth(input),
        _ => 0,
    };
    below + 1
}
