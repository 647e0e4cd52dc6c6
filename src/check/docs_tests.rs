//! Every rule's documentation keeps to the format, and its examples do what it says.

use super::{Options, Origin, RULES, Rule, RuleDoc, Severity, check_with};
use crate::asl::{Document, ExecutionType};
use crate::i18n::Language;
use crate::import::{Contained, Content, DefinitionText, contained, definition_text};
use crate::services::Services;
use crate::text::Span;
use crate::text::json::parse;
use serde_json::json;
use std::collections::BTreeSet;

const EN: [&str; 5] = ["What it checks", "Why", "Example", "Instead", "Reference"];
const ES: [&str; 5] = ["Qué revisa", "Por qué", "Ejemplo", "En su lugar", "Referencia"];

/// Rules that find nothing in a build without JSONata.
const NEED_JSONATA: [&str; 2] = ["invalid-jsonata", "misplaced-states-variable"];

/// Rules whose examples a build without YAML cannot read.
const NEED_YAML: [&str; 4] =
    ["yaml-read-otherwise", "template-substitutions", "executions-not-logged", "executions-not-traced"];

/// What an example of a rule gives with an empty input; the rule for Express machines is asked about one. The dots stand for what is too
/// long to print.
fn found(rule: &Rule, text: &str) -> Vec<(String, Severity)> {
    let (text, origin) = read(text);
    let document = Document::new(text.replace('…', &"x".repeat(1 << 20)));
    let enabled = vec![rule.name.to_owned()];
    let is_express = rule.name == "express-pattern";
    let execution_type = if is_express { ExecutionType::Express } else { ExecutionType::Standard };
    let found = check_with(
        &document,
        &Options {
            execution_type,
            origin,
            enabled,
            input: Some(json!({})),
            services: Services::bundled(),
            ..Options::default()
        },
    );
    found.into_iter().map(|diagnostic| (diagnostic.rule, diagnostic.severity)).collect()
}

/// The definition of an example, which may be YAML or stand in a template.
fn read(example: &str) -> (String, Origin) {
    let Ok(DefinitionText { made, read_otherwise }) = definition_text("", example) else { return Default::default() };
    match contained(&made.text, &parse(&made.text).tree).and_then(|mut machines| machines.pop()) {
        Some(Contained { content: Content::Here { made, unknown }, substitutions, is_logged, is_traced, .. }) => {
            (made.text, Origin { unknown, substitutions, is_logged, is_traced, ..Origin::default() })
        }
        // A text as YAML is one as JSON with quotes around it.
        _ => {
            let places = read_otherwise.iter().filter_map(|span| {
                let written = span.of(example).to_owned();
                let text = format!("\"{written}\"");
                made.text.find(&text).map(|start| (Span::new(start, start + text.len()), written))
            });
            let read_otherwise = places.collect();
            (made.text, Origin { read_otherwise, ..Origin::default() })
        }
    }
}

/// The names in curly brackets.
fn places(text: &str) -> BTreeSet<&str> {
    text.split('{').skip(1).filter_map(|part| part.split_once('}').map(|(name, _)| name)).collect()
}

fn docs(rule: &Rule) -> [RuleDoc<'static>; 2] {
    [rule.doc(Language::En), rule.doc(Language::Es)]
}

#[test]
fn names_are_unique() {
    let names: BTreeSet<&str> = RULES.iter().map(|rule| rule.name).collect();
    assert_eq!(names.len(), RULES.len());
}

#[test]
fn both_languages_have_the_same_five_sections() {
    for rule in RULES {
        for (doc, headings) in docs(rule).iter().zip([EN, ES]) {
            let found: Vec<&str> = doc.sections.iter().map(|(heading, _)| *heading).collect();
            assert_eq!(found, headings, "{}", rule.name);
            assert!(!doc.title.is_empty(), "{} has no title", rule.name);
            let words: usize = doc.sections[..2].iter().map(|(_, text)| text.split_whitespace().count()).sum();
            assert!((30..=180).contains(&words), "{} explains itself in {words} words", rule.name);
        }
    }
}

#[test]
fn both_languages_have_the_same_messages_with_the_same_places() {
    for rule in RULES {
        let [en, es] = docs(rule);
        let keys = |doc: &RuleDoc<'_>| doc.messages.iter().map(|(key, _, _)| (*key).to_owned()).collect::<Vec<_>>();
        assert_eq!(keys(&en), keys(&es), "{}", rule.name);
        for ((key, message, advice), (_, mensaje, consejo)) in en.messages.iter().zip(&es.messages) {
            assert_eq!(places(message), places(mensaje), "{} {key}", rule.name);
            for text in [message, advice, mensaje, consejo] {
                assert!(!text.is_empty(), "{} {key} has an empty text", rule.name);
            }
        }
    }
}

#[test]
fn the_examples_are_found_and_what_stands_instead_is_not() {
    for rule in RULES {
        if cfg!(not(feature = "jsonata")) && NEED_JSONATA.contains(&rule.name) {
            continue;
        }
        if cfg!(not(feature = "yaml")) && NEED_YAML.contains(&rule.name) {
            continue;
        }
        for doc in docs(rule) {
            let (wrong, right) = (doc.examples(2), doc.examples(3));
            assert!(!wrong.is_empty() && !right.is_empty(), "{} has no examples", rule.name);
            for text in wrong {
                assert!(
                    found(rule, text).iter().any(|(name, _)| name == rule.name),
                    "{} does not find {text}",
                    rule.name
                );
            }
            for text in right {
                let is_wrong =
                    |(name, severity): &(String, Severity)| name == rule.name || *severity == Severity::Error;
                let found = found(rule, text);
                assert!(!found.iter().any(is_wrong), "{}: {found:?} in {text}", rule.name);
            }
        }
    }
}
