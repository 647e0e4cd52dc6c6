//! Where in the document a diagnostic is.

use crate::asl::{Document, State, StateId};
use crate::check::Diagnostic;
use crate::text::Pointer;
use crate::text::json::NodeId;

/// The state of a diagnostic.
pub(super) fn state<'a>(document: &'a Document, diagnostic: &Diagnostic) -> Option<(StateId, &'a State)> {
    let id = diagnostic.state?;
    document.machine().get(id).map(|state| (id, state))
}

/// The object whose field of that name a diagnostic marks.
pub(super) fn marked_object(document: &Document, diagnostic: &Diagnostic, field: &str) -> Option<NodeId> {
    let tree = document.tree();
    let object = tree.parent(tree.innermost_at(diagnostic.span.start)?)?;
    tree.members(object)
        .iter()
        .any(|member| member.key_span == diagnostic.span && &*member.key == field)
        .then_some(object)
}

/// How a value is named in commands.
pub(super) fn pointer(document: &Document, node: NodeId) -> Pointer {
    document.tree().pointer(node)
}
