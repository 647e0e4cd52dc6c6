//! What the forms offer, and what their changes do to the text; undo is exact after each.

use super::*;
use crate::asl::field::{self, Field};
use crate::asl::map_part::MapPart;
use crate::asl::{Document, QueryLanguage, StateType};
use crate::edit::Command;
use crate::edit::commands::{MoveItem, RemoveItem, RenameState};
use crate::project::Editor as TextEditor;
use serde_json::{Value, json};

const LANGUAGES: [QueryLanguage; 2] = [QueryLanguage::JSONPath, QueryLanguage::JSONata];

fn missing(part: Part, table: &[Field]) -> Vec<String> {
    let mut missing = Vec::new();
    for language in LANGUAGES {
        let entries = entries(part, language, &Value::Null);
        for field in table.iter().filter(|field| field.language.is_none_or(|own| own == language)) {
            let has_entry = entries.iter().any(|entry| entry.has(field.name));
            // The fields of a condition have a tree of their own.
            let is_condition = part == Part::Rule && matches!(field.name, "Variable" | "And" | "Or" | "Not");
            if !has_entry && !is_condition && !is_elsewhere(part, language, &Value::Null, field.name) {
                missing.push(format!("{part:?} {} {}", language.as_str(), field.name));
            }
        }
    }
    missing
}

#[test]
fn no_field_of_the_language_is_left_out() {
    let mut found = Vec::new();
    for state_type in StateType::ALL {
        found.extend(missing(Part::State(state_type), field::of_state(state_type)));
    }
    found.extend(missing(Part::Machine, &field::MACHINE));
    found.extend(missing(Part::Branch, &field::BRANCH));
    found.extend(missing(Part::ItemProcessor, &field::ITEM_PROCESSOR));
    found.extend(missing(Part::Retrier, &field::RETRIER));
    found.extend(missing(Part::Catcher, &field::CATCHER));
    found.extend(missing(Part::Rule, &field::CHOICE_RULE));
    for (part, of) in [
        (Part::ProcessorConfig, MapPart::ProcessorConfig),
        (Part::ItemReader, MapPart::ItemReader),
        (Part::ReaderConfig { lists: false }, MapPart::ReaderConfig),
        (Part::ReaderConfig { lists: true }, MapPart::ReaderConfig),
        (Part::ItemBatcher, MapPart::ItemBatcher),
        (Part::ResultWriter, MapPart::ResultWriter),
        (Part::WriterConfig, MapPart::WriterConfig),
    ] {
        found.extend(missing(part, of.fields()));
    }
    assert_eq!(found, Vec::<String>::new());
}

#[test]
fn a_number_has_the_limits_that_the_check_has() {
    let limits = |part: Part, name: &str| {
        let entries = entries(part, QueryLanguage::JSONPath, &Value::Null);
        let entry = entries.iter().find(|entry| entry.name() == name).unwrap();
        entry.variants[0].editor.clone()
    };
    let config = Part::ReaderConfig { lists: false };
    assert_eq!(limits(config, "MaxItems"), Editor::Integer { least: 0, most: 100_000_000 });
    assert_eq!(limits(Part::Retrier, "MaxDelaySeconds"), Editor::Integer { least: 1, most: 31_622_400 });
    assert_eq!(limits(Part::State(StateType::Map), "MaxConcurrency"), Editor::Integer { least: 0, most: 99_999_999 });
}

#[test]
fn no_entry_is_of_the_other_language() {
    for state_type in StateType::ALL {
        for language in LANGUAGES {
            for entry in entries(Part::State(state_type), language, &Value::Null) {
                for variant in &entry.variants {
                    let known = field::of_state(state_type).iter().find(|field| field.name == variant.field);
                    let known = known.unwrap_or_else(|| panic!("{state_type:?} has no {}", variant.field));
                    assert!(known.language.is_none_or(|own| own == language), "{state_type:?} {}", variant.field);
                }
            }
        }
    }
}

fn names(part: Part, language: QueryLanguage, present: Value, offer: Offer) -> Vec<&'static str> {
    let entries = entries(part, language, &present);
    entries.iter().filter(|entry| entry.offer == offer).map(Entry::name).collect()
}

