//! Branches, rules, retriers and catchers: added, removed, reordered.

use super::SHOP;
use super::driver::Session;
use pasos::edit::commands::{AddBranch, MoveItem, RemoveItem};
use pasos::edit::{Command, Refusal};
use pasos::text::Pointer;
use serde_json::json;

#[test]
fn items_move_without_a_change_of_their_text() {
    let session = Session::open(SHOP);
    let list = session.list("Pick", "Choices");
    let rules = [
        "{ \"Variable\": \"$.x\", \"NumericEquals\": 1.0, \"Next\": \"Work\" }",
        "{ \"Variable\": \"$.y\", \"IsPresent\": true, \"Next\": \"Each\" }",
    ];
    let swapped = SHOP.replace(rules[0], "#").replace(rules[1], rules[0]).replace('#', rules[1]);
    session
        .act(&MoveItem { list: list.clone(), from: 0, to: 1 }.into())
        .assert_text(&swapped)
        .act(&MoveItem { list: list.clone(), from: 1, to: 0 }.into())
        .assert_text(SHOP)
        .act(&MoveItem { list: list.clone(), from: 1, to: 1 }.into())
        .refused(&MoveItem { list, from: 0, to: 2 }.into(), &Refusal::NotFound);
    let list = Session::open(SHOP).list("Both", "Branches");
    Session::open(SHOP)
        .add_branch("Both")
        .assert_placed(&["Pass"])
        .act(&MoveItem { list: list.clone(), from: 2, to: 0 }.into())
        .assert_at("/States/Both/Branches/0/StartAt", &json!("Pass"))
        .assert_at("/States/Both/Branches/1/StartAt", &json!("L"))
        .act(&MoveItem { list, from: 0, to: 2 }.into())
        .assert_at("/States/Both/Branches/0/StartAt", &json!("L"));
}

#[test]
fn the_last_catcher_takes_the_list_along_and_the_last_branch_stays() {
    let session = Session::open(SHOP);
    let (catchers, branches) = (session.list("Work", "Catch"), session.list("Both", "Branches"));
    let remove = |list: &Pointer, index| Command::from(RemoveItem { list: list.clone(), index });
    session
        .act(&remove(&catchers, 0))
        .assert_at("/States/Work/Catch", &json!([{"ErrorEquals": ["States.ALL"], "ResultPath": "$.e", "Next": "Fail"}]))
        .act(&remove(&catchers, 0))
        .assert_at(
            "/States/Work",
            &json!({
                "Type": "Task", "Resource": "arn:aws:lambda:us-east-1:123456789012:function:f", "Next": "Done"
            }),
        )
        .act(&remove(&branches, 1))
        .refused(&remove(&branches, 0), &Refusal::LastItem { field: "Branches".into() })
        .refused(&remove(&branches, 7), &Refusal::NotFound)
        .undo()
        .undo()
        .undo()
        .assert_text(SHOP);
}

#[test]
fn only_a_parallel_state_has_branches() {
    let session = Session::open(SHOP);
    let each = session.id("Each");
    session.refused(&AddBranch { state: each }.into(), &Refusal::WrongType { state_type: "Parallel" });
}
