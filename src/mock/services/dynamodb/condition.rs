//! Conditions: of `ConditionExpression`, `FilterExpression` and `KeyConditionExpression`
//! (DynamoDB developer guide, "Condition and filter expressions, operators, and functions").
//!
//! An expression is evaluated while it is read; all of it is read, so that its errors show and its placeholders count.

use super::expression::{Expression, Reader, lookup};
use super::table::Item;
use super::{Failure, value};
use serde_json::{Value, json};

/// How deep parentheses and `NOT` may be nested.
const MAX_DEPTH: usize = 50;

/// Whether a condition holds for an item.
pub(super) fn holds(
    expression: &mut Expression,
    parameter: &'static str,
    text: &str,
    item: &Item,
) -> Result<bool, Failure> {
    let mut condition = Condition { reader: Reader::new(expression, parameter, text)?, item, depth: 0 };
    let holds = condition.or()?;
    condition.reader.finish()?;
    Ok(holds)
}

struct Condition<'e, 'i> {
    reader: Reader<'e>,
    item: &'i Item,
    depth: usize,
}

impl Condition<'_, '_> {
    fn or(&mut self) -> Result<bool, Failure> {
        let mut holds = self.and()?;
        while self.reader.take("OR") {
            holds |= self.and()?;
        }
        Ok(holds)
    }

    fn and(&mut self) -> Result<bool, Failure> {
        let mut holds = self.not()?;
        while self.reader.take("AND") {
            holds &= self.not()?;
        }
        Ok(holds)
    }

    fn not(&mut self) -> Result<bool, Failure> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(Failure::NotSimulated("a condition of DynamoDB that is nested so deep".to_owned()));
        }
        let holds = if self.reader.take("NOT") { !self.not()? } else { self.primary()? };
        self.depth -= 1;
        Ok(holds)
    }

    fn primary(&mut self) -> Result<bool, Failure> {
        if self.reader.take("(") {
            let holds = self.or()?;
            self.reader.expect(")")?;
            return Ok(holds);
        }
        let is_size = self.reader.peek() == Some("size");
        if !is_size && let Some(function) = self.reader.function() {
            return self.function(&function);
        }
        let left = self.operand()?;
        self.comparison(left.as_ref())
    }

    fn comparison(&mut self, left: Option<&Value>) -> Result<bool, Failure> {
        if self.reader.take("BETWEEN") {
            let low = self.operand()?;
            self.reader.expect("AND")?;
            let high = self.operand()?;
            return Ok(compare(left, ">=", low.as_ref()) && compare(left, "<=", high.as_ref()));
        }
        if self.reader.take("IN") {
            self.reader.expect("(")?;
            let mut found = false;
            loop {
                let candidate = self.operand()?;
                found |= compare(left, "=", candidate.as_ref());
                if !self.reader.take(",") {
                    break;
                }
            }
            self.reader.expect(")")?;
            return Ok(found);
        }
        for operator in ["=", "<>", "<", "<=", ">", ">="] {
            if self.reader.take(operator) {
                let right = self.operand()?;
                return Ok(compare(left, operator, right.as_ref()));
            }
        }
        Err(self.reader.syntax_error())
    }

    fn function(&mut self, name: &str) -> Result<bool, Failure> {
        let holds = match name {
            "attribute_exists" | "attribute_not_exists" => {
                let path = self.reader.path()?;
                lookup(self.item, &path).is_some() == (name == "attribute_exists")
            }
            "attribute_type" | "begins_with" | "contains" => {
                let left = self.operand()?;
                self.reader.expect(",")?;
                let right = self.operand()?;
                match (left, right) {
                    (Some(left), Some(right)) => relation(name, &left, &right),
                    _ => false,
                }
            }
            _ => return Err(self.reader.invalid(&format!("Invalid function name; function: {name}"))),
        };
        self.reader.expect(")")?;
        Ok(holds)
    }

    /// A value, what a path names, or the size of it; none for what is not there.
    fn operand(&mut self) -> Result<Option<Value>, Failure> {
        if let Some(value) = self.reader.value()? {
            return Ok(Some(value));
        }
        if let Some(function) = self.reader.function() {
            if function != "size" {
                return Err(self.reader.invalid(&format!("Invalid function name; function: {function}")));
            }
            let path = self.reader.path()?;
            self.reader.expect(")")?;
            let size = lookup(self.item, &path).and_then(value::size);
            return Ok(size.map(|size| json!({ "N": size.to_string() })));
        }
        let path = self.reader.path()?;
        Ok(lookup(self.item, &path).cloned())
    }
}

/// Compares two operands. What is not there equals nothing, and has no order.
fn compare(left: Option<&Value>, operator: &str, right: Option<&Value>) -> bool {
    let (Some(left), Some(right)) = (left, right) else { return operator == "<>" };
    match operator {
        "=" => value::equal(left, right),
        "<>" => !value::equal(left, right),
        _ => value::order(left, right).is_some_and(|order| match operator {
            "<" => order.is_lt(),
            "<=" => order.is_le(),
            ">" => order.is_gt(),
            _ => order.is_ge(),
        }),
    }
}

fn relation(name: &str, left: &Value, right: &Value) -> bool {
    let (Some((kind, content)), Some((other, argument))) = (value::parts(left), value::parts(right)) else {
        return false;
    };
    let texts = || Some((content.as_str()?, argument.as_str()?));
    match (name, kind, other) {
        ("attribute_type", ..) => argument.as_str() == Some(kind),
        ("begins_with", "S", "S") => texts().is_some_and(|(text, start)| text.starts_with(start)),
        ("begins_with", "B", "B") => match (value::bytes(left), value::bytes(right)) {
            (Some(bytes), Some(start)) => bytes.starts_with(&start),
            _ => false,
        },
        ("contains", "S", "S") => texts().is_some_and(|(text, part)| text.contains(part)),
        ("contains", "SS", "S") | ("contains", "NS", "N") | ("contains", "BS", "B") => {
            content.as_array().is_some_and(|members| members.contains(argument))
        }
        ("contains", "L", _) => {
            content.as_array().is_some_and(|elements| elements.iter().any(|element| value::equal(element, right)))
        }
        _ => false,
    }
}
