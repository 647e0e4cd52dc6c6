//! Move states to another place; the gap that they leave closes.

use crate::asl::{Document, StateId};
use crate::edit::clipboard::copied;
use crate::edit::draft::Draft;
use crate::edit::exits::Exits;
use crate::edit::fragment::Fragment;
use crate::edit::heal::heal;
use crate::edit::members::remove_members;
use crate::edit::part::Part;
use crate::edit::place::Gap;
use crate::edit::{Label, Place, Plan, Refusal, StepKind, Transaction, allow, insertion, put_states};
use crate::text::{Edit, Edits};

/// Move states, with all inside them, to another place. What led to them leads to what followed them.
#[derive(Clone, Debug, PartialEq)]
pub struct MoveStates {
    /// States of one scope; those that hang together keep their ways among each other.
    pub states: Vec<StateId>,
    /// Where to.
    pub place: Place,
}

impl Plan for MoveStates {
    fn plan(&self, document: &Document) -> Result<Transaction, Refusal> {
        let Self { ref states, place } = *self;
        allow::move_states(document, states, place)?;
        let machine = document.machine();
        let part = Part::single(machine, states)?;
        if let Place::Rule(state) | Place::Catcher(state) = place
            && !part.contains(state)
        {
            return moved_beside(document, states, place, state);
        }
        let gap = Gap::find(document, place)?;
        let chains = part.chains(machine);
        let names: Vec<String> = chains.iter().flatten().map(|state| machine.state(*state).name.to_string()).collect();
        let label = Label::new(StepKind::MoveStates, names.first().cloned().unwrap_or_default()).times(names.len());
        let select = names.first().cloned();
        let is_all = matches!(place, Place::Loose(_)) && part.states.len() == machine.scope(part.scope).states.len();
        if gap.scope == part.scope && (is_all || gap.touches(machine, |state| part.contains(state))) {
            // They stand there already.
            return Ok(Transaction { placed: names, ..Transaction::new(label, Edits::none(), select) });
        }
        let mut edits = heal(document, &part)?;
        if gap.scope == part.scope {
            // Within a scope only the ways change: the text of a state stays where a person put it.
            edits.extend(led_elsewhere(document, &gap, &chains, &names)?);
            let transaction = Transaction::of(label, edits, select)?;
            return Ok(Transaction { placed: names, ..transaction });
        }
        let fragment =
            Fragment::read(&copied(document, states, &document.style())?).map_err(|_| Refusal::BrokenText)?;
        let inserted = insertion::insert(document, &gap, &fragment, |state| is_taken_along(document, &part, state))?;
        edits.extend(removed(document, &part)?);
        edits.extend(inserted.edits);
        let transaction = Transaction::of(label, edits, inserted.names.first().cloned())?;
        Transaction { placed: inserted.names, ..transaction }.within_depth(document)
    }
}

/// States moved to a rule or catcher that `state` gets for them. The lists of `state` may lead to them already, so the gap that
/// they leave is closed first, and the new way added to what is there then.
fn moved_beside(document: &Document, states: &[StateId], place: Place, state: StateId) -> Result<Transaction, Refusal> {
    let machine = document.machine();
    let scope = machine.get(state).ok_or(Refusal::NotFound)?.scope;
    let moved = MoveStates { states: states.to_vec(), place: Place::Loose(scope) }.plan(document)?;
    let mut draft = Draft::new(document);
    draft.apply(moved.edits.iter().cloned().collect())?;
    let first = moved.placed.first().ok_or(Refusal::NotFound)?;
    let source = draft.document().machine().find(&machine.state(state).name).ok_or(Refusal::NotFound)?;
    let way = match place {
        Place::Rule(_) => Place::Rule(source),
        _ => Place::Catcher(source),
    };
    let added = Gap::find(draft.document(), way)?.lead_in(draft.document(), first)?;
    draft.apply(added.into_iter().collect())?;
    let transaction = Transaction::new(moved.label, draft.edits(), moved.select);
    Transaction { placed: moved.placed, ..transaction }.within_depth(document)
}

fn led_elsewhere(
    document: &Document,
    gap: &Gap,
    chains: &[Vec<StateId>],
    names: &[String],
) -> Result<Vec<Edit>, Refusal> {
    let exits = Exits { chains, following: gap.following.as_deref(), stays: &|_| true, succeed: "" };
    let redirected = exits.redirect(document)?;
    if gap.must_lead_on && gap.following.is_some() && redirected.n_following == 0 {
        return Err(Refusal::CutsOff);
    }
    let mut edits = redirected.edits;
    if let Some(first) = names.first() {
        edits.extend(gap.lead_in(document, first)?);
        if let Some(start) = gap.start(first) {
            edits.push(put_states::set_start(document, gap.scope, start)?);
        }
    }
    Ok(edits)
}

/// Whether a state is one of the part or inside one of it.
pub(in crate::edit) fn is_taken_along(document: &Document, part: &Part, state: StateId) -> bool {
    part.contains(state) || part.is_around(document.machine(), document.machine().state(state).scope)
}

/// Takes the states of a part out of their scope.
pub(in crate::edit) fn removed(document: &Document, part: &Part) -> Result<Vec<Edit>, Refusal> {
    let scope = document.machine().scope(part.scope);
    let states_node = scope.states_node.ok_or(Refusal::BrokenText)?;
    // Each member is a state, in the same order.
    let indexes: Vec<usize> =
        scope.states.iter().zip(0..).filter(|(state, _)| part.contains(**state)).map(|(_, index)| index).collect();
    remove_members(document, states_node, &indexes)
}
