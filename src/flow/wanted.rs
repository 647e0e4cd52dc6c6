//! A value put together from the places that are read of it.

use crate::expr::jsonpath::SimpleStep;
use serde_json::{Map, Value};

/// What stands where nothing tells what would be there.
const TEXT: &str = "example";

/// How long a list gets at the most so that a position in it is there.
const MAX_ITEMS: usize = 16;

/// What is wanted at one place.
#[derive(Clone, Debug, Default)]
pub(super) struct Wanted {
    /// What stands there when no part of it is wanted.
    example: Option<Value>,
    /// The members that are wanted, in the order in which they were first asked for.
    members: Vec<(String, Wanted)>,
    /// What is wanted of the items of a list.
    items: Option<Box<Wanted>>,
    /// How many items the list needs.
    least: usize,
}

impl Wanted {
    /// Asks for what the steps lead to. `example` is such a value; the first that is given stays. An empty list or object
    /// asks for any of its kind.
    pub(super) fn want(&mut self, steps: &[SimpleStep], example: Option<Value>) {
        let mut place = self;
        for step in steps {
            place = match step {
                SimpleStep::Name(name) => place.member(name),
                SimpleStep::Index(index) => {
                    let needed = usize::try_from(index.unsigned_abs()).unwrap_or(MAX_ITEMS);
                    place.list(needed + usize::from(*index >= 0))
                }
                SimpleStep::Wildcard => place.list(1),
            };
        }
        match example {
            Some(Value::Array(_)) => {
                place.list(1);
            }
            example => place.example = place.example.take().or(example),
        }
    }

    /// Whether anything is wanted in particular.
    pub(super) fn is_asked(&self) -> bool {
        self.example.is_some() || self.items.is_some() || !self.members.is_empty()
    }

    fn member(&mut self, name: &str) -> &mut Self {
        let index = self.members.iter().position(|(known, _)| known == name).unwrap_or_else(|| {
            self.members.push((name.to_owned(), Self::default()));
            self.members.len() - 1
        });
        &mut self.members[index].1
    }

    fn list(&mut self, least: usize) -> &mut Self {
        self.least = self.least.max(least.min(MAX_ITEMS));
        self.items.get_or_insert_default()
    }

    /// A value that has all that is wanted. Recurses as deep as it was asked for.
    pub(super) fn value(&self) -> Value {
        match &self.items {
            Some(items) => {
                // JSONata asks a list for a member and means its items.
                let item = Self { members: [&*items.members, &*self.members].concat(), ..(**items).clone() };
                vec![item.value(); self.least.max(1)].into()
            }
            None if self.members.is_empty() => self.example.clone().unwrap_or_else(|| TEXT.into()),
            None => {
                self.members.iter().map(|(name, member)| (name.clone(), member.value())).collect::<Map<_, _>>().into()
            }
        }
    }
}
