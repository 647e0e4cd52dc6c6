//! From a document to the graph that is laid out: sizes of what is drawn, and the words on it.

use super::label::detail;
use super::text_width::{code_width, text_width};
use super::{Arrangement, NodeKind, STATE_HEIGHT};
use crate::asl::{Document, EdgeRef, Machine, ScopeId, ScopeRole, StateId, StateType, Target, TransitionKind, summary};
use crate::i18n::Messages;
use crate::layout::{self, EdgeKind, NodeRole, Size};

/// The least and greatest width of a state, in pixels.
const STATE_WIDTH: (f64, f64) = (150.0, 280.0);

/// What of a state's width is not text: the icon and the margins, in pixels.
const STATE_MARGIN: f64 = 76.0;

/// The button that folds a frame, in pixels.
const FOLD_BUTTON: f64 = 26.0;

/// A line, before it has a place.
#[derive(Clone, Debug)]
pub(super) struct PendingEdge {
    pub(super) edge: Option<EdgeRef>,
    pub(super) kind: Option<TransitionKind>,
    pub(super) label: Option<String>,
}

/// What is laid out, and what it stands for.
#[derive(Debug, Default)]
pub(super) struct Outline {
    pub(super) graph: layout::Graph,
    /// For each node of the graph, what it stands for; sorted.
    pub(super) kinds: Vec<NodeKind>,
    /// For each node of the graph, what stands under its name.
    pub(super) details: Vec<String>,
    /// For each edge of the graph, what it stands for.
    pub(super) edges: Vec<PendingEdge>,
}

impl Outline {
    /// The outline of a document.
    pub(super) fn new(document: &Document, words: &dyn Messages, arrangement: &Arrangement) -> Self {
        let is_hidden = arrangement.hidden_scopes(document.machine());
        let mut builder = Builder { document, words, arrangement, is_hidden, outline: Self::default() };
        builder.add_nodes();
        builder.add_edges();
        builder.add_shifts();
        builder.outline
    }

    fn node(&self, kind: NodeKind) -> Option<layout::NodeId> {
        self.kinds.binary_search(&kind).ok().map(|index| layout::NodeId(index as u32))
    }
}

struct Builder<'a> {
    document: &'a Document,
    words: &'a dyn Messages,
    arrangement: &'a Arrangement,
    is_hidden: Vec<bool>,
    outline: Outline,
}

