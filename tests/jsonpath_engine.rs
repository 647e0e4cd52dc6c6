//! Held against the engine itself: Jayway's JsonPath 2.0.0 with its provider for Jackson's `JsonNode`, on cases that are
//! generated from a seed. The engine is Java and no part of the project, so these tests run where they are told of it:
//!
//! ```text
//! JAYWAY=FOLDER cargo test --release --no-default-features --features cli --test jsonpath_engine -- --ignored --nocapture
//! ```
//!
//! `FOLDER/answer FILE` reads one `{"expr", "doc"}` a line (`doc` is JSON text) and prints one answer a line: `{"ok"}`
//! with JSON text, or `{"err", "msg"}`. `FOLDER/cases.jsonl`, where it is there, has cases with their answers. `SEED` and
//! `CASES` choose others and more.
#![allow(clippy::cmp_owned, clippy::print_stdout, reason = "answers are compared as texts, and figures are printed")]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "jsonpath/generated.rs"]
mod generated;

use generated::Generator;
use pasos::expr::jsonpath::Path;
use pasos::expr::{ExpressionError, Scope};
use serde_json::{Value, json};
use std::path::PathBuf;
use std::process::Command;

/// One question, and what the engine says: a value, or the message of an exception.
struct Case {
    expression: String,
    document: String,
    answer: Result<Value, Option<String>>,
}

fn ours(expression: &str, document: &str) -> Result<Value, String> {
    let input: Value = serde_json::from_str(document).unwrap();
    let scope = Scope { input: &input, context: &Value::Null, variables: &() };
    Path::parse(expression).and_then(|path| path.select(&scope)).map_err(|error| match error {
        ExpressionError::InvalidPath { reason, .. } | ExpressionError::NotFound { reason, .. } => reason,
        other => other.to_string(),
    })
}

/// How many agree in the outcome, and how many of those that fail in both agree in the message.
#[derive(Default)]
struct Figures {
    n_cases: usize,
    n_right: usize,
    n_errors: usize,
    n_messages: usize,
    examples: Vec<String>,
}

impl Figures {
    fn of(cases: &[Case]) -> Self {
        let mut figures = Self { n_cases: cases.len(), ..Self::default() };
        for case in cases {
            let ours = ours(&case.expression, &case.document);
            let (is_right, has_message) = match (&case.answer, &ours) {
                (Ok(theirs), Ok(value)) => (theirs.to_string() == value.to_string(), true),
                (Err(message), Err(reason)) => {
                    figures.n_errors += 1;
                    (true, message.as_ref().is_none_or(|message| message == reason))
                }
                _ => (false, true),
            };
            figures.n_right += usize::from(is_right);
            figures.n_messages += usize::from(matches!((&case.answer, &ours), (Err(_), Err(_))) && has_message);
            if !is_right || !has_message {
                let Case { expression, document, answer } = case;
                figures.examples.push(format!("{expression}\n  in {document}\n  engine {answer:?}\n  here   {ours:?}"));
            }
        }
        figures
    }

    fn tell(&self, name: &str) {
        let percent = |part: usize, whole: usize| 100.0 * part as f64 / whole.max(1) as f64;
        for example in self.examples.iter().take(40) {
            println!("{example}");
        }
        println!(
            "{name}: outcomes {}/{} = {:.2} %, messages {}/{} = {:.2} %",
            self.n_right,
            self.n_cases,
            percent(self.n_right, self.n_cases),
            self.n_messages,
            self.n_errors,
            percent(self.n_messages, self.n_errors)
        );
    }

    fn hold(&self) {
        assert!(self.n_right * 1000 >= self.n_cases * 995, "{} of {}", self.n_right, self.n_cases);
        assert!(self.n_messages * 100 >= self.n_errors * 98, "{} of {}", self.n_messages, self.n_errors);
    }
}

fn answer_of(row: &Value) -> Result<Value, Option<String>> {
    match row["ok"].as_str() {
        Some(text) => Ok(serde_json::from_str(text).unwrap()),
        None => Err(row["msg"].as_str().map(str::to_owned)),
    }
}

fn folder() -> PathBuf {
    std::env::var_os("JAYWAY").expect("JAYWAY names the folder of the engine").into()
}

fn number(name: &str, usual: u64) -> u64 {
    std::env::var(name).ok().and_then(|text| text.parse().ok()).unwrap_or(usual)
}

#[test]
#[ignore = "needs the engine"]
fn generated_cases_have_the_answers_of_the_engine() {
    let mut generator = Generator::new(number("SEED", 20_15));
    let questions: Vec<(String, String)> = (0..number("CASES", 10_000)).map(|_| generator.question()).collect();
    let lines: Vec<String> =
        questions.iter().map(|(expr, doc)| json!({ "expr": expr, "doc": doc }).to_string()).collect();
    let file = std::env::temp_dir().join(format!("jsonpath-{}.jsonl", std::process::id()));
    std::fs::write(&file, lines.join("\n") + "\n").unwrap();
    let output = Command::new(folder().join("answer")).arg(&file).output().unwrap();
    std::fs::remove_file(&file).unwrap();
    let answers = String::from_utf8(output.stdout).unwrap();
    let answers: Vec<Value> = answers.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(answers.len(), questions.len());
    let cases: Vec<Case> = questions
        .into_iter()
        .zip(&answers)
        .map(|((expression, document), row)| Case { expression, document, answer: answer_of(row) })
        .collect();
    let figures = Figures::of(&cases);
    figures.tell("generated");
    figures.hold();
}

#[test]
#[ignore = "needs the engine"]
fn kept_cases_have_the_answers_of_the_engine() {
    let text = std::fs::read_to_string(folder().join("cases.jsonl")).unwrap();
    let rows = text.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let cases: Vec<Case> = rows
        .map(|row| Case {
            expression: row["expr"].as_str().unwrap().to_owned(),
            document: row["doc"].as_str().unwrap().to_owned(),
            answer: answer_of(&row),
        })
        .collect();
    let figures = Figures::of(&cases);
    figures.tell("kept");
    figures.hold();
}

#[test]
fn generated_cases_end() {
    let mut generator = Generator::new(7);
    let n_found =
        (0..2_000).map(|_| generator.question()).filter(|(path, document)| ours(path, document).is_ok()).count();
    assert!(n_found > 500, "{n_found}");
}
