//! Executions inside the execution, with their histories.

use super::view::ChildRow;
use crate::asl::StateId;
use crate::sim::{ChildStep, HistoryEvent, Status};
use std::collections::BTreeMap;

#[derive(Debug)]
struct Child {
    arn: String,
    state: StateId,
    index: usize,
    machine: Option<String>,
    events: Vec<HistoryEvent>,
    /// After which steps it stood how, with how many events.
    moments: Vec<(usize, Status, usize)>,
}

/// All of them, by their numbers and those of the executions around them.
#[derive(Debug, Default)]
pub(super) struct Children {
    children: BTreeMap<Vec<u64>, Child>,
    /// The steps at which they were started, in that order.
    starts: Vec<usize>,
}

impl Children {
    /// Adds what happened in them at a step.
    pub(super) fn add(&mut self, step: usize, moved: Vec<ChildStep>) {
        for moved in moved {
            let starts = &mut self.starts;
            let child = self.children.entry(moved.path).or_insert_with(|| {
                starts.push(step);
                let (events, moments) = (Vec::new(), Vec::new());
                Child {
                    arn: moved.arn,
                    state: moved.state,
                    index: moved.index,
                    machine: moved.machine,
                    events,
                    moments,
                }
            });
            child.events.extend(moved.events);
            child.moments.push((step, moved.status, child.events.len()));
        }
    }

    /// How many were started by a step.
    pub(super) fn count(&self, step: usize) -> usize {
        self.starts.partition_point(|start| *start <= step)
    }

    /// Those that were started by a step, at most so many, as they stood then.
    pub(super) fn rows(&self, step: usize, most: usize) -> Vec<ChildRow> {
        let row = |(path, child): (&Vec<u64>, &Child)| {
            let n_moments = child.moments.partition_point(|(at, ..)| *at <= step);
            let (_, status, n_events) = *child.moments.get(n_moments.checked_sub(1)?)?;
            Some(ChildRow {
                path: path.clone(),
                arn: child.arn.clone(),
                state: child.state,
                index: child.index,
                machine: child.machine.clone(),
                status,
                started_at: child.events.first().map_or(0, |event| event.timestamp),
                n_events,
            })
        };
        self.children.iter().filter_map(row).take(most).collect()
    }

    /// The history of one of them.
    pub(super) fn events(&self, path: &[u64]) -> &[HistoryEvent] {
        self.children.get(path).map_or(&[], |child| &child.events)
    }
}
