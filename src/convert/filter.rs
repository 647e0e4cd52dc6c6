//! Filters: `[?(@.price < 10)]` becomes `[$type(price) = 'number' and price < 10]`.

use super::change::Note;
use super::code::{Binding, Code, Kind};
use super::data::Data;
use super::literal;
use super::obstacle::Reason;
use super::reader::Reader;
use crate::expr::jsonpath::{Comparator, Filter, Operand, Path, Root, Step};
use serde_json::Value;

impl Reader<'_> {
    /// The condition between the brackets; `whole` is what `$` is inside it.
    pub(super) fn filter(&mut self, path: &Path, filter: &Filter, whole: &Code) -> Result<String, Reason> {
        self.condition_of(path, filter, whole).map(|code| code.text)
    }

    /// Recurses as deep as the filter nests, which its parser bounds.
    fn condition_of(&mut self, path: &Path, filter: &Filter, whole: &Code) -> Result<Code, Reason> {
        let refused = || Reason::FilterComparison { path: path.text().to_owned() };
        match filter {
            Filter::Or(parts) => self.joined(path, parts, whole, " or ", Binding::Or),
            Filter::And(parts) => self.joined(path, parts, whole, " and ", Binding::And),
            Filter::Not(inner) => {
                let inner = self.condition_of(path, inner, whole)?;
                Ok(Code::call("$not", &[&inner], Kind::Constant))
            }
            Filter::Exists { path: operand, wanted } => {
                let operand = self.operand(operand, whole).ok_or_else(refused)?;
                let exists = Code::call("$exists", &[&operand], Kind::Constant);
                Ok(if *wanted { exists } else { Code::call("$not", &[&exists], Kind::Constant) })
            }
            Filter::Compare { left, comparator, right } => {
                self.comparison(left, *comparator, right, whole).ok_or_else(refused)
            }
        }
    }

    fn joined(
        &mut self,
        path: &Path,
        parts: &[Filter],
        whole: &Code,
        operator: &str,
        binding: Binding,
    ) -> Result<Code, Reason> {
        let parts: Vec<Code> =
            parts.iter().map(|part| self.condition_of(path, part, whole)).collect::<Result<_, _>>()?;
        Ok(Code::chain(&parts, operator, binding, binding, Kind::Constant))
    }

    fn comparison(&mut self, left: &Operand, comparator: Comparator, right: &Operand, whole: &Code) -> Option<Code> {
        let operator = match comparator {
            Comparator::Equal | Comparator::TypeSafeEqual => "=",
            Comparator::NotEqual | Comparator::TypeSafeNotEqual => "!=",
            Comparator::Less => "<",
            Comparator::LessOrEqual => "<=",
            Comparator::Greater => ">",
            Comparator::GreaterOrEqual => ">=",
            Comparator::In => "in",
            _ => return None,
        };
        let is_strict = matches!(comparator, Comparator::TypeSafeEqual | Comparator::TypeSafeNotEqual);
        let (value, other) = (self.operand(left, whole)?, self.operand(right, whole)?);
        // Two paths may find values of any kind.
        let kinds = [value.kind, other.kind];
        if !is_strict && kinds.iter().any(|kind| matches!(kind, Kind::Number | Kind::Text | Kind::Unknown)) {
            self.note(Note::FilterComparesStrictly);
        }
        let text = format!("{} {operator} {}", value.at(Binding::Sum), other.at(Binding::Sum));
        let compared = |text: String| Code::operation(text, Binding::Comparison, Kind::Constant, &[]);
        match operator {
            "in" => matches!(right, Operand::Value(Value::Array(_))).then(|| compared(text)),
            "=" => Some(compared(text)),
            // What is missing is not equal to anything, which JSONata's `!=` does not say.
            "!=" => {
                let equal = compared(format!("{} = {}", value.at(Binding::Sum), other.at(Binding::Sum)));
                Some(Code::call("$not", &[&equal], Kind::Constant))
            }
            // JSONata refuses to order values of two kinds; of the two, one has to be known.
            _ => {
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
        }
    }

    fn operand(&mut self, operand: &Operand, whole: &Code) -> Option<Code> {
        match operand {
            Operand::Current(path) => relative(path),
            Operand::Root(path) if *path.root() == Root::Input && path.is_definite() => {
                self.path(path, &Data::Code(whole.clone())).ok().map(|found| found.code())
            }
            Operand::Value(value) => constant(value),
            Operand::Root(_) | Operand::Pattern(_) => None,
        }
    }
}

/// A path from the item, which is the data of a predicate.
fn relative(path: &Path) -> Option<Code> {
    let mut text = String::new();
    for step in path.steps() {
        match step {
            Step::Names { names, .. } if names.len() == 1 => {
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
            Step::Indexes(indexes) if indexes.len() == 1 => {
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

/// A constant; a list only of scalars, as `in` looks for those alone in the same way.
fn constant(value: &Value) -> Option<Code> {
    match value {
        Value::Array(items) => {
            let items: Option<Vec<Code>> =
                items.iter().map(|item| constant(item).filter(|code| code.kind != Kind::Array)).collect();
            let written: Vec<String> = items?.into_iter().map(|item| item.text).collect();
            Some(Code::new(format!("[{}]", written.join(", ")), Kind::Array))
        }
        Value::Object(_) => None,
        Value::String(text) => Some(Code::new(literal::text(text), Kind::Text)),
        Value::Number(_) => Some(Code::new(value.to_string(), Kind::Number)),
        Value::Bool(_) | Value::Null => Some(Code::new(value.to_string(), Kind::Constant)),
    }
}
