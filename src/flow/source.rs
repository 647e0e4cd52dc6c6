//! Where in the machine's input a value is from of which nothing else is known.

use super::shape::{MAX_DEPTH, ObjectShape, Shape};
use crate::expr::jsonpath::SimpleStep;
use std::sync::Arc;

/// The steps that lead to a value from the machine's input. A `*` is any of the items.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source(Arc<[SimpleStep]>);

impl Source {
    /// The steps.
    pub fn steps(&self) -> &[SimpleStep] {
        &self.0
    }

    /// One step further; none where data nests deeper than shapes do.
    fn then(&self, step: &SimpleStep) -> Option<Self> {
        (self.0.len() < MAX_DEPTH).then(|| Self(self.0.iter().chain([step]).cloned().collect()))
    }
}

impl Shape {
    /// The machine's input, of which nothing is known.
    pub(super) fn input() -> Self {
        Self::any_from(Some(Source::default()))
    }

    /// Anything, from a place of the input.
    pub(super) fn any_from(source: Option<Source>) -> Self {
        Self { source, ..Self::any() }
    }

    /// Where in the input what is not known of it is from.
    pub(super) fn origin(&self) -> Option<&Source> {
        self.source.as_ref().or_else(|| self.object.as_ref()?.source.as_ref())
    }

    /// What a step finds where nothing is known.
    pub(super) fn unknown(&self, step: &SimpleStep) -> Self {
        Self::any_from(self.source.as_ref().and_then(|source| source.then(step)))
    }
}

impl ObjectShape {
    /// A member of which nothing is known.
    pub(super) fn unknown(&self, name: &str) -> Shape {
        let step = SimpleStep::Name(name.to_owned());
        Shape::any_from(self.source.as_ref().and_then(|source| source.then(&step)))
    }
}
