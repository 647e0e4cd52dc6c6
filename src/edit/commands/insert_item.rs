//! Put an item into a list.

use crate::asl::Document;
use crate::edit::members::{is_first_on_line, replace_value};
use crate::edit::{Label, Plan, Refusal, StepKind, Transaction, raw};
use crate::text::json::{NodeId, NodeKind};
use crate::text::{Edit, Pointer, Span, Style};
use serde_json::Value;

/// Put an item into a list.
#[derive(Clone, Debug, PartialEq)]
pub struct InsertItem {
    /// The list.
    pub list: Pointer,
    /// How many items stand before it.
    pub index: usize,
    /// The item, written in the style of the document.
    pub value: Value,
}

impl Plan for InsertItem {
    fn plan(&self, document: &Document) -> Result<Transaction, Refusal> {
        let Self { list, index, value } = self;
        let node = document.tree().at(list).ok_or(Refusal::NotFound)?;
        let edit = item_inserted(document, node, *index, value)?;
        let field = list.parts().last().unwrap_or_default();
        Transaction::of(Label::new(StepKind::InsertItem, field), vec![edit], None)
    }
}

/// Puts a value into an array.
pub(super) fn item_inserted(document: &Document, list: NodeId, index: usize, value: &Value) -> Result<Edit, Refusal> {
    raw_item_inserted(document, list, index, |indentation| document.style().write(value, indentation))
}

/// Puts JSON text into an array; it is asked for once it is clear how its lines are indented.
pub(super) fn raw_item_inserted(
    document: &Document,
    list: NodeId,
    index: usize,
    written: impl Fn(&str) -> String,
) -> Result<Edit, Refusal> {
    let (tree, text, style) = (document.tree(), document.text(), document.style());
    let NodeKind::Array(items) = tree.kind(list) else { return Err(Refusal::NotFound) };
    let (next, Some(last)) = (items.get(index), items.last()) else {
        let outer = Style::indentation_at(text, tree.span(list).start);
        let item = written(&format!("{outer}{}", style.indent));
        return Ok(replace_value(document, list, raw::array(&style, outer, &[item])));
    };
    // The new item stands as its neighbours do: on a line of its own, or beside them.
    let neighbour = tree.span(*next.unwrap_or(last));
    let indentation = Style::indentation_at(text, neighbour.start);
    let separator = if is_first_on_line(text, neighbour.start) {
        format!("{}{indentation}", style.line_ending)
    } else {
        " ".to_owned()
    };
    let item = written(indentation);
    Ok(match next {
        Some(_) => Edit { span: Span::empty(neighbour.start), insert: format!("{item},{separator}") },
        None => Edit { span: Span::empty(neighbour.end), insert: format!(",{separator}{item}") },
    })
}
