//! Where the ways out of some states lead when the states come to stand elsewhere.

use super::Refusal;
use super::members::{
    MemberPlace, index_of, insert_member, quoted, remove_items, remove_member, remove_members, rename_member_to,
    replace_value, set_member,
};
use crate::asl::{Document, State, StateId, StateType, TransitionKind};
use crate::text::Edit;
use std::collections::BTreeSet;

/// What the ways out of some states shall lead to.
pub(super) struct Exits<'a> {
    /// The groups of states; each leads on to the next one's first state.
    pub(super) chains: &'a [Vec<StateId>],
    /// What follows the last group; none where it ends its scope.
    pub(super) following: Option<&'a str>,
    /// Whether a rule, a default or a catcher may still name a state that is not among them.
    pub(super) stays: &'a dyn Fn(&str) -> bool,
    /// The name of a Succeed state, for rules and defaults that would lead nowhere.
    pub(super) succeed: &'a str,
}

/// The edits, and what they bring with them.
#[derive(Debug, Default)]
pub(super) struct Redirected {
    pub(super) edits: Vec<Edit>,
    /// Whether something leads to the Succeed state.
    pub(super) needs_succeed: bool,
    /// How many ways lead to what follows the last group.
    pub(super) n_following: usize,
}

impl Exits<'_> {
    /// Works out the edits of the states themselves.
    pub(super) fn redirect(&self, document: &Document) -> Result<Redirected, Refusal> {
        let machine = document.machine();
        let inside: BTreeSet<StateId> = self.chains.iter().flatten().copied().collect();
        let mut redirected = Redirected::default();
        for (index, chain) in self.chains.iter().enumerate() {
            let next = self.chains.get(index + 1).and_then(|next| next.first());
            let following = match next {
                Some(next) => Some(&*machine.state(*next).name),
                None => self.following,
            };
            let is_last = next.is_none();
            for id in chain {
                let state = machine.state(*id);
                let before = redirected.n_following;
                match state.state_type {
                    Some(StateType::Choice) => self.choice(document, state, &inside, following, &mut redirected)?,
                    Some(StateType::Succeed | StateType::Fail) => {}
                    _ => plain(document, state, &inside, following, &mut redirected)?,
                }
                if !is_last {
                    redirected.n_following = before;
                }
                self.catchers(document, state, &inside, &mut redirected)?;
            }
        }
        Ok(redirected)
    }

    fn choice(
        &self,
        document: &Document,
        state: &State,
        inside: &BTreeSet<StateId>,
        following: Option<&str>,
        redirected: &mut Redirected,
    ) -> Result<(), Refusal> {
        let mut leads_on = false;
        for transition in &state.transitions {
            if transition.target.state.is_some_and(|target| inside.contains(&target)) {
                leads_on = true;
                continue;
            }
            // The default is the way that goes on; rules branch off and keep their targets where they can.
            let is_main = transition.kind == TransitionKind::Default && following.is_some();
            leads_on |= is_main;
            if !is_main && (self.stays)(&transition.target.name) {
                continue;
            }
            let target = following.unwrap_or(self.succeed);
            redirected.n_following += usize::from(following.is_some());
            redirected.needs_succeed |= following.is_none();
            redirected.edits.push(replace_value(document, transition.target.node, quoted(target)));
        }
        if let (false, Some(following)) = (leads_on, following) {
            redirected.n_following += 1;
            redirected.edits.push(set_member(document, state.node, "Default", &quoted(following), &["Choices"])?);
        }
        Ok(())
    }

    fn catchers(
        &self,
        document: &Document,
        state: &State,
        inside: &BTreeSet<StateId>,
        redirected: &mut Redirected,
    ) -> Result<(), Refusal> {
        let lost: Vec<usize> =
            leaving_catchers(state, inside).filter(|(_, name)| !(self.stays)(name)).map(|(index, _)| index).collect();
        let Some(list) = document.tree().get(state.node, "Catch").filter(|_| !lost.is_empty()) else { return Ok(()) };
        if document.tree().items(list).len() == lost.len() {
            let index = index_of(document, state.node, "Catch").ok_or(Refusal::NotFound)?;
            redirected.edits.extend(remove_members(document, state.node, &[index])?);
        } else {
            redirected.edits.extend(remove_items(document, list, &lost)?);
        }
        Ok(())
    }
}

/// The catchers of a state that lead out of some states: their places in the list, and where they lead.
pub(super) fn leaving_catchers<'a>(
    state: &'a State,
    inside: &BTreeSet<StateId>,
) -> impl Iterator<Item = (usize, &'a str)> {
    state.transitions.iter().filter_map(|transition| match transition.kind {
        TransitionKind::Catch(index) if transition.target.state.is_none_or(|target| !inside.contains(&target)) => {
            Some((index, &*transition.target.name))
        }
        _ => None,
    })
}

/// A state with `Next` or `End`.
fn plain(
    document: &Document,
    state: &State,
    inside: &BTreeSet<StateId>,
    following: Option<&str>,
    redirected: &mut Redirected,
) -> Result<(), Refusal> {
    let next = state.transitions.iter().find(|transition| transition.kind == TransitionKind::Next);
    if next.is_some_and(|next| next.target.state.is_some_and(|target| inside.contains(&target))) {
        return Ok(());
    }
    let index = |field| index_of(document, state.node, field);
    if state.state_type.is_none() && index("Next").is_none() && index("End").is_none() {
        // Nobody knows whether such a state would lead on.
        return Ok(());
    }
    redirected.n_following += usize::from(following.is_some());
    let edit = match (following, index("Next"), index("End")) {
        (Some(name), Some(_), end) => {
            if let Some(end) = end {
                redirected.edits.push(remove_member(document, state.node, end)?);
            }
            set_member(document, state.node, "Next", &quoted(name), &[])?
        }
        (Some(name), None, Some(_)) => rename_member_to(document, state.node, "End", "Next", &quoted(name))?,
        (Some(name), None, None) => insert(document, state, "Next", &quoted(name))?,
        (None, Some(next), Some(_)) if state.is_end => remove_member(document, state.node, next)?,
        (None, Some(next), Some(_)) => {
            redirected.edits.push(remove_member(document, state.node, next)?);
            set_member(document, state.node, "End", "true", &[])?
        }
        (None, Some(_), None) => rename_member_to(document, state.node, "Next", "End", "true")?,
        (None, None, Some(_)) if state.is_end => return Ok(()),
        (None, None, Some(_)) => set_member(document, state.node, "End", "true", &[])?,
        (None, None, None) => insert(document, state, "End", "true")?,
    };
    redirected.edits.push(edit);
    Ok(())
}

fn insert(document: &Document, state: &State, field: &str, json: &str) -> Result<Edit, Refusal> {
    insert_member(document, state.node, MemberPlace::Last, &[(field.to_owned(), json.to_owned())])
}
