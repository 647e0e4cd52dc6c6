//! The inference itself: shapes are carried along the transitions of each scope until nothing changes.

use super::answer::answer;
use super::choose;
use super::evaluate::{Environment, View};
use super::expressions::Data;
use super::scopes::is_distributed;
use super::shape::Shape;
use crate::asl::{Document, QueryLanguage, ScopeId, StateId, StateType, TransitionKind};
use crate::expr::jsonpath::{Path, SimpleStep};
use crate::mock::Mocks;
use serde_json::{Map, Value};
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;

/// After so many changes of a state's input, what still changes is given up.
const WIDEN_AFTER: u32 = 4;

/// After so many, nothing is known any more.
const GIVE_UP_AFTER: u32 = 24;

/// What is known where a state is entered.
#[derive(Clone, Debug, PartialEq)]
struct Point {
    shape: Shape,
    variables: Arc<Environment>,
    /// Whether a run with the example input surely comes here, unless something fails before.
    is_certain: bool,
}

/// The data of one state at each stage.
#[derive(Clone, Debug, Default)]
struct Stages {
    effective: Shape,
    result: Shape,
    /// Before `OutputPath`.
    unfiltered: Shape,
    after: Shape,
    item: Option<Shape>,
    /// Whether its work may fail, as far as mocks say.
    may_fail: bool,
}

/// The shapes of a machine's data.
#[derive(Clone, Debug)]
pub struct Flow {
    before: Vec<Option<Point>>,
    stages: Vec<Stages>,
    /// How many items each Map state has.
    n_items: Vec<Option<usize>>,
}

/// How many frames are followed inside one another; what is deeper is not known.
const MAX_SCOPE_DEPTH: usize = 40;

/// Infers the shapes of a machine's data from an example input and what services answer. Without an input, it may be
/// anything. Each state is looked at a bounded number of times.
pub fn infer(document: &Document, input: Option<&Value>, mocks: &Mocks) -> Flow {
    let n_states = document.machine().n_states();
    let flow =
        Flow { before: vec![None; n_states], stages: vec![Stages::default(); n_states], n_items: vec![None; n_states] };
    let fields = document.machine().states().map(|(_, state)| own_fields(document, state.node)).collect();
    let n_scopes = document.machine().scopes().count();
    let outputs = vec![Shape::default(); n_scopes];
    let mut inference =
        Inference { document, mocks, fields, visits: vec![0; n_states], waits: vec![false; n_states], outputs, flow };
    if n_scopes > 0 {
        let shape = input.map_or_else(Shape::input, Shape::of);
        inference.run(ScopeId::ROOT, Point { shape, variables: Arc::default(), is_certain: true });
    }
    inference.flow
}

impl Flow {
    /// The input of a state; none where nothing leads to it.
    pub fn before(&self, state: StateId) -> Option<&Shape> {
        self.before[state.0 as usize].as_ref().map(|point| &point.shape)
    }

    /// The output of a state when it is left without an error; of a Choice state, by any of its rules. None where it is
    /// never left so.
    pub fn after(&self, state: StateId) -> Option<&Shape> {
        Some(&self.stages[state.0 as usize].after).filter(|shape| !shape.is_never())
    }

    /// What `$` is in an expression of a state; none where that is not known.
    pub fn data(&self, state: StateId, data: Data) -> Option<&Shape> {
        let stages = &self.stages[state.0 as usize];
        let shape = match data {
            Data::Input => self.before(state)?,
            Data::Effective => &stages.effective,
            Data::Result => &stages.result,
            Data::Output => &stages.unfiltered,
            Data::Error => return None,
        };
        Some(shape).filter(|shape| !shape.is_never())
    }

    /// The shape of a variable when a state is entered; none where it may have no value.
    pub fn variable(&self, state: StateId, name: &str) -> Option<&Shape> {
        let (shape, is_always) = self.before[state.0 as usize].as_ref()?.variables.get(name)?;
        is_always.then_some(shape)
    }

