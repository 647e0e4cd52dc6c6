//! `pasos replay`: a history that was recorded on AWS, on its definition.

use super::output::print_line;
use super::{LanguageOption, read_json, read_text};
use crate::asl::{Document, Machine};
use crate::i18n::Language;
use crate::import::definition_text;
use crate::replay::{Misfit, MisfitKind, Replay as Replayed, Visit, read_history, replay};
use clap::{Args, ValueEnum};
use serde_json::{Map, Value, json};
use std::path::PathBuf;
use std::process::ExitCode;

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Output {
    Text,
    Json,
}

/// Options of `pasos replay`.
#[derive(Debug, Args)]
pub(super) struct Replay {
    /// The definition, or - for standard input
    definition: PathBuf,
    /// What GetExecutionHistory returned (aws stepfunctions get-execution-history), a JSON file
    #[arg(long)]
    history: PathBuf,
    /// How to print the visits
    #[arg(long, value_enum, default_value = "text")]
    output: Output,
    /// The language of messages [default: from LC_ALL, LC_MESSAGES, LANG]
    #[arg(long, value_enum)]
    lang: Option<LanguageOption>,
}

impl Replay {
    pub(super) fn execute(self) -> Result<ExitCode, String> {
        let path = self.definition.display().to_string();
        let text = read_text(&self.definition)?;
        let read = definition_text(&path, &text).map_err(|_| format!("{path} has no definition in it"))?;
        let document = Document::new(read.made.text);
        if document.machine().n_states() == 0 {
            return Err(format!("{path} has no definition in it"));
        }
        let history = read_json(&self.history)?;
        let events = read_history(&history).map_err(|error| format!("{}: {error}", self.history.display()))?;
        let replayed = replay(&document, events);
        let language = LanguageOption::chosen(self.lang);
        match self.output {
            Output::Json => print_line(json_of(document.machine(), &replayed, language)),
            Output::Text => print_lines(&replayed, language),
        }
        Ok(ExitCode::from(u8::from(replayed.misfit.is_some())))
    }
}

/// All states of the definition in its order with their visits, then those that only the history has.
fn json_of(machine: &Machine, replayed: &Replayed, language: Language) -> Value {
    let mut states: Map<String, Value> =
        machine.states().map(|(_, state)| (state.name.to_string(), json!([]))).collect();
    for visit in &replayed.visits {
        if let Value::Array(visits) = states.entry(&visit.state).or_insert_with(|| json!([])) {
            visits.push(visit_json(visit));
        }
    }
    let states: Vec<Value> =
        states.into_iter().map(|(state, visits)| json!({ "state": state, "visits": visits })).collect();
    json!({ "states": states, "misfit": replayed.misfit.as_ref().map(|misfit| misfit_json(misfit, language)) })
}

fn visit_json(visit: &Visit) -> Value {
    let mut told = Map::new();
    told.insert("entered".into(), visit.entered.into());
    told.insert("exited".into(), visit.exited.into());
    told.insert("status".into(), visit.status.as_str().into());
    let texts = [("error", &visit.error), ("cause", &visit.cause)];
    told.extend(texts.into_iter().filter_map(|(name, text)| Some((name.to_owned(), text.clone()?.into()))));
    told.extend(visit.iteration.map(|iteration| ("iteration".to_owned(), iteration.into())));
    Value::Object(told)
}

fn misfit_json(misfit: &Misfit, language: Language) -> Value {
    let message = message(misfit, language);
    json!({ "event": misfit.event, "state": misfit.state, "code": misfit.kind.code(), "message": message })
}

fn message(misfit: &Misfit, language: Language) -> String {
    let state = &misfit.state;
    match (&misfit.kind, language) {
        (MisfitKind::UnknownState, Language::En) => format!("The definition has no state {state} there"),
        (MisfitKind::UnknownState, Language::Es) => {
            format!("La definición no tiene ningún estado {state} en ese lugar")
        }
        (MisfitKind::OtherType { recorded, defined }, Language::En) => {
            let defined = defined.unwrap_or("of no known type");
            format!("{state} is {recorded} in the history and {defined} in the definition")
        }
        (MisfitKind::OtherType { recorded, defined }, Language::Es) => {
            let defined = defined.unwrap_or("de ningún tipo conocido");
            format!("{state} es {recorded} en el historial y {defined} en la definición")
        }
        (MisfitKind::NotTheStart, Language::En) => format!("The definition does not start with {state} there"),
        (MisfitKind::NotTheStart, Language::Es) => format!("En ese lugar, la definición no empieza por {state}"),
        (MisfitKind::NoWay { from }, Language::En) => format!("The definition has no way from {from} to {state}"),
        (MisfitKind::NoWay { from }, Language::Es) => format!("La definición no lleva de {from} a {state}"),
    }
}

/// What stands before the message of a misfit.
fn parting(event: u64, language: Language) -> String {
    match language {
        Language::En => format!("The history and the definition part at event {event}"),
        Language::Es => format!("El historial y la definición se separan en el evento {event}"),
    }
}

fn print_lines(replayed: &Replayed, language: Language) {
    for visit in &replayed.visits {
        let events =
            visit.exited.map_or(format!("{}–", visit.entered), |exited| format!("{}–{exited}", visit.entered));
        let iteration = visit.iteration.map_or(String::new(), |index| format!(" [{index}]"));
        let error =
            [&visit.error, &visit.cause].into_iter().flatten().map(String::as_str).collect::<Vec<_>>().join(": ");
        print_line(
            format!("{events:<11} {:<13} {}{iteration}  {error}", visit.status.as_str(), visit.state).trim_end(),
        );
    }
    if let Some(misfit) = &replayed.misfit {
        print_line(format!("{}: {}.", parting(misfit.event, language), message(misfit, language)));
    }
}