impl Builder<'_> {
    /// Nodes are sorted by kind, so that each is found by a search: states first, in the order of the text.
    fn add_nodes(&mut self) {
        let machine = self.document.machine();
        let is_hidden = |scope: ScopeId| self.is_hidden[scope.0 as usize];
        let drawn_states = machine.states().filter(|(_, state)| !is_hidden(state.scope));
        let mut kinds: Vec<NodeKind> = drawn_states.map(|(id, _)| NodeKind::State(id)).collect();
        for (id, scope) in machine.scopes().filter(|(id, _)| !is_hidden(*id)) {
            if scope.states.is_empty() {
                kinds.push(NodeKind::Empty(id));
                continue;
            }
            kinds.push(NodeKind::Start(id));
            if scope.states.iter().any(|state| ends(machine, *state)) {
                kinds.push(NodeKind::End(id));
            }
        }
        kinds.sort_unstable();
        self.outline.kinds = kinds;
        for (id, scope) in machine.scopes() {
            let title_height = if matches!(scope.role, ScopeRole::Branch(_)) { 20.0 } else { 0.0 };
            // Scopes keep their numbers; one that nothing frames is not drawn.
            let owner = scope.owner.filter(|_| !is_hidden(id));
            let parent = owner.and_then(|owner| self.outline.node(NodeKind::State(owner)));
            self.outline.graph.scopes.push(layout::Scope { parent, title_height });
        }
        for kind in self.outline.kinds.clone() {
            let mut text = String::new();
            let (scope, size, role) = match kind {
                NodeKind::State(id) => {
                    text = self.detail(id);
                    (machine.state(id).scope, self.state_size(id, &text), NodeRole::State)
                }
                NodeKind::Start(scope) => (scope, marker_size(scope, self.words.start()), NodeRole::Start),
                NodeKind::End(scope) => (scope, marker_size(scope, self.words.end()), NodeRole::End),
                NodeKind::Empty(scope) => (scope, Size { width: 150.0, height: 40.0 }, NodeRole::State),
            };
            self.outline.details.push(text);
            self.outline.graph.nodes.push(layout::Node { scope: layout::ScopeId(scope.0), size, role });
        }
    }

    /// What stands under a state's name; of a folded frame, how much it holds.
    fn detail(&self, id: StateId) -> String {
        let machine = self.document.machine();
        if !self.arrangement.is_folded(machine, id) {
            return detail(self.document, id, self.words);
        }
        let type_name = machine.state(id).state_type.map_or_else(|| self.words.unknown_type(), StateType::as_str);
        format!("{type_name} · {}", self.words.n_states_inside(n_inside(machine, id)))
    }

    fn state_size(&self, id: StateId, detail: &str) -> Size {
        let state = self.document.machine().state(id);
        let text = text_width(&state.name, 15.5).max(text_width(detail, 12.5));
        let mut margin = STATE_MARGIN;
        if state.state_type == Some(StateType::Choice) {
            margin += 18.0;
        }
        if !state.inner.is_empty() {
            margin += FOLD_BUTTON;
        }
        // Even numbers keep centre lines on whole pixels.
        let width = ((text + margin) / 2.0).ceil() * 2.0;
        Size { width: width.clamp(STATE_WIDTH.0, STATE_WIDTH.1), height: STATE_HEIGHT }
    }

    fn add_edges(&mut self) {
        let document = self.document;
        let machine = document.machine();
        for (id, scope) in machine.scopes() {
            let pending = PendingEdge { edge: Some(EdgeRef::Start(id)), kind: None, label: None };
            self.connect(NodeKind::Start(id), scope.start_at.as_ref(), pending, EdgeKind::Start);
        }
        for (id, state) in machine.states() {
            if self.is_hidden[state.scope.0 as usize] {
                continue;
            }
            for transition in &state.transitions {
                let kind = match transition.kind {
                    TransitionKind::Next => EdgeKind::Next,
                    TransitionKind::Choice(_) => EdgeKind::Choice,
                    TransitionKind::Default => EdgeKind::Default,
                    TransitionKind::Catch(_) => EdgeKind::Catch,
                };
                let pending = PendingEdge {
                    edge: Some(EdgeRef::Transition(id, transition.kind)),
                    kind: Some(transition.kind),
                    label: summary::transition(document, id, transition.kind, self.words.condition_phrases()),
                };
                self.connect(NodeKind::State(id), Some(&transition.target), pending, kind);
            }
            if ends(machine, id) {
                let edge = state.is_end.then_some(EdgeRef::End(id));
                let pending = PendingEdge { edge, kind: None, label: None };
                self.push_edge(NodeKind::State(id), NodeKind::End(state.scope), pending, EdgeKind::End);
            }
        }
    }

    /// What a person has moved, and is drawn.
    fn add_shifts(&mut self) {
        for (name, shift) in &self.arrangement.placements {
            let state = self.document.machine().find(name);
            if let Some(node) = state.and_then(|state| self.outline.node(NodeKind::State(state))) {
                self.outline.graph.shifts.push((node, *shift));
            }
        }
    }

    fn connect(&mut self, from: NodeKind, target: Option<&Target>, pending: PendingEdge, kind: EdgeKind) {
        if let Some(state) = target.and_then(|target| target.state) {
            self.push_edge(from, NodeKind::State(state), pending, kind);
        }
    }

    fn push_edge(&mut self, from: NodeKind, to: NodeKind, pending: PendingEdge, kind: EdgeKind) {
        let (Some(from), Some(to)) = (self.outline.node(from), self.outline.node(to)) else { return };
        let label =
            pending.label.as_ref().map(|text| Size { width: (code_width(text, 12.0) + 18.0).ceil(), height: 20.0 });
        self.outline.graph.edges.push(layout::Edge { from, to, kind, label });
        self.outline.edges.push(pending);
    }
}

/// The machine's own markers carry words; those inside frames are dots.
fn marker_size(scope: ScopeId, text: &str) -> Size {
    if scope == ScopeId::ROOT {
        Size { width: ((text_width(text, 12.0) + 28.0) / 2.0).ceil() * 2.0, height: 28.0 }
    } else {
        Size { width: 14.0, height: 14.0 }
    }
}

/// Whether a line leads from a state to the End marker. A Fail state ends by itself.
fn ends(machine: &Machine, id: StateId) -> bool {
    let state = machine.state(id);
    state.is_end || state.state_type == Some(StateType::Succeed)
}

/// How many states lie inside a state, at any depth.
fn n_inside(machine: &Machine, id: StateId) -> usize {
    let mut count = 0;
    let mut open = machine.state(id).inner.clone();
    while let Some(scope) = open.pop() {
        for &state in &machine.scope(scope).states {
            count += 1;
            open.extend(&machine.state(state).inner);
        }
    }
    count
}