    /// The variables that a state can see when it is entered: name, shape, and whether each has a value by every way.
    pub fn variables(&self, state: StateId) -> impl Iterator<Item = (&str, &Shape, bool)> {
        let known = self.before[state.0 as usize].iter().flat_map(|point| point.variables.iter());
        known.map(|(name, (shape, is_always))| (name.as_str(), shape, *is_always))
    }

    /// Whether a run with the example input surely comes to a state, unless something fails before.
    pub fn is_certain(&self, state: StateId) -> bool {
        self.before[state.0 as usize].as_ref().is_some_and(|point| point.is_certain)
    }

    /// How many items a Map state has at the most, or else at least; none where nothing is known of that.
    pub fn n_items(&self, state: StateId) -> Option<usize> {
        self.n_items[state.0 as usize]
    }

    /// Whether the work of a state may fail, as far as mocks say.
    pub fn may_fail(&self, state: StateId) -> bool {
        self.stages[state.0 as usize].may_fail
    }

    /// What an expression of a state sees, with `data` as `$`.
    pub(super) fn view<'a>(&'a self, state: StateId, data: &'a Shape) -> Option<View<'a>> {
        let point = self.before[state.0 as usize].as_ref()?;
        let stages = &self.stages[state.0 as usize];
        let result = Some(&stages.result).filter(|shape| !shape.is_never());
        Some(View { result, item: stages.item.as_ref(), ..View::of(data, &point.variables) })
    }
}

/// The fields of a state without the states inside it.
fn own_fields(document: &Document, node: crate::text::json::NodeId) -> Map<String, Value> {
    let inner = ["ItemProcessor", "Iterator", "Branches"];
    let members = document.tree().members(node).iter().filter(|member| !inner.contains(&&*member.key));
    members.map(|member| (member.key.to_string(), document.value(member.value))).collect()
}

struct Inference<'a> {
    document: &'a Document,
    mocks: &'a Mocks,
    fields: Vec<Map<String, Value>>,
    visits: Vec<u32>,
    /// Whether a state is yet to be looked at.
    waits: Vec<bool>,
    outputs: Vec<Shape>,
    flow: Flow,
}

