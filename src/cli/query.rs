//! `pasos query`: expressions on their own.

use super::output::print_line;
use super::{now, read_json, read_text};
use crate::asl::error_name;
use crate::expr::{ExpressionError, Random, Scope, intrinsic::Intrinsic, jsonata, jsonpath::Path};
use clap::{Args, ValueEnum};
use serde_json::{Map, Value, json};
use std::collections::VecDeque;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

/// The stack of the thread that evaluates: recursion is bounded, and this is more than its bounds need.
const STACK_BYTES: usize = 256 << 20;

/// How long one expression may take before its thread is given up: longer than an evaluation's own bound, which it
/// overruns when a single function takes too long.
const PATIENCE: Duration = Duration::from_millis(3_000);

/// The code for an evaluation that does not end (the test suite of the reference implementation).
const TOO_LONG: &str = "U1001";

#[derive(Clone, Copy, Debug, ValueEnum)]
enum QueryLanguage {
    Jsonpath,
    Intrinsic,
    Jsonata,
}

/// Options of `pasos query`.
#[derive(Debug, Args)]
pub(super) struct Query {
    /// The language of the expression
    #[arg(long, value_enum)]
    language: QueryLanguage,
    /// The expression
    #[arg(long, allow_hyphen_values = true, required_unless_present = "batch", requires = "input")]
    expression: Option<String>,
    /// What $ is, a JSON file
    #[arg(long)]
    input: Option<PathBuf>,
    /// The variables by name without $, a JSON file
    #[arg(long)]
    variables: Option<PathBuf>,
    /// A file with one {"expression", "input", "variables"} a line: prints one answer a line
    #[arg(long, conflicts_with_all = ["expression", "input", "variables"])]
    batch: Option<PathBuf>,
}

/// One expression with its data.
struct Question {
    expression: String,
    input: Option<Value>,
    variables: Map<String, Value>,
}

impl Query {
    pub(super) fn execute(self) -> Result<ExitCode, String> {
        let questions = match (&self.batch, &self.expression) {
            (Some(batch), _) => read_text(batch)?.lines().map(read_question).collect(),
            (None, expression) => vec![Ok(Question {
                expression: expression.clone().unwrap_or_default(),
                input: self.input.as_deref().map(read_json).transpose()?,
                variables: match self.variables.as_deref().map(read_json).transpose()? {
                    Some(Value::Object(variables)) => variables,
                    Some(_) => return Err("--variables is not a JSON object".to_owned()),
                    None => Map::new(),
                },
            })],
        };
        // A file of many expressions is answered line by line: what fails there is an answer as well.
        let (is_one, mut has_failed) = (self.batch.is_none(), false);
        answer_all(self.language, questions, |answer| {
            has_failed |= answer.get("error").is_some();
            print_line(answer);
        });
        Ok(ExitCode::from(u8::from(is_one && has_failed)))
    }
}

fn read_question(line: &str) -> Result<Question, String> {
    let mut question: Map<String, Value> =
        serde_json::from_str(line).map_err(|error| format!("The line is not a JSON object: {error}"))?;
    let Some(Value::String(expression)) = question.remove("expression") else {
        return Err("The line has no \"expression\"".to_owned());
    };
    let variables = match question.remove("variables") {
        Some(Value::Object(variables)) => variables,
        None | Some(Value::Null) => Map::new(),
        Some(_) => return Err("\"variables\" is not a JSON object".to_owned()),
    };
    Ok(Question { expression, input: question.remove("input"), variables })
}

fn error(code: &str, message: &str) -> Value {
    json!({ "error": { "code": code, "message": message } })
}

/// Answers all questions in their order, on a thread of their own. One that panics or does not come back is replaced by
/// another, which goes on with the next question.
fn answer_all(language: QueryLanguage, questions: Vec<Result<Question, String>>, mut tell: impl FnMut(Value)) {
    let mut open: VecDeque<_> = questions.into();
    let mut thread: Option<(Sender<Question>, Receiver<Value>)> = None;
    while let Some(question) = open.pop_front() {
        let question = match question {
            Ok(question) => question,
            Err(message) => {
                tell(error("", &message));
                continue;
            }
        };
        let (ask, answers) = thread.take().unwrap_or_else(|| start(language));
        let answer = match ask.send(question) {
            Ok(()) => answers.recv_timeout(PATIENCE).map_err(|error| error.to_string()),
            Err(error) => Err(error.to_string()),
        };
        match answer {
            Ok(answer) => {
                tell(answer);
                thread = Some((ask, answers));
            }
            Err(_) => tell(error(TOO_LONG, "The evaluation was stopped: it took too long.")),
        }
    }
}

/// Starts a thread that answers until nobody asks.
fn start(language: QueryLanguage) -> (Sender<Question>, Receiver<Value>) {
    let (ask, questions) = channel::<Question>();
    let (answer, answers) = channel();
    let started = std::thread::Builder::new().stack_size(STACK_BYTES).spawn(move || {
        for question in questions {
            let result = std::panic::catch_unwind(|| answer_one(language, &question));
            let result = result.unwrap_or_else(|_| error("", "The evaluation was stopped: the program failed."));
            if answer.send(result).is_err() {
                return;
            }
        }
    });
    if let Err(error) = started {
        eprintln!("pasos: cannot start a thread: {error}");
    }
    (ask, answers)
}

fn answer_one(language: QueryLanguage, question: &Question) -> Value {
    let mut random = Random::new(0);
    let input = question.input.as_ref();
    let result = match language {
        QueryLanguage::Jsonata => {
            let bindings: Vec<(&str, &Value)> =
                question.variables.iter().map(|(name, value)| (name.as_str(), value)).collect();
            match jsonata::evaluate_plain(&question.expression, input, &bindings, &mut random, now()) {
                Ok(Some(value)) => return json!({ "result": value }),
                Ok(None) => return json!({ "undefined": true }),
                Err(failed) => return error(&failed.code, &failed.message),
            }
        }
        QueryLanguage::Intrinsic => Intrinsic::parse(&question.expression)
            .and_then(|call| call.evaluate(&scope(input, &question.variables), &mut random)),
        QueryLanguage::Jsonpath => {
            Path::parse(&question.expression).and_then(|path| path.select(&scope(input, &question.variables)))
        }
    };
    match result {
        Ok(value) => json!({ "result": value }),
        Err(failed) => error(error_code(&failed), &failed.to_string()),
    }
}

fn scope<'a>(input: Option<&'a Value>, variables: &'a Map<String, Value>) -> Scope<'a> {
    Scope { input: input.unwrap_or(&Value::Null), context: &Value::Null, variables }
}

/// The error that a state with this expression would have (developer guide, "Handling errors").
fn error_code(failed: &ExpressionError) -> &'static str {
    match failed {
        ExpressionError::InvalidIntrinsic { .. } | ExpressionError::IntrinsicFailed { .. } => {
            error_name::INTRINSIC_FAILURE
        }
        _ => error_name::RUNTIME,
    }
}
