//! `pasos check`: what is wrong with definitions.

mod asset;
mod checked;
mod frame;
mod github;
mod glob;
mod json;
mod sarif;
mod sources;

pub(super) use checked::Checked;
pub(super) use sources::Source;

use super::LanguageOption;
use super::output::print_line;
use super::{MachineType, read_json, read_mocks};
use crate::check::{self, Options, Severity, Silence};
use crate::i18n::Language;
use crate::mock::Mocks;
use crate::services::Services;
use clap::{Args, ValueEnum};
use std::io::IsTerminal;
use std::path::PathBuf;
use std::process::ExitCode;

/// How diagnostics are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Text,
    Json,
    Sarif,
    Github,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum SeverityOption {
    Error,
    Warning,
    Hint,
}

/// Options of `pasos check`.
#[derive(Debug, Args)]
pub(super) struct Check {
    /// Definitions, templates that hold some, patterns such as '**/*.asl.json', folders, or - for standard input
    #[arg(required = true)]
    files: Vec<String>,
    /// How to print what is found
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// The type of the state machine, where a template does not say it
    #[arg(long = "type", value_enum, default_value_t = MachineType::Standard)]
    machine_type: MachineType,
    /// An example input, a JSON file, from which the shape of the data is inferred
    #[arg(long)]
    input: Option<PathBuf>,
    /// A MockConfigFile.json with what services answer
    #[arg(long, requires = "case")]
    mocks: Option<PathBuf>,
    /// The machine in the mock file; when left out, the one that is called as the first file, or the only one
    #[arg(long)]
    machine: Option<String>,
    /// The test case in the mock file
    #[arg(long)]
    case: Option<String>,
    /// Switch a rule off, everywhere or at one state
    #[arg(long, value_name = "RULE[@STATE]")]
    disable: Vec<String>,
    /// Switch a rule on that is off unless it is asked for
    #[arg(long, value_name = "RULE", value_parser = clap::builder::PossibleValuesParser::new(check::OPTIONAL))]
    enable: Vec<String>,
    /// The least severity that is printed
    #[arg(long, value_enum, default_value_t = SeverityOption::Hint)]
    severity: SeverityOption,
    /// The language of the messages; the environment's (LANG) when left out
    #[arg(long, value_enum)]
    lang: Option<LanguageOption>,
}

impl Check {
    pub(super) fn execute(self) -> Result<ExitCode, String> {
        let options = self.options()?;
        let least = match self.severity {
            SeverityOption::Error => Severity::Error,
            SeverityOption::Warning => Severity::Warning,
            SeverityOption::Hint => Severity::Hint,
        };
        let language = LanguageOption::chosen(self.lang);
        let sources = sources::collect(&self.files)?;
        let mut checked = Vec::new();
        for source in sources.found {
            let mut file = Checked::new(source, &options);
            file.findings.retain(|finding| finding.diagnostic.severity <= least);
            checked.push(file);
        }
        for problem in &sources.unreadable {
            eprintln!("pasos: {problem}");
        }
        let is_unreadable = !sources.unreadable.is_empty();
        if !(checked.is_empty() && is_unreadable) {
            print_checked(&checked, self.format, language);
        }
        let failed = checked.iter().any(Checked::has_errors);
        Ok(ExitCode::from(if is_unreadable { super::USAGE_ERROR } else { u8::from(failed) }))
    }

    fn options(&self) -> Result<Options, String> {
        let mocks = match (&self.mocks, &self.case) {
            (Some(path), Some(case)) => {
                let definition = self.files.first().map(String::as_str).unwrap_or_default();
                read_mocks(path, self.machine.as_deref(), definition, case)?
            }
            _ => Mocks::default(),
        };
        Ok(Options {
            execution_type: self.machine_type.execution_type(),
            input: self.input.as_deref().map(read_json).transpose()?,
            mocks,
            services: Services::bundled(),
            silenced: self.disable.iter().map(|text| silence(text)).collect::<Result<_, _>>()?,
            enabled: self.enable.clone(),
            ..Options::default()
        })
    }
}

fn silence(text: &str) -> Result<Silence, String> {
    let (rule, state) = match text.split_once('@') {
        Some((rule, state)) => (rule, Some(state.to_owned())),
        None => (text, None),
    };
    check::rule(rule).ok_or_else(|| format!("--disable {text}: there is no rule called {rule}"))?;
    Ok(Silence { rule: rule.to_owned(), state })
}

/// Prints what was found in some files.
pub(super) fn print_checked(checked: &[Checked], format: Format, language: Language) {
    match (format, checked) {
        (Format::Json, [file]) => print_line(json::file(None, file)),
        (Format::Json, files) => {
            let all = files.iter().map(|file| json::file(Some(&file.name), file)).collect();
            print_line(serde_json::Value::Array(all));
        }
        (Format::Sarif, files) => print_line(format_args!("{:#}", sarif::log(files, language))),
        (Format::Github, files) => {
            for file in files {
                file.findings.iter().for_each(|finding| print_line(github::annotation(file, finding, language)));
            }
        }
        (Format::Text, files) => {
            let is_coloured =
                std::io::stdout().is_terminal() && std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
            for file in files {
                for finding in &file.findings {
                    print_line(frame::frame(file, finding, language, is_coloured));
                }
                print_line(format_args!("{}: {}", file.name, language.messages().n_problems(file.findings.len())));
            }
        }
    }
}
