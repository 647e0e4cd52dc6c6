//! Rules of a Choice state as conditions: `"NumericGreaterThan": 3` becomes `$type(x) = 'number' and x > 3`.

use super::change::{Missing, Note};
use super::code::{Binding, Code, Kind};
use super::data::Data;
use super::literal;
use super::obstacle::Reason;
use super::pattern::{TIMESTAMP, regular_expression};
use super::reader::Reader;
use crate::asl::choice::{self, Comparator, Operand, Test};
use crate::asl::timestamp;
use crate::text::json::{NodeId, NodeKind};

impl Reader<'_> {
    /// The condition that a rule asks. Recurses as deep as rules nest, which the JSON reader bounds.
    pub(super) fn condition(&mut self, rule: NodeId, input: &Data, is_inner: bool) -> Result<Code, Reason> {
        let tree = self.document.tree();
        let code = if let Some(inner) = tree.get(rule, "Not") {
            let inner = self.condition(inner, input, true)?;
            Code::call("$not", &[&inner], Kind::Constant)
        } else if let Some(parts) = tree.get(rule, "And") {
            self.all(parts, input, " and ", Binding::And)?
        } else if let Some(parts) = tree.get(rule, "Or") {
            self.all(parts, input, " or ", Binding::Or)?
        } else {
            self.comparison_rule(rule, input)?
        };
        // The comment of an inner rule has no other place.
        let comment = tree.get(rule, "Comment").and_then(|comment| tree.as_str(comment)).filter(|_| is_inner);
        Ok(match comment {
            Some(comment) => Code { text: format!("/* {} */ {}", comment.replace("*/", "* /"), code.text), ..code },
            None => code,
        })
    }

    fn all(&mut self, parts: NodeId, input: &Data, operator: &str, binding: Binding) -> Result<Code, Reason> {
        let NodeKind::Array(items) = self.document.tree().kind(parts) else { return Err(Reason::WrongValue) };
        let mut n_certain = self.present.len();
        let mut codes = Vec::with_capacity(items.len());
        for (index, item) in items.iter().enumerate() {
            codes.push(self.condition(*item, input, true)?);
            // Only the first part is asked whatever the others say.
            if index == 0 {
                n_certain = self.present.len();
            }
            // The next parts of an `And` are asked only where this one holds.
            if binding == Binding::And {
                self.present.extend(self.presence(*item));
            }
        }
        self.present.truncate(n_certain);
        match &codes[..] {
            [] => Err(Reason::WrongValue),
            [single] => Ok(single.clone()),
            _ => Ok(Code::chain(&codes, operator, binding, binding, Kind::Constant)),
        }
    }

    /// The variable that a rule wants to be there.
    fn presence(&self, rule: NodeId) -> Option<String> {
        let tree = self.document.tree();
        let is_wanted = tree.as_bool(tree.get(rule, "IsPresent")?)?;
        tree.as_str(tree.get(rule, "Variable")?).filter(|_| is_wanted).map(str::to_owned)
    }

    fn comparison_rule(&mut self, rule: NodeId, input: &Data) -> Result<Code, Reason> {
        let document = self.document;
        let tree = document.tree();
        let found = tree.members(rule).iter().find_map(|member| Some((choice::find(&member.key)?, member.value)));
        let ((comparator, is_path), operand) = found.ok_or(Reason::UnknownComparator)?;
        let text = |node: NodeId| tree.as_str(node).ok_or(Reason::WrongValue);
        let variable = text(tree.get(rule, "Variable").ok_or(Reason::WrongValue)?)?;
        let value = self.text(variable, input)?.code();
        if value.is_drawn {
            return Err(Reason::DrawnTwice);
        }
        let other = match is_path {
            true => Some((text(operand)?, self.text(text(operand)?, input)?.code())),
            false => None,
        };
        let asked = [(variable, &value)].into_iter().chain(other.iter().map(|(path, code)| (*path, code)));
        let needed: Vec<(&str, &Code)> = asked
            .filter(|(path, code)| code.may_miss && !self.present.iter().any(|known| known == path))
            .filter(|_| !matches!(comparator.test, Test::IsPresent))
            .collect();
        let compared = match (&other, tree.as_bool(operand)) {
            (Some((_, other)), _) => Some(compared_paths(comparator, &value, other)),
            (None, Some(wanted)) => with_truth(comparator, &value, wanted),
            (None, None) => with_literal(comparator, &value, tree.as_str(operand), document.source(operand)),
        };
        let compared = compared.ok_or(Reason::WrongValue)?;
        if needed.is_empty() {
            return Ok(compared);
        }
        if self.missing == Missing::IsLeftOut {
            self.note(Note::MissingIsFalse);
            return Ok(compared);
        }
        let exist: Vec<String> = needed.iter().map(|(_, code)| format!("$exists({})", code.text)).collect();
        let text = format!("($assert({}); {})", exist.join(" and "), compared.text);
        self.present.extend(needed.iter().map(|(path, _)| (*path).to_owned()));
        Ok(test(text, Binding::Path))
    }
}

