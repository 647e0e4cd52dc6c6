//! What a pointer does with states and lines: moving, connecting, selecting, and putting in from the palette.
//!
//! [`crate::interact`] says what a gesture means and where something would land; here the browser's events are given to it,
//! and what it says is done. Escape leaves no trace.

use super::viewing::Viewing;
use crate::asl::{EdgeRef, StateId, TransitionKind};
use crate::diagram::{Diagram, NodeKind};
use crate::edit::{Command, Place, allow};
use crate::interact::{
    Effect, Event, Gesture, Grip, Landing, Press, Tool, landing, landing_place, snapped, state_at, states_in,
};
use crate::layout::{Point, Rect};
use crate::palette::Item;
use crate::ui::actions::Actions;
use crate::ui::state::Workspace;
use leptos::ev;
use leptos::prelude::*;

/// What was begun by a menu or a key, and waits for a person to point somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::ui) enum Pending {
    /// A line waits for its end.
    Line {
        /// The name of the state that it starts from.
        from: String,
        /// Whether it is the way of errors.
        is_catch: bool,
    },
    /// States wait for the place where they are to stand.
    Place {
        /// Their names.
        names: Vec<String>,
    },
}

/// The gesture under way; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Gestures {
    workspace: Workspace,
    viewing: Viewing,
    host: NodeRef<leptos::html::Div>,
    /// What the pointer is doing.
    pub(super) gesture: RwSignal<Gesture>,
    /// The item of the palette that is being dragged.
    pub(super) item: RwSignal<Option<Item>>,
    /// Where the pointer is, in pixels of the canvas.
    pub(super) pointer: RwSignal<Point>,
    /// Where what is dragged would land, and whether it may.
    pub(super) landing: RwSignal<Option<(Landing, bool)>>,
    /// Whether the line that is being drawn is the way of errors.
    pub(super) is_catch: RwSignal<bool>,
    /// What waits for a person to point somewhere.
    pub(super) pending: RwSignal<Option<Pending>>,
    /// Called when a line is let go where there is no state: a state can be put there.
    pub(super) let_go: RwSignal<Option<StateId>>,
}

impl Gestures {
    pub(super) fn new(actions: Actions, host: NodeRef<leptos::html::Div>) -> Self {
        let Actions { workspace, viewing, pending, is_gesturing, .. } = actions;
        let gestures = Self {
            workspace,
            viewing,
            host,
            gesture: RwSignal::new(Gesture::default()),
            item: RwSignal::new(None),
            pointer: RwSignal::new(Point { x: 0.0, y: 0.0 }),
            landing: RwSignal::new(None),
            is_catch: RwSignal::new(false),
            pending,
            let_go: RwSignal::new(None),
        };
        gestures.listen();
        leptos::prelude::Effect::new(move |_| is_gesturing.set(gestures.is_under_way()));
        gestures
    }

    /// A place on the screen in pixels of the canvas.
    pub(super) fn at(self, x: i32, y: i32) -> Point {
        let rect = self.host.get_untracked().map(|host| host.get_bounding_client_rect());
        let (left, top) = rect.map_or((0.0, 0.0), |rect| (rect.left(), rect.top()));
        Point { x: f64::from(x) - left, y: f64::from(y) - top }
    }

    /// The pointer goes down on a state, a port, the end of a line, or the background.
    pub(super) fn press(self, grip: Grip, is_adding: bool, event: &ev::PointerEvent) {
        let at = self.at(event.client_x(), event.client_y());
        self.is_catch.set(false);
        let is_by_hand = event.alt_key();
        self.follow(Event::Press(Press { at, grip, tool: Tool::Hand, is_adding, is_by_hand }));
    }

    /// The pointer goes down on the port of errors.
    pub(super) fn press_catch(self, state: StateId, event: &ev::PointerEvent) {
        self.press(Grip::Port(state), false, event);
        self.is_catch.set(true);
    }

    /// The pointer takes an item of the palette.
    pub(super) fn take(self, item: Item, event: &ev::PointerEvent) {
        self.pointer.set(self.at(event.client_x(), event.client_y()));
        self.item.set(Some(item));
    }