impl Inference<'_> {
    /// Runs a scope on one more input; gives what it puts out.
    fn run(&mut self, scope: ScopeId, point: Point) -> Shape {
        // Each scope inside another takes some of the stack.
        if self.document.machine().depth(scope) > MAX_SCOPE_DEPTH {
            return Shape::any();
        }
        let document = self.document;
        let found = document.machine().scope(scope);
        let first = found.start_at.as_ref().and_then(|target| target.state);
        let mut open = VecDeque::new();
        if let Some(first) = first
            && self.reach(first, point)
        {
            open.push_back(first);
        }
        while let Some(state) = open.pop_front() {
            self.waits[state.0 as usize] = false;
            for (target, point) in self.leave(state) {
                match target {
                    Some(target) => {
                        if self.reach(target, point) && !std::mem::replace(&mut self.waits[target.0 as usize], true) {
                            open.push_back(target);
                        }
                    }
                    None => {
                        let output = &mut self.outputs[scope.0 as usize];
                        *output = output.join(&point.shape).bounded();
                    }
                }
            }
        }
        self.outputs[scope.0 as usize].clone()
    }

    /// Adds what one way brings to a state; says whether that changes anything.
    fn reach(&mut self, state: StateId, point: Point) -> bool {
        let index = state.0 as usize;
        let point = Point { shape: point.shape.bounded(), ..point };
        let Some(known) = &self.flow.before[index] else {
            self.flow.before[index] = Some(point);
            return true;
        };
        self.visits[index] += 1;
        let visits = self.visits[index];
        let join = |old: &Shape, new: &Shape| match visits {
            visits if visits > GIVE_UP_AFTER && old != new && old.join(new) != *old => {
                Shape::any_from(old.origin().cloned())
            }
            visits if visits > WIDEN_AFTER => old.widen(new),
            _ => old.join(new),
        };
        let mut variables: Environment = BTreeMap::new();
        for (name, (shape, is_always)) in known.variables.iter() {
            let joined = match point.variables.get(name) {
                Some((other, is_also)) => (join(shape, other), *is_always && *is_also),
                None => (shape.clone(), false),
            };
            variables.insert(name.clone(), joined);
        }
        for (name, (shape, _)) in point.variables.iter() {
            variables.entry(name.clone()).or_insert_with(|| (shape.clone(), false));
        }
        let joined = Point {
            shape: join(&known.shape, &point.shape).bounded(),
            variables: if variables == *known.variables { Arc::clone(&known.variables) } else { Arc::new(variables) },
            is_certain: known.is_certain || point.is_certain,
        };
        let is_changed = joined != *known;
        self.flow.before[index] = Some(joined);
        is_changed
    }

    /// Where a state goes, and with what; no target where its scope ends.
    fn leave(&mut self, state: StateId) -> Vec<(Option<StateId>, Point)> {
        let document = self.document;
        let found = document.machine().state(state);
        let fields = self.fields[state.0 as usize].clone();
        let Some(point) = self.flow.before[state.0 as usize].clone() else { return Vec::new() };
        let is_jsonata = found.query_language == QueryLanguage::JSONata;
        let effective =
            if is_jsonata { point.shape.clone() } else { filtered(&fields, "InputPath", &point.shape, &point) };
        let (result, may_fail, item) = self.work(state, &fields, &point, &effective);
        let mut exits = Vec::new();
        let (mut after, mut unfiltered) = (Shape::default(), Shape::default());
        if found.state_type == Some(StateType::Choice) {
            let rules = fields.get("Choices").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
            for (taken, is_certain) in ways(rules, &View::of(&effective, &point.variables), is_jsonata) {
                let (kind, part) = match taken {
                    Some(index) => (TransitionKind::Choice(index), rules[index].as_object()),
                    None => (TransitionKind::Default, Some(&fields)),
                };
                let Some(part) = part else { continue };
                let mut own = part.clone();
                own.extend(fields.get("OutputPath").map(|path| ("OutputPath".to_owned(), path.clone())));
                let data = if is_jsonata { effective.clone() } else { choose::asked(&effective, rules, taken) };
                let (before_filter, output, mut next) = put_out(&own, &point, &data, None, is_jsonata, true);
                next.is_certain = point.is_certain && is_certain;
                after = after.join(&output);
                unfiltered = unfiltered.join(&before_filter);
                exits.extend(target(found, kind).map(|target| (Some(target), next)));
            }
        } else if !result.is_never() && found.state_type != Some(StateType::Fail) {
            let passes = matches!(found.state_type, Some(StateType::Wait | StateType::Succeed));
            let has_result = is_jsonata && !passes && found.state_type != Some(StateType::Pass);
            let seen = has_result.then_some(&result);
            let data = if is_jsonata && !has_result { &point.shape } else { &result };
            let (before_filter, output, mut next) = put_out(&fields, &point, data, seen, is_jsonata, passes);
            next.is_certain = point.is_certain && !may_fail;
            (after, unfiltered) = (output, before_filter);
            match target(found, TransitionKind::Next) {
                Some(target) => exits.push((Some(target), next)),
                None => exits.push((None, next)),
            }
        }
        let catchers = fields.get("Catch").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        for (index, catcher) in catchers.iter().enumerate() {
            if let (Some(target), Some(catcher)) = (target(found, TransitionKind::Catch(index)), catcher.as_object()) {
                exits.push((Some(target), caught(catcher, &point, is_jsonata)));
            }
        }
        self.flow.stages[state.0 as usize] = Stages { effective, result, unfiltered, after, item, may_fail };
        exits
    }

    /// What the work of a state gives, whether it may fail, and the item of a Map.
    fn work(
        &mut self,
        state: StateId,
        fields: &Map<String, Value>,
        point: &Point,
        effective: &Shape,
    ) -> (Shape, bool, Option<Shape>) {
        let found = self.document.machine().state(state);
        let view = View::of(effective, &point.variables);
        let is_jsonata = found.query_language == QueryLanguage::JSONata;
        let sent = match fields.get(if is_jsonata { "Arguments" } else { "Parameters" }) {
            Some(arguments) if is_jsonata => view.jsonata(arguments),
            Some(template) => view.template(template),
            None => effective.clone(),
        };
        match found.state_type {
            Some(StateType::Pass) if !is_jsonata => (fields.get("Result").map_or(sent, Shape::of), false, None),
            Some(StateType::Task) => {
                let resource = fields.get("Resource").and_then(Value::as_str).unwrap_or_default();
                let parameters = fields.get(if is_jsonata { "Arguments" } else { "Parameters" });
                let answer = answer(&found.name, resource, parameters, self.mocks);
                (answer.shape, answer.may_fail, None)
            }
            Some(StateType::Parallel) => {
                let branches: Vec<ScopeId> = found.inner.clone();
                let outputs: Vec<Shape> = branches
                    .into_iter()
                    .map(|branch| self.run(branch, Point { shape: sent.clone(), ..point.clone() }))
                    .collect();
                let ends = !outputs.iter().any(Shape::is_never);
                (if ends { Shape::tuple(outputs) } else { Shape::default() }, false, None)
            }
            Some(StateType::Map) => self.map(state, fields, point, effective),
            _ => (effective.clone(), false, None),
        }
    }

    fn map(
        &mut self,
        state: StateId,
        fields: &Map<String, Value>,
        point: &Point,
        effective: &Shape,
    ) -> (Shape, bool, Option<Shape>) {
        let found = self.document.machine().state(state);
        let is_jsonata = found.query_language == QueryLanguage::JSONata;
        let distributed = is_distributed(self.document, state);
        let view = View::of(effective, &point.variables);
        let items = match (fields.get("Items").filter(|_| is_jsonata), fields.get("ItemsPath").and_then(Value::as_str))
        {
            _ if fields.contains_key("ItemReader") => Shape::any(),
            (Some(items), _) => view.jsonata(items),
            (None, Some(path)) if !is_jsonata => view.text(path),
            _ => effective.clone(),
        };
        let (item, least, most) = match &items.array {
            Some(array) if !items.is_any && items.object.is_none() => (array.items.clone(), array.least, array.most),
            _ => (items.step(&SimpleStep::Wildcard).0, 0, None),
        };
        self.flow.n_items[state.0 as usize] = most.or((least > 0).then_some(least));
        let own = fields.get("ItemSelector").or_else(|| fields.get("Parameters"));
        let view = View { item: Some(&item), ..view };
        let mut input = match own {
            Some(_) if item.is_never() => Shape::default(),
            // The context object has the item, which is followed only in templates.
            Some(selector) if is_jsonata => view.jsonata(selector),
            Some(selector) => view.template(selector),
            None => item.clone(),
        };
        if let Some(batcher) = fields.get("ItemBatcher").filter(|_| !input.is_never()) {
            let mut members = vec![("Items".to_owned(), Shape::list(input, 1, None))];
            if batcher.get("BatchInput").is_some() {
                members.push(("BatchInput".to_owned(), Shape::any()));
            }
            input = Shape::closed(members);
        }
        let mut output = Shape::default();
        if let Some(scope) = found.inner.first().copied().filter(|_| !input.is_never()) {
            let variables = if distributed { Arc::default() } else { Arc::clone(&point.variables) };
            output = self.run(scope, Point { shape: input, variables, is_certain: point.is_certain && least > 0 });
        }
        // Children of a Map run may fail and be tolerated, and their results may be written elsewhere.
        let result = match output {
            _ if distributed => Shape::any(),
            // Every iteration fails.
            output if output.is_never() && least > 0 => Shape::default(),
            output if output.is_never() => Shape::list(output, 0, Some(0)),
            output => Shape::list(output, least, most),
        };
        (result, false, Some(item))
    }
}

