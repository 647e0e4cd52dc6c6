//! Where states can be put.

use super::Refusal;
use super::allow;
use super::commands::{added_catcher, added_rule};
use super::edge_text::{ends, has, lead_to};
use super::members::{MemberPlace, insert_member, quoted, set_member};
use crate::asl::{Document, EdgeRef, Machine, ScopeId, StateId, StateType, TransitionKind, error_name};
use crate::text::Edit;

/// A place for states that are inserted, pasted or moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// On an edge: what the edge led to follows them.
    Edge(EdgeRef),
    /// Into a scope without states.
    Empty(ScopeId),
    /// Behind a state: on its `Next` or `End`, or on the default of a Choice state.
    After(StateId),
    /// Into a scope, without a connection to what is there.
    Loose(ScopeId),
    /// Behind a Choice state, on one more rule.
    Rule(StateId),
    /// Behind a state, on one more catcher.
    Catcher(StateId),
}

/// What leads to the states that are put in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum WayIn {
    Edge(EdgeRef),
    /// A state without `Next` and `End` gets a `Next`.
    Next(StateId),
    /// A Choice state without a default gets one.
    Default(StateId),
    /// A Choice state gets one more rule.
    Rule(StateId),
    /// A state gets one more catcher.
    Catcher(StateId),
    Nothing,
}

/// A place, looked up in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Gap {
    pub(super) scope: ScopeId,
    way_in: WayIn,
    /// What follows there; none where the scope ends.
    pub(super) following: Option<String>,
    /// The state behind which they stand in the text; none for the front.
    pub(super) behind: Option<StateId>,
    /// Whether nothing else leads to what follows, as far as the source can tell: what is put in must lead on.
    pub(super) must_lead_on: bool,
}

impl Gap {
    pub(super) fn find(document: &Document, place: Place) -> Result<Self, Refusal> {
        let machine = document.machine();
        match place {
            Place::Edge(edge) => Self::on_edge(document, edge),
            Place::Empty(scope) => {
                let found = machine.scopes().find(|(id, _)| *id == scope).ok_or(Refusal::NotFound)?.1;
                if !found.states.is_empty() {
                    return Err(Refusal::NotEmpty);
                }
                let way_in = WayIn::Edge(EdgeRef::Start(scope));
                Ok(Self { scope, way_in, following: None, behind: None, must_lead_on: false })
            }
            Place::Loose(scope) => {
                let found = machine.scopes().find(|(id, _)| *id == scope).ok_or(Refusal::NotFound)?.1;
                if found.states.is_empty() {
                    return Self::find(document, Place::Empty(scope));
                }
                let behind = found.states.last().copied();
                Ok(Self { scope, way_in: WayIn::Nothing, following: None, behind, must_lead_on: false })
            }
            Place::After(state) => Self::after(document, state),
            Place::Rule(state) => {
                allow::connect(machine, state, state)?;
                Self::beside(machine, state, WayIn::Rule(state))
            }
            Place::Catcher(state) => {
                allow::catch(machine, state, state)?;
                Self::beside(machine, state, WayIn::Catcher(state))
            }
        }
    }

    /// Behind a state, on a way that is added to those that it has.
    fn beside(machine: &Machine, state: StateId, way_in: WayIn) -> Result<Self, Refusal> {
        let scope = machine.get(state).ok_or(Refusal::NotFound)?.scope;
        Ok(Self { scope, way_in, following: None, behind: Some(state), must_lead_on: false })
    }

    fn on_edge(document: &Document, edge: EdgeRef) -> Result<Self, Refusal> {
        let machine = document.machine();
        if !allow::exists(machine, edge) {
            return Err(Refusal::NotFound);
        }
        let (scope, behind, target) = ends(document, edge)?;
        let must_lead_on = match edge {
            EdgeRef::Start(scope) => !machine.scope(scope).states.is_empty(),
            EdgeRef::End(_) => false,
            EdgeRef::Transition(_, kind) => kind == TransitionKind::Next,
        };
        let following = target.map(|target| target.name.to_string());
        Ok(Self { scope, way_in: WayIn::Edge(edge), following, behind, must_lead_on })
    }

