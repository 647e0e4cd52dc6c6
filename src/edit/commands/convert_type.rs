//! Give a state another type; the fields that fit it stay.

use super::inner;
use super::set_field::place;
use crate::asl::field::{self, Field};
use crate::asl::{Document, ScopeId, State, StateId, StateType};
use crate::edit::draft::Draft;
use crate::edit::heal::heir;
use crate::edit::members::{index_of, insert_member, member_indentation, quoted, remove_members, set_member};
use crate::edit::names::Names;
use crate::edit::part::Part;
use crate::edit::{Following, Label, Plan, Refusal, StepKind, Transaction, new_state, put_states, raw};
use serde_json::{Map, Value};

/// The fields that hold what is inside a frame.
const INSIDE: [&str; 3] = ["Branches", "ItemProcessor", "Iterator"];

/// Give a state another type; the fields that fit it stay.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ConvertType {
    /// Which state.
    pub state: StateId,
    /// Its new type.
    pub state_type: StateType,
}

impl Plan for ConvertType {
    fn plan(&self, document: &Document) -> Result<Transaction, Refusal> {
        let Self { state: id, state_type: to } = *self;
        let machine = document.machine();
        let state = machine.get(id).ok_or(Refusal::NotFound)?;
        let name = state.name.to_string();
        let label = Label::new(StepKind::ConvertType, &name).with(to.as_str());
        if state.state_type == Some(to) {
            return Transaction::of(label, Vec::new(), None);
        }
        let mut names = Names::of(machine);
        let follower = follower(document, id)?;
        let following = follower.as_deref().map_or(Following::End, Following::Next);
        let inside = names.take(if to == StateType::Choice { "Succeed" } else { "Pass" });
        let mut fields = new_state(to, state.query_language, &inside, following);
        let kept_inside = kept_inside(document, id, to)?;
        let (lost, dropped) = lost(document, state, to, kept_inside.is_some());

        let mut draft = Draft::new(document);
        draft.apply(remove_members(document, state.node, &lost)?)?;
        let node = draft.document().machine().state(id).node;
        let edit = set_member(draft.document(), node, "Type", &quoted(to.as_str()), &[])?;
        draft.apply(vec![edit])?;

        keep_what_is_said(draft.document(), id, &mut fields);
        if let Some((field, json)) = kept_inside {
            fields.shift_remove(field);
            add(&mut draft, id, field, &json)?;
        }
        for (field, value) in &fields {
            let node = draft.document().machine().state(id).node;
            let json = draft.document().style().write(value, &member_indentation(draft.document(), node));
            add(&mut draft, id, field, &json)?;
        }
        if to == StateType::Choice && follower.is_none() {
            // A Choice state cannot end its scope: its rule needs a state to lead to.
            let succeed = new_state(StateType::Succeed, state.query_language, &inside, Following::End);
            let indentation = put_states::indentation(draft.document(), state.scope);
            let json = draft.document().style().write(&Value::Object(succeed), &indentation);
            let edits = put_states::put_states(draft.document(), state.scope, Some(id), &[(inside, json)], None)?;
            draft.apply(edits)?;
        }
        let transaction = Transaction::new(label, draft.edits(), Some(name));
        Transaction { dropped, ..transaction }.within_depth(document)
    }
}

/// The name of the state that follows.
fn follower(document: &Document, id: StateId) -> Result<Option<String>, Refusal> {
    let machine = document.machine();
    let part = Part::single(machine, &[id])?;
    Ok(heir(machine, &part, id).map(|state| machine.state(state).name.to_string()))
}

/// The places of the members that go, and the names of those that are a loss.
fn lost(document: &Document, state: &State, to: StateType, keeps_inside: bool) -> (Vec<usize>, Vec<String>) {
    let fits = |field: &&Field| field.language.is_none_or(|language| language == state.query_language);
    let allowed: Vec<&str> = field::of_state(to).iter().filter(fits).map(|field| field.name).collect();
    let is_known = |name: &str| {
        StateType::ALL.iter().any(|state_type| field::of_state(*state_type).iter().any(|field| field.name == name))
    };
    let (mut lost, mut dropped) = (Vec::new(), Vec::new());
    for (member, index) in document.tree().members(state.node).iter().zip(0..) {
        let name = &*member.key;
        let goes_inside = INSIDE.contains(&name) && (keeps_inside || !allowed.contains(&name));
        // What no type knows is a person's own, and stays.
        if !goes_inside && (allowed.contains(&name) || !is_known(name)) {
            continue;
        }
        lost.push(index);
        let is_a_way = match name {
            "End" => true,
            "Next" => to == StateType::Choice,
            "Default" => to.has_next(),
            _ => keeps_inside && goes_inside,
        };
        if !is_a_way {
            dropped.push(name.to_owned());
        }
    }
    (lost, dropped)
}

/// Takes away from the fields of a new state what the old one says already.
fn keep_what_is_said(document: &Document, id: StateId, fields: &mut Map<String, Value>) {
    let node = document.machine().state(id).node;
    let says = |field: &str| index_of(document, node, field).is_some();
    let has_payload = says("Resource") || says("Parameters") || says("Arguments");
    let mut ways = field::alternatives(StateType::Wait).iter().flat_map(|group| group.fields);
    let waits = ways.any(|field| says(field));
    let leads_on = says("Next") || says("End");
    fields.retain(|field, _| match field.as_str() {
        "Parameters" | "Arguments" => !has_payload,
        "Seconds" => !waits,
        "Next" | "End" => !leads_on,
        "Error" | "Cause" => !says(field) && !says(&format!("{field}Path")),
        _ => !says(field),
    });
}

/// What is inside a frame, as the field of the other kind of frame.
fn kept_inside(document: &Document, id: StateId, to: StateType) -> Result<Option<(&'static str, String)>, Refusal> {
    let state = document.machine().state(id);
    let from = state.state_type;
    let is_between_frames =
        matches!((from, to), (Some(StateType::Parallel), StateType::Map) | (Some(StateType::Map), StateType::Parallel));
    if !is_between_frames {
        return Ok(None);
    }
    let Some(scope) = inner(document, id)? else { return Ok(None) };
    let style = document.style();
    let field = member_indentation(document, state.node);
    let item = format!("{field}{}", style.indent);
    Ok(Some(if to == StateType::Map {
        let mode = [("Mode".to_owned(), quoted("INLINE"))];
        let mut members = vec![("ProcessorConfig".to_owned(), raw::object(&style, &item, &mode))];
        members.extend(scope_members(document, scope, &item));
        ("ItemProcessor", raw::object(&style, &field, &members))
    } else {
        let members = scope_members(document, scope, &format!("{item}{}", style.indent));
        ("Branches", raw::array(&style, &field, &[raw::object(&style, &item, &members)]))
    }))
}

fn scope_members(document: &Document, scope: ScopeId, indentation: &str) -> Vec<(String, String)> {
    let node = document.machine().scope(scope).node;
    let style = document.style();
    let members = document.tree().members(node).iter().filter(|member| &*member.key != "ProcessorConfig");
    members
        .map(|member| (member.key.to_string(), raw::moved(document, &style, member.value, &style, indentation)))
        .collect()
}

fn add(draft: &mut Draft, id: StateId, field: &str, json: &str) -> Result<(), Refusal> {
    let document = draft.document();
    let node = document.machine().state(id).node;
    let edit = insert_member(document, node, place(document, node, field), &[(field.to_owned(), json.to_owned())])?;
    draft.apply(vec![edit])
}
