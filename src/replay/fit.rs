//! Where a history and a definition part: the first visit that the definition does not lead to.

use super::recording::Recorded;
use super::visits::{Visit, VisitStatus};
use crate::asl::{Machine, ScopeId, StateId, TransitionKind};
use foldhash::{HashMap, HashSet};

/// A visit that the definition does not lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Misfit {
    /// Id of the event that enters the state.
    pub event: u64,
    /// The state's name in the history.
    pub state: String,
    /// Why it does not fit.
    pub kind: MisfitKind,
}

/// Why a visit does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MisfitKind {
    /// There is no state of that name where the execution was.
    UnknownState,
    /// The state has another type.
    OtherType {
        /// In the history.
        recorded: String,
        /// In the definition; none where it has none that is known.
        defined: Option<&'static str>,
    },
    /// The machine, branch or iteration starts with another state.
    NotTheStart,
    /// The state before has no way there.
    NoWay {
        /// The state before.
        from: String,
    },
}

impl MisfitKind {
    /// A name for programs.
    pub fn code(&self) -> &'static str {
        match self {
            Self::UnknownState => "UNKNOWN_STATE",
            Self::OtherType { .. } => "OTHER_TYPE",
            Self::NotTheStart => "NOT_THE_START",
            Self::NoWay { .. } => "NO_WAY",
        }
    }
}

/// The first visit that does not fit.
pub(super) fn misfit(machine: &Machine, events: &[Recorded], visits: &[Visit]) -> Option<Misfit> {
    let types: HashMap<u64, &str> = events.iter().filter_map(|event| Some((event.id, event.enters()?))).collect();
    let mut following = Following { machine, visits, states: Vec::new(), begun: HashSet::default() };
    for visit in visits {
        let recorded = types.get(&visit.entered).copied().unwrap_or_default();
        let found = following.state(visit).and_then(|state| {
            let defined = machine.state(state).state_type.map(|known| known.as_str());
            if defined == Some(recorded) {
                Ok(state)
            } else {
                Err(MisfitKind::OtherType { recorded: recorded.to_owned(), defined })
            }
        });
        match found {
            Ok(state) => following.states.push(state),
            Err(kind) => return Some(Misfit { event: visit.entered, state: visit.state.clone(), kind }),
        }
    }
    None
}

struct Following<'a> {
    machine: &'a Machine,
    visits: &'a [Visit],
    /// The states of the visits so far.
    states: Vec<StateId>,
    /// The branches that each visit of a Parallel state has begun: two may start with states of one name.
    begun: HashSet<(usize, ScopeId)>,
}

impl Following<'_> {
    /// The state of a visit, if the definition leads there.
    fn state(&mut self, visit: &Visit) -> Result<StateId, MisfitKind> {
        match visit.after {
            Some(after) => self.next(after, visit),
            None => self.first(visit),
        }
    }

    fn next(&self, after: usize, visit: &Visit) -> Result<StateId, MisfitKind> {
        let from = self.machine.state(self.states[after]);
        let state = self.named(from.scope, &visit.state).ok_or(MisfitKind::UnknownState)?;
        let was_caught = self.visits[after].status == VisitStatus::CaughtError;
        let leads_there = from.transitions.iter().any(|transition| {
            matches!(transition.kind, TransitionKind::Catch(_)) == was_caught && transition.target.state == Some(state)
        });
        if leads_there { Ok(state) } else { Err(MisfitKind::NoWay { from: from.name.to_string() }) }
    }

    fn first(&mut self, visit: &Visit) -> Result<StateId, MisfitKind> {
        let scopes = match visit.around {
            Some(around) => self.machine.state(self.states[around]).inner.clone(),
            None => vec![ScopeId::ROOT],
        };
        let starts_with = |scope: &ScopeId| {
            let start = self.machine.scope(*scope).start_at.as_ref();
            start.filter(|start| *start.name == *visit.state).and_then(|start| start.state)
        };
        let candidates = scopes.iter().filter_map(|scope| Some((*scope, starts_with(scope)?)));
        let fresh = candidates
            .clone()
            .find(|(scope, _)| visit.around.is_none_or(|around| !self.begun.contains(&(around, *scope))));
        let Some((scope, state)) = fresh.or_else(|| candidates.clone().next()) else {
            let is_known = scopes.iter().any(|scope| self.named(*scope, &visit.state).is_some());
            return Err(if is_known { MisfitKind::NotTheStart } else { MisfitKind::UnknownState });
        };
        self.begun.extend(visit.around.map(|around| (around, scope)));
        Ok(state)
    }

    fn named(&self, scope: ScopeId, name: &str) -> Option<StateId> {
        let states = &self.machine.scope(scope).states;
        states.iter().copied().find(|state| *self.machine.state(*state).name == *name)
    }
}
