//! Actions that were found in the table of services, which the page does not have: they come with what they need.

use super::task::{arn, fragment_of, limited, pascal_case, task_of};
use super::{Icon, Item, Standing, items, service_named};
use crate::asl::QueryLanguage;
use crate::asl::resource::Pattern;
use crate::calls::Found;
use serde_json::{Map, Value};

/// An action of the table, and how its Task waits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FoundCall {
    id: String,
    pattern: Pattern,
    example: String,
}

impl FoundCall {
    /// `aws-sdk:ec2:describeInstances`.
    pub(super) fn id(&self) -> String {
        format!("{}{}", self.id, self.pattern.suffix())
    }

    /// The same without how its Task waits.
    pub(super) fn resource(&self) -> &str {
        &self.id
    }

    /// How its Task waits.
    pub(super) fn pattern(&self) -> Pattern {
        self.pattern
    }

    /// The service as ARNs have it, without `aws-sdk`, and the action.
    pub(super) fn parts(&self) -> (&str, &str) {
        let (service, action) = self.id.rsplit_once(':').unwrap_or_default();
        (service.strip_prefix("aws-sdk:").unwrap_or(service), action)
    }

    /// Whether it is called through the AWS SDK.
    pub(super) fn is_of_sdk(&self) -> bool {
        self.id.starts_with("aws-sdk:")
    }

    /// The service as people know it, where the palette does.
    pub(super) fn service(&self) -> &str {
        let service = self.parts().0;
        service_named(service).map_or(service, |known| known.name)
    }

    pub(super) fn icon(&self) -> Icon {
        service_named(self.parts().0).map_or(Icon::Sdk, |known| known.icon)
    }

    /// The names of the parameters that it cannot do without.
    pub(super) fn required(&self) -> Vec<String> {
        self.parameters().keys().cloned().collect()
    }

    fn parameters(&self) -> Map<String, Value> {
        serde_json::from_str(&self.example).unwrap_or_default()
    }

    pub(super) fn fragment(&self, language: QueryLanguage) -> Value {
        let (service, action) = self.parts();
        let name = pascal_case(action);
        let name = service_named(service).map_or(name.clone(), |known| format!("{} {name}", known.short));
        let state = task_of(arn(&self.id()), Value::Object(self.parameters()), language);
        fragment_of(&name.chars().take(80).collect::<String>(), limited(state, self.pattern))
    }
}

/// What was found with the calls that were found besides: those that are items anyway as such, others at the end, and each in
/// the place of the one that was only typed. Once the whole table was looked through, what was typed and is not in it is no
/// guess any more: words are none then, and a name that was written out stands last, as one that is not known.
pub fn with_calls(query: &str, mut found: Vec<Item>, besides: &Found) -> Vec<Item> {
    for call in &besides.calls {
        let Some(example) = &call.example else { continue };
        // A job is waited for first, as that is what most people want.
        for pattern in [Pattern::Sync, Pattern::RequestResponse].into_iter().filter(|one| call.patterns.contains(one)) {
            let new = FoundCall { id: call.id.clone(), pattern, example: example.clone() };
            let id = new.id();
            match found.iter_mut().find(|item| item.id() == id) {
                Some(typed @ Item::Sdk(_)) => *typed = Item::Call(new),
                Some(_) => {}
                None => found.push(items().find(|item| item.id() == id).unwrap_or(Item::Call(new))),
            }
        }
    }
    let is_missing = |item: &Item| matches!(item, Item::Sdk(typed) if besides.is_whole && !besides.calls.iter().any(|call| call.id == typed.id()));
    if let Some(index) = found.iter().position(is_missing)
        && let Item::Sdk(typed) = found.remove(index)
        && (query.contains(':') || typed.standing() != Standing::KnownService)
    {
        found.push(Item::Sdk(typed.missing()));
    }
    found
}
