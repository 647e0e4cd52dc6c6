//! The rows of the palette, a file for each category.
//!
//! Parameters are those that a service requires, and those that people set nearly always. Their names are the developer
//! guide's ("Integrating optimized services", a page for each service) and, for the AWS SDK, those of the API references in
//! the spelling of Step Functions, which begins each with a capital letter. Placeholders say what stands there; accounts are
//! the one of AWS's examples.

mod analytics;
mod compute;
mod data;
mod learning;
mod messaging;
mod operations;

pub(super) use compute::LAMBDA_INVOKE;

use super::Action;

/// All rows, in the order in which they are offered.
pub(super) fn all() -> impl Iterator<Item = &'static Action> {
    std::iter::once(&LAMBDA_INVOKE)
        .chain(compute::ACTIONS)
        .chain(messaging::ACTIONS)
        .chain(data::ACTIONS)
        .chain(analytics::ACTIONS)
        .chain(learning::ACTIONS)
        .chain(operations::ACTIONS)
}
