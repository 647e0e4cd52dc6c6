//! Replace a Map state, or a Parallel state with one branch, by the states inside it.

use crate::asl::{Document, Machine, ScopeId, State, StateId, StateType, TransitionKind};
use crate::edit::draft::Draft;
use crate::edit::exits::Exits;
use crate::edit::members::{MemberPlace, index_of, insert_member, member_span, quoted, replace_value};
use crate::edit::part::Part;
use crate::edit::{Label, Plan, Refusal, StepKind, Transaction, put_states, raw};
use crate::text::Edit;

/// The fields of a frame that the states inside take over, or that are no loss.
const KEPT: [&str; 6] = ["Type", "Next", "End", "Branches", "ItemProcessor", "Iterator"];

/// Replace a Map state, or a Parallel state with one branch, by the states inside it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unwrap {
    /// The Parallel or Map state.
    pub state: StateId,
}

impl Plan for Unwrap {
    fn plan(&self, document: &Document) -> Result<Transaction, Refusal> {
        let Self { state: id } = *self;
        let machine = document.machine();
        let state = machine.get(id).ok_or(Refusal::NotFound)?;
        let label = Label::new(StepKind::Unwrap, &*state.name);
        let dropped = dropped(document, state);
        let Some(scope) = inner(document, id)? else {
            let deleted = super::DeleteStates { states: vec![id] }.plan(document)?;
            return Ok(Transaction { label, dropped, ..deleted });
        };
        let next = state.transitions.iter().find(|transition| transition.kind == TransitionKind::Next);
        let chains = [Part::whole(machine, scope).states];
        let following = next.map(|next| match next.target.state {
            // A frame that leads to itself runs what is inside again.
            Some(own) if own == id => first(machine, scope).to_owned(),
            _ => next.target.name.to_string(),
        });

        let mut draft = Draft::new(document);
        let exits = Exits { chains: &chains, following: following.as_deref(), stays: &|_| true, succeed: "" };
        draft.apply(exits.redirect(document)?.edits)?;
        if let Some(following) = &following {
            let edits = passed_on(draft.document(), scope, following)?;
            draft.apply(edits)?;
        }
        let (edits, placed) = replaced(draft.document(), id, scope)?;
        draft.apply(edits)?;
        let select = placed.first().cloned();
        Ok(Transaction { placed, dropped, ..Transaction::new(label, draft.edits(), select) })
    }
}

/// The one inner scope that has states; none when there is no such.
pub(in crate::edit) fn inner(document: &Document, id: StateId) -> Result<Option<ScopeId>, Refusal> {
    let machine = document.machine();
    let state = machine.get(id).ok_or(Refusal::NotFound)?;
    if !matches!(state.state_type, Some(StateType::Parallel | StateType::Map)) {
        return Err(Refusal::NotAFrame);
    }
    let mut filled = state.inner.iter().copied().filter(|scope| !machine.scope(*scope).states.is_empty());
    match (filled.next(), filled.next()) {
        (scope, None) => Ok(scope),
        _ => Err(Refusal::SeveralBranches),
    }
}

/// What the frame says and nothing inside it can say.
fn dropped(document: &Document, state: &State) -> Vec<String> {
    let members = document.tree().members(state.node).iter().map(|member| member.key.to_string());
    members.filter(|name| !KEPT.contains(&name.as_str())).collect()
}

/// A Succeed state inside ended the frame alone, and what follows the frame went on: a Pass state does the same.
fn passed_on(document: &Document, scope: ScopeId, following: &str) -> Result<Vec<Edit>, Refusal> {
    let machine = document.machine();
    let mut edits = Vec::new();
    for id in &machine.scope(scope).states {
        let state = machine.state(*id);
        if state.state_type != Some(StateType::Succeed) || index_of(document, state.node, "Next").is_some() {
            continue;
        }
        let name = document.tree().get(state.node, "Type").ok_or(Refusal::NotFound)?;
        edits.push(replace_value(document, name, quoted(StateType::Pass.as_str())));
        let next = ("Next".to_owned(), quoted(following));
        edits.push(insert_member(document, state.node, MemberPlace::Last, &[next])?);
    }
    Ok(edits)
}

/// The name of the state at which a scope with states starts.
fn first(machine: &Machine, scope: ScopeId) -> &str {
    let scope = machine.scope(scope);
    let start = scope.start_at.as_ref().and_then(|start| start.state);
    start.or_else(|| scope.states.first().copied()).map_or("", |first| &machine.state(first).name)
}

/// Puts the states of a scope in the place of the state around it.
fn replaced(document: &Document, id: StateId, scope: ScopeId) -> Result<(Vec<Edit>, Vec<String>), Refusal> {
    let machine = document.machine();
    let state = machine.state(id);
    let inner = machine.scope(scope);
    let outer = machine.scope(state.scope);
    let style = document.style();
    let indentation = put_states::indentation(document, state.scope);
    let first = first(machine, scope);
    let own = document.tree().span(state.node);
    let mut edits: Vec<Edit> = outer
        .states
        .iter()
        .flat_map(|other| &machine.state(*other).transitions)
        .map(|transition| &transition.target)
        .chain(&outer.start_at)
        // A reference of the frame to itself goes away with it.
        .filter(|target| target.state == Some(id) && !own.contains(document.tree().span(target.node)))
        .map(|target| replace_value(document, target.node, quoted(first)))
        .collect();
    let states_node = outer.states_node.ok_or(Refusal::BrokenText)?;
    let members = document.tree().members(states_node);
    let member = members.iter().find(|member| member.value == state.node).ok_or(Refusal::NotFound)?;
    let written: Vec<String> = inner
        .states
        .iter()
        .map(|id| {
            let state = machine.state(*id);
            format!("{}: {}", quoted(&state.name), raw::moved(document, &style, state.node, &style, &indentation))
        })
        .collect();
    let separator = if style.is_multiline() { format!(",{}{indentation}", style.line_ending) } else { ", ".to_owned() };
    edits.push(Edit { span: member_span(document, member), insert: written.join(&separator) });
    let names = inner.states.iter().map(|id| machine.state(*id).name.to_string());
    let mut placed = vec![first.to_owned()];
    placed.extend(names.filter(|name| name != first));
    Ok((edits, placed))
}
