//! The terminal program: its commands, one file each.
#![expect(clippy::print_stderr, reason = "a terminal program prints")]

mod check;
mod files;
mod output;
mod query;
mod replay;
mod rules;
mod run;
mod test;
mod test_state;
mod unknown_mocks;

use crate::asl::ExecutionType;
use crate::check::Problem;
use crate::i18n::Language;
use crate::import::definition_text;
use crate::mock::{Mocks, read_config};
use crate::suite::machine_for;
use crate::text::json;
use crate::text::{LineIndex, Span};
use clap::{Parser, Subcommand, ValueEnum};
use serde_json::Value;
use std::path::Path;
use std::process::ExitCode;

/// Check and run state machines written in Amazon States Language, without AWS.
#[derive(Debug, Parser)]
#[command(name = "pasos", version, after_help = "Pasos is not affiliated with Amazon Web Services.")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Run a definition to its end, on a virtual clock and with mocked services
    Run(run::Run),
    /// Run saved test cases
    Test(test::Test),
    /// Run one state by itself, as TestState does
    TestState(test_state::TestState),
    /// Find what is wrong with definitions
    Check(check::Check),
    /// List what the checker looks for, or tell about one rule
    Rules(rules::Rules),
    /// Evaluate expressions on their own
    Query(query::Query),
    /// Follow a history that was recorded on AWS through its definition
    Replay(replay::Replay),
}

/// Standard or Express, as AWS writes them.
#[derive(Clone, Copy, Debug, ValueEnum)]
#[value(rename_all = "UPPER")]
enum MachineType {
    Standard,
    Express,
}

impl MachineType {
    fn execution_type(self) -> ExecutionType {
        match self {
            Self::Standard => ExecutionType::Standard,
            Self::Express => ExecutionType::Express,
        }
    }
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum LanguageOption {
    En,
    Es,
}

impl LanguageOption {
    /// The language that was asked for, or else the environment's.
    fn chosen(option: Option<Self>) -> Language {
        match option {
            Some(Self::En) => Language::En,
            Some(Self::Es) => Language::Es,
            // Of these the first that is set counts (POSIX, "Internationalization Variables").
            None => {
                let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
                    .iter()
                    .find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()));
                Language::preferred(set.as_deref())
            }
        }
    }
}

/// What a command line that makes no sense, or a file that cannot be read, exits with.
const USAGE_ERROR: u8 = 2;

/// Runs the program on the arguments of the process.
pub fn main() -> ExitCode {
    let arguments = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            // Help and version are no errors; printing them can only fail when nobody reads.
            let _ = error.print();
            return ExitCode::from(if error.use_stderr() { USAGE_ERROR } else { 0 });
        }
    };
    let result = match arguments.command {
        Command::Run(run) => run.execute(),
        Command::Test(test) => test.execute(),
        Command::TestState(test) => test.execute(),
        Command::Check(check) => check.execute(),
        Command::Rules(rules) => rules.execute(),
        Command::Query(query) => query.execute(),
        Command::Replay(replay) => replay.execute(),
    };
    result.unwrap_or_else(|message| {
        eprintln!("pasos: {message}");
        ExitCode::from(USAGE_ERROR)
    })
}

/// Milliseconds since 1970: where a run starts that is not told otherwise, and what an expression on its own calls now.
fn now() -> i64 {
    #[expect(clippy::disallowed_methods, reason = "the terminal program is where the time of the core comes from")]
    let now = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH);
    now.map_or(0, |since| since.as_millis() as i64)
}

/// Reads a file, or standard input where the path is `-`.
fn read_text(path: &Path) -> Result<String, String> {
    if path == Path::new("-") {
        return std::io::read_to_string(std::io::stdin())
            .map_err(|error| format!("cannot read standard input: {error}"));
    }
    std::fs::read_to_string(path).map_err(|error| format!("cannot read {}: {error}", path.display()))
}

/// Reads the mocks of a test case, of the machine that is asked for or that a definition's file is named after.
fn read_mocks(path: &Path, machine: Option<&str>, definition: &str, case: &str) -> Result<Mocks, String> {
    let config = read_json(path)?;
    let in_file = |error: &dyn std::fmt::Display| format!("{}: {error}", path.display());
    let machine = machine_for(&config, machine, definition).map_err(|error| in_file(&error))?;
    read_config(&config, machine, case).map_err(|error| in_file(&error))
}

/// Reads a JSON file, or a YAML file as JSON.
fn read_json(path: &Path) -> Result<Value, String> {
    let text = read_text(path)?;
    let wrong = |span: Span, reason: String| {
        let place = LineIndex::new(&text).position(&text, span.start);
        format!("{} is not valid JSON: line {}, column {}{reason}", path.display(), place.line, place.column)
    };
    let read = definition_text(&path.display().to_string(), &text).map_err(|error| wrong(error.span, String::new()))?;
    let made = read.made;
    let parsed = json::parse(&made.text);
    match (parsed.errors.first(), parsed.tree.root()) {
        (None, Some(root)) => Ok(parsed.tree.value(&made.text, root)),
        (error, _) => {
            let reason = error.map(|error| Problem::Syntax(error.problem.clone()));
            let reason = reason.map(|reason| format!(": {}", Language::En.diagnostic_messages().problem(&reason)));
            let span = made.map.span(error.map_or(Span::empty(0), |error| error.span));
            Err(wrong(span, reason.unwrap_or_default()))
        }
    }
}
