//! Put a fragment into a place of a document.

use super::exits::Exits;
use super::fragment::Fragment;
use super::names::Names;
use super::place::Gap;
use super::{Refusal, put_states, raw};
use crate::asl::{Document, StateId};
use crate::edit::members::quoted;
use crate::text::Edit;

/// What putting a fragment in changes.
#[derive(Debug)]
pub(super) struct Insertion {
    pub(super) edits: Vec<Edit>,
    /// The names that its states have now, the first one first.
    pub(super) names: Vec<String>,
}

/// Works out how a fragment is put in. `leaves` says which states of the document go away at the same time: their names
/// are free, and nothing leads to them.
pub(super) fn insert(
    document: &Document,
    gap: &Gap,
    fragment: &Fragment,
    leaves: impl Fn(StateId) -> bool,
) -> Result<Insertion, Refusal> {
    let machine = document.machine();
    let mut free = Names::without(machine, &leaves);
    let fragment = fragment.in_language(machine.query_language())?.with_free_names(&mut free)?;
    let succeed = free.take("Succeed");
    let here = machine.scope(gap.scope).states.iter().filter(|state| !leaves(**state));
    let here: Vec<&str> = here.map(|state| &*machine.state(*state).name).collect();

    let chains = [fragment.states()];
    let following = gap.following.as_deref();
    let exits = Exits { chains: &chains, following, stays: &|name| here.contains(&name), succeed: &succeed };
    let redirected = exits.redirect(&fragment.document)?;
    if gap.must_lead_on && following.is_some() && redirected.n_following == 0 {
        return Err(Refusal::CutsOff);
    }
    let fragment = fragment.edited(redirected.edits)?;

    let style = document.style();
    let indentation = put_states::indentation(document, gap.scope);
    let root = fragment.machine().root().ok_or(Refusal::NotAFragment)?;
    let mut states: Vec<(String, String)> = root
        .states
        .iter()
        .map(|id| {
            let state = fragment.machine().state(*id);
            (state.name.to_string(), raw::moved(&fragment.document, state.node, &style, &indentation))
        })
        .collect();
    if redirected.needs_succeed {
        let fields = [("Type".to_owned(), quoted("Succeed"))];
        states.push((succeed, raw::object(&style, &indentation, &fields)));
    }
    let names: Vec<String> = chains[0].iter().map(|id| fragment.machine().state(*id).name.to_string()).collect();
    let first = names.first().ok_or(Refusal::NotAFragment)?;
    let mut edits = put_states::put_states(document, gap.scope, gap.behind, &states, gap.start(first))?;
    edits.extend(gap.lead_in(document, first)?);
    Ok(Insertion { edits, names })
}
