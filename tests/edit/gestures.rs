//! Random gestures, made to fit whatever the document is at that moment.

use pasos::asl::{Document, EdgeRef, Machine, ScopeId, StateId, StateType};
use pasos::edit::commands::{
    AddBranch, AddCatcher, AddChoiceRule, ConnectStates, ConvertType, DeleteStates, DuplicateStates, EditText,
    ExtractToMachine, InsertFragment, MoveItem, MoveStates, Reconnect, RemoveItem, RemoveTransition, RenameState,
    SetField, SetStartAt, SetTarget, Unwrap, WrapStates,
};
use pasos::edit::{Command, FieldValue, Place, copy_fragment};
use pasos::layout::Shift;
use pasos::text::{Edits, Pointer, Span};
use proptest::prelude::*;
use serde_json::json;

/// Numbers of which a gesture is made.
#[derive(Clone, Debug)]
pub(crate) struct Gesture {
    kind: u8,
    a: usize,
    b: usize,
    c: usize,
}

pub(crate) fn gestures(n_gestures: usize) -> impl Strategy<Value = Vec<Gesture>> {
    let gesture = (any::<u8>(), any::<u16>(), any::<u16>(), any::<u16>()).prop_map(|(kind, a, b, c)| Gesture {
        kind,
        a: usize::from(a),
        b: usize::from(b),
        c: usize::from(c),
    });
    prop::collection::vec(gesture, n_gestures)
}

/// Above this many states a gesture deletes some, as sessions would else only ever grow.
const MANY: usize = 40;

const FRAGMENTS: [&str; 4] = [
    r#"{"S1": {"Type": "Pass"}}"#,
    r#"{"StartAt": "W", "States": {"W": {"Type": "Wait", "Seconds": 1.0, "Next": "S2"}, "S2": {"Type": "Choice",
        "Choices": [{"Variable": "$.a", "IsNull": true, "Next": "W"}], "Default": "Z"}, "Z": {"Type": "Pass", "End": true}}}"#,
    r#"{"StartAt": "P", "States": {"P": {"Type": "Parallel", "Branches": [{"States": {}}, {"StartAt": "S3", "States": {
        "S3": {"Type": "Succeed"}}}], "Catch": [{"ErrorEquals": ["A"], "Next": "F"}], "End": true}, "F": {"Type": "Fail"}}}"#,
    r#"{"T": {"Type": "Task", "Resource": "r", "Next": "Nowhere"}, "Only": {"Type": "Succeed"}}"#,
];

impl Gesture {
    /// A gesture that keeps a right machine right.
    pub(crate) fn command(&self, document: &Document) -> Command {
        let machine = document.machine();
        let Self { kind, a, b, c } = *self;
        let state = |number: usize| StateId((number % machine.n_states().max(1)) as u32);
        if machine.n_states() > MANY {
            return Command::from(DeleteStates { states: self.selection(machine) });
        }
        let states = self.selection(machine);
        let neighbour = self.neighbour(machine, state(a));
        match kind % 26 {
            0..=4 => Command::from(MoveStates { states, place: self.place(machine) }),
            5 => {
                let fragment = FRAGMENTS[c % FRAGMENTS.len()].to_owned();
                Command::from(InsertFragment { place: self.place(machine), fragment })
            }
            6 => {
                let fragment = copy_fragment(document, &states).unwrap_or_default();
                Command::from(InsertFragment { place: self.place(machine), fragment })
            }
            7 | 8 => Command::from(DeleteStates { states }),
            9 => Command::from(DuplicateStates { states }),
            10 => Command::from(ConnectStates { from: state(a), to: neighbour }),
            11 => Command::from(AddCatcher { state: state(a), target: neighbour, errors: vec![format!("E{c}")] }),
            12 => Command::from(Reconnect { edge: self.edge(machine), from: self.neighbour(machine, state(a)) }),
            13 => Command::from(WrapStates { states, state_type: StateType::Parallel }),
            14 => Command::from(WrapStates { states, state_type: StateType::Map }),
            15 | 16 => Command::from(Unwrap { state: self.frame(machine).unwrap_or(state(a)) }),
            17 => Command::from(ExtractToMachine { states, name: format!("machine-{c}") }),
            18 => Command::from(AddBranch { state: self.frame(machine).unwrap_or(state(a)) }),
            19 => Command::from(RemoveItem { list: self.list(document), index: c % 3 }),
            20 => Command::from(MoveItem { list: self.list(document), from: b % 3, to: c % 3 }),
            21 => Command::from(AddChoiceRule { state: state(a), condition: None, target: neighbour }),
            22 => Command::from(SetStartAt { state: state(a) }),
            23 => Command::from(ConvertType { state: state(a), state_type: StateType::ALL[c % 8] }),
            24 if b % 4 == 0 => self.removal(machine, state(a)),
            24 => Command::from(SetTarget { edge: self.edge(machine), target: Some(neighbour).filter(|_| c % 3 > 0) }),
            _ => Command::from(RenameState { state: state(a), name: format!("S{}", c % 60) }),
        }
    }

