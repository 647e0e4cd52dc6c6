//! The parameters that an action cannot do without, with values to be replaced: of the right type, and in plain words.
//!
//! They are literals, so that they are the same in both query languages.

use super::parameter::{Kind, kind};
use crate::services::{Api, Field, Shape, ShapeId, item_name};
use serde_json::{Map, Value, json};

/// How deep required fields are filled in; a list or an object that lies deeper is empty.
const MAX_DEPTH: usize = 8;

/// The longest filler that is written where a service wants a text of some length, in characters.
const MAX_FILLER: usize = 64;

/// The account of AWS's own examples.
const ACCOUNT: &str = "123456789012";

/// How the names of secrets end.
const SECRETS: [&str; 9] =
    ["password", "passwd", "pwd", "secret", "token", "api-key", "access-key", "secret-key", "private-key"];

/// Things that a service names by their ARNs, and the services whose they are.
const OWNERS: [(&str, &str); 10] = [
    ("role", "iam"),
    ("topic", "sns"),
    ("queue", "sqs"),
    ("function", "lambda"),
    ("state-machine", "states"),
    ("execution", "states"),
    ("key", "kms"),
    ("secret", "secretsmanager"),
    ("certificate", "acm"),
    ("connection", "events"),
];

/// All that an action needs.
pub(super) fn example(api: &Api) -> Value {
    let required = api.required();
    let fields = api.parameters().iter().filter(|field| required.contains(&field.name.as_str()));
    let members = fields.map(|field| (field.name.clone(), value(api, &field.name, field.shape, 1)));
    Value::Object(members.collect())
}

/// A value for a field. Recurses no deeper than [`MAX_DEPTH`].
pub(super) fn value(api: &Api, name: &str, shape: ShapeId, depth: usize) -> Value {
    match api.service.shape(shape) {
        Shape::Text { least, most } => text(api, name, *least, *most).into(),
        Shape::Choice(known) => known.first().cloned().unwrap_or_default().into(),
        Shape::Integer { least, most } => 1.clamp(*least, *most).into(),
        Shape::Number => 1.into(),
        Shape::Boolean => true.into(),
        Shape::Timestamp => "2030-01-01T00:00:00Z".into(),
        Shape::Bytes { .. } | Shape::Stream => content(name).into(),
        Shape::Document => json!({}),
        Shape::List(_) if depth >= MAX_DEPTH => json!([]),
        Shape::List(item) => json!([value(api, item_name(name), *item, depth + 1)]),
        Shape::Map(_) if depth >= MAX_DEPTH => json!({}),
        Shape::Map(of) => json!({ "key": value(api, "value", *of, depth + 1) }),
        Shape::Structure { fields, is_union } => structure(api, fields, *is_union, depth),
    }
}

fn structure(api: &Api, fields: &[Field], is_union: bool, depth: usize) -> Value {
    let mut members = Map::new();
    if depth < MAX_DEPTH {
        let mut add = |field: &Field| {
            members.insert(field.name.clone(), value(api, &field.name, field.shape, depth + 1));
        };
        if is_union {
            // One of them has to be there: the simplest.
            let is_plain = |field: &&Field| !matches!(kind(api, &field.name, field.shape), Kind::Json);
            fields.iter().find(is_plain).or(fields.first()).into_iter().for_each(&mut add);
        } else {
            fields.iter().filter(|field| field.is_required).for_each(&mut add);
        }
    }
    Value::Object(members)
}

/// `my-bucket` for `Bucket`; an ARN, an address or JSON where the name says that it is one.
fn text(api: &Api, name: &str, least: usize, most: usize) -> String {
    let text = match () {
        () if name.ends_with("Arn") || name.ends_with("ARN") => arn(api, &kebab(&name[..name.len() - 3])),
        () if name.ends_with("Url") || name.ends_with("Uri") || name.ends_with("Endpoint") => {
            format!("https://example.com/{}", kebab(name))
        }
        () if name.ends_with("Email") || name.ends_with("EmailAddress") => "ada@example.com".to_owned(),
        () if name.ends_with("Region") => "us-east-1".to_owned(),
        () if name == "AccountId" || name == "AwsAccountId" => ACCOUNT.to_owned(),
        () => content(name),
    };
    let n_missing = least.saturating_sub(text.chars().count()).min(MAX_FILLER);
    text.chars().chain(std::iter::repeat_n('0', n_missing)).take(most.max(1)).collect()
}

/// The ARN of a thing that is called by its kind: `topic`, `role`.
fn arn(api: &Api, what: &str) -> String {
    let is_about = |word: &str| what == word || what.ends_with(&format!("-{word}"));
    let owner = OWNERS.iter().find(|(word, _)| is_about(word)).map(|(_, service)| (*service).to_owned());
    let service = owner.unwrap_or_else(|| api.service.error_prefix().to_lowercase());
    let region = if service == "iam" { "" } else { "us-east-1" };
    let what = if what.is_empty() { "resource" } else { what };
    format!("arn:aws:{service}:{region}:{ACCOUNT}:{what}/my-{what}")
}

/// `my-body` for `Body`. What stands for a secret says so.
fn content(name: &str) -> String {
    let words = kebab(name);
    let is_secret = SECRETS.iter().any(|secret| words.ends_with(secret));
    format!("{}-{words}", if is_secret { "example" } else { "my" })
}

/// `bucket-name` for `BucketName`, `db-cluster` for `DBCluster`.
fn kebab(name: &str) -> String {
    let letters: Vec<char> = name.chars().collect();
    let mut out = String::new();
    for (index, letter) in letters.iter().enumerate() {
        let follows_small = index > 0 && !letters[index - 1].is_uppercase();
        let is_before_small = letters.get(index + 1).is_some_and(|next| next.is_lowercase());
        if letter.is_uppercase() && index > 0 && (follows_small || is_before_small) && !out.ends_with('-') {
            out.push('-');
        }
        out.extend(letter.to_lowercase());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_become_words() {
        for (name, words) in [
            ("Bucket", "bucket"),
            ("BucketName", "bucket-name"),
            ("DBClusterId", "db-cluster-id"),
            ("S", "s"),
            ("ARN", "arn"),
        ] {
            assert_eq!(kebab(name), words);
        }
    }
}
