//! A field that the language does not know at this place, or only in the other query language.

use crate::asl::field::{self, Field};
use crate::asl::map_part::parts;
use crate::asl::{QueryLanguage, StateId, StateType, choice};
use crate::check::Problem;
use crate::check::context::Context;
use crate::check::similar::most_similar;
use crate::text::json::NodeId;

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let (tree, machine) = (context.tree(), context.machine());
    for (_, scope) in machine.scopes() {
        members(context, scope.node, field::of_scope(scope.role), machine.query_language(), scope.owner);
    }
    for (id, state) in machine.states() {
        let Some(state_type) = state.state_type else { continue };
        let language = state.query_language;
        members(context, state.node, field::of_state(state_type), language, Some(id));
        let items = |list: &str| tree.get(state.node, list).map(|list| tree.items(list)).unwrap_or_default();
        if state_type.can_catch() {
            for retrier in items("Retry") {
                members(context, *retrier, &field::RETRIER, language, Some(id));
            }
            for catcher in items("Catch") {
                members(context, *catcher, &field::CATCHER, language, Some(id));
            }
        }
        if state_type == StateType::Map {
            for (part, node) in parts(tree, state.node) {
                members(context, node, part.fields(), language, Some(id));
            }
        }
        if state_type == StateType::Choice {
            for rule in items("Choices") {
                rule_members(context, *rule, language, id);
            }
        }
    }
}

fn members(
    context: &mut Context<'_>,
    object: NodeId,
    known: &[Field],
    language: QueryLanguage,
    state: Option<StateId>,
) {
    for member in context.tree().members(object) {
        let name = &*member.key;
        match known.iter().find(|field| field.name == name) {
            Some(Field { language: Some(needed), .. }) if *needed != language => {
                let problem = Problem::WrongLanguage {
                    field: name.to_owned(),
                    language: language.as_str().to_owned(),
                    needed: needed.as_str().to_owned(),
                };
                context.report_field(problem, object, name, state);
            }
            Some(_) => {}
            None if context.is_made(name, member.value) => {}
            None => {
                let suggestion = most_similar(name, known.iter().map(|field| field.name));
                context.report_field(Problem::UnknownField { field: name.to_owned(), suggestion }, object, name, state);
            }
        }
    }
}

/// A Choice rule has the comparators as fields as well. Nested rules are walked without recursion.
fn rule_members(context: &mut Context<'_>, rule: NodeId, language: QueryLanguage, state: StateId) {
    let tree = context.tree();
    let outermost = rule;
    let mut open = vec![rule];
    while let Some(rule) = open.pop() {
        for member in tree.members(rule) {
            let name = &*member.key;
            if language == QueryLanguage::JSONPath && choice::find(name).is_some() {
                continue;
            }
            let known = field::CHOICE_RULE.iter().find(|field| field.name == name);
            let problem = match known {
                Some(Field { language: Some(needed), .. }) if *needed != language => Problem::WrongLanguage {
                    field: name.to_owned(),
                    language: language.as_str().to_owned(),
                    needed: needed.as_str().to_owned(),
                },
                // Only the outermost rule leads somewhere (specification, "Choice State").
                Some(Field { name: "Next", .. }) if rule != outermost => {
                    Problem::UnknownField { field: name.to_owned(), suggestion: None }
                }
                Some(_) => continue,
                None if context.is_made(name, member.value) => continue,
                None => {
                    let comparators = choice::COMPARATORS.iter().map(|comparator| comparator.name);
                    let names = field::CHOICE_RULE.iter().map(|field| field.name).chain(comparators);
                    Problem::UnknownField { field: name.to_owned(), suggestion: most_similar(name, names) }
                }
            };
            context.report_field(problem, rule, name, Some(state));
        }
        for list in ["And", "Or"] {
            open.extend(tree.get(rule, list).map(|list| tree.items(list)).unwrap_or_default());
        }
        open.extend(tree.get(rule, "Not"));
    }
}
