//! What AWS refuses at the top level of an expression: there is no data that `$`, `$$` or a bare name could mean
//! (developer guide, "Transforming data with JSONata").

use jsonata_core::ast::AstNode;

/// The references at the top level, each name once, in the order of the text.
///
/// Recurses as deep as the tree, which the parser bounds.
pub(super) fn top_level_references(tree: &AstNode) -> Vec<String> {
    let mut found = Vec::new();
    visit(tree, &mut found);
    found
}

fn visit(node: &AstNode, found: &mut Vec<String>) {
    let mut add = |name: &str| {
        if !found.iter().any(|known| known == name) {
            found.push(name.to_owned());
        }
    };
    match node {
        AstNode::Name(name) => add(name),
        AstNode::Variable(name) if name.is_empty() => add("$"),
        AstNode::ParentVariable(_) => add("$$"),
        // Every step but the first, and every predicate, has the step before as its data.
        AstNode::Path { steps } => {
            if let Some(first) = steps.first() {
                visit(&first.node, found);
            }
        }
        AstNode::Binary { lhs, rhs, .. } => {
            visit(lhs, found);
            visit(rhs, found);
        }
        AstNode::Unary { operand, .. } => visit(operand, found),
        AstNode::Function { args: items, .. } | AstNode::Array(items) | AstNode::Block(items) => {
            items.iter().for_each(|item| visit(item, found));
        }
        AstNode::Call { procedure, args } => {
            visit(procedure, found);
            args.iter().for_each(|argument| visit(argument, found));
        }
        AstNode::Object(members) => members.iter().for_each(|(key, value)| {
            visit(key, found);
            visit(value, found);
        }),
        AstNode::Conditional { condition, then_branch, else_branch } => {
            visit(condition, found);
            visit(then_branch, found);
            if let Some(else_branch) = else_branch {
                visit(else_branch, found);
            }
        }
        AstNode::ObjectTransform { input, .. } | AstNode::Sort { input, .. } => visit(input, found),
        // The body of a function and the parts of a transform have data of their own.
        _ => {}
    }
}
