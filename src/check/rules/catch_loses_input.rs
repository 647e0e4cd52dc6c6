//! A catcher that puts the error in the place of the input, though its handler reads more than the error.

use super::super::context::Context;
use crate::asl::{QueryLanguage, TransitionKind};
use crate::expr::jsonpath::{Path, Root};
use crate::flow::expressions::{Data, expressions};

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let document = context.document;
    let tree = document.tree();
    for (id, state) in document.machine().states() {
        let field = match state.query_language {
            QueryLanguage::JSONPath => "ResultPath",
            QueryLanguage::JSONata => "Output",
        };
        let catchers = tree.get(state.node, "Catch").map(|list| tree.items(list)).unwrap_or_default();
        for transition in &state.transitions {
            let TransitionKind::Catch(index) = transition.kind else { continue };
            let Some(catcher) = catchers.get(index).filter(|catcher| tree.get(**catcher, field).is_none()) else {
                continue;
            };
            let Some(handler) = transition.target.state else { continue };
            let read = expressions(document, handler).into_iter().find_map(|expression| {
                let name = first_member(expression.text, expression.language, expression.data)?;
                (!expression.is_test && name != "Error" && name != "Cause").then_some(name)
            });
            // What comes after `InputPath` is no longer the input.
            let narrows = tree.get(document.machine().state(handler).node, "InputPath").is_some();
            if let Some(name) = read.filter(|_| !narrows) {
                let handler = &document.machine().state(handler).name;
                let key = if field == "Output" { "output" } else { "" };
                context.lint(key, &[("handler", handler), ("member", &name)], *catcher, Some(id));
            }
        }
    }
}

/// The member of its input that an expression reads first.
fn first_member(text: &str, language: QueryLanguage, data: Data) -> Option<String> {
    let rest = match language {
        QueryLanguage::JSONata => text.split_once("$states.input.")?.1,
        QueryLanguage::JSONPath => {
            let path = Path::parse(text).ok()?;
            if *path.root() != Root::Input || !matches!(data, Data::Input | Data::Effective) {
                return None;
            }
            text.strip_prefix("$.")?
        }
    };
    let end = rest.find(|character: char| !(character.is_alphanumeric() || character == '_')).unwrap_or(rest.len());
    Some(rest[..end].to_owned()).filter(|name| !name.is_empty())
}
