//! What the worker remembers, and how it answers.

use super::conversion::conversion_preview;
use super::explanation::{catalogue, explain};
use super::host::Host;
use super::protocol::{Reported, Request, Response};
use super::running::{Run, given_input};
use super::source::Source;
use super::subject::Subject;
use crate::asl::Document;
use crate::calls;
use crate::check::{Diagnostic, Options, check_with};
use crate::fix::{FixedAll, fix_all};
use crate::flow::{Flow, example_input, hint, proposals};
use crate::i18n::Language;
use crate::i18n::diagnostics::diagnostic_words;
use crate::import::{MappedText, Quoted, quote_placeholders};
use crate::services::{self, Services};
use crate::sim::Program;
use std::collections::BTreeSet;
use std::sync::Arc;

/// All that the worker remembers between two requests.
#[derive(Debug, Default)]
pub struct Session {
    subject: Subject,
    run: Option<Run>,
    services: Services,
}

impl Session {
    /// What is known of the services. Parts that were wanted and have come are added to it.
    pub fn services(&self) -> &Services {
        &self.services
    }

    /// From now on, this is known of the services.
    pub fn know(&mut self, services: Services) {
        self.services = services;
    }

    /// Answers one request, both as JSON text.
    pub fn handle_message(&mut self, message: &str, host: Host<'_>) -> String {
        let response = self.read(message.as_bytes()).map_or(Response::Refused, |request| self.handle(request, host));
        // Plain data with text keys always becomes JSON.
        serde_json::to_string(&response).unwrap_or_default()
    }

    /// Reads a request, and takes up the definition that it is about; none where it is no request, or is about changes of a
    /// definition that is not there. To be called once for each message, in their order.
    pub fn read(&mut self, message: &[u8]) -> Option<Request> {
        let mut request: Request = serde_json::from_slice(message).ok()?;
        if let Some(source) = request.source_mut() {
            let told = std::mem::replace(source, Source::unchanged(""));
            *source = Source::unchanged(self.subject.document(told)?.text());
        }
        Some(request)
    }

    /// The services of which a request needs the models and does not have them: those that a machine and the machines
    /// that it starts call. A run that begins without them checks no parameters of these calls and answers `{}`.
    pub fn parts_before(&mut self, request: &Request) -> Vec<String> {
        let Request::Start { text, surroundings, .. } = request else { return Vec::new() };
        let own = self.subject.program(text.clone()).and_then(Result::ok);
        let others = surroundings.machines.values();
        let others =
            others.filter_map(|machine| Program::compile(&Document::new(machine.text.clone())).ok()).map(Arc::new);
        let programs: Vec<Arc<Program>> = own.into_iter().chain(others).collect();
        let resources = programs.iter().flat_map(|program| program.resources());
        let models: BTreeSet<&str> = resources.filter_map(services::model_of).collect();
        models.into_iter().filter(|name| !self.services.is_read(name)).map(str::to_owned).collect()
    }

    /// Answers one request.
    pub fn handle(&mut self, request: Request, host: Host<'_>) -> Response {
        match request {
            Request::Check { revision, text, options } => {
                let Some(document) = self.subject.document(text) else { return Response::Refused };
                // What a template fills in is unknown, not wrong: in quotation marks it is a text that nobody knows.
                let Quoted { made: MappedText { text, map }, unknown, .. } =
                    quote_placeholders(&MappedText::original(document.text().to_owned()));
                let document = if unknown.is_empty() { document } else { Arc::new(Document::new(text)) };
                let mut options = self.informed(*options);
                options.origin.unknown = unknown;
                let found = check_with(&document, &options);
                let is_unknown = options.input.is_none();
                let example = is_unknown.then(|| example_input(&document)).flatten();
                let reported = |diagnostic: Diagnostic| Reported {
                    en: diagnostic_words(&diagnostic, Language::En),
                    es: diagnostic_words(&diagnostic, Language::Es),
                    diagnostic: Diagnostic { span: map.span(diagnostic.span), ..diagnostic },
                };
                Response::Checked {
                    revision,
                    diagnostics: found.into_iter().map(reported).collect(),
                    example_input: example.map(|example| format!("{example:#}")),
                }
            }
            Request::Hint { text, options, offset } => {
                self.with_flow(text, &options, |document, flow| Response::Hint(hint(document, flow, offset)))
            }
            Request::Propose { text, options, offset } => {
                let Some(document) = self.subject.document(text) else { return Response::Refused };
                let Some(flow) = self.subject.flow(&options) else { return Response::Refused };
                match proposals(&document, &flow, offset) {
                    Some(proposals) => Response::Proposals(Some(proposals)),
                    None => calls::complete(&document, &self.services, offset)
                        .map_or(Response::Proposals(None), Response::Completions),
                }
            }
            Request::FindCalls { typed, limit } => Response::Calls(calls::find(&self.services, &typed, limit)),
            Request::DescribeCall { resource } => Response::CallDescribed(calls::describe(&self.services, &resource)),
            Request::Convert { text, state, missing, language } => {
                let Some(document) = self.subject.document(text) else { return Response::Refused };
                Response::Converted(conversion_preview(&document, state, missing, language))
            }
            Request::FixAll { text, options } => {
                let Some(document) = self.subject.document(text) else { return Response::Refused };
                let FixedAll { edits, n_fixes } = fix_all(&document, &self.informed(*options));
                Response::Fixed { edits, n_fixes }
            }
            Request::Explain { rule, language } => {
                explain(&rule, language).map_or(Response::Refused, Response::Explained)
            }
            Request::Catalogue { language } => Response::Catalogue(catalogue(language)),
            Request::Start { run, text, input, surroundings } => {
                self.run = None;
                let Some(input) = given_input(&input) else { return Response::InputNotJson { run } };
                let program = match self.subject.program(text) {
                    Some(Ok(program)) => program,
                    Some(Err(reason)) => return Response::NotRunnable { run, reason },
                    None => return Response::Refused,
                };
                match Run::start(run, program, input, *surroundings, self.services.clone(), host) {
                    Ok(run) => self.run.insert(run).stand(),
                    Err(refusal) => refusal,
                }
            }
            Request::Advance { run, steps, lets_time_pass } => {
                self.with_run(run, |run| run.advance(steps, lets_time_pass, host))
            }
            Request::Send { run, task_token, callback } => {
                self.with_run(run, |run| run.send(&task_token, callback, host))
            }
            Request::Redrive { run } => self.with_run(run, |run| run.redrive(host)),
            Request::Look { run, step } => self.with_run(run, |run| run.look(step)),
            Request::Visit { run, step, number } => self.with_run(run, |run| run.visit(number, step)),
            Request::Events { run, path, from, to } => self.with_run(run, |run| run.events(&path, from, to)),
        }
    }

    fn with_flow(
        &mut self,
        text: Source,
        options: &Options,
        answer: impl FnOnce(&Document, &Flow) -> Response,
    ) -> Response {
        let Some(document) = self.subject.document(text) else { return Response::Refused };
        let Some(flow) = self.subject.flow(options) else { return Response::Refused };
        answer(&document, &flow)
    }

    fn with_run(&mut self, number: u64, answer: impl FnOnce(&mut Run) -> Response) -> Response {
        self.run.as_mut().filter(|run| run.number() == number).map_or(Response::Refused, answer)
    }

    fn informed(&self, options: Options) -> Options {
        Options { services: self.services.clone(), ..options }
    }
}