#[test]
fn fields_that_exclude_each_other_are_one_entry() {
    let wait = entries(Part::State(StateType::Wait), QueryLanguage::JSONPath, &Value::Null);
    let ways: Vec<_> = wait[0].variants.iter().map(|variant| variant.field).collect();
    assert_eq!(ways, ["Seconds", "Timestamp", "SecondsPath", "TimestampPath"]);
    let task = entries(Part::State(StateType::Task), QueryLanguage::JSONPath, &Value::Null);
    let timeout = task.iter().find(|entry| entry.name() == "TimeoutSeconds").unwrap();
    assert_eq!(timeout.variants.last().unwrap(), &Variant { field: "TimeoutSecondsPath", editor: Editor::Path });
    assert!(task.iter().all(|entry| entry.name() != "TimeoutSecondsPath"));
}

#[test]
fn where_a_result_goes_is_no_way_to_write_it() {
    let pass = entries(Part::State(StateType::Pass), QueryLanguage::JSONPath, &Value::Null);
    for name in ["Result", "ResultPath"] {
        let entry = pass.iter().find(|entry| entry.name() == name).unwrap();
        assert!(entry.variants.iter().all(|variant| variant.field == name));
    }
}

#[test]
fn a_form_is_short_until_more_is_asked_for() {
    let task = Part::State(StateType::Task);
    assert_eq!(names(task, QueryLanguage::JSONPath, Value::Null, Offer::Always), ["Resource", "Next", "Parameters"]);
    assert_eq!(names(task, QueryLanguage::JSONata, Value::Null, Offer::WhenSet), ["RateControl"]);
}

#[test]
fn a_reader_asks_for_what_its_input_type_needs() {
    let config = Part::ReaderConfig { lists: false };
    let shown = |present| names(config, QueryLanguage::JSONPath, present, Offer::Always);
    assert_eq!(shown(json!({ "InputType": "JSON" })), ["InputType"]);
    assert_eq!(
        shown(json!({ "InputType": "CSV", "CSVHeaderLocation": "GIVEN" })),
        ["InputType", "CSVHeaderLocation", "CSVHeaders", "CSVDelimiter"]
    );
    let lists = Part::ReaderConfig { lists: true };
    assert_eq!(names(lists, QueryLanguage::JSONPath, json!({}), Offer::Always), ["Transformation"]);
}

const TEXT: &str = r#"{
  "StartAt": "A",
  "States": {
    "A": {
      "Type": "Choice",
      "Choices": [
        { "Variable": "$.a", "NumericEquals": 1.50, "Next": "B" },
        {
          "And": [
            { "Variable": "$.b", "IsPresent": true },
            { "Variable": "$.b", "StringEquals": "x" }
          ],
          "Next": "B"
        }
      ],
      "Default": "B"
    },
    "B": { "Type": "Wait", "Seconds": 10, "End": true }
  }
}
"#;

struct Driver(TextEditor);

impl Driver {
    fn new() -> Self {
        Self(TextEditor::new(TEXT))
    }

    fn place(&self, state: &str) -> Place {
        Place::of(self.0.document().machine().find(state))
    }

    #[track_caller]
    fn apply(&mut self, commands: impl IntoIterator<Item = Command>) -> &mut Self {
        let before = self.0.document().text().to_owned();
        let mut steps = 0;
        for command in commands {
            self.0.apply(&command, None).unwrap();
            steps += 1;
        }
        assert!(steps > 0, "nothing to do");
        assert!(self.0.document().syntax_errors().is_empty(), "{}", self.0.document().text());
        let after = self.0.document().text().to_owned();
        for _ in 0..steps {
            self.0.undo();
        }
        assert_eq!(self.0.document().text(), before, "undo is exact");
        for _ in 0..steps {
            self.0.redo();
        }
        assert_eq!(self.0.document().text(), after, "redo is exact");
        self
    }

    fn document(&self) -> &Document {
        self.0.document()
    }

    #[track_caller]
    fn reads(&self, place: &Place, expected: Value) {
        assert_eq!(self.document().value(place.node(self.document()).unwrap()), expected);
    }
}

