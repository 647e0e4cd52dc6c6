//! What a pointer does with states and lines: moving, connecting, selecting, and putting in from the palette.
//!
//! [`crate::interact`] says what a gesture means and where something would land; here the browser's events are given to it,
//! and what it says is done. Escape leaves no trace.

use super::viewing::Viewing;
use crate::asl::{EdgeRef, StateId, TransitionKind};
use crate::diagram::{Diagram, NodeKind};
use crate::edit::commands::{AddCatcher, ConnectStates, MoveStates, Reconnect, SetTarget};
use crate::edit::{Command, Place, allow};
use crate::interact::{
    Effect, Event, Gesture, Grip, Landing, Press, REACH, Tool, Viewport, border_pull, edge_at, landing, landing_place,
    snapped, state_at, states_in,
};
use crate::layout::{Point, Rect};
use crate::palette::Item;
use crate::ui::actions::Actions;
use crate::ui::platform::media::Width;
use crate::ui::state::{NoticeKind, Tabs, Workspace};
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;

/// What lies over the canvas: nothing is dropped through it.
const COVERS: &str = ".palette, .palette-button, .minimap, .corner, .type-picker, .context-menu";

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

/// How the view follows what is dragged to the border of the canvas.
#[derive(Clone, Copy, Debug, Default)]
struct Pull {
    /// Whether it moves now, frame by frame.
    is_on: bool,
    /// Whether what is dragged has been away from the border: an item of the palette comes in over it.
    is_armed: bool,
    /// The view before it moved.
    before: Option<Viewport>,
}

/// The gesture under way; cheap to copy.
#[derive(Clone, Copy)]
pub(super) struct Gestures {
    workspace: Workspace,
    tabs: Tabs,
    palette_is_open: RwSignal<bool>,
    viewing: Viewing,
    host: NodeRef<leptos::html::Div>,
    /// What the pointer is doing.
    pub(super) gesture: RwSignal<Gesture>,
    /// The item of the palette that is being pressed or dragged.
    pub(super) item: RwSignal<Option<Item>>,
    /// Whether a finger holds it.
    pub(super) is_touch: RwSignal<bool>,
    /// Whether the last item that was pressed was dragged: the click that may end it means nothing then.
    was_carried: StoredValue<bool>,
    pull: StoredValue<Pull>,
    /// Whether the pointer is over the canvas itself, and not over what lies on it.
    is_over: StoredValue<bool>,
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
        let Actions { workspace, viewing, pending, is_gesturing, tabs, palette_is_open, .. } = actions;
        let gestures = Self {
            workspace,
            tabs,
            palette_is_open,
            viewing,
            host,
            gesture: RwSignal::new(Gesture::default()),
            item: RwSignal::new(None),
            is_touch: RwSignal::new(false),
            was_carried: StoredValue::new(false),
            pull: StoredValue::new(Pull::default()),
            is_over: StoredValue::new(true),
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
        self.is_touch.set(false);
        let is_by_hand = event.alt_key();
        self.follow(Event::Press(Press { at, grip, tool: Tool::Hand, is_adding, is_by_hand }));
    }

    /// The pointer goes down on the port of errors.
    pub(super) fn press_catch(self, state: StateId, event: &ev::PointerEvent) {
        self.press(Grip::Port(state), false, event);
        self.is_catch.set(true);
    }

    /// A finger that has rested on a state takes it along.
    pub(super) fn lift(self, state: StateId, at: Point) {
        self.is_catch.set(false);
        self.is_touch.set(true);
        self.follow(Event::Press(pressed(Grip::State(state), at)));
    }

    /// The pointer goes down on an item of the palette, which a move takes along.
    pub(super) fn take(self, item: Item, x: i32, y: i32, is_touch: bool) {
        let at = self.at(x, y);
        self.pointer.set(at);
        self.is_touch.set(is_touch);
        self.was_carried.set_value(false);
        self.item.set(Some(item));
        self.follow(Event::Press(pressed(Grip::Item, at)));
    }

