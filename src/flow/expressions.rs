//! The expressions of a state: every path, call of an intrinsic function and JSONata expression in its fields, with what
//! it is evaluated on.

use crate::asl::{Document, QueryLanguage, StateId, StateType};
use crate::expr::jsonata;
use crate::text::json::{NodeId, NodeKind};

/// What `$` is in an expression of the JSONPath language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Data {
    /// The state's input.
    Input,
    /// The input after `InputPath`.
    Effective,
    /// What the work gave.
    Result,
    /// What the state is about to put out.
    Output,
    /// The error that a catcher handles.
    Error,
}

/// By which way out of a state something counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// By every way but those of its rules and catchers.
    Usual,
    /// By the rule of this number.
    Choice(usize),
    /// By the catcher of this number.
    Catch(usize),
}

/// One expression.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Expression<'a> {
    /// The string that holds it.
    pub node: NodeId,
    /// The path or call; in the JSONata language the text between `{%` and `%}`.
    pub text: &'a str,
    /// Where that starts in the content of the string, in bytes.
    pub offset: usize,
    /// Its language.
    pub language: QueryLanguage,
    /// What `$` is.
    pub data: Data,
    /// By which way out it counts.
    pub exit: Exit,
    /// The state's field in which it stands: `Parameters`.
    pub field: &'a str,
    /// Whether the variable that it names is only asked for (`IsPresent`).
    pub is_test: bool,
    /// Whether it is a member of an `Assign`.
    pub is_assigned: bool,
    /// Whether it is the value of a key that ends in `.$`, in a payload template.
    pub is_member: bool,
}

impl Expression<'_> {
    /// Whether it looks into what an `ItemReader` reads, as `ItemsPath` does beside one.
    pub(super) fn is_of_reader(&self, document: &Document, state: StateId) -> bool {
        let node = document.machine().state(state).node;
        self.field == "ItemsPath" && document.tree().get(node, "ItemReader").is_some()
    }
}

/// Fields that hold payload templates.
const TEMPLATES: [&str; 6] = ["Parameters", "ResultSelector", "ItemSelector", "Assign", "Credentials", "BatchInput"];

/// Fields in which nothing is evaluated, or what belongs to other states.
const SKIPPED: [&str; 11] = [
    "Type",
    "Comment",
    "Next",
    "Default",
    "Resource",
    "QueryLanguage",
    "ResultPath",
    "Branches",
    "ItemProcessor",
    "Iterator",
    "Label",
];

/// The expressions of a state, in the order of the text; those of inner states are not among them.
pub fn expressions(document: &Document, state: StateId) -> Vec<Expression<'_>> {
    let found = document.machine().state(state);
    let mut walk = Walk { document, language: found.query_language, state_type: found.state_type, found: Vec::new() };
    for member in document.tree().members(found.node) {
        let key = &*member.key;
        // A literal: what looks like an expression in it is none.
        if SKIPPED.contains(&key) || (key == "Result" && walk.language == QueryLanguage::JSONPath) {
            continue;
        }
        let at = At { field: key, exit: Exit::Usual, is_template: false, is_assigned: false };
        walk.member(found.node, key, member.value, at);
    }
    walk.found
}

#[derive(Clone, Copy)]
struct At<'a> {
    field: &'a str,
    exit: Exit,
    is_template: bool,
    is_assigned: bool,
}

struct Walk<'a> {
    document: &'a Document,
    language: QueryLanguage,
    state_type: Option<StateType>,
    found: Vec<Expression<'a>>,
}

impl<'a> Walk<'a> {
    fn member(&mut self, object: NodeId, key: &'a str, value: NodeId, at: At<'a>) {
        let tree = self.document.tree();
        let at = At { is_assigned: at.is_assigned || (key == "Assign" && !at.is_template), ..at };
        if self.language == QueryLanguage::JSONata {
            return self.value(value, at);
        }
        let is_path = key.ends_with("Path") || key == "Variable";
        if key.ends_with(".$") || (!at.is_template && is_path && key != "ResultPath") {
            if let Some(text) = tree.as_str(value) {
                let is_test = key == "Variable" && tree.member(object, "IsPresent").is_some();
                let is_member = key.ends_with(".$");
                self.found.push(Expression { is_test, is_member, ..self.expression(value, text, 0, at) });
            }
            return;
        }
        let is_template = at.is_template || TEMPLATES.contains(&key);
        self.value(value, At { is_template, ..at });
    }

