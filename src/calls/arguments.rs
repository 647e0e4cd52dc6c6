//! The parameters of a call that is being typed, and their values.

use super::complete::{Completion, Completions};
use super::example::value;
use super::parameter::{Kind, Parameter, kind, parameter, parameters};
use super::place::{Place, Spot};
use crate::asl::resource::Resource;
use crate::asl::{Document, QueryLanguage, State};
use crate::services::{Api, Field, Services, Shape, ShapeId, is_loading, model_of};
use crate::text::{Style, utf16_offset};
use serde_json::Value;

/// As many letters are looked for inside of names, too.
const SHORTEST_INSIDE: usize = 3;

/// A parameter, and the shape of its value where it has one.
type Known = (Parameter, Option<ShapeId>);

/// How the parameters of a Task go on. `path` leads from them to the place. None where nothing is known of it.
pub(super) fn arguments(
    document: &Document,
    services: &Services,
    state: &State,
    place: &Place,
    path: &[String],
) -> Option<Completions> {
    let tree = document.tree();
    let resource = Resource::parse(tree.as_str(tree.get(state.node, "Resource")?)?);
    let Some(api) = Api::of(services, &resource) else {
        // What is wanted is fetched.
        return (services.service(model_of(&resource)?).is_none() && is_loading(services, &resource))
            .then(|| Completions { span: place.span, list: Vec::new(), is_whole: false });
    };
    let typed = place.typed.as_deref();
    let list = match place.spot {
        Spot::Name(object) => {
            let mut known = members(&api, path)?;
            let present = tree.members(object).iter().filter(|member| !member.key_span.touches(place.span.end));
            let present: Vec<&str> =
                present.map(|member| member.key.strip_suffix(".$").unwrap_or(&member.key)).collect();
            known.retain(|(parameter, _)| !present.contains(&parameter.name.as_str()));
            let known = fitting(known, |(parameter, _)| &parameter.name, typed.unwrap_or_default());
            let writing = Writing { document, api: &api, place, language: state.query_language };
            known.iter().flat_map(|known| writing.member(known)).collect()
        }
        Spot::Value => {
            let (shape, name) = shape_at(&api, path)?;
            let texts: Vec<String> = match kind(&api, &name, shape) {
                Kind::Choice(known) => known.into_iter().map(|text| Value::from(text).to_string()).collect(),
                Kind::Boolean if typed.is_none() => vec!["true".to_owned(), "false".to_owned()],
                _ => return None,
            };
            let bare = |text: &String| text.trim_matches('"').to_owned();
            let named = fitting(texts, |text| text, typed.unwrap_or_default()).into_iter();
            named.map(|text| completion(bare(&text), String::new(), false, text)).collect()
        }
    };
    Some(Completions { span: place.span, list, is_whole: true })
}

/// What the object at a path may have. None where its names are free, or where it is not known.
fn members(api: &Api, path: &[String]) -> Option<Vec<Known>> {
    let shape_of =
        |fields: &[Field], name: &str| fields.iter().find(|field| field.name == name).map(|field| field.shape);
    if path.is_empty() {
        let with_shape = |known: Parameter| {
            let shape = shape_of(api.parameters(), &known.name);
            (known, shape)
        };
        return Some(parameters(api).into_iter().map(with_shape).collect());
    }
    let Shape::Structure { fields, .. } = api.service.shape(shape_at(api, path)?.0) else { return None };
    let mut known: Vec<Known> =
        fields.iter().map(|field| (parameter(api, field, field.is_required), Some(field.shape))).collect();
    known.sort_by_key(|(parameter, _)| !parameter.is_required);
    Some(known)
}

/// The shape of the value at a path, and the name that it has.
fn shape_at(api: &Api, path: &[String]) -> Option<(ShapeId, String)> {
    let (first, rest) = path.split_first()?;
    let field = |fields: &[Field], name: &str| {
        let found = fields.iter().find(|field| field.is_called(name, api.is_optimized()))?;
        Some((found.shape, found.name.clone()))
    };
    let mut at = field(api.parameters(), first)?;
    for part in rest {
        at = match api.service.shape(at.0) {
            Shape::Structure { fields, .. } => field(fields, part)?,
            Shape::List(item) => (*item, at.1),
            Shape::Map(of) => (*of, part.clone()),
            _ => return None,
        };
    }
    Some(at)
}

/// What begins with the letters that were typed, then what has them further on; else in the order in which it is.
fn fitting<T>(list: Vec<T>, name: impl Fn(&T) -> &str, typed: &str) -> Vec<T> {
    let typed = typed.strip_suffix(".$").unwrap_or(typed).to_lowercase();
    let place = |item: &T| {
        let place = name(item).trim_start_matches('"').to_lowercase().find(&typed)?;
        // Two letters stand in any name.
        (place == 0 || typed.len() >= SHORTEST_INSIDE).then_some(place)
    };
    let mut found: Vec<(bool, T)> =
        list.into_iter().filter_map(|item| place(&item).map(|place| (place != 0, item))).collect();
    found.sort_by_key(|(is_inside, _)| *is_inside);
    found.into_iter().map(|(_, item)| item).collect()
}

/// What is written for a member.
struct Writing<'a> {
    document: &'a Document,
    api: &'a Api,
    place: &'a Place,
    language: QueryLanguage,
}

impl Writing<'_> {
    /// A parameter with a value to be replaced, and in JSONPath also with a path.
    fn member(&self, (known, shape): &Known) -> Vec<Completion> {
        let text = self.document.text();
        let rest = text.get(self.place.span.end..).unwrap_or_default().trim_start();
        // Where only the name is replaced, its value stays.
        let has_value = rest.starts_with(':');
        let comma = if rest.starts_with('"') { "," } else { "" };
        let completion = |name: String, value: &str| {
            let name_text = Value::from(name.as_str()).to_string();
            let insert = if has_value { name_text } else { format!("{name_text}: {value}{comma}") };
            let mut done = completion(name, known.shape.clone(), known.is_required, insert);
            if !has_value {
                done.selected = selected(&done.insert, done.insert.len() - comma.len() - value.len(), value);
            }
            done
        };
        let indentation = Style::indentation_at(text, self.place.span.start);
        let value = shape.map_or(Value::Null, |shape| value(self.api, &known.name, shape, 1));
        let value = self.document.style().write(&value, indentation);
        let mut list = vec![completion(known.name.clone(), &value)];
        if self.language == QueryLanguage::JSONPath {
            list.push(completion(format!("{}.$", known.name), "\"$.\""));
        }
        list
    }
}

fn completion(label: String, shape: String, is_required: bool, insert: String) -> Completion {
    let end = utf16_offset(&insert, insert.len());
    Completion { label, shape, is_required, insert, selected: (end, end) }
}

/// What of a new value is to be replaced: a text or a scalar whole, a path behind its beginning; in an object the end.
fn selected(insert: &str, start: usize, value: &str) -> (usize, usize) {
    let (from, to) = match value {
        "\"$.\"" => (start + value.len() - 1, start + value.len() - 1),
        "{}" | "[]" => (start + 1, start + 1),
        _ if value.starts_with('"') => (start + 1, start + value.len() - 1),
        _ if value.starts_with(['{', '[']) => (insert.len(), insert.len()),
        _ => (start, start + value.len()),
    };
    (utf16_offset(insert, from), utf16_offset(insert, to))
}