    /// A person pointed at a state or at the background: ends what waits for that. Says whether something did.
    pub(super) fn end_pending(self, on: Option<StateId>, at: Point) -> bool {
        let find = |name: &String| self.workspace.document.with_untracked(|document| document.machine().find(name));
        match (self.pending.get_untracked(), on) {
            (None, _) => return false,
            // A line that leads nowhere is not wanted.
            (Some(Pending::Line { .. }), None) => self.pending.set(None),
            (Some(Pending::Line { from, is_catch }), Some(to)) => {
                self.pending.set(None);
                if let Some(from) = find(&from) {
                    self.connect(from, to, is_catch);
                }
            }
            (Some(Pending::Place { names }), _) => {
                self.pending.set(None);
                let states: Vec<StateId> = names.iter().filter_map(find).collect();
                let to = self.viewing.viewport.get_untracked().drawing_point(at);
                if let Some(from) = states.first().and_then(|state| self.rect_of(*state)).map(|rect| rect.center()) {
                    self.place(&states, Point { x: to.x - from.x, y: to.y - from.y });
                }
            }
        }
        true
    }

    /// Where the states that are being placed by hand would stand if they were let go now, in pixels of the drawing.
    pub(super) fn places(self) -> Vec<Rect> {
        let Gesture::Placing { states, from, at } = self.gesture.get() else { return Vec::new() };
        let by = self.distance(&states, Point { x: at.x - from.x, y: at.y - from.y });
        self.workspace.document.with_untracked(|document| {
            let place = |diagram: &Diagram, state| landing_place(diagram, document.machine(), state, by);
            let diagram = self.workspace.diagram.get_untracked();
            states.iter().filter_map(|state| place(&diagram, *state)).collect()
        })
    }

    fn rect_of(self, state: StateId) -> Option<Rect> {
        let kind = NodeKind::State(state);
        self.workspace.diagram.with_untracked(|diagram| diagram.node(kind).map(|node| node.rect))
    }

    /// A distance on the screen as one on the drawing, where one state alone comes to stand in line with others.
    fn distance(self, states: &[StateId], by: Point) -> Point {
        let scale = self.viewing.viewport.with_untracked(|viewport| viewport.scale);
        let by = Point { x: by.x / scale, y: by.y / scale };
        match states {
            [state] => self.workspace.diagram.with_untracked(|diagram| snapped(diagram, *state, by)),
            _ => Point { x: by.x.round(), y: by.y.round() },
        }
    }

    fn place(self, states: &[StateId], by: Point) {
        self.viewing.in_place(|| self.workspace.place_by_hand(states, by, None));
    }

    /// Whether something is being dragged or drawn.
    pub(super) fn is_under_way(self) -> bool {
        self.gesture.with(Gesture::is_under_way) || self.item.with(Option::is_some)
    }

    /// Puts an item into a place, or else where it belongs.
    pub(super) fn insert(self, item: &Item, place: Option<Place>) -> bool {
        self.workspace.insert_item(item, place)
    }

    fn listen(self) {
        let moved = window_event_listener(ev::pointermove, move |event| self.moved(&event));
        let up = window_event_listener(ev::pointerup, move |event| self.released(&event));
        let cancelled = window_event_listener(ev::pointercancel, move |_| self.cancel());
        let blurred = window_event_listener(ev::blur, move |_| self.cancel());
        let keys = window_event_listener(ev::keydown, move |event| {
            if event.key() == "Escape" && untrack(|| self.is_under_way()) {
                event.prevent_default();
                self.cancel();
            }
        });
        on_cleanup(move || {
            moved.remove();
            up.remove();
            cancelled.remove();
            blurred.remove();
            keys.remove();
        });
    }

    fn is_idle(self) -> bool {
        self.item.with_untracked(Option::is_none) && self.gesture.with_untracked(|gesture| *gesture == Gesture::Idle)
    }

    fn cancel(self) {
        if !self.is_idle() {
            self.item.set(None);
            self.follow(Event::Cancel);
        }
    }

    fn moved(self, event: &ev::PointerEvent) {
        if self.is_idle() {
            return;
        }
        let at = self.at(event.client_x(), event.client_y());
        self.pointer.set(at);
        self.follow(Event::Move(at));
        self.landing.set(self.find_landing(at));
    }

    fn released(self, event: &ev::PointerEvent) {
        if self.is_idle() {
            return;
        }
        let at = self.at(event.client_x(), event.client_y());
        if let Some(item) = self.item.get_untracked() {
            let place = self.find_landing(at).filter(|(_, may)| *may).map(|(landing, _)| landing.place);
            self.item.set(None);
            if let Some(place) = place {
                self.insert(&item, Some(place));
            }
        }
        self.follow(Event::Release);
        self.landing.set(None);
    }

