//! Keeping shapes small: data that is put into itself again and again, as by one Parallel state behind the other, doubles
//! each time.

use super::shape::{ArrayShape, MemberShape, ObjectShape, Shape};
use std::sync::Arc;

/// How many parts of a shape are kept.
const MAX_PARTS: usize = 300;

/// To which depths a shape that has more is cut, in turn.
const DEPTHS: [usize; 4] = [6, 4, 2, 1];

impl Shape {
    /// The shape itself if it is small; else without what lies deepest, which is not known then.
    pub(super) fn bounded(self) -> Self {
        if self.is_small() {
            return self;
        }
        let mut cuts = DEPTHS.iter().map(|depth| self.cut(*depth));
        cuts.find(Self::is_small).unwrap_or_else(Self::any)
    }

    /// Whether it has no more parts than are kept.
    pub(super) fn is_small(&self) -> bool {
        let mut left = MAX_PARTS;
        self.count(&mut left)
    }

    /// Takes the parts off what is left; says whether there were no more. Recurses as deep as shapes nest.
    fn count(&self, left: &mut usize) -> bool {
        let Some(rest) = left.checked_sub(1) else { return false };
        *left = rest;
        let of_list = self
            .array
            .as_ref()
            .is_none_or(|array| array.items.count(left) && array.tuple.iter().flatten().all(|item| item.count(left)));
        of_list
            && self.object.as_ref().is_none_or(|object| object.members.values().all(|member| member.shape.count(left)))
    }

    /// The shape down to a depth. Recurses that deep.
    fn cut(&self, depth: usize) -> Self {
        if self.array.is_none() && self.object.is_none() {
            return self.clone();
        }
        let Some(depth) = depth.checked_sub(1) else { return Self::any() };
        let array = self.array.as_ref().map(|array| {
            let tuple = array.tuple.as_ref().map(|tuple| tuple.iter().map(|item| item.cut(depth)).collect());
            Arc::new(ArrayShape { items: array.items.cut(depth), tuple, least: array.least, most: array.most })
        });
        let object = self.object.as_ref().map(|object| {
            let cut =
                |member: &MemberShape| MemberShape { shape: member.shape.cut(depth), is_always: member.is_always };
            let members = object.members.iter().map(|(name, member)| (name.clone(), cut(member))).collect();
            Arc::new(ObjectShape { members, is_open: object.is_open, source: object.source.clone() })
        });
        Self { array, object, ..self.clone() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn what_doubles_again_and_again_stays_small() {
        let mut shape = Shape::of(&json!({ "order": { "id": 1 } }));
        for _ in 0..60 {
            shape = Shape::tuple(vec![shape.clone(), shape]).bounded();
        }
        assert!(shape.is_small() && shape.array.is_some());
    }

    #[test]
    fn what_is_small_is_kept_whole() {
        let shape = Shape::of(&json!({ "a": [{ "b": { "c": [1, "x"] } }] }));
        assert_eq!(shape.clone().bounded(), shape);
        assert_eq!(shape.cut(2).to_string(), "{a: [any..]}");
    }
}
