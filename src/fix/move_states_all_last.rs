//! A retrier or catcher for `States.ALL` before others: move it behind them, so that they can match.

use super::place::{pointer, state};
use super::{Fix, FixTitle};
use crate::asl::Document;
use crate::check::Diagnostic;
use crate::edit::Command;
use crate::edit::commands::MoveItem;
use crate::text::json::NodeId;

pub(super) fn fixes(document: &Document, diagnostic: &Diagnostic) -> Vec<Fix> {
    let Some((_, state)) = state(document, diagnostic) else { return Vec::new() };
    let tree = document.tree();
    for field in ["Retry", "Catch"] {
        let Some(list) = tree.get(state.node, field) else { continue };
        if !tree.span(list).touches(diagnostic.span.start) {
            continue;
        }
        let items = tree.items(list);
        let catches_all: Vec<usize> = (0..items.len()).filter(|index| is_for_all(document, items[*index])).collect();
        let Some(index) = catches_all.first().copied().filter(|index| index + 1 < items.len()) else { continue };
        return vec![Fix {
            title: FixTitle::MoveStatesAllLast,
            command: Command::from(MoveItem {
                list: pointer(document, state.node).join(field),
                from: index,
                to: items.len() - 1,
            }),
            // With two of them the other one would not be last.
            is_safe: catches_all.len() == 1,
        }];
    }
    Vec::new()
}

fn is_for_all(document: &Document, item: NodeId) -> bool {
    let tree = document.tree();
    let errors = tree.get(item, "ErrorEquals").map(|errors| tree.items(errors)).unwrap_or_default();
    errors.iter().any(|error| tree.as_str(*error) == Some("States.ALL"))
}
