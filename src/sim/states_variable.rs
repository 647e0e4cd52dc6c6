//! `$states`: what an expression sees of the state (developer guide, "Transforming data with JSONata"). Its parts are made
//! ready once, and only those that an expression names: a Map with many items would otherwise copy its input for each.

use crate::expr::jsonata::Prepared;
use serde_json::Value;
use std::cell::OnceCell;
use std::sync::Arc;

/// One part of `$states`.
#[derive(Debug)]
struct Part {
    value: Arc<Value>,
    ready: OnceCell<Prepared>,
}

impl Part {
    fn of(value: Arc<Value>) -> Self {
        Self { value, ready: OnceCell::new() }
    }

    fn prepared(&self) -> Prepared {
        self.ready.get_or_init(|| Prepared::of(&self.value)).clone()
    }
}

/// The context object of one item after another: all but `Map` stays as it is, and is made ready once.
#[derive(Debug)]
struct ItemContext {
    others: Vec<(String, Prepared)>,
    map: Prepared,
}

impl ItemContext {
    fn prepared(&self) -> Prepared {
        let others = self.others.iter().map(|(name, value)| (name.as_str(), value.clone()));
        Prepared::object(others.chain([("Map", self.map.clone())]))
    }
}

/// The `$states` of a state, in AWS's order.
#[derive(Debug)]
pub(super) struct StatesVariable {
    parts: Vec<(&'static str, Part)>,
    item_context: Option<ItemContext>,
}

impl StatesVariable {
    pub(super) fn new(
        input: Arc<Value>,
        context: Value,
        result: Option<Arc<Value>>,
        error_output: Option<Arc<Value>>,
    ) -> Self {
        let all = [
            ("input", Some(input)),
            ("context", Some(Arc::new(context))),
            ("result", result),
            ("errorOutput", error_output),
        ];
        let parts = all.into_iter().filter_map(|(name, value)| Some((name, Part::of(value?)))).collect();
        Self { parts, item_context: None }
    }

    /// Puts the `Map` of another item into the context object.
    pub(super) fn set_map(&mut self, map: &Value) {
        let map = Prepared::of(map);
        match &mut self.item_context {
            Some(context) => context.map = map,
            None => {
                let context = self.parts.iter().find(|(name, _)| *name == "context");
                let members = context.and_then(|(_, part)| part.value.as_object()).into_iter().flatten();
                let others = members.filter(|(name, _)| *name != "Map");
                let others = others.map(|(name, value)| (name.clone(), Prepared::of(value))).collect();
                self.item_context = Some(ItemContext { others, map });
            }
        }
    }

    /// The variable for an expression: with the parts that it names, or all where that cannot be told.
    pub(super) fn prepared(&self, expression: &str) -> Prepared {
        let named = named_parts(expression);
        let is_named = |part: &str| named.as_ref().is_none_or(|named| named.contains(&part));
        let parts = self.parts.iter().filter(|(name, _)| is_named(name));
        Prepared::object(parts.map(|(name, part)| match (&self.item_context, *name) {
            (Some(context), "context") => ("context", context.prepared()),
            (_, name) => (name, part.prepared()),
        }))
    }
}

/// The parts of `$states` that an expression names as `$states.name`; none when it names the variable otherwise.
fn named_parts(expression: &str) -> Option<Vec<&str>> {
    let name = "$states";
    expression
        .match_indices(name)
        .map(|(at, _)| {
            let rest = expression[at + name.len()..].strip_prefix('.')?;
            let end = rest.find(|character: char| !character.is_ascii_alphanumeric() && character != '_');
            Some(&rest[..end.unwrap_or(rest.len())]).filter(|name| !name.is_empty())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_which_parts_are_named() {
        assert_eq!(named_parts("$states.input.a + $states.result"), Some(vec!["input", "result"]));
        assert_eq!(named_parts("1 + 1"), Some(vec![]));
        assert_eq!(named_parts("$states"), None);
        assert_eq!(named_parts("$states.input ~> $f($states)"), None);
        assert_eq!(named_parts("$states . input"), None);
        assert_eq!(named_parts("$states.`input`"), None);
    }
}
