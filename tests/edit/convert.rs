//! Giving a state another type.

use super::driver::Session;
use super::{LINE, SHOP};
use pasos::asl::StateType;
use serde_json::json;

#[test]
fn what_fits_stays_and_what_is_lost_is_said() {
    Session::open(LINE)
        .convert("B", StateType::Pass)
        .assert_dropped(&["Resource", "TimeoutSeconds"])
        .assert_text(
            &LINE
                .replace("\"Type\": \"Task\"", "\"Type\": \"Pass\"")
                .replace("      \"Resource\": \"arn:aws:lambda:us-east-1:123456789012:function:f\",\n", "")
                .replace("      \"TimeoutSeconds\": 1.0e1,\n", ""),
        )
        .undo()
        .convert("C", StateType::Task)
        .assert_dropped(&["Seconds"])
        .assert_at("/States/C/Next", &json!("D"))
        .assert_at("/States/C/Resource", &json!("arn:aws:states:::lambda:invoke"))
        .undo()
        .convert("C", StateType::Wait)
        .assert_text(LINE);
}

#[test]
fn a_choice_keeps_the_way_and_gives_it_back() {
    Session::open(LINE)
        .convert("B", StateType::Choice)
        .assert_flow("^>A A>B B?C B:C C>D D>.")
        .assert_dropped(&["Resource", "TimeoutSeconds"])
        .convert("B", StateType::Pass)
        .assert_flow("^>A A>B B>C C>D D>.")
        .assert_dropped(&["Choices"])
        .convert("D", StateType::Choice)
        .assert_flow("^>A A>B B>C C>D D?Succeed D:Succeed");
    Session::open(SHOP).convert("Pick", StateType::Task).assert_at("/States/Pick/Next", &json!("Both"));
}

#[test]
fn ends_have_no_next_and_get_one_back() {
    Session::open(LINE)
        .convert("B", StateType::Fail)
        .assert_dropped(&["Resource", "TimeoutSeconds", "Next"])
        .assert_at("/States/B/X-Own", &json!([1.5]))
        .assert_at("/States/B/Error", &json!("MyError"))
        .convert("B", StateType::Wait)
        .assert_at("/States/B/End", &json!(true))
        .assert_at("/States/B/Seconds", &json!(5));
}

#[test]
fn a_frame_of_one_kind_becomes_one_of_the_other() {
    Session::open(SHOP)
        .convert("Each", StateType::Parallel)
        .assert_dropped(&["ItemsPath"])
        .assert_at(
            "/States/Each/Branches",
            &json!([{
                "StartAt": "One", "States": {"One": {"Type": "Pass", "Next": "Two"}, "Two": {"Type": "Succeed"}}
            }]),
        )
        .convert("Each", StateType::Map)
        .assert_dropped(&[])
        .assert_at("/States/Each/ItemProcessor/ProcessorConfig", &json!({"Mode": "INLINE"}))
        .assert_at("/States/Each/ItemProcessor/States/One/Next", &json!("Two"))
        .convert("Each", StateType::Wait)
        .assert_dropped(&["ItemProcessor"]);
}

#[test]
fn fields_of_the_other_language_do_not_come_along() {
    let text = r#"{"StartAt": "A", "QueryLanguage": "JSONata", "States": {
        "A": {"Type": "Task", "Resource": "r", "Arguments": {"a": 1}, "Output": "{% 1 %}", "Assign": {"x": 1}, "End": true}}}"#;
    Session::open(text).convert("A", StateType::Parallel).assert_dropped(&["Resource"]).assert_at(
        "/States/A",
        &json!({"Type": "Parallel", "Arguments": {"a": 1}, "Branches": [{"StartAt": "Pass", "States": {"Pass": {"Type": "Pass", "End": true}}}],
            "Output": "{% 1 %}", "Assign": {"x": 1}, "End": true}),
    );
}
