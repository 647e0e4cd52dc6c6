//! The tree of an expression: what hangs below a node.

use jsonata_core::ast::{AstNode, Stage};

/// All nodes directly below one, in the order of the text.
pub(super) fn children_mut(node: &mut AstNode) -> Vec<&mut AstNode> {
    fn pairs(pairs: &mut [(AstNode, AstNode)]) -> impl Iterator<Item = &mut AstNode> {
        pairs.iter_mut().flat_map(|(key, value)| [key, value])
    }
    match node {
        AstNode::Path { steps } => steps
            .iter_mut()
            .flat_map(|step| {
                let filters = step.stages.iter_mut().filter_map(|stage| match stage {
                    Stage::Filter(predicate) => Some(&mut **predicate),
                    _ => None,
                });
                std::iter::once(&mut step.node).chain(filters)
            })
            .collect(),
        AstNode::Binary { lhs, rhs, .. } => vec![lhs, rhs],
        AstNode::Unary { operand, .. } => vec![operand],
        AstNode::Function { args, .. } => args.iter_mut().collect(),
        AstNode::Call { procedure, args } => std::iter::once(&mut **procedure).chain(args.iter_mut()).collect(),
        AstNode::Lambda { body, .. } => vec![body],
        AstNode::Array(items) | AstNode::ArrayGroup(items) | AstNode::Block(items) => items.iter_mut().collect(),
        AstNode::Object(members) => pairs(members).collect(),
        AstNode::ObjectTransform { input, pattern } => std::iter::once(&mut **input).chain(pairs(pattern)).collect(),
        AstNode::Conditional { condition, then_branch, else_branch } => {
            let mut found = vec![&mut **condition, &mut **then_branch];
            found.extend(else_branch.as_deref_mut());
            found
        }
        AstNode::FunctionApplication(inner) => vec![inner],
        AstNode::Sort { input, terms } => {
            std::iter::once(&mut **input).chain(terms.iter_mut().map(|(term, _)| term)).collect()
        }
        AstNode::Transform { location, update, delete } => {
            let mut found = vec![&mut **location, &mut **update];
            found.extend(delete.as_deref_mut());
            found
        }
        AstNode::String(_)
        | AstNode::Name(_)
        | AstNode::Number(_)
        | AstNode::Boolean(_)
        | AstNode::Null
        | AstNode::Undefined
        | AstNode::Placeholder
        | AstNode::Regex { .. }
        | AstNode::Variable(_)
        | AstNode::ParentVariable(_)
        | AstNode::Wildcard
        | AstNode::Descendant
        | AstNode::Parent(_) => Vec::new(),
    }
}
