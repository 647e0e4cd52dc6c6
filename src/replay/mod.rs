//! A history that was recorded on AWS, on the definition that it belongs to: which states were visited, how each visit ended,
//! and where the two do not fit together.
//!
//! An event tells the state only where one is entered or left. Everything between hangs on `previousEventId`, which leads back
//! to the entry (API `HistoryEvent`).

mod fit;
mod recording;
mod visits;

#[cfg(test)]
mod tests;

pub use fit::{Misfit, MisfitKind};
pub use recording::{Recorded, Unreadable, read_history};
pub use visits::{Visit, VisitStatus};

use crate::asl::Document;

/// A recorded execution, told as visits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replay {
    /// The visits in the order in which they began.
    pub visits: Vec<Visit>,
    /// The first place at which the history does not fit the definition; none where it fits all along.
    pub misfit: Option<Misfit>,
}

/// Follows a history through a definition. The events are those of one execution, in any order.
pub fn replay(document: &Document, mut events: Vec<Recorded>) -> Replay {
    events.sort_by_key(|event| event.id);
    let visits = visits::visits(&events);
    let misfit = fit::misfit(document.machine(), &events, &visits);
    Replay { visits, misfit }
}