/// Where a transition leads.
fn target(state: &crate::asl::State, kind: TransitionKind) -> Option<StateId> {
    state.transitions.iter().find(|transition| transition.kind == kind)?.target.state
}

/// The ways that a Choice state may take, none for the default, each with whether it is surely taken.
fn ways(rules: &[Value], view: &View<'_>, is_jsonata: bool) -> Vec<(Option<usize>, bool)> {
    let mut ways = Vec::new();
    let mut is_certain = true;
    for (index, rule) in rules.iter().enumerate() {
        match choose::matches(rule, view, is_jsonata) {
            Some(true) => {
                ways.push((Some(index), is_certain));
                return ways;
            }
            Some(false) => {}
            None => {
                is_certain = false;
                ways.push((Some(index), false));
            }
        }
    }
    ways.push((None, is_certain));
    ways
}

/// The data after `InputPath` or `OutputPath`.
fn filtered(fields: &Map<String, Value>, field: &str, data: &Shape, point: &Point) -> Shape {
    match fields.get(field) {
        None => data.clone(),
        Some(Value::String(path)) => View::of(data, &point.variables).text(path),
        Some(_) => Shape::closed([]),
    }
}

/// What a state puts out, before and after `OutputPath`, and what is known where it goes.
fn put_out(
    fields: &Map<String, Value>,
    point: &Point,
    data: &Shape,
    result: Option<&Shape>,
    is_jsonata: bool,
    passes: bool,
) -> (Shape, Shape, Point) {
    let (before_filter, output, assigned) = if is_jsonata {
        let view = View { result, ..View::of(&point.shape, &point.variables) };
        let output = fields.get("Output").map_or_else(|| data.clone(), |output| view.jsonata(output));
        (output.clone(), output, fields.get("Assign").map(|assign| view.jsonata(assign)))
    } else {
        let view = View::of(data, &point.variables);
        let selected = fields.get("ResultSelector").map_or_else(|| data.clone(), |selector| view.template(selector));
        let put = if passes { selected } else { with_result(fields, &point.shape, &selected) };
        let output = filtered(fields, "OutputPath", &put, point);
        (put, output, fields.get("Assign").map(|assign| view.template(assign)))
    };
    let next = Point { shape: output.clone(), variables: with_assigned(point, assigned), is_certain: false };
    (before_filter, output, next)
}

