//! Updates: `SET`, `REMOVE`, `ADD` and `DELETE` of an `UpdateExpression`
//! (DynamoDB developer guide, "Using update expressions in DynamoDB").

use super::expression::{Expression, Path, Reader, Step, lookup};
use super::table::Item;
use super::{Failure, value};
use serde_json::{Value, json};

/// How deep function calls may be nested.
const MAX_DEPTH: usize = 50;

/// A value of an operand, or why it has none: that counts only once the condition holds.
type Evaluated = Result<Value, Failure>;

/// What an update does.
#[derive(Default)]
pub(super) struct Update {
    actions: Vec<(Path, Action)>,
}

enum Action {
    Set(Evaluated),
    Remove,
    Add(Value),
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

fn wrong_type() -> Failure {
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

impl Update {
    /// The item after the update, and the paths that it touched. `key` cannot be changed.
    pub(super) fn apply(self, item: &Item, key: &Item) -> Result<(Item, Vec<Path>), Failure> {
        let mut new = item.clone();
        let touched: Vec<Path> = self.actions.iter().map(|(path, _)| path.clone()).collect();
        for path in &touched {
            if let Some(Step::Attribute(name)) = path.first()
                && key.contains_key(name)
            {
                let text = "One or more parameter values were invalid: Cannot update attribute";
                return Err(Failure::validation(format!("{text} {name}. This attribute is part of the key")));
            }
        }
        let mut removed = Vec::new();
        for (path, action) in self.actions {
            let old = lookup(item, &path);
            match action {
                Action::Set(value) => set(&mut new, &path, value?)?,
                Action::Remove => removed.push(path),
                Action::Add(value) => set(&mut new, &path, added(old, &value)?)?,
                Action::Delete(value) => match (old, without(old, &value)?) {
                    (None, _) => {}
                    (Some(_), Some(rest)) => set(&mut new, &path, rest)?,
                    (Some(_), None) => removed.push(path),
                },
            }
        }
        // From behind, so that the numbers of list elements stay those of the old item.
        removed.sort();
        for path in removed.iter().rev() {
            remove(&mut new, path)?;
        }
        Ok((new, touched))
    }
}

/// The sum of numbers, or the union of sets.
fn added(old: Option<&Value>, operand: &Value) -> Evaluated {
    let is_set = matches!(value::parts(operand), Some(("SS" | "NS" | "BS", _)));
    let number = value::as_number(operand);
    match (old, number) {
        (None, _) if is_set || number.is_some() => Ok(operand.clone()),
        (Some(old), Some(number)) => {
            let old = value::as_number(old).ok_or_else(wrong_type)?;
            Ok(json!({ "N": old.plus(number, false)?.text() }))
        }
        (Some(old), None) => {
            let (kind, mut members, others) = sets(old, operand)?;
            members.extend(others.into_iter().filter(|other| !members.contains(other)).collect::<Vec<_>>());
            Ok(json!({ kind: members }))
        }
        _ => Err(wrong_type()),
    }
}

/// A set without some members; none where nothing is left.
fn without(old: Option<&Value>, operand: &Value) -> Result<Option<Value>, Failure> {
    let (kind, members, others) = sets(old.unwrap_or(operand), operand)?;
    let rest: Vec<Value> = members.into_iter().filter(|member| !others.contains(member)).collect();
    Ok((!rest.is_empty()).then(|| json!({ kind: rest })))
}

/// The type and the members of two sets of the same type.
fn sets<'v>(left: &'v Value, right: &Value) -> Result<(&'v str, Vec<Value>, Vec<Value>), Failure> {
    match (value::parts(left), value::parts(right)) {
        (Some((kind @ ("SS" | "NS" | "BS"), Value::Array(left))), Some((other, Value::Array(right))))
            if kind == other =>
        {
            Ok((kind, left.clone(), right.clone()))
        }
        _ => Err(wrong_type()),
    }
}

fn value_mut<'i>(item: &'i mut Item, path: &[Step]) -> Option<&'i mut Value> {
    let (Step::Attribute(first), rest) = path.split_first()? else { return None };
    rest.iter().try_fold(item.get_mut(first)?, |value, step| match step {
        Step::Attribute(name) => value.get_mut("M")?.get_mut(name),
        Step::Index(index) => value.get_mut("L")?.get_mut(*index),
    })
}

fn invalid_path() -> Failure {
    Failure::validation("The document path provided in the update expression is invalid for update")
}

/// What holds the last step of a path.
enum Place<'i> {
    Member(&'i mut Item, &'i str),
    Element(&'i mut Vec<Value>, usize),
}

fn place<'i>(item: &'i mut Item, path: &'i [Step]) -> Result<Place<'i>, Failure> {
    match path {
        [Step::Attribute(name)] => Ok(Place::Member(item, name)),
        [parents @ .., last] => {
            let parent = value_mut(item, parents).ok_or_else(invalid_path)?;
            let place = match last {
                Step::Attribute(name) => {
                    parent.get_mut("M").and_then(Value::as_object_mut).map(|members| Place::Member(members, name))
                }
                Step::Index(index) => {
                    parent.get_mut("L").and_then(Value::as_array_mut).map(|list| Place::Element(list, *index))
                }
            };
            place.ok_or_else(invalid_path)
        }
        [] => Err(invalid_path()),
    }
}

/// Behind the end of a list, a value is appended.
fn set(item: &mut Item, path: &[Step], new: Value) -> Result<(), Failure> {
    match place(item, path)? {
        Place::Member(members, name) => {
            members.insert(name.to_owned(), new);
        }
        Place::Element(list, index) => match list.get_mut(index) {
            Some(element) => *element = new,
            None => list.push(new),
        },
    }
    Ok(())
}

fn remove(item: &mut Item, path: &[Step]) -> Result<(), Failure> {
    match place(item, path)? {
        Place::Member(members, name) => {
            members.shift_remove(name);
        }
        Place::Element(list, index) => {
            if index < list.len() {
                list.remove(index);
            }
        }
    }
    Ok(())
}
