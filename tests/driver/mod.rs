//! A person at the canvas without a canvas: gestures by the names of states, and checks after each of them.
//!
//! ```ignore
//! Session::open(TEXT).drag("A", edge("B", "C")).assert_flow("^>B B>A A>C C>.").undo().assert_text(TEXT);
//! ```
//!
//! After every gesture the text is right JSON, the document is the one that a fresh reading of it gives, drawing
//! included, and undo and redo lead to the same bytes.

use pasos::asl::{Document, EdgeRef, Machine, ScopeId, StateId, StateKey, StateType, TransitionKind};
use pasos::diagram::{Arrangement, Diagram, Drawn, NodeKind, STATE_HEIGHT, diagram};
use pasos::edit::commands::{
    AddBranch, AddCatcher, ConnectStates, ConvertType, DeleteStates, DuplicateStates, ExtractToMachine, InsertFragment,
    MoveStates, Reconnect, RenameState, SetStartAt, Unwrap, WrapStates,
};
use pasos::edit::{Command, Label, Place, Refusal, StepKind, copy_fragment, plan};
use pasos::i18n::Language;
use pasos::interact::{Effect, Event, Grip, Hand, Press, landing, placed, state_at};
use pasos::layout::{Direction, Point};
use pasos::project::Editor;
use pasos::text::Pointer;
use serde_json::Value;

