//! Drags interleaved with changes from elsewhere: undo, redo, other commands, a replaced text. The state that moves is the
//! one that was taken, or none.

use super::LINE;
use super::documents::documents;
use super::gestures::{Gesture, gestures};
use pasos::asl::{Document, StateId};
use pasos::diagram::{NodeKind, diagram};
use pasos::edit::commands::{DeleteStates, DuplicateStates, MoveStates, ReplaceText};
use pasos::edit::plan;
use pasos::i18n::Language;
use pasos::interact::{self, Effect, Event, Grip, Hand, Press, landing, state_at};
use pasos::layout::Point;
use pasos::project::Editor;
use proptest::prelude::*;
use proptest::test_runner::FileFailurePersistence;
use std::collections::BTreeSet;
use std::sync::Arc;

/// One thing that happens.
#[derive(Clone, Debug)]
enum Happening {
    /// The pointer goes down on a state while some states are selected.
    Press {
        state: usize,
        selected: Vec<usize>,
        is_by_hand: bool,
    },
    /// It moves onto a node.
    Move {
        node: usize,
    },
    Release,
    Cancel,
    Undo,
    Redo,
    Elsewhere(Gesture),
    /// Another text is opened in place of this one, or the same one again.
    Replaced {
        is_same: bool,
    },
}

fn happenings() -> impl Strategy<Value = Vec<Happening>> {
    let number = || any::<u16>().prop_map(usize::from);
    let press = (number(), prop::collection::vec(number(), 0..4), any::<bool>())
        .prop_map(|(state, selected, is_by_hand)| Happening::Press { state, selected, is_by_hand });
    let elsewhere = gestures(1).prop_map(|mut one| one.pop().map_or(Happening::Undo, Happening::Elsewhere));
    let happening = prop_oneof![
        4 => press,
        6 => number().prop_map(|node| Happening::Move { node }),
        4 => Just(Happening::Release),
        1 => Just(Happening::Cancel),
        1 => Just(Happening::Undo),
        1 => Just(Happening::Redo),
        2 => elsewhere,
        1 => any::<bool>().prop_map(|is_same| Happening::Replaced { is_same }),
    ];
    prop::collection::vec(happening, 60)
}

/// A person with one hand on the drawing, while the document changes.
struct Scene {
    editor: Editor,
    hand: Hand,
    selected: Vec<StateId>,
    /// The names of the states that were taken, and what the document was then.
    taken: Option<(BTreeSet<String>, Arc<Document>)>,
}

impl Scene {
    fn document(&self) -> &Arc<Document> {
        self.editor.document()
    }

    fn names(&self, states: &[StateId]) -> BTreeSet<String> {
        states.iter().map(|state| self.document().machine().state(*state).name.to_string()).collect()
    }

    fn state(&self, number: usize) -> Option<StateId> {
        let n_states = self.document().machine().n_states();
        (n_states > 0).then(|| StateId((number % n_states) as u32))
    }

    /// The middle of a node.
    fn middle(&self, number: usize) -> Point {
        let drawn = diagram(self.document(), Language::En.messages());
        drawn.nodes.get(number % drawn.nodes.len().max(1)).map(|node| node.rect.center()).unwrap_or_default()
    }

    fn follow(&mut self, event: Event) -> Option<Effect> {
        let document = Arc::clone(self.document());
        let was_idle = !self.hand.gesture(&document).is_under_way();
        let selected = self.selected.clone();
        let (hand, effect) = std::mem::take(&mut self.hand).after(event, &document, || selected);
        self.hand = hand;
        if was_idle && self.hand.gesture(&document).is_under_way() {
            let states = match self.hand.gesture(&document) {
                interact::Gesture::Dragging { states, .. } | interact::Gesture::Placing { states, .. } => {
                    states.clone()
                }
                other => panic!("{other:?} began on a state"),
            };
            self.taken = Some((self.names(&states), document));
        }
        effect
    }

    fn commit(&mut self, command: &pasos::edit::Command) {
        if let Ok(transaction) = plan(self.document(), command) {
            self.editor.commit(&transaction, None);
        }
    }