    /// Recurses as deep as the text nests, which the JSON reader bounds.
    fn value(&mut self, node: NodeId, at: At<'a>) {
        let tree = self.document.tree();
        match tree.kind(node) {
            NodeKind::Object(members) => {
                for member in members {
                    if at.is_template || at.is_assigned || !SKIPPED.contains(&&*member.key) {
                        self.member(node, &member.key, member.value, at);
                    }
                }
            }
            NodeKind::Array(items) => {
                for (index, item) in items.iter().enumerate() {
                    let exit = match (at.field, at.exit) {
                        ("Choices", Exit::Usual) => Exit::Choice(index),
                        ("Catch", Exit::Usual) => Exit::Catch(index),
                        (_, exit) => exit,
                    };
                    self.value(*item, At { exit, ..at });
                }
            }
            NodeKind::String(text) if self.language == QueryLanguage::JSONata => {
                if let Some(expression) = jsonata::expression(text) {
                    self.found.push(self.expression(node, expression, 2, at));
                }
            }
            _ => {}
        }
    }

    fn expression(&self, node: NodeId, text: &'a str, offset: usize, at: At<'a>) -> Expression<'a> {
        let has_result =
            matches!(self.state_type, Some(StateType::Task | StateType::Parallel | StateType::Map | StateType::Pass));
        let data = match (at.field, at.exit) {
            (_, Exit::Catch(_)) => Data::Error,
            ("InputPath" | "Credentials" | "ErrorPath" | "CausePath", _) => Data::Input,
            ("OutputPath", _) => Data::Output,
            ("ResultSelector", _) => Data::Result,
            ("Assign", _) if has_result => Data::Result,
            _ => Data::Effective,
        };
        Expression {
            node,
            text,
            offset,
            language: self.language,
            data,
            exit: at.exit,
            field: at.field,
            is_test: false,
            is_assigned: at.is_assigned,
            is_member: false,
        }
    }
}

/// The variables that a path, or the paths in a call, start with: each name with its range in bytes, `$` included.
pub(super) fn path_variables(text: &str) -> Vec<(&str, std::ops::Range<usize>)> {
    let mut found = Vec::new();
    let mut quote = None;
    let mut before = ' ';
    let mut characters = text.char_indices();
    while let Some((index, character)) = characters.next() {
        match (quote, character) {
            (_, '\\') => {
                characters.next();
            }
            (Some(open), _) if open == character => quote = None,
            (Some(_), _) => {}
            (None, '\'' | '"') => quote = Some(character),
            // A name inside a path, as in `$.a.$b`, is a field.
            (None, '$') if matches!(before, ' ' | '(' | ',') => {
                let rest = &text[index + 1..];
                let length = rest.find(|other: char| !(other.is_alphanumeric() || other == '_')).unwrap_or(rest.len());
                if length > 0 {
                    found.push((&rest[..length], index..index + 1 + length));
                }
            }
            _ => {}
        }
        before = character;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_variables_of_paths_and_calls() {
        let names = |text| path_variables(text).into_iter().map(|(name, _)| name).collect::<Vec<_>>();
        assert_eq!(names("$a.b[0]"), ["a"]);
        assert_eq!(names("$.a.$b"), Vec::<&str>::new());
        assert_eq!(names("$$.Execution.Id"), Vec::<&str>::new());
        assert_eq!(names("States.Format('$x {} \\'$y', $z, States.ArrayGetItem($list, 0))"), ["z", "list"]);
    }

    #[test]
    fn tells_what_each_is_evaluated_on() {
        let document = Document::new(
            r#"{"StartAt": "A", "States": {"A": {"Type": "Task", "InputPath": "$.i", "Result": {"x.$": "$.no"},
                "Parameters": {"p.$": "$.p", "SomePath": "$.no"}, "ResultSelector": {"r.$": "$.r"}, "Assign": {"v.$": "$.v"},
                "Catch": [{"Assign": {"e.$": "$.e"}, "ResultPath": "$.no"}], "ResultPath": "$.no", "OutputPath": "$.o"}}}"#,
        );
        let found: Vec<_> =
            expressions(&document, StateId(0)).iter().map(|found| (found.text, found.data, found.exit)).collect();
        let expected = [
            ("$.i", Data::Input, Exit::Usual),
            ("$.p", Data::Effective, Exit::Usual),
            ("$.r", Data::Result, Exit::Usual),
            ("$.v", Data::Result, Exit::Usual),
            ("$.e", Data::Error, Exit::Catch(0)),
            ("$.o", Data::Output, Exit::Usual),
        ];
        assert_eq!(found, expected);
    }
}
