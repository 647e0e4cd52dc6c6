//! What a pointer does with states and lines: moving, connecting, selecting, and putting in from the palette.
//!
//! [`crate::interact`] says what a gesture means and where something would land; here the browser's events are given to it,
//! and what it says is done. Escape leaves no trace.

use crate::asl::{StateId, StateKey};
use crate::diagram::{Diagram, NodeKind};
use crate::edit::commands::MoveStates;
use crate::edit::{Place, allow};
use crate::interact::{
    Effect, Event, Gesture, Grip, Hand, Landing, Mark, Press, Viewport, border_pull, landing, landing_place, snapped,
    states_in,
};
use crate::layout::{Point, Rect};
use crate::palette::Item;
use crate::ui::actions::Actions;
use crate::ui::platform::media::Width;
use leptos::ev;
use leptos::prelude::*;
use wasm_bindgen::JsCast as _;
use wasm_bindgen::prelude::Closure;

/// What lies over the canvas: nothing is dropped through it.
const COVERS: &str = ".palette, .palette-button, .minimap, .corner, .type-picker, .context-menu";

/// The places of more states than this are not marked while they are dragged: nobody could tell them apart, and each is
/// looked for among all others.
const MOST_MARKED: usize = 40;

/// How the view follows what is dragged to the border of the canvas.
#[derive(Clone, Copy, Debug, Default)]
struct Pull {
    /// Whether it moves now, frame by frame.
    is_on: bool,
    /// Whether what is dragged has been away from the border: an item of the palette comes in over it.
    is_armed: bool,
    /// The view before it moved, and of which of the opened documents it was.
    before: Option<(Viewport, u32)>,
}

/// The gesture under way; cheap to copy.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Gestures {
    pub(super) actions: Actions,
    host: NodeRef<leptos::html::Div>,
    /// What the pointer is doing, on which document.
    hand: RwSignal<Hand>,
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
    /// What shows where what is dragged would land, and whether it may.
    pub(super) landing: RwSignal<Option<(Mark, bool)>>,
}

impl Gestures {
    pub(super) fn new(actions: Actions, host: NodeRef<leptos::html::Div>) -> Self {
        Self {
            actions,
            host,
            hand: RwSignal::new(Hand::default()),
            item: RwSignal::new(None),
            is_touch: RwSignal::new(false),
            was_carried: StoredValue::new(false),
            pull: StoredValue::new(Pull::default()),
            is_over: StoredValue::new(true),
            pointer: RwSignal::new(Point { x: 0.0, y: 0.0 }),
            landing: RwSignal::new(None),
        }
    }

    /// Follows the pointer and the document from now on.
    pub(super) fn begin(self) {
        self.listen();
        let Actions { workspace, is_gesturing, .. } = self.actions;
        leptos::prelude::Effect::new(move |_| is_gesturing.set(self.is_under_way()));
        // Whatever has changed the document: what is held of another one is let go, without a trace.
        leptos::prelude::Effect::new(move |_| {
            workspace.document.track();
            if untrack(|| self.is_stale()) {
                self.cancel();
            }
        });
    }

    /// Reads what the pointer is doing; that follows the document too.
    pub(super) fn with<T>(self, read: impl FnOnce(&Gesture) -> T) -> T {
        self.actions.workspace.document.with(|document| self.hand.with(|hand| read(hand.gesture(document))))
    }

    fn is_stale(self) -> bool {
        self.actions.workspace.document.with(|document| self.hand.with(|hand| hand.is_stale(document)))
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
        self.is_touch.set(false);
        let is_by_hand = event.alt_key();
        self.follow(Event::Press(Press { at, grip, is_adding, is_by_hand }));
    }

