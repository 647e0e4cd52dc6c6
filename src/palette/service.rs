//! A service whose actions are offered.

use super::{Category, Icon};

/// A service of AWS, or what stands for one.
#[derive(Debug, PartialEq, Eq)]
pub struct Service {
    /// Its full name, the same in every language.
    pub name: &'static str,
    /// The name that begins the names of its states, as in AWS's own designer: `SQS SendMessage`.
    pub short: &'static str,
    /// Its group.
    pub category: Category,
    /// Its icon.
    pub icon: Icon,
}

impl Service {
    pub(super) const fn new(name: &'static str, short: &'static str, category: Category, icon: Icon) -> Self {
        Self { name, short, category, icon }
    }
}
