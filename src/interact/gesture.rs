//! What a pointer that goes down, moves and goes up means: a click, or a pan, a drag, a marquee or a new line.
//!
//! A gesture is data: each event gives the next one and, when something has to be done, what. Nothing is changed while it
//! is under way but the view, and that is put back when it is cancelled.

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
    /// The place of a state from which lines are drawn.
    Port(StateId),
    /// The end of a line, at the state that it enters.
    LineEnd(EdgeRef),
    /// The start of a line, at the state that it leaves.
    LineStart(EdgeRef),
    /// An item of the palette. Which one is known to who presses it.
    Item,
}

/// What a drag on the background does.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tool {
    /// Moves the view.
    #[default]
    Hand,
    /// Selects what lies in a rectangle.
    Marquee,
}

/// A pointer that went down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Press {
    /// Where, in pixels of the screen.
    pub at: Point,
    /// On what.
    pub grip: Grip,
    /// What a drag on the background does; a middle button or a held space bar is a hand.
    pub tool: Tool,
    /// Whether the selection is added to (the shift key): a drag on the background is then a marquee.
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
    /// The view is being moved.
    Panning {
        /// Where it began.
        from: Point,
        /// Where the pointer is.
        at: Point,
    },
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
    /// The view moves by a distance.
    Pan {
        /// To the right.
        dx: f64,
        /// Down.
        dy: f64,
    },
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
    /// The gesture after an event, and what is to be done at once. `selection` is what is dragged together.
    #[must_use]
    pub fn after(self, event: Event, selection: &[StateId]) -> (Self, Option<Effect>) {
        match event {
            Event::Press(press) if self == Self::Idle => (Self::Pressed(press), None),
            Event::Press(_) | Event::Cancel => self.cancelled(),
            Event::Move(to) => self.moved(to, selection),
            Event::Release => self.released(),
        }
    }

    /// Whether something is being moved or drawn: more than a click.
    #[must_use]
    pub fn is_under_way(&self) -> bool {
        !matches!(self, Self::Idle | Self::Pressed(_))
    }

    /// The gesture after the view was moved under a pointer that rests, by a distance on the screen: what it began on
    /// moves along.
    #[must_use]
    pub fn shifted(self, dx: f64, dy: f64) -> Self {
        let shifted = |from: Point| from.moved(dx, dy);
        match self {
            Self::Dragging { states, from, at } => Self::Dragging { states, from: shifted(from), at },
            Self::Placing { states, from, at } => Self::Placing { states, from: shifted(from), at },
            Self::Selecting { from, at, is_adding } => Self::Selecting { from: shifted(from), at, is_adding },
            Self::Connecting { grip, from, at } => Self::Connecting { grip, from: shifted(from), at },
            other @ (Self::Idle | Self::Pressed(_) | Self::Panning { .. } | Self::Carrying { .. }) => other,
        }
    }

    /// Whether the view follows the pointer to the border of the screen: what is held may belong where nothing is seen yet.
    #[must_use]
    pub fn pulls_view(&self) -> bool {
        self.is_under_way() && !matches!(self, Self::Panning { .. })
    }

    /// The rectangle that is being drawn, in pixels of the screen.
    #[must_use]
    pub fn marquee(&self) -> Option<Rect> {
        match self {
            Self::Selecting { from, at, .. } => Some(between(*from, *at)),
            _ => None,
        }
    }

    fn cancelled(self) -> (Self, Option<Effect>) {
        let effect = match self {
            Self::Panning { from, at } => Some(Effect::Pan { dx: from.x - at.x, dy: from.y - at.y }),
            _ => None,
        };
        (Self::Idle, effect)
    }

    fn moved(self, to: Point, selection: &[StateId]) -> (Self, Option<Effect>) {
        match self {
            Self::Pressed(press) if is_far(press.at, to) => started(press, to, selection),
            Self::Panning { from, at } => {
                (Self::Panning { from, at: to }, Some(Effect::Pan { dx: to.x - at.x, dy: to.y - at.y }))
            }
            Self::Dragging { states, from, .. } => (Self::Dragging { states, from, at: to }, None),
            Self::Carrying { .. } => (Self::Carrying { at: to }, None),
            Self::Placing { states, from, .. } => (Self::Placing { states, from, at: to }, None),
            Self::Selecting { from, is_adding, .. } => (Self::Selecting { from, at: to, is_adding }, None),
            Self::Connecting { grip, from, .. } => (Self::Connecting { grip, from, at: to }, None),
            other => (other, None),
        }
    }

    fn released(self) -> (Self, Option<Effect>) {
        let effect = match self {
            Self::Idle | Self::Panning { .. } => None,
            Self::Pressed(press) => Some(Effect::Click(press)),
            Self::Dragging { states, at, .. } => Some(Effect::Drop { states, at }),
            Self::Carrying { at } => Some(Effect::Insert { at }),
            Self::Placing { states, from, at } => {
                Some(Effect::Place { states, by: Point { x: at.x - from.x, y: at.y - from.y } })
            }
            Self::Selecting { from, at, is_adding } => Some(Effect::Select { area: between(from, at), is_adding }),
            Self::Connecting { grip, at, .. } => Some(Effect::Connect { grip, at }),
        };
        (Self::Idle, effect)
    }
}

