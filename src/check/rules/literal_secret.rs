//! A password, key or token written into the definition.

use crate::check::calls::is_listed_word;
use crate::check::context::Context;
use crate::check::strings::{Text, own_strings};

/// Names of fields that hold secrets, in small letters and without signs between the words.
const NAMES: [&str; 17] = [
    "password",
    "passwd",
    "pwd",
    "secret",
    "secretkey",
    "apikey",
    "xapikey",
    "accesskey",
    "secretaccesskey",
    "accesstoken",
    "authtoken",
    "bearertoken",
    "clientsecret",
    "privatekey",
    "masteruserpassword",
    "apitoken",
    "sessiontoken",
];

/// Values that stand for a secret and are none.
const PLACEHOLDERS: [&str; 8] = ["example", "changeme", "placeholder", "your", "xxx", "***", "redacted", "dummy"];

pub(in crate::check) fn check(context: &mut Context<'_>) {
    let tree = context.tree();
    for (id, state) in context.machine().states() {
        for text in own_strings(tree, state) {
            // `AccessToken: "minutes"` says how long one lives.
            if let Some(key) = kind(&text).filter(|_| !is_listed_word(context, state, text.node)) {
                context.lint(key, &[("field", text.key)], text.node, Some(id));
            }
        }
    }
}

/// Which message fits; none for what is no secret.
fn kind(text: &Text<'_>) -> Option<&'static str> {
    let value = text.text;
    if value.contains("-----BEGIN") && value.contains("PRIVATE KEY-----") {
        return Some("private");
    }
    if has_access_key(value) {
        return Some("access");
    }
    let computed = value.starts_with(['$', '{', '<']) || value.contains("${") || value.contains("{%");
    // `Field.$` holds a path or a function, which may have a literal in it that is only a part of a text.
    let lower = value.to_ascii_lowercase();
    if computed || text.key.ends_with(".$") || PLACEHOLDERS.iter().any(|placeholder| lower.contains(placeholder)) {
        return None;
    }
    let name: String = text.key.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_ascii_lowercase();
    if name == "authorization" {
        let scheme = ["basic ", "bearer "].iter().find_map(|scheme| lower.strip_prefix(scheme));
        return scheme.is_some_and(|secret| secret.trim().len() >= 8).then_some("header");
    }
    // A name of a secret, an ARN or a word of a sentence is none.
    let is_value = value.len() >= 6 && !value.starts_with("arn:") && !value.contains(char::is_whitespace);
    (NAMES.contains(&&*name) && is_value).then_some("")
}

/// Whether a text holds the id of an AWS access key: 20 signs that begin with AKIA or ASIA (IAM user guide, "IAM
/// identifiers").
fn has_access_key(text: &str) -> bool {
    ["AKIA", "ASIA"].iter().any(|start| {
        text.match_indices(start).any(|(index, _)| {
            let is_inside = |byte: &u8| byte.is_ascii_uppercase() || byte.is_ascii_digit();
            let rest = &text.as_bytes()[index..];
            let length = rest.iter().take_while(|byte| is_inside(byte)).count();
            let starts_word = index == 0 || !text.as_bytes()[index - 1].is_ascii_alphanumeric();
            length == 20 && starts_word && !rest[..20].ends_with(b"EXAMPLE")
        })
    })
}
