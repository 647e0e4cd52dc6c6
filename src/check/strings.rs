//! All strings below a value, with the names that lead to them.

use crate::asl::State;
use crate::text::json::{NodeId, NodeKind, Tree};

/// A string and the field that holds it.
pub(super) struct Text<'a> {
    /// The innermost field's name; empty in a bare list.
    pub(super) key: &'a str,
    /// The string.
    pub(super) node: NodeId,
    /// What it says.
    pub(super) text: &'a str,
}

/// All strings at and below a value in the order of the text, without those below a field that `enter` refuses. Names
/// of fields are no strings here.
pub(super) fn strings<'a>(tree: &'a Tree, root: NodeId, enter: impl Fn(&str) -> bool) -> Vec<Text<'a>> {
    let mut found = Vec::new();
    let mut open = vec![("", root)];
    while let Some((key, node)) = open.pop() {
        match tree.kind(node) {
            NodeKind::Object(members) => {
                open.extend(
                    members.iter().rev().filter(|member| enter(&member.key)).map(|member| (&*member.key, member.value)),
                );
            }
            NodeKind::Array(items) => open.extend(items.iter().rev().map(|item| (key, *item))),
            NodeKind::String(text) => found.push(Text { key, node, text }),
            _ => {}
        }
    }
    found
}

/// The strings of a state that say what it does: without its comments, and without its inner states, which have their own.
pub(super) fn own_strings<'a>(tree: &'a Tree, state: &State) -> Vec<Text<'a>> {
    strings(tree, state.node, |field| !matches!(field, "Branches" | "ItemProcessor" | "Iterator" | "Comment"))
}
