//! Everything that can be mended without asking, as one change.

use super::{Fix, fixes};
use crate::asl::Document;
use crate::check::{Options, check_with};
use crate::edit::commands::RenameState;
use crate::edit::{Command, plan};
use crate::text::{Edit, Edits};
use std::collections::BTreeSet;

/// How often the definition is checked again: what one fix brings to light, the next round mends.
const MAX_ROUNDS: usize = 16;

/// All safe fixes of a definition.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FixedAll {
    /// What changes in the text.
    pub edits: Edits,
    /// How many fixes that are.
    pub n_fixes: usize,
}

/// Works out all safe fixes of a definition, and those of what they bring to light. Each round is a check and one pass
/// over what it found.
pub fn fix_all(document: &Document, options: &Options) -> FixedAll {
    let mut current = document.clone();
    let mut n_fixes = 0;
    for _ in 0..MAX_ROUNDS {
        let safe: Vec<Fix> = check_with(&current, options)
            .iter()
            .filter_map(|diagnostic| fixes(&current, diagnostic).into_iter().find(|fix| fix.is_safe))
            .collect();
        let Some((next, n_done)) = together(&current, &safe).or_else(|| together(&current, safe.get(..1)?)) else {
            break;
        };
        current = next;
        n_fixes += n_done;
    }
    FixedAll { edits: Edits::between(document.text(), current.text()), n_fixes }
}

/// The document after as many of the fixes as go together, and how many those are; none when that is none, or when they
/// break the text.
fn together(document: &Document, safe: &[Fix]) -> Option<(Document, usize)> {
    let mut list: Vec<Edit> = Vec::new();
    let mut names = BTreeSet::new();
    let mut n_done = 0;
    for fix in safe {
        // Two states that get the same name would be the next problem.
        if let Command::RenameState(RenameState { name, .. }) = &fix.command
            && !names.insert(name.clone())
        {
            continue;
        }
        let Ok(transaction) = plan(document, &fix.command) else { continue };
        let own: Vec<Edit> = transaction.edits.iter().cloned().collect();
        let meets = |edit: &Edit| list.iter().any(|other| touch(edit, other));
        if own.is_empty() || own.iter().any(meets) {
            continue;
        }
        list.extend(own);
        n_done += 1;
    }
    let fixed = document.edited(&Edits::new(list).ok()?);
    let is_sound = n_done > 0 && fixed.syntax_errors().len() <= document.syntax_errors().len();
    is_sound.then_some((fixed, n_done))
}

fn touch(a: &Edit, b: &Edit) -> bool {
    a.span.start <= b.span.end && b.span.start <= a.span.end
}
