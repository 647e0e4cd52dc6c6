//! The shape of what a task's service answers, from its mocks.

use super::shape::{MemberShape, ObjectShape, Shape};
use crate::asl::resource::{Pattern, Resource};
use crate::mock::{Mocks, Outcome};
use serde_json::Value;
use std::sync::Arc;

/// What a task gets.
pub(super) struct AnswerShape {
    /// Its result; never, where every mock fails.
    pub(super) shape: Shape,
    /// Whether it may fail, as far as mocks say.
    pub(super) may_fail: bool,
}

/// What the service of a task answers. Without a mock it is not known: the simulated services only stand in for it.
pub(super) fn answer(name: &str, resource: &str, parameters: Option<&Value>, mocks: &Mocks) -> AnswerShape {
    let resource = Resource::parse(resource);
    let Some(sequence) = mocks.states.get(name) else {
        return AnswerShape { shape: of_service(&resource, parameters), may_fail: false };
    };
    let (mut shape, mut may_fail) = (Shape::default(), false);
    let mut next = 0_u64;
    for (first, last, answer) in &sequence.answers {
        if u64::from(*first) > next {
            shape = Shape::any();
        }
        next = u64::from(*last) + 1;
        match &answer.outcome {
            Outcome::Return(value) => shape = shape.join(&completed(&resource, value, mocks.are_complete)),
            Outcome::Throw { .. } | Outcome::NoAnswer(_) => may_fail = true,
            Outcome::Compute(_) | Outcome::ByHand(_) | Outcome::Nested(_) => shape = Shape::any(),
        }
    }
    if next <= u64::from(u32::MAX) {
        shape = Shape::any();
    }
    AnswerShape { shape, may_fail }
}

/// A mocked result as the state gets it: services add metadata, and a function by its ARN gives its payload alone.
fn completed(resource: &Resource, value: &Value, is_complete: bool) -> Shape {
    let shape = Shape::of(value);
    match resource {
        _ if is_complete => shape,
        Resource::LambdaFunction { .. } => match value.as_object() {
            Some(map) if map.contains_key("StatusCode") && map.contains_key("Payload") => Shape::of(&map["Payload"]),
            _ => shape,
        },
        Resource::Service { pattern: Pattern::RequestResponse, .. } => match shape.object {
            Some(object) => {
                let mut object = Arc::unwrap_or_clone(object);
                object.is_open = true;
                Shape::of_object(object)
            }
            None => Shape::any(),
        },
        _ => shape,
    }
}

fn of_service(resource: &Resource, parameters: Option<&Value>) -> Shape {
    match resource {
        Resource::Service { service, action, pattern: Pattern::RequestResponse }
            if service == "lambda" && action == "invoke" =>
        {
            let is_plain = parameters
                .and_then(Value::as_object)
                .is_some_and(|map| !map.keys().any(|key| key.starts_with("InvocationType")));
            if !is_plain {
                return Shape::any();
            }
            let member = |name: &str, shape| (name.to_owned(), MemberShape { shape, is_always: true });
            let members = [member("Payload", Shape::any()), member("StatusCode", Shape::number())];
            let members = members.into_iter().collect();
            Shape::of_object(ObjectShape { members, is_open: true, source: None })
        }
        _ => Shape::any(),
    }
}