#[test]
fn a_wait_changes_from_one_way_to_another_and_back() {
    let mut driver = Driver::new();
    let place = driver.place("B");
    let entry = entries(Part::State(StateType::Wait), QueryLanguage::JSONPath, &Value::Null).remove(0);
    let commands = switched(&entry, driver.document(), &place, 1);
    driver.apply(commands);
    driver.reads(&place, json!({ "Type": "Wait", "Timestamp": "2030-01-01T00:00:00Z", "End": true }));
    let object = place.node(driver.document()).unwrap();
    assert_eq!(current(&entry, driver.document(), object), Current::Way(1));
    let commands = switched(&entry, driver.document(), &place, 2);
    driver.apply(commands);
    driver.reads(&place, json!({ "Type": "Wait", "SecondsPath": "$.seconds", "End": true }));
}

#[test]
fn a_value_of_another_kind_is_said_to_be_so() {
    let text = r#"{ "StartAt": "B", "States": { "B": { "Type": "Wait", "Seconds": {}, "End": true } } }"#;
    let document = Document::new(text);
    let object = Place::of(document.machine().find("B")).node(&document).unwrap();
    let entry = entries(Part::State(StateType::Wait), QueryLanguage::JSONPath, &Value::Null).remove(0);
    assert_eq!(current(&entry, &document, object), Current::Foreign("Seconds"));
}

#[test]
fn numbers_and_expressions_turn_into_each_other() {
    let text = r#"{ "QueryLanguage": "JSONata", "StartAt": "B", "States": { "B": { "Type": "Wait", "Seconds": 7, "End": true } } }"#;
    let mut driver = Driver(TextEditor::new(text));
    let place = driver.place("B");
    let entry = entries(Part::State(StateType::Wait), QueryLanguage::JSONata, &Value::Null).remove(0);
    for (to, expected) in [(1, json!("{% 7 %}")), (0, json!(7))] {
        let commands = switched(&entry, driver.document(), &place, to);
        driver.apply(commands);
        driver.reads(&place.join("Seconds"), expected);
    }
}

