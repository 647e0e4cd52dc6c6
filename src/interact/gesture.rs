//! What a pointer that goes down, moves and goes up means: a click, or a drag, a marquee or a new line.
//!
//! A gesture is data: each event gives the next one and, when something has to be done, what. Nothing is changed while it
//! is under way. The states of a gesture are those of the document on which it began: see [`Hand`](super::Hand).

use super::Port;
use crate::asl::{EdgeRef, StateId};
use crate::layout::{Point, Rect};

/// How far a pointer may move and still click, in pixels of the screen.
pub const THRESHOLD: f64 = 4.0;

/// What the pointer went down on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Grip {
    /// The drawing's background.
    Background,
    /// A state, or the head of a frame.
    State(StateId),
    /// A place of a state from which lines are drawn.
    Port(StateId, Port),
    /// The end of a line, at the state that it enters.
    LineEnd(EdgeRef),
    /// The start of a line, at the state that it leaves.
    LineStart(EdgeRef),
    /// An item of the palette. Which one is known to who presses it.
    Item,
}

/// A pointer that went down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Press {
    /// Where, in pixels of the screen.
    pub at: Point,
    /// On what.
    pub grip: Grip,
    /// Whether the selection is added to (the shift key).
    pub is_adding: bool,
    /// Whether a state is to stand where it is let go (the alt key), and the definition to stay as it is.
    pub is_by_hand: bool,
}

/// What happens to the pointer.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Event {
    /// It goes down. A second one while a gesture is under way (two fingers) cancels it.
    Press(Press),
    /// It moves to a place on the screen.
    Move(Point),
    /// It goes up.
    Release,
    /// Escape is pressed, the window loses the focus, or the browser takes the pointer away.
    Cancel,
}

/// What a gesture under way is.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Gesture {
    /// None is.
    #[default]
    Idle,
    /// The pointer is down and has not moved far: still a click.
    Pressed(Press),
    /// States are being dragged.
    Dragging {
        /// Which.
        states: Vec<StateId>,
        /// Where it began.
        from: Point,
        /// Where the pointer is.
        at: Point,
    },
    /// An item of the palette is being dragged.
    Carrying {
        /// Where the pointer is.
        at: Point,
    },
    /// States are being given places by hand.
    Placing {
        /// Which.
        states: Vec<StateId>,
        /// Where it began.
        from: Point,
        /// Where the pointer is.
        at: Point,
    },
    /// A rectangle is being drawn around states.
    Selecting {
        /// Where it began.
        from: Point,
        /// Where the pointer is.
        at: Point,
        /// Whether the selection is added to.
        is_adding: bool,
    },
    /// A line is being drawn, or one of its ends led elsewhere.
    Connecting {
        /// What is held: a port or an end of a line.
        grip: Grip,
        /// Where it began.
        from: Point,
        /// Where the pointer is.
        at: Point,
    },
}

/// What is to be done. Places are in pixels of the screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// The pointer went up where it went down.
    Click(Press),
    /// States are let go over a place.
    Drop {
        /// Which.
        states: Vec<StateId>,
        /// Over what.
        at: Point,
    },
    /// The item of the palette is let go over a place.
    Insert {
        /// Over what.
        at: Point,
    },
    /// States are let go at a distance from where they were, to stand there.
    Place {
        /// Which.
        states: Vec<StateId>,
        /// How far from where they were.
        by: Point,
    },
    /// What lies in a rectangle is selected.
    Select {
        /// The rectangle.
        area: Rect,
        /// Whether the selection is added to.
        is_adding: bool,
    },
    /// A line is let go over a place.
    Connect {
        /// What was held: a port or an end of a line.
        grip: Grip,
        /// Over what.
        at: Point,
    },
}

impl Gesture {
    /// The gesture after an event, and what is to be done at once. `selection` says what is dragged together; it is asked
    /// once, when a drag begins.
    pub(super) fn after(self, event: Event, selection: impl FnOnce() -> Vec<StateId>) -> (Self, Option<Effect>) {
        match event {
            Event::Press(press) if self == Self::Idle => (Self::Pressed(press), None),
            Event::Press(_) | Event::Cancel => (Self::Idle, None),
            Event::Move(to) => (self.moved(to, selection), None),
            Event::Release => (Self::Idle, self.released()),
        }
    }

    /// Whether something is being moved or drawn: more than a click.
    #[must_use]
    pub fn is_under_way(&self) -> bool {
        !matches!(self, Self::Idle | Self::Pressed(_))
    }

