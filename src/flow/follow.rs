//! Following a path through a shape: what it finds, and what is there to be found.

use super::shape::{ArrayShape, MemberShape, ObjectShape, Shape};
use crate::expr::jsonpath::SimpleStep;
use std::sync::Arc;

/// What a path finds in a shape.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// The shape of what it finds; never, where it cannot find anything.
    pub shape: Shape,
    /// Whether it is known that it may find nothing.
    pub may_miss: bool,
    /// Whether it surely finds something, whatever the input.
    pub is_sure: bool,
    /// The first step at which it may find nothing.
    pub missing: Option<usize>,
}

impl Shape {
    /// Follows steps from the value itself.
    pub fn follow(&self, steps: &[SimpleStep]) -> Found {
        let mut shape = self.clone();
        let mut missing = None;
        let mut is_sure = true;
        for (index, step) in steps.iter().enumerate() {
            if *step == SimpleStep::Wildcard {
                // A list, empty where nothing is found.
                let rest = shape.contents().follow(&steps[index + 1..]).shape;
                let is_nothing_known = rest.is_never() && !shape.is_never();
                let list = Self::list(rest, 0, is_nothing_known.then_some(0));
                // After a second `*` the inner lists are one.
                let is_nested = steps[index + 1..].contains(&SimpleStep::Wildcard) || shape.is_any;
                let found = if is_nested { Self::list(Self::any(), 0, None) } else { list };
                return Found { shape: found, may_miss: missing.is_some(), is_sure, missing };
            }
            let (next, may_miss) = shape.step(step);
            if may_miss && missing.is_none() {
                missing = Some(index);
            }
            is_sure &= !may_miss && shape.has_surely(step);
            shape = next;
        }
        Found { shape, may_miss: missing.is_some(), is_sure, missing }
    }

    /// What one step finds, and whether it may find nothing.
    fn step(&self, step: &SimpleStep) -> (Self, bool) {
        if self.is_any {
            return (Self::any(), false);
        }
        let mut may_miss = self.null || self.boolean || self.number || self.string;
        let mut found = Self::default();
        match step {
            SimpleStep::Name(name) => {
                may_miss |= self.array.is_some();
                if let Some(object) = &self.object {
                    match object.members.get(name) {
                        Some(member) => {
                            found = member.shape.clone();
                            may_miss |= !member.is_always;
                        }
                        None if object.is_open => found = Self::any(),
                        None => may_miss = true,
                    }
                }
            }
            SimpleStep::Index(index) => {
                may_miss |= self.object.is_some();
                if let Some(array) = &self.array {
                    found = array.item(*index);
                }
            }
            SimpleStep::Wildcard => return (self.contents(), true),
        }
        (found, may_miss)
    }

    /// Whether a step surely finds something.
    fn has_surely(&self, step: &SimpleStep) -> bool {
        match step {
            SimpleStep::Name(name) => {
                let member = self.object.as_ref().and_then(|object| object.members.get(name));
                !self.is_any && member.is_some_and(|member| member.is_always)
            }
            SimpleStep::Index(index) => {
                let is_there = |array: &ArrayShape| usize::try_from(*index).is_ok_and(|index| array.least > index);
                !self.is_any && self.array.as_ref().is_some_and(|array| is_there(array))
            }
            SimpleStep::Wildcard => true,
        }
    }

    /// What the items and members are.
    fn contents(&self) -> Self {
        if self.is_any {
            return Self::any();
        }
        let mut all = self.array.as_ref().map(|array| array.items.clone()).unwrap_or_default();
        for member in self.object.iter().flat_map(|object| object.members.values()) {
            all = all.join(&member.shape);
        }
        if self.object.as_ref().is_some_and(|object| object.is_open) { Self::any() } else { all }
    }

    /// The names of the members that a path may go on with, each with what is known of it: for completion.
    pub fn members(&self, steps: &[SimpleStep]) -> Vec<(String, MemberShape)> {
        let found = self.follow(steps).shape;
        let object = found.object.map(Arc::unwrap_or_clone).unwrap_or_default();
        object.members.into_iter().collect()
    }

    /// The value with `value` put where the steps of a `ResultPath` lead, objects being made on the way.
    #[must_use]
    pub fn with(&self, steps: &[SimpleStep], value: &Self) -> Self {
        let Some((first, rest)) = steps.split_first() else { return value.clone() };
        let SimpleStep::Name(name) = first else { return Self::any() };
        if self.is_any {
            let member = MemberShape { shape: Self::any().with(rest, value), is_always: true };
            let members = [(name.clone(), member)].into_iter().collect();
            return Self::of_object(ObjectShape { members, is_open: true });
        }
        // Into anything but an object or `null` nothing can be written, so that the state is not left this way.
        let mut object = self.object.as_deref().cloned().unwrap_or_default();
        let inner = match object.members.get(name) {
            Some(member) if member.is_always => member.shape.clone(),
            Some(member) => member.shape.join(&Self::of(&serde_json::Value::Null)),
            None if object.is_open => Self::any(),
            None => Self::of(&serde_json::Value::Null),
        };
        let member = MemberShape { shape: inner.with(rest, value), is_always: true };
        object.members.insert(name.clone(), member);
        Self::of_object(object)
    }

    /// The value after it was asked whether a member is there: it may be, or it is.
    #[must_use]
    pub fn asked(&self, steps: &[SimpleStep], is_there: bool) -> Self {
        let Some((SimpleStep::Name(name), rest)) = steps.split_first() else { return self.clone() };
        let Some(object) = self.object.as_deref().filter(|_| !self.is_any) else { return Self::any() };
        let mut object = object.clone();
        let is_open = object.is_open;
        let member = object.members.entry(name.clone()).or_insert_with(|| MemberShape {
            shape: if rest.is_empty() || is_open { Self::any() } else { Self::of_object(ObjectShape::default()) },
            is_always: false,
        });
        member.shape = member.shape.asked(rest, is_there);
        member.is_always |= is_there;
        let object = Self::of_object(object).object;
        Self { object, ..self.clone() }
    }
}

impl ArrayShape {
    /// An item. A position that the list does not have is `null`; that is not said of a list that may be of any length.
    fn item(&self, index: i64) -> Shape {
        let null = Shape::of(&serde_json::Value::Null);
        let Ok(index) = usize::try_from(index) else { return null };
        let item = self.tuple.as_ref().and_then(|tuple| tuple.get(index));
        let known = item.cloned().unwrap_or_else(|| self.items.clone());
        match self.most {
            Some(most) if most <= index => null,
            Some(_) if self.least <= index => known.join(&null),
            _ => known,
        }
    }
}