/// The gesture that a press becomes once the pointer has moved far enough.
fn started(press: Press, at: Point, selection: &[StateId]) -> (Gesture, Option<Effect>) {
    let from = press.at;
    match press.grip {
        Grip::Background if press.tool == Tool::Marquee || press.is_adding => {
            (Gesture::Selecting { from, at, is_adding: press.is_adding }, None)
        }
        Grip::Background => (Gesture::Panning { from, at }, Some(Effect::Pan { dx: at.x - from.x, dy: at.y - from.y })),
        Grip::State(state) => {
            let states = if selection.contains(&state) { selection.to_vec() } else { vec![state] };
            if press.is_by_hand {
                return (Gesture::Placing { states, from, at }, None);
            }
            (Gesture::Dragging { states, from, at }, None)
        }
        Grip::Item => (Gesture::Carrying { at }, None),
        grip @ (Grip::Port(_) | Grip::LineEnd(_) | Grip::LineStart(_)) => {
            (Gesture::Connecting { grip, from, at }, None)
        }
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
        Press { at: point(10.0, 10.0), grip, tool: Tool::Hand, is_adding: false, is_by_hand: false }
    }

    /// What a press on something and moves to some places lead to, without the release.
    fn play(press: Press, moves: &[Point], selection: &[StateId]) -> (Gesture, Vec<Effect>) {
        let mut effects = Vec::new();
        let mut gesture = Gesture::default();
        let events = [Event::Press(press)].into_iter().chain(moves.iter().copied().map(Event::Move));
        for event in events {
            let (next, effect) = gesture.after(event, selection);
            gesture = next;
            effects.extend(effect);
        }
        (gesture, effects)
    }

    #[test]
    fn a_trembling_pointer_clicks() {
        let press = press(Grip::State(StateId(1)));
        let (gesture, effects) = play(press, &[point(12.0, 13.0), point(7.0, 10.0)], &[]);
        assert!(!gesture.is_under_way() && effects.is_empty());
        assert_eq!(gesture.after(Event::Release, &[]), (Gesture::Idle, Some(Effect::Click(press))));
    }

    #[test]
    fn the_background_pans_and_escape_puts_it_back() {
        let (gesture, effects) = play(press(Grip::Background), &[point(20.0, 10.0), point(25.0, 8.0)], &[]);
        assert_eq!(effects, [Effect::Pan { dx: 10.0, dy: 0.0 }, Effect::Pan { dx: 5.0, dy: -2.0 }]);
        let back = Effect::Pan { dx: -15.0, dy: 2.0 };
        assert_eq!(gesture.clone().after(Event::Cancel, &[]), (Gesture::Idle, Some(back.clone())));
        assert_eq!(gesture.clone().after(Event::Press(press(Grip::Background)), &[]), (Gesture::Idle, Some(back)));
        assert_eq!(gesture.after(Event::Release, &[]), (Gesture::Idle, None));
    }

    #[test]
    fn what_is_selected_is_dragged_together() {
        let selection = [StateId(1), StateId(4)];
        let to = point(50.0, 60.0);
        let dropped = |state: u32| {
            let (gesture, effects) = play(press(Grip::State(StateId(state))), &[to], &selection);
            assert!(gesture.is_under_way() && effects.is_empty());
            gesture.after(Event::Release, &selection).1
        };
        assert_eq!(dropped(4), Some(Effect::Drop { states: selection.to_vec(), at: to }));
        assert_eq!(dropped(2), Some(Effect::Drop { states: vec![StateId(2)], at: to }));
    }

    #[test]
    fn what_is_dragged_with_the_alt_key_is_to_stand_there() {
        let selection = [StateId(1), StateId(4)];
        let press = Press { is_by_hand: true, ..press(Grip::State(StateId(4))) };
        let (gesture, effects) = play(press, &[point(15.0, 60.0), point(50.0, 6.0)], &selection);
        assert!(gesture.is_under_way() && effects.is_empty());
        let by = point(40.0, -4.0);
        assert_eq!(gesture.after(Event::Release, &[]).1, Some(Effect::Place { states: selection.to_vec(), by }));
    }

    #[test]
    fn a_marquee_is_drawn_in_any_direction() {
        for (tool, is_adding) in [(Tool::Marquee, false), (Tool::Hand, true)] {
            let press = Press { tool, is_adding, ..press(Grip::Background) };
            let (gesture, effects) = play(press, &[point(4.0, 2.0)], &[]);
            let area = Rect { x: 4.0, y: 2.0, width: 6.0, height: 8.0 };
            assert_eq!((gesture.marquee(), effects), (Some(area), vec![]));
            assert_eq!(gesture.after(Event::Release, &[]).1, Some(Effect::Select { area, is_adding }));
        }
    }

    #[test]
    fn lines_are_drawn_from_ports_and_led_elsewhere_by_their_ends() {
        let end = Grip::LineEnd(EdgeRef::End(StateId(2)));
        for grip in [Grip::Port(StateId(2)), end, Grip::LineStart(EdgeRef::End(StateId(2)))] {
            let at = point(90.0, 10.0);
            let (gesture, effects) = play(press(grip), &[at], &[]);
            assert!(effects.is_empty());
            assert_eq!(gesture.after(Event::Release, &[]).1, Some(Effect::Connect { grip, at }));
        }
    }

    #[test]
    fn an_item_is_put_in_where_it_is_let_go_and_only_pressed_where_it_stays() {
        let press = press(Grip::Item);
        let at = point(300.0, 40.0);
        let (carried, effects) = play(press, &[point(50.0, 10.0), at], &[]);
        assert!(carried.is_under_way() && effects.is_empty());
        assert_eq!(carried.after(Event::Release, &[]), (Gesture::Idle, Some(Effect::Insert { at })));
        let (pressed, _) = play(press, &[point(12.0, 10.0)], &[]);
        assert_eq!(pressed.after(Event::Release, &[]), (Gesture::Idle, Some(Effect::Click(press))));
    }

    #[test]
    fn what_was_begun_moves_along_with_the_view() {
        let area = |gesture: Gesture| gesture.shifted(-30.0, 5.0).marquee();
        let marquee = Press { tool: Tool::Marquee, ..press(Grip::Background) };
        let (selecting, _) = play(marquee, &[point(60.0, 70.0)], &[]);
        assert_eq!(area(selecting), Some(Rect { x: -20.0, y: 15.0, width: 80.0, height: 55.0 }));
        let by_hand = Press { is_by_hand: true, ..press(Grip::State(StateId(1))) };
        let (placing, _) = play(by_hand, &[point(60.0, 70.0)], &[]);
        let (_, effect) = placing.shifted(-30.0, 5.0).after(Event::Release, &[]);
        assert_eq!(effect, Some(Effect::Place { states: vec![StateId(1)], by: point(80.0, 55.0) }));
        for grip in [Grip::Item, Grip::State(StateId(1)), Grip::Port(StateId(1))] {
            assert!(play(press(grip), &[point(60.0, 70.0)], &[]).0.pulls_view());
            assert!(!play(press(grip), &[], &[]).0.pulls_view());
        }
        assert!(!play(press(Grip::Background), &[point(60.0, 70.0)], &[]).0.pulls_view());
    }

    #[test]
    fn escape_leaves_nothing() {
        for grip in [Grip::State(StateId(0)), Grip::Port(StateId(0)), Grip::Background, Grip::Item] {
            for moves in [&[][..], &[point(99.0, 99.0)]] {
                let press = Press { is_adding: true, is_by_hand: true, ..press(grip) };
                let (gesture, _) = play(press, moves, &[]);
                let (idle, effect) = gesture.after(Event::Cancel, &[]);
                assert_eq!((idle.clone(), effect), (Gesture::Idle, None));
                assert_eq!(idle.after(Event::Release, &[]), (Gesture::Idle, None), "the pointer goes up afterwards");
            }
        }
        assert_eq!(Gesture::Idle.after(Event::Move(point(1.0, 1.0)), &[]), (Gesture::Idle, None));
    }
}
