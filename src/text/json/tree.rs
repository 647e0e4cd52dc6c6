//! The tree itself: an arena of nodes with spans.

use crate::text::{Pointer, Span};

/// Names one value of a [`Tree`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct NodeId(pub(super) u32);

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub enum NodeKind {
    /// Members in the order of the text, repeated names included.
    Object(Vec<Member>),
    /// Items in order.
    Array(Vec<NodeId>),
    /// The text without quotes and escapes.
    String(Box<str>),
    /// A number; its spelling is the node's span.
    Number,
    /// `true` or `false`.
    Bool(bool),
    /// `null`.
    Null,
    /// Where a value should stand and none does, or one that could not be read.
    Invalid,
}

/// One `"name": value` of an object.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// The name without quotes and escapes.
    pub key: Box<str>,
    /// The name with its quotes.
    pub key_span: Span,
    /// The value; of kind [`NodeKind::Invalid`] when it is missing.
    pub value: NodeId,
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Node {
    pub(super) kind: NodeKind,
    pub(super) span: Span,
    pub(super) parent: Option<NodeId>,
}

/// All values of a JSON text.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Tree {
    pub(super) nodes: Vec<Node>,
    pub(super) root: Option<NodeId>,
}

impl Tree {
    /// The outermost value; none for a blank text.
    pub fn root(&self) -> Option<NodeId> {
        self.root
    }

    /// What the value is.
    pub fn kind(&self, node: NodeId) -> &NodeKind {
        &self.nodes[node.0 as usize].kind
    }

    /// Where it stands, brackets and quotes included.
    pub fn span(&self, node: NodeId) -> Span {
        self.nodes[node.0 as usize].span
    }

    /// The object or array that holds it.
    pub fn parent(&self, node: NodeId) -> Option<NodeId> {
        self.nodes[node.0 as usize].parent
    }

    /// The members, when it is an object; otherwise none.
    pub fn members(&self, node: NodeId) -> &[Member] {
        match self.kind(node) {
            NodeKind::Object(members) => members,
            _ => &[],
        }
    }

    /// The items, when it is an array; otherwise none.
    pub fn items(&self, node: NodeId) -> &[NodeId] {
        match self.kind(node) {
            NodeKind::Array(items) => items,
            _ => &[],
        }
    }

    /// The first member with that name.
    pub fn member(&self, node: NodeId, key: &str) -> Option<&Member> {
        self.members(node).iter().find(|member| &*member.key == key)
    }

    /// The value of the first member with that name.
    pub fn get(&self, node: NodeId, key: &str) -> Option<NodeId> {
        self.member(node, key).map(|member| member.value)
    }

    /// The text, when it is a string.
    pub fn as_str(&self, node: NodeId) -> Option<&str> {
        match self.kind(node) {
            NodeKind::String(text) => Some(text),
            _ => None,
        }
    }

    /// The truth value, when it is one.
    pub fn as_bool(&self, node: NodeId) -> Option<bool> {
        match self.kind(node) {
            NodeKind::Bool(value) => Some(*value),
            _ => None,
        }
    }

    /// The value that a pointer names.
    pub fn at(&self, pointer: &Pointer) -> Option<NodeId> {
        let mut node = self.root?;
        for part in pointer.parts() {
            node = match self.kind(node) {
                NodeKind::Object(_) => self.get(node, part)?,
                NodeKind::Array(items) => *items.get(part.parse::<usize>().ok()?)?,
                _ => return None,
            };
        }
        Some(node)
    }

    /// The pointer that names a value.
    pub fn pointer(&self, node: NodeId) -> Pointer {
        let mut parts = Vec::new();
        let mut child = node;
        while let Some(parent) = self.parent(child) {
            match self.kind(parent) {
                NodeKind::Object(members) => {
                    let member = members.iter().find(|member| member.value == child);
                    parts.push(member.map(|member| member.key.to_string()).unwrap_or_default());
                }
                NodeKind::Array(items) => {
                    let index = items.iter().position(|item| *item == child);
                    parts.push(index.unwrap_or_default().to_string());
                }
                _ => {}
            }
            child = parent;
        }
        parts.reverse();
        Pointer::from(parts)
    }

    /// The innermost value that touches a byte offset.
    pub fn innermost_at(&self, offset: usize) -> Option<NodeId> {
        let mut node = self.root.filter(|root| self.span(*root).touches(offset))?;
        loop {
            let inner = match self.kind(node) {
                NodeKind::Object(members) => members
                    .iter()
                    .find(|member| {
                        Span::new(member.key_span.start, self.span(member.value).end.max(member.key_span.end))
                            .touches(offset)
                    })
                    .map(|member| member.value),
                NodeKind::Array(items) => items.iter().copied().find(|item| self.span(*item).touches(offset)),
                _ => None,
            };
            match inner {
                Some(inner) => node = inner,
                None => return Some(node),
            }
        }
    }
}
