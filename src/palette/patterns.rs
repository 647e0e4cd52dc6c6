//! Patterns: several states that solve a problem that comes again and again.
//!
//! Each is a fragment in the shape of [`super::language`]. Where it ends well, and where it ends in a way that the workflow may
//! go on from, it ends with `End`, so that what it is put before can follow; only what nobody should go on from ends in a
//! Fail state. Names of variables are the pattern's own words.

use super::Icon;

/// A pattern.
#[derive(Debug, PartialEq, Eq)]
pub struct WorkflowPattern {
    /// Its name in ids: `saga`.
    pub id: &'static str,
    /// What its icon shows.
    pub icon: Icon,
    /// The fragment, for both languages.
    pub(super) text: &'static str,
}

macro_rules! pattern {
    ($id:literal, $icon:ident) => {
        WorkflowPattern { id: $id, icon: Icon::$icon, text: include_str!(concat!("patterns/", $id, ".json")) }
    };
}

/// All patterns, in the order in which they are offered.
pub static PATTERNS: [WorkflowPattern; 17] = [
    pattern!("job-poller", Poll),
    pattern!("callback", Callback),
    pattern!("human-approval", Person),
    pattern!("saga", Undo),
    pattern!("fan-out", FanOut),
    pattern!("dead-letter", DeadLetter),
    pattern!("circuit-breaker", Breaker),
    pattern!("notify-failure", Bell),
    pattern!("http-retries", Globe),
    pattern!("csv-map", Lines),
    pattern!("tolerant-map", Shield),
    pattern!("map-errors", Shield),
    pattern!("pages", Pages),
    pattern!("once", Once),
    pattern!("lock", Lock),
    pattern!("scheduled-wait", Clock),
    pattern!("input-check", Shield),
];
