//! The variables that each state reads and assigns, and which of them have a value when a state is entered
//! (developer guide, "Passing data between states with variables").

use super::assigned::{Assigned, Bits};
use super::expressions::{Exit, expressions, path_variables};
use super::place::span_inside;
use crate::asl::{Document, QueryLanguage, StateId};
use crate::expr::jsonata::named_variables;
use crate::text::Span;
use crate::text::json::NodeId;
use std::collections::{BTreeMap, BTreeSet};

/// One place where a variable is read. All reads of a state see the values at its entry.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// Without `$`.
    pub name: String,
    /// Where it stands in the text, with its `$`.
    pub span: Span,
    /// The string that holds it.
    pub node: NodeId,
    /// Whether it is only asked whether it has a value.
    pub is_test: bool,
    /// Whether it stands in an `Assign`.
    pub is_assigned: bool,
    /// By which way out it counts.
    pub exit: Exit,
}

/// One place where a variable is assigned.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    /// Without `.$`.
    pub name: String,
    /// The key in the text, with its quotes.
    pub span: Span,
    /// The value assigned.
    pub node: NodeId,
    /// By which way out it is assigned.
    pub exit: Exit,
}

/// The variables of one state.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StateVariables {
    /// In the order of the text.
    pub reads: Vec<Read>,
    /// In the order of the text.
    pub writes: Vec<Write>,
}

/// Whether a variable has a value when a state is entered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Before {
    /// By every way that leads there.
    Always,
    /// By some.
    Sometimes,
    /// By none.
    Never,
    /// No way leads to the state.
    Unreached,
}

/// The variables of a machine.
#[derive(Clone, Debug)]
pub struct Variables {
    states: Vec<StateVariables>,
    numbers: BTreeMap<String, usize>,
    assigned: Assigned,
    tested: BTreeSet<String>,
}

/// Finds the variables of a machine. The time grows with the definition, and with the number of variables by 1/64.
pub fn variables(document: &Document) -> Variables {
    let machine = document.machine();
    let mut states: Vec<StateVariables> =
        machine.states().map(|(id, _)| StateVariables { reads: Vec::new(), writes: writes(document, id) }).collect();
    let names: BTreeSet<String> =
        states.iter().flat_map(|state| state.writes.iter().map(|write| write.name.clone())).collect();
    for (id, _) in machine.states() {
        states[id.0 as usize].reads = reads(document, id, &names);
    }
    let tested = states.iter().flat_map(|state| &state.reads).filter(|read| read.is_test);
    let tested = tested.map(|read| read.name.clone()).collect();
    let numbers: BTreeMap<String, usize> = names.into_iter().enumerate().map(|(index, name)| (name, index)).collect();
    let assigned = Assigned::new(document, &states, &numbers);
    Variables { states, numbers, assigned, tested }
}

impl Variables {
    /// What a state reads and assigns.
    pub fn of(&self, state: StateId) -> &StateVariables {
        &self.states[state.0 as usize]
    }

    /// The names that a state reads, each once, in alphabetical order: what AWS lists as `variableReferences`.
    pub fn references(&self, state: StateId) -> BTreeSet<&str> {
        self.of(state).reads.iter().map(|read| read.name.as_str()).collect()
    }

    /// Whether a variable has a value when a state is entered.
    pub fn before(&self, state: StateId, name: &str) -> Before {
        let Some((always, sometimes)) = self.assigned.before(state) else { return Before::Unreached };
        match self.numbers.get(name) {
            Some(number) if has(always, *number) => Before::Always,
            Some(number) if has(sometimes, *number) => Before::Sometimes,
            _ => Before::Never,
        }
    }

    /// The variables that may have a value when a state is entered, in alphabetical order.
    pub fn visible(&self, state: StateId) -> Vec<&str> {
        let Some((_, sometimes)) = self.assigned.before(state) else { return Vec::new() };
        self.numbers.iter().filter(|(_, number)| has(sometimes, **number)).map(|(name, _)| name.as_str()).collect()
    }

    /// Whether some expression asks whether the variable has a value (`IsPresent`, `$exists`).
    pub fn is_tested(&self, name: &str) -> bool {
        self.tested.contains(name)
    }
}

fn has(bits: &Bits, number: usize) -> bool {
    bits.get(number / 64).is_some_and(|word| word >> (number % 64) & 1 == 1)
}

fn writes(document: &Document, state: StateId) -> Vec<Write> {
    let tree = document.tree();
    let found = document.machine().state(state);
    let mut places = vec![(found.node, Exit::Usual)];
    for (field, exit) in [("Choices", Exit::Choice as fn(usize) -> Exit), ("Catch", Exit::Catch)] {
        let items = tree.get(found.node, field).map(|list| tree.items(list)).unwrap_or_default();
        places.extend(items.iter().enumerate().map(|(index, item)| (*item, exit(index))));
    }
    let mut writes = Vec::new();
    for (object, exit) in places {
        let Some(assign) = tree.get(object, "Assign") else { continue };
        for member in tree.members(assign) {
            let name = match found.query_language {
                QueryLanguage::JSONPath => member.key.strip_suffix(".$").unwrap_or(&member.key),
                QueryLanguage::JSONata => &member.key,
            };
            writes.push(Write { name: name.to_owned(), span: member.key_span, node: member.value, exit });
        }
    }
    writes.sort_by_key(|write| write.span.start);
    writes
}

fn reads(document: &Document, state: StateId, assigned: &BTreeSet<String>) -> Vec<Read> {
    let mut reads = Vec::new();
    for expression in expressions(document, state) {
        let read = |name: &str, range: std::ops::Range<usize>, is_test: bool| Read {
            name: name.to_owned(),
            span: span_inside(
                document,
                expression.node,
                expression.offset + range.start..expression.offset + range.end,
            ),
            node: expression.node,
            is_test,
            is_assigned: expression.is_assigned,
            exit: expression.exit,
        };
        match expression.language {
            QueryLanguage::JSONPath => {
                let found = path_variables(expression.text);
                reads.extend(found.into_iter().map(|(name, range)| read(name, range, expression.is_test)));
            }
            QueryLanguage::JSONata => {
                let found = named_variables(expression.text);
                let found = found.into_iter().filter(|found| !found.is_function_name || assigned.contains(&found.name));
                reads.extend(found.map(|found| read(&found.name, found.range, found.is_test)));
            }
        }
    }
    reads
}
