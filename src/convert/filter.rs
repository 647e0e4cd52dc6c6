//! Filters: `[?(@.price < 10)]` becomes `[$type(price) = 'number' and price < 10]`.

use super::change::Note;
use super::code::{Binding, Code, Kind};
use super::data::Data;
use super::literal;
use super::obstacle::Reason;
use super::reader::Reader;
use crate::expr::jsonpath::{Comparator, Criterion, Filter, Operand, Path, Step};
use serde_json::Value;

impl Reader<'_> {
    /// The condition between the brackets; `whole` is what `$` is inside it.
    pub(super) fn filter(&mut self, path: &Path, filter: &Filter, whole: &Code) -> Result<String, Reason> {
        let refused = || Reason::FilterComparison { path: path.text().to_owned() };
        let Filter::Conditions { any, .. } = filter else { return Err(refused()) };
        let mut alternatives = Vec::new();
        for all in any {
            let criteria: Option<Vec<Code>> = all.iter().map(|criterion| self.criterion(criterion, whole)).collect();
            let criteria = criteria.ok_or_else(refused)?;
            alternatives.push(Code::chain(&criteria, " and ", Binding::And, Binding::And, Kind::Constant));
        }
        Ok(Code::chain(&alternatives, " or ", Binding::Or, Binding::Or, Kind::Constant).text)
    }

    fn criterion(&mut self, criterion: &Criterion, whole: &Code) -> Option<Code> {
        match criterion {
            // What is `null` counts as absent, and `!=` is false of what is missing. A path starts at the item even
            // where it is written `$`.
            Criterion::Exists { path, wanted } => {
                if !path.steps().is_empty() {
                    // An item that is a list has no members; here those of its items are looked for.
                    self.note(Note::ListsAreJoined);
                }
                let text = format!("{} != null", relative(path)?.at(Binding::Sum));
                let exists = Code::operation(text, Binding::Comparison, Kind::Constant, &[]);
                Some(if *wanted { exists } else { Code::call("$not", &[&exists], Kind::Constant) })
            }
            Criterion::Compare { left, comparator, right } => self.comparison(left, *comparator, right, whole),
        }
    }

    fn comparison(&mut self, left: &Operand, comparator: Comparator, right: &Operand, whole: &Code) -> Option<Code> {
        let (operator, is_ordering) = match comparator {
            Comparator::Equal => ("=", false),
            Comparator::NotEqual => ("!=", false),
            Comparator::Less => ("<", true),
            Comparator::LessOrEqual => ("<=", true),
            Comparator::Greater => (">", true),
            Comparator::GreaterOrEqual => (">=", true),
            Comparator::Matches => return None,
        };
        // On the left a constant is a text, which `1` and `true` there never equal.
        let value = match left {
            Operand::Text { text, is_quoted } => constant(text, *is_quoted).filter(|code| code.kind == Kind::Text),
            path => self.compared_path(path, whole),
        }?;
        let other = match right {
            Operand::Text { text, is_quoted } => constant(text, *is_quoted),
            path => self.compared_path(path, whole),
        }?;
        let kinds = [value.kind, other.kind];
        if kinds != [Kind::Unknown, Kind::Constant] || other.text != "null" {
            self.note(Note::FilterComparesStrictly);
        }
        let text = format!("{} {operator} {}", value.at(Binding::Sum), other.at(Binding::Sum));
        if !is_ordering {
            return Some(Code::operation(text, Binding::Comparison, Kind::Constant, &[]));
        }
        // JSONata refuses to order values of two kinds; of the two, one has to be known.
        let (unknown, known) = match kinds {
            [Kind::Unknown, kind] => (&value, kind),
            [kind, Kind::Unknown] => (&other, kind),
            _ => return None,
        };
        let wanted = match known {
            Kind::Number => "number",
            Kind::Text => "string",
            _ => return None,
        };
        let both = format!("$type({}) = '{wanted}' and {text}", unknown.text);
        Some(Code::operation(both, Binding::And, Kind::Constant, &[]))
    }

    fn compared_path(&mut self, operand: &Operand, whole: &Code) -> Option<Code> {
        match operand {
            Operand::Current(path) => relative(path),
            Operand::Root(path) => self.path(path, &Data::Code(whole.clone())).ok().map(|found| found.code()),
            Operand::Text { .. } | Operand::Pattern(_) => None,
        }
    }
}

/// A path from the item, which is the data of a predicate.
fn relative(path: &Path) -> Option<Code> {
    let mut text = String::new();
    for step in path.steps() {
        match step {
            Step::Names(names) if names.len() == 1 => {
                if !text.is_empty() {
                    text.push('.');
                }
                // A name that has to be written as a text is one only behind a dot.
                let name = literal::name(&names[0]);
                if text.is_empty() && name.starts_with(['\'', '"']) {
                    text.push_str("$.");
                }
                text.push_str(&name);
            }
            Step::Indexes(indexes) if indexes.len() == 1 && indexes[0] >= 0 => {
                if text.is_empty() {
                    text.push('$');
                }
                text.push_str(&format!("[{}]", indexes[0]));
            }
            _ => return None,
        }
    }
    if text.is_empty() {
        text.push('$');
    }
    Some(Code { may_miss: true, ..Code::new(text, Kind::Unknown) })
}

/// A constant, as people mean it: what spells a number is one unless it stands in quotes. None for what keeps its double
/// quotes, which nobody means.
fn constant(text: &str, is_quoted: bool) -> Option<Code> {
    if !is_quoted && text.starts_with('"') {
        return None;
    }
    Some(match serde_json::from_str(text) {
        Ok(Value::Null) => Code::new("null", Kind::Constant),
        Ok(value @ Value::Bool(_)) if !is_quoted => Code::new(value.to_string(), Kind::Constant),
        Ok(value @ Value::Number(_)) if !is_quoted => Code::new(value.to_string(), Kind::Number),
        _ => Code::new(literal::text(&text.replace("\\'", "'")), Kind::Text),
    })
}
