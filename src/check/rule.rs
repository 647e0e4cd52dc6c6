//! What a rule is: its name, how bad what it finds is, its documentation in both languages, and the search itself.

use super::Severity;
use super::context::Context;
use serde::{Deserialize, Serialize};

/// What a rule is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Group {
    /// What AWS refuses.
    Definition,
    /// Where the execution goes.
    Flow,
    /// What data a state gets and gives.
    Data,
    /// Errors, retries, time limits.
    Reliability,
    /// Quotas and cost.
    Limits,
    /// Secrets and accounts.
    Security,
}

impl Group {
    /// Every group, in the order of the catalogue.
    pub const ALL: [Self; 6] =
        [Self::Definition, Self::Flow, Self::Data, Self::Reliability, Self::Limits, Self::Security];
}

/// One rule.
#[derive(Clone, Copy)]
pub struct Rule {
    /// Its name, after the defect that it finds.
    pub name: &'static str,
    /// What it is about.
    pub group: Group,
    /// How bad what it finds is.
    pub severity: Severity,
    /// Its documentation, in English and in Spanish, as [`RuleDoc`](super::RuleDoc) reads it.
    pub docs: [&'static str; 2],
    pub(super) check: fn(&mut Context<'_>),
}

impl std::fmt::Debug for Rule {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// The documentation of a rule, in English and Spanish: `rules/<file>.en.md` and `.es.md`. A missing one does not compile.
macro_rules! docs {
    ($file:literal) => {
        [include_str!(concat!("rules/", $file, ".en.md")), include_str!(concat!("rules/", $file, ".es.md"))]
    };
}

pub(super) use docs;