    /// The gesture after the view was moved under a pointer that rests, by a distance on the screen: what it began on
    /// moves along.
    pub(super) fn shifted(self, dx: f64, dy: f64) -> Self {
        let shifted = |from: Point| from.moved(dx, dy);
        match self {
            Self::Dragging { states, from, at } => Self::Dragging { states, from: shifted(from), at },
            Self::Placing { states, from, at } => Self::Placing { states, from: shifted(from), at },
            Self::Selecting { from, at, is_adding } => Self::Selecting { from: shifted(from), at, is_adding },
            Self::Connecting { grip, from, at } => Self::Connecting { grip, from: shifted(from), at },
            other @ (Self::Idle | Self::Pressed(_) | Self::Carrying { .. }) => other,
        }
    }

    /// The rectangle that is being drawn, in pixels of the screen.
    #[must_use]
    pub fn marquee(&self) -> Option<Rect> {
        match self {
            Self::Selecting { from, at, .. } => Some(between(*from, *at)),
            _ => None,
        }
    }

    fn moved(self, to: Point, selection: impl FnOnce() -> Vec<StateId>) -> Self {
        match self {
            Self::Pressed(press) if is_far(press.at, to) => started(press, to, selection),
            Self::Dragging { states, from, .. } => Self::Dragging { states, from, at: to },
            Self::Carrying { .. } => Self::Carrying { at: to },
            Self::Placing { states, from, .. } => Self::Placing { states, from, at: to },
            Self::Selecting { from, is_adding, .. } => Self::Selecting { from, at: to, is_adding },
            Self::Connecting { grip, from, .. } => Self::Connecting { grip, from, at: to },
            other @ (Self::Idle | Self::Pressed(_)) => other,
        }
    }

    fn released(self) -> Option<Effect> {
        Some(match self {
            Self::Idle => return None,
            Self::Pressed(press) => Effect::Click(press),
            Self::Dragging { states, at, .. } => Effect::Drop { states, at },
            Self::Carrying { at } => Effect::Insert { at },
            Self::Placing { states, from, at } => {
                Effect::Place { states, by: Point { x: at.x - from.x, y: at.y - from.y } }
            }
            Self::Selecting { from, at, is_adding } => Effect::Select { area: between(from, at), is_adding },
            Self::Connecting { grip, at, .. } => Effect::Connect { grip, at },
        })
    }
}

/// The gesture that a press becomes once the pointer has moved far enough.
fn started(press: Press, at: Point, selection: impl FnOnce() -> Vec<StateId>) -> Gesture {
    let from = press.at;
    match press.grip {
        Grip::Background => Gesture::Selecting { from, at, is_adding: press.is_adding },
        Grip::State(state) => {
            let selection = selection();
            let states = if selection.contains(&state) { selection } else { vec![state] };
            if press.is_by_hand {
                Gesture::Placing { states, from, at }
            } else {
                Gesture::Dragging { states, from, at }
            }
        }
        Grip::Item => Gesture::Carrying { at },
        grip @ (Grip::Port(..) | Grip::LineEnd(_) | Grip::LineStart(_)) => Gesture::Connecting { grip, from, at },
    }
}

fn is_far(a: Point, b: Point) -> bool {
    (a.x - b.x).powi(2) + (a.y - b.y).powi(2) > THRESHOLD * THRESHOLD
}

