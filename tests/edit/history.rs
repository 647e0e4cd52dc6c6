//! Undo without a limit, and going to any step.

use super::LINE;
use super::driver::{Session, edge};

#[test]
fn any_step_can_be_gone_to() {
    let session = Session::open(LINE).drag("A", edge("B", "C")).rename("B", "First").delete(&["D"]);
    let texts: Vec<String> = (0..=3).map(|step| session.clone().go_to(step).document().text().to_owned()).collect();
    assert_eq!(texts[0], LINE);
    let labels = ["Move A", "Rename to First", "Delete D"].map(str::to_owned).to_vec();
    assert_eq!(session.history(), (labels.clone(), 3));
    let mut session = session;
    for step in [1, 3, 0, 2, 2, 1] {
        session = session.go_to(step).assert_text(&texts[step]);
        assert_eq!(session.history(), (labels.clone(), step));
    }
    let session = session.rename("A", "Last");
    assert_eq!(session.history(), (vec!["Move A".to_owned(), "Rename to Last".to_owned()], 2), "another way forward");
}

#[test]
fn nothing_is_forgotten() {
    let mut session = Session::open(LINE);
    for number in 0..500 {
        session = session.rename(if number == 0 { "A" } else { "A!" }, "A?").rename("A?", "A!");
    }
    assert_eq!(session.history().1, 1000);
    session.go_to(0).assert_text(LINE).go_to(1000).assert_at("/StartAt", &serde_json::json!("A!"));
}
