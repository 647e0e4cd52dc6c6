//! The events of the execution itself, and how many of them there were at each step.

use super::view::EventRow;
use crate::sim::HistoryEvent;

/// A history that grows.
#[derive(Debug, Default)]
pub(super) struct History {
    events: Vec<HistoryEvent>,
    /// How many events there are after each step.
    ends: Vec<usize>,
}

impl History {
    /// Adds the events of one step.
    pub(super) fn add(&mut self, events: Vec<HistoryEvent>) {
        self.events.extend(events);
        self.ends.push(self.events.len());
    }

    /// All events.
    pub(super) fn events(&self) -> &[HistoryEvent] {
        &self.events
    }

    /// How many events there were at a step.
    pub(super) fn n_events(&self, step: usize) -> usize {
        self.ends.get(step).copied().unwrap_or(self.events.len())
    }

    /// When it began, in milliseconds since 1970.
    pub(super) fn started_at(&self) -> i64 {
        self.events.first().map_or(0, |event| event.timestamp)
    }

    /// The events from one position to another, without their data.
    pub(super) fn rows(&self, from: usize, to: usize) -> Vec<EventRow> {
        self.events[from..to].iter().map(EventRow::from).collect()
    }
}
