//! Which variables have a value where: a data-flow analysis over the transitions of each scope.

use super::expressions::Exit;
use super::scopes::is_distributed;
use super::variables::StateVariables;
use crate::asl::{Document, StateId, TransitionKind};
use std::collections::{BTreeMap, VecDeque};

/// A set of variables by number.
pub(super) type Bits = Vec<u64>;

/// At the entry of each state: the variables that have a value by every way there, and those that have one by some.
/// None where no way leads.
#[derive(Clone, Debug)]
pub(super) struct Assigned {
    before: Vec<Option<(Bits, Bits)>>,
}

impl Assigned {
    /// Follows all transitions until nothing changes: a state is looked at again at most once for each variable that one
    /// of its ways lacks, in practice two or three times.
    pub(super) fn new(document: &Document, states: &[StateVariables], numbers: &BTreeMap<String, usize>) -> Self {
        let machine = document.machine();
        let n_words = numbers.len().div_ceil(64);
        let mut assigned = Self { before: vec![None; states.len()] };
        for (_, scope) in machine.scopes() {
            // An outer scope stands before its inner ones.
            let start = match scope.owner {
                Some(owner) if !is_distributed(document, owner) => assigned.before[owner.0 as usize].clone(),
                Some(owner) if assigned.before[owner.0 as usize].is_none() => None,
                _ => Some((vec![0; n_words], vec![0; n_words])),
            };
            let first = scope.start_at.as_ref().and_then(|target| target.state);
            let (Some(first), Some(start)) = (first, start) else { continue };
            let mut open = VecDeque::from([first]);
            assigned.reach(first, start);
            while let Some(state) = open.pop_front() {
                let Some(before) = assigned.before[state.0 as usize].clone() else { continue };
                for transition in &machine.state(state).transitions {
                    let Some(target) = transition.target.state else { continue };
                    let mut after = before.clone();
                    for write in
                        states[state.0 as usize].writes.iter().filter(|write| counts(write.exit, transition.kind))
                    {
                        let Some(number) = numbers.get(&write.name) else { continue };
                        after.0[number / 64] |= 1 << (number % 64);
                        after.1[number / 64] |= 1 << (number % 64);
                    }
                    if assigned.reach(target, after) {
                        open.push_back(target);
                    }
                }
            }
        }
        assigned
    }

    pub(super) fn before(&self, state: StateId) -> Option<(&Bits, &Bits)> {
        self.before[state.0 as usize].as_ref().map(|(always, sometimes)| (always, sometimes))
    }

    /// Adds a way to a state; says whether that changes anything.
    fn reach(&mut self, state: StateId, (always, sometimes): (Bits, Bits)) -> bool {
        let Some(known) = &mut self.before[state.0 as usize] else {
            self.before[state.0 as usize] = Some((always, sometimes));
            return true;
        };
        let mut changed = false;
        for (word, other) in known.0.iter_mut().zip(always) {
            changed |= *word & other != *word;
            *word &= other;
        }
        for (word, other) in known.1.iter_mut().zip(sometimes) {
            changed |= *word | other != *word;
            *word |= other;
        }
        changed
    }
}

/// Whether what is assigned by one way out counts on a transition.
fn counts(exit: Exit, kind: TransitionKind) -> bool {
    match (exit, kind) {
        (Exit::Usual, TransitionKind::Next | TransitionKind::Default) => true,
        (Exit::Choice(of), TransitionKind::Choice(index)) | (Exit::Catch(of), TransitionKind::Catch(index)) => {
            of == index
        }
        _ => false,
    }
}
