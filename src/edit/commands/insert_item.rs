//! Put an item into a list.

use super::move_item_last::label;
use crate::asl::Document;
use crate::edit::members::{is_first_on_line, replace_value};
use crate::edit::{Refusal, Transaction};
use crate::text::json::NodeKind;
use crate::text::{Edit, Edits, Pointer, Span, Style};
use serde_json::Value;

pub(in crate::edit) fn plan(
    document: &Document,
    list: &Pointer,
    index: usize,
    value: &Value,
) -> Result<Transaction, Refusal> {
    let (tree, text, style) = (document.tree(), document.text(), document.style());
    let node = tree.at(list).ok_or(Refusal::NotFound)?;
    let NodeKind::Array(items) = tree.kind(node) else { return Err(Refusal::NotFound) };
    let outer = Style::indentation_at(text, tree.span(node).start);
    let edit = match (items.get(index), items.last()) {
        (_, None) => {
            let written = style.write(&Value::Array(vec![value.clone()]), outer);
            replace_value(document, node, written)
        }
        (next, Some(last)) => {
            // The new item stands as its neighbours do: on a line of its own, or beside them.
            let neighbour = tree.span(*next.unwrap_or(last));
            let indentation = Style::indentation_at(text, neighbour.start);
            let separator = if is_first_on_line(text, neighbour.start) {
                format!("{}{indentation}", style.line_ending)
            } else {
                " ".to_owned()
            };
            let written = style.write(value, indentation);
            match next {
                Some(_) => Edit { span: Span::empty(neighbour.start), insert: format!("{written},{separator}") },
                None => Edit { span: Span::empty(neighbour.end), insert: format!(",{separator}{written}") },
            }
        }
    };
    let edits = Edits::new(vec![edit]).map_err(|_| Refusal::BrokenText)?;
    Ok(Transaction { label: label(list), edits, select: None })
}
