//! What the `Resource` that is being typed may call.

use super::complete::{Completion, Completions};
use super::find::{candidates, patterns, plain};
use super::place::Place;
use crate::asl::optimized::Integration;
use crate::asl::resource::{Pattern, Resource};
use crate::services::{Services, Standing, standing};

/// How many services are named before actions.
const MAX_SERVICES: usize = 12;

/// How many actions are named.
const MAX_ACTIONS: usize = 60;

/// The services that begin as it is typed, then the actions that fit, each with its patterns once it is written out.
pub(super) fn resources(services: &Services, place: &Place) -> Completions {
    let typed = plain(place.typed.as_deref().unwrap_or_default());
    let optimized = Integration::optimized().map(|(name, _)| name.to_owned());
    let others =
        services.names().filter(|name| standing(name) == Standing::Listed).map(|name| format!("aws-sdk:{name}"));
    let last = typed.strip_prefix("aws-sdk:").unwrap_or(typed);
    let begins = |name: &String| {
        !typed.is_empty()
            && (name.starts_with(typed) || name.strip_prefix("aws-sdk:").is_some_and(|name| name.starts_with(last)))
    };
    let mut named: Vec<String> = optimized.chain(others).filter(begins).map(|name| format!("{name}:")).collect();
    named.sort_by_key(String::len);
    named.truncate(MAX_SERVICES);
    let (calls, is_whole) = candidates(services, typed);
    let calls = calls.into_iter().take(MAX_ACTIONS).flat_map(|id| {
        let is_written_out = id.eq_ignore_ascii_case(typed);
        let resource = Resource::parse(&format!("arn:aws:states:::{id}"));
        let patterns = if is_written_out { patterns(&resource) } else { vec![Pattern::RequestResponse] };
        patterns.into_iter().map(move |pattern| format!("{id}{}", pattern.suffix()))
    });
    let completion = |label: String| {
        let insert = format!("\"arn:aws:states:::{label}\"");
        // Behind the name of a service an action is typed.
        let end = if label.ends_with(':') { insert.len() - 1 } else { insert.len() };
        Completion { label, shape: String::new(), is_required: false, insert, selected: (end, end) }
    };
    Completions { span: place.span, list: named.into_iter().chain(calls).map(completion).collect(), is_whole }
}
