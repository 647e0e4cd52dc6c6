//! Results of tests as text, TAP 14, JUnit XML and JSON.

use super::Group;
use crate::suite::Verdict;
use serde_json::{Value, json};
use std::fmt::Write as _;

fn counts(groups: &[Group]) -> (usize, usize) {
    let all = groups.iter().flat_map(|group| &group.verdicts);
    all.fold((0, 0), |(passed, failed), verdict| match verdict.passed() {
        true => (passed + 1, failed),
        false => (passed, failed + 1),
    })
}

fn differences(verdict: &Verdict, indent: &str) -> String {
    let mut text = String::new();
    for difference in &verdict.differences {
        // Writing to a String cannot fail.
        let _ = writeln!(text, "{indent}{}: expected {}", difference.what, difference.expected);
        let _ = writeln!(text, "{indent}{:>width$}  but was {}", "", difference.actual, width = difference.what.len());
    }
    text
}

/// What to tell about answers that have run out where that is no failure.
fn ran_out(verdict: &Verdict) -> Option<String> {
    let is_told =
        verdict.ran_out.is_empty() || verdict.differences.iter().any(|difference| difference.what == "answers");
    let states = verdict.ran_out.join(", ");
    (!is_told).then(|| {
        format!("no answer was left for {states}, so the service was simulated; --strict makes that a failure")
    })
}

pub(super) fn text(groups: &[Group]) -> String {
    let mut text = String::new();
    for group in groups {
        let _ = writeln!(text, "{}", group.name);
        for verdict in &group.verdicts {
            let sign = if verdict.passed() { "ok  " } else { "FAIL" };
            let _ = writeln!(text, "  {sign} {}", verdict.name);
            text.push_str(&differences(verdict, "         "));
            if let Some(note) = ran_out(verdict) {
                let _ = writeln!(text, "         {note}");
            }
        }
    }
    let (passed, failed) = counts(groups);
    let _ = write!(text, "{passed} passed, {failed} failed");
    text
}

/// TAP 14 (testanything.org): one test point a case, what differs as a YAML block.
pub(super) fn tap(groups: &[Group]) -> String {
    let (passed, failed) = counts(groups);
    let mut text = format!("TAP version 14\n1..{}", passed + failed);
    let mut number = 0;
    for group in groups {
        for verdict in &group.verdicts {
            number += 1;
            let sign = if verdict.passed() { "ok" } else { "not ok" };
            // A `#` would begin a directive.
            let name = format!("{}: {}", group.name, verdict.name).replace('#', "\\#");
            let _ = write!(text, "\n{sign} {number} - {name}");
            if let Some(note) = ran_out(verdict) {
                let _ = write!(text, "\n# {note}");
            }
            if !verdict.passed() {
                text.push_str("\n  ---");
                for difference in &verdict.differences {
                    let _ = write!(
                        text,
                        "\n  {}:\n    expected: {}\n    actual: {}",
                        difference.what, difference.expected, difference.actual
                    );
                }
                text.push_str("\n  ...");
            }
        }
    }
    text
}

/// Text for an XML attribute or element; characters that XML 1.0 does not have become U+FFFD.
fn xml(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\n' | '\t' => escaped.push(character),
            control if control.is_control() => escaped.push('\u{fffd}'),
            other => escaped.push(other),
        }
    }
    escaped
}

/// The XML that JUnit writes, as CI services read it; times are those of the virtual clock.
pub(super) fn junit(groups: &[Group]) -> String {
    let (passed, failed) = counts(groups);
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites tests=\"{}\" failures=\"{failed}\">",
        passed + failed
    );
    for group in groups {
        let failed = group.verdicts.iter().filter(|verdict| !verdict.passed()).count();
        let _ = write!(
            text,
            "\n  <testsuite name=\"{}\" tests=\"{}\" failures=\"{failed}\">",
            xml(&group.name),
            group.verdicts.len()
        );
        for verdict in &group.verdicts {
            let seconds = verdict.virtual_milliseconds as f64 / 1000.0;
            let _ = write!(
                text,
                "\n    <testcase classname=\"{}\" name=\"{}\" time=\"{seconds:.3}\"",
                xml(&group.name),
                xml(&verdict.name)
            );
            if verdict.passed() {
                match ran_out(verdict) {
                    Some(note) => {
                        let note = xml(&note);
                        let _ = write!(text, ">\n      <system-out>{note}</system-out>\n    </testcase>");
                    }
                    None => text.push_str("/>"),
                }
                continue;
            }
            let names: Vec<&str> = verdict.differences.iter().map(|difference| difference.what).collect();
            let _ = write!(
                text,
                ">\n      <failure message=\"{} differs\">{}</failure>\n    </testcase>",
                names.join(", "),
                xml(&differences(verdict, ""))
            );
        }
        text.push_str("\n  </testsuite>");
    }
    text.push_str("\n</testsuites>");
    text
}

pub(super) fn json(groups: &[Group]) -> String {
    let case = |verdict: &Verdict| {
        let differences: Vec<Value> = verdict
            .differences
            .iter()
            .map(|it| json!({ "what": it.what, "expected": it.expected, "actual": it.actual }))
            .collect();
        let mut case = json!({ "name": verdict.name, "passed": verdict.passed(), "differences": differences });
        if !verdict.ran_out.is_empty() {
            case["ranOut"] = verdict.ran_out.clone().into();
        }
        case
    };
    let list: Vec<Value> = groups
        .iter()
        .map(|group| json!({ "file": group.name, "cases": group.verdicts.iter().map(case).collect::<Vec<_>>() }))
        .collect();
    Value::from(list).to_string()
}
