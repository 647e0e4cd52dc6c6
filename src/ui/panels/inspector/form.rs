//! What all parts of the form share: where they stand, what they read and how they write.

use super::field_problems::{FieldProblem, field_problems};
use crate::asl::field::Group;
use crate::asl::{Document, QueryLanguage, StateId};
use crate::edit::commands::SetField;
use crate::edit::{Command, FieldValue};
use crate::form::Place;
use crate::project::MergeKey;
use crate::text::json::NodeId;
use crate::ui::state::Workspace;
use leptos::prelude::*;

/// The groups that are folded away; the same for every state, as long as the page is open.
#[derive(Clone, Copy)]
pub(super) struct Folded(RwSignal<Vec<Group>>);

impl Folded {
    pub(super) fn new() -> Self {
        Self(RwSignal::new(Vec::new()))
    }

    pub(super) fn has(self, group: Group) -> bool {
        self.0.with(|folded| folded.contains(&group))
    }

    pub(super) fn toggle(self, group: Group) {
        self.0.update(|folded| match folded.iter().position(|known| *known == group) {
            Some(index) => drop(folded.remove(index)),
            None => folded.push(group),
        });
    }
}

/// Whether parameters are shown as JSON although there are fields for them; for every state, as long as the page is open.
#[derive(Clone, Copy)]
pub(super) struct ShownAsJson(pub(super) RwSignal<bool>);

impl ShownAsJson {
    pub(super) fn new() -> Self {
        Self(RwSignal::new(false))
    }
}

/// The form of a state, or of the machine.
#[derive(Clone, Copy)]
pub(super) struct Form {
    pub(super) workspace: Workspace,
    pub(super) state: Option<StateId>,
    pub(super) language: Memo<QueryLanguage>,
    /// What is wrong with the state, each with the way to its field.
    pub(super) problems: Memo<Vec<FieldProblem>>,
}

impl Form {
    pub(super) fn provide(workspace: Workspace, state: Option<StateId>) {
        let language = Memo::new(move |_| {
            workspace.document.with(|document| {
                let machine = document.machine();
                let own = state.and_then(|state| machine.get(state)).map(|state| state.query_language);
                own.unwrap_or_else(|| machine.query_language())
            })
        });
        let problems = Memo::new(move |_| field_problems(workspace, state));
        provide_context(Self { workspace, state, language, problems });
    }

    /// The object of the state, or of the machine.
    pub(super) fn root(self) -> At {
        At(StoredValue::new(Place::of(self.state)))
    }

    /// Reads something of a value of the document; none when the value is not there.
    pub(super) fn read<T>(self, at: At, read: impl Fn(&Document, NodeId) -> Option<T>) -> Option<T> {
        self.workspace
            .document
            .with(|document| at.0.try_with_value(|place| read(document, place.node(document)?)).flatten())
    }

    /// Does a command that is worked out from the document as it is.
    pub(super) fn change(self, make: impl FnOnce(&Document) -> Option<Command>) -> bool {
        let command = self.workspace.document.with_untracked(|document| make(document));
        self.workspace.close_step();
        command.is_some_and(|command| self.workspace.apply(&command))
    }

    /// Does several commands as one step; each is worked out for the document in which the one before it is done.
    pub(super) fn change_all(self, make: impl FnOnce(&Document) -> Vec<Command>) {
        let commands = self.workspace.document.with_untracked(|document| make(document));
        self.workspace.close_step();
        for command in commands {
            self.workspace.apply_merged(&command, Some(MergeKey("form".to_owned())));
        }
        self.workspace.close_step();
    }

    /// Gives a field of an object a value, or removes it; what follows in the same field joins this step.
    pub(super) fn type_in(self, object: At, field: &str, value: Option<FieldValue>) -> bool {
        let Some(object) = self.workspace.document.with_untracked(|document| object.pointer(document)) else {
            return false;
        };
        let key = MergeKey(format!("{}", object.join(field)));
        let command = Command::from(SetField { object, field: field.to_owned(), value });
        self.workspace.apply_merged(&command, Some(key))
    }

    /// Gives a field of an object a value, or removes it, as a step of its own.
    pub(super) fn set(self, object: At, field: &str, value: Option<FieldValue>) -> bool {
        self.change(|document| {
            Some(Command::from(SetField { object: object.pointer(document)?, field: field.to_owned(), value }))
        })
    }

    /// The names of the members of an object.
    pub(super) fn members(self, object: At) -> Vec<String> {
        self.read(object, |document, node| {
            Some(document.tree().members(node).iter().map(|member| member.key.to_string()).collect())
        })
        .unwrap_or_default()
    }
}

/// A value of the form.
#[derive(Clone, Copy)]
pub(super) struct At(StoredValue<Place>);

impl At {
    pub(super) fn join(self, part: impl Into<String>) -> Self {
        Self(StoredValue::new(self.place().join(part)))
    }

    pub(super) fn place(self) -> Place {
        self.0.get_value()
    }

    pub(super) fn pointer(self, document: &Document) -> Option<crate::text::Pointer> {
        self.0.try_with_value(|place| place.pointer(document)).flatten()
    }

    /// The names on the way to it.
    pub(super) fn parts(self) -> Vec<String> {
        self.0.with_value(|place| place.path.parts().map(str::to_owned).collect())
    }

    /// The last of them that is a field, not the number of an item: in what it stands.
    pub(super) fn owner(self) -> String {
        let parts = self.parts();
        parts.into_iter().rev().find(|part| part.parse::<usize>().is_err()).unwrap_or_default()
    }

    /// The id of the control of one of its fields.
    pub(super) fn id(self, field: &str) -> String {
        let mut parts = self.parts();
        parts.push(field.to_owned());
        format!("field-{}", parts.join("-"))
    }

    /// The id of one of its items.
    pub(super) fn item_id(self, index: usize) -> String {
        format!("card-{}-{index}", self.parts().join("-"))
    }

    /// How tests and styles name it as a list: `Retry`, `Choices.0.And`.
    pub(super) fn data_list(self) -> String {
        self.parts().join(".")
    }

    /// How tests and styles name one of its fields: `TimeoutSeconds`, `Retry.0.MaxAttempts`.
    pub(super) fn data_field(self, field: &str) -> String {
        let mut parts = self.parts();
        parts.push(field.to_owned());
        parts.join(".")
    }
}
