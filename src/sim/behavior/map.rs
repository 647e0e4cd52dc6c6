//! Map: the same states for each item. Inline, the iterations are scopes of this execution; distributed, they are
//! executions of their own (`map_run.rs`).

use super::super::failure::{Failure, Kind};
use super::super::runner::{Opening, Runner};
use super::super::token::{Action, BatchNumbers, Children, Item, Preparing, Token, TokenId, Tolerance};
use super::children::iteration;
use serde_json::{Map, Value};
use std::sync::Arc;

/// How many iterations of an inline Map run at once at the most (developer guide, "Map state processing modes").
const INLINE_CONCURRENCY: usize = 40;

/// How many child executions of a distributed Map run at once at the most.
const DISTRIBUTED_CONCURRENCY: usize = 10_000;

impl Runner<'_> {
    /// Starts a Map's iterations.
    pub(super) fn start_map(&mut self, id: TokenId, mut token: Token) {
        let is_distributed = self.definition(&token).is_distributed();
        // A distributed Map reads its items after it has started: `map_run.rs`.
        let reads = self.definition(&token).field("ItemReader").is_some();
        let items = if is_distributed && reads { Ok(Vec::new()) } else { self.state_items(&token) };
        let prepared = items.and_then(|items| Ok((items, self.concurrency(&token, is_distributed)?)));
        let (items, concurrency) = match prepared {
            Ok(prepared) => prepared,
            Err(failure) => return self.fail_map_start(id, token, failure),
        };
        if self.probe.is_some() {
            return self.probe_map(id, token, items);
        }
        if is_distributed {
            return self.start_map_run(id, token, items, concurrency);
        }
        // Each field is evaluated, in an inline Map too, where nothing is tolerated.
        if let Err(failure) = self.tolerance(&token) {
            return self.fail_map_start(id, token, failure);
        }
        token.preparing = Some(Box::new(Preparing { concurrency, ..Preparing::of(items) }));
        self.prepare_items(id, token);
    }

    /// Works out what the iterations get, as many of them as there is time for, and starts the first when all is ready.
    /// Where the time is up, the next step goes on from here, before anything else.
    pub(in crate::sim) fn prepare_items(&mut self, id: TokenId, mut token: Token) {
        let Some(mut preparing) = token.preparing.take() else { return };
        match self.select_items_in_time(&token, &mut preparing) {
            Ok(true) => {}
            Ok(false) => {
                token.preparing = Some(preparing);
                return self.interrupt(id, token, Action::Prepare);
            }
            Err(failure) if preparing.map_run.is_some() => return self.fail_map_run(id, token, failure),
            Err(failure) => return self.fail_map_start(id, token, failure),
        }
        let Preparing { selected, concurrency, map_run, tolerance, batch, .. } = *preparing;
        if let Some(run) = map_run {
            return self.begin_map_run(id, token, selected, concurrency, run, (tolerance, batch));
        }
        let mut details = Map::new();
        details.insert("length".into(), selected.len().into());
        let started = self.event(&mut token, "MapStateStarted", details);
        token.children = Some(Children { last_event: started, concurrency, ..Children::of(selected) });
        self.begin_iterations(id, token);
    }

    /// A Map whose expressions fail has failed as one that had started (measured).
    pub(super) fn fail_map_start(&mut self, id: TokenId, mut token: Token, failure: Failure) {
        if matches!(failure.kind, Kind::Evaluation(_)) {
            token.children = Some(Children::default());
        }
        self.fail_state(id, token, failure);
    }

    /// Lets as many iterations start as may run at once.
    pub(super) fn begin_iterations(&mut self, id: TokenId, token: Token) {
        let is_empty = token.children.as_ref().is_none_or(|children| children.waiting.is_empty());
        let now = self.execution.clock;
        self.schedule(id, token, if is_empty { Action::Exit } else { Action::Nothing }, now);
        self.start_waiting_iterations(id);
    }

    /// Starts iterations until as many run as may.
    pub(in crate::sim) fn start_waiting_iterations(&mut self, owner: TokenId) {
        while let Some(children) = self.execution.tokens.get(&owner).and_then(|token| token.children.as_ref()) {
            if children.waiting.is_empty() || children.running >= children.concurrency {
                return;
            }
            let previous = children.last_event;
            self.start_next_iteration(owner, previous);
        }
    }

    fn concurrency(&mut self, token: &Token, is_distributed: bool) -> Result<usize, Failure> {
        let most = if is_distributed { DISTRIBUTED_CONCURRENCY } else { INLINE_CONCURRENCY };
        Ok(match self.max_concurrency(token)? {
            None | Some(0) => most,
            Some(number) => usize::try_from(number).unwrap_or(most).min(most),
        })
    }

    /// The value of a field: itself, of an expression, or of what its `…Path` names.
    pub(super) fn field_or_path(&mut self, token: &Token, field: &str) -> Result<Option<Value>, Failure> {
        let definition = self.definition(token);
        if let Some(value) = definition.field(field) {
            return self.evaluated(token, value, field).map(Some);
        }
        let Some(path) = definition.text(&format!("{field}Path")) else { return Ok(None) };
        let input = self.effective_input(token)?;
        self.select_field(token, path, &input).map(Some)
    }

    pub(super) fn start_next_iteration(&mut self, owner: TokenId, previous: u64) {
        let Some(token) = self.execution.tokens.get_mut(&owner) else { return };
        let state = token.state;
        let Some(children) = token.children.as_mut() else { return };
        let Some((index, item, input)) = children.waiting.pop() else { return };
        children.running += 1;
        if children.map_run.is_some() {
            return self.start_map_child(owner, state, index, input);
        }
        let definition = self.program.state(state);
        let started = self.event_after(previous, "MapIterationStarted", iteration(&definition.name, index));
        if let Some(scope) = definition.inner.first() {
            self.open_scope(Opening {
                scope: *scope,
                parent: Some(owner),
                index,
                input,
                item: Some(item),
                previous_event: started,
            });
        }
    }
}

impl Preparing {
    /// Items that nothing was made of yet.
    pub(super) fn of(mut items: Vec<Item>) -> Self {
        items.reverse();
        let selected = Vec::with_capacity(items.len());
        Self {
            left: items,
            selected,
            concurrency: 0,
            map_run: None,
            tolerance: Tolerance::default(),
            batch: BatchNumbers::default(),
        }
    }
}

impl Children {
    /// Iterations that wait to be started, each with its item and its input.
    pub(super) fn of(items: Vec<(Item, Arc<Value>)>) -> Self {
        let n_items = items.len();
        let numbered = items.into_iter().enumerate().map(|(index, (item, input))| (index, item, input));
        let mut waiting: Vec<_> = numbered.collect();
        waiting.reverse();
        Self { waiting, results: vec![None; n_items], ..Self::default() }
    }
}
