//! Finding an item by what a person types.

use super::{Item, SdkAction, items};
use crate::i18n::Language;
use crate::search::{Query, rank};

/// The items that fit, the best first; all of them where nothing is asked for. Words of both languages are found, those of
/// the given one first. What reads as an action of the AWS SDK that is not in the table is offered too: first where it is
/// written as one (`ec2:describeInstances`), last otherwise.
pub fn search(query: &str, language: Language) -> Vec<Item> {
    let words = Query::new(query);
    if words.is_empty() {
        return items().collect();
    }
    // Of those that fit alike, what is one state before what is several.
    let (patterns, single): (Vec<Item>, Vec<Item>) = items().partition(|item| matches!(item, Item::Pattern(_)));
    let mut found = rank(&words, single.into_iter().chain(patterns), |item, add| fields(item, language, add));
    if let Some(item) = typed(query) {
        // Written as one, it may be in the table.
        found.retain(|other| *other != item);
        let index = if query.contains(':') { 0 } else { found.len() };
        found.insert(index, item);
    }
    found
}

/// The action that a text names.
fn typed(query: &str) -> Option<Item> {
    // `sqs:sendMessage` is an optimized action: its id finds it, and the action of the SDK is something else.
    let id = query.trim();
    let id = id.strip_prefix("arn:aws:states:::").unwrap_or(id);
    if items().any(|item| item.id() == id) {
        return None;
    }
    let action = SdkAction::parse(query)?;
    Item::find(&action.id())
}

fn fields(item: &Item, language: Language, add: &mut dyn FnMut(u32, &str)) {
    add(8, item.words(language).name);
    // What it waits for counts less: people who look for a wait mean a Wait state.
    add(2, &item.name(language));
    add(5, &item.id());
    if let Some(service) = item.service() {
        add(5, service);
    }
    if let Item::Action(action, _) = item {
        add(5, action.service.short);
    }
    for known in Language::ALL {
        let words = item.words(known);
        let is_own = known == language;
        // Types of state are named in English everywhere: their search words are their names to others.
        let of_own = if matches!(item, Item::State(_)) { 9 } else { 6 };
        add(if is_own { of_own } else { 3 }, words.search);
        if is_own {
            add(1, words.description);
        } else {
            add(3, words.name);
        }
    }
}
