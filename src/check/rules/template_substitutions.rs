//! Placeholders for which the template gives no value, and values that no placeholder takes.

use crate::check::context::Context;
use crate::check::{Lint, Problem};
use crate::text::Span;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let origin = &context.options.origin;
    let Some(given) = &origin.substitutions else { return };
    let text = context.document.text();
    let placeholders = placeholders(text);
    let report = |context: &mut Context<'_>, key: &str, name: &str, span: Span| {
        context.report_of_template(Problem::Lint(Lint::new(key, &[("name", name)])), span, None, None);
    };
    for name in given {
        if !placeholders.iter().any(|(used, _)| used == name) {
            let start = context.tree().root().map_or(0, |root| context.tree().span(root).start);
            report(context, "unused", name, Span::new(start, start + 1));
        }
    }
    // In a definition that stands in the template, its own functions may fill in more.
    for (name, span) in placeholders.iter().filter(|_| origin.is_file) {
        if !given.iter().any(|given| given == name) {
            report(context, "", name, *span);
        }
    }
}

/// The `${Name}` of a text whose names are those that a template can give values for (AWS CloudFormation,
/// `DefinitionSubstitutions`), without what CloudFormation itself knows.
fn placeholders(text: &str) -> Vec<(&str, Span)> {
    let is_name = |any: char| any.is_ascii_alphanumeric() || matches!(any, '_' | '-' | '.');
    let starts = text.match_indices("${");
    starts
        .filter_map(|(start, _)| {
            let name = text.get(start + 2..)?.split_once('}')?.0;
            let is_placeholder = !name.is_empty() && name.chars().all(is_name);
            is_placeholder.then(|| (name, Span::new(start, start + name.len() + 3)))
        })
        .collect()
}
