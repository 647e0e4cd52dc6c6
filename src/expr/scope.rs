//! What an expression can see.

use serde_json::Value;

/// The variables that are visible at one place.
pub trait Variables {
    /// The value of a variable, if it has been assigned; `name` is without `$`.
    fn get(&self, name: &str) -> Option<&Value>;
}

impl Variables for () {
    fn get(&self, _name: &str) -> Option<&Value> {
        None
    }
}

impl Variables for serde_json::Map<String, Value> {
    fn get(&self, name: &str) -> Option<&Value> {
        Self::get(self, name)
    }
}

/// The data behind `$`, `$$` and `$name`.
#[derive(Clone, Copy)]
pub struct Scope<'a> {
    /// What `$` is.
    pub input: &'a Value,
    /// The context object, what `$$` is.
    pub context: &'a Value,
    /// What `$name` is.
    pub variables: &'a dyn Variables,
}
