//! `States.ALL` beside other names, or in a retrier or catcher that is not the last.

use crate::check::Problem;
use crate::check::context::Context;
use crate::text::json::NodeKind;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let tree = context.tree();
    for (id, state) in context.machine().states() {
        for list in ["Retry", "Catch"] {
            let items = tree.get(state.node, list).map(|list| tree.items(list)).unwrap_or_default();
            for (index, item) in items.iter().enumerate() {
                let names = tree.get(*item, "ErrorEquals").map(|names| tree.items(names)).unwrap_or_default();
                for name in names {
                    match tree.as_str(*name) {
                        Some("States.ALL") if names.len() > 1 || index + 1 < items.len() => {
                            context.report_value(Problem::AllNotAlone, *name, Some(id));
                        }
                        None if !matches!(tree.kind(*name), NodeKind::Invalid) => {
                            let problem =
                                Problem::WrongType { field: "ErrorEquals".to_owned(), expected: "string".to_owned() };
                            context.report_value(problem, *name, Some(id));
                        }
                        _ => {}
                    }
                }
            }
        }
    }
}