    /// The pointer goes down on an item of the palette, which it does not take yet.
    pub(super) fn touch_item(self) {
        self.was_carried.set_value(false);
    }

    /// Whether the last item that was pressed was dragged.
    pub(super) fn was_carried(self) -> bool {
        self.was_carried.get_value()
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

    /// The line at a point of the canvas that leads on from a state.
    pub(super) fn line_at(self, at: Point) -> Option<EdgeRef> {
        let viewport = self.viewing.viewport.get_untracked();
        let found = self.workspace.diagram.with_untracked(|diagram| {
            edge_at(diagram, viewport.drawing_point(at), REACH / viewport.scale).and_then(|(edge, _)| edge.edge)
        });
        found.filter(|edge| matches!(edge, EdgeRef::Transition(..)))
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
        self.gesture.with(Gesture::is_under_way)
    }

    /// Whether an item of the palette is being dragged.
    pub(super) fn is_carrying(self) -> bool {
        self.gesture.with(|gesture| matches!(gesture, Gesture::Carrying { .. }))
    }

    /// Ends what the pointer is doing, and leaves everything as it was.
    pub(super) fn cancel(self) {
        if self.is_idle() {
            return;
        }
        let before = self.pull.get_value().before;
        self.follow(Event::Cancel);
        if let Some(before) = before {
            self.viewing.viewport.set(before);
        }
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
        on_cleanup(move || {
            moved.remove();
            up.remove();
            cancelled.remove();
            blurred.remove();
        });
        // Before everything else that Escape closes.
        let on_key = Closure::<dyn Fn(ev::KeyboardEvent)>::new(move |event: ev::KeyboardEvent| {
            if event.key() == "Escape" && untrack(|| self.is_under_way()) {
                event.prevent_default();
                event.stop_propagation();
                self.cancel();
            }
        });
        // Without it a drag ends by letting go.
        let _ = window().add_event_listener_with_callback_and_bool("keydown", on_key.as_ref().unchecked_ref(), true);
        // Listens as long as the page lives.
        on_key.forget();
    }

    fn is_idle(self) -> bool {
        self.gesture.with_untracked(|gesture| *gesture == Gesture::Idle)
    }

    fn moved(self, event: &ev::PointerEvent) {
        if self.is_idle() {
            return;
        }
        let at = self.at(event.client_x(), event.client_y());
        self.pointer.set(at);
        self.is_over.set_value(is_canvas(event));
        self.follow(Event::Move(at));
        self.landing.set(self.find_landing(at));
        if untrack(|| self.is_carrying()) {
            self.was_carried.set_value(true);
        }
        if !self.pull.get_value().is_on && self.pulls().is_some() {
            self.pull.update_value(|pull| pull.is_on = true);
            self.pull_on();
        }
    }

    fn released(self, event: &ev::PointerEvent) {
        if self.is_idle() {
            return;
        }
        self.is_over.set_value(is_canvas(event));
        self.follow(Event::Release);
    }

    /// How far the view moves with the next frame; none while what is held is not near the border.
    fn pulls(self) -> Option<(f64, f64)> {
        if !self.gesture.with_untracked(Gesture::pulls_view) || !self.is_over.get_value() {
            return None;
        }
        let pull = border_pull(self.pointer.get_untracked(), self.viewing.free());
        if pull == (0.0, 0.0) || !untrack(|| self.is_carrying()) {
            self.pull.update_value(|pull| pull.is_armed = true);
        }
        (pull != (0.0, 0.0) && self.pull.get_value().is_armed).then_some(pull)
    }

    /// Moves the view frame by frame, as long as what is held is near the border.
    fn pull_on(self) {
        request_animation_frame(move || {
            let Some((dx, dy)) = self.pulls() else {
                return self.pull.update_value(|pull| pull.is_on = false);
            };
            let before = self.viewing.viewport.get_untracked();
            self.pull.update_value(|pull| pull.before = pull.before.or(Some(before)));
            self.viewing.viewport.set(before.panned(dx, dy));
            self.gesture.update(|gesture| *gesture = std::mem::take(gesture).shifted(dx, dy));
            self.landing.set(self.find_landing(self.pointer.get_untracked()));
            self.pull_on();
        });
    }

    fn follow(self, event: Event) {
        let selection = untrack(|| self.workspace.selected_states());
        let (next, effect) = self.gesture.get_untracked().after(event, &selection);
        if self.gesture.with_untracked(|gesture| *gesture != next) {
            let is_over = next == Gesture::Idle;
            self.gesture.set(next);
            if is_over {
                self.landing.set(None);
                self.pull.update_value(|pull| *pull = Pull { is_on: pull.is_on, ..Pull::default() });
            }
        }
        if let Some(effect) = effect {
            self.carry_out(effect);
        }
        if self.is_idle() {
            self.item.set(None);
        }
    }

    fn carry_out(self, effect: Effect) {
        match effect {
            // Clicks are the elements' own; the background is moved by `Pointers`.
            Effect::Click(_) | Effect::Pan { .. } => {}
            Effect::Drop { states, at } => {
                if let Some((landing, true)) = self.find_landing_of(&states, at) {
                    self.workspace.apply(&MoveStates { states, place: landing.place }.into());
                }
            }
            Effect::Insert { at } => {
                let item = self.item.get_untracked();
                let Some((landing, true)) = self.landing_at(at, &[]) else { return };
                let is_done = item.is_some_and(|item| {
                    let mut is_done = false;
                    // What a person aims at should not jump away from under the pointer.
                    self.viewing.in_place(|| is_done = self.insert(&item, Some(landing.place)));
                    is_done
                });
                if is_done && self.tabs.width.get_untracked() == Width::Narrow {
                    self.palette_is_open.set(false);
                }
            }
            Effect::Place { states, by } => self.place(&states, self.distance(&states, by)),
            Effect::Select { area, is_adding } => self.select(area, is_adding),
            Effect::Connect { grip, at } if self.is_over.get_value() => self.connected(grip, at),
            Effect::Connect { .. } => {}
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
                self.workspace.apply(&SetTarget { edge, target }.into());
            }
            (Grip::LineEnd(edge @ EdgeRef::Transition(_, TransitionKind::Next)), None) => {
                self.workspace.apply(&SetTarget { edge, target: None }.into());
            }
            (Grip::LineStart(edge), Some(from)) => {
                self.workspace.apply(&Reconnect { edge, from }.into());
            }
            (Grip::LineEnd(EdgeRef::Transition(..)), None) => {
                let words = self.workspace.language.get_untracked().messages();
                self.workspace.notify(NoticeKind::Information, words.line_needs_target(), false);
            }
            _ => {}
        }
    }

    fn connect(self, from: StateId, to: StateId, is_catch: bool) {
        let command = if is_catch {
            Command::from(AddCatcher { state: from, target: to, errors: Vec::new() })
        } else {
            Command::from(ConnectStates { from, to })
        };
        self.workspace.apply(&command);
    }

    fn find_landing(self, at: Point) -> Option<(Landing, bool)> {
        match self.gesture.get_untracked() {
            Gesture::Carrying { .. } => self.landing_at(at, &[]),
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
        if !self.is_over.get_value() || at.x < 0.0 || at.y < 0.0 || at.x > width || at.y > height {
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

/// A press of the pointer without keys.
fn pressed(grip: Grip, at: Point) -> Press {
    Press { at, grip, tool: Tool::Hand, is_adding: false, is_by_hand: false }
}

/// Whether a pointer is over the canvas itself. A finger that is down has no other target than what it went down on.
fn is_canvas(event: &ev::PointerEvent) -> bool {
    let found = document().element_from_point(event.client_x() as f32, event.client_y() as f32);
    found.is_some_and(|element| {
        matches!(element.closest(".canvas"), Ok(Some(_))) && matches!(element.closest(COVERS), Ok(None))
    })
}
