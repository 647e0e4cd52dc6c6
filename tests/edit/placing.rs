//! Places by hand: they belong to the project and to the history, never to the definition.

use super::LINE;
use super::driver::{Session, edge};
use pasos::asl::StateKey;
use pasos::layout::Point;

const ASIDE: Point = Point { x: 300.0, y: 40.0 };

/// How far B stands from A.
fn offset(session: &Session) -> (f64, f64) {
    let drawing = session.drawing();
    let (a, b) = (
        drawing.state(&StateKey::first("A")).unwrap().rect.center(),
        drawing.state(&StateKey::first("B")).unwrap().rect.center(),
    );
    (b.x - a.x, b.y - a.y)
}

#[test]
fn a_state_stands_where_it_was_let_go_and_undo_puts_it_back() {
    let session = Session::open(LINE);
    let (x, y) = offset(&session);
    let session = session.drag_by_hand("B", ASIDE).assert_by_hand(&["B"]).assert_text(LINE);
    assert_eq!(offset(&session), (x + ASIDE.x, y + ASIDE.y));
    assert_eq!(session.history(), (vec!["Place B by hand".to_owned()], 1));
    let session = session.undo().assert_by_hand(&[]);
    assert_eq!(offset(&session), (x, y));
    assert_eq!(offset(&session.redo().assert_by_hand(&["B"])), (x + ASIDE.x, y + ASIDE.y));
}

#[test]
fn places_follow_names_and_go_with_what_is_deleted() {
    let session = Session::open(LINE).drag_by_hand("B", ASIDE).drag_by_hand("C", ASIDE);
    let session = session.rename("B", "Second").assert_by_hand(&["C", "Second"]);
    let session = session.delete(&["C"]).assert_by_hand(&["Second"]);
    let session = session.undo().assert_by_hand(&["C", "Second"]).undo().assert_by_hand(&["B", "C"]);
    session.redo().redo().assert_by_hand(&["Second"]).go_to(0).assert_by_hand(&[]).go_to(4).assert_by_hand(&["Second"]);
}

#[test]
fn an_edit_moves_what_was_placed_with_its_neighbours() {
    let session = Session::open(LINE).drag_by_hand("B", ASIDE);
    let before = offset(&session);
    let session = session.drag("D", edge("C", "D")).assert_by_hand(&["B"]);
    assert_eq!(offset(&session), before);
}

#[test]
fn a_click_with_the_alt_key_places_nothing() {
    let session = Session::open(LINE).drag_by_hand("B", Point { x: 2.0, y: 1.0 }).assert_by_hand(&[]);
    assert_eq!(session.history(), (vec![], 0));
}
