//! The names of all actions, without what they take: enough to look for one.

use std::collections::BTreeMap;

/// The actions of each service, by the names that ARNs have.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActionNames(BTreeMap<String, Vec<String>>);

impl ActionNames {
    pub(super) fn new(names: BTreeMap<String, Vec<String>>) -> Self {
        Self(names)
    }

    /// Reads the text that `.build/bundle.mjs` writes: a line for each service, its name and then its actions, with spaces
    /// between. None where it is not of the format.
    pub(super) fn read(text: &str) -> Option<Self> {
        let line = |line: &str| {
            let (service, actions) = line.split_once(' ')?;
            Some((service.to_owned(), actions.split(' ').map(str::to_owned).collect()))
        };
        text.lines().map(line).collect::<Option<_>>().map(Self)
    }

    /// All services with their actions, both in alphabetical order.
    pub fn services(&self) -> impl Iterator<Item = (&str, &[String])> {
        self.0.iter().map(|(service, actions)| (service.as_str(), actions.as_slice()))
    }
}