    fn after(document: &Document, id: StateId) -> Result<Self, Refusal> {
        let edge = edge_after(document.machine(), id)?;
        if let Some(edge) = edge {
            return Self::on_edge(document, edge);
        }
        let state = document.machine().state(id);
        let is_choice = state.state_type == Some(StateType::Choice);
        let field = if is_choice { "Default" } else { "Next" };
        let is_taken = has(document, id, field) || (!is_choice && has(document, id, "End"));
        if is_taken {
            // It is there with a value that leads nowhere, and has to be mended first.
            return Err(Refusal::BrokenText);
        }
        let way_in = if is_choice { WayIn::Default(id) } else { WayIn::Next(id) };
        Ok(Self { scope: state.scope, way_in, following: None, behind: Some(id), must_lead_on: false })
    }

    /// The state from which the way in comes, and where it led.
    pub(super) fn touches(&self, machine: &Machine, is_in: impl Fn(StateId) -> bool) -> bool {
        let target = self.following.as_ref().and_then(|name| {
            machine.scope(self.scope).states.iter().copied().find(|state| *machine.state(*state).name == **name)
        });
        let source = match self.way_in {
            WayIn::Edge(EdgeRef::Transition(state, _) | EdgeRef::End(state))
            | WayIn::Next(state)
            | WayIn::Default(state)
            | WayIn::Rule(state)
            | WayIn::Catcher(state) => Some(state),
            WayIn::Edge(EdgeRef::Start(_)) | WayIn::Nothing => None,
        };
        source.into_iter().chain(target).any(is_in)
    }

    /// The name with which the scope has to start, when the way in is its start.
    pub(super) fn start<'a>(&self, name: &'a str) -> Option<&'a str> {
        matches!(self.way_in, WayIn::Edge(EdgeRef::Start(_))).then_some(name)
    }

    /// Makes the way in lead to the state called `name`; nothing where [`Gap::start`] says how the scope starts.
    pub(super) fn lead_in(&self, document: &Document, name: &str) -> Result<Option<Edit>, Refusal> {
        let machine = document.machine();
        let add = |state: StateId| {
            let json = quoted(name);
            insert_member(document, machine.state(state).node, MemberPlace::Last, &[("Next".to_owned(), json)])
        };
        match self.way_in {
            WayIn::Edge(EdgeRef::Start(_)) | WayIn::Nothing => Ok(None),
            WayIn::Edge(edge) => lead_to(document, edge, name).map(Some),
            WayIn::Next(state) => add(state).map(Some),
            WayIn::Default(state) => {
                set_member(document, machine.state(state).node, "Default", &quoted(name), &["Choices"]).map(Some)
            }
            WayIn::Rule(state) => added_rule(document, state, None, name).map(Some),
            WayIn::Catcher(state) => added_catcher(document, state, &[error_name::ALL], name).map(Some),
        }
    }
}

/// The edge on which stands what is put behind a state; none when it has to be made.
fn edge_after(machine: &Machine, id: StateId) -> Result<Option<EdgeRef>, Refusal> {
    let state = machine.get(id).ok_or(Refusal::NotFound)?;
    if let Some(state_type) = state.state_type.filter(|state_type| state_type.is_terminal()) {
        return Err(Refusal::NothingFollows { state_type: state_type.as_str() });
    }
    let main = if state.state_type == Some(StateType::Choice) { TransitionKind::Default } else { TransitionKind::Next };
    if state.transitions.iter().any(|transition| transition.kind == main) {
        return Ok(Some(EdgeRef::Transition(id, main)));
    }
    Ok((state.is_end && main == TransitionKind::Next).then_some(EdgeRef::End(id)))
}
