//! Dragging states, deleting and copying them.

use super::driver::{Session, Spot, edge};
use super::{LINE, SHOP};
use pasos::asl::ScopeId;
use pasos::edit::commands::MoveStates;
use pasos::edit::{Place, Refusal};
use serde_json::json;

#[test]
fn a_state_dragged_onto_an_edge_leaves_a_healed_line() {
    Session::open(LINE)
        .drag("A", edge("B", "C"))
        .assert_flow("^>B B>A A>C C>D D>.")
        .assert_placed(&["A"])
        .undo()
        .assert_text(LINE)
        .drag("D", Spot::Start)
        .assert_flow("^>D D>A A>B B>C C>.")
        .undo()
        .drag("B", Spot::End("D"))
        .assert_flow("^>A A>C C>D D>B B>.");
}

#[test]
fn only_the_ways_change_in_the_text() {
    Session::open(LINE).drag("B", edge("C", "D")).assert_text(
        &LINE
            .replace("\"A\": { \"Type\": \"Pass\", \"Next\": \"B\" }", "\"A\": { \"Type\": \"Pass\", \"Next\": \"C\" }")
            .replace("[1.50],\n      \"Next\": \"C\"", "[1.50],\n      \"Next\": \"D\"")
            .replace("\"Seconds\": 5, \"Next\": \"D\"", "\"Seconds\": 5, \"Next\": \"B\""),
    );
}

#[test]
fn a_chain_keeps_its_ways_and_loose_states_follow_one_another() {
    Session::open(LINE)
        .drag_all(&["B", "A"], edge("C", "D"))
        .assert_flow("^>C C>A A>B B>D D>.")
        .undo()
        .drag_all(&["A", "C"], Spot::End("D"))
        .assert_flow("^>B B>D D>A A>C C>.")
        .undo()
        .drag_all(&["B", "C"], Spot::Loose)
        .assert_flow("^>A A>D D>. B>C C>.");
}

#[test]
fn what_is_dropped_where_it_is_stays() {
    let session = Session::open(LINE).drag("B", edge("A", "B")).drag("B", edge("B", "C")).drag("B", Spot::After("A"));
    assert_eq!(session.assert_text(LINE).history(), (vec![], 0));
}

#[test]
fn into_a_branch_and_out_of_it() {
    let session = Session::open(SHOP)
        .delete(&["L"])
        .drag("Mend", Spot::Inside("Both", 0))
        .assert_flow(
            "^>Pick Pick?Work Pick?Each Pick:Both Work>Done Work!Done Work!Fail Each>Done Each{ ^>One One>Two }
             Both>Done Both{ ^>Mend Mend>. } Both{ ^>R R>. }",
        )
        .assert_at(
            "/States/Both/Branches/0",
            &json!({"StartAt": "Mend", "States": {"Mend": {"Type": "Pass", "End": true}}}),
        );
    session
        .drag("Mend", edge("Work", "Done"))
        .assert_at("/States/Mend/Next", &json!("Done"))
        .assert_at("/States/Both/Branches/0", &json!({"States": {}}));
}

#[test]
fn catchers_cannot_leave_their_scope_and_rules_get_a_state_to_lead_to() {
    Session::open(SHOP)
        .drag("Work", edge("One", "Two"))
        .assert_flow(
            "^>Pick Pick?Done Pick?Each Pick:Both Mend>Done Each>Done Each{ ^>One One>Work Work>Two }
             Both>Done Both{ ^>L L>. } Both{ ^>R R>. }",
        )
        .undo()
        .drag("Pick", Spot::End("L"))
        .assert_flow(
            "^>Both Work>Done Work!Mend Work!Fail Mend>Done Each>Done Each{ ^>One One>Two } Both>Done
             Both{ ^>L L>Pick Pick?Succeed Pick?Succeed Pick:Succeed } Both{ ^>R R>. }",
        );
}

#[test]
fn a_choice_that_is_moved_goes_on_by_its_default() {
    Session::open(SHOP).drag("Pick", edge("Mend", "Done")).assert_flow(
        "^>Both Mend>Pick Pick?Work Pick?Each Pick:Done Work>Done Work!Mend Work!Fail Each>Done Each{ ^>One One>Two }
         Both>Done Both{ ^>L L>. } Both{ ^>R R>. }",
    );
}