fn test(text: String, binding: Binding) -> Code {
    Code::new(text, Kind::Constant).bound(binding)
}

impl Code {
    fn bound(self, binding: Binding) -> Self {
        Self { binding, ..self }
    }
}

/// The operator of a comparator of order.
fn operator(comparator: &Comparator) -> &'static str {
    match comparator.symbol {
        "≤" => "<=",
        "≥" => ">=",
        other => other,
    }
}

fn type_name(operand: Operand) -> &'static str {
    match operand {
        Operand::String | Operand::Timestamp => "string",
        Operand::Numeric => "number",
        Operand::Boolean => "boolean",
    }
}

/// Comparators whose operand is `true` or `false`.
fn with_truth(comparator: &Comparator, value: &Code, wanted: bool) -> Option<Code> {
    let left = value.at(Binding::Sum);
    let sign = if wanted { "=" } else { "!=" };
    Some(match comparator.test {
        Test::IsPresent => {
            let exists = Code::call("$exists", &[value], Kind::Constant);
            if wanted { exists } else { Code::call("$not", &[&exists], Kind::Constant) }
        }
        Test::IsNull => test(format!("{left} {sign} null"), Binding::Comparison),
        Test::IsKind(Operand::Timestamp) => {
            let is_timestamp = test(timestamp_test(value), Binding::And);
            if wanted { is_timestamp } else { Code::call("$not", &[&is_timestamp], Kind::Constant) }
        }
        Test::IsKind(kind) => test(format!("$type({}) {sign} '{}'", value.text, type_name(kind)), Binding::Comparison),
        Test::Order(Operand::Boolean, _) => test(format!("{left} = {wanted}"), Binding::Comparison),
        Test::Order(..) | Test::StringMatches => return None,
    })
}

fn timestamp_test(value: &Code) -> String {
    format!("$type({0}) = 'string' and $contains({0}, {TIMESTAMP})", value.text)
}

/// Comparators of order with a text or a number.
fn with_literal(comparator: &Comparator, value: &Code, text: Option<&str>, source: &str) -> Option<Code> {
    let left = value.at(Binding::Sum);
    let operator = operator(comparator);
    match comparator.test {
        Test::StringMatches => {
            let pattern = regular_expression(text?);
            Some(test(format!("$type({0}) = 'string' and $contains({0}, {pattern})", value.text), Binding::And))
        }
        Test::Order(Operand::Timestamp, _) => {
            timestamp::parse(text?)?;
            let other = literal::text(text?);
            let compared = format!("$toMillis({}) {operator} $toMillis({other})", value.text);
            Some(test(format!("{} and {compared}", timestamp_test(value)), Binding::And))
        }
        Test::Order(kind @ (Operand::String | Operand::Numeric), _) => {
            let other = match (kind, text) {
                (Operand::String, Some(text)) => literal::text(text),
                (Operand::Numeric, None) => source.parse::<f64>().ok().map(|_| source.to_owned())?,
                _ => return None,
            };
            let compared = format!("{left} {operator} {other}");
            // Values of two kinds are never equal, but cannot be ordered.
            Some(match operator {
                "=" => test(compared, Binding::Comparison),
                _ => test(format!("$type({}) = '{}' and {compared}", value.text, type_name(kind)), Binding::And),
            })
        }
        _ => None,
    }
}

/// Comparators with `Path`: both values have to be of the comparator's kind.
fn compared_paths(comparator: &Comparator, value: &Code, other: &Code) -> Code {
    let Test::Order(kind, _) = comparator.test else { return test("false".to_owned(), Binding::Path) };
    let operator = operator(comparator);
    if kind == Operand::Timestamp {
        let compared = format!("$toMillis({}) {operator} $toMillis({})", value.text, other.text);
        return test(format!("{} and {} and {compared}", timestamp_test(value), timestamp_test(other)), Binding::And);
    }
    let compared = format!("{} {operator} {}", value.at(Binding::Sum), other.at(Binding::Sum));
    let name = type_name(kind);
    let types = match operator {
        "=" => format!("$type({}) = '{name}'", value.text),
        _ => format!("$type({}) = '{name}' and $type({}) = '{name}'", value.text, other.text),
    };
    test(format!("{types} and {compared}"), Binding::And)
}
