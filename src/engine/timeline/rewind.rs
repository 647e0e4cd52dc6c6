//! The way back to the execution at an earlier step: it is kept now and then, and made again from there. A step depends on
//! nothing but the execution and its surroundings, so that what is made again is what it was.

use crate::sim::{Environment, Execution, Program, Status, step_in_time};
use std::cell::Cell;
use std::collections::BTreeMap;

/// How long the steps between two kept executions may have taken, in milliseconds, unless keeping one takes longer than a
/// tenth of that.
const SPACING: f64 = 5.0;

/// How many are kept. Beyond that every second one goes, and they are kept half as often.
const MAX_KEPT: usize = 256;

/// How an execution was moved on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::engine) enum Move {
    /// By a step that went as far as it goes.
    Step,
    /// By a step that let go when it had asked so often whether its time is up.
    PartOfStep(u32),
    /// From outside: a person sent a task token, or the execution was started again.
    FromOutside,
}

#[derive(Debug)]
struct Kept {
    /// How often it had been moved.
    n_moves: u64,
    /// How many steps could be seen.
    n_steps: usize,
    execution: Execution,
    /// Whether nothing else leads there.
    is_needed: bool,
}

/// Executions that were kept.
#[derive(Debug)]
pub(super) struct Rewind {
    kept: Vec<Kept>,
    n_moves: u64,
    /// Which steps let go, and after how many questions.
    parts: BTreeMap<u64, u32>,
    next_at: f64,
    spacing: f64,
}

impl Rewind {
    /// Begins with an execution that was started.
    pub(super) fn begin(execution: &Execution, now: f64) -> Self {
        let first = Kept { n_moves: 0, n_steps: 1, execution: execution.clone(), is_needed: true };
        Self { kept: vec![first], n_moves: 0, parts: BTreeMap::new(), next_at: now + SPACING, spacing: SPACING }
    }

    /// Notes a move, after which so many steps can be seen.
    pub(super) fn note(&mut self, moved: Move, execution: &Execution, n_steps: usize, now: &dyn Fn() -> f64) {
        if let Move::PartOfStep(n_questions) = moved {
            self.parts.insert(self.n_moves, n_questions);
        }
        self.n_moves += 1;
        // The clock is asked now and then only: that takes as long as a simple step.
        let is_due = self.n_moves.is_multiple_of(8) && now() >= self.next_at;
        if moved != Move::FromOutside && !is_due {
            return;
        }
        let before = now();
        let is_needed = moved == Move::FromOutside;
        self.kept.push(Kept { n_moves: self.n_moves, n_steps, execution: execution.clone(), is_needed });
        if self.kept.len() > MAX_KEPT {
            self.thin_out();
        }
        let after = now();
        self.next_at = after + self.spacing.max((after - before) * 10.0);
    }

    fn thin_out(&mut self) {
        let mut place = 0;
        self.kept.retain(|kept| {
            place += 1;
            kept.is_needed || place % 2 == 1
        });
        self.spacing *= 2.0;
    }

    /// The execution when so many steps could be seen, at least one.
    pub(super) fn execution(&self, n_steps: usize, program: &Program, environment: &Environment) -> Execution {
        let place = self.kept.partition_point(|kept| kept.n_steps <= n_steps).saturating_sub(1);
        let Kept { mut n_moves, n_steps: mut seen, ref execution, .. } = self.kept[place];
        let mut execution = execution.clone();
        while seen < n_steps && execution.status() == Status::Running {
            let n_questions = self.parts.get(&n_moves).copied();
            let asked = Cell::new(0);
            let is_time_up = || {
                asked.set(asked.get() + 1);
                n_questions.is_some_and(|most| asked.get() >= most)
            };
            let step = step_in_time(program, execution, environment, &is_time_up);
            seen += usize::from(!step.is_empty());
            n_moves += 1;
            execution = step.next;
        }
        execution
    }
}