    fn follow(self, event: Event) {
        let selection = untrack(|| self.workspace.selected_states());
        let (next, effect) = self.gesture.get_untracked().after(event, &selection);
        if self.gesture.with_untracked(|gesture| *gesture != next) {
            let is_over = next == Gesture::Idle;
            self.gesture.set(next);
            if is_over {
                self.landing.set(None);
            }
        }
        if let Some(effect) = effect {
            self.carry_out(effect);
        }
    }

    fn carry_out(self, effect: Effect) {
        match effect {
            // Clicks are the elements' own; the background is moved by `Pointers`.
            Effect::Click(_) | Effect::Pan { .. } => {}
            Effect::Drop { states, at } => {
                if let Some((landing, true)) = self.find_landing_of(&states, at) {
                    self.workspace.apply(&Command::MoveStates { states, place: landing.place });
                }
            }
            Effect::Place { states, by } => self.place(&states, self.distance(&states, by)),
            Effect::Select { area, is_adding } => self.select(area, is_adding),
            Effect::Connect { grip, at } => self.connected(grip, at),
        }
    }

    fn select(self, area: Rect, is_adding: bool) {
        let area = self.viewing.viewport.get_untracked().drawing_part(area);
        let mut names: Vec<String> = self.workspace.document.with_untracked(|document| {
            let machine = document.machine();
            let found = self.workspace.diagram.with_untracked(|diagram| states_in(diagram, machine, area));
            found.into_iter().map(|state| machine.state(state).name.to_string()).collect()
        });
        if is_adding {
            let before = untrack(|| self.workspace.selected_names());
            names.splice(0..0, before.into_iter().filter(|name| !names.contains(name)).collect::<Vec<_>>());
        }
        self.workspace.select_all(names);
    }

    fn connected(self, grip: Grip, at: Point) {
        let at = self.viewing.viewport.get_untracked().drawing_point(at);
        let target = self.workspace.diagram.with_untracked(|diagram| state_at(diagram, at));
        match (grip, target) {
            (Grip::Port(from), Some(to)) => self.connect(from, to, self.is_catch.get_untracked()),
            (Grip::Port(from), None) => self.let_go.set(Some(from)),
            (Grip::LineEnd(edge), target @ Some(_)) => {
                self.workspace.apply(&Command::SetTarget { edge, target });
            }
            (Grip::LineEnd(edge @ EdgeRef::Transition(_, TransitionKind::Next)), None) => {
                self.workspace.apply(&Command::SetTarget { edge, target: None });
            }
            (Grip::LineStart(edge), Some(from)) => {
                self.workspace.apply(&Command::Reconnect { edge, from });
            }
            _ => {}
        }
    }

    fn connect(self, from: StateId, to: StateId, is_catch: bool) {
        let command = if is_catch {
            Command::AddCatcher { state: from, target: to, errors: Vec::new() }
        } else {
            Command::ConnectStates { from, to }
        };
        self.workspace.apply(&command);
    }

    fn find_landing(self, at: Point) -> Option<(Landing, bool)> {
        if self.item.with_untracked(Option::is_some) {
            return self.landing_at(at, &[]);
        }
        match self.gesture.get_untracked() {
            Gesture::Dragging { states, .. } => self.find_landing_of(&states, at),
            _ => None,
        }
    }

    fn find_landing_of(self, states: &[StateId], at: Point) -> Option<(Landing, bool)> {
        let (landing, may) = self.landing_at(at, states)?;
        let may_move = self
            .workspace
            .document
            .with_untracked(|document| allow::move_states(document, states, landing.place).is_ok());
        Some((landing, may && may_move))
    }

    fn landing_at(self, at: Point, dragged: &[StateId]) -> Option<(Landing, bool)> {
        let (width, height) = self.viewing.size.get_untracked();
        if at.x < 0.0 || at.y < 0.0 || at.x > width || at.y > height {
            return None;
        }
        let viewport = self.viewing.viewport.get_untracked();
        let at = viewport.drawing_point(at);
        self.workspace.document.with_untracked(|document| {
            let found = self
                .workspace
                .diagram
                .with_untracked(|diagram| landing(diagram, document.machine(), at, viewport.scale, dragged))?;
            Some((found, allow::place(document, found.place).is_ok()))
        })
    }
}
