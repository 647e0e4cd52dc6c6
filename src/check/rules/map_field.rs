//! The parts of a Map state: values that they cannot have, what they exclude and what they need.

use super::wrong_type;
use crate::asl::map_argument;
use crate::asl::map_part::{MapPart, parts};
use crate::asl::resource::{Pattern, Resource};
use crate::asl::{QueryLanguage, StateId, StateType};
use crate::check::Problem;
use crate::check::context::Context;
use crate::check::similar::most_similar;
use crate::services::Api;
use crate::text::json::{NodeId, NodeKind};

pub(in crate::check) fn check(context: &mut Context<'_>) {
    for (id, state) in context.machine().states() {
        if state.state_type != Some(StateType::Map) {
            continue;
        }
        for (part, node) in parts(context.tree(), state.node) {
            wrong_type::members(context, node, part.fields(), state.query_language, Some(id));
            if !matches!(context.tree().kind(node), NodeKind::Object(_)) || context.may_have_more(node) {
                continue;
            }
            needs(context, part, node, id);
            excluded(context, part, node, id);
            resource(context, part, node, id);
            arguments(context, node, id);
            unknown_arguments(context, node, id);
        }
    }
}

/// What a part cannot do without.
fn needs(context: &mut Context<'_>, part: MapPart, node: NodeId, state: StateId) {
    let tree = context.tree();
    let language = context.machine().state(state).query_language;
    let is_of_language = |name: &&str| {
        let field = part.fields().iter().find(|field| field.name == *name);
        field.is_some_and(|field| field.language.is_none_or(|needed| needed == language))
    };
    for need in part.needs() {
        let is_needed = need.when.is_none_or(|(field, value)| {
            let found = tree.get(node, field);
            found.is_some_and(|found| value.is_none() || tree.as_str(found) == value)
        });
        let missing = need.fields.iter().copied().filter(is_of_language).filter(|name| tree.get(node, name).is_none());
        let fields: Vec<String> = missing.map(str::to_owned).collect();
        if is_needed && !fields.is_empty() {
            context.report_value(Problem::MissingFields { fields }, node, Some(state));
        }
    }
    let one_of = part.one_of();
    if !one_of.is_empty() && one_of.iter().all(|field| tree.get(node, field).is_none()) {
        let fields = one_of.iter().copied().filter(is_of_language).map(str::to_owned).collect();
        context.report_value(Problem::OneOfNeeded { fields }, node, Some(state));
    }
}

/// A number and its path, and what the value of another field excludes.
fn excluded(context: &mut Context<'_>, part: MapPart, node: NodeId, state: StateId) {
    let tree = context.tree();
    for field in part.fields() {
        let path = format!("{}Path", field.name);
        if tree.get(node, field.name).is_some() && tree.get(node, &path).is_some() {
            let problem = Problem::Both { first: field.name.to_owned(), second: path.clone() };
            context.report_field(problem, node, &path, Some(state));
        }
    }
    for excluded in part.exclusions() {
        let (field, value) = excluded.when;
        let counts = tree.get(node, field).and_then(|found| tree.as_str(found)) == Some(value);
        for name in excluded.fields.iter().filter(|name| counts && tree.get(node, name).is_some()) {
            let problem = Problem::UnknownField { field: (*name).to_owned(), suggestion: None };
            context.report_field(problem, node, name, Some(state));
        }
    }
}

/// The resource of a reader or writer, in any partition.
fn resource(context: &mut Context<'_>, part: MapPart, object: NodeId, state: StateId) {
    let tree = context.tree();
    let Some(node) = tree.get(object, "Resource") else { return };
    let Some(text) = tree.as_str(node).filter(|text| !text.contains("${")) else { return };
    let action = |text: &str| {
        let (start, action) = text.split_once(":states:::s3:")?;
        start.starts_with("arn:").then(|| action.to_owned())
    };
    let found = action(text);
    if found.is_none() || !part.resources().iter().any(|allowed| action(allowed) == found) {
        let allowed = part.resources().iter().map(|allowed| (*allowed).to_owned()).collect();
        context.report_value(Problem::NotOneOf { field: "Resource".to_owned(), allowed }, node, Some(state));
    }
}

/// The field with what a reader or writer is told, and its object, unless a template may add to it.
fn told(context: &Context<'_>, object: NodeId, state: StateId) -> Option<(&'static str, NodeId)> {
    let name = match context.machine().state(state).query_language {
        QueryLanguage::JSONata => "Arguments",
        QueryLanguage::JSONPath => "Parameters",
    };
    let tree = context.tree();
    let arguments = tree.get(object, name)?;
    let is_whole = matches!(tree.kind(arguments), NodeKind::Object(_)) && !context.may_have_more(arguments);
    is_whole.then_some((name, arguments))
}

/// What a reader or writer is told that S3 does not take. What S3 takes beyond what the developer guide lists may be right.
fn unknown_arguments(context: &mut Context<'_>, object: NodeId, state: StateId) {
    let tree = context.tree();
    let Some((_, arguments)) = told(context, object, state) else { return };
    let resource = tree.get(object, "Resource").and_then(|node| tree.as_str(node)).unwrap_or_default();
    let known = map_argument::arguments(resource);
    let action = resource.rsplit(':').next().unwrap_or_default().to_owned();
    let service = "aws-sdk:s3".to_owned();
    let of_s3 = Resource::Service { service, action, pattern: Pattern::RequestResponse };
    let Some(api) = Api::of(&context.options.services, &of_s3).filter(|_| !known.is_empty()) else { return };
    let is_jsonpath = context.machine().state(state).query_language == QueryLanguage::JSONPath;
    for member in tree.members(arguments) {
        let key = &*member.key;
        let name = if is_jsonpath { key.strip_suffix(".$").unwrap_or(key) } else { key };
        let is_known = known.iter().any(|argument| argument.name == name)
            || api.parameters().iter().any(|field| field.is_called(name, false));
        if !is_known && !key.contains("${") {
            let suggestion = most_similar(name, known.iter().map(|argument| argument.name));
            let suggestion = suggestion.map(|meant| format!("{meant}{}", &key[name.len()..]));
            context.report_field(
                Problem::UnknownField { field: key.to_owned(), suggestion },
                arguments,
                key,
                Some(state),
            );
        }
    }
}

/// What a reader or writer is told: what is missing, unless an expression or a template may give it, and what is no text.
fn arguments(context: &mut Context<'_>, object: NodeId, state: StateId) {
    let tree = context.tree();
    let Some((name, arguments)) = told(context, object, state) else { return };
    let resource = tree.get(object, "Resource").and_then(|node| tree.as_str(node)).unwrap_or_default();
    let may_be_any = tree.members(arguments).iter().any(|member| member.key.contains("${"));
    for argument in map_argument::arguments(resource) {
        let field = argument.name.to_owned();
        match tree.get(arguments, argument.name) {
            Some(node) => match tree.kind(node) {
                NodeKind::Invalid => {}
                NodeKind::String(text) if text.is_empty() => {
                    context.report_value(Problem::Empty { field }, node, Some(state));
                }
                NodeKind::String(_) => {}
                _ => {
                    let problem = Problem::ArgumentType { field, expected: "STRING".to_owned() };
                    context.report_value(problem, node, Some(state));
                }
            },
            None if !argument.is_required || may_be_any || tree.get(arguments, argument.computed).is_some() => {}
            None => context.report_field(Problem::FieldRequired { field }, object, name, Some(state)),
        }
    }
}
