//! The documentation of the rules, taken apart for the page: it shows what it gets as elements and knows no Markdown.

use crate::check::{Group, RULES, Severity, rule};
use crate::i18n::Language;
use serde::{Deserialize, Serialize};

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Inline {
    /// Words.
    Text(String),
    /// Words of the language, as `Next`.
    Code(String),
    /// A page elsewhere: what it is called, and its address.
    Link(String, String),
}

/// A piece of a section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Block {
    /// A paragraph.
    Text(Vec<Inline>),
    /// A list, item by item.
    List(Vec<Vec<Inline>>),
    /// Lines of code.
    Code(String),
}

/// A section of a documentation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Its heading.
    pub heading: String,
    /// What it says.
    pub blocks: Vec<Block>,
}

/// The documentation of a rule.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Explanation {
    /// The rule's name.
    pub rule: String,
    /// What it is called.
    pub title: String,
    /// What is said of it.
    pub sections: Vec<Section>,
}

/// One rule in the list of all.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CatalogueEntry {
    /// Its name.
    pub rule: String,
    /// What it is called.
    pub title: String,
    /// What it is about.
    pub group: Group,
    /// How bad what it finds is.
    pub severity: Severity,
    /// All that is said of it, in lower case, for searching.
    pub words: String,
}

/// The documentation of a rule; none when there is no such rule.
pub fn explain(name: &str, language: Language) -> Option<Explanation> {
    let doc = rule(name)?.doc(language);
    let section = |(heading, text): &(&str, &str)| Section { heading: (*heading).to_owned(), blocks: blocks(text) };
    Some(Explanation {
        rule: name.to_owned(),
        title: title(name, doc.title),
        sections: doc.sections.iter().map(section).collect(),
    })
}

/// All rules, by what they are about and in the order in which they run.
pub fn catalogue(language: Language) -> Vec<CatalogueEntry> {
    let mut entries: Vec<CatalogueEntry> = RULES
        .iter()
        .map(|rule| {
            let doc = rule.doc(language);
            let said: Vec<&str> = doc.sections.iter().map(|(_, text)| *text).collect();
            let title = title(rule.name, doc.title);
            let words = format!("{} {title} {}", rule.name, said.join(" ")).to_lowercase();
            CatalogueEntry { rule: rule.name.to_owned(), title, group: rule.group, severity: rule.severity, words }
        })
        .collect();
    entries.sort_by_key(|entry| entry.group);
    entries
}

fn title(name: &str, title: &str) -> String {
    if title.is_empty() { name.to_owned() } else { title.to_owned() }
}

/// Paragraphs, lists (lines that begin with `- `) and code between fences.
fn blocks(text: &str) -> Vec<Block> {
    let mut blocks = Vec::new();
    let mut lines = text.lines().peekable();
    while let Some(line) = lines.next() {
        let line = line.trim_end();
        if line.starts_with("```") {
            let code: Vec<&str> = lines.by_ref().take_while(|line| !line.starts_with("```")).collect();
            blocks.push(Block::Code(code.join("\n")));
        } else if let Some(item) = line.trim_start().strip_prefix("- ") {
            let item = with_rest(item, &mut lines);
            match blocks.last_mut() {
                Some(Block::List(items)) => items.push(inlines(&item)),
                _ => blocks.push(Block::List(vec![inlines(&item)])),
            }
        } else if !line.is_empty() {
            let paragraph = with_rest(line, &mut lines);
            blocks.push(Block::Text(inlines(&paragraph)));
        }
    }
    blocks
}

/// A line with those that go on with it.
fn with_rest<'a>(first: &str, lines: &mut std::iter::Peekable<impl Iterator<Item = &'a str>>) -> String {
    let mut whole = first.trim().to_owned();
    let goes_on = |line: &&str| {
        let line = line.trim();
        !line.is_empty() && !line.starts_with("- ") && !line.starts_with("```")
    };
    while let Some(line) = lines.next_if(goes_on) {
        whole.push(' ');
        whole.push_str(line.trim());
    }
    whole
}

/// Words, `code`, [links](https://…) and bare addresses.
fn inlines(text: &str) -> Vec<Inline> {
    let mut found = Vec::new();
    let mut words = String::new();
    let mut rest = text;
    while let Some(letter) = rest.chars().next() {
        let special = match letter {
            '`' => code(rest),
            '[' => link(rest),
            'h' if words.is_empty() || words.ends_with([' ', '(', '<']) => address(rest),
            _ => None,
        };
        let length = match special {
            Some((inline, length)) => {
                if !words.is_empty() {
                    found.push(Inline::Text(std::mem::take(&mut words)));
                }
                found.push(inline);
                length
            }
            None => {
                words.push(letter);
                letter.len_utf8()
            }
        };
        rest = &rest[length..];
    }
    if !words.is_empty() {
        found.push(Inline::Text(words));
    }
    found
}

fn code(text: &str) -> Option<(Inline, usize)> {
    let (code, _) = text.strip_prefix('`')?.split_once('`')?;
    Some((Inline::Code(code.to_owned()), code.len() + 2))
}

fn link(text: &str) -> Option<(Inline, usize)> {
    let (name, after) = text.strip_prefix('[')?.split_once("](")?;
    let (address, _) = after.split_once(')')?;
    let is_link = address.starts_with("https://") && !name.contains('[');
    is_link.then(|| (Inline::Link(name.to_owned(), address.to_owned()), name.len() + address.len() + 4))
}

fn address(text: &str) -> Option<(Inline, usize)> {
    if !text.starts_with("https://") {
        return None;
    }
    let end = text.find([' ', ')', '>', '"', '`']).unwrap_or(text.len());
    let address = text[..end].trim_end_matches(['.', ',', ';', ':']);
    Some((Inline::Link(address.to_owned(), address.to_owned()), address.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(text: &str) -> Inline {
        Inline::Text(text.to_owned())
    }

    #[test]
    fn takes_markdown_apart() {
        let found = blocks(
            "One `Next`,\ntwo.\n\n- a\n- b\n  goes on\n\n```json\n{\n}\n```\nSee [the guide](https://a.b/c) or https://d.e/f.",
        );
        assert_eq!(
            found,
            [
                Block::Text(vec![text("One "), Inline::Code("Next".to_owned()), text(", two.")]),
                Block::List(vec![vec![text("a")], vec![text("b goes on")]]),
                Block::Code("{\n}".to_owned()),
                Block::Text(vec![
                    text("See "),
                    Inline::Link("the guide".to_owned(), "https://a.b/c".to_owned()),
                    text(" or "),
                    Inline::Link("https://d.e/f".to_owned(), "https://d.e/f".to_owned()),
                    text("."),
                ]),
            ]
        );
    }

    #[test]
    fn what_is_not_closed_is_text() {
        assert_eq!(inlines("a `b [c](javascript:d)"), [text("a `b [c](javascript:d)")]);
        assert_eq!(blocks("```\nopen"), [Block::Code("open".to_owned())]);
    }

    #[test]
    fn every_rule_is_in_the_catalogue_and_explained() {
        for language in Language::ALL {
            let entries = catalogue(language);
            assert_eq!(entries.len(), RULES.len());
            assert!(entries.iter().all(|entry| explain(&entry.rule, language).is_some() && !entry.title.is_empty()));
            assert!(entries.is_sorted_by_key(|entry| entry.group));
        }
        assert_eq!(explain("no-such-rule", Language::En), None);
    }
}
