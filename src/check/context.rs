//! What a rule can ask, and where it reports.

use super::calls::{CallFault, call_faults};
use super::expression_sites::{ExpressionSite, expression_sites};
use super::inside::span_inside;
use super::path_sites::{PathSite, path_sites};
use super::{Diagnostic, Lint, Options, Problem, Rule, Severity};
use crate::asl::{Document, Machine, ScopeId, StateId};
use crate::flow::{Flow, Miss, Variables, infer, misses, variables};
use crate::text::Span;
use crate::text::json::{NodeId, Tree};
use std::cell::{Cell, OnceCell};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::rc::Rc;

/// How many diagnostics one rule may give; what is wrong so often is understood earlier.
const MAX_PER_RULE: usize = 500;

/// Under this name a rule that failed is reported.
const RULE_FAILED: &str = "rule-failed";

thread_local! {
    static RUNNING: Cell<Option<&'static str>> = const { Cell::new(None) };
}

/// The rule that is at work on this thread: what a panic hook blames.
pub fn running() -> Option<&'static str> {
    RUNNING.get()
}

/// What several rules ask of a document: found when the first one asks.
#[derive(Default)]
struct Facts<'a> {
    path_sites: OnceCell<Rc<[PathSite<'a>]>>,
    expression_sites: OnceCell<Rc<[ExpressionSite<'a>]>>,
    variables: OnceCell<Rc<Variables>>,
    flow: OnceCell<Rc<Flow>>,
    misses: OnceCell<Rc<[Miss]>>,
    call_faults: OnceCell<Rc<[CallFault]>>,
}

pub(super) struct Context<'a> {
    pub(super) document: &'a Document,
    pub(super) options: &'a Options,
    facts: Facts<'a>,
    found: Vec<Diagnostic>,
    rule: &'static str,
    severity: Severity,
    n_of_rule: usize,
}

impl<'a> Context<'a> {
    pub(super) fn new(document: &'a Document, options: &'a Options) -> Self {
        Self {
            document,
            options,
            facts: Facts::default(),
            found: Vec::new(),
            rule: "",
            severity: Severity::Error,
            n_of_rule: 0,
        }
    }

