//! The documentation of a rule, and with it the words for what it finds. The format:
//!
//! ````text
//! # Title
//!
//! message: One sentence that says what is wrong with {name}
//! advice: What to do about it.
//! message.other: Another finding of the same rule
//! advice.other: …
//!
//! ## What it checks      (## Qué revisa)
//! ## Why                 (## Por qué)
//! ## Example             (## Ejemplo), with a definition in a ```json block, in which the rule finds something
//! ## Instead             (## En su lugar), with one in which it does not
//! ## Reference           (## Referencia)
//! ````
//!
//! Rules whose findings have words in `i18n` (AWS's own errors) leave out the messages.

/// A documentation text, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RuleDoc<'a> {
    /// What it is called.
    pub title: &'a str,
    /// Key, message, advice; the key of the first is empty.
    pub messages: Vec<(&'a str, &'a str, &'a str)>,
    /// Heading and text of each section.
    pub sections: Vec<(&'a str, &'a str)>,
}

impl<'a> RuleDoc<'a> {
    /// Reads a documentation text. What is not of the format is left out; a test holds every rule to it.
    pub fn read(text: &'a str) -> Self {
        let mut parts = text.split("\n## ");
        let head = parts.next().unwrap_or_default();
        let mut title = "";
        let mut messages: Vec<(&str, &str, &str)> = Vec::new();
        for line in head.lines() {
            if let Some(heading) = line.strip_prefix("# ") {
                title = heading.trim();
            } else if let Some((name, value)) = line.split_once(": ") {
                let (kind, key) = name.split_once('.').unwrap_or((name, ""));
                match kind {
                    "message" => messages.push((key, value.trim(), "")),
                    "advice" => {
                        if let Some(message) = messages.iter_mut().find(|(of, _, _)| *of == key) {
                            message.2 = value.trim();
                        }
                    }
                    _ => {}
                }
            }
        }
        let sections = parts
            .filter_map(|part| part.split_once('\n'))
            .map(|(heading, text)| (heading.trim(), text.trim()))
            .collect();
        Self { title, messages, sections }
    }

    /// The message and the advice of a key.
    pub fn words(&self, key: &str) -> Option<(&'a str, &'a str)> {
        let found = self.messages.iter().find(|(of, _, _)| *of == key);
        found.map(|(_, message, advice)| (*message, *advice))
    }

    /// The definitions in the ```` ```json ```` and ```` ```yaml ```` blocks of a section, counted from 0.
    pub fn examples(&self, section: usize) -> Vec<&'a str> {
        let Some((_, text)) = self.sections.get(section) else { return Vec::new() };
        let blocks = text.split("```").skip(1).step_by(2);
        let code = |block: &'a str| ["json\n", "yaml\n"].iter().find_map(|language| block.strip_prefix(language));
        blocks.filter_map(code).map(|code| code.strip_suffix('\n').unwrap_or(code)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_taken_apart() {
        let text = "# A rule\n\nmessage: {a} is wrong\nadvice: Mend it: now.\nmessage.more: Both\nadvice.more: Two.\n\n## What it checks\nText.\n\n## Example\n```json\n{}\n```\n";
        let doc = RuleDoc::read(text);
        assert_eq!(doc.title, "A rule");
        assert_eq!(doc.words(""), Some(("{a} is wrong", "Mend it: now.")));
        assert_eq!(doc.words("more"), Some(("Both", "Two.")));
        assert_eq!(doc.words("none"), None);
        assert_eq!(doc.sections[0], ("What it checks", "Text."));
        assert_eq!(doc.examples(1), ["{}"]);
    }
}
