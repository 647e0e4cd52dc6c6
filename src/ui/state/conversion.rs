//! A conversion to JSONata that a person looks at before it is done.

use super::Workspace;
use crate::asl::StateId;
use crate::edit::Command;
use crate::engine::{ConversionPreview, Request, Response};
use crate::ui::platform::engine::Engine;
use leptos::prelude::*;

/// The conversion that is looked at; cheap to copy.
#[derive(Clone, Copy)]
pub(in crate::ui) struct Conversion {
    workspace: Workspace,
    engine: StoredValue<Engine, LocalStorage>,
    /// What it would change; none while none is looked at.
    pub(in crate::ui) preview: RwSignal<Option<ConversionPreview>>,
}

impl Conversion {
    pub(in crate::ui) fn new(workspace: Workspace, engine: StoredValue<Engine, LocalStorage>) -> Self {
        Self { workspace, engine, preview: RwSignal::new(None) }
    }

    /// Works out the conversion of a state, or of the whole machine, and shows it.
    pub(in crate::ui) fn open(self, state: Option<StateId>) {
        let text = self.workspace.document.with_untracked(|document| document.text().to_owned());
        let request = Request::Convert { text, state, language: self.workspace.language.get_untracked() };
        self.engine.with_value(|engine| {
            engine.ask(&request, move |response| {
                if let Some(Response::Converted(preview)) = response {
                    self.preview.set(Some(preview));
                }
            });
        });
    }

    /// Does what is looked at.
    pub(in crate::ui) fn apply(self) {
        if let Some(ConversionPreview { edits, n_states, .. }) = self.preview.get_untracked()
            && self.workspace.apply(&Command::ConvertToJsonata { edits, n_states })
        {
            self.workspace.say_step();
        }
        self.close();
    }

    /// Leaves everything as it is.
    pub(in crate::ui) fn close(self) {
        self.preview.set(None);
    }
}
