//! Put an item into a list.

use super::move_item_last::label;
use crate::asl::Document;
use crate::edit::members::{is_first_on_line, replace_value};
use crate::edit::{Refusal, Transaction, raw};
use crate::text::json::{NodeId, NodeKind};
use crate::text::{Edit, Pointer, Span, Style};
use serde_json::Value;

pub(in crate::edit) fn plan(
    document: &Document,
    list: &Pointer,
    index: usize,
    value: &Value,
) -> Result<Transaction, Refusal> {
    let node = document.tree().at(list).ok_or(Refusal::NotFound)?;
    let edit = item_inserted(document, node, index, value)?;
    Transaction::of(label(list), vec![edit], None)
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
