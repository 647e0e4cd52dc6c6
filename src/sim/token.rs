//! The strands of an execution: which states are at work, in which scopes, and what each does next.

use super::child::Child;
use crate::asl::{ScopeId, StateId};
use crate::mock::Outcome;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub(super) type TokenId = u64;
pub(super) type InstanceId = u64;
pub(super) type ChildId = u64;

/// Whose turn it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) enum Turn {
    /// A strand of this execution.
    Token(TokenId),
    /// An execution that this one has started.
    Child(ChildId),
}

/// A scope that is being run: the machine, a branch, an iteration. One token at a time walks through it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Instance {
    pub(super) scope: ScopeId,
    /// The token of the Parallel or Map state around it; none for the machine.
    pub(super) parent: Option<TokenId>,
    /// Which branch or iteration it is, from 0.
    pub(super) index: usize,
    pub(super) variables: Map<String, Value>,
    /// The item of a Map iteration.
    pub(super) item: Option<Item>,
    /// The token in it; 0 before the first.
    pub(super) token: TokenId,
}

/// An item of a Map: what `$$.Map.Item` tells of it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) struct Item {
    pub(super) value: Arc<Value>,
    /// The name of the member that it comes from, where an object is iterated over.
    pub(super) key: Option<String>,
    /// Where a distributed Map has it from: `STATE_DATA`, or an object of S3.
    pub(super) source: Option<Arc<str>>,
}

/// What a token does next.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub(super) enum Action {
    /// Enters its state.
    Enter,
    /// Calls the task's service, or starts branches or iterations, again.
    Retry,
    /// The service answers.
    Answer,
    /// Leaves a state that has done its work.
    Exit,
    /// Goes on with the items of a Map, before its iterations.
    Prepare,
    /// The task's time is up.
    TimeOut,
    /// Waits for branches, iterations, or another execution.
    Nothing,
}

/// One strand of the execution.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Token {
    pub(super) instance: InstanceId,
    pub(super) state: StateId,
    pub(super) action: Action,
    /// When the action comes, on the virtual clock.
    pub(super) due: i64,
    /// Its place in the agenda among those that are due at the same time.
    pub(super) sequence: u64,
    /// The state's input.
    pub(super) input: Arc<Value>,
    /// The same as JSON text, once it was written: a state that passes its input on need not write it again.
    #[serde(skip)]
    pub(super) input_text: Option<Arc<str>>,
    /// Id of its `…StateEntered` event.
    pub(super) entered_event: u64,
    /// Id of the event before that one.
    pub(super) arrived_from: u64,
    /// Id of its last event.
    pub(super) previous_event: u64,
    pub(super) entered_at: i64,
    /// Attempts used, one counter for each retrier.
    pub(super) retries: Vec<u32>,
    /// Attempts used in all.
    pub(super) retry_count: u32,
    /// The result of a task that will answer.
    pub(super) pending: Option<Pending>,
    /// Items of a Map that are being worked out.
    #[serde(default)]
    pub(super) preparing: Option<Box<Preparing>>,
    /// Branches or iterations at work.
    pub(super) children: Option<Children>,
}

/// The items of a Map while `ItemSelector` is applied to them, one after the other.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Preparing {
    /// Those that it was not yet applied to, the next one last.
    pub(super) left: Vec<Item>,
    /// The others, each with what its iteration gets.
    pub(super) selected: Vec<(Item, Arc<Value>)>,
    /// How many iterations may be at work at once.
    pub(super) concurrency: usize,
    /// What only a distributed Map has.
    pub(super) map_run: Option<MapRun>,
    /// How many of its children may fail.
    pub(super) tolerance: Tolerance,
    /// How large its batches may be.
    pub(super) batch: BatchNumbers,
}

/// How large a batch may be; none where there is no limit.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub(super) struct BatchNumbers {
    pub(super) items: Option<usize>,
    pub(super) bytes: Option<usize>,
}

/// How many iterations may fail: the smaller of the two limits where both are given, none without.
#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
pub(super) struct Tolerance {
    pub(super) count: Option<u64>,
    pub(super) percentage: Option<f64>,
}

impl Tolerance {
    pub(super) fn of(self, n_items: usize) -> usize {
        let share = self.percentage.map(|percentage| (n_items as f64 * percentage / 100.0) as u64);
        let tolerated = self.count.into_iter().chain(share).min().unwrap_or(0);
        usize::try_from(tolerated).unwrap_or(usize::MAX)
    }
}

/// An answer that is on its way.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Pending {
    pub(super) answer: Outcome,
    pub(super) task_token: Option<String>,
    /// Whether a person sends the token back.
    pub(super) is_by_hand: bool,
    /// When `TimeoutSeconds` run out, on the virtual clock.
    pub(super) timeout_at: i64,
    /// `HeartbeatSeconds`.
    pub(super) heartbeat: Option<i64>,
}

/// The branches or iterations of one attempt of a Parallel or Map state.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(super) struct Children {
    /// Iterations that have not started, the next one last.
    pub(super) waiting: Vec<(usize, Item, Arc<Value>)>,
    /// The instances at work.
    pub(super) instances: BTreeSet<InstanceId>,
    /// How many are at work: instances or child executions.
    pub(super) running: usize,
    pub(super) results: Vec<Option<Arc<Value>>>,
    /// How many may be at work at once.
    pub(super) concurrency: usize,
    /// Id of the event on which the next iteration hangs.
    pub(super) last_event: u64,
    /// What only a distributed Map has.
    pub(super) map_run: Option<MapRun>,
}

/// A Map Run: the child executions of a distributed Map.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct MapRun {
    pub(super) arn: String,
    /// The `Label` of the state, or an invented one.
    pub(super) label: String,
    /// How many may fail.
    pub(super) tolerated: usize,
    pub(super) n_failed: usize,
    pub(super) is_express: bool,
    /// Id of its `MapRunStarted` event.
    pub(super) started_event: u64,
    /// Its child executions at work.
    pub(super) children: BTreeSet<ChildId>,
    /// Those that failed or were aborted: a redrive takes them up again.
    pub(super) unsuccessful: Vec<Child>,
    /// What a result writer writes of each child that has ended, by its index.
    pub(super) reports: BTreeMap<usize, Value>,
}

impl Token {
    /// Whether it waits for a person to send its task token back.
    pub(super) fn is_by_hand(&self) -> bool {
        self.pending.as_ref().is_some_and(|pending| pending.is_by_hand)
    }
}
