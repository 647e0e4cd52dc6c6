//! Parts of an item: what `ProjectionExpression` and `UPDATED_NEW` give back.

use super::expression::{Expression, Path, Reader, Step};
use super::table::Item;
use super::{Failure, value};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// Reads a projection; none where there is none.
pub(super) fn read(expression: &mut Expression, text: Option<&str>) -> Result<Option<Vec<Path>>, Failure> {
    let Some(text) = text else { return Ok(None) };
    let mut reader = Reader::new(expression, "ProjectionExpression", text)?;
    let mut paths = vec![reader.path()?];
    while reader.take(",") {
        paths.push(reader.path()?);
    }
    reader.finish()?;
    Ok(Some(paths))
}

/// What is wanted of a value: all of it where there is nothing below.
#[derive(Default)]
struct Wanted {
    below: BTreeMap<Step, Wanted>,
}

/// The parts of an item that the paths name; all of it without paths. Elements of a list move together.
pub(super) fn project(item: &Item, paths: Option<&Vec<Path>>) -> Item {
    let Some(paths) = paths else { return item.clone() };
    let mut wanted = Wanted::default();
    for path in paths {
        let mut place = &mut wanted;
        for step in path {
            place = place.below.entry(step.clone()).or_default();
        }
    }
    attributes(item, &wanted)
}

fn attributes(item: &Item, wanted: &Wanted) -> Item {
    let part = |(name, value): (&String, &Value)| {
        let below = wanted.below.get(&Step::Attribute(name.clone()))?;
        Some((name.clone(), part_of(value, below)?))
    };
    item.iter().filter_map(part).collect()
}

fn part_of(value: &Value, wanted: &Wanted) -> Option<Value> {
    if wanted.below.is_empty() {
        return Some(value.clone());
    }
    match value::parts(value)? {
        ("M", Value::Object(members)) => {
            Some(attributes(members, wanted)).filter(|part| !part.is_empty()).map(|part| json!({ "M": part }))
        }
        ("L", Value::Array(elements)) => {
            let part = |(step, below): (&Step, &Wanted)| match step {
                Step::Index(index) => part_of(elements.get(*index)?, below),
                Step::Attribute(_) => None,
            };
            let parts: Vec<Value> = wanted.below.iter().filter_map(part).collect();
            (!parts.is_empty()).then(|| json!({ "L": parts }))
        }
        _ => None,
    }
}
