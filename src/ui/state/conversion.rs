//! A conversion to JSONata that a person looks at before it is done.

use super::{OfDocument, Workspace};
use crate::asl::StateId;
use crate::convert::Missing;
use crate::edit::Command;
use crate::edit::commands::ConvertToJsonata;
use crate::engine::{ConversionPreview, Request, Response};
use crate::ui::platform::engine::Engine;
use leptos::prelude::*;
use std::sync::Arc;

/// The conversion that is looked at; cheap to copy.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Conversion {
    workspace: Workspace,
    engine: StoredValue<Engine, LocalStorage>,
    /// What it would change; none while none is looked at.
    pub(in crate::ui) preview: OfDocument<ConversionPreview>,
    /// What is converted: a state, or none for the machine.
    pub(in crate::ui) subject: OfDocument<Option<StateId>>,
    /// Changing the field `QueryLanguage` and nothing else, where a person set out to do that.
    pub(in crate::ui) only_field: OfDocument<Command>,
    /// What becomes of paths that find nothing; whoever chose once finds it so the next time.
    pub(in crate::ui) missing: RwSignal<Missing>,
}

impl Conversion {
    pub(in crate::ui) fn new(workspace: Workspace, engine: StoredValue<Engine, LocalStorage>) -> Self {
        Self {
            workspace,
            engine,
            preview: OfDocument::new(workspace),
            subject: OfDocument::new(workspace),
            only_field: OfDocument::new(workspace),
            missing: RwSignal::new(Missing::default()),
        }
    }

    /// Works out the conversion of a state, or of the whole machine, and shows it.
    pub(in crate::ui) fn open(self, state: Option<StateId>) {
        self.subject.set(Some(state));
        self.only_field.set(None);
        self.ask();
    }

    /// The same where a person sets `QueryLanguage`: then changing only the field is offered, too, and done without a
    /// question where nothing else would change.
    pub(in crate::ui) fn open_for_field(self, state: Option<StateId>, only_field: Command) {
        self.subject.set(Some(state));
        self.only_field.set(Some(only_field));
        self.ask();
    }

    /// Shows the conversion with paths that find nothing treated in another way.
    pub(in crate::ui) fn choose(self, missing: Missing) {
        self.missing.set(missing);
        self.ask();
    }

    fn ask(self) {
        let Some(state) = self.subject.get_untracked() else { return self.close() };
        let document = self.workspace.document.get_untracked();
        let missing = self.missing.get_untracked();
        let request = Request::Convert {
            text: document.text().into(),
            state,
            missing,
            language: self.workspace.language.get_untracked(),
        };
        self.engine.with_value(|engine| {
            engine.ask(request, move |response| {
                let Ok(Response::Converted(preview)) = response else { return };
                // Its edits are for the text that was sent.
                let is_current = Arc::ptr_eq(&document, &self.workspace.document.get_untracked());
                if !is_current || missing != self.missing.get_untracked() {
                    return;
                }
                let is_only_field = preview.obstacles.is_empty()
                    && preview.changes.len() <= 1
                    && preview.changes.iter().all(|change| change.field == "QueryLanguage");
                if is_only_field && self.only_field.is_some_untracked() {
                    self.change_only_field();
                } else {
                    self.preview.set(Some(preview));
                }
            });
        });
    }

    /// Does what is looked at.
    pub(in crate::ui) fn apply(self) {
        if let Some(ConversionPreview { edits, n_states, .. }) = self.preview.get_untracked()
            && self.workspace.apply(&ConvertToJsonata { edits, n_states }.into())
        {
            self.workspace.say_step();
        }
        self.close();
    }

    /// Sets `QueryLanguage` and leaves everything else as it is.
    pub(in crate::ui) fn change_only_field(self) {
        if let Some(command) = self.only_field.get_untracked() {
            self.workspace.close_step();
            self.workspace.apply(&command);
        }
        self.close();
    }

    /// Leaves everything as it is.
    pub(in crate::ui) fn close(self) {
        self.preview.set(None);
        self.only_field.set(None);
    }
}
