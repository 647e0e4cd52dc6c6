//! `States.Format` and `States.StringSplit`.

use super::change::Note;
use super::code::{Binding, Code, Kind};
use super::literal;
use super::reader::Reader;

impl Reader<'_> {
    /// `'Hello, {}!'` as `'Hello, ' & name & '!'`; none when holes and arguments do not match.
    pub(super) fn format(&mut self, template: &str, arguments: &[Code]) -> Option<Code> {
        let mut arguments = arguments.iter();
        let mut parts: Vec<Code> = Vec::new();
        let mut content = String::new();
        let mut characters = template.chars().peekable();
        while let Some(character) = characters.next() {
            match character {
                '\\' => content.extend(characters.next()),
                '{' if characters.peek() == Some(&'}') => {
                    characters.next();
                    if !content.is_empty() {
                        parts.push(Code::new(literal::text(&std::mem::take(&mut content)), Kind::Text));
                    }
                    parts.push(arguments.next()?.clone());
                }
                other => content.push(other),
            }
        }
        if arguments.next().is_some() {
            return None;
        }
        if !content.is_empty() || parts.is_empty() {
            parts.push(Code::new(literal::text(&content), Kind::Text));
        }
        for part in &parts {
            match part.kind {
                Kind::Text | Kind::Constant => {}
                Kind::Number => self.note(Note::NumbersAsText),
                _ => {
                    self.note(Note::NumbersAsText);
                    self.note(Note::ObjectsAsText);
                }
            }
        }
        if let [single] = &parts[..] {
            let is_text = single.kind == Kind::Text;
            return Some(if is_text { single.clone() } else { Code::call("$string", &[single], Kind::Text) });
        }
        let parts: Vec<Code> = parts.into_iter().map(|part| self.needed(part, Note::MissingIsLeftOut)).collect();
        let code = Code::chain(&parts, " & ", Binding::Sum, Binding::Product, Kind::Text);
        Some(Code { may_miss: false, ..code })
    }
}

/// The parts of a text between any of the characters, without the empty ones.
pub(super) fn split(content: &Code, set: &str) -> Code {
    let mut characters: Vec<char> = Vec::new();
    for character in set.chars() {
        if !characters.contains(&character) {
            characters.push(character);
        }
    }
    let text = match &characters[..] {
        [] => format!("[{}]", content.text),
        [single] => format!("[$split({}, {})[$ != '']]", content.text, literal::text(&single.to_string())),
        _ => {
            let set: String = characters.into_iter().collect();
            format!("[$split({}, /[{}]/)[$ != '']]", content.text, literal::escaped(&set))
        }
    };
    Code { may_miss: false, ..Code::operation(text, Binding::Path, Kind::Array, &[content]) }
}
