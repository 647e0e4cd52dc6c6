//! Executions inside an execution: the children of a distributed Map, and machines of the workspace that
//! `states:startExecution` starts. Each has a history, variables and limits of its own; time, randomness and the memory of
//! the services are shared.

use super::environment::Machine;
use super::event::HistoryEvent;
use super::execution::{Execution, Stage, StartOptions, Status};
use super::runner::Runner;
use super::start;
use super::token::{ChildId, TokenId, Turn};
use crate::asl::{ExecutionType, ScopeId, StateId};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// How many executions may run inside one another. AWS has no such limit; a machine that starts itself would otherwise
/// never come to an end.
pub(super) const MAX_DEPTH: u8 = 10;

/// An execution that another has started.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct Child {
    /// The token of the state that started it; none when that state does not wait for it.
    pub(super) owner: Option<TokenId>,
    pub(super) state: StateId,
    /// Which iteration it is, from 0.
    pub(super) index: usize,
    /// The machine of the workspace that it runs; none for one of a distributed Map.
    pub(super) machine: Option<String>,
    pub(super) execution: Box<Execution>,
    /// Its place in the agenda.
    pub(super) turn: Option<(i64, u64)>,
}

/// One step of an execution that another has started.
#[derive(Clone, Debug)]
pub struct ChildStep {
    /// Its number and those of the executions around it, the outermost first. The execution that is run has no number.
    pub path: Vec<u64>,
    /// Its ARN.
    pub arn: String,
    /// The state that started it, in the machine of the execution around it.
    pub state: StateId,
    /// Which iteration of a distributed Map it is, from 0.
    pub index: usize,
    /// The machine of the workspace that it runs; none for one of a distributed Map, whose states are those of the machine
    /// around it.
    pub machine: Option<String>,
    /// Where it stands after the step.
    pub status: Status,
    /// What its history gains.
    pub events: Vec<HistoryEvent>,
    /// The data inside the state that moved, stage by stage.
    pub stages: Vec<Stage>,
    /// The states whose service answered with a simulated default.
    pub simulated: Vec<StateId>,
}

/// An execution that is about to be started.
pub(super) struct ChildOpening {
    pub(super) owner: Option<TokenId>,
    pub(super) state: StateId,
    pub(super) index: usize,
    pub(super) machine: Option<String>,
    pub(super) root: ScopeId,
    pub(super) input: Value,
    pub(super) execution_type: ExecutionType,
    pub(super) execution_arn: String,
    pub(super) state_machine_arn: String,
}