#[test]
fn arguments_turn_into_an_expression_and_back_and_what_cannot_is_known() {
    let text = r#"{ "QueryLanguage": "JSONata", "StartAt": "B", "States": { "B": { "Type": "Task", "End": true,
        "Resource": "arn:aws:states:::aws-sdk:dynamodb:putItem",
        "Arguments": { "TableName": "t", "Item": { "a": [1, { "S": "x" }], "b": {} } } } } }"#;
    let mut driver = Driver(TextEditor::new(text));
    let place = driver.place("B");
    let task = entries(Part::State(StateType::Task), QueryLanguage::JSONata, &Value::Null);
    let entry = task.into_iter().find(|entry| entry.name() == "Arguments").unwrap();
    let whole = json!({ "TableName": "t", "Item": { "a": [1, { "S": "x" }], "b": {} } });
    let expression = r#"{% { "TableName": "t", "Item": { "a": [1, { "S": "x" }], "b": {} } } %}"#;
    for (to, expected) in [(1, json!(expression)), (0, whole)] {
        assert!(keeps(&entry, driver.document(), &place, to));
        let commands = switched(&entry, driver.document(), &place, to);
        driver.apply(commands);
        driver.reads(&place.join("Arguments"), expected);
    }
    // Expressions inside stand for themselves; what is no JSON then has no fields to go back to.
    let inner = r#""x": "{% $n %}""#;
    let mut driver = Driver(TextEditor::new(text.replace(r#""TableName": "t""#, inner)));
    let commands = switched(&entry, driver.document(), &place, 1);
    driver.apply(commands);
    driver.reads(&place.join("Arguments"), json!(r#"{% { "x": $n, "Item": { "a": [1, { "S": "x" }], "b": {} } } %}"#));
    assert!(!keeps(&entry, driver.document(), &place, 0));
}

#[test]
fn a_rule_is_joined_and_taken_apart_and_its_numbers_keep_their_spelling() {
    let mut driver = Driver::new();
    let rule = driver.place("A").join("Choices").join("0");
    let command = wrap(driver.document(), &rule, Junction::And);
    driver.apply(command);
    let first = json!({ "Variable": "$.a", "NumericEquals": 1.5 });
    let second = json!({ "Variable": "$.a", "IsPresent": true });
    driver.reads(&rule, json!({ "And": [first, second], "Next": "B" }));
    assert!(driver.document().text().contains("\"NumericEquals\": 1.50"), "{}", driver.document().text());
    let command = wrap(driver.document(), &rule, Junction::Not);
    driver.apply(command);
    let command = unwrap(driver.document(), &rule);
    driver.apply(command);
    let command = set_junction(driver.document(), &rule, Junction::Or);
    driver.apply(command);
    assert_eq!(unwrap(driver.document(), &rule), None, "two conditions cannot stand in the place of one");
    let list = rule.join("Or").pointer(driver.document()).unwrap();
    driver.apply([Command::from(RemoveItem { list, index: 1 })]);
    let command = unwrap(driver.document(), &rule);
    driver.apply(command);
    driver.reads(&rule, json!({ "Variable": "$.a", "NumericEquals": 1.5, "Next": "B" }));
    assert!(driver.document().text().contains("1.50"));
}

#[test]
fn a_condition_inside_others_is_changed_in_its_place() {
    let mut driver = Driver::new();
    let rule = driver.place("A").join("Choices").join("1");
    let inner = rule.join("And").join("1");
    let command = add_condition(driver.document(), &rule);
    driver.apply(command);
    let commands = compare_with(driver.document(), &inner, "NumericGreaterThan");
    driver.apply(commands);
    driver.reads(&inner, json!({ "Variable": "$.b", "NumericGreaterThan": 0 }));
    let commands = set_path_operand(driver.document(), &inner, true);
    driver.apply(commands);
    let commands = compare_with(driver.document(), &inner, "NumericLessThan");
    driver.apply(commands);
    driver.reads(&inner, json!({ "Variable": "$.b", "NumericLessThanPath": "$.other" }));
    let command = wrap(driver.document(), &inner, Junction::Not);
    driver.apply(command);
    let list = rule.join("And").pointer(driver.document()).unwrap();
    driver.apply([Command::from(MoveItem { list, from: 2, to: 0 })]);
    driver.reads(
        &rule.join("And"),
        json!([
            { "Variable": "$.value", "IsPresent": true },
            { "Variable": "$.b", "IsPresent": true },
            { "Not": { "Variable": "$.b", "NumericLessThanPath": "$.other" } },
        ]),
    );
}

#[test]
fn a_new_rule_stands_behind_the_others() {
    let mut driver = Driver::new();
    let place = driver.place("A");
    let command = add_item(driver.document(), &place, List::Choices, QueryLanguage::JSONPath);
    driver.apply(command);
    let added = place.join("Choices").join("2");
    driver.reads(&added, json!({ "Variable": "$.value", "IsPresent": true, "Next": "B" }));
}

#[test]
fn a_new_retrier_stands_before_the_one_that_takes_every_error() {
    let text = r#"{ "StartAt": "T", "States": { "T": { "Type": "Task", "Resource": "r", "End": true } } }"#;
    let mut driver = Driver(TextEditor::new(text));
    let place = driver.place("T");
    for _ in 0..2 {
        let command = add_item(driver.document(), &place, List::Retry, QueryLanguage::JSONPath);
        driver.apply(command);
    }
    let retry = driver.document().value(place.join("Retry").node(driver.document()).unwrap());
    assert_eq!(retry.pointer("/0/ErrorEquals/0"), Some(&json!("States.TaskFailed")));
    assert_eq!(retry.pointer("/1/ErrorEquals/0"), Some(&json!("States.ALL")));
}

#[test]
fn a_place_stays_when_its_state_is_renamed() {
    let mut driver = Driver::new();
    let place = driver.place("A").join("Default");
    let state = place.state.unwrap();
    driver.apply([Command::from(RenameState { state, name: "Other".into() })]);
    driver.reads(&place, json!("B"));
    assert_eq!(place.pointer(driver.document()).unwrap().to_string(), "/States/Other/Default");
}
