//! A control in which people type: what is typed is written at once when it is a value, and stays as it is when not.

use super::form::{At, Form};
use crate::form::{Codec, Fault};
use leptos::ev;
use leptos::prelude::*;

/// The text of a control and the field behind it.
#[derive(Clone, Copy)]
pub(super) struct Draft {
    form: Form,
    object: At,
    field: StoredValue<String>,
    codec: Codec,
    /// Whether an empty control removes the field.
    is_optional: bool,
    /// What is typed and not (exactly) what the document has.
    typed: RwSignal<Option<String>>,
    fault: RwSignal<Option<Fault>>,
    /// Whether something was written since the control got the focus.
    has_written: StoredValue<bool>,
    /// What the document has, as the control shows it.
    stored: Memo<Option<String>>,
    /// What the document had after the last keystroke.
    last: StoredValue<Option<String>>,
    is_typing: RwSignal<bool>,
}

impl Draft {
    /// `is_typing` tells the row around it not to change its control meanwhile.
    pub(super) fn new(
        form: Form,
        object: At,
        field: impl Into<String>,
        codec: Codec,
        is_optional: bool,
        is_typing: RwSignal<bool>,
    ) -> Self {
        let field = StoredValue::new(field.into());
        let stored = Memo::new(move |_| {
            form.read(object, |document, node| {
                let value = field.with_value(|field| document.tree().get(node, field))?;
                codec.show(document, value)
            })
        });
        let draft = Self {
            form,
            object,
            field,
            codec,
            is_optional,
            typed: RwSignal::new(None),
            fault: RwSignal::new(None),
            has_written: StoredValue::new(false),
            stored,
            last: StoredValue::new(stored.get_untracked()),
            is_typing,
        };
        // Undo, or a change elsewhere: what was typed is no longer of interest.
        Effect::new(move |_| {
            let stored = stored.get();
            if draft.last.get_value() != stored {
                draft.last.set_value(stored);
                draft.typed.set(None);
                draft.fault.set(None);
            }
        });
        draft
    }

    /// What the control shows.
    pub(super) fn text(self) -> String {
        self.typed.get().or_else(|| self.stored.get()).unwrap_or_default()
    }

    /// Why what is typed is not written.
    pub(super) fn fault(self) -> Option<Fault> {
        self.fault.get()
    }

    /// Why what is typed is not written, in words.
    pub(super) fn fault_words(self) -> Option<&'static str> {
        let words = self.form.workspace.words();
        self.fault.get().map(|fault| match fault {
            Fault::NotNumber => words.form_not_number(),
            Fault::NotJson => words.not_json(),
        })
    }

    /// A control that is taken off the page while it has the focus still tells that it loses it.
    fn is_gone(self) -> bool {
        self.typed.is_disposed()
    }

    pub(super) fn on_focus(self) {
        if self.is_gone() {
            return;
        }
        self.is_typing.set(true);
        self.has_written.set_value(false);
        self.form.workspace.close_step();
    }

    pub(super) fn on_input(self, text: String) {
        if self.is_gone() {
            return;
        }
        let is_stored = self.stored.with_untracked(Option::is_some);
        let field = self.field.get_value();
        self.typed.set(Some(text.clone()));
        let value = match (text.is_empty(), self.codec) {
            // A name that is being replaced: the field goes when the control is left empty.
            (true, Codec::Text) if is_stored => self.codec.read(&text),
            (true, _) => {
                self.fault.set(None);
                return;
            }
            (false, _) => self.codec.read(&text),
        };
        match value {
            Ok(value) => {
                self.fault.set(None);
                if self.form.type_in(self.object, &field, Some(value)) {
                    self.has_written.set_value(true);
                }
                let stored = self.stored.get_untracked();
                if stored.as_ref() == Some(&text) {
                    self.typed.set(None);
                }
                self.last.set_value(stored);
            }
            Err(fault) => self.fault.set(Some(fault)),
        }
    }

    pub(super) fn on_blur(self) {
        if self.is_gone() {
            self.form.workspace.close_step();
            return;
        }
        let is_stored = self.stored.with_untracked(Option::is_some);
        let is_empty = untrack(move || self.text()).trim().is_empty();
        if is_empty && is_stored && self.is_optional {
            let field = self.field.get_value();
            self.form.type_in(self.object, &field, None);
            self.typed.set(None);
        }
        if is_empty {
            self.fault.set(None);
        }
        if self.fault.get_untracked().is_none() {
            self.typed.set(None);
        }
        self.last.set_value(self.stored.get_untracked());
        self.is_typing.set(false);
        self.form.workspace.close_step();
    }

    /// Puts the control back to what it was when it got the focus; says whether there was anything to put back.
    pub(super) fn restore(self) -> bool {
        if self.is_gone() {
            return false;
        }
        let had_draft = self.typed.with_untracked(Option::is_some);
        let had_written = self.has_written.get_value();
        if had_written {
            self.form.workspace.undo();
            self.has_written.set_value(false);
        }
        self.typed.set(None);
        self.fault.set(None);
        self.last.set_value(self.stored.get_untracked());
        had_draft || had_written
    }

    pub(super) fn on_key(self, event: &ev::KeyboardEvent) {
        let is_undo = (event.ctrl_key() || event.meta_key()) && !event.shift_key() && event.key().to_lowercase() == "z";
        let is_done = match event.key().as_str() {
            "Escape" => self.restore(),
            // What is no value yet is not in the history: it goes first.
            _ if is_undo && !self.is_gone() && self.fault.with_untracked(Option::is_some) => {
                self.typed.set(None);
                self.fault.set(None);
                true
            }
            _ => false,
        };
        if is_done {
            event.stop_propagation();
            event.prevent_default();
        }
    }
}
