//! `pasos test`: runs the cases of test files and of mock files.

mod report;

use super::check::Source;
use super::files::read_files;
use super::output::print_line;
use super::read_json;
use super::unknown_mocks::unknown_mocks;
use crate::asl::{Document, ExecutionType};
use crate::check::{Options, Severity, check_with};
use crate::services::Services;
use crate::sim::{Environment, Machine, Program};
use crate::suite::{Case, SuiteFile, Unusable, Verdict, mock_file_cases, read_suite, run_case};
use clap::{Args, ValueEnum};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// How results are printed.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum Format {
    Text,
    Tap,
    Junit,
    Json,
}

/// Options of `pasos test`.
#[derive(Debug, Args)]
pub(super) struct Test {
    /// Test files, or MockConfigFile.json files
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// The definition for a mock file; when left out, MACHINE.asl.json, MACHINE.json or the like in YAML beside it
    #[arg(long)]
    definition: Option<PathBuf>,
    /// The input of every case of a mock file, a JSON file; {} when left out
    #[arg(long)]
    input: Option<PathBuf>,
    /// Let a case fail when a mock has no answer left for a call; so it is where the environment sets CI
    #[arg(long, conflicts_with = "no_strict")]
    strict: bool,
    /// Only tell when a mock has no answer left for a call
    #[arg(long)]
    no_strict: bool,
    /// How to print the results
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// The results of one file.
struct Group {
    name: String,
    verdicts: Vec<Verdict>,
}

impl Test {
    pub(super) fn execute(self) -> Result<ExitCode, String> {
        let (mut groups, mut unusable) = (Vec::new(), false);
        for path in &self.files {
            let found = read_json(path).and_then(|value| self.verdicts(path, value));
            match found {
                Ok(verdicts) => groups.push(Group { name: path.display().to_string(), verdicts }),
                // The other files can be run nevertheless.
                Err(problem) => {
                    eprintln!("pasos: {problem}");
                    unusable = true;
                }
            }
        }
        if !groups.is_empty() {
            print_line(match self.format {
                Format::Text => report::text(&groups),
                Format::Tap => report::tap(&groups),
                Format::Junit => report::junit(&groups),
                Format::Json => report::json(&groups),
            });
        }
        let failed = groups.iter().flat_map(|group| &group.verdicts).any(|verdict| !verdict.passed());
        Ok(ExitCode::from(if unusable { super::USAGE_ERROR } else { u8::from(failed) }))
    }

    fn verdicts(&self, path: &Path, value: Value) -> Result<Vec<Verdict>, String> {
        let verdicts = match value.get("StateMachines") {
            Some(_) => self.mock_file(path, &value),
            None => test_file(path, value),
        };
        let verdicts = verdicts.and_then(|verdicts| match verdicts.is_empty() {
            true => Err("there is no test case in it".to_owned()),
            false => Ok(verdicts),
        });
        let is_strict = self.is_strict();
        verdicts
            .map(|verdicts| verdicts.into_iter().map(|it| if is_strict { it.strictly() } else { it }).collect())
            .map_err(|error| format!("{}: {error}", path.display()))
    }

    /// A CI service sets `CI`, and there nobody reads what a passed case says.
    fn is_strict(&self) -> bool {
        let is_ci = || std::env::var("CI").is_ok_and(|value| !matches!(value.as_str(), "" | "0" | "false"));
        self.strict || (!self.no_strict && is_ci())
    }

    fn mock_file(&self, path: &Path, config: &Value) -> Result<Vec<Verdict>, String> {
        let input = self.input.as_deref().map(read_json).transpose()?;
        let mut verdicts = Vec::new();
        for (machine, case) in mock_file_cases(config) {
            let definition = match &self.definition {
                Some(definition) => Ok(definition.clone()),
                None => beside(path, &machine),
            };
            let case = case.map(|case| Case { input: input.clone().unwrap_or(case.input), ..case });
            let verdict = run(definition, case, &informed());
            verdicts.push(Verdict { name: format!("{machine}: {}", verdict.name), ..verdict });
        }
        Ok(verdicts)
    }
}

fn test_file(path: &Path, value: Value) -> Result<Vec<Verdict>, String> {
    let file = SuiteFile::read(value).map_err(|error| error.to_string())?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let config = file.mocks.as_ref().map(|mocks| read_json(&folder.join(mocks))).transpose()?;
    let mut environment = informed();
    if let Some(files) = &file.files {
        environment.files = read_files(&folder.join(files))?;
    }
    for (name, machine) in &file.machines {
        let program = compile(&folder.join(machine), ExecutionType::Standard)?;
        environment.machines.insert(name.clone(), Machine { program, mocks: Default::default() });
    }
    let definition = folder.join(&file.definition);
    // Without it there is nothing to run any case on.
    Source::of_definition(&definition, &BTreeMap::new())?;
    let cases = read_suite(&file, config.as_ref());
    Ok(cases.into_iter().map(|case| run(Ok(definition.clone()), case, &environment)).collect())
}

/// Surroundings in which all services are known.
fn informed() -> Environment {
    Environment { services: Services::bundled(), ..Environment::default() }
}

/// Runs a case. One that cannot run has failed, and the others still run.
fn run(definition: Result<PathBuf, String>, case: Result<Case, Unusable>, environment: &Environment) -> Verdict {
    let case = match case {
        Ok(case) => case,
        Err(unusable) => return Verdict::unusable(&unusable.name, &unusable.error.to_string()),
    };
    let program = definition.and_then(|definition| compile(&definition, case.execution_type));
    let program = program.and_then(|program| match unknown_mocks(&case.mocks, &program) {
        Some(message) => Err(message),
        None => Ok(program),
    });
    match program {
        Ok(program) => run_case(&program, &case, environment),
        Err(reason) => Verdict::unusable(&case.name, &reason),
    }
}

/// The definition of a machine beside its mock file.
fn beside(mock_file: &Path, machine: &str) -> Result<PathBuf, String> {
    let folder = mock_file.parent().unwrap_or(Path::new(""));
    let ends = ["asl.json", "json", "asl.yaml", "asl.yml", "yaml", "yml", "asl"];
    let mut files = ends.iter().map(|end| folder.join(format!("{machine}.{end}")));
    let found = files.find(|path| path.is_file());
    found.ok_or_else(|| format!("no definition for the machine {machine}: name one with --definition"))
}

fn compile(path: &Path, execution_type: ExecutionType) -> Result<Program, String> {
    let source = Source::of_definition(path, &BTreeMap::new())?;
    source.needs_no_values()?;
    let document = Document::new(source.definition_text());
    let options = Options { execution_type, ..Options::default() };
    let wrong = check_with(&document, &options).into_iter().find(|found| found.severity == Severity::Error);
    let wrong = wrong.map(|found| found.problem.aws_message(found.location.as_deref().unwrap_or_default()));
    match (Program::compile(&document), wrong) {
        (Ok(program), None) => Ok(program),
        (_, Some(message)) => Err(format!("{} has errors: {message}", path.display())),
        (Err(_), None) => Err(format!("{} cannot run", path.display())),
    }
}