fn between(a: Point, b: Point) -> Rect {
    Rect { x: a.x.min(b.x), y: a.y.min(b.y), width: (a.x - b.x).abs(), height: (a.y - b.y).abs() }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn point(x: f64, y: f64) -> Point {
        Point { x, y }
    }

    fn press(grip: Grip) -> Press {
        Press { at: point(10.0, 10.0), grip, is_adding: false, is_by_hand: false }
    }

    /// What a press on something and moves to some places lead to, without the release.
    fn play(press: Press, moves: &[Point], selection: &[StateId]) -> Gesture {
        let events = [Event::Press(press)].into_iter().chain(moves.iter().copied().map(Event::Move));
        events.fold(Gesture::default(), |gesture, event| {
            let (next, effect) = gesture.after(event, || selection.to_vec());
            assert_eq!(effect, None, "nothing is done before the release");
            next
        })
    }

    /// What is done when the pointer goes up.
    fn release(gesture: Gesture) -> Option<Effect> {
        let (idle, effect) = gesture.after(Event::Release, Vec::new);
        assert_eq!(idle, Gesture::Idle);
        effect
    }

    #[test]
    fn a_trembling_pointer_clicks() {
        let press = press(Grip::State(StateId(1)));
        let gesture = play(press, &[point(12.0, 13.0), point(7.0, 10.0)], &[]);
        assert!(!gesture.is_under_way());
        assert_eq!(release(gesture), Some(Effect::Click(press)));
    }

    #[test]
    fn what_is_selected_is_dragged_together() {
        let selection = [StateId(1), StateId(4)];
        let to = point(50.0, 60.0);
        let dropped = |state: u32| {
            let gesture = play(press(Grip::State(StateId(state))), &[to], &selection);
            assert!(gesture.is_under_way());
            release(gesture)
        };
        assert_eq!(dropped(4), Some(Effect::Drop { states: selection.to_vec(), at: to }));
        assert_eq!(dropped(2), Some(Effect::Drop { states: vec![StateId(2)], at: to }));
    }

    #[test]
    fn what_is_dragged_is_what_was_selected_when_the_drag_began() {
        let gesture = play(press(Grip::State(StateId(1))), &[point(50.0, 60.0)], &[StateId(1), StateId(4)]);
        let later = || panic!("the selection is asked once");
        let (gesture, _) = gesture.after(Event::Move(point(70.0, 60.0)), later);
        assert!(matches!(gesture, Gesture::Dragging { states, .. } if states.len() == 2));
    }

    #[test]
    fn what_is_dragged_with_the_alt_key_is_to_stand_there() {
        let selection = [StateId(1), StateId(4)];
        let press = Press { is_by_hand: true, ..press(Grip::State(StateId(4))) };
        let gesture = play(press, &[point(15.0, 60.0), point(50.0, 6.0)], &selection);
        assert!(gesture.is_under_way());
        assert_eq!(release(gesture), Some(Effect::Place { states: selection.to_vec(), by: point(40.0, -4.0) }));
    }

    #[test]
    fn a_marquee_is_drawn_in_any_direction() {
        for is_adding in [false, true] {
            let gesture = play(Press { is_adding, ..press(Grip::Background) }, &[point(4.0, 2.0)], &[]);
            let area = Rect { x: 4.0, y: 2.0, width: 6.0, height: 8.0 };
            assert_eq!(gesture.marquee(), Some(area));
            assert_eq!(release(gesture), Some(Effect::Select { area, is_adding }));
        }
    }

    #[test]
    fn lines_are_drawn_from_ports_and_led_elsewhere_by_their_ends() {
        let line = EdgeRef::End(StateId(2));
        for grip in [Grip::Port(StateId(2), Port::Catch), Grip::LineEnd(line), Grip::LineStart(line)] {
            let at = point(90.0, 10.0);
            assert_eq!(release(play(press(grip), &[at], &[])), Some(Effect::Connect { grip, at }));
        }
    }

    #[test]
    fn an_item_is_put_in_where_it_is_let_go_and_only_pressed_where_it_stays() {
        let press = press(Grip::Item);
        let at = point(300.0, 40.0);
        let carried = play(press, &[point(50.0, 10.0), at], &[]);
        assert!(carried.is_under_way());
        assert_eq!(release(carried), Some(Effect::Insert { at }));
        assert_eq!(release(play(press, &[point(12.0, 10.0)], &[])), Some(Effect::Click(press)));
    }

    #[test]
    fn what_was_begun_moves_along_with_the_view() {
        let selecting = play(press(Grip::Background), &[point(60.0, 70.0)], &[]);
        let area = Rect { x: -20.0, y: 15.0, width: 80.0, height: 55.0 };
        assert_eq!(selecting.shifted(-30.0, 5.0).marquee(), Some(area));
        let by_hand = Press { is_by_hand: true, ..press(Grip::State(StateId(1))) };
        let placing = play(by_hand, &[point(60.0, 70.0)], &[]);
        let effect = release(placing.shifted(-30.0, 5.0));
        assert_eq!(effect, Some(Effect::Place { states: vec![StateId(1)], by: point(80.0, 55.0) }));
    }

    #[test]
    fn escape_and_a_second_finger_leave_nothing() {
        for grip in [Grip::State(StateId(0)), Grip::Port(StateId(0), Port::Next), Grip::Background, Grip::Item] {
            for moves in [&[][..], &[point(99.0, 99.0)]] {
                let press = Press { is_adding: true, is_by_hand: true, ..press(grip) };
                for event in [Event::Cancel, Event::Press(press)] {
                    let (idle, effect) = play(press, moves, &[]).after(event, Vec::new);
                    assert_eq!((idle.clone(), effect), (Gesture::Idle, None));
                    assert_eq!(release(idle), None, "the pointer goes up afterwards");
                }
            }
        }
        assert_eq!(Gesture::Idle.after(Event::Move(point(1.0, 1.0)), Vec::new), (Gesture::Idle, None));
    }
}
