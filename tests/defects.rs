//! Seeded defects: each is found by the rule that is for it, at its line, and its right twin gives no alarm.
//!
//! A folder of `tests/defects` holds `wrong.asl.json`, `right.asl.json` and `expected`: the rule, the line, and `EXPRESS`
//! where the machine is one; `input.json` where the defect shows only on an input.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

use pasos::asl::{Document, ExecutionType};
use pasos::check::{Diagnostic, Options, Severity, check_with};
use pasos::services::Services;
use std::fs;
use std::path::{Path, PathBuf};

/// How many there have to be at least.
const LEAST: usize = 60;

struct Defect {
    name: String,
    folder: PathBuf,
    rule: String,
    line: usize,
    options: Options,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/defects")
}

fn defects() -> Vec<Defect> {
    let entries = fs::read_dir(root()).unwrap().map(|entry| entry.unwrap().path());
    let mut folders: Vec<PathBuf> = entries.filter(|path| path.is_dir()).collect();
    folders.sort();
    let read = |folder: PathBuf| {
        let expected = fs::read_to_string(folder.join("expected")).unwrap();
        let words: Vec<&str> = expected.split_whitespace().collect();
        let input = fs::read_to_string(folder.join("input.json")).ok();
        let options = Options {
            execution_type: match words.get(2) {
                Some(&"EXPRESS") => ExecutionType::Express,
                _ => ExecutionType::Standard,
            },
            input: input.map(|text| serde_json::from_str(&text).unwrap()),
            services: Services::bundled(),
            ..Options::default()
        };
        let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
        Defect { name, rule: words[0].to_owned(), line: words[1].parse().unwrap(), options, folder }
    };
    folders.into_iter().map(read).collect()
}

impl Defect {
    fn check(&self, twin: &str) -> Vec<(Diagnostic, usize)> {
        let document = Document::new(fs::read_to_string(self.folder.join(twin)).unwrap());
        let found = check_with(&document, &self.options);
        found
            .into_iter()
            .map(|found| (document.position(found.span.start).line, found))
            .map(|(line, found)| (found, line))
            .collect()
    }

    /// What is not as it should be; none when all is.
    fn fault(&self) -> Option<String> {
        let described = |found: &[(Diagnostic, usize)]| {
            let list: Vec<String> =
                found.iter().map(|(found, line)| format!("{} in line {line}", found.rule)).collect();
            list.join(", ")
        };
        let wrong = self.check("wrong.asl.json");
        if !wrong.iter().any(|(found, line)| found.rule == self.rule && *line == self.line) {
            let found = described(&wrong);
            return Some(format!("{}: {} in line {} was not found, but [{found}]", self.name, self.rule, self.line));
        }
        let mut right = self.check("right.asl.json");
        right.retain(|(found, _)| found.severity != Severity::Hint || found.rule == self.rule);
        (!right.is_empty()).then(|| format!("{}: the right twin has {}", self.name, described(&right)))
    }
}

#[test]
fn each_is_found_and_its_twin_is_not() {
    let defects = defects();
    assert!(defects.len() >= LEAST);
    let faults: Vec<String> = defects.iter().filter_map(Defect::fault).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