/// A place by the names of the states around it.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Spot<'a> {
    /// The edge from one state to another.
    Edge(&'a str, &'a str),
    /// The way from the start of the machine.
    Start,
    /// The way from a state to the end.
    End(&'a str),
    /// Behind a state.
    After(&'a str),
    /// A branch of a state, from 0.
    Inside(&'a str, usize),
    /// Beside the machine's states.
    Loose,
}

/// The edge from one state to another.
pub(crate) fn edge<'a>(from: &'a str, to: &'a str) -> Spot<'a> {
    Spot::Edge(from, to)
}

/// An open document, a clipboard, and what the last command made.
#[derive(Clone, Debug)]
pub(crate) struct Session {
    editor: Editor,
    clipboard: String,
    extracted: Option<(String, String)>,
    dropped: Vec<String>,
    placed: Vec<String>,
}

impl Session {
    #[track_caller]
    pub(crate) fn open(text: &str) -> Self {
        let editor = Editor::new(text);
        assert_eq!(editor.document().syntax_errors(), [], "a session starts with right JSON");
        Self { editor, clipboard: String::new(), extracted: None, dropped: Vec::new(), placed: Vec::new() }
    }

    pub(crate) fn document(&self) -> &Document {
        self.editor.document()
    }

    fn machine(&self) -> &Machine {
        self.document().machine()
    }

    #[track_caller]
    pub(crate) fn id(&self, name: &str) -> StateId {
        self.machine().find(name).unwrap_or_else(|| panic!("no state {name} in {}", self.document().text()))
    }

    fn ids(&self, names: &[&str]) -> Vec<StateId> {
        names.iter().map(|name| self.id(name)).collect()
    }

    #[track_caller]
    pub(crate) fn edge(&self, from: &str, to: &str) -> EdgeRef {
        let id = self.id(from);
        let transitions = &self.machine().state(id).transitions;
        let found = transitions.iter().find(|transition| &*transition.target.name == to);
        EdgeRef::Transition(id, found.unwrap_or_else(|| panic!("no edge from {from} to {to}")).kind)
    }

    #[track_caller]
    pub(crate) fn place(&self, spot: Spot<'_>) -> Place {
        match spot {
            Spot::Edge(from, to) => Place::Edge(self.edge(from, to)),
            Spot::Start => Place::Edge(EdgeRef::Start(ScopeId::ROOT)),
            Spot::End(state) => Place::Edge(EdgeRef::End(self.id(state))),
            Spot::After(state) => Place::After(self.id(state)),
            Spot::Inside(state, branch) => Place::Empty(self.machine().state(self.id(state)).inner[branch]),
            Spot::Loose => Place::Loose(ScopeId::ROOT),
        }
    }

    /// Does a command, with all checks.
    #[track_caller]
    pub(crate) fn act(mut self, command: &Command) -> Self {
        let before = self.document().text().to_owned();
        let transaction = match plan(self.document(), command) {
            Ok(transaction) => transaction,
            Err(refusal) => panic!("{command:?} was refused: {refusal:?}\n{before}"),
        };
        for language in Language::ALL {
            assert!(!language.messages().command_label(&transaction.label).is_empty());
        }
        self.editor.commit(&transaction, None);
        let after = self.document().text().to_owned();
        self.check();
        for name in transaction.placed.iter().chain(&transaction.select) {
            assert!(self.machine().find(name).is_some(), "{name} is not in {after}");
        }
        if !transaction.edits.is_empty() {
            assert!(self.editor.undo());
            assert_eq!(self.document().text(), before, "undo of {command:?}");
            assert!(self.editor.redo());
            assert_eq!(self.document().text(), after, "redo of {command:?}");
        }
        self.extracted = transaction.extracted;
        self.dropped = transaction.dropped;
        self.placed = transaction.placed;
        self
    }

    /// What holds after every gesture.
    #[track_caller]
    pub(crate) fn check(&self) {
        let text = self.document().text();
        assert_eq!(self.document().syntax_errors(), [], "{text}");
        assert!(serde_json::from_str::<Value>(text).is_ok(), "{text}");
        let fresh = Document::new(text);
        assert_eq!(self.document(), &fresh);
        let words = Language::En.messages();
        assert_eq!(diagram(self.document(), words), diagram(&fresh, words));
    }

    /// Tries a command that is refused and leaves no trace.
    #[track_caller]
    pub(crate) fn refused(mut self, command: &Command, refusal: &Refusal) -> Self {
        let (before, steps) = (self.document().text().to_owned(), self.editor.position());
        assert_eq!(self.editor.apply(command, None).as_ref(), Err(refusal));
        assert_eq!((self.document().text(), self.editor.position()), (before.as_str(), steps));
        for language in Language::ALL {
            assert!(!language.messages().refusal(refusal).is_empty());
        }
        self
    }

    #[track_caller]
    pub(crate) fn drag(self, name: &str, spot: Spot<'_>) -> Self {
        self.drag_all(&[name], spot)
    }

    #[track_caller]
    pub(crate) fn drag_all(self, names: &[&str], spot: Spot<'_>) -> Self {
        let command = Command::from(MoveStates { states: self.ids(names), place: self.place(spot) });
        self.act(&command)
    }

    /// Drags a state with a pointer, from its middle to a point of the drawing. Nothing happens where it cannot land.
    #[track_caller]
    pub(crate) fn drag_pointer(self, name: &str, to: Point) -> Self {
        let drawn = diagram(self.document(), Language::En.messages());
        let state = self.id(name);
        let node = drawn.nodes.iter().find(|node| node.kind == NodeKind::State(state)).unwrap();
        // The head of a frame is as high as a state.
        let from = Point { x: node.rect.x + node.rect.width / 2.0, y: node.rect.y + STATE_HEIGHT / 2.0 };
        assert_eq!(state_at(&drawn, from), Some(state));
        let Some(Effect::Drop { states, at }) = self.pull(state, from, to, false) else { return self };
        match landing(&drawn, self.machine(), at, 1.0, &states) {
            Some(landing) => self.act(&MoveStates { states, place: landing.place }.into()),
            None => self,
        }
    }

    /// What is to be done once a state has been pulled from one point to another and let go.
    #[track_caller]
    fn pull(&self, state: StateId, from: Point, to: Point, is_by_hand: bool) -> Option<Effect> {
        let document = self.editor.document();
        let press = Press { at: from, grip: Grip::State(state), is_adding: false, is_by_hand };
        let hand = [Event::Press(press), Event::Move(to)].into_iter().fold(Hand::default(), |hand, event| {
            let (next, effect) = hand.after(event, document, Vec::new);
            assert_eq!(effect, None, "nothing is done before the release");
            next
        });
        let (idle, effect) = hand.after(Event::Release, document, Vec::new);
        assert_eq!(idle, Hand::default());
        effect
    }

    /// Drags a state with a pointer and the alt key: there it stays, and the definition is as it was.
    #[track_caller]
    pub(crate) fn drag_by_hand(mut self, name: &str, by: Point) -> Self {
        let drawn = self.drawing();
        let state = self.id(name);
        let text = self.document().text().to_owned();
        let from = drawn.state(&StateKey::first(name)).unwrap().rect.center();
        let effect = self.pull(state, from, from.moved(by.x, by.y), true);
        let Some(Effect::Place { states, by }) = effect else { return self };
        let before = self.editor.placements().clone();
        let after = placed(&drawn, self.machine(), &before, &states, by, Direction::TopToBottom);
        let label = Label::new(StepKind::PlaceByHand, name).times(states.len());
        self.editor.change(label, None, |project| project.placements.clone_from(&after));
        self.check();
        assert_eq!(self.document().text(), text);
        if after != before {
            assert!(self.editor.undo());
            assert_eq!(self.editor.placements(), &before);
            assert!(self.editor.redo());
            assert_eq!(self.editor.placements(), &after);
        }
        self
    }

    /// The drawing, with the places by hand.
    pub(crate) fn drawing(&self) -> Diagram {
        let arrangement = Arrangement { placements: self.editor.placements().clone(), ..Arrangement::default() };
        Drawn::new(self.document(), Language::En.messages(), &arrangement, None).diagram().as_ref().clone()
    }

    /// The states that have places by hand.
    #[track_caller]
    pub(crate) fn assert_by_hand(self, names: &[&str]) -> Self {
        assert_eq!(self.editor.placements().keys().collect::<Vec<_>>(), names);
        self
    }

    #[track_caller]
    pub(crate) fn insert(self, fragment: &str, spot: Spot<'_>) -> Self {
        let command = Command::from(InsertFragment { place: self.place(spot), fragment: fragment.to_owned() });
        self.act(&command)
    }

    #[track_caller]
    pub(crate) fn copy(mut self, names: &[&str]) -> Self {
        self.clipboard = copy_fragment(self.document(), &self.ids(names)).unwrap();
        self
    }

    #[track_caller]
    pub(crate) fn cut(self, names: &[&str]) -> Self {
        self.copy(names).delete(names)
    }

    #[track_caller]
    pub(crate) fn paste(self, spot: Spot<'_>) -> Self {
        let fragment = self.clipboard.clone();
        self.insert(&fragment, spot)
    }

    pub(crate) fn clipboard(&self) -> &str {
        &self.clipboard
    }

    #[track_caller]
    pub(crate) fn delete(self, names: &[&str]) -> Self {
        let command = Command::from(DeleteStates { states: self.ids(names) });
        self.act(&command)
    }

    #[track_caller]
    pub(crate) fn duplicate(self, names: &[&str]) -> Self {
        let command = Command::from(DuplicateStates { states: self.ids(names) });
        self.act(&command)
    }

    #[track_caller]
    pub(crate) fn rename(self, name: &str, to: &str) -> Self {
        let command = Command::from(RenameState { state: self.id(name), name: to.to_owned() });
        self.act(&command)
    }

    #[track_caller]
    pub(crate) fn connect(self, from: &str, to: &str) -> Self {
        let command = Command::from(ConnectStates { from: self.id(from), to: self.id(to) });
        self.act(&command)
    }

    #[track_caller]
    pub(crate) fn catch(self, state: &str, target: &str, errors: &[&str]) -> Self {
        let errors = errors.iter().map(|error| (*error).to_owned()).collect();
        let command = Command::from(AddCatcher { state: self.id(state), target: self.id(target), errors });
        self.act(&command)
    }

    #[track_caller]
    pub(crate) fn reconnect(self, from: &str, to: &str, new_source: &str) -> Self {
        let command = Command::from(Reconnect { edge: self.edge(from, to), from: self.id(new_source) });
        self.act(&command)
    }

    #[track_caller]
    pub(crate) fn wrap_in_parallel(self, names: &[&str]) -> Self {
        let command = Command::from(WrapStates { states: self.ids(names), state_type: StateType::Parallel });
        self.act(&command)
    }

    #[track_caller]
    pub(crate) fn wrap_in_map(self, names: &[&str]) -> Self {
        let command = Command::from(WrapStates { states: self.ids(names), state_type: StateType::Map });
        self.act(&command)
    }

    #[track_caller]
    pub(crate) fn unwrap_frame(self, name: &str) -> Self {
        let command = Command::from(Unwrap { state: self.id(name) });
        self.act(&command)
    }

    #[track_caller]
    pub(crate) fn extract(self, names: &[&str], machine: &str) -> Self {
        let command = Command::from(ExtractToMachine { states: self.ids(names), name: machine.to_owned() });
        self.act(&command)
    }

    #[track_caller]
    pub(crate) fn convert(self, name: &str, state_type: StateType) -> Self {
        let command = Command::from(ConvertType { state: self.id(name), state_type });
        self.act(&command)
    }

    #[track_caller]
    pub(crate) fn add_branch(self, name: &str) -> Self {
        let command = Command::from(AddBranch { state: self.id(name) });
        self.act(&command)
    }

    #[track_caller]
    pub(crate) fn start_at(self, name: &str) -> Self {
        let command = Command::from(SetStartAt { state: self.id(name) });
        self.act(&command)
    }

    /// The list under a field of a state.
    pub(crate) fn list(&self, name: &str, field: &str) -> Pointer {
        let node = self.machine().state(self.id(name)).node;
        self.document().tree().pointer(node).join(field)
    }

    #[track_caller]
    pub(crate) fn undo(mut self) -> Self {
        assert!(self.editor.undo(), "there is nothing to undo");
        self.check();
        self
    }

    #[track_caller]
    pub(crate) fn redo(mut self) -> Self {
        assert!(self.editor.redo(), "there is nothing to redo");
        self.check();
        self
    }

    #[track_caller]
    pub(crate) fn go_to(mut self, position: usize) -> Self {
        self.editor.go_to(position);
        assert_eq!(self.editor.position(), position);
        self.check();
        self
    }

    /// What the steps of the history are called, and where the document stands among them.
    pub(crate) fn history(&self) -> (Vec<String>, usize) {
        let words = Language::En.messages();
        (self.editor.steps().map(|label| words.command_label(label)).collect(), self.editor.position())
    }

    #[track_caller]
    pub(crate) fn assert_text(self, expected: &str) -> Self {
        assert_eq!(self.document().text(), expected);
        self
    }

    #[track_caller]
    pub(crate) fn assert_asl(self, expected: &Value) -> Self {
        let value: Value = serde_json::from_str(self.document().text()).unwrap();
        assert_eq!(&value, expected);
        self
    }

    /// The value that a JSON Pointer names.
    #[track_caller]
    pub(crate) fn assert_at(self, pointer: &str, expected: &Value) -> Self {
        let value: Value = serde_json::from_str(self.document().text()).unwrap();
        assert_eq!(value.pointer(pointer), Some(expected), "{pointer} in {}", self.document().text());
        self
    }

    /// All ways, in any order: `^>A` start, `A>B` next, `A>.` end, `A?B` rule, `A:B` default, `A!B` catcher; `M{^>I I>.}`
    /// is what is inside a state. A name that is no state of the scope is followed by `✗`; `B (2)` is written `B2`.
    #[track_caller]
    pub(crate) fn assert_flow(self, expected: &str) -> Self {
        let sorted = |text: &str| {
            let mut words: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
            words.sort();
            words.join(" ")
        };
        let found = flow(self.machine(), ScopeId::ROOT);
        // A copy is called `B (2)`: here, `B2`.
        let found = (2..9).fold(found, |found, number| found.replace(&format!(" ({number})"), &number.to_string()));
        assert_eq!(sorted(&found), sorted(expected), "{}", self.document().text());
        self
    }

    #[track_caller]
    pub(crate) fn assert_dropped(self, expected: &[&str]) -> Self {
        assert_eq!(self.dropped, expected);
        self
    }

    #[track_caller]
    pub(crate) fn assert_placed(self, expected: &[&str]) -> Self {
        assert_eq!(self.placed, expected);
        self
    }

    /// The machine that the last command made.
    #[track_caller]
    pub(crate) fn extracted(&self) -> (&str, &str) {
        let (name, text) = self.extracted.as_ref().unwrap();
        (name, text)
    }
}

/// The ways of a scope, see [`Session::assert_flow`].
fn flow(machine: &Machine, scope: ScopeId) -> String {
    let found = machine.scope(scope);
    let named = |target: &pasos::asl::Target| match target.state {
        Some(_) => target.name.to_string(),
        None => format!("{}✗", target.name),
    };
    let mut words: Vec<String> = found.start_at.iter().map(|start| format!("^>{}", named(start))).collect();
    for id in &found.states {
        let state = machine.state(*id);
        let name = &state.name;
        for transition in &state.transitions {
            let sign = match transition.kind {
                TransitionKind::Next => '>',
                TransitionKind::Choice(_) => '?',
                TransitionKind::Default => ':',
                TransitionKind::Catch(_) => '!',
            };
            words.push(format!("{name}{sign}{}", named(&transition.target)));
        }
        if state.is_end {
            words.push(format!("{name}>."));
        }
        for inner in &state.inner {
            words.push(format!("{name}{{ {} }}", flow(machine, *inner)));
        }
    }
    words.join(" ")
}
