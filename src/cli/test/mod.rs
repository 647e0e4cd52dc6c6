//! `pasos test`: runs the cases of test files and of mock files.

mod report;

use super::files::read_files;
use super::unknown_mocks::unknown_mocks;
use super::{read_json, read_text};
use crate::asl::Document;
use crate::check::{self, Severity};
use crate::services::Services;
use crate::sim::{Environment, Machine, Program};
use crate::suite::{Case, SuiteFile, Verdict, mock_file_cases, read_suite, run_case};
use clap::{Args, ValueEnum};
use serde_json::Value;
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
    /// The definition for a mock file; when left out, MACHINE.asl.json or MACHINE.json beside it
    #[arg(long)]
    definition: Option<PathBuf>,
    /// The input of every case of a mock file, a JSON file; {} when left out
    #[arg(long)]
    input: Option<PathBuf>,
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
        let mut groups = Vec::new();
        for path in &self.files {
            let value = read_json(path)?;
            let in_file = |error: String| format!("{}: {error}", path.display());
            let verdicts = match value.get("StateMachines") {
                Some(_) => self.mock_file(path, &value),
                None => test_file(path, value),
            };
            let verdicts = verdicts.and_then(|verdicts| match verdicts.is_empty() {
                true => Err("there is no test case in it".to_owned()),
                false => Ok(verdicts),
            });
            groups.push(Group { name: path.display().to_string(), verdicts: verdicts.map_err(in_file)? });
        }
        println!(
            "{}",
            match self.format {
                Format::Text => report::text(&groups),
                Format::Tap => report::tap(&groups),
                Format::Junit => report::junit(&groups),
                Format::Json => report::json(&groups),
            }
        );
        let failed = groups.iter().flat_map(|group| &group.verdicts).any(|verdict| !verdict.passed());
        Ok(ExitCode::from(u8::from(failed)))
    }

    fn mock_file(&self, path: &Path, config: &Value) -> Result<Vec<Verdict>, String> {
        let input = self.input.as_deref().map(read_json).transpose()?;
        let cases = mock_file_cases(config).map_err(|error| error.to_string())?;
        let mut verdicts = Vec::new();
        for (machine, case) in cases {
            let definition = match &self.definition {
                Some(definition) => definition.clone(),
                None => beside(path, &machine)?,
            };
            let program = compile(&definition)?;
            let case = Case { input: input.clone().unwrap_or(case.input), ..case };
            let verdict = run(&program, &case, &informed())?;
            verdicts.push(Verdict { name: format!("{machine}: {}", verdict.name), ..verdict });
        }
        Ok(verdicts)
    }
}

fn test_file(path: &Path, value: Value) -> Result<Vec<Verdict>, String> {
    let file = SuiteFile::read(value).map_err(|error| error.to_string())?;
    let folder = path.parent().unwrap_or(Path::new(""));
    let config = file.mocks.as_ref().map(|mocks| read_json(&folder.join(mocks))).transpose()?;
    let cases = read_suite(&file, config.as_ref()).map_err(|error| error.to_string())?;
    let mut environment = informed();
    if let Some(files) = &file.files {
        environment.files = read_files(&folder.join(files))?;
    }
    for (name, machine) in &file.machines {
        let program = compile(&folder.join(machine))?;
        environment.machines.insert(name.clone(), Machine { program, mocks: Default::default() });
    }
    let program = compile(&folder.join(&file.definition))?;
    cases.iter().map(|case| run(&program, case, &environment)).collect()
}

/// Surroundings in which all services are known.
fn informed() -> Environment {
    Environment { services: Services::bundled(), ..Environment::default() }
}

/// Runs a case, unless it mocks what is not there.
fn run(program: &Program, case: &Case, environment: &Environment) -> Result<Verdict, String> {
    match unknown_mocks(&case.mocks, program) {
        Some(message) => Err(format!("the case {}: {message}", case.name)),
        None => Ok(run_case(program, case, environment)),
    }
}

/// The definition of a machine beside its mock file.
fn beside(mock_file: &Path, machine: &str) -> Result<PathBuf, String> {
    let folder = mock_file.parent().unwrap_or(Path::new(""));
    let names = [format!("{machine}.asl.json"), format!("{machine}.json")];
    let found = names.iter().map(|name| folder.join(name)).find(|path| path.is_file());
    found.ok_or_else(|| format!("no definition for the machine {machine}: name one with --definition"))
}

fn compile(path: &Path) -> Result<Program, String> {
    let document = Document::new(read_text(path)?);
    let wrong = check::check(&document).into_iter().find(|found| found.severity == Severity::Error);
    let wrong = wrong.map(|found| found.problem.aws_message(found.location.as_deref().unwrap_or_default()));
    match (Program::compile(&document), wrong) {
        (Ok(program), None) => Ok(program),
        (_, Some(message)) => Err(format!("{} has errors: {message}", path.display())),
        (Err(_), None) => Err(format!("{} cannot run", path.display())),
    }
}
