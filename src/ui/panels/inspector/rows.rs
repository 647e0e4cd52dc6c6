//! The lines of an object: those that are set or usual, buttons for the others, and what does not belong there.

use super::entry_row::{Opened, add_button, entry_row};
use super::field_problems::{Depth, problem_lines};
use super::form::{At, Form};
use super::other_fields::other_fields;
use crate::asl::Document;
use crate::asl::field::Group;
use crate::form::{Entry, Offer, Part, entries};
use crate::text::json::{NodeId, NodeKind};
use leptos::prelude::*;
use serde_json::{Map, Value};

/// How deep an object is looked into to know which fields it can have.
const OUTLINE_DEPTH: usize = 3;

/// An object without what is deep inside it and without its states: enough to know which fields it can have.
pub(super) fn outline(document: &Document, node: NodeId) -> Value {
    fn at(document: &Document, node: NodeId, depth: usize) -> Value {
        match document.tree().kind(node) {
            NodeKind::Object(_) | NodeKind::Array(_) if depth == 0 => Value::Null,
            NodeKind::Object(members) => {
                let shown = members.iter().filter(|member| &*member.key != "States");
                let pairs = shown.map(|member| (member.key.to_string(), at(document, member.value, depth - 1)));
                Value::Object(pairs.collect::<Map<_, _>>())
            }
            NodeKind::Array(items) => items.iter().map(|item| at(document, *item, depth - 1)).collect(),
            _ => document.value(node),
        }
    }
    at(document, node, OUTLINE_DEPTH)
}

/// What the form of an object is made of.
#[derive(Clone, Copy)]
pub(super) struct Lines {
    pub(super) form: Form,
    pub(super) object: At,
    pub(super) part: Part,
    pub(super) entries: Memo<Vec<Entry>>,
    present: Memo<Vec<String>>,
    opened: Opened,
}

impl Lines {
    pub(super) fn new(form: Form, object: At, part: Part) -> Self {
        let present_value = Memo::new(move |_| {
            form.read(object, |document, node| Some(outline(document, node))).unwrap_or(Value::Null)
        });
        let entries = Memo::new(move |_| present_value.with(|present| entries(part, form.language.get(), present)));
        Self::of(form, object, part, entries)
    }

    /// The lines of entries that are found elsewhere.
    pub(super) fn of(form: Form, object: At, part: Part, entries: Memo<Vec<Entry>>) -> Self {
        let present = Memo::new(move |_| form.members(object));
        Self { form, object, part, entries, present, opened: RwSignal::new(Vec::new()) }
    }

    fn is_set(self, entry: &Entry) -> bool {
        self.present.with(|present| present.iter().any(|name| entry.has(name)))
    }

    fn is_shown(self, entry: &Entry) -> bool {
        entry.offer == Offer::Always || self.opened.with(|opened| opened.contains(&entry.name())) || self.is_set(entry)
    }

    fn shown(self, group: Option<Group>) -> Vec<Entry> {
        let entries = self.entries.get().into_iter();
        entries.filter(|entry| group.is_none_or(|group| entry.group == group) && self.is_shown(entry)).collect()
    }

    fn offered(self, group: Option<Group>) -> Vec<Entry> {
        let entries = self.entries.get().into_iter();
        let is_offered = |entry: &Entry| entry.offer == Offer::OnRequest && !self.is_shown(entry);
        entries.filter(|entry| group.is_none_or(|group| entry.group == group) && is_offered(entry)).collect()
    }

    /// The names of what can be added.
    pub(super) fn offered_names(self) -> Vec<&'static str> {
        self.offered(None).iter().map(Entry::name).collect()
    }

    /// Shows a line that nothing is written in yet.
    pub(super) fn open(self, name: &str) {
        let entry = untrack(move || self.offered(None)).iter().map(Entry::name).find(|offered| *offered == name);
        self.opened.update(|opened| opened.extend(entry));
    }

    /// Whether a group has lines, and not only buttons that add some.
    pub(super) fn has_rows(self, group: Group) -> bool {
        !self.shown(Some(group)).is_empty()
    }

    /// Whether there is anything to show in a group.
    pub(super) fn has_group(self, group: Group) -> bool {
        self.has_rows(group) || !self.offered(Some(group)).is_empty()
    }

    /// How many findings there are in a group.
    pub(super) fn n_problems(self, group: Group) -> usize {
        let of_group = self.entries.get().into_iter().filter(|entry| entry.group == group);
        let names: Vec<&str> = of_group.flat_map(|entry| entry.variants).map(|way| way.field).collect();
        self.form.problems_of(self.object, &names, Depth::Whole).len()
    }

    /// The lines of a group, or of all groups.
    pub(super) fn rows(self, group: Option<Group>) -> AnyView {
        let Self { form, object, opened, .. } = self;
        view! {
            // A line is made anew when what it offers changes, not when its value does.
            <For each=move || self.shown(group) key=|entry| format!("{entry:?}") children=move |entry| {
                entry_row(form, object, entry, opened)
            } />
        }
        .into_any()
    }

    /// Buttons for what can be added.
    pub(super) fn add_buttons(self, group: Option<Group>) -> AnyView {
        let Self { form, object, opened, .. } = self;
        view! {
            <Show when=move || !self.offered(group).is_empty()>
                <div class="add-chips">
                    <For
                        each=move || self.offered(group)
                        key=|entry| format!("{entry:?}")
                        children=move |entry| add_button(form, object, entry, opened)
                    />
                </div>
            </Show>
        }
        .into_any()
    }

    /// The findings that no line tells of.
    pub(super) fn general_problems(self) -> AnyView {
        let found = Memo::new(move |_| {
            let shown = self.shown(None);
            let names: Vec<&str> = shown.iter().flat_map(|entry| &entry.variants).map(|way| way.field).collect();
            self.form.problems_at(self.object, &names)
        });
        problem_lines(self.form, format!("{}-problems", self.object.id("")), found)
    }

    /// What is set and has no line.
    pub(super) fn others(self) -> AnyView {
        other_fields(self, self.present)
    }
}

/// The form of an object inside another one: no groups, all lines below each other.
pub(super) fn flat_rows(form: Form, object: At, part: Part) -> AnyView {
    let lines = Lines::new(form, object, part);
    view! {
        {lines.general_problems()}
        {lines.rows(None)}
        {lines.others()}
        {lines.add_buttons(None)}
    }
    .into_any()
}