    /// Runs a rule, unless it is switched off altogether. One that fails is reported, and the others still run; where a
    /// failure ends the program, as in the browser, [`running`] tells which rule it was.
    pub(super) fn run(&mut self, rule: &Rule) {
        if self.options.is_left_off(rule.name) || self.options.is_silenced(rule.name, None) {
            return;
        }
        self.rule = rule.name;
        self.severity = rule.severity;
        self.n_of_rule = 0;
        let n_found = self.found.len();
        RUNNING.set(Some(rule.name));
        // What a failed rule has reported is taken back; nothing else that it can reach changes.
        let done = catch_unwind(AssertUnwindSafe(|| (rule.check)(self)));
        RUNNING.set(None);
        if done.is_err() {
            self.found.truncate(n_found);
            self.found.push(Diagnostic {
                rule: RULE_FAILED.to_owned(),
                severity: Severity::Warning,
                problem: Problem::RuleFailed { rule: rule.name.to_owned() },
                span: Span::empty(0),
                location: None,
                state: None,
            });
        }
    }

    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        self.found.sort_by_key(|diagnostic| (diagnostic.span.start, diagnostic.severity));
        self.found
    }

    pub(super) fn tree(&self) -> &'a Tree {
        self.document.tree()
    }

    pub(super) fn machine(&self) -> &'a Machine {
        self.document.machine()
    }

    /// All fields with paths.
    pub(super) fn path_sites(&self) -> Rc<[PathSite<'a>]> {
        Rc::clone(self.facts.path_sites.get_or_init(|| path_sites(self).into()))
    }

    /// All texts that may be JSONata.
    pub(super) fn expression_sites(&self) -> Rc<[ExpressionSite<'a>]> {
        Rc::clone(self.facts.expression_sites.get_or_init(|| expression_sites(self).into()))
    }

    /// Who reads and assigns which variables.
    pub(super) fn variables(&self) -> Rc<Variables> {
        Rc::clone(self.facts.variables.get_or_init(|| variables(self.document).into()))
    }

    /// The shapes of the data, as far as the example input and the mocks tell.
    pub(super) fn flow(&self) -> Rc<Flow> {
        let infer = || infer(self.document, self.options.input.as_ref(), &self.options.mocks).into();
        Rc::clone(self.facts.flow.get_or_init(infer))
    }

    /// Paths that find nothing in the data inferred from the example input; none without one.
    pub(super) fn misses(&self) -> Rc<[Miss]> {
        let find = || {
            let has_input = self.options.input.is_some();
            if has_input { misses(self.document, &self.flow()).into() } else { Rc::default() }
        };
        Rc::clone(self.facts.misses.get_or_init(find))
    }

    /// What is wrong with the parameters of calls whose services are known.
    pub(super) fn call_faults(&self) -> Rc<[CallFault]> {
        Rc::clone(self.facts.call_faults.get_or_init(|| call_faults(self).into()))
    }

    pub(super) fn report(&mut self, problem: Problem, span: Span, location: Option<String>, state: Option<StateId>) {
        // What stands in for a value that only the deployment knows has no fault.
        if self.options.origin.unknown.iter().any(|unknown| unknown.contains(span)) {
            return;
        }
        self.report_of_template(problem, span, location, state);
    }

    /// Reports what is wrong about a part that a template fills in, too.
    pub(super) fn report_of_template(
        &mut self,
        problem: Problem,
        span: Span,
        location: Option<String>,
        state: Option<StateId>,
    ) {
        let name = state.map(|state| &*self.machine().state(state).name);
        if self.options.is_silenced(self.rule, name) {
            return;
        }
        self.n_of_rule += 1;
        if self.n_of_rule <= MAX_PER_RULE {
            let (rule, severity) = (self.rule.to_owned(), self.severity);
            self.found.push(Diagnostic { rule, severity, problem, span, location, state });
        }
    }

    /// Reports a finding whose words are in the rule's documentation. `key` names the message, empty for the first;
    /// `arguments` fill its places.
    pub(super) fn lint(&mut self, key: &str, arguments: &[(&str, &str)], node: NodeId, state: Option<StateId>) {
        self.report_value(Problem::Lint(Lint::new(key, arguments)), node, state);
    }

    /// The same, marking a field's name.
    pub(super) fn lint_field(
        &mut self,
        key: &str,
        arguments: &[(&str, &str)],
        object: NodeId,
        field: &str,
        state: Option<StateId>,
    ) {
        self.report_field(Problem::Lint(Lint::new(key, arguments)), object, field, state);
    }

    /// The same, marking a part of the text at a value.
    pub(super) fn lint_at(
        &mut self,
        key: &str,
        arguments: &[(&str, &str)],
        span: Span,
        node: NodeId,
        state: Option<StateId>,
    ) {
        let location = self.location(node);
        self.report(Problem::Lint(Lint::new(key, arguments)), span, Some(location), state);
    }

    /// The same, marking a state's name.
    pub(super) fn lint_state(&mut self, key: &str, arguments: &[(&str, &str)], state: StateId) {
        self.report_state(Problem::Lint(Lint::new(key, arguments)), state);
    }

    /// Reports a value.
    pub(super) fn report_value(&mut self, problem: Problem, node: NodeId, state: Option<StateId>) {
        let location = self.location(node);
        self.report(problem, self.tree().span(node), Some(location), state);
    }

    /// Reports a part of a string, given in bytes of its value, at the place of `place`.
    pub(super) fn report_inside(
        &mut self,
        problem: Problem,
        node: NodeId,
        part: std::ops::Range<usize>,
        place: NodeId,
        state: Option<StateId>,
    ) {
        let span = span_inside(self.document.source(node), self.tree().span(node).start, part);
        let location = self.location(place);
        self.report(problem, span, Some(location), state);
    }

    /// Reports a field by its name, at the place of the object that has it.
    pub(super) fn report_field(&mut self, problem: Problem, object: NodeId, field: &str, state: Option<StateId>) {
        let span = self.tree().member(object, field).map_or(self.tree().span(object), |member| member.key_span);
        let location = self.location(object);
        self.report(problem, span, Some(location), state);
    }

    /// Reports what is wrong with the parameters of a call, at the place of all of them: so does AWS.
    pub(super) fn report_call(&mut self, problem: Problem, fault: &CallFault) {
        let location = self.location(fault.arguments);
        self.report(problem, fault.span(self.tree()), Some(location), Some(fault.state));
    }

    /// Reports a state, marking its name.
    pub(super) fn report_state(&mut self, problem: Problem, state: StateId) {
        let found = self.machine().state(state);
        let location = self.location(found.node);
        self.report(problem, found.name_span, Some(location), Some(state));
    }

    /// The place of a value in AWS's way: names behind slashes, indexes in brackets.
    pub(super) fn location(&self, node: NodeId) -> String {
        // What is too much to be told needs no place: finding it takes as long as there are states beside it.
        if self.n_of_rule >= MAX_PER_RULE {
            return String::new();
        }
        let pointer = self.tree().pointer(node);
        let mut location = String::new();
        for part in pointer.parts() {
            if part.parse::<usize>().is_ok() && !location.is_empty() {
                location.push_str(&format!("[{part}]"));
            } else {
                location.push('/');
                location.push_str(part);
            }
        }
        if location.is_empty() { "/".to_owned() } else { location }
    }

    /// Each scope with the object that holds it and the state around it.
    pub(super) fn scopes(&self) -> Vec<(ScopeId, NodeId, Option<StateId>)> {
        self.machine().scopes().map(|(id, scope)| (id, scope.node, scope.owner)).collect()
    }
}