#[test]
fn moves_that_make_no_sense_are_refused() {
    let session = Session::open(SHOP);
    let inside = session.document().machine().state(session.id("One")).scope;
    let one = session.place(edge("One", "Two"));
    let mend = session.place(edge("Mend", "Done"));
    let (each, done, l, r) = (session.id("Each"), session.id("Done"), session.id("L"), session.id("R"));
    session
        .refused(&MoveStates { states: vec![each], place: one }.into(), &Refusal::IntoItself)
        .refused(&MoveStates { states: vec![each], place: Place::Loose(inside) }.into(), &Refusal::IntoItself)
        .refused(&MoveStates { states: vec![l, r], place: mend }.into(), &Refusal::SeveralScopes)
        .refused(&MoveStates { states: vec![], place: mend }.into(), &Refusal::NotFound)
        .refused(&MoveStates { states: vec![done], place: Place::Empty(ScopeId::ROOT) }.into(), &Refusal::NotEmpty)
        .refused(&MoveStates { states: vec![done], place: one }.into(), &Refusal::CutsOff);
}

#[test]
fn several_states_are_deleted_at_once() {
    Session::open(LINE)
        .delete(&["B", "C"])
        .assert_text("{\n  \"StartAt\": \"A\",\n  \"States\": {\n    \"A\": { \"Type\": \"Pass\", \"Next\": \"D\" },\n    \"D\": { \"Type\": \"Pass\", \"End\": true }\n  }\n}\n")
        .undo()
        .delete(&["A", "C", "D"])
        .assert_flow("^>B B>.")
        .undo()
        .delete(&["A", "B", "C", "D"])
        .assert_text("{\n  \"States\": {}\n}\n");
    Session::open(SHOP)
        .delete(&["Fail", "Mend", "L", "Two", "Each"])
        .assert_flow("^>Pick Pick?Work Pick?Done Pick:Both Work>Done Work!Done Both>Done Both{ } Both{ ^>R R>. }");
}

#[test]
fn rules_that_led_only_to_what_is_deleted_go_and_a_loop_ends() {
    Session::open(
        r#"{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {"Type": "Pass", "Next": "A"}}}"#,
    )
    .delete(&["B"])
    .assert_flow("^>A A>.");
    Session::open(SHOP)
        .delete(&["Work", "Mend", "Done", "Fail"])
        .assert_flow("^>Pick Pick?Each Pick:Both Each>. Each{ ^>One One>Two } Both>. Both{ ^>L L>. } Both{ ^>R R>. }");
}

#[test]
fn copies_of_a_chain_stand_behind_it() {
    Session::open(LINE)
        .duplicate(&["B", "C"])
        .assert_flow("^>A A>B B>C C>B2 B2>C2 C2>D D>.")
        .assert_placed(&["B (2)", "C (2)"])
        .assert_at("/States/B (2)/TimeoutSeconds", &json!(1.0e1))
        .undo()
        .duplicate(&["D"])
        .assert_flow("^>A A>B B>C C>D D>D2 D2>.")
        .undo()
        .duplicate(&["A", "C"])
        .assert_flow("^>A A>B B>C C>D D>. A2>B C2>D");
    let session = Session::open(LINE).duplicate(&["B"]);
    assert_eq!(session.document().text().matches("\"TimeoutSeconds\": 1.0e1,\n      \"X-Own\": [1.50],").count(), 2);
}

#[test]
fn a_frame_is_copied_with_what_is_inside() {
    Session::open(SHOP).duplicate(&["Each", "One"]).assert_flow(
        "^>Pick Pick?Work Pick?Each Pick:Both Work>Done Work!Mend Work!Fail Mend>Done Each>Each2 Each{ ^>One One>Two }
         Each2>Done Each2{ ^>One2 One2>Two2 } Both>Done Both{ ^>L L>. } Both{ ^>R R>. }",
    );
}

#[test]
fn a_new_name_is_followed_everywhere() {
    Session::open(SHOP)
        .rename("Done", "End \"here\"")
        .rename("Fail", "F")
        .rename("Pick", "P")
        .rename("Two", "2")
        .rename("One", "1")
        .rename("Both", "B")
        .assert_at("/StartAt", &json!("P"))
        .assert_at("/States/P/Default", &json!("B"))
        .assert_at("/States/Work/Next", &json!("End \"here\""))
        .assert_at("/States/Work/Catch/1/Next", &json!("F"))
        .assert_at(
            "/States/Each/ItemProcessor",
            &json!({
                "ProcessorConfig": {"Mode": "INLINE"}, "StartAt": "1",
                "States": {"1": {"Type": "Pass", "Next": "2"}, "2": {"Type": "Succeed"}}
            }),
        );
}
