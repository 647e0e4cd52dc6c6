//! A Map Run: the child executions of a distributed Map (developer guide, "Distributed mode").

use super::super::child::{Child, ChildOpening};
use super::super::execution::Status;
use super::super::failure::{Failure, details};
use super::super::runner::Runner;
use super::super::token::{BatchNumbers, Children, Item, MapRun, Preparing, Token, TokenId, Tolerance};
use super::super::{item_reader, redrive, result_writer};
use crate::asl::{ExecutionType, StateId, error_name};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Fills the last part of an ARN that begins as the machine's does.
fn arn_of(state_machine_arn: &str, kind: &str, rest: &str) -> String {
    format!("{}{rest}", state_machine_arn.replacen(":stateMachine:", &format!(":{kind}:"), 1))
}

impl Runner<'_> {
    /// Starts the Map Run and reads its items.
    pub(super) fn start_map_run(&mut self, id: TokenId, mut token: Token, items: Vec<Item>, concurrency: usize) {
        let definition = self.definition(&token);
        // Items that are read are not counted yet (measured).
        let length = items.len().into();
        self.event(&mut token, "MapStateStarted", Map::from_iter([("length".to_owned(), length)]));
        // Numbers that are wrong fail the state when it has started, and the run has not (measured).
        let numbers = match self.run_numbers(&token) {
            Ok(numbers) => numbers,
            Err(failure) => return self.fail_map_start(id, token, failure),
        };
        let label = definition.text("Label").map_or_else(|| self.execution.shared.random.uuid(), str::to_owned);
        let run_id = self.execution.shared.random.uuid();
        let arn = arn_of(&self.execution.state_machine_arn, "mapRun", &format!("/{label}:{run_id}"));
        let started = Map::from_iter([("mapRunArn".to_owned(), Value::from(arn.as_str()))]);
        let started_event = self.event(&mut token, "MapRunStarted", started);
        let read = if definition.field("ItemReader").is_some() {
            self.read_items(&token, numbers.max_items)
        } else {
            Ok(items)
        };
        let items = match read {
            Ok(items) => items,
            Err(failure) => return self.fail_map_run(id, token, failure),
        };
        let run = MapRun {
            arn,
            label,
            tolerated: 0,
            n_failed: 0,
            is_express: definition.processor_config("ExecutionType") == Some("EXPRESS"),
            started_event,
            children: BTreeSet::new(),
            unsuccessful: Vec::new(),
            reports: BTreeMap::new(),
        };
        let preparing = Preparing {
            concurrency,
            map_run: Some(run),
            tolerance: numbers.tolerance,
            batch: numbers.batch,
            ..Preparing::of(items)
        };
        token.preparing = Some(Box::new(preparing));
        self.prepare_items(id, token);
    }

    /// Puts the items together into batches and starts as many child executions as may run at once.
    pub(super) fn begin_map_run(
        &mut self,
        id: TokenId,
        mut token: Token,
        items: Vec<(Item, Arc<Value>)>,
        concurrency: usize,
        run: MapRun,
        (tolerance, batch): (Tolerance, BatchNumbers),
    ) {
        let items = match self.batched_items(&token, items, batch) {
            Ok(items) => items,
            Err(failure) => return self.fail_map_run(id, token, failure),
        };
        let run = MapRun { tolerated: tolerance.of(items.len()), ..run };
        let last_event = run.started_event;
        token.children = Some(Children { last_event, concurrency, map_run: Some(run), ..Children::of(items) });
        self.begin_iterations(id, token);
    }

    /// Ends a Map Run, and its state, with an error.
    pub(super) fn fail_map_run(&mut self, id: TokenId, mut token: Token, failure: Failure) {
        self.event(&mut token, "MapRunFailed", details(failure.error.as_deref(), failure.cause.as_deref()));
        token.children.get_or_insert_default();
        self.fail_state(id, token, failure);
    }

    fn read_items(&mut self, token: &Token, max_items: Option<i64>) -> Result<Vec<Item>, Failure> {
        let definition = self.definition(token);
        let Some(reader) = definition.field("ItemReader").and_then(Value::as_object) else { return Ok(Vec::new()) };
        let arguments = self.part_arguments(token, reader, "ItemReader")?;
        let none = Map::new();
        let config = reader.get("ReaderConfig").and_then(Value::as_object).unwrap_or(&none);
        // 0 sets no limit (observed on AWS: floci-io/floci pull request 3732).
        let max_items = match max_items.unwrap_or(0) {
            0 => usize::MAX,
            most => usize::try_from(most)
                .map_err(|_| Failure::new(error_name::ITEM_READER_FAILED, "field MaxItems must be positive"))?,
        };
        let pointer = self.items_pointer(token)?;
        let request = item_reader::Request {
            resource: reader.get("Resource").and_then(Value::as_str).unwrap_or_default(),
            arguments: &arguments,
            config,
            items_pointer: pointer.as_str(),
            max_items,
        };
        let storage = item_reader::Storage {
            files: &self.environment.files,
            written: &self.execution.shared.memory.written,
            data_files: &self.environment.data_files,
            clock: self.execution.clock,
        };
        item_reader::read(&storage, &request).map_err(|cause| Failure::new(error_name::ITEM_READER_FAILED, cause))
    }

    /// Where in a JSON file the items are; `null` where nothing is said.
    pub(super) fn items_pointer(&mut self, token: &Token) -> Result<Value, Failure> {
        let config = self.definition(token).field("ItemReader").and_then(|reader| reader.get("ReaderConfig"));
        match config.and_then(|config| config.get("ItemsPointer")) {
            Some(pointer) => self.evaluated(token, pointer, "ItemReader/ReaderConfig/ItemsPointer"),
            None => Ok(Value::Null),
        }
    }

    /// What a reader or a writer is asked: its `Parameters`, or `Arguments`.
    fn part_arguments(&mut self, token: &Token, part: &Map<String, Value>, name: &str) -> Result<Value, Failure> {
        if self.definition(token).is_jsonata() {
            let arguments = part.get("Arguments").unwrap_or(&Value::Null);
            return self.evaluated(token, arguments, &format!("{name}/Arguments"));
        }
        let input = self.effective_input(token)?;
        let parameters = part.get("Parameters").unwrap_or(&Value::Null);
        self.evaluate_template(token, parameters, &input, None)
    }

    /// Starts one child execution.
    pub(super) fn start_map_child(&mut self, owner: TokenId, state: StateId, index: usize, input: Arc<Value>) {
        let Some(run) = self.map_run_of(owner) else { return };
        let (label, is_express) = (run.label.clone(), run.is_express);
        let Some(root) = self.program.state(state).inner.first().copied() else { return };
        let machine = self.execution.state_machine_arn.clone();
        let name = self.execution.shared.random.uuid();
        let execution_arn = if is_express {
            let second = self.execution.shared.random.uuid();
            arn_of(&machine, "express", &format!("/{label}:{name}:{second}"))
        } else {
            arn_of(&machine, "execution", &format!("/{label}:{name}"))
        };
        let execution_type = if is_express { ExecutionType::Express } else { ExecutionType::Standard };
        let id = self.start_child(ChildOpening {
            owner: Some(owner),
            state,
            index,
            machine: None,
            root,
            input: Arc::unwrap_or_clone(input),
            execution_type,
            execution_arn,
            state_machine_arn: format!("{machine}/{label}"),
        });
        if let Some(run) = self.map_run_of(owner) {
            run.children.insert(id);
        }
    }

    fn map_run_of(&mut self, owner: TokenId) -> Option<&mut MapRun> {
        self.execution.tokens.get_mut(&owner)?.children.as_mut()?.map_run.as_mut()
    }

    /// A child execution has ended.
    pub(in crate::sim) fn map_child_ended(&mut self, owner: TokenId, id: u64, child: Child) {
        let Some(token) = self.execution.tokens.get_mut(&owner) else { return };
        let state = token.state;
        let Some(children) = token.children.as_mut() else { return };
        let Some(run) = children.map_run.as_mut() else { return };
        run.children.remove(&id);
        if self.program.state(state).field("ResultWriter").is_some() {
            run.reports.insert(child.index, result_writer::report(&child.execution));
        }
        if child.execution.status == Status::Succeeded {
            if let Some(result) = children.results.get_mut(child.index) {
                result.clone_from(&child.execution.output);
            }
        } else {
            run.n_failed += 1;
            run.unsuccessful.push(child);
        }
        let last = children.last_event;
        if run.n_failed > run.tolerated {
            return self.exceed_tolerance(owner);
        }
        self.child_done(owner, last, last);
    }

    /// More children failed than may: the others are aborted, and the run fails.
    fn exceed_tolerance(&mut self, owner: TokenId) {
        let Some(run) = self.map_run_of(owner) else { return };
        for child in std::mem::take(&mut run.children) {
            let aborted = self.abort_child(child);
            if let (Some(child), Some(run)) = (aborted, self.map_run_of(owner)) {
                run.unsuccessful.push(child);
            }
        }
        let Some(mut token) = self.take_token(owner) else { return };
        token.previous_event = token.children.as_ref().map_or(token.previous_event, |children| children.last_event);
        let cause = "The specified tolerated failure threshold was exceeded";
        self.fail_map_run(owner, token, Failure::new(error_name::EXCEED_TOLERATED_FAILURE_THRESHOLD, cause));
    }

    /// Ends a Map Run well: writes its results, and leaves the state.
    pub(super) fn finish_map_run(&mut self, id: TokenId, mut token: Token, children: Children) {
        let definition = self.definition(&token);
        let Some(run) = children.map_run else { return };
        token.previous_event = children.last_event;
        let writer = definition.field("ResultWriter").and_then(Value::as_object);
        let outputs: Vec<Value> = children.results.into_iter().flatten().map(Arc::unwrap_or_clone).collect();
        let result = match writer {
            None => Ok(Value::Array(outputs)),
            Some(writer) => self.write_results(&token, writer, &run, outputs),
        };
        let result = match result {
            Ok(result) => result,
            Err(failure) => return self.fail_map_run(id, token, failure),
        };
        let succeeded = self.event_after(token.previous_event, "MapRunSucceeded", Map::new());
        self.event_after(succeeded, "MapStateSucceeded", Map::new());
        // The exit hangs on the start of the run (measured since November 2024; before, on its success).
        token.previous_event = run.started_event;
        self.leave_with_result(id, token, result);
    }

    fn write_results(
        &mut self,
        token: &Token,
        writer: &Map<String, Value>,
        run: &MapRun,
        outputs: Vec<Value>,
    ) -> Result<Value, Failure> {
        let arguments = match writer.contains_key("Resource") {
            true => Some(self.part_arguments(token, writer, "ResultWriter")?),
            false => None,
        };
        let config = writer.get("WriterConfig").and_then(Value::as_object);
        let folder = self.execution.shared.random.uuid();
        let results = result_writer::Results { map_run_arn: &run.arn, folder: &folder, outputs, reports: &run.reports };
        result_writer::write(&mut self.execution.shared.memory.written, arguments.as_ref(), config, results)
            .map_err(|cause| Failure::new(error_name::RESULT_WRITER_FAILED, cause))
    }

    /// Takes up a child that had not succeeded: a Standard one where it failed, an Express one from its start.
    pub(in crate::sim) fn redrive_map_child(&mut self, owner: TokenId, child: Child) {
        let Child { state, index, execution, .. } = child;
        if let Some(children) = self.execution.tokens.get_mut(&owner).and_then(|token| token.children.as_mut()) {
            children.running += 1;
        }
        if !execution.can_redrive() {
            return self.start_map_child(owner, state, index, execution.input);
        }
        let mut execution = *execution;
        execution.clock = self.execution.clock;
        let step = redrive::redrive_with(self.program, execution, self.environment, self.mocks);
        let child =
            Child { owner: Some(owner), state, index, machine: None, execution: Box::new(step.next), turn: None };
        let id = self.new_id();
        self.record_child(id, &child, step.events, step.stages, step.simulated, step.child_steps);
        self.schedule_child(id, child);
        if let Some(run) = self.map_run_of(owner) {
            run.children.insert(id);
        }
    }
}