impl Runner<'_> {
    /// Starts an execution; its first state is entered when its turn comes.
    pub(super) fn start_child(&mut self, opening: ChildOpening) -> ChildId {
        let ChildOpening {
            owner,
            state,
            index,
            machine,
            root,
            input,
            execution_type,
            execution_arn,
            state_machine_arn,
        } = opening;
        let program = self.machine(machine.as_deref()).map_or(self.program, |machine| &machine.program);
        let options = StartOptions {
            input,
            execution_type,
            start_time: self.execution.clock,
            execution_arn: Some(execution_arn),
            state_machine_arn: Some(state_machine_arn),
            role_arn: Some(self.execution.role_arn.clone()),
            ..StartOptions::default()
        };
        let begun = start::start_scope(program, options, root, self.execution.depth + 1);
        let id = self.new_id();
        let child = Child { owner, state, index, machine, execution: Box::new(begun.next), turn: None };
        self.record_child(id, &child, begun.events, Vec::new(), Vec::new(), Vec::new());
        self.schedule_child(id, child);
        id
    }

    fn machine(&self, name: Option<&str>) -> Option<&Machine> {
        self.environment.machines.get(name?)
    }

    pub(super) fn record_child(
        &mut self,
        id: ChildId,
        child: &Child,
        events: Vec<HistoryEvent>,
        stages: Vec<Stage>,
        simulated: Vec<StateId>,
        inner: Vec<ChildStep>,
    ) {
        self.child_steps.push(ChildStep {
            path: vec![id],
            arn: child.execution.execution_arn.clone(),
            state: child.state,
            index: child.index,
            machine: child.machine.clone(),
            status: child.execution.status,
            events,
            stages,
            simulated,
        });
        for mut step in inner {
            step.path.insert(0, id);
            self.child_steps.push(step);
        }
    }

    pub(super) fn schedule_child(&mut self, id: ChildId, mut child: Child) {
        let due = child.execution.next_due().unwrap_or(self.execution.clock).max(self.execution.clock);
        let place = (due, self.new_id());
        child.turn = Some(place);
        self.execution.agenda.insert(place, Turn::Child(id));
        self.execution.children.insert(id, child);
    }

    /// Moves a child execution on by one step.
    pub(super) fn step_child(&mut self, id: ChildId) {
        self.with_child(id, |inner| inner.advance());
    }

    /// Lets a child execution move, with what it shares with this one.
    pub(super) fn with_child(&mut self, id: ChildId, moves: impl FnOnce(&mut Runner<'_>)) {
        let Some(mut child) = self.execution.children.remove(&id) else { return };
        let place = child.turn.take();
        if let Some(place) = place {
            self.execution.agenda.remove(&place);
        }
        child.execution.clock = child.execution.clock.max(self.execution.clock);
        let is_same_machine = child.machine.is_none();
        std::mem::swap(&mut child.execution.shared, &mut self.execution.shared);
        if is_same_machine {
            std::mem::swap(&mut child.execution.calls, &mut self.execution.calls);
        }
        let (program, mocks) = match self.machine(child.machine.as_deref()) {
            Some(machine) => (&machine.program, &machine.mocks),
            None => (self.program, self.mocks),
        };
        let mut inner = Runner::new(program, self.environment, mocks, *child.execution);
        inner.is_time_up = self.is_time_up;
        moves(&mut inner);
        let Runner { execution, events, stages, simulated, child_steps, is_interrupted, .. } = inner;
        child.execution = Box::new(execution);
        std::mem::swap(&mut child.execution.shared, &mut self.execution.shared);
        if is_same_machine {
            std::mem::swap(&mut child.execution.calls, &mut self.execution.calls);
        }
        let is_seen = !(events.is_empty() && stages.is_empty() && child_steps.is_empty());
        if is_seen || !is_interrupted {
            self.record_child(id, &child, events, stages, simulated, child_steps);
        }
        if let Some(place) = place.filter(|_| is_interrupted) {
            self.is_interrupted = true;
            child.turn = Some(place);
            self.execution.agenda.insert(place, Turn::Child(id));
            self.execution.children.insert(id, child);
            return;
        }
        if child.execution.status == Status::Running {
            return self.schedule_child(id, child);
        }
        match (child.owner, child.machine.is_some()) {
            (Some(owner), true) => self.nested_ended(owner, &child.execution),
            (Some(owner), false) => self.map_child_ended(owner, id, child),
            (None, _) => {}
        }
    }

    /// Ends a child execution from outside, and gives what is left of it.
    pub(super) fn abort_child(&mut self, id: ChildId) -> Option<Child> {
        let child = self.execution.children.remove(&id)?;
        if let Some(place) = child.turn {
            self.execution.agenda.remove(&place);
        }
        let by_hand = child.execution.by_hand_inside();
        self.execution.shared.n_by_hand = self.execution.shared.n_by_hand.saturating_sub(by_hand);
        let Child { owner, state, index, machine, execution, turn } = child;
        let program = self.machine(machine.as_deref()).map_or(self.program, |machine| &machine.program);
        let mut inner = Runner::new(program, self.environment, self.mocks, *execution);
        inner.execution.clock = inner.execution.clock.max(self.execution.clock);
        inner.keep_for_redrive();
        inner.event_after(0, "ExecutionAborted", serde_json::Map::new());
        inner.execution.status = Status::Aborted;
        inner.clear();
        let Runner { execution, events, .. } = inner;
        let child = Child { owner, state, index, machine, execution: Box::new(execution), turn };
        self.record_child(id, &child, events, Vec::new(), Vec::new(), Vec::new());
        Some(child)
    }
}

impl Execution {
    /// Tasks in it, and in its children, that wait for a person.
    fn by_hand_inside(&self) -> usize {
        let mut open = vec![self];
        let mut count = 0;
        while let Some(execution) = open.pop() {
            count += execution.tokens.values().filter(|token| token.is_by_hand()).count();
            open.extend(execution.children.values().map(|child| &*child.execution));
        }
        count
    }
}