/// The input with a result where `ResultPath` puts it.
fn with_result(fields: &Map<String, Value>, input: &Shape, result: &Shape) -> Shape {
    match fields.get("ResultPath") {
        None => result.clone(),
        Some(Value::String(path)) => match Path::parse(path).ok().and_then(|path| path.simple_steps()) {
            Some(steps) => input.with(&steps, result),
            None => Shape::any(),
        },
        Some(_) => input.clone(),
    }
}

fn with_assigned(point: &Point, assigned: Option<Shape>) -> Arc<Environment> {
    let Some(object) = assigned.and_then(|assigned| assigned.object) else { return Arc::clone(&point.variables) };
    let mut variables = (*point.variables).clone();
    variables
        .extend(object.members.iter().map(|(name, member)| (name.clone(), (member.shape.clone().bounded(), true))));
    Arc::new(variables)
}

/// What a catcher hands on.
fn caught(catcher: &Map<String, Value>, point: &Point, is_jsonata: bool) -> Point {
    let text = Shape { null: true, ..Shape::string() };
    let error = Shape::closed([("Error".to_owned(), text.clone()), ("Cause".to_owned(), text)]);
    let (shape, assigned) = if is_jsonata {
        let view = View { error: Some(&error), ..View::of(&point.shape, &point.variables) };
        let shape = catcher.get("Output").map_or_else(|| error.clone(), |output| view.jsonata(output));
        (shape, catcher.get("Assign").map(|assign| view.jsonata(assign)))
    } else {
        let view = View::of(&error, &point.variables);
        (with_result(catcher, &point.shape, &error), catcher.get("Assign").map(|assign| view.template(assign)))
    };
    Point { shape, variables: with_assigned(point, assigned), is_certain: false }
}