    /// Now and then, a state that is moved by hand instead.
    pub(crate) fn placement(&self, machine: &Machine) -> Option<(String, Shift)> {
        let Self { kind, a, b, c } = *self;
        let state = machine.get(StateId((a % machine.n_states().max(1)) as u32)).filter(|_| kind >= 240)?;
        let length = |number: usize| (number % 800) as f64 - 400.0;
        Some((state.name.to_string(), Shift { across: length(b), along: length(c) }))
    }

    /// A gesture that may make anything of the definition, as long as it is JSON.
    pub(crate) fn wild_command(&self, document: &Document) -> Command {
        let machine = document.machine();
        let Self { kind, a, b, c } = *self;
        let node = machine.states().nth(a % machine.n_states().max(1)).map(|(_, state)| state.node);
        let object = node.map(|node| document.tree().pointer(node)).unwrap_or_default();
        match kind % 8 {
            0 => {
                let field =
                    ["Next", "End", "Type", "Catch", "Choices", "Branches", "States", "StartAt", "Default"][b % 9];
                let value = [json!(1), json!("S1"), json!([]), json!({}), json!(true), json!([{}, 1]), json!("Map")]
                    [c % 7]
                    .clone();
                let value = Some(FieldValue::Value(value)).filter(|_| a % 5 > 0);
                Command::from(SetField { object, field: field.to_owned(), value })
            }
            1 if document.tree().root().is_some_and(|root| document.tree().span(root).len() > 2) => {
                // Spaces between values change nothing but the layout.
                let root = document.tree().root().map(|root| document.tree().span(root).start).unwrap_or_default();
                Command::from(EditText {
                    edits: Edits::replace(Span::empty(root + 1), ["\n", " ", "\t", "\r\n"][b % 4]),
                })
            }
            _ => self.command(document),
        }
    }

    /// One of the ways of a state goes; another state gets a rule where there is none.
    fn removal(&self, machine: &Machine, state: StateId) -> Command {
        let kind = machine.get(state).and_then(|state| state.transitions.get(self.c % state.transitions.len().max(1)));
        match kind {
            Some(transition) => Command::from(RemoveTransition { state, kind: transition.kind }),
            None => Command::from(SetStartAt { state }),
        }
    }

    /// One to three states, mostly of one scope.
    fn selection(&self, machine: &Machine) -> Vec<StateId> {
        let Self { a, b, c, .. } = *self;
        let first = StateId((a % machine.n_states().max(1)) as u32);
        let Some(state) = machine.get(first) else { return vec![first] };
        let siblings = &machine.scope(state.scope).states;
        let index = siblings.iter().position(|other| *other == first).unwrap_or_default();
        let mut selection: Vec<StateId> = siblings.iter().copied().skip(index).take(1 + b % 3).collect();
        if c.is_multiple_of(7) {
            selection.push(StateId((c % machine.n_states()) as u32));
        }
        selection
    }

    /// A state of the same scope, or now and then of another one.
    fn neighbour(&self, machine: &Machine, state: StateId) -> StateId {
        let Some(state) = machine.get(state) else { return state };
        let siblings = &machine.scope(state.scope).states;
        if self.c.is_multiple_of(11) {
            return StateId((self.b % machine.n_states()) as u32);
        }
        siblings[self.b % siblings.len()]
    }

    fn edge(&self, machine: &Machine) -> EdgeRef {
        let mut edges: Vec<EdgeRef> = machine.scopes().map(|(scope, _)| EdgeRef::Start(scope)).collect();
        for (id, state) in machine.states() {
            edges.extend(state.transitions.iter().map(|transition| EdgeRef::Transition(id, transition.kind)));
            edges.extend(state.is_end.then_some(EdgeRef::End(id)));
        }
        edges.get(self.b % edges.len().max(1)).copied().unwrap_or(EdgeRef::Start(ScopeId::ROOT))
    }

    fn place(&self, machine: &Machine) -> Place {
        let scope = ScopeId((self.b % machine.scopes().count().max(1)) as u32);
        match self.c % 8 {
            0 => Place::Loose(scope),
            1 => Place::After(StateId((self.b % machine.n_states().max(1)) as u32)),
            2 | 3 => {
                let empty = machine.scopes().find(|(_, scope)| scope.states.is_empty());
                Place::Empty(empty.map_or(scope, |(scope, _)| scope))
            }
            4 if self.b.is_multiple_of(2) => Place::Rule(StateId((self.b % machine.n_states().max(1)) as u32)),
            4 => Place::Catcher(StateId((self.b % machine.n_states().max(1)) as u32)),
            _ => Place::Edge(self.edge(machine)),
        }
    }

    fn frame(&self, machine: &Machine) -> Option<StateId> {
        let frames: Vec<StateId> =
            machine.states().filter(|(_, state)| !state.inner.is_empty()).map(|(id, _)| id).collect();
        frames.get(self.a % frames.len().max(1)).copied()
    }

    fn list(&self, document: &Document) -> Pointer {
        let tree = document.tree();
        let lists: Vec<Pointer> = document
            .machine()
            .states()
            .flat_map(|(_, state)| {
                ["Branches", "Choices", "Catch"].iter().filter_map(move |field| tree.get(state.node, field))
            })
            .map(|list| tree.pointer(list))
            .collect();
        lists.get(self.a % lists.len().max(1)).cloned().unwrap_or_default()
    }
}
