//! Random data and random expressions.

use crate::expressions::{Verdict, verdict};
use crate::{Seen, excuses, run};
use pasos::asl::Document;
use pasos::convert::{Missing, convert_machine, convert_machine_with};
use pasos::mock::Mocks;
use proptest::prelude::*;
use serde_json::{Value, json};

fn scalar() -> impl Strategy<Value = Value> {
    prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        (-3_i64..6).prop_map(Value::from),
        prop_oneof![
            "[abc]{0,2}",
            Just("2024-01-01T00:00:00Z".to_owned()),
            Just("2023-12-31T23:30:00-01:00".to_owned())
        ]
        .prop_map(Value::from),
    ]
}

fn data() -> impl Strategy<Value = Value> {
    scalar().prop_recursive(4, 24, 4, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            prop::collection::btree_map("[abc]", inner, 0..4).prop_map(|map| map.into_iter().collect()),
        ]
    })
}

fn object() -> impl Strategy<Value = Value> {
    prop::collection::btree_map("[abc]", data(), 1..4).prop_map(|map| map.into_iter().collect())
}

fn path() -> impl Strategy<Value = String> {
    let step = prop_oneof![
        6 => "\\.[abc]",
        1 => "\\['[abc]'\\]",
        2 => "\\[-?[0-2]\\]",
        2 => Just("[*]".to_owned()),
        1 => "\\[[0-2]:[0-3]\\]",
        1 => "\\[[0-1]:\\]",
        1 => "\\[-[12]:\\]",
        1 => "\\[\\?\\(@\\.[abc] == [0-3]\\)\\]",
        1 => "\\[\\?\\(@\\.[abc]\\)\\]",
        1 => "\\[\\?\\(@\\.[abc] < [0-3]\\)\\]",
        1 => "\\.\\.[abc]",
    ];
    prop::collection::vec(step, 1..4).prop_map(|steps| format!("${}", steps.concat()))
}

/// A comparator with an operand of its kind.
fn comparison() -> impl Strategy<Value = (String, Value)> {
    prop_oneof![
        ("Numeric(Equals|(Less|Greater)Than(Equals)?)", (-3_i64..6).prop_map(Value::from)),
        ("String(Equals|(Less|Greater)Than(Equals)?)", "[abc]{0,2}".prop_map(Value::from)),
        ("Timestamp(Equals|(Less|Greater)Than(Equals)?)", Just(json!("2024-01-01T00:00:00Z"))),
        ("(Numeric|String|Timestamp|Boolean)EqualsPath", "\\$\\.[abc]".prop_map(Value::from)),
        ("(Numeric|String|Timestamp)(Equals|(Less|Greater)Than(Equals)?)Path", "\\$\\.[abc]".prop_map(Value::from)),
        (Just("StringMatches".to_owned()), "[abc]{0,1}\\*[abc]{0,1}".prop_map(Value::from)),
        ("Is(Present|Null|Numeric|String|Boolean|Timestamp)", any::<bool>().prop_map(Value::from)),
        (Just("BooleanEquals".to_owned()), any::<bool>().prop_map(Value::from)),
    ]
}

fn rule() -> impl Strategy<Value = Value> {
    let simple = ("[abc]", comparison()).prop_map(|(name, (comparator, operand))| {
        Value::from_iter([("Variable".to_owned(), json!(format!("$.{name}"))), (comparator, operand)])
    });
    simple.prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..3).prop_map(|parts| json!({ "And": parts })),
            prop::collection::vec(inner.clone(), 1..3).prop_map(|parts| json!({ "Or": parts })),
            inner.prop_map(|part| json!({ "Not": part })),
        ]
    })
}

/// Runs a machine and its conversion.
fn both(machine: &Value, input: &Value, missing: Missing) -> (Seen, Seen, String) {
    let document = Document::new(machine.to_string());
    let conversion = convert_machine_with(&document, missing);
    assert_eq!(conversion.obstacles, []);
    let after = crate::converted(&document, &conversion);
    let [before, now] = [&document, &after].map(|document| Seen::of(&run(document, input.clone(), Mocks::default())));
    (before, now, after.text().to_owned())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn paths(path in path(), input in object()) {
        if let Verdict::Different(how) = verdict(&path, &input, Missing::IsLeftOut) {
            prop_assert!(false, "{} in {}", how, input);
        }
    }

    #[test]
    fn rules(rule in rule(), input in object()) {
        let mut first = rule;
        first["Next"] = json!("Yes");
        let machine = json!({ "StartAt": "C", "States": {
            "C": { "Type": "Choice", "Choices": [first], "Default": "No" },
            "Yes": { "Type": "Succeed" },
            "No": { "Type": "Succeed" }
        } });
        let (before, after, text) = both(&machine, &input, Missing::Fails);
        prop_assert_eq!(before, after, "{} in {}", text, input);
        let (before, after, text) = both(&machine, &input, Missing::IsLeftOut);
        if before.status == "SUCCEEDED" {
            prop_assert_eq!(before, after, "{} in {}", text, input);
        }
    }

    #[test]
    fn the_data_of_a_task(
        selector in prop::option::of("\\$(\\.[abc]){0,2}"),
        place in prop::option::of("\\$(\\.[abc]){0,3}"),
        output in prop::option::of("\\$(\\.[abc]){0,3}"),
        result in object(),
        input in object(),
    ) {
        let mut state = json!({ "Type": "Task", "Resource": "arn:aws:states:::aws-sdk:x:y", "End": true });
        if let Some(selector) = selector {
            state["ResultSelector"] = json!({ "a": 1, "b.$": selector, "c": ["x"] });
        }
        if let Some(place) = place {
            state["ResultPath"] = json!(place);
        }
        if let Some(output) = output {
            state["OutputPath"] = json!(output);
        }
        let machine = json!({ "StartAt": "T", "States": { "T": state } });
        let document = Document::new(machine.to_string());
        let conversion = convert_machine(&document);
        prop_assert_eq!(&conversion.obstacles, &[]);
        let after = crate::converted(&document, &conversion);
        let mut mocks = Mocks::default();
        let answers = serde_json::from_value(json!([{ "Return": result }])).unwrap();
        mocks.states.insert("T".to_owned(), pasos::mock::Sequence::in_turn(answers));
        let [before, now] = [&document, &after].map(|document| Seen::of(&run(document, input.clone(), mocks.clone())));
        let is_noted = conversion.changes.iter().any(|change| change.notes.iter().any(excuses));
        if before.status == "SUCCEEDED" && !is_noted {
            prop_assert_eq!(before, now, "{} in {}", after.text(), input);
        }
    }
}
