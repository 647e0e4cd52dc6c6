//! What a resource calls, and what that takes.

use super::example::example;
use super::find::patterns;
use super::parameter::{Parameter, parameters};
use crate::asl::resource::{Pattern, Resource};
use crate::services::{Api, Services, is_loading};
use crate::text::Style;
use serde::{Deserialize, Serialize};

/// What is known of the parameters of a call.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Described {
    /// The table has no such action, or none has a model.
    #[default]
    Unknown,
    /// The part of the table that has them is not there yet.
    NotLoaded,
    /// They are known.
    Known {
        /// They, those first that the call cannot do without.
        parameters: Vec<Parameter>,
        /// An object with those that the call cannot do without, as JSON text: values to be replaced.
        example: String,
    },
}

/// What is known of a call.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Description {
    /// How a Task can wait for it; empty for what is no integration.
    pub patterns: Vec<Pattern>,
    /// What it takes.
    pub parameters: Described,
}

/// Describes what the text of a `Resource` calls.
pub fn describe(services: &Services, resource: &str) -> Description {
    let resource = Resource::parse(resource);
    Description { patterns: patterns(&resource), parameters: described(services, &resource) }
}

fn described(services: &Services, resource: &Resource) -> Described {
    match Api::of(services, resource) {
        Some(api) => {
            Described::Known { parameters: parameters(&api), example: Style::default().write(&example(&api), "") }
        }
        None if is_loading(services, resource) => Described::NotLoaded,
        None => Described::Unknown,
    }
}
