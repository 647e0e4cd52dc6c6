//! `pasos check`.

use super::{folder, json_of, pasos};
use serde_json::json;

#[test]
fn check_exits_with_0_or_1_and_names_line_and_column() {
    let folder = folder("check");
    let (code, out, _) = pasos(&folder, &["check", "right.json", "--format", "json", "--severity", "warning"]);
    assert_eq!((code, json_of(&out)), (0, json!({ "result": "OK", "diagnostics": [] })));
    let (code, out, _) = pasos(&folder, &["check", "wrong.json", "--format", "json"]);
    let first = &json_of(&out)["diagnostics"][0];
    assert_eq!(code, 1);
    assert_eq!(
        (&first["code"], &first["location"], &first["line"], &first["column"]),
        (&json!("MISSING_TRANSITION_TARGET"), &json!("/StartAt"), &json!(2), &json!(14))
    );
    let (_, out, _) = pasos(&folder, &["check", "right.json", "wrong.json", "--format", "json"]);
    assert_eq!(json_of(&out)[1]["file"], "wrong.json");
}

#[test]
fn check_speaks_both_languages() {
    let folder = folder("languages");
    let (_, english, _) = pasos(&folder, &["check", "wrong.json", "--lang", "en"]);
    assert!(english.contains("Error[missing-target]: There is no state called Missing"), "{english}");
    assert!(english.contains("--> wrong.json:2:14"));
    let (_, spanish, _) = pasos(&folder, &["check", "wrong.json", "--lang", "es"]);
    assert!(spanish.contains("No hay ningún estado llamado «Missing»"), "{spanish}");
}
