//! Map and Parallel in the test of a single state: their inner states are not run, the test says how they end
//! (developer guide, "Test state machines with TestState").

use super::super::failure::{Failure, Kind};
use super::super::item_reader::items_at;
use super::super::runner::Runner;
use super::super::token::{Item, Preparing, Token, TokenId, Tolerance};
use crate::asl::error_name;
use crate::mock::Outcome;
use serde_json::Value;
use std::sync::Arc;

impl Runner<'_> {
    /// Ends a Map as the test says, after its items were worked out.
    pub(super) fn probe_map(&mut self, id: TokenId, token: Token, items: Vec<Item>) {
        let read = self.probe.as_mut().and_then(|probe| probe.read_items.take());
        let items = match read.map(|read| self.items_of(&token, read)).transpose() {
            Ok(read) => read.unwrap_or(items),
            Err(failure) => return self.fail_state(id, token, failure),
        };
        self.note(|probe| probe.found.n_items = Some(items.len()));
        let mut preparing = Preparing::of(items);
        let worked_out = self
            .select_items_in_time(&token, &mut preparing)
            .and_then(|_| {
                let most = self.batch_numbers(&token)?;
                self.batched_items(&token, preparing.selected, most)
            })
            .and_then(|_| self.note_limits(&token));
        let is_exceeded = match worked_out {
            Ok(is_exceeded) => is_exceeded,
            Err(failure) => return self.fail_state(id, token, failure),
        };
        let Some(outcome) = self.probed_children(&token) else { return };
        if is_exceeded && matches!(outcome, Outcome::Return(_)) {
            let cause = "The specified tolerated failure threshold was exceeded";
            let failure = Failure::new(error_name::EXCEED_TOLERATED_FAILURE_THRESHOLD, cause);
            return self.fail_state(id, token, failure);
        }
        self.end_probed(id, token, outcome);
    }

    /// The items in what the reader of a Map has read: all of it, or what `ItemsPointer` names in it.
    fn items_of(&mut self, token: &Token, read: Value) -> Result<Vec<Item>, Failure> {
        let pointer = self.items_pointer(token)?;
        let (named, items) =
            items_at(&read, pointer.as_str()).map_err(|cause| Failure::new(error_name::ITEM_READER_FAILED, cause))?;
        if pointer.is_string() {
            self.stage(token, "afterItemsPointer", &Arc::new(named.clone()));
        }
        Ok(items)
    }

    /// Notes the limits of a Map, and says whether more iterations failed than may. Without a limit the test takes the
    /// result as it is (measured).
    fn note_limits(&mut self, token: &Token) -> Result<bool, Failure> {
        let concurrency = self.max_concurrency(token)?.unwrap_or(0);
        let Tolerance { count, percentage } = self.tolerance(token)?;
        let mut is_exceeded = false;
        self.note(|probe| {
            probe.found.max_concurrency = Some(concurrency);
            probe.found.tolerated_failure_count = count;
            probe.found.tolerated_failure_percentage = percentage;
            let failed = probe.n_failed.unwrap_or(0) as u64;
            let n_items = match &probe.children {
                Some(Outcome::Return(Value::Array(results))) => results.len() as u64,
                _ => 0,
            };
            is_exceeded = count.is_some_and(|count| failed > count)
                || percentage.is_some_and(|percentage| failed as f64 * 100.0 > n_items as f64 * percentage);
        });
        Ok(is_exceeded)
    }

    /// Ends a Map or Parallel with the result or the error of the test.
    pub(super) fn end_probed(&mut self, id: TokenId, token: Token, outcome: Outcome) {
        match outcome {
            Outcome::Return(result) => self.leave_with_result(id, token, result),
            Outcome::Throw { error, cause } => {
                let kind = if error.as_deref() == Some(error_name::RUNTIME) { Kind::Runtime } else { Kind::Work };
                self.fail_state(id, token, Failure { error, cause, kind, also: None });
            }
            Outcome::Compute(_) | Outcome::NoAnswer(_) | Outcome::ByHand(_) | Outcome::Nested(_) => {
                self.note(|probe| probe.is_done = true);
            }
        }
    }
}