    /// A finger that has rested on a state takes it along.
    pub(super) fn lift(self, state: StateId, at: Point) {
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

    /// Where the states that are being placed by hand would stand if they were let go now, in pixels of the drawing; of many
    /// states, nothing.
    pub(super) fn places(self) -> Vec<Rect> {
        let placing = self.with(|gesture| match gesture {
            Gesture::Placing { states, from, at } if states.len() <= MOST_MARKED => Some((states.clone(), *from, *at)),
            _ => None,
        });
        let Some((states, from, at)) = placing else { return Vec::new() };
        let by = self.distance(&states, Point { x: at.x - from.x, y: at.y - from.y });
        self.actions.workspace.document.with_untracked(|document| {
            let place = |diagram: &Diagram, state| landing_place(diagram, document.machine(), state, by);
            let diagram = self.actions.workspace.diagram.get_untracked();
            states.iter().filter_map(|state| place(&diagram, *state)).collect()
        })
    }

    pub(super) fn rect_of(self, state: StateId) -> Option<Rect> {
        let kind = NodeKind::State(state);
        self.actions.workspace.diagram.with_untracked(|diagram| diagram.node(kind).map(|node| node.rect))
    }

    /// A distance on the screen as one on the drawing, where one state alone comes to stand in line with others.
    fn distance(self, states: &[StateId], by: Point) -> Point {
        let scale = self.actions.viewing.viewport.with_untracked(|viewport| viewport.scale);
        let by = Point { x: by.x / scale, y: by.y / scale };
        match states {
            [state] => self.actions.workspace.diagram.with_untracked(|diagram| snapped(diagram, *state, by)),
            _ => Point { x: by.x.round(), y: by.y.round() },
        }
    }

    pub(super) fn place(self, states: &[StateId], by: Point) {
        self.actions.viewing.in_place(|| self.actions.workspace.place_by_hand(states, by, None));
    }

    /// Whether something is being dragged or drawn.
    pub(super) fn is_under_way(self) -> bool {
        self.with(Gesture::is_under_way)
    }

    /// Whether an item of the palette is being dragged.
    pub(super) fn is_carrying(self) -> bool {
        self.with(|gesture| matches!(gesture, Gesture::Carrying { .. }))
    }

    /// Ends what the pointer is doing, and leaves everything as it was.
    pub(super) fn cancel(self) {
        if self.hand.with_untracked(|hand| *hand == Hand::default()) {
            return;
        }
        let before = self.pull.get_value().before;
        self.follow(Event::Cancel);
        let opened = self.actions.workspace.opened.get_untracked();
        if let Some((before, _)) = before.filter(|(_, of)| *of == opened) {
            self.actions.viewing.viewport.set(before);
        }
    }

    /// Puts an item into a place, or else where it belongs.
    pub(super) fn insert(self, item: &Item, place: Option<Place>) -> bool {
        self.actions.workspace.insert_item(item, place)
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
        untrack(|| self.with(|gesture| *gesture == Gesture::Idle))
    }

    fn moved(self, event: &ev::PointerEvent) {
        if self.is_idle() {
            return;
        }
        let at = self.at(event.client_x(), event.client_y());
        self.pointer.set(at);
        self.is_over.set_value(is_canvas(event));
        self.follow(Event::Move(at));
        self.show_landing(at);
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
        if !untrack(|| self.is_under_way()) || !self.is_over.get_value() {
            return None;
        }
        let pull = border_pull(self.pointer.get_untracked(), self.actions.viewing.free());
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
            let before = self.actions.viewing.viewport.get_untracked();
            let opened = self.actions.workspace.opened.get_untracked();
            self.pull.update_value(|pull| pull.before = pull.before.or(Some((before, opened))));
            self.actions.viewing.viewport.set(before.panned(dx, dy));
            let document = self.actions.workspace.document.get_untracked();
            self.hand.update(|hand| *hand = std::mem::take(hand).shifted(&document, dx, dy));
            self.show_landing(self.pointer.get_untracked());
            self.pull_on();
        });
    }

    fn follow(self, event: Event) {
        if let Some(rest) = self.actions.parts.now() {
            (rest.follow)(self, event);
        }
    }

    /// What an event makes of the gesture.
    pub(in crate::ui) fn take_event(self, event: Event) {
        let workspace = self.actions.workspace;
        let document = workspace.document.get_untracked();
        let selection = || untrack(|| workspace.selected_states());
        let (next, effect) = self.hand.get_untracked().after(event, &document, selection);
        if self.hand.with_untracked(|hand| *hand != next) {
            let is_over = next == Hand::default();
            self.hand.set(next);
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
            // Clicks are the elements' own.
            Effect::Click(_) => {}
            Effect::Drop { states, at } => {
                if let Some((landing, true)) = self.find_landing_of(&states, at) {
                    self.actions.workspace.apply(&MoveStates { states, place: landing.place }.into());
                }
            }
            Effect::Insert { at } => {
                let item = self.item.get_untracked();
                let Some((landing, true)) = self.landing_at(at, &[]) else { return };
                let is_done = item.is_some_and(|item| {
                    let mut is_done = false;
                    // What a person aims at should not jump away from under the pointer.
                    self.actions.viewing.in_place(|| is_done = self.insert(&item, Some(landing.place)));
                    is_done
                });
                if is_done && self.actions.tabs.width.get_untracked() == Width::Narrow {
                    self.actions.palette_is_open.set(false);
                }
            }
            Effect::Place { states, by } => self.place(&states, self.distance(&states, by)),
            Effect::Select { area, is_adding } => self.select(area, is_adding),
            Effect::Connect { grip, at } if self.is_over.get_value() => self.connected(grip, at),
            Effect::Connect { .. } => {}
        }
    }

    fn select(self, area: Rect, is_adding: bool) {
        let area = self.actions.viewing.viewport.get_untracked().drawing_part(area);
        let mut keys: Vec<StateKey> = self.actions.workspace.document.with_untracked(|document| {
            let machine = document.machine();
            let found = self.actions.workspace.diagram.with_untracked(|diagram| states_in(diagram, machine, area));
            found.into_iter().map(|state| machine.key(state)).collect()
        });
        if is_adding {
            let before = untrack(|| self.actions.workspace.selected_keys());
            keys.splice(0..0, before.into_iter().filter(|key| !keys.contains(key)).collect::<Vec<_>>());
        }
        self.actions.workspace.select_all(keys);
    }

    fn show_landing(self, at: Point) {
        let found = untrack(|| {
            self.with(|gesture| match gesture {
                Gesture::Carrying { .. } => self.landing_at(at, &[]),
                Gesture::Dragging { states, .. } => self.find_landing_of(states, at),
                _ => None,
            })
        });
        let mark = found.map(|(landing, may)| (landing.mark, may));
        if self.landing.get_untracked() != mark {
            self.landing.set(mark);
        }
    }

    fn find_landing_of(self, states: &[StateId], at: Point) -> Option<(Landing, bool)> {
        let (landing, may) = self.landing_at(at, states)?;
        let document = self.actions.workspace.document;
        let may_move = document.with_untracked(|document| allow::move_states(document, states, landing.place).is_ok());
        Some((landing, may && may_move))
    }

    fn landing_at(self, at: Point, dragged: &[StateId]) -> Option<(Landing, bool)> {
        let (width, height) = self.actions.viewing.size.get_untracked();
        if !self.is_over.get_value() || at.x < 0.0 || at.y < 0.0 || at.x > width || at.y > height {
            return None;
        }
        let viewport = self.actions.viewing.viewport.get_untracked();
        let at = viewport.drawing_point(at);
        self.actions.workspace.document.with_untracked(|document| {
            let diagram = self.actions.workspace.diagram;
            let found =
                diagram.with_untracked(|diagram| landing(diagram, document.machine(), at, viewport.scale, dragged))?;
            Some((found, allow::place(document, found.place).is_ok()))
        })
    }
}

/// A press of the pointer without keys.
fn pressed(grip: Grip, at: Point) -> Press {
    Press { at, grip, is_adding: false, is_by_hand: false }
}

/// Whether a pointer is over the canvas itself. A finger that is down has no other target than what it went down on.
fn is_canvas(event: &ev::PointerEvent) -> bool {
    let found = document().element_from_point(event.client_x() as f32, event.client_y() as f32);
    found.is_some_and(|element| {
        matches!(element.closest(".canvas"), Ok(Some(_))) && matches!(element.closest(COVERS), Ok(None))
    })
}
