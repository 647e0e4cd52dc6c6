//! Map: the same states for each item; and the common end of Map and Parallel.

use super::super::context::item_context;
use super::super::execution::{Action, Children, InstanceId, Token, TokenId};
use super::super::failure::{Failure, Kind};
use super::super::runner::{Opening, Runner};
use crate::asl::{StateType, error_name};
use serde_json::{Map, Value, json};
use std::sync::Arc;

/// How many iterations of an inline Map run at once at the most (developer guide, "Map state processing modes").
const INLINE_CONCURRENCY: usize = 40;

/// How many child executions of a distributed Map run at once at the most.
const DISTRIBUTED_CONCURRENCY: usize = 10_000;

/// Fields of a distributed Map that this version does not simulate.
const NOT_SIMULATED: [&str; 3] = ["ItemReader", "ItemBatcher", "ResultWriter"];

fn iteration(name: &str, index: usize) -> Map<String, Value> {
    Map::from_iter([("name".to_owned(), Value::from(name)), ("index".to_owned(), index.into())])
}

impl Runner<'_> {
    /// Starts as many iterations as may run at once.
    pub(super) fn start_iterations(&mut self, id: TokenId, mut token: Token) {
        let is_distributed = self.is_distributed(&token);
        let prepared = self.items(&token).and_then(|items| Ok((items, self.concurrency(&token, is_distributed)?)));
        let (items, concurrency) = match prepared {
            Ok(prepared) => prepared,
            Err(failure) => {
                // A Map whose expressions fail has failed as one that had started, and the failure hangs on what came
                // before the state (both measured).
                if matches!(failure.kind, Kind::Evaluation(_)) {
                    token.children = Some(Children::default());
                    token.previous_event = token.arrived_from;
                }
                return self.fail_state(id, token, failure);
            }
        };
        let mut details = Map::new();
        details.insert("length".into(), items.len().into());
        let mut started = self.event(&mut token, "MapStateStarted", details);
        if is_distributed {
            let name = self.execution.random.uuid();
            let arn = self.execution.state_machine_arn.replace(":stateMachine:", ":mapRun:");
            let label = self.definition(&token).text("Label").unwrap_or(&self.definition(&token).name).to_owned();
            let arn = format!("{arn}/{label}:{name}");
            started = self.event(&mut token, "MapRunStarted", json_map("mapRunArn", &arn));
        }
        let n_items = items.len();
        token.children = Some(Children {
            waiting: items.into_iter().enumerate().rev().collect(),
            results: vec![None; n_items],
            last_event: started,
            is_distributed,
            tolerated: self.tolerated(&token, n_items),
            ..Children::default()
        });
        let now = self.execution.clock;
        let action = if n_items == 0 { Action::Exit } else { Action::Nothing };
        self.schedule(id, token, action, now);
        for _ in 0..concurrency.min(n_items) {
            self.start_next_iteration(id, started);
        }
    }

    fn is_distributed(&self, token: &Token) -> bool {
        let definition = self.definition(token);
        let config = definition.field("ItemProcessor").or(definition.field("Iterator"));
        config.and_then(|config| config.get("Mode")).and_then(Value::as_str) == Some("DISTRIBUTED")
    }

    /// The items, each as its iteration gets it.
    fn items(&mut self, token: &Token) -> Result<Vec<Arc<Value>>, Failure> {
        let definition = self.definition(token);
        if let Some(field) = NOT_SIMULATED.into_iter().find(|field| definition.field(field).is_some()) {
            return Err(self.runtime(token, format!("Pasos does not simulate {field} yet.")));
        }
        let (input, items) = if definition.is_jsonata() {
            let input = Arc::clone(&token.input);
            let items = match definition.field("Items") {
                None => Arc::clone(&input),
                Some(field) => {
                    let items = self.evaluated(token, field, "Items")?;
                    if !items.is_array() {
                        return Err(self.type_failure(token, field, "Items", "array", &items));
                    }
                    Arc::new(items)
                }
            };
            (input, items)
        } else {
            let input = self.effective_input(token)?;
            let items = match definition.text("ItemsPath") {
                None => Arc::clone(&input),
                Some(path) => Arc::new(self.select_field(token, path, &input)?),
            };
            (input, items)
        };
        let Some(list) = items.as_array() else {
            let reason = format!("Map state input must be an array but was: {items}");
            return Err(if definition.is_jsonata() {
                self.evaluation_failure(token, reason, None)
            } else {
                self.runtime(token, reason)
            });
        };
        let Some(selector) = definition.field("ItemSelector").or(definition.field("Parameters")) else {
            return Ok(list.iter().cloned().map(Arc::new).collect());
        };
        let selector = selector.clone();
        let mut selected = Vec::with_capacity(list.len());
        for (index, item) in list.iter().enumerate() {
            let mut context = self.context(token);
            if let Some(context) = context.as_object_mut() {
                context.insert("Map".into(), json!({ "Item": item_context(index, item) }));
            }
            let value = if definition.is_jsonata() {
                let mut states = self.states_of(token, None, None);
                states["context"] = context;
                self.jsonata(token, &selector, "ItemSelector", &states)?
            } else {
                self.evaluate_template(token, &selector, &input, Some(&context))?
            };
            selected.push(Arc::new(value));
        }
        Ok(selected)
    }

    fn concurrency(&mut self, token: &Token, is_distributed: bool) -> Result<usize, Failure> {
        let definition = self.definition(token);
        let most = if is_distributed { DISTRIBUTED_CONCURRENCY } else { INLINE_CONCURRENCY };
        let value = if let Some(field) = definition.field("MaxConcurrency") {
            self.evaluated(token, field, "MaxConcurrency")?
        } else if let Some(path) = definition.text("MaxConcurrencyPath") {
            let input = self.effective_input(token)?;
            self.select_field(token, path, &input)?
        } else {
            return Ok(most);
        };
        match value.as_u64() {
            Some(0) => Ok(most),
            Some(number) => Ok((number as usize).min(most)),
            None => Err(self.runtime(token, format!("MaxConcurrency must be a non-negative integer but was {value}"))),
        }
    }

    fn tolerated(&mut self, token: &Token, n_items: usize) -> usize {
        let definition = self.definition(token);
        let number = |field: &str| definition.field(field).and_then(Value::as_f64).unwrap_or(0.0);
        let by_percentage = (number("ToleratedFailurePercentage") * n_items as f64 / 100.0).floor();
        number("ToleratedFailureCount").max(by_percentage) as usize
    }

    fn start_next_iteration(&mut self, owner: TokenId, previous: u64) {
        let Some(token) = self.execution.tokens.get_mut(&owner) else { return };
        let (state, instance) = (token.state, token.instance);
        let Some(children) = token.children.as_mut() else { return };
        let Some((index, item)) = children.waiting.pop() else { return };
        children.running += 1;
        let is_distributed = children.is_distributed;
        let definition = self.program.state(state);
        let started = if is_distributed {
            0
        } else {
            self.event_after(instance, previous, "MapIterationStarted", iteration(&definition.name, index))
        };
        if let Some(scope) = definition.inner.first() {
            self.open_scope(Opening {
                scope: *scope,
                parent: Some(owner),
                index,
                input: Arc::clone(&item),
                item: Some(item),
                previous_event: started,
                is_child_execution: is_distributed,
            });
        }
    }

    /// A branch or iteration ended well.
    pub(super) fn child_succeeded(&mut self, owner: TokenId, index: usize, output: Arc<Value>, previous: u64) {
        let Some(token) = self.execution.tokens.get_mut(&owner) else { return };
        let (state, instance) = (token.state, token.instance);
        let Some(children) = token.children.as_mut() else { return };
        if let Some(result) = children.results.get_mut(index) {
            *result = Some(output);
        }
        let is_inline_map = self.program.state(state).state_type == StateType::Map && !children.is_distributed;
        let mut last = if children.is_distributed { children.last_event } else { previous };
        if is_inline_map {
            let name = &self.program.state(state).name;
            last = self.event_after(instance, previous, "MapIterationSucceeded", iteration(name, index));
        }
        self.child_done(owner, last, previous);
    }

    /// Goes on with the next iteration, or ends the state when the last has come in.
    fn child_done(&mut self, owner: TokenId, last: u64, previous: u64) {
        let Some(token) = self.execution.tokens.get_mut(&owner) else { return };
        let Some(children) = token.children.as_mut() else { return };
        children.running -= 1;
        children.last_event = last;
        if !children.waiting.is_empty() {
            return self.start_next_iteration(owner, previous);
        }
        if children.running == 0
            && let Some(mut token) = self.execution.tokens.remove(&owner)
        {
            token.previous_event = last;
            let now = self.execution.clock;
            self.schedule(owner, token, Action::Exit, now);
        }
    }

    /// A branch or iteration failed, and with it the state, unless failures are tolerated.
    pub(in crate::sim) fn child_failed(
        &mut self,
        owner: TokenId,
        instance: InstanceId,
        index: usize,
        error: &str,
        cause: Option<String>,
        previous: u64,
    ) {
        let Some(token) = self.execution.tokens.get_mut(&owner) else { return };
        let (state, own_instance) = (token.state, token.instance);
        let Some(children) = token.children.as_mut() else { return };
        children.n_failed += 1;
        let is_distributed = children.is_distributed;
        let (n_failed, tolerated, last) = (children.n_failed, children.tolerated, children.last_event);
        if is_distributed && n_failed <= tolerated {
            self.execution.instances.remove(&instance);
            return self.child_done(owner, last, previous);
        }
        let definition = self.program.state(state);
        if definition.state_type == StateType::Map && !is_distributed {
            self.event_after(own_instance, previous, "MapIterationFailed", iteration(&definition.name, index));
        }
        self.execution.instances.remove(&instance);
        self.abort_inner(owner);
        let Some(mut token) = self.execution.tokens.remove(&owner) else { return };
        let failure = if is_distributed {
            token.previous_event = last;
            let error = error_name::EXCEED_TOLERATED_FAILURE_THRESHOLD;
            let cause = "The specified tolerated failure threshold was exceeded";
            self.event(&mut token, "MapRunFailed", super::super::failure::details(Some(error), Some(cause)));
            Failure::new(error, cause)
        } else {
            token.previous_event = previous;
            let kind = if error == error_name::RUNTIME { Kind::Runtime } else { Kind::Work };
            Failure { error: Some(error.to_owned()), cause, kind, also: None }
        };
        self.fail_state(owner, token, failure);
    }

    /// Leaves a Parallel or Map state with the outputs of its branches or iterations.
    pub(super) fn finish_children(&mut self, id: TokenId, mut token: Token) {
        let Some(children) = token.children.take() else { return };
        let results: Vec<Value> = if children.is_distributed {
            children.results.iter().flatten().map(|it| (**it).clone()).collect()
        } else {
            children.results.into_iter().map(|result| result.map_or(Value::Null, |it| (*it).clone())).collect()
        };
        if children.is_distributed {
            self.event(&mut token, "MapRunSucceeded", Map::new());
        }
        let name = self.definition(&token).state_type.as_str();
        // The state's own success and its exit both hang on what came before (measured).
        self.event_after(token.instance, token.previous_event, &format!("{name}StateSucceeded"), Map::new());
        match self.output_of_result(&token, &Arc::new(Value::Array(results))) {
            Ok((output, assigned)) => self.leave(token, output, assigned, None),
            Err(failure) => self.fail_state(id, token, failure),
        }
    }
}

fn json_map(name: &str, text: &str) -> Map<String, Value> {
    Map::from_iter([(name.to_owned(), Value::from(text))])
}
