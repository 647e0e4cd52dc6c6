//! Actions by a few typed words.

use super::example::example;
use crate::asl::optimized::Integration;
use crate::asl::resource::{Pattern, Resource};
use crate::search::{Query, rank};
use crate::services::{Api, Services, Standing, also_named, is_loading, is_unsupported, standing};
use crate::text::Style;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// An action that a Task can call.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// What stands for it in a `Resource`, without a pattern: `sqs:sendMessage`, `aws-sdk:s3:getObject`.
    pub id: String,
    /// How a Task can wait for it.
    pub patterns: Vec<Pattern>,
    /// An object with the parameters that it cannot do without, as JSON text: values to be replaced. None where it has no
    /// model.
    pub example: Option<String>,
}

/// The actions that fit what was typed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Found {
    /// They, the best first.
    pub calls: Vec<Call>,
    /// Whether all are there. Else parts of the table are missing and were asked for.
    pub is_whole: bool,
}

/// What a person typed without what every `Resource` has in common: the beginning of its ARN and the pattern.
pub(super) fn plain(typed: &str) -> &str {
    const START: &str = "arn:aws:states:::";
    let typed = typed.trim();
    if START.starts_with(typed) {
        return "";
    }
    let typed = match typed.split_once(":states:::") {
        Some((partition, rest)) if partition.starts_with("arn:") => rest,
        _ => typed,
    };
    match typed.rsplit_once('.') {
        Some((call, end))
            if Pattern::ALL.iter().any(|pattern| pattern.suffix().trim_start_matches('.').starts_with(end)) =>
        {
            call
        }
        _ => typed,
    }
}

/// Finds at most `limit` actions, the best first; optimized ones before others that fit alike. Where nothing is typed, the
/// optimized ones.
pub fn find(services: &Services, typed: &str, limit: usize) -> Found {
    let (ids, mut is_whole) = candidates(services, plain(typed));
    let mut calls = Vec::new();
    for id in ids.into_iter().take(limit) {
        match call(services, id) {
            Ok(call) => calls.extend(call),
            Err(NotLoaded) => is_whole = false,
        }
    }
    Found { calls, is_whole }
}

/// The ids of all actions that fit, the best first; and whether the names of all actions are there.
pub(super) fn candidates(services: &Services, typed: &str) -> (Vec<String>, bool) {
    let query = Query::new(typed);
    let names = services.action_names();
    let mut candidates: Vec<(String, &str)> = Vec::new();
    let mut also: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (service, integration) in Integration::optimized() {
        candidates.extend(integration.actions().map(|action| (format!("{service}:{action}"), service)));
    }
    for (service, actions) in names.iter().flat_map(|names| names.services()).filter(|_| !query.is_empty()) {
        if standing(service) != Standing::Listed {
            continue;
        }
        let others: Vec<&str> = also_named(service).collect();
        for action in actions {
            let words = format!("aws sdk {service} {} {}", others.join(" "), action.to_lowercase());
            if query.may_fit(&words) && !is_unsupported(service, action) {
                candidates.push((format!("aws-sdk:{service}:{action}"), service));
            }
        }
        also.insert(service, others);
    }
    if !query.is_empty() {
        // Of those that fit alike, what is called by fewer letters is meant.
        candidates.sort_by_key(|(id, _)| (id.starts_with("aws-sdk:"), id.len()));
    }
    let found = rank(&query, candidates, |(id, service), add| {
        add(5, id);
        also.get(service).into_iter().flatten().for_each(|name| add(4, name));
    });
    (found.into_iter().map(|(id, _)| id).collect(), names.is_some())
}

/// The part of the table that has the action is not there yet.
struct NotLoaded;

/// None for an action that cannot be called: Step Functions has no answer to a stream of events.
fn call(services: &Services, id: String) -> Result<Option<Call>, NotLoaded> {
    let resource = Resource::parse(&format!("arn:aws:states:::{id}"));
    let api = Api::of(services, &resource);
    if api.is_none() && is_loading(services, &resource) {
        return Err(NotLoaded);
    }
    if api.as_ref().is_some_and(|api| api.action.streams_events) {
        return Ok(None);
    }
    let example = api.map(|api| Style::default().write(&example(&api), ""));
    let patterns = patterns(&resource);
    Ok(Some(Call { id, patterns, example }))
}

/// The patterns with which a resource can be called; none for what is no integration.
pub(super) fn patterns(resource: &Resource) -> Vec<Pattern> {
    let Resource::Service { service, action, .. } = resource else { return Vec::new() };
    Integration::of(service).map(|known| known.patterns(action)).unwrap_or_default()
}
