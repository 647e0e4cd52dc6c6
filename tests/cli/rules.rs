//! `pasos rules`.

use super::{folder, pasos};
use pasos::check::RULES;
use std::path::Path;

#[test]
fn a_rule_is_told_in_both_languages() {
    let folder = folder("rules");
    let (code, english, _) = pasos(&folder, &["rules", "missing-target", "--lang", "en"]);
    assert_eq!(code, 0);
    assert!(english.contains("## Why"), "{english}");
    let (_, spanish, _) = pasos(&folder, &["rules", "missing-target", "--lang", "es"]);
    assert!(spanish.contains("## Por qué"), "{spanish}");
    let (code, _, error) = pasos(&folder, &["rules", "no-such-rule"]);
    assert!(code == 2 && error.contains("no-such-rule"), "{error}");
}

/// `PASOS_REWRITE=1 cargo test --features cli --test cli rules` writes the pages anew.
#[test]
fn the_pages_of_the_documentation_are_what_it_prints() {
    let folder = folder("rules");
    for (language, file) in [("en", "RULES.md"), ("es", "RULES.es.md")] {
        let (_, printed, _) = pasos(&folder, &["rules", "--lang", language]);
        let check = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/check");
        if std::env::var_os("PASOS_REWRITE").is_some() {
            std::fs::write(check.join(file), &printed).unwrap();
        }
        assert_eq!(std::fs::read_to_string(check.join(file)).unwrap(), printed, "{file}");
        assert!(RULES.iter().all(|rule| printed.contains(&format!("[`{}`]", rule.name))));
        let links = printed.split("](").skip(1).filter_map(|rest| rest.split_once(')'));
        assert!(links.clone().count() == RULES.len() && links.clone().all(|(link, _)| check.join(link).exists()));
    }
}
