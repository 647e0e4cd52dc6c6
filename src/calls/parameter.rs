//! One parameter of an action, as much as a form or a list of proposals needs to know of it.

use super::example::value;
use super::shape_text::shape_text;
use crate::services::{Api, Field, Shape, ShapeId};
use crate::text::Style;
use serde::{Deserialize, Serialize};

/// What a value is edited as.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// A text.
    Text,
    /// One of these texts, as far as the API knew them when the table was made.
    Choice(Vec<String>),
    /// A whole number within limits.
    Integer {
        /// The least.
        least: i64,
        /// The greatest.
        most: i64,
    },
    /// Any number.
    Number,
    /// `true` or `false`.
    Boolean,
    /// Anything else: an object, a list, any JSON.
    Json,
}

/// A parameter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Parameter {
    /// Its name in Step Functions.
    pub name: String,
    /// Another name by which it goes, too.
    pub other_name: Option<String>,
    /// Whether the call is refused without it.
    pub is_required: bool,
    /// What it is edited as.
    pub kind: Kind,
    /// Its type in a line, in every language alike: `[{Key: string, Value: string}]`.
    pub shape: String,
    /// A value to be replaced, as JSON text.
    pub example: String,
}

/// The parameters of an action, those first that it cannot do without, else in the order of its model.
pub(super) fn parameters(api: &Api) -> Vec<Parameter> {
    let required = api.required();
    let of_field = |field: &Field| parameter(api, field, required.contains(&field.name.as_str()));
    let mut list: Vec<Parameter> = api.parameters().iter().map(of_field).collect();
    list.extend(api.own_parameters().iter().map(|name| Parameter {
        name: (*name).to_owned(),
        other_name: None,
        is_required: false,
        kind: Kind::Json,
        shape: "JSON".to_owned(),
        example: "{}".to_owned(),
    }));
    list.sort_by_key(|parameter| !parameter.is_required);
    list
}

/// The parameter that a field of a structure is.
pub(super) fn parameter(api: &Api, field: &Field, is_required: bool) -> Parameter {
    Parameter {
        name: field.name.clone(),
        other_name: field.other_name.clone().filter(|other| field.is_called(other, api.is_optimized())),
        is_required,
        kind: kind(api, &field.name, field.shape),
        shape: shape_text(api, &field.name, field.shape),
        example: Style::default().write(&value(api, &field.name, field.shape, 1), ""),
    }
}

/// What a shape is edited as.
pub(super) fn kind(api: &Api, name: &str, shape: ShapeId) -> Kind {
    match api.service.shape(shape) {
        Shape::Text { .. } | Shape::Bytes { .. } if api.takes_json(name, shape) => Kind::Json,
        Shape::Text { .. } | Shape::Bytes { .. } | Shape::Timestamp => Kind::Text,
        Shape::Choice(known) => Kind::Choice(known.clone()),
        Shape::Integer { least, most } => Kind::Integer { least: *least, most: *most },
        Shape::Number => Kind::Number,
        Shape::Boolean => Kind::Boolean,
        Shape::Stream | Shape::Document | Shape::List(_) | Shape::Map(_) | Shape::Structure { .. } => Kind::Json,
    }
}
