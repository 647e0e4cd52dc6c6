//! What a pointer holds: a gesture, and the document on which it began.

use super::{Effect, Event, Gesture};
use crate::asl::{Document, Held, StateId};
use std::sync::Arc;

/// The gesture under way. A document that changes under it, whatever changes it, ends it without a trace: its states are
/// those of the document on which it began, and in another one the same numbers mean other states.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hand(Option<Held<Gesture>>);

impl Hand {
    /// What the pointer is doing, in the document that is there now.
    #[must_use]
    pub fn gesture(&self, present: &Arc<Document>) -> &Gesture {
        self.0.as_ref().and_then(|held| held.get(present)).unwrap_or(&Gesture::Idle)
    }

    /// Whether it holds what is not there any more.
    #[must_use]
    pub fn is_stale(&self, present: &Arc<Document>) -> bool {
        self.0.as_ref().is_some_and(|held| held.get(present).is_none())
    }

    /// The hand after an event, and what is to be done at once, to the document that is there now. `selection` says what
    /// is dragged together; it is asked once, when a drag begins.
    #[must_use]
    pub fn after(
        self,
        event: Event,
        present: &Arc<Document>,
        selection: impl FnOnce() -> Vec<StateId>,
    ) -> (Self, Option<Effect>) {
        let (gesture, effect) = self.taken(present).after(event, selection);
        (Self::of(present, gesture), effect)
    }

    /// The hand after the view was moved under a pointer that rests, by a distance on the screen: what it began on moves
    /// along.
    #[must_use]
    pub fn shifted(self, present: &Arc<Document>, dx: f64, dy: f64) -> Self {
        let gesture = self.taken(present).shifted(dx, dy);
        Self::of(present, gesture)
    }

    fn of(present: &Arc<Document>, gesture: Gesture) -> Self {
        Self((gesture != Gesture::Idle).then(|| Held::new(present, gesture)))
    }

    fn taken(self, present: &Arc<Document>) -> Gesture {
        self.0.and_then(|held| held.take(present)).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::interact::{Grip, Press};
    use crate::layout::Point;

    #[test]
    fn a_drag_ends_with_the_document_on_which_it_began() {
        let text = r#"{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}"#;
        let (document, other) = (Arc::new(Document::new(text)), Arc::new(Document::new(text)));
        let press = Press { at: Point::default(), grip: Grip::State(StateId(0)), is_adding: false, is_by_hand: false };
        let (hand, _) = Hand::default().after(Event::Press(press), &document, Vec::new);
        let (hand, _) = hand.after(Event::Move(Point { x: 50.0, y: 0.0 }), &document, Vec::new);
        assert!(hand.gesture(&document).is_under_way() && !hand.is_stale(&document));
        assert_eq!((hand.gesture(&other), hand.is_stale(&other)), (&Gesture::Idle, true));
        assert_eq!(hand.clone().after(Event::Release, &other, Vec::new), (Hand::default(), None));
        assert!(matches!(hand.after(Event::Release, &document, Vec::new).1, Some(Effect::Drop { .. })));
    }
}