    /// Lets go; says what moved.
    fn release(&mut self) -> Result<(), TestCaseError> {
        let effect = self.follow(Event::Release);
        let taken = self.taken.take();
        let states = match effect {
            Some(Effect::Drop { ref states, .. } | Effect::Place { ref states, .. }) => states,
            _ => {
                let is_as_it_was = taken.is_some_and(|(_, document)| Arc::ptr_eq(&document, self.document()));
                prop_assert!(!is_as_it_was, "what was taken is let go where nothing has changed, and does nothing");
                return Ok(());
            }
        };
        let Some((names, document)) = taken else { return Err(TestCaseError::fail("nothing was taken, and it moves")) };
        prop_assert_eq!(document.text(), self.document().text(), "the document has changed under the gesture");
        prop_assert_eq!(&self.names(states), &names, "another state than the one that was taken");
        let Some(Effect::Drop { states, at }) = effect else { return Ok(()) };
        let drawn = diagram(self.document(), Language::En.messages());
        let Some(landing) = landing(&drawn, self.document().machine(), at, 1.0, &states) else { return Ok(()) };
        if let Ok(transaction) = plan(self.document(), &MoveStates { states, place: landing.place }.into()) {
            for placed in &transaction.placed {
                prop_assert!(names.contains(placed), "{placed} moved, {names:?} were taken");
            }
            self.editor.commit(&transaction, None);
        }
        Ok(())
    }

    fn happens(&mut self, happening: &Happening) -> Result<(), TestCaseError> {
        match happening {
            Happening::Press { state, selected, is_by_hand } => {
                let Some(state) = self.state(*state) else { return Ok(()) };
                self.selected = selected.iter().filter_map(|number| self.state(*number)).collect();
                self.taken = None;
                let press =
                    Press { at: Point::default(), grip: Grip::State(state), is_adding: false, is_by_hand: *is_by_hand };
                self.follow(Event::Press(press));
            }
            Happening::Move { node } => {
                let to = self.middle(*node);
                self.follow(Event::Move(to));
            }
            Happening::Release => self.release()?,
            Happening::Cancel => {
                self.follow(Event::Cancel);
                self.taken = None;
            }
            Happening::Undo => drop(self.editor.undo()),
            Happening::Redo => drop(self.editor.redo()),
            Happening::Elsewhere(gesture) => self.commit(&gesture.command(self.document())),
            Happening::Replaced { is_same } => {
                let text = if *is_same { self.document().text().to_owned() } else { LINE.to_owned() };
                self.commit(&ReplaceText { text }.into());
            }
        }
        Ok(())
    }
}

fn config() -> ProptestConfig {
    let persistence = FileFailurePersistence::Direct("proptest-regressions/edit/interleaved.txt");
    ProptestConfig { failure_persistence: Some(Box::new(persistence)), ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn the_state_that_moves_is_the_one_that_was_taken_or_none(text in documents(), happenings in happenings()) {
        let mut scene = Scene { editor: Editor::new(text), hand: Hand::default(), selected: Vec::new(), taken: None };
        for happening in &happenings {
            scene.happens(happening)?;
        }
    }
}

#[test]
fn what_is_undone_copied_or_deleted_under_a_drag_ends_it() {
    let begun = || {
        let mut editor = Editor::new(LINE);
        let c = editor.document().machine().find("C").unwrap();
        editor.apply(&DuplicateStates { states: vec![c] }.into(), None).unwrap();
        let d = editor.document().machine().find("D").unwrap();
        let drawn = diagram(editor.document(), Language::En.messages());
        let at = drawn.node(NodeKind::State(d)).unwrap().rect.center();
        assert_eq!(state_at(&drawn, at), Some(d));
        let press = Press { at, grip: Grip::State(d), is_adding: false, is_by_hand: false };
        let (hand, _) = Hand::default().after(Event::Press(press), editor.document(), Vec::new);
        let (hand, _) = hand.after(Event::Move(at.moved(0.0, -200.0)), editor.document(), Vec::new);
        assert!(hand.gesture(editor.document()).is_under_way());
        (editor, hand)
    };
    type Change = fn(&mut Editor, StateId);
    let changes: [Change; 3] = [
        |editor, _| assert!(editor.undo()),
        |editor, d| drop(editor.apply(&DuplicateStates { states: vec![d] }.into(), None).unwrap()),
        |editor, d| drop(editor.apply(&DeleteStates { states: vec![d] }.into(), None).unwrap()),
    ];
    for change in changes {
        let (mut editor, hand) = begun();
        let d = editor.document().machine().find("D").unwrap();
        change(&mut editor, d);
        assert!(hand.is_stale(editor.document()));
        assert_eq!(hand.after(Event::Release, editor.document(), Vec::new), (Hand::default(), None));
    }
}
