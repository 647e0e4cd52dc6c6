//! Reading updates: `SET`, `REMOVE`, `ADD` and `DELETE` of an `UpdateExpression`
//! (DynamoDB developer guide, "Using update expressions in DynamoDB").

use super::expression::{Expression, Path, Reader, Step, lookup};
use super::table::Item;
use super::{Failure, value};
use serde_json::{Value, json};

/// How deep function calls may be nested.
const MAX_DEPTH: usize = 50;

/// A value of an operand, or why it has none: that counts only once the condition holds.
pub(super) type Evaluated = Result<Value, Failure>;

/// What an update does.
#[derive(Default)]
pub(super) struct Update {
    pub(super) actions: Vec<(Path, Action)>,
}

/// What is done at a path.
pub(super) enum Action {
    /// Puts a value there.
    Set(Evaluated),
    /// Takes away what is there.
    Remove,
    /// Adds a number, or members of a set.
    Add(Value),
    /// Takes members of a set away.
    Delete(Value),
}

/// Reads an update; the operands are those of the item before it.
pub(super) fn read(expression: &mut Expression, text: &str, item: &Item) -> Result<Update, Failure> {
    let mut reader = UpdateReader { reader: Reader::new(expression, "UpdateExpression", text)?, item, depth: 0 };
    let mut actions: Vec<(Path, Action)> = Vec::new();
    let mut clauses: Vec<&str> = Vec::new();
    while reader.reader.peek().is_some() {
        let Some(clause) = ["SET", "REMOVE", "ADD", "DELETE"].into_iter().find(|word| reader.reader.take(word)) else {
            return Err(reader.reader.syntax_error());
        };
        if clauses.contains(&clause) {
            let text = format!("The \"{clause}\" section can only be used once in an update expression;");
            return Err(reader.reader.invalid(&text));
        }
        clauses.push(clause);
        loop {
            let action = reader.action(clause)?;
            if let Some((other, _)) = actions.iter().find(|(path, _)| overlap(path, &action.0)) {
                let text = "Two document paths overlap with each other; must remove or rewrite one of these paths;";
                let (one, two) = (path_text(other), path_text(&action.0));
                return Err(reader.reader.invalid(&format!("{text} path one: {one}, path two: {two}")));
            }
            actions.push(action);
            if !reader.reader.take(",") {
                break;
            }
        }
    }
    Ok(Update { actions })
}

fn overlap(left: &Path, right: &Path) -> bool {
    left.starts_with(right) || right.starts_with(left)
}

fn path_text(path: &Path) -> String {
    let steps = path.iter().map(|step| match step {
        Step::Attribute(name) => name.clone(),
        Step::Index(index) => format!("[{index}]"),
    });
    format!("[{}]", steps.collect::<Vec<_>>().join(", "))
}

/// The error of an operand of a type that the action cannot use.
pub(super) fn wrong_type() -> Failure {
    Failure::validation("An operand in the update expression has an incorrect data type")
}

struct UpdateReader<'e, 'i> {
    reader: Reader<'e>,
    item: &'i Item,
    depth: usize,
}

impl UpdateReader<'_, '_> {
    fn action(&mut self, clause: &str) -> Result<(Path, Action), Failure> {
        let path = self.reader.path()?;
        let action = match clause {
            "REMOVE" => Action::Remove,
            "SET" => {
                self.reader.expect("=")?;
                Action::Set(self.sum()?)
            }
            _ => {
                let Some(value) = self.reader.value()? else { return Err(self.reader.syntax_error()) };
                if clause == "ADD" { Action::Add(value) } else { Action::Delete(value) }
            }
        };
        Ok((path, action))
    }

    fn sum(&mut self) -> Result<Evaluated, Failure> {
        let left = self.operand()?;
        let negate = match self.reader.peek() {
            Some("+") => false,
            Some("-") => true,
            _ => return Ok(left),
        };
        self.reader.take(if negate { "-" } else { "+" });
        let right = self.operand()?;
        Ok(left.and_then(|left| {
            let right = right?;
            let numbers = value::as_number(&left).zip(value::as_number(&right));
            let (left, right) = numbers.ok_or_else(wrong_type)?;
            Ok(json!({ "N": left.plus(right, negate)?.text() }))
        }))
    }

    fn operand(&mut self) -> Result<Evaluated, Failure> {
        self.depth += 1;
        if self.depth > MAX_DEPTH {
            return Err(Failure::NotSimulated("an update of DynamoDB that is nested so deep".to_owned()));
        }
        let operand = self.operand_inside()?;
        self.depth -= 1;
        Ok(operand)
    }

    fn operand_inside(&mut self) -> Result<Evaluated, Failure> {
        if let Some(value) = self.reader.value()? {
            return Ok(Ok(value));
        }
        if self.reader.take("(") {
            let value = self.sum()?;
            self.reader.expect(")")?;
            return Ok(value);
        }
        if let Some(function) = self.reader.function() {
            let value = match function.as_str() {
                "if_not_exists" => {
                    let path = self.reader.path()?;
                    self.reader.expect(",")?;
                    let default = self.operand()?;
                    lookup(self.item, &path).map_or(default, |value| Ok(value.clone()))
                }
                "list_append" => {
                    let first = self.operand()?;
                    self.reader.expect(",")?;
                    let second = self.operand()?;
                    first.and_then(|first| appended(&first, &second?))
                }
                _ => return Err(self.reader.invalid(&format!("Invalid function name; function: {function}"))),
            };
            self.reader.expect(")")?;
            return Ok(value);
        }
        let path = self.reader.path()?;
        Ok(lookup(self.item, &path).cloned().ok_or_else(|| {
            Failure::validation("The provided expression refers to an attribute that does not exist in the item")
        }))
    }
}

fn appended(first: &Value, second: &Value) -> Evaluated {
    match (value::parts(first), value::parts(second)) {
        (Some(("L", Value::Array(first))), Some(("L", Value::Array(second)))) => {
            Ok(json!({ "L": first.iter().chain(second).collect::<Vec<_>>() }))
        }
        _ => Err(wrong_type()),
    }
}
