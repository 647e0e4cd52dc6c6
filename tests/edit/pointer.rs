//! Dragging with a pointer is dragging by name.

use super::driver::Session;
use super::{LINE, SHOP};
use pasos::asl::{EdgeRef, TransitionKind};
use pasos::diagram::diagram;
use pasos::edit::commands::MoveStates;
use pasos::edit::{Command, Place, plan};
use pasos::i18n::Language;
use pasos::layout::Point;

#[test]
fn a_state_dropped_on_the_middle_of_any_edge_is_moved_there() {
    for text in [LINE, SHOP] {
        let session = Session::open(text);
        let document = session.document();
        let drawn = diagram(document, Language::En.messages());
        let mut n_moves = 0;
        for (id, state) in document.machine().states() {
            for (edge, middle) in drawn.edges.iter().filter_map(|edge| Some((edge.edge?, edge.middle))) {
                let command = Command::from(MoveStates { states: vec![id], place: Place::Edge(edge) });
                let Ok(transaction) = plan(document, &command) else { continue };
                let by_name = transaction.edits.apply(document.text());
                let by_pointer = session.clone().drag_pointer(&state.name, middle);
                assert_eq!(by_pointer.document().text(), by_name, "{} onto {edge:?}", state.name);
                n_moves += 1;
            }
        }
        assert!(n_moves >= 20, "only {n_moves} moves were tried");
    }
}

#[test]
fn what_is_dropped_on_itself_or_barely_moved_stays() {
    let session = Session::open(SHOP);
    let drawn = diagram(session.document(), Language::En.messages());
    let each = drawn.nodes.iter().find(|node| node.is_frame).unwrap().rect;
    let inside = Point { x: each.center().x, y: each.bottom() - 2.0 };
    let session = session.drag_pointer("Each", inside).assert_text(SHOP);
    let next = EdgeRef::Transition(session.id("Mend"), TransitionKind::Next);
    let middle = drawn.edges.iter().find(|edge| edge.edge == Some(next)).unwrap().middle;
    let session = session.drag_pointer("Mend", middle).assert_text(SHOP);
    assert_eq!(session.history(), (vec![], 0), "on its own way: no step");
}
